"""`cardioner audit`: its commands and their options."""

from pathlib import Path

import click


@click.group()
def audit() -> None:
    """The audit file: who did what with which document and which pack, when."""


@audit.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[FILE...]")
@click.option("--known", multiple=True, metavar="N:HASH",
              help="What an earlier verify said of the last line; may be given more than once.")  # fmt: skip
def verify(files: tuple[Path, ...], known: tuple[str, ...]) -> int:
    """Find lines of an audit FILE that were changed, taken away, moved or cut off; by default of yours.

    Files that were set aside beside FILE are read too.
    """
    from cardioner_desktop.commands.audit import verify_files

    return verify_files(files, known)
