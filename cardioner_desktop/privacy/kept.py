"""One table of every file that the program keeps of itself and that can hold what a letter says, or whose it is.

`purge` goes by it, and `resources/guides/privacy.md` shows it (tested). What a person has written somewhere, exports
and outputs, is theirs and not in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.paths import crashes_folder, review_folder, scratch_folder
from cardioner_desktop.privacy import crash, scratch
from cardioner_desktop.privacy.claims import in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Files of one kind. `find` gives those that may go, given the output folders that a person named."""

    name: str
    place: str
    holds: str
    stays: str
    find: Callable[[Sequence[Path]], Iterator[Path]]


def _corrections(_: Sequence[Path]) -> Iterator[Path]:
    for pattern in ("review-*.journal", "review-*.new", "review-*.damaged-*"):
        yield from sorted(review_folder().glob(pattern))


def _temporary(_: Sequence[Path]) -> Iterator[Path]:
    running = set(in_use(scratch_folder(), scratch.PREFIX))
    for path in sorted(scratch_folder().glob(f"{scratch.PREFIX}-*")):
        if path not in running and path.with_suffix("") not in running:
            yield path


def _crashes(_: Sequence[Path]) -> Iterator[Path]:
    running = set(in_use(crashes_folder(), crash.NATIVE))
    yield from crash.reports()
    for path in sorted(crashes_folder().glob(f"{crash.NATIVE}-*")):
        if path not in running and path.with_suffix("") not in running:
            yield path


def _left_in_outputs(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for pattern in (".cardioner-*.tmp", ".cardioner-*/"):
            yield from sorted(path for path in folder.rglob(pattern) if not path.is_symlink())


KEPT = (
    Kept(
        name="Saved corrections",
        place="DATA/review/review-*.journal, review-*.damaged-*",
        holds="names and paths of letters, a digest of each text, offsets, labels, scores, codes, and notes as they "
        "were typed; never the text of a letter",
        stays="open letters until they are closed; closed ones as many days as the settings say (90 at first)",
        find=_corrections,
    ),
    Kept(
        name="Temporary files",
        place="SCRATCH/run-*",
        holds="documents on their way: dragged out of the window, or unpacked by a library that reads files",
        stays="until the program ends; after a crash or a power cut until its next start",
        find=_temporary,
    ),
    Kept(
        name="Crash reports",
        place="DATA/crashes/crash-*.txt, native-*",
        holds="versions, kinds of errors and places in the program; no text, name or path of a document",
        stays=f"the newest {crash.MOST}",
        find=_crashes,
    ),
    Kept(
        name="Unfinished outputs",
        place="OUT/**/.cardioner-*",
        holds="an output file that was being written when the program was killed",
        stays="until the folder is purged: name it, `cardioner purge OUT`",
        find=_left_in_outputs,
    ),
)
