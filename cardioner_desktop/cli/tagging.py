"""The options of all commands that tag: what is looked for, how, and how it is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from cardioner_desktop.cli.values import FORMATS
from cardioner_desktop.errors import UsageError

if TYPE_CHECKING:
    from cardioner_desktop.options import Options
    from cardioner_desktop.reading.columns import Asked

Command = TypeVar("Command", bound=Callable[..., Any])


class Choices(TypedDict):
    """What a person chose, but for formats, language and threads."""

    entities: str | None
    labels: str
    gate: str
    gazetteer: str
    rules: str
    threshold: float | None
    engine: str | None
    device: str
    id_column: str | None
    text_column: str | None


_OPTIONS = (
    click.option(
        "--format",
        "formats",
        type=click.Choice(FORMATS),
        multiple=True,
        default=["brat"],
        show_default=True,
        help="What to write; may be given more than once.",
    ),
    click.option(
        "--lang",
        type=click.Choice(["es", "en", "it", "auto"]),
        default="auto",
        show_default=True,
        help="Language of the letters.",
    ),
    click.option(
        "--entities", metavar="NAMES", help="What to find, such as disease,drug.  [default: all a pack finds]"
    ),
    click.option(
        "--labels",
        type=click.Choice(["corpus", "english"]),
        default="corpus",
        show_default=True,
        help="FARMACO as in the corpora, or DRUG.",
    ),
    click.option(
        "--filter",
        "gate",
        type=click.Choice(["on", "off"]),
        default="off",
        show_default=True,
        help="Skip passages that a cheap test finds empty.",
    ),
    click.option(
        "--gazetteer",
        type=click.Choice(["off", "all", "guarded"]),
        default="guarded",
        show_default=True,
        help="Add names of a list: all, or those that the model supports.",
    ),
    click.option(
        "--rules",
        type=click.Choice(["default", "paper"]),
        default="default",
        show_default=True,
        help="Post-processing: ours, or as published.",
    ),
    click.option(
        "--threshold",
        type=click.FloatRange(0.0, 1.0),
        metavar="X",
        help="Lowest score that counts, 0 to 1.  [default: the pack's]",
    ),
    click.option("--engine", metavar="NAME", help="Inference engine of the pack.  [default: the pack's]"),
    click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True),
    click.option("--id-column", metavar="NAME", help="Of CSV, JSON lines, Parquet.  [default: found by its name]"),
    click.option("--text-column", metavar="NAME", help="Likewise, the column with the letters."),
)


def tagging_options(command: Command) -> Command:
    """Give a command these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def columns_of(choices: Choices) -> "Asked":
    """The columns of tables that a person named."""
    from cardioner_desktop.reading.columns import Asked

    return Asked(id=choices["id_column"], text=choices["text_column"])


def options_of(choices: Choices, *, threads: int) -> "Options":
    """The options of the pipeline, with the lists of names on this machine. Raises UsageError, PolicyError."""
    from cardioner_desktop.cli.fixed import with_fixed
    from cardioner_desktop.lists.own import find_lists
    from cardioner_desktop.options import Options
    from cardioner_desktop.paths import lists_folder

    entities = choices["entities"]
    names = None if entities is None else tuple(name.strip().lower() for name in entities.split(","))
    if names is not None and not all(names):
        raise UsageError("--entities is a list of names with commas between them, such as disease,drug.")
    options = Options(
        entities=names,
        labels=choices["labels"],
        gate=choices["gate"] == "on",
        gazetteer=choices["gazetteer"],
        rules=choices["rules"],
        threshold=choices["threshold"],
        engine=choices["engine"],
        device=choices["device"],
        threads=threads,
        lists=find_lists(lists_folder()),
    )
    return with_fixed(options)
