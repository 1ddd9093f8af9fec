"""Work that the window gives to threads: reading files, and opening the pipeline of the installed packs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError, PackError, ReadingError
from cardioner_desktop.lists.own import find_lists
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.paths import lists_folder, settings_file
from cardioner_desktop.reading.plain import read_text, shown, walk
from cardioner_desktop.settings import read_settings


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of one path: a document, or why there is none.

    `path` is None for a folder that could not be opened, and for what is no text file.
    """

    path: Path | None
    result: Document | Failure


def read_all(paths: Sequence[Path], stop: Callable[[], bool]) -> Iterator[Opened]:
    """Read every `.txt` among and under some paths until told to stop."""
    for found in walk(paths):
        if stop():
            return
        if isinstance(found, Failure):
            yield Opened(None, found)
            continue
        try:
            yield Opened(found.path, read_text(found))
        except ReadingError as error:
            # The list shows the sentence in little room; the whole path is in its tooltip.
            sentence = str(error).replace(shown(found.path), shown(Path(found.path.name)))
            yield Opened(found.path, Failure(found.id, sentence))


def installed_stages(warn: Callable[[str], None]) -> Sequence[Stage]:
    """The pipeline of all packs on this machine, with the user's settings.

    A pack that is damaged is told to `warn`, and the others serve. Raises PackError where none is left.
    """
    # Imported here, in the thread: numpy and the engine would delay the window by most of a second.
    from cardioner_desktop.pipelines import Options, open_pipeline

    try:
        settings = read_settings(settings_file())
    except CardioNerError as error:
        warn(str(error))
        settings = None
    packs = []
    for folder in find_packs():
        try:
            packs.append(read_pack(folder))
        except PackError as error:
            warn(str(error))
    if not packs:
        raise PackError("No usable model pack is installed, so nothing can be tagged; put one into the packs folder.")
    options = Options()
    if settings is not None:
        options = Options(
            labels=settings.labels,
            gate=settings.gate,
            gazetteer=settings.gazetteer,
            rules=settings.rules,
            threshold=settings.threshold,
            engine=settings.engine,
            device=settings.device,
            threads=settings.threads,
        )
    options = replace(options, lists=find_lists(lists_folder()))
    return open_pipeline(packs, options)
