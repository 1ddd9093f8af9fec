"""`cardioner purge`: its options."""

from pathlib import Path

import click


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(file_okay=False, path_type=Path), metavar="[OUT...]")
@click.option("--dry-run", is_flag=True, help="List what would go, and remove nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(folders: tuple[Path, ...], dry_run: bool, yes: bool) -> int:
    """Remove what the program keeps of itself and what can hold patients' words or names.

    Saved corrections, temporary files and crash reports; with output folders OUT also what a run keeps in them beside
    its outputs. Outputs stay.
    """
    from cardioner_desktop.commands.purge import purge as run

    return run(folders, dry_run=dry_run, yes=yes)
