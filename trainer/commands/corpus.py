"""`cardioner-train corpus`: the corpus for masked-language adaptation, from local files."""

import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from cardioner_desktop.errors import UsageError
from trainer.corpus.wikidata import IDENTIFIERS

_EXISTING = click.Path(path_type=Path)
_SECONDS_BETWEEN_LINES = 10.0


@click.command()
@click.option("--language", type=click.Choice(["es", "en", "it"]), required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the corpus.")
@click.option("--wikidata", type=_EXISTING, help="Dump of all entities as JSON (.bz2, .gz).")
@click.option("--wikipedia", type=_EXISTING, help="Dump of pages-articles in XML (.bz2); needs --wikidata.")
@click.option(
    "--identifier", "identifiers", type=click.Choice(sorted(IDENTIFIERS)), multiple=True, help="[default: all]"
)
@click.option("--ema", type=_EXISTING, help="Folder of EMA texts: .txt, also from PDF files, or .tmx.")
@click.option("--abbreviations", type=_EXISTING, help="Table of abbreviations and meanings.")
@click.option("--drugs", type=_EXISTING, help="Table of names and descriptions, or DrugBank's XML.")
@click.option("--translated", type=_EXISTING, help="Translated texts: .txt, .txt.xz, .jsonl, .csv, or a folder.")
@click.option("--texts", type=_EXISTING, multiple=True, help="Any other texts, likewise; may be repeated.")
@click.option("--licence", "licences", multiple=True, metavar="SOURCE=LICENCE", help="For the manifest; repeated.")
@click.option("--measured", type=_EXISTING, multiple=True, required=True, help="Documents to keep out, all languages.")
@click.option("--drop", type=click.Choice(["document", "paragraph"]), default="document", show_default=True,
              help="What goes where ten words are shared with a measured document.")  # fmt: skip
@click.option("--tokenizer", type=_EXISTING, help="A tokenizer.json, to count sub-words too.")
@click.option("--dev-share", type=click.FloatRange(0, 0.5), default=0.08, show_default=True, help="Of the documents.")
@click.option("--test-share", type=click.FloatRange(0, 0.5), default=0.08, show_default=True, help="Of the documents.")
@click.option("--seed", type=int, default=1, show_default=True)
def corpus(
    language: str,
    out: Path,
    wikidata: Path | None,
    wikipedia: Path | None,
    identifiers: tuple[str, ...],
    ema: Path | None,
    abbreviations: Path | None,
    drugs: Path | None,
    translated: Path | None,
    texts: tuple[Path, ...],
    licences: tuple[str, ...],
    measured: tuple[Path, ...],
    drop: str,
    tokenizer: Path | None,
    dev_share: float,
    test_share: float,
    seed: int,
) -> None:
    """Build train.txt.xz, dev.txt.xz and test.txt.xz for masked-language adaptation, from local files alone.

    Every text that shares a run of ten words with a measured document is dropped. Name the measured documents in all
    languages at once. The passes over dumps are kept in OUT/passes, so that an interrupted run goes on after them.
    """
    from trainer.corpus.build import Options, build
    from trainer.corpus.sources import Inputs, sources
    from trainer.corpus.streams import Meter

    inputs = Inputs(wikipedia, wikidata, ema, abbreviations, drugs, translated, texts)
    named = sources(
        inputs,
        language=language,
        identifiers=identifiers or tuple(IDENTIFIERS),
        licences=_licences(licences),
        work=out / "passes",
    )
    options = Options(
        language, seed=seed, dev_share=dev_share, test_share=test_share, drop_documents=drop == "document"
    )
    with _Shown() as bar:
        report = build(named, options, keep_out=measured, out=out, tokenizer=tokenizer, meter=Meter(bar.tell))
    click.echo(str(report))
    for source in report.sources:
        for failure in source.failures:
            click.echo(f"{source.name}: left out {failure.id}: {failure.sentence}", err=True)


def _licences(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given]
    for name, sign, licence in pairs:
        if not (name and sign and licence):
            raise UsageError(f"The licence {name!r} is not of the form SOURCE=LICENCE; write for example ema='reuse'.")
    return {name: licence for name, _, licence in pairs}


class _Shown:
    """A bar on stderr where it is a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._told = time.monotonic()
        self._tasks: dict[str, TaskID] = {}
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                DownloadColumn(),
                TimeRemainingColumn(elapsed_when_finished=True),
                console=Console(stderr=True),
                transient=True,
            )

    def __enter__(self) -> "_Shown":
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def tell(self, name: str, done: int, total: int) -> None:
        """Bytes of a source read so far and in all."""
        if self._bar is not None:
            if name not in self._tasks:
                self._tasks[name] = self._bar.add_task(name)
            self._bar.update(self._tasks[name], completed=done, total=total)
        elif time.monotonic() - self._told >= _SECONDS_BETWEEN_LINES:
            self._told = time.monotonic()
            click.echo(f"{name}: {done / 2**20:.0f} of {total / 2**20:.0f} MiB", err=True)
