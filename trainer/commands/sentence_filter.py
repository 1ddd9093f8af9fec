"""`cardioner-train sentence-filter`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER


@click.command(name="sentence-filter")
@click.argument("recipe", type=click.Path(path_type=Path, dir_okay=False))
@CORPORA
@click.option("--models", type=FOLDER, help="Folder below which the recipe's base lies.")
@click.option("--out", type=FOLDER, required=True, help="Run folder; a run that it holds goes on.")
@click.option("--budget", type=click.FloatRange(0, 1, min_open=True), default=1.0, help="Share of the recipe's passes.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def sentence_filter(recipe: Path, corpora: Path, models: Path | None, out: Path, budget: float, threads: int) -> None:
    """Train the published filter of RECIPE: does a sentence hold a mention?"""
    from trainer.config import read_recipe, shortened
    from trainer.gating.sentence_filter import train_filter
    from trainer.learning.bases import base_folder, tokenizer_file

    read = shortened(read_recipe(recipe), budget)
    base = base_folder(read.base, *([models] if models else []))
    train_filter(
        read,
        base=str(base),
        tokenizer_file=tokenizer_file(base, out / "tokenizer.json"),
        corpora=corpora,
        out=out,
        threads=threads,
    )
    click.echo(f"finished: {out}")
