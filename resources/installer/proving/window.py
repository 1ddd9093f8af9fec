"""What a person does with the window, done in the clean room by key."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from proving.screen import Screen, screen, wait
from proving.work import DOCUMENTS, SETTINGS, Disproved, Proof, quoted

_EXPORTED = "/tmp/exported"  # keys for accents are not on every keyboard
_SETTINGS = json.dumps({"toured": True, "theme": "dark"})
_WINDOW = "CardioNER Desktop"


def work_through(proof: Proof) -> str:
    """The window opens, shows the examples tagged, and exports them by key."""
    _write_settings(proof)
    out = f"{DOCUMENTS}/exportado"
    with _running(proof, _in_the_room(proof)) as (shown, handle, seconds):
        shown.press("ctrl+shift+x", window=handle)
        _look(proof, shown, "examples", seconds=6)
        shown.press("F8", "Return", window=handle)  # the first mention is right: a correction to be kept
        shown.press("ctrl+e", window=handle)
        wait(lambda: len(_dialogs(shown, handle)) > 0, seconds=60, what="the dialog of the export")
        dialog = _dialogs(shown, handle)[0]
        _look(proof, shown, "export", seconds=1)
        _export(proof, shown, dialog)
        _look(proof, shown, "exported", seconds=1)
    proof.shell(f"mkdir -p {quoted(out)} && cp -r {_EXPORTED}/. {quoted(out)} && rm -r {_EXPORTED}")
    return f"usable after {seconds:.1f} s"


def _export(proof: Proof, shown: Screen, dialog: str) -> None:
    """Write the folder's name and press Return; once more where a busy machine lost a key."""
    exported = proof.room.path(_EXPORTED)
    for tries_left in (2, 1, 0):
        shown.press("alt+w", "ctrl+a", window=dialog)
        shown.write(_EXPORTED, window=dialog)
        _look(proof, shown, "export-typed", seconds=1)
        shown.press("Return", window=dialog)
        try:
            wait(lambda: len([*exported.glob("*.ann")]) == 6, seconds=60, what="the export")
        except TimeoutError:
            if not tries_left or dialog not in shown.windows("."):
                raise
        else:
            return


def open_again(proof: Proof) -> str:
    """After an upgrade the window opens with the letters of before."""
    with _running(proof, _in_the_room(proof)) as (shown, _, seconds):
        _look(proof, shown, "after-upgrade", seconds=6)
    return f"usable after {seconds:.1f} s"


def cold_start(proof: Proof) -> str:
    """The window answers within 2.5 s where none of the program's files is in memory; the median of three starts.

    Outside of the room, whose folders are memory themselves.
    """
    program = proof.kit.unpacked / "program"
    seconds = []
    for _ in range(3):
        with tempfile.TemporaryDirectory(prefix="cardioner-home-") as home:
            settings = Path(home, ".config", "CardioNER", "settings.json")
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS, encoding="utf-8")
            for file in program.rglob("*"):
                if file.is_file():
                    _forget(file)
            start = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
            words = ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in start.items())]
            with _running(proof, _outside(words, program / "CardioNER")) as (_, _, one):
                seconds.append(one)
    return f"usable after {median(seconds):.1f} s, at worst {max(seconds):.1f} s"


def _outside(words: list[str], program: Path) -> Callable[[str], list[str]]:
    return lambda display: [*words, f"DISPLAY={display}", str(program)]


def _forget(file: Path) -> None:
    """Let the system drop a file's pages from memory."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def _write_settings(proof: Proof) -> None:
    folder = quoted(str(Path(SETTINGS).parent))
    proof.shell(f"mkdir -p {folder} && printf %s {quoted(_SETTINGS)} >{quoted(SETTINGS)}")


def _in_the_room(proof: Proof) -> Callable[[str], list[str]]:
    script = 'PATH="$HOME/.local/bin:$PATH" exec cardioner-desktop'
    return lambda display: proof.room.command(script, DISPLAY=display)


@contextmanager
def _running(proof: Proof, command: Callable[[str], list[str]]) -> Iterator[tuple[Screen, str, float]]:
    """The running window: its screen, its id, and the seconds from the start until it answered a key.

    `command` gives the words that start it on a display.
    """
    with screen() as shown:
        begun = time.monotonic()
        process = subprocess.Popen(command(shown.name), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            wait(lambda: len(shown.windows(_WINDOW)) > 0, seconds=120, what="the window", step=0.02)
            handle = shown.windows(_WINDOW)[0]
            shown.press("F1", window=handle)
            wait(lambda: len(_dialogs(shown, handle)) > 0, seconds=60, what="an answer to F1", step=0.02)
            seconds = time.monotonic() - begun
            shown.press("Escape", window=_dialogs(shown, handle)[0])
            wait(lambda: not _dialogs(shown, handle), seconds=60, what="the end of the page of keys")
            yield shown, handle, seconds
            shown.press("ctrl+q", window=handle)
            code = process.wait(timeout=60)
        except (TimeoutError, subprocess.TimeoutExpired) as error:
            _look(proof, shown, "failed", seconds=0)
            process.kill()
            said = _last_words(process)
            raise Disproved(f"{error} {said[-400:]}") from error
        finally:
            if process.poll() is None:
                process.kill()
        if code != 0:
            raise Disproved(f"the window ended with {code}: {_last_words(process)[-400:]}")


def _last_words(process: "subprocess.Popen[str]") -> str:
    """What a program said; a child of its own in the room may hold the pipe until the room goes."""
    try:
        return process.communicate(timeout=10)[0]
    except subprocess.TimeoutExpired:
        return ""


def _dialogs(shown: Screen, handle: str) -> list[str]:
    return [window for window in shown.windows(".") if window != handle]


def _look(proof: Proof, shown: Screen, name: str, *, seconds: float) -> None:
    """Let the screen come to rest, and keep it where pictures are wanted."""
    subprocess.run(["sleep", str(seconds)], check=True)
    if proof.pictures is not None:
        proof.pictures.mkdir(parents=True, exist_ok=True)
        shown.picture(proof.pictures / f"{name}.png")
