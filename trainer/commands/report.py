"""`cardioner-train report`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--out", type=FOLDER, required=True, help="Folder of the pages, outside the repository.")
@click.option("--lang", "languages", multiple=True, help="Only these languages; default: every pack of the run.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def report(run: Path, corpora: Path, out: Path, languages: tuple[str, ...], threads: int) -> None:
    """One HTML page for each pack of RUN: scores, learning, calibration, and errors on documents that it never saw."""
    from trainer.fitting.found import open_run
    from trainer.report.write import write_reports

    recipe = open_run(run).recipe
    for file in write_reports(run, recipe, corpora, out, languages=languages, threads=threads):
        click.echo(f"written: {file}")
