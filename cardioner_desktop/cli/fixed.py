"""Options that an administrator's policy has fixed."""

from dataclasses import replace

import click
from click.core import ParameterSource

from cardioner_desktop.errors import PolicyError
from cardioner_desktop.options import Options
from cardioner_desktop.settings import Settings

_OPTIONS = {
    "labels": "--labels", "gate": "--filter", "gazetteer": "--gazetteer", "rules": "--rules",
    "threshold": "--threshold", "engine": "--engine", "device": "--device", "threads": "--threads",
}  # fmt: skip
"""The settings that are options of commands too."""


def with_fixed(options: Options) -> Options:
    """Options with what a policy fixed in place of defaults; PolicyError where a person asked for something else.

    To be called in a command, whose context tells what was asked for.
    """
    from cardioner_desktop.security.site import this_policy
    from cardioner_desktop.settings import with_policy

    context, policy = click.get_current_context(), this_policy()
    fixed = with_policy(Settings(), policy)
    values = {name: getattr(fixed, name) for name in _OPTIONS if name in policy.locked and name in context.params}
    for name, value in values.items():
        asked = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if asked and getattr(options, name) != value:
            said = {True: "on", False: "off"}.get(value, value) if name == "gate" else value
            raise PolicyError(f"{_OPTIONS[name]} is fixed to {said} by your administrator's policy; leave it out.")
    return replace(options, **values)
