"""A screen without a monitor (Xvfb), and a hand that presses keys on it (xdotool)."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Screen:
    """An X display by its name, such as `:90`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def windows(self, title: str) -> list[str]:
        """The ids of the visible windows whose title matches a pattern."""
        return self._do("search", "--onlyvisible", "--name", title).split()

    def press(self, *keys: str, window: str) -> None:
        """Give a window the keyboard and press keys, such as `ctrl+e`."""
        self._do("windowfocus", window)
        self._do("key", "--clearmodifiers", "--delay", "40", *keys)

    def write(self, text: str, *, window: str) -> None:
        """Type text into a window."""
        self._do("windowfocus", window)
        self._do("type", "--delay", "20", text)

    def picture(self, file: Path) -> None:
        """Keep what the screen shows as a PNG, where ImageMagick is there."""
        environment = {**os.environ, "DISPLAY": self.name}
        subprocess.run(["import", "-window", "root", str(file)], env=environment, capture_output=True, check=False)

    def _do(self, *words: str) -> str:
        environment = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True, check=False)
        return done.stdout


@contextmanager
def screen(number: int = 90) -> Iterator[Screen]:
    """A screen of 1400 x 900 pixels, there until the block ends."""
    name = f":{number}"
    server = subprocess.Popen(
        ["Xvfb", name, "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"], stderr=subprocess.DEVNULL
    )
    try:
        wait(lambda: Path(f"/tmp/.X11-unix/X{number}").exists(), seconds=20, what="the screen")
        yield Screen(name)
    finally:
        server.terminate()
        server.wait()


def wait(ready: Callable[[], bool], *, seconds: float, what: str, step: float = 0.05) -> float:
    """The seconds until `ready`; TimeoutError, which names what was waited for, after `seconds`."""
    start = time.monotonic()
    while not ready():
        if time.monotonic() - start > seconds:
            raise TimeoutError(f"{what} did not come in {seconds:.0f} s.")
        time.sleep(step)
    return time.monotonic() - start
