"""`cardioner-train measure`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
def measure(run: Path, corpora: Path) -> None:
    """What rules, gazetteer and filter are worth, on the selection documents with the packs of the choice RUN."""
    from trainer.measuring.measure import measure as measure_run
    from trainer.packing.siblings import recipe_of

    for line in measure_run(run, recipe_of(run), corpora):
        click.echo(line)
