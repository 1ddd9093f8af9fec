"""`cardioner-train average`."""

from pathlib import Path

import click

from trainer.commands.options import FOLDER


@click.command()
@click.argument("runs", type=FOLDER, nargs=-1, required=True)
@click.option("--out", type=FOLDER, required=True, help="Run folder of the mean.")
def average(runs: tuple[Path, ...], out: Path) -> None:
    """Average the weights of RUNS: one recipe and start, several seeds."""
    from trainer.learning.average import average as average_runs

    click.echo(f"finished: {average_runs(runs, out)}")
