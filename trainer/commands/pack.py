"""`cardioner-train pack`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--choice", type=FOLDER, required=True, help="The finished and chosen sibling run.")
@click.option("--texts", type=FOLDER, required=True, help="Raw texts for the vocabulary.")
@click.option("--gazetteers", type=FOLDER, required=True, help="Merged drug lists.")
@click.option("--out", type=FOLDER, required=True, help="Folder of packs.")
@click.option("--version", default="0.1.0", show_default=True)
def pack(run: Path, corpora: Path, choice: Path, texts: Path, gazetteers: Path, out: Path, version: str) -> None:
    """Pack the shipped RUN with what its sibling fixed."""
    from trainer.packing.siblings import ship

    for line in ship(run, choice=choice, corpora=corpora, texts=texts, gazetteers=gazetteers, out=out, version=version):
        click.echo(line)
