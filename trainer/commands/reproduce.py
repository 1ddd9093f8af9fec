"""`cardioner-train reproduce`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@CORPORA
@click.option(
    "--models", type=FOLDER, help="Folder below which the bases lie; without it the hub's cache is looked at."
)
@click.option("--out", type=FOLDER, required=True, help="Folder of the runs and the table; what it holds is kept.")
@click.option("--only", multiple=True, help="Name of one system; may be given again. Default: all of the paper.")
@click.option("--gazetteers", type=FOLDER, help="Merged drug lists, for the systems with dict1 and dict2.")
@click.option("--texts", type=FOLDER, help="Adaptation texts (es/train.txt.xz ...), for the systems that are adapted.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def reproduce(
    corpora: Path,
    models: Path | None,
    out: Path,
    only: tuple[str, ...],
    gazetteers: Path | None,
    texts: Path | None,
    threads: int,
) -> None:
    """Run the paper's systems whose bases are at hand, and write our figures beside the published ones."""
    from trainer.measuring.reproduce import Places
    from trainer.measuring.reproduce import reproduce as run

    places = Places(corpora, out, models, gazetteers, texts, threads)
    for line in run(places, only=only):
        click.echo(line)
