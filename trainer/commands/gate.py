"""`cardioner-train gate`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--documents", type=click.IntRange(1), default=10, show_default=True, help="To time, in each language.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def gate(run: Path, corpora: Path, documents: int, threads: int) -> None:
    """What the filter lets through, loses and saves, in five folds over the documents on which RUN is measured.

    RUN has been through `choose`. Filters of the folds stay in its folder `gates`.
    """
    from trainer.measuring.gate import lines

    for line in lines(run, corpora, documents=documents, threads=threads):
        click.echo(line)
