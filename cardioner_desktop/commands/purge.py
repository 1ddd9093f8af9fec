"""`cardioner purge`: what the program keeps of itself goes."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from cardioner_desktop.commands.interrupt import confirmed
from cardioner_desktop.paths import shown
from cardioner_desktop.privacy.purge import Found, find, no_batch, no_window, remove


def purge(folders: Sequence[Path], *, dry_run: bool, yes: bool) -> int:
    """List what would go, ask, and take it away; 1 where the person thought better of it.

    Raises CardioNerError while a window is open or a batch works in one of the folders, and for what cannot be removed.
    """
    with no_window(), no_batch(folders):
        found = find(folders)
        if not found:
            click.echo("There is nothing to purge.")
            return 0
        for line in _lines(found):
            click.echo(line)
        if dry_run:
            return 0
        if not yes and not confirmed("Remove all of this?"):
            click.echo("Nothing was removed.")
            return 1
        number = sum(1 for _ in remove(found))
    click.echo(f"{number} of {len(found)} are gone.")
    return 0


def _lines(found: Sequence[Found]) -> list[str]:
    lines = []
    for kept, members in groupby(found, key=lambda one: one.kept):
        lines.append(f"{kept.name} ({kept.holds}):")
        lines.extend(f"  {shown(one.path)}  {one.size} bytes" for one in members)
    return lines
