"""The program's entry: without arguments the window, else the command line; the only module that knows both."""

import faulthandler
import multiprocessing
import os
import sys
from contextlib import suppress

from cardioner_desktop.paths import scratch_folder
from cardioner_desktop.privacy import crash
from cardioner_desktop.privacy.quiet import be_quiet
from cardioner_desktop.privacy.scratch import keep_temporaries_in, scratch, sweep

NO_WINDOW = 3
"""Exit code where no window can be shown."""

SELFTEST = "--selftest"


def main() -> int:
    """`cardioner`: the exit code."""
    multiprocessing.freeze_support()  # the parser process of the installed program begins here, and ends
    if len(sys.argv) == 1:
        return window()
    from cardioner_desktop import cli

    be_quiet()
    if sys.stderr is not None:
        faulthandler.enable()
    sweep(scratch_folder())
    crash.gather()
    return cli.main(sys.argv[1:])


def window() -> int:
    """`cardioner-desktop [PATH...]`: show the window, with these files open, until it is closed; the exit code.

    With `--selftest` alone it ends as soon as Qt has drawn something, which installers ask of a new version.
    """
    multiprocessing.freeze_support()
    if not _has_display():
        return _refuse("there is no display; run it in a desktop session, or use the command line (cardioner --help)")
    try:
        from cardioner_desktop.ui.fatal import on_fatal
        from cardioner_desktop.ui.start import open_window, try_window
    except ImportError as error:
        if not _is_about_qt(error):
            raise
        return _refuse(f"Qt cannot be loaded ({error}); install the libraries that it names, or use cardioner --help")
    on_fatal(lambda reason: _refuse(f"{reason}; run it in a desktop session, or use cardioner --help"))
    if sys.argv[1:] == [SELFTEST]:
        return try_window()
    be_quiet()
    with suppress(OSError):
        keep_temporaries_in(scratch().folder())
    with crash.watched():
        return open_window(sys.argv[1:])


def _has_display() -> bool:
    """On Linux Qt ends the process where it finds no display, so it is asked beforehand."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or (chosen and chosen.split(":")[0] != "xcb")
    )


def _is_about_qt(error: ImportError) -> bool:
    return (error.name or "").startswith(("PySide6", "shiboken6")) or ".so" in str(error)


def _refuse(reason: str) -> int:
    if sys.stderr is not None:  # an installed program without a console has none
        sys.stderr.write(f"cardioner: The window cannot be shown: {reason}.\n")
    return NO_WINDOW
