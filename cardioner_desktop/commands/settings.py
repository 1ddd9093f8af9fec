"""`cardioner settings`: what holds on this machine, and who decided it."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import click

from cardioner_desktop.commands.site import settings_here
from cardioner_desktop.errors import PolicyError, UsageError
from cardioner_desktop.paths import settings_file, shown
from cardioner_desktop.security.policy import CALLED, Policy
from cardioner_desktop.security.site import packs_places, this_policy
from cardioner_desktop.settings import Settings, read_settings, with_policy, write_settings


def show_settings() -> None:
    """Print every setting with its value, and whether an administrator fixed it; then what else a policy decides."""
    policy = this_policy()
    settings = settings_here(policy)
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if field.name in policy.locked:
            who = "fixed by your administrator"
        else:
            who = "" if value == getattr(Settings(), field.name) else "changed"
        click.echo(f"{CALLED.get(field.name, field.name):<22} {_shown(value):<12} {who}".rstrip())
    click.echo(f"Yours: {shown(settings_file())}")
    _show_policy(policy)


def change_setting(name: str, value: str) -> None:
    """Change a setting of the user's own; PolicyError where it is fixed, UsageError where it cannot be so."""
    policy = this_policy()
    name = {called: kept for kept, called in CALLED.items()}.get(name, name)
    called = CALLED.get(name, name)
    if name not in {field.name for field in fields(Settings)}:
        raise UsageError(f"There is no setting {called}; cardioner settings shows them.")
    if name in policy.locked:
        raise PolicyError(f"The setting {called} is fixed by your administrator's policy; ask your administrator.")
    own = read_settings(settings_file())
    try:
        own = replace(own, **{name: _read(name, value)})
    except (ValueError, TypeError) as error:
        raise UsageError(f"The setting {called} cannot be {value}: {error}") from error
    write_settings(own, settings_file())
    click.echo(f"{called} is {_shown(getattr(with_policy(own, policy), name))} from now on.")


def _read(name: str, value: str) -> Any:
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return float(read) if name == "threshold" and type(read) is int else read


def _shown(value: object) -> str:
    return json.dumps(dict(value) if isinstance(value, Mapping) else value)


def _show_policy(policy: Policy) -> None:
    if policy.file is None:
        click.echo("There is no administrator's policy.")
        return
    note = "" if policy.binds else " (you can change this file, so it binds you no more than you like)"
    click.echo(f"Policy: {shown(policy.file)}{note}")
    for feature in sorted(policy.disabled):
        click.echo(f"  switched off: {feature}")
    if policy.packs_folder is not None:
        click.echo(f"  packs come from {shown(packs_places(policy)[0])} alone")
