"""`cardioner-train train`."""

from pathlib import Path

import click

from trainer.commands.options import CORPORA, FOLDER
from trainer.config import read_recipe, shortened
from trainer.learning.corpora import SIBLINGS


@click.command()
@click.argument("recipe", type=click.Path(path_type=Path, dir_okay=False))
@CORPORA
@click.option("--models", type=FOLDER, help="Folder in which the recipe's base lies.")
@click.option("--out", type=FOLDER, required=True, help="Run folder; a run that it holds goes on.")
@click.option("--sibling", type=click.Choice(SIBLINGS), default="choice", show_default=True)
@click.option("--base", help="A base in place of the recipe's: a folder, or a hub name.")
@click.option("--start", type=FOLDER, help="A finished run to start from.")
@click.option("--budget", type=click.FloatRange(0, 1, min_open=True), default=1.0, help="Share of the recipe's passes.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
@click.option("--steps", type=click.IntRange(1), help="Stop after so many steps, with a checkpoint.")
def train(
    recipe: Path,
    corpora: Path,
    models: Path | None,
    out: Path,
    sibling: str,
    base: str | None,
    start: Path | None,
    budget: float,
    threads: int,
    steps: int | None,
) -> None:
    """Train RECIPE; `choice` holds the selection documents back, `fold-1` … a fifth of all, `shipped` none."""
    from trainer.learning.bases import base_folder, tokenizer_file
    from trainer.learning.train import train as run

    read = shortened(read_recipe(recipe), budget)
    folder = base_folder(base or read.base, *([models] if models else []))
    finished = run(
        read,
        base=str(folder),
        tokenizer_file=tokenizer_file(folder, out / "tokenizer.json"),
        corpora=corpora,
        out=out,
        sibling=sibling,
        start=start,
        threads=threads,
        stop_after_steps=steps,
    )
    click.echo(f"finished: {finished}" if finished else f"stopped with a checkpoint in {out}")
