"""`cardioner-train stress`."""

from pathlib import Path

import click

from cardioner_desktop.formats.atomic import write_text
from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--lang", "languages", multiple=True, help="Only these languages; default: every pack of the run.")
@click.option("--documents", type=click.IntRange(1), help="Only so many of each language.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write the table to this file.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def stress(
    run: Path, corpora: Path, languages: tuple[str, ...], documents: int | None, out: Path | None, threads: int
) -> None:
    """What careless writing costs the packs of RUN, in points of F1 on documents that they never saw."""
    from trainer.fitting.found import open_run
    from trainer.fitting.unseen import pack_folders
    from trainer.measuring.stress import stress as losses_of
    from trainer.measuring.stress import table

    recipe = open_run(run).recipe
    rows = []
    for row in losses_of(recipe, corpora, pack_folders(run, languages), documents=documents, threads=threads):
        rows.append(row)
        if out:  # after each row, so that a killed call leaves what it measured
            write_text(out, f"{table(rows)}\n")
    click.echo(table(rows))
