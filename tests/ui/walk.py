"""A person's way through the program, with a real mouse and real keys on a screen of its own.

    python -m tests.ui.walk [OUT]

Starts Xvfb, a window manager and the program, opens a folder by the file dialog, corrects mentions from the keyboard,
drags a document out onto another window, drops a folder, exports by the dialog, and closes the window; then looks at
what was written. Pictures of the screen come into OUT. Needs Xvfb, xdotool and openbox (see `missing`).

The program is seen only from outside, as by a person: a step waits until no thread of it has anything to do.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.formats import brat
from cardioner_desktop.paths import SETTINGS_VARIABLE, examples_folder

NEEDED = ("Xvfb", "xdotool", "openbox")
_PATIENCE = 240.0  # seconds; a busy machine tags slowly
_QUIET = 0.6  # seconds without anything to do, after which the program has answered
_LOOK = 0.03  # seconds between two looks at it
_SIZE = (1600, 1000)
_TITLE = "CardioNER Desktop"
_PROGRAM = (sys.executable, "-c", "import sys; from cardioner_desktop.app import window; sys.exit(window())")
_ROOM = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}


def missing() -> list[str]:
    """The programs that a walk needs and this machine has not."""
    return [name for name in NEEDED if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk left: what was exported, what another window got from a drag, and how the program ended."""

    exported: Sequence[Document]
    dragged: Sequence[Path]
    exit_code: int
    letters: int


