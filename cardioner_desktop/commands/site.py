"""What holds on this machine, for every command: settings under the administrator's policy, and the packs let in."""

import click

from cardioner_desktop.packs import Pack
from cardioner_desktop.paths import settings_file
from cardioner_desktop.security.audit import Audit, audit_here
from cardioner_desktop.security.policy import Policy
from cardioner_desktop.security.site import this_policy, this_site, usable_packs
from cardioner_desktop.settings import Settings, chosen_settings


def settings_here(policy: Policy) -> Settings:
    """The settings that hold for a command; damaged ones are told."""
    return chosen_settings(settings_file(), policy, complain)


def readable_packs(language: str | None) -> list[Pack]:
    """The packs that can serve a language, or any; one that is damaged or not trusted is told and left out, so that the
    other languages go on. PackError where none is left."""
    site = this_site()
    allow_unsigned = settings_here(site.policy).allow_unsigned_packs
    return usable_packs(site, allow_unsigned=allow_unsigned, complain=complain, language=language)


def audit_of_commands() -> Audit | None:
    """Where commands write down what they do; None where the audit is off. CardioNerError where it cannot be written,
    so that nothing is begun then."""
    policy = this_policy()
    audit = audit_here(policy, on=settings_here(policy).audit)
    if audit is not None:
        audit.check_writable()
    return audit


def complain(sentence: str) -> None:
    """Tell what is wrong, and go on."""
    click.echo(sentence, err=True)
