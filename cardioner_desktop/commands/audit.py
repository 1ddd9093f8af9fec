"""`cardioner audit verify`: whether an audit file is as it was written."""

from collections.abc import Sequence
from pathlib import Path

import click

from cardioner_desktop.commands.site import settings_here
from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.security.audit import audit_here, rotated
from cardioner_desktop.security.chain import in_order, verify
from cardioner_desktop.security.keys import spoken
from cardioner_desktop.security.site import this_policy


def verify_files(files: Sequence[Path], known: Sequence[str]) -> int:
    """Print what was found; 1 where something is wrong."""
    chain = in_order([*(older for file in files or _own() for older in rotated(file)), *(files or _own())])
    found = verify(chain, known=dict(map(_known, known)))
    for fault in found.faults:
        click.echo(fault, err=True)
    for note in found.notes:
        click.echo(f"Note: {note}")
    number = found.last - found.first + 1 if found.first else 0
    if found.faults:
        click.echo(f"{number} lines were read: the audit is not whole.")
        return 1
    click.echo(f"{number} lines are whole. To find later what is cut off, note down: {found.last}:{found.sha256}")
    return 0


def _own() -> list[Path]:
    policy = this_policy()
    settings_here(policy)
    audit = audit_here(policy, on=True)
    if audit is None or not audit.file.is_file():
        place = f" {shown(audit.file)}" if audit else ""
        raise UsageError(f"There is no audit file{place} yet; name one.")
    return [audit.file]


def _known(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    try:
        return int(number), spoken(digest)
    except ValueError as error:
        raise UsageError(f"{text!r} is not a number, a colon and 64 digits, as verify prints them.") from error
