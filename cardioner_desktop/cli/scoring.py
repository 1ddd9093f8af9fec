"""`cardioner score` and `cardioner compare`: their options."""

from pathlib import Path

import click

from cardioner_desktop.cli.values import INPUT


@click.command()
@click.argument("gold", type=INPUT)
@click.argument("predicted", type=INPUT, metavar="PRED")
@click.option("--mode", type=click.Choice(["official", "fair", "token", "character"]), default="official",
              show_default=True, help="How a prediction is counted.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the figures of each document.")
def score(gold: Path, predicted: Path, mode: str, as_json: bool) -> None:
    """Score PRED against GOLD, each a brat folder or a table: precision, recall, F1 and its 95 % interval."""
    from cardioner_desktop.commands.score import score_files

    score_files(gold, predicted, mode=mode, as_json=as_json)


@click.command()
@click.argument("left", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("right", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Also write the differences (TSV) and the figures (JSON) there.")  # fmt: skip
def compare(left: Path, right: Path, out: Path | None) -> None:
    """Compare two brat folders of the same letters: RIGHT scored against LEFT, and what differs."""
    from cardioner_desktop.commands.compare import compare_folders

    compare_folders(left, right, out=out)
