"""`cardioner-train compare`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("runs", nargs=-1, required=True)
@CORPORA
@click.option("--rules", multiple=True, default=["default"], type=click.Choice(["default", "paper", "none"]))
@click.option("--lists", type=FOLDER, help="Drug lists; each system is then also measured with them, guarded.")
@click.option(
    "--memory", "memories", multiple=True, default=["on"], type=click.Choice(["on", "off"]), help="Of the mentions."
)
@click.option("--lang", "languages", type=click.Choice(["es", "en", "it"]), multiple=True, help="Default: all.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def compare(
    runs: tuple[str, ...],
    corpora: Path,
    rules: tuple[str, ...],
    lists: Path | None,
    memories: tuple[str, ...],
    languages: tuple[str, ...],
    threads: int,
) -> None:
    """Measure RUNS side by side on the documents that they held back: strict F1, paired differences to the first.

    A run is one folder, or five folds of one recipe joined by commas.
    """
    from trainer.measuring.compare import HEADER, System
    from trainer.measuring.compare import compare as lines

    systems = [
        System(tuple(Path(folder) for folder in run.split(",")), rule, used, memory == "on")
        for run in runs
        for rule in rules
        for memory in memories
        for used in ([None, lists] if lists else [None])
    ]
    click.echo(HEADER)
    for line in lines(systems, corpora=corpora, languages=languages, threads=threads):
        click.echo(str(line))
