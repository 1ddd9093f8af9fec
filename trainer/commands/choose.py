"""`cardioner-train choose`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--texts", type=FOLDER, required=True, help="Raw texts for the vocabulary.")
@click.option("--gazetteers", type=FOLDER, required=True, help="Merged drug lists.")
@click.option("--version", default="0.1.0", show_default=True)
def choose(run: Path, corpora: Path, texts: Path, gazetteers: Path, version: str) -> None:
    """Quantize the finished choice RUN, fit thresholds on the selection documents, and measure there."""
    from trainer.packing.siblings import choose as choose_run

    for line in choose_run(run, corpora=corpora, texts=texts, gazetteers=gazetteers, version=version):
        click.echo(line)
