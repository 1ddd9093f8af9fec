"""`cardioner-train refit`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("packs", type=FOLDER)
@click.argument("folds", type=FOLDER, nargs=-1, required=True)
@CORPORA
@click.option("--version", required=True, help="Of the packs from then on.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def refit(packs: Path, folds: tuple[Path, ...], corpora: Path, version: str, threads: int) -> None:
    """Fit the values of PACKS anew on what five FOLDS held back, and measure them there; the models stay."""
    from trainer.packing.refit import refit as lines

    for line in lines(packs, folds, corpora=corpora, version=version, threads=threads):
        click.echo(line)
