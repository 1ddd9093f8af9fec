"""What a long pass over a dump found, kept in a file, so that the pass is made once."""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from cardioner_desktop.core.driver import Failure
from trainer.corpus.streams import Meter, opened

Item = TypeVar("Item")
Fields = dict[str, str | list[str]]

_FORMAT = "1"  # of the kept lines and of what the passes make of a dump: raise it where either changes


def fingerprint(inputs: tuple[Path, ...], *options: str) -> str:
    """Changes with the options and with the name, size or time of an input; reading its bytes would take too long."""
    status = [(path, path.stat()) for path in inputs]
    facts = [_FORMAT, *options, *(f"{path.name} {found.st_size} {found.st_mtime_ns}" for path, found in status)]
    return hashlib.sha256("\0".join(facts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def kept(
    file: Path,
    produce: Callable[[], Iterator[Item | Failure]],
    *,
    write: Callable[[Item], Fields],
    read: Callable[[Fields], Item],
    meter: Meter,
) -> Iterator[Item | Failure]:
    """What `produce` yields, from the file where an earlier pass has finished it.

    The file appears when the pass is over; one that is interrupted leaves none.
    """
    if file.exists():
        with opened(file, meter) as stream:
            for line in stream:
                fields = json.loads(line)
                failure = fields.get("failure")
                yield Failure(fields["id"], failure) if failure else read(fields)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    try:
        with gzip.open(part, "wt", encoding="utf-8", compresslevel=3) as stream:
            for item in produce():
                fields = {"id": item.id, "failure": item.sentence} if isinstance(item, Failure) else write(item)
                stream.write(json.dumps(fields) + "\n")
                yield item
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
