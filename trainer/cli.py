"""`cardioner-train`: train, choose, pack, and the measurements."""

import logging
import sys
from pathlib import Path

import click

from cardioner_desktop.errors import CardioNerError
from trainer.config import read_recipe

FOLDER = click.Path(path_type=Path, file_okay=False)
CORPORA = click.option("--corpora", type=FOLDER, required=True, help="Folder of the annotated corpora.")


@click.group()
@click.version_option(package_name="cardioner-desktop")
def commands() -> None:
    """Train, measure and pack the models of CardioNER Desktop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@commands.command()
@click.argument("recipe", type=click.Path(path_type=Path, dir_okay=False))
@CORPORA
@click.option("--models", type=FOLDER, help="Folder in which the recipe's base lies.")
@click.option("--out", type=FOLDER, required=True, help="Run folder; a run that it holds goes on.")
@click.option("--sibling", type=click.Choice(["choice", "shipped"]), default="choice", show_default=True)
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
@click.option("--steps", type=click.IntRange(1), help="Stop after so many steps, with a checkpoint.")
def train(
    recipe: Path, corpora: Path, models: Path | None, out: Path, sibling: str, threads: int, steps: int | None
) -> None:
    """Train RECIPE; `choice` holds the selection documents back, `shipped` learns from them too."""
    from trainer.model import find_base
    from trainer.train import train as run

    read = read_recipe(recipe)
    base = find_base(read.base, models)
    finished = run(
        read,
        base=base,
        tokenizer_file=Path(base) / "tokenizer.json",
        corpora=corpora,
        out=out,
        everything=sibling == "shipped",
        threads=threads,
        stop_after_steps=steps,
    )
    click.echo(f"finished: {finished}" if finished else f"stopped with a checkpoint in {out}")


@commands.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--texts", type=FOLDER, required=True, help="Raw texts for the vocabulary.")
@click.option("--gazetteers", type=FOLDER, required=True, help="Merged drug lists.")
@click.option("--version", default="0.1.0", show_default=True)
def choose(run: Path, corpora: Path, texts: Path, gazetteers: Path, version: str) -> None:
    """Quantize the finished choice RUN, fit thresholds on the selection documents, and measure there."""
    from trainer.siblings import choose as choose_run

    for line in choose_run(run, corpora=corpora, texts=texts, gazetteers=gazetteers, version=version):
        click.echo(line)


@commands.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--choice", type=FOLDER, required=True, help="The finished and chosen sibling run.")
@click.option("--texts", type=FOLDER, required=True, help="Raw texts for the vocabulary.")
@click.option("--gazetteers", type=FOLDER, required=True, help="Merged drug lists.")
@click.option("--out", type=FOLDER, required=True, help="Folder of packs.")
@click.option("--version", default="0.1.0", show_default=True)
def pack(run: Path, corpora: Path, choice: Path, texts: Path, gazetteers: Path, out: Path, version: str) -> None:
    """Pack the shipped RUN with what its sibling fixed."""
    from trainer.siblings import ship

    for line in ship(run, choice=choice, corpora=corpora, texts=texts, gazetteers=gazetteers, out=out, version=version):
        click.echo(line)


@commands.command()
@click.argument("run", type=FOLDER)
@CORPORA
def measure(run: Path, corpora: Path) -> None:
    """What rules, gazetteer and filter are worth, on the selection documents with the packs of the choice RUN."""
    from trainer.measure import measure as measure_run
    from trainer.siblings import recipe_of

    for line in measure_run(run, recipe_of(run), corpora):
        click.echo(line)


@commands.command()
@CORPORA
def splits(corpora: Path) -> None:
    """Boundary precision, recall and F1 of our splitter and of the plain library."""
    from trainer.splits import table

    click.echo(table(corpora))


@commands.command()
@click.argument("run", type=FOLDER)
@click.option("--pack", "pack_folder", type=FOLDER, required=True, help="The pack made from RUN.")
@click.option("--texts", type=FOLDER, required=True, help="Brat folder in the pack's language.")
@click.option("--documents", type=click.IntRange(1), default=40, show_default=True)
@click.option("--threads", type=click.IntRange(1), default=2, show_default=True)
@click.option("--filter", "gate", is_flag=True, help="Also time drugs alone with the filter.")
def benchmark(run: Path, pack_folder: Path, texts: Path, documents: int, threads: int, gate: bool) -> None:
    """Seconds of our path and of the published way of running, on the same weights; memory and growth."""
    from cardioner_desktop.packs import read_pack
    from trainer.benchmark import compare, growth, memory

    for timing in compare(run, pack_folder, texts, documents=documents, threads=threads, gate=gate):
        click.echo(f"{timing.name:55} {timing.seconds:8.2f} s  {timing.ratio:6.2f} x ours")
    for size, seconds in growth(pack_folder, texts, threads=threads):
        click.echo(f"one document of {size:5d} KB {seconds:8.3f} s  {seconds / size * 1000:6.1f} ms/KB")
    click.echo(f"peak memory of cardioner tag: {memory(texts, read_pack(pack_folder).language):.0f} MB")


def main() -> None:
    """Entry point: errors a person can act on are one sentence and exit code 2."""
    try:
        commands(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        click.echo(f"The trainer needs the library {error.name}; install it with: pip install '.[train]'.", err=True)
        sys.exit(2)
    except CardioNerError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
