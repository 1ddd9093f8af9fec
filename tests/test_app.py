import os
import subprocess
import sys

import pytest


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    lost = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in lost}
    return subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", *arguments],
        env=kept | variables, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_is_one_sentence() -> None:
    done = start()
    assert done.returncode == 3
    assert done.stderr == (
        "cardioner: The window cannot be shown: there is no display; run it in a desktop session, "
        "or use the command line (cardioner --help).\n"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display has a name on X11")
def test_a_display_that_does_not_answer_is_exit_3_too() -> None:
    done = start(DISPLAY=":4711")
    assert done.returncode == 3
    assert "The window cannot be shown" in done.stderr


def test_with_arguments_the_command_line_answers() -> None:
    assert start("--version").stdout.startswith("cardioner, version ")
