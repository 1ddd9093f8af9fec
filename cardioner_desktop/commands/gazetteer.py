"""`cardioner gazetteer`: import, list and remove a user's own lists of names."""

from collections import Counter
from pathlib import Path

import click

from cardioner_desktop.core.gazetteer import read_entries
from cardioner_desktop.lists.entries import DRUG
from cardioner_desktop.lists.kinds import import_list
from cardioner_desktop.lists.own import find_lists, forget, keep
from cardioner_desktop.security.policy import ADD_LISTS
from cardioner_desktop.security.site import this_policy


def add_list(file: Path, folder: Path, *, kind: str, label: str | None, language: str, name: str | None) -> None:
    """Import a published file as a list of the user, and tell what came of it."""
    this_policy().require(ADD_LISTS)
    entries = import_list(file, kind=kind, label=label, language=language)
    kept = keep(entries, folder, language=language, name=name or file.stem)
    coded = sum(bool(entry.codes) for entry in entries)
    labels = Counter(entry.label for entry in entries)
    told = ", ".join(f"{count} of label {own}" for own, count in sorted(labels.items()))
    click.echo(f"{kept.name} ({language}): {told}; {coded} with codes. Tagging uses them from now on.")


def show_lists(folder: Path) -> None:
    """One line for each list on this machine."""
    for one in find_lists(folder):
        labels = Counter(entry.label for entry in read_entries(one.file, label=DRUG))
        told = ", ".join(f"{count} {own}" for own, count in sorted(labels.items()))
        click.echo(f"{one.language}  {one.name}  {told}")


def remove_list(name: str, folder: Path) -> None:
    """Delete the lists of that name."""
    this_policy().require(ADD_LISTS)
    for one in forget(folder, name=name):
        click.echo(f"{one.name} ({one.language}) is gone.")
