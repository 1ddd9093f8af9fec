"""Crash reports: what a defect looked like, without a word of any document.

A report has versions, the platform, the kinds of the exceptions, and the places in the program that they went through
(`file:line in function`). It never has the text of an exception, a variable, an argument or the path of a document: any
of these may quote a letter. One defect gives one report in a run, and the newest `MOST` reports stay.
"""

import faulthandler
import os
import platform
import re
import sys
import sysconfig
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path, PurePath
from types import TracebackType
from typing import IO

from cardioner_desktop import __version__
from cardioner_desktop.paths import crashes_folder
from cardioner_desktop.privacy.claims import Claim, abandoned, private_folder

MOST = 20
"""Reports that are kept; the oldest go."""

NATIVE = "native"
_LIBRARIES = ("PySide6-Essentials", "ctranslate2", "onnxruntime", "numpy", "tokenizers", "lxml", "pypdfium2")
_PACKAGE = Path(__file__).resolve().parents[1]
_DUMPED = re.compile(r'^(\s*File )"([^"]*)", line ([0-9?]+) in (.*)$')
_SAID = re.compile("Fatal Python error|Windows fatal exception|Current thread 0x|Thread 0x|Extension modules:")
_seen: set[tuple[str, ...]] = set()
_seen_lock = threading.Lock()


def places(trace: TracebackType | None) -> Iterator[str]:
    """`file:line in function` from the outermost call to the one that failed."""
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{source(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}"
        trace = trace.tb_next


def source(file: str) -> str:
    """The path of a module from where it was installed: the rest may name a person."""
    if file.startswith("<") or not file:
        return file if re.fullmatch(r"<frozen [\w.]+>", file) else "<text>"
    path = PurePath(file)
    roots = (_PACKAGE.parent, *(PurePath(sysconfig.get_path(name)) for name in ("purelib", "platlib", "stdlib")))
    for root in roots:
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    if not path.is_absolute() and ".." not in path.parts:
        return path.as_posix()  # in an installed program modules have no folder
    return path.name


def outline(error: BaseException) -> list[str]:
    """The exception and those it came from, each by its kind and its places, the last one first."""
    lines: list[str] = []
    told: set[int] = set()
    rest: list[tuple[str, BaseException | None]] = [("", error)]
    while rest:
        how, one = rest.pop()
        if one is None or id(one) in told:
            continue
        told.add(id(one))
        lines.append(f"{how}{_kind(one)}")
        lines.extend(f"  {place}" for place in places(one.__traceback__))
        if one.__cause__ is not None:
            rest.append(("caused by ", one.__cause__))
        elif not one.__suppress_context__:
            rest.append(("while handling ", one.__context__))
        if isinstance(one, BaseExceptionGroup):
            rest.extend(("in the group ", part) for part in one.exceptions)
    return lines


def keep(error: BaseException, *, where: str) -> Path | None:
    """Write a report on a defect; where it is. None where this run has one on the same places, or none can be written.

    `where` says what part of the program it ended: words of ours, never of a document.
    """
    lines = outline(error)
    with _seen_lock:
        if (key := tuple(lines)) in _seen:
            return None
        _seen.add(key)
    return _write(where, lines)


def keep_words(words: str, *, where: str) -> Path | None:
    """Write a report that has no exception, only words of ours about what happened."""
    return _write(where, [words])


def reports() -> list[Path]:
    """All that lie there, the oldest first."""
    return sorted(crashes_folder().glob("crash-*.txt"))


@contextmanager
def watched() -> Iterator[None]:
    """Within the block a crash of native code writes the places it met into a file, of which the next start makes a
    report; the block's end takes the file away."""
    try:
        claim = Claim.new(crashes_folder(), NATIVE)
    except OSError:  # without a folder of one's own there is no report, and the program runs as well
        yield
        return
    try:
        with _new_file(claim.path) as stream:
            faulthandler.enable(stream)
            try:
                yield
            finally:
                faulthandler.disable()
    finally:
        claim.path.unlink(missing_ok=True)
        claim.release()


def gather() -> list[Path]:
    """Make reports of what native crashes of earlier runs left; the new ones."""
    made = []
    for file in abandoned(crashes_folder(), NATIVE):
        with suppress(OSError):
            if lines := list(_dumped(file.read_text(encoding="utf-8", errors="replace"))):
                made.append(_write("native code", lines))
            file.unlink()
    return [path for path in made if path is not None]


def tell(error: BaseException, stream: IO[str] | None) -> None:
    """The outline for a terminal, which may be a log of the system."""
    if stream is not None:  # an installed program without a console has none
        stream.write("\n".join(outline(error)) + "\n")


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    number = f" (errno {error.errno})" if isinstance(error, OSError) and error.errno else ""
    return f"{name}{number}"


def _dumped(text: str) -> Iterator[str]:
    """The lines of faulthandler with the paths of modules shortened; what it cannot have written is left out."""
    for line in text.splitlines():
        if match := _DUMPED.match(line):
            yield f"  {source(match[2])}:{match[3]} in {match[4]}"
        elif _SAID.match(line) and '"' not in line:
            yield line


def _write(where: str, lines: list[str]) -> Path | None:
    folder = crashes_folder()
    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    content = "\n".join((*_head(where, now), *lines)) + "\n"
    try:
        private_folder(folder)
        with _new_file(path) as stream:
            stream.write(content.encode())
        for old in reports()[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _new_file(path: Path) -> FileIO:
    """For its owner alone, and unbuffered."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", buffering=0)


def _head(where: str, now: datetime) -> Iterator[str]:
    yield "CardioNER Desktop crash report. It holds places in the program and no text, name or path of a document."
    yield f"program {__version__}, python {platform.python_version()}, {platform.platform()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    yield f"{now:%Y-%m-%d %H:%M} UTC, {where}"
    yield ""


def _version(name: str) -> str:
    if getattr(sys, "frozen", False):
        return "as built"
    from importlib.metadata import PackageNotFoundError, version  # slow to import, and seldom needed

    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
