"""What starting and a large drop cost, with the installed packs: `python -m cardioner_desktop.ui.benchmark`.

Each round starts the real program in a process of its own, with settings and places of its own: from the start of the
process until the window answers, memory while nothing is open, memory with one language loaded, and the longest time
for which the window does not answer while a folder with a thousand letters is dropped on it and tagged.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cardioner_desktop.paths import SETTINGS_VARIABLE, example_letter, examples_folder
from cardioner_desktop.ui.application import open_application
from cardioner_desktop.ui.heartbeat import Heartbeat
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.start import open_window

AIMS = {"start_s": 1.5, "idle_mb": 250.0, "one_language_mb": 500.0, "worst_stall_ms": 50.0}
_ROOM = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}
_REST = 1.0  # seconds without anything to do before memory is looked at


def main() -> None:
    """Measure, and print a table of medians and the aims."""
    parser = argparse.ArgumentParser(prog="python -m cardioner_desktop.ui.benchmark", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often the program is started (%(default)s)")
    parser.add_argument("--documents", type=int, default=1000, help="letters in the folder (%(default)s)")
    parser.add_argument("--seconds", type=float, default=20.0, help="of tagging that are watched (%(default)s)")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _measure(float(options.child[0]), Path(options.child[1]), float(options.child[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_letters(folder / "letters", options.documents)
        rounds = [_round(folder / str(number), folder / "letters", options.seconds) for number in range(options.rounds)]
    for figure in rounds[0]:
        values = [one[figure] for one in rounds]
        aim = f"  (aim: at most {AIMS[figure]:g})" if figure in AIMS else ""
        sys.stdout.write(f"{figure:<24}{median(values):>10.1f}   worst {max(values):.1f}{aim}\n")


def write_letters(folder: Path, number: int) -> None:
    """A tree of folders with letters, no two alike, made from the examples."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(examples_folder().glob("*.txt"))]
    for place in range(number):
        file = folder / f"ward-{place % 10}" / f"letter-{place}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{texts[place % len(texts)]}\n{place}\n", encoding="utf-8")


def _round(place: Path, letters: Path, seconds: float) -> dict[str, float]:
    place.mkdir()
    settings = place / "settings.json"
    settings.write_text(json.dumps({"toured": True}), encoding="utf-8")
    own = {variable: str(place / name) for variable, name in _ROOM.items()}
    environment = {**os.environ, **own, SETTINGS_VARIABLE: str(settings)}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    child = [sys.executable, "-m", "cardioner_desktop.ui.benchmark", "--child"]
    done = subprocess.run(
        [*child, str(time.monotonic()), str(letters), str(seconds)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _measure(began: float, letters: Path, seconds: float) -> None:
    """In the process that is measured: open the window, let the steps run within its event loop, print figures."""
    application = open_application()
    figures: dict[str, float] = {}
    heart = Heartbeat()
    heart.stop()
    steps = _steps(figures, began, letters, seconds, heart)

    def go_on() -> None:
        pause = next(steps, None)
        if pause is None:
            application.closeAllWindows()
        else:
            QTimer.singleShot(round(1000 * pause), go_on)

    QTimer.singleShot(0, go_on)
    open_window()
    sys.stdout.write(f"{json.dumps(figures)}\n")


def _steps(figures: dict[str, float], began: float, letters: Path, seconds: float, heart: Heartbeat) -> Iterator[float]:
    """Yields pauses in seconds."""
    while (window := _window()) is None:
        yield 0.0
    yield 0.0  # all that was waiting has had its turn, so a key would be answered now
    figures["start_s"] = time.monotonic() - began
    yield from _until(lambda: window.workspace.pipeline.is_open)
    yield _REST
    figures["idle_mb"] = memory()["Pss"]
    window.open([example_letter("es")])
    yield from _until(lambda: len(window.workspace.tagged_documents) == 1)
    yield _REST
    figures["one_language_mb"] = memory()["Pss"]
    number = sum(1 for _ in letters.rglob("*.txt"))
    heart.begin()
    dropped = time.monotonic()
    window.open([letters])
    yield from _until(lambda: window.workspace.model.rowCount() > number)
    figures["listed_s"] = time.monotonic() - dropped
    yield from _until(lambda: not window.workspace.busy or time.monotonic() > dropped + seconds)
    heart.stop()
    figures["worst_stall_ms"] = 1000 * heart.worst
    figures["stalls_over_50_ms"] = heart.stalls
    figures["worst_own_work_ms"] = 1000 * heart.worst_work
    figures["tagged_by_then"] = len(window.workspace.tagged_documents) - 1
    figures["after_drop_mb"] = memory()["Pss"]
    figures["load_average"] = os.getloadavg()[0]


def _window() -> MainWindow | None:
    for widget in QApplication.topLevelWidgets():
        handle = widget.windowHandle()
        if isinstance(widget, MainWindow) and handle is not None and handle.isExposed():
            return widget
    return None


def _until(is_so: Callable[[], bool], *, patience: float = 300.0) -> Iterator[float]:
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError("The program did not come to rest.")
        yield 0.05


def memory() -> Mapping[str, float]:
    """What this process has of the memory, in megabytes: `Rss`, and `Pss`, which counts its share of what is shared."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    pairs = (line.split() for line in lines)
    return {name.rstrip(":"): int(kilobytes) * 1024 / 1e6 for name, kilobytes, *_ in pairs}


if __name__ == "__main__":
    main()