class Screen:
    """Mouse and keys of one display."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def key(self, *names: str) -> None:
        """Press keys one after another, such as `Return` or `ctrl+e`, where the focus is."""
        for name in names:
            self._do("key", "--clearmodifiers", name)

    def type(self, words: str) -> None:
        """Type words."""
        self._do("type", "--clearmodifiers", "--delay", "10", words)

    def move(self, x: int, y: int) -> None:
        """Bring the pointer to a place, in pixels."""
        self._do("mousemove", "--sync", str(x), str(y))

    def press(self, *, down: bool) -> None:
        """Press the left button, or let it go."""
        self._do("mousedown" if down else "mouseup", "1")

    def click(self, x: int, y: int) -> None:
        """Click with the left button."""
        self.move(x, y)
        self._do("click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int], rest: Callable[[], None]) -> None:
        """Drag by the left button, slowly enough for both sides to follow."""
        self.move(*start)
        self.press(down=True)
        for part in (0.02, 0.05, 0.1):
            self.move(*(round(a + (b - a) * part) for a, b in zip(start, end, strict=True)))
            time.sleep(0.1)
        rest()  # what is dragged may have to be written first
        for part in (0.3, 0.6, 0.9, 0.98, 1.0):
            self.move(*(round(a + (b - a) * part) for a, b in zip(start, end, strict=True)))
            time.sleep(0.25)
        self.press(down=False)

    def window(self, title: str) -> str:
        """The number of a window that is shown, once it is there."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if found := self._found(title):
                return found[-1]
            time.sleep(0.2)
        raise TimeoutError(f"No window {title!r} was shown.")

    def is_shown(self, title: str) -> bool:
        """Whether there is a window of this title, a regular expression."""
        return bool(self._found(title))

    def put(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Move and size a window, and give it the focus."""
        self._do("windowsize", window, str(width), str(height), "windowmove", window, str(x), str(y))
        self._do("windowactivate", "--sync", window)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True, timeout=60)

    def _found(self, title: str) -> list[str]:
        search = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"]
        done = subprocess.run(search, env=self._environment, capture_output=True, text=True, timeout=60)
        return done.stdout.split()


def walk(place: Path, pictures: Path) -> Walked:
    """Go the whole way below a folder that is empty."""
    letters, more, out = place / "letters", place / "more", place / "annotated"
    _write(letters, ("es", "en", "it"))
    _write(more, ("en",))
    with ExitStack() as stack:
        environment = {**os.environ, **{name: str(place / folder) for name, folder in _ROOM.items()}}
        environment |= {SETTINGS_VARIABLE: str(place / "settings.json"), "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en"}
        (place / "settings.json").write_text('{"toured": true, "interface": "en"}', encoding="utf-8")
        environment["DISPLAY"], server = stack.enter_context(_display())
        manager = stack.enter_context(_running(["openbox"], environment))
        other = stack.enter_context(_running([sys.executable, "-m", "tests.ui.other_window", str(more)], environment))
        program = stack.enter_context(_running(_PROGRAM, environment, place))
        screen = Screen(environment)
        screen.put(screen.window("Other window"), 1380, 40, 200, 400)

        def rest() -> None:
            _rest([server, manager.pid, other.pid, program.pid])

        def keep(name: str) -> None:
            rest()
            _answer(other, f"{pictures / name}.png")

        screen.put(screen.window(_TITLE), 0, 0, 1360, 940)
        keep("1-empty")
        _open(screen, letters, rest)
        keep("2-opened")
        _review(screen, rest)
        keep("3-reviewed")
        screen.drag((150, 180), (1480, 350), rest)  # the first document, onto the lower half of the other window
        keep("4-dragged-out")
        screen.drag((1480, 130), (700, 500), lambda: None)  # the upper half is a folder
        rest()
        keep("5-folder-dropped")
        screen.key("Return")  # open for review
        keep("6-folder-opened")
        _export(screen, out, rest)
        keep("7-exported")
        screen.key("ctrl+q")
        exit_code = program.wait(_PATIENCE)
        dragged = [Path(name) for name in _answer(other, "dropped").split("\t") if name]
    return Walked(tuple(brat.read_folder(out)), dragged, exit_code, letters=4)


def _open(screen: Screen, letters: Path, rest: Callable[[], None]) -> None:
    screen.key("ctrl+shift+o")
    rest()
    screen.type(str(letters))
    rest()
    screen.key("Return")
    rest()
    for _ in range(10):
        if not screen.is_shown("Open folder.*"):
            return
        # Qt's own dialog looks a folder up in a thread, and may not know yet when its name is complete.
        screen.key("BackSpace")
        rest()
        screen.type(letters.name[-1])
        rest()
        screen.key("Return")
        rest()


def _review(screen: Screen, rest: Callable[[], None]) -> None:
    """Decide on some mentions of the first letter by hand, accept the rest, and go on to the next."""
    screen.key("F6", "F6")  # from the list to the text
    rest()
    screen.key("F8", "Return", "Return", "r")
    rest()
    screen.key("ctrl+z")
    rest()
    screen.key("r")
    rest()
    screen.key("ctrl+Return")
    rest()


def _export(screen: Screen, out: Path, rest: Callable[[], None]) -> None:
    screen.key("ctrl+e")
    rest()
    screen.key("alt+w")  # the place, all of it selected
    screen.type(str(out))
    rest()
    screen.key("Return")
    rest()


def _write(folder: Path, languages: Sequence[str]) -> None:
    folder.mkdir()
    for language in languages:
        file = next(examples_folder().glob(f"{language}*.txt"))
        text = file.read_text(encoding="utf-8")
        (folder / f"{folder.name}-{language}.txt").write_text(text, encoding="utf-8", newline="")


@contextmanager
def _display() -> Iterator[tuple[str, int]]:
    """A screen that nobody sees, and the process that it is; the server chooses a number that is free."""
    read, write = os.pipe()
    size = "x".join(map(str, (*_SIZE, 24)))
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}", server.pid
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str], place: Path | None = None
) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        command, env=environment, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate()


def _answer(process: "subprocess.Popen[str]", line: str) -> str:
    """What a process says to a line on its standard input."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def _rest(processes: Sequence[int]) -> None:
    """Wait until all threads of some processes have slept for a while."""
    end = time.monotonic() + _PATIENCE
    quiet_since = time.monotonic()
    last = 0.0
    while time.monotonic() - quiet_since < _QUIET:
        if time.monotonic() > end:
            raise TimeoutError("The program did not come to rest.")
        time.sleep(_LOOK)
        now = [_work(process) for process in processes]
        seconds = sum(used for _, used in now)
        if any(wants for wants, _ in now) or seconds - last > _LOOK / 2:
            quiet_since = time.monotonic()
        last = seconds


def _work(process: int) -> tuple[bool, float]:
    """Whether a thread wants the processor at this moment, and the seconds of it so far; nothing where it has ended."""
    wants, ticks = False, 0
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            state, *numbers = (thread / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
            wants = wants or state in "RD"
            ticks += int(numbers[10]) + int(numbers[11])
    except OSError:
        return False, 0.0
    return wants, ticks / os.sysconf("SC_CLK_TCK")


def check(walked: Walked) -> None:
    """What a person would look at afterwards."""
    assert walked.exit_code == 0, walked.exit_code
    assert len(walked.exported) == walked.letters, [document.id for document in walked.exported]
    mentions = {document.id: len(document.spans) for document in walked.exported}
    assert mentions["letters-en"] == mentions["more-en"] - 1, mentions  # the same letter, with one mention rejected
    assert all(mentions.values()), mentions
    assert any(file.suffix == ".ann" for file in walked.dragged), walked.dragged


def main() -> None:
    """Walk, check, and say what there is."""
    if lacking := missing():
        sys.exit(f"A walk needs {', '.join(lacking)}; install them.")
    with tempfile.TemporaryDirectory() as name:
        pictures = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else Path(name)
        pictures.mkdir(parents=True, exist_ok=True)
        place = Path(name) / "place"
        place.mkdir()
        walked = walk(place, pictures)
        for document in walked.exported:
            sys.stdout.write(f"{document.id}: {len(document.spans)} mentions\n")
        sys.stdout.write(f"dragged out: {', '.join(file.name for file in walked.dragged)}\n")
        check(walked)


if __name__ == "__main__":
    main()
