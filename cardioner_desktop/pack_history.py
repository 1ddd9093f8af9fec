"""The version before of each pack of the user's own: kept when a newer one takes its place, and put back on request.

It lies in a hidden folder among the packs, where nothing looks for packs to use. One version of each name is kept.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.errors import PackError
from cardioner_desktop.locks import Lock
from cardioner_desktop.packs import MANIFEST, Pack, read_pack
from cardioner_desktop.security.site import Site, read_trusted

PREVIOUS = ".previous"
OUTGOING = ".outgoing-"
_LOCK = ".lock"

Trial: TypeAlias = Callable[[Pack], None]
"""Lets a pack work once; PackError, one sentence, where it does not."""


def untried(pack: Pack) -> None:
    """The trial of who wants none."""


def put(staging: Path, place: Path) -> None:
    """Give a finished folder its name; what had it becomes the version before. OSError where that cannot be."""
    if not place.exists():
        staging.rename(place)
        return
    with _alone(place.parent):
        kept = _kept(place.name, place.parent)
        _discard(kept, place.parent)
        # Cut off between these two, the version before is still there for `roll_back`.
        place.rename(kept)
        try:
            staging.rename(place)
        except OSError:
            with suppress(OSError):
                kept.rename(place)
            raise


def previous(name: str, folder: Path) -> Pack | None:
    """The version before of a pack of the user's own, as its manifest tells; `None` where none is kept."""
    place = _kept(name, folder)
    if not (place / MANIFEST).is_file():
        return None
    try:
        return read_pack(place, check=False)
    except PackError:
        return None


def roll_back(name: str, folder: Path, *, site: Site, allow_unsigned: bool = False, trial: Trial = untried) -> Pack:
    """Put the version before of a pack back in its place, where it still counts, is whole and works; the pack.

    What it takes the place of is kept in turn, so that a second time goes forward again. `PackError` where there is
    none, or it is refused; then nothing has changed.
    """
    if previous(name, folder) is None:
        raise PackError(
            f"No version before of the pack {name} is kept; where one came with the program, remove yours to use that."
        )
    kept, place = _kept(name, folder), folder / name
    trial(read_trusted(kept, site, allow_unsigned=allow_unsigned))
    try:
        with _alone(folder):
            aside = Path(tempfile.mkdtemp(prefix=OUTGOING, dir=folder))
            there = place.exists()
            if there:
                place.rename(aside / name)
            try:
                kept.rename(place)
            except OSError:
                if there:
                    with suppress(OSError):
                        (aside / name).rename(place)
                raise
            finally:
                if there and (aside / name).exists():
                    (aside / name).rename(kept)
                aside.rmdir()
    except OSError as error:
        raise PackError(f"The pack {name} cannot be put back ({error.strerror}); close what uses it.") from error
    return read_pack(place, check=False)


def forget(name: str, folder: Path) -> None:
    """Delete the version before of a pack; OSError where that cannot be."""
    if (folder / PREVIOUS).is_dir():
        with _alone(folder):
            _discard(_kept(name, folder), folder)
        if [place.name for place in (folder / PREVIOUS).iterdir()] == [_LOCK]:
            shutil.rmtree(folder / PREVIOUS, ignore_errors=True)


def _kept(name: str, folder: Path) -> Path:
    return folder / PREVIOUS / name


def _discard(place: Path, folder: Path) -> None:
    """Delete a folder that may not be there: gone at once by its name, then file by file."""
    if place.exists():
        outgoing = Path(tempfile.mkdtemp(prefix=OUTGOING, dir=folder))
        place.rename(outgoing / place.name)
        shutil.rmtree(outgoing, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While no other window or command replaces packs in a folder."""
    (folder / PREVIOUS).mkdir(exist_ok=True)
    lock = Lock.take(folder / PREVIOUS / _LOCK)
    if lock is None:
        raise PackError("Another window or command is replacing a pack just now; wait until it has ended.")
    try:
        yield
    finally:
        lock.release()
