"""What the program lets out of itself unasked: nothing that an exception, a warning or a library says of a document.

Whatever is written to standard error may end in a log of the system: a desktop session keeps it, and so does whoever
runs a batch at night.
"""

import logging
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePath
from types import TracebackType
from typing import TextIO

from cardioner_desktop.privacy import crash

Tell = Callable[[BaseException], None]


def be_quiet() -> None:
    """For the whole process: no dump of its memory, libraries' messages as places, faults of threads as reports."""
    no_dumps()
    logging.getLogger().addHandler(_Places())
    if not sys.warnoptions:  # who asks for warnings reads them
        warnings.showwarning = _show_warning
    on_defect(lambda error: report(error, where="a thread or a late moment"))


def on_defect(tell: Tell) -> Callable[[], None]:
    """Tell of each exception that nobody caught, in any thread; KeyboardInterrupt ends the main thread as ever. Gives
    back what ends this."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        tell(error if error.__traceback__ is trace else error.with_traceback(trace))

    def in_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            tell(found.exc_value)

    def unraisable(found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            tell(found.exc_value)

    sys.excepthook = hook
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable

    def end() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    return end


def report(error: BaseException, *, where: str) -> None:
    """Keep a report, and show its places on the terminal."""
    crash.keep(error, where=where)
    crash.tell(error, sys.stderr)


def no_dumps() -> None:
    """Ask the system not to write this process's memory, with all open letters, to disk when native code crashes.

    A limit of zero on core files, which systemd-coredump heeds too; on Windows no error reporting (as CPython's own
    `test.support.SuppressCrashReport` does it). macOS keeps places only.
    """
    if sys.platform == "win32":
        import ctypes

        fail_critical_errors, no_fault_box = 0x0001, 0x0002
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(kernel.GetErrorMode() | fail_critical_errors | no_fault_box)
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _Places(logging.Handler):
    """Takes messages of libraries from warnings on, and says only who spoke: the message may quote a letter."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            place = f"{PurePath(record.pathname).name}:{record.lineno}"
            sys.stderr.write(f"cardioner: {record.levelname.lower()} of {record.name} at {place}\n")


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del message, line
    stream = file or sys.stderr
    if stream is not None:
        stream.write(f"cardioner: {category.__name__} at {crash.source(filename)}:{lineno}\n")
