"""`cardioner-train ablation`."""

from pathlib import Path

import click

from cardioner_desktop.formats.atomic import write_text
from trainer.commands.options import CORPORA, FOLDER


@click.command()
@click.argument("runs", type=FOLDER, nargs=-1, required=True)
@CORPORA
@click.option("--gazetteers", type=FOLDER, required=True, help="Merged drug lists.")
@click.option("--sentence-filter", type=FOLDER, help="A finished run of sentence-filter.")
@click.option("--lang", "languages", type=click.Choice(["es", "en", "it"]), multiple=True, help="Default: all.")
@click.option("--documents", type=click.IntRange(1), help="Only so many of each language.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write the table to this file.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def ablation(
    runs: tuple[Path, ...],
    corpora: Path,
    gazetteers: Path,
    sentence_filter: Path | None,
    languages: tuple[str, ...],
    documents: int | None,
    out: Path | None,
    threads: int,
) -> None:
    """What filter, gate, dictionaries and rules change in RUNS, on the corpora that they did not learn from."""
    from trainer.measuring.ablation import ablation as rows_of
    from trainer.measuring.ablation import table

    rows = []
    for row in rows_of(
        runs,
        corpora=corpora,
        gazetteers=gazetteers,
        sentence_filter=sentence_filter,
        languages=languages,
        documents=documents,
        threads=threads,
    ):
        rows.append(row)
        if out:  # after each row, so that a killed call leaves what it measured
            write_text(out, f"{table(rows)}\n")
    click.echo(table(rows))
