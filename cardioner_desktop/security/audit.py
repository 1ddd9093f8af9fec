"""The audit file: who did what with which document and which pack, when; one JSON object a line, each with the SHA-256
of the line before.

    {"n":2,"before":"<SHA-256>","when":"2026-11-23T02:25:35Z","who":"ana","did":"tagged","document":"<SHA-256>",
     "pack":"es","version":"1.0.0","manifest":"<SHA-256>","program":"0.1.0","counts":{"FARMACO":3}}

`document` is the SHA-256 of the text in UTF-8, `manifest` that of the pack's manifest. There is no name, path or text
of a document. Beside the file lie its lock and its head, which says how many lines there have been, the SHA-256 of the
last one, and the bytes up to there; `chain` reads all of this again and says what it can and cannot find.
"""

import hashlib
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from cardioner_desktop import __version__
from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.locks import Lock
from cardioner_desktop.paths import audit_file, shown
from cardioner_desktop.security.policy import USER, Policy

Result = TypeVar("Result")

FIRST = "0" * 64
"""What the first line says of the one before."""
PATIENCE = 30.0  # seconds to wait for other programs that write
LONGEST_LINE = 2**16  # bytes


class Deed(Enum):
    """What was done with a document."""

    TAGGED = "tagged"
    EXPORTED = "exported"
    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something done with one document, by the SHA-256 of its text; `counts` are mentions by label."""

    deed: Deed
    document: str
    pack: str = ""
    version: str = ""
    manifest: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audit:
    """Where events are written; a file longer than `rotate_at` bytes is set aside under another name."""

    file: Path
    rotate_at: int

    def record(self, deed: Deed, documents: Sequence[Document]) -> None:
        """Write that something was done with documents. CardioNerError where it cannot be written."""
        append(self.file, [event(deed, document) for document in documents], rotate_at=self.rotate_at)

    def check_writable(self) -> None:
        """CardioNerError, before any work is done, where nothing could be written down. No line is written."""
        with _held(self.file):
            if self.file.exists():
                os.close(os.open(self.file, os.O_WRONLY | os.O_APPEND))


@dataclass(frozen=True, slots=True)
class Head:
    """The last line: its number, its SHA-256, and the bytes of the file up to its end."""

    n: int
    sha256: str
    size: int


def audit_here(policy: Policy, *, on: bool) -> Audit | None:
    """The audit of this user on this machine; None where it is off."""
    if not on:
        return None
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", user())
    file = Path(policy.audit_file.replace(USER, safe)) if policy.audit_file else audit_file()
    return Audit(file, policy.audit_bytes)


def event(deed: Deed, document: Document) -> Event:
    """Something done with a document as it is."""
    by = document.provenance
    return Event(
        deed=deed,
        document=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        pack=by.pack if by else "",
        version=by.version if by else "",
        manifest=by.sha256 if by else "",
        counts=Counter(span.label for span in document.spans),
    )


def recorded(results: Iterable[Result], audit: Audit | None) -> Iterator[Result]:
    """Results of tagging, each document written down before it is passed on. Raises as `Audit.record`."""
    for result in results:
        if audit is not None and isinstance(result, Document):
            audit.record(Deed.TAGGED, [result])
        yield result


def append(file: Path, events: Sequence[Event], *, rotate_at: int) -> None:
    """Add lines to the chain, onto the disk when this returns. Several processes may do so at once.

    CardioNerError where they cannot be written; whoever asked must not go on then.
    """
    if not events:
        return
    with _held(file):
        head, torn = _end(file)
        if head.size > rotate_at:
            head = _rotate(file, head)
            torn = torn and head.size > 0
        lines, n, before = [], head.n, head.sha256
        for one in events:
            n += 1
            lines.append(_line(one, n=n, before=before))
            before = hashlib.sha256(lines[-1]).hexdigest()
        content = (b"\n" if torn else b"") + b"".join(line + b"\n" for line in lines)
        size = _add(file, content)
        _keep_head(file, Head(n, before, size))


def head_file(file: Path) -> Path:
    """Where the head of an audit file lies."""
    return file.with_name(f"{file.name}.head")


def read_head(file: Path) -> Head | None:
    """The head of an audit file; None where there is none, or a damaged one."""
    try:
        said = json.loads(head_file(file).read_bytes())
        head = Head(said["n"], said["sha256"], said["bytes"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    numbers = all(type(value) is int and value >= 0 for value in (head.n, head.size))
    return head if numbers and isinstance(head.sha256, str) else None


def rotated(file: Path) -> list[Path]:
    """The files that were set aside when this one became long, the oldest first."""
    pattern = re.compile(rf"{re.escape(file.stem)}\.(\d{{10}})-\d{{10}}{re.escape(file.suffix)}")
    found = [one for one in file.parent.iterdir() if pattern.fullmatch(one.name)] if file.parent.is_dir() else []
    return sorted(found, key=lambda one: one.name)


def lines_of(file: Path, *, start: int = 0) -> Iterator[bytes]:
    """The lines of a file with their line feeds, from a byte on; the last one may lack it. A longer line than any
    comes in pieces. Raises OSError."""
    with file.open("rb") as stream:
        stream.seek(start)
        while line := stream.readline(LONGEST_LINE):
            yield line


def user() -> str:
    """The name of who runs this process, as the system knows it, not as variables say."""
    if sys.platform == "win32":
        with suppress(OSError):
            return os.getlogin()
        return os.environ.get("USERNAME", "unknown")
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _line(one: Event, *, n: int, before: str) -> bytes:
    value = {
        "n": n,
        "before": before,
        "when": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "who": user(),
        "did": one.deed.value,
        "document": one.document,
        "pack": one.pack,
        "version": one.version,
        "manifest": one.manifest,
        "program": __version__,
        "counts": dict(sorted(one.counts.items())),
    }
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _end(file: Path) -> tuple[Head, bool]:
    """The end of the chain as it stands, and whether the last line lacks its line feed: a program was cut off there."""
    kept = read_head(file)
    head = kept or Head(0, FIRST, 0)
    try:
        size = file.stat().st_size
    except FileNotFoundError:  # somebody set it aside; the chain goes on in a new file
        return Head(head.n, head.sha256, 0), False
    if size <= head.size:  # shorter: lines were taken away, which the gap in the chain will say for ever
        return Head(head.n, head.sha256, size), size > 0 and not _ends_a_line(file)
    n, digest, torn = head.n, head.sha256, False
    for line in lines_of(file, start=head.size):  # written before a program was cut off, or there is no head
        n = _number(line) or n + 1
        digest = hashlib.sha256(line.removesuffix(b"\n")).hexdigest()
        torn = not line.endswith(b"\n")
    return Head(n, digest, size), torn


def _number(line: bytes) -> int | None:
    with suppress(ValueError, RecursionError):
        value = json.loads(line)
        if isinstance(value, dict) and type(value.get("n")) is int:
            return int(value["n"])
    return None


def _ends_a_line(file: Path) -> bool:
    with file.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read() == b"\n"


def _add(file: Path, content: bytes) -> int:
    """Append bytes, wait for the disk, and give the size of the file."""
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        while content:
            content = content[os.write(handle, content) :]
        os.fsync(handle)
        return os.fstat(handle).st_size
    finally:
        os.close(handle)


def _keep_head(file: Path, head: Head) -> None:
    place = head_file(file)
    temporary = place.with_name(f"{place.name}.tmp")  # the lock is held: nobody else writes it
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(json.dumps({"n": head.n, "sha256": head.sha256, "bytes": head.size}).encode() + b"\n")
    temporary.replace(place)


def _rotate(file: Path, head: Head) -> Head:
    """Set a long file aside under the numbers of its lines; where that is not allowed (a file that can only be appended
    to), it grows on."""
    first = next((_number(line) for line in lines_of(file)), None) or 1
    aside = file.with_name(f"{file.stem}.{first:010}-{head.n:010}{file.suffix}")
    try:
        if aside.exists():
            return head
        file.rename(aside)
    except PermissionError:
        return head
    return Head(head.n, head.sha256, 0)


@contextmanager
def _held(file: Path) -> Iterator[None]:
    """A block in which this process alone writes; what the system refuses there is one sentence."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(file):
            yield
    except OSError as error:
        raise CardioNerError(
            f"The audit file {shown(file)} cannot be written ({error.strerror}), so nothing goes on; "
            "ask your administrator."
        ) from error


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    until = time.monotonic() + PATIENCE
    while (lock := Lock.take(file.with_name(f"{file.name}.lock"))) is None:
        if time.monotonic() > until:
            raise CardioNerError(
                f"The audit file {shown(file)} is held by another program, so nothing goes on; close that one."
            )
        time.sleep(random.uniform(0.001, 0.01))
    try:
        yield
    finally:
        lock.release()
