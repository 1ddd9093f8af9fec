"""`cardioner sample OUT` and `cardioner sample report DIR`: their options."""

from pathlib import Path

import click

_DRAW = "draw"


class _Sample(click.Group):
    """A group whose first command need not be named: `sample OUT` draws."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "-h", "--help"):
            args = [_DRAW, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Sample, no_args_is_help=True)
def sample() -> None:
    """Draw documents of an archive for review, and learn precision and recall there.

    \b
    cardioner sample OUT --into DIR    draw; then open DIR in the window and review
    cardioner sample report DIR        precision and recall of all of OUT, with intervals
    """


@sample.command(name=_DRAW)
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="A new folder for the documents drawn.")  # fmt: skip
@click.option("--documents", type=click.IntRange(min=2), default=100, show_default=True, metavar="N",
              help="How many to draw.")  # fmt: skip
@click.option("--seed", type=int, default=0, show_default=True, metavar="S",
              help="Another number draws other documents.")  # fmt: skip
def draw(out: Path, into: Path, documents: int, seed: int) -> None:
    """Draw documents at random from what a run has written into OUT, by language, number of mentions and scores."""
    from cardioner_desktop.commands.sample import draw_sample

    draw_sample(out, into, documents=documents, seed=seed)


@sample.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def report(folder: Path, as_json: bool) -> None:
    """Print what the review of DIR says of the whole archive, and write DIR/report.html and DIR/report.json."""
    from cardioner_desktop.commands.sample import report_sample

    report_sample(folder, as_json=as_json)
