"""The sources that a person named, in the order in which they are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from trainer.corpus import abbreviations, drugs, ema, folder, wikidata, wikipedia
from trainer.corpus.kept import fingerprint, kept
from trainer.corpus.streams import Meter, bytes_of, files
from trainer.corpus.texts import Source, Text
from trainer.corpus.wikidata import Concept

UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files and folders by kind of source; what is None or empty is left out."""

    wikipedia: Path | None = None
    wikidata: Path | None = None
    ema: Path | None = None
    abbreviations: Path | None = None
    drugs: Path | None = None
    translated: Path | None = None
    texts: tuple[Path, ...] = ()


def sources(
    inputs: Inputs, *, language: str, identifiers: Sequence[str], licences: Mapping[str, str], work: Path
) -> list[Source]:
    """Every source that is there, looked at before the first is read.

    `work` is the folder for what the passes over dumps find. Raises UsageError for a path that does not hold what is
    wanted, for a licence of no source, and where nothing was named.
    """
    found = [*_wiki(inputs, language, tuple(identifiers), work), *_lists(inputs), *_folders(inputs, language)]
    if not found:
        raise UsageError("No source was named; give at least one, for example --texts FOLDER.")
    names = [source.name for source in found]
    for name in licences:
        if name not in names:
            raise UsageError(f"There is no source {name} for its licence; name one of {', '.join(names)}.")
    return [replace(source, licence=licences.get(source.name, UNKNOWN)) for source in found]


def _wiki(inputs: Inputs, language: str, identifiers: tuple[str, ...], work: Path) -> Iterator[Source]:
    if inputs.wikidata is None:
        if inputs.wikipedia is not None:
            raise UsageError("Wikidata tells which Wikipedia articles are medical; give its dump with --wikidata too.")
        return
    dump = _file(inputs.wikidata)
    mark = fingerprint((dump,), "wikidata", language, *identifiers)

    def concepts(meter: Meter) -> Iterator[Concept | Failure]:
        meter.begin("wikidata", bytes_of([dump]))
        return kept(
            work / f"wikidata-{mark}.jsonl.gz",
            lambda: wikidata.concepts(dump, meter, language=language, identifiers=identifiers),
            write=wikidata.write,
            read=wikidata.read,
            meter=Meter(),
        )

    yield Source("wikidata", (dump,), UNKNOWN, lambda meter: wikidata.texts(concepts(meter)))
    if inputs.wikipedia is None:
        return
    articles_dump = _file(inputs.wikipedia)
    articles_mark = fingerprint((articles_dump,), "wikipedia", mark)

    def articles(meter: Meter) -> Iterator[Text | Failure]:
        titles = {found.title for found in concepts(meter) if isinstance(found, Concept) and found.title}
        meter.begin("wikipedia", bytes_of([articles_dump]))
        yield from kept(
            work / f"wikipedia-{articles_mark}.jsonl.gz",
            lambda: wikipedia.articles(articles_dump, meter, language=language, titles=titles),
            write=wikipedia.write,
            read=wikipedia.read,
            meter=Meter(),
        )

    yield Source("wikipedia", (articles_dump,), UNKNOWN, articles)


def _lists(inputs: Inputs) -> Iterator[Source]:
    if inputs.abbreviations is not None:
        (file,) = files(_file(inputs.abbreviations), abbreviations.ENDINGS)
        yield Source("abbreviations", (file,), UNKNOWN, partial(abbreviations.texts, file))
    if inputs.drugs is not None:
        (file,) = files(_file(inputs.drugs), drugs.ENDINGS)
        yield Source("drugs", (file,), UNKNOWN, partial(drugs.texts, file))


def _folders(inputs: Inputs, language: str) -> Iterator[Source]:
    if inputs.ema is not None:
        files(inputs.ema, ema.ENDINGS)
        yield Source("ema", (inputs.ema,), UNKNOWN, partial(ema.texts, inputs.ema, language=language))
    named = [("translated", inputs.translated)] if inputs.translated is not None else []
    taken = {"wikidata", "wikipedia", "abbreviations", "drugs", "ema", "translated"}
    for path in inputs.texts:
        name = stem = path.name.partition(".")[0] or "texts"
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        named.append((name, path))
    for name, path in named:
        files(path, folder.ENDINGS)
        yield Source(name, (path,), UNKNOWN, partial(folder.texts, path, name=name))


def _file(path: Path) -> Path:
    if not path.is_file():
        raise UsageError(f"{shown(path)} is no file; give a file that is there.")
    return path
