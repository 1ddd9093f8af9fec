"""`cardioner-train splits`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA


@click.command()
@CORPORA
def splits(corpora: Path) -> None:
    """Boundary precision, recall and F1 of our splitter and of the plain library."""
    from trainer.measuring.splits import table

    click.echo(table(corpora))
