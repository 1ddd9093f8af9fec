"""`cardioner update` and `cardioner selftest`: their options."""

from pathlib import Path

import click

from cardioner_desktop.cli.values import INPUT


@click.command()
@click.argument("folder", type=INPUT, metavar="FOLDER")
@click.option("--check", is_flag=True, help="Only check all files of the release; install nothing.")
@click.option("--downgrade", is_flag=True, help="Install it also where it is older than this version.")
@click.option("--allow-unsigned", is_flag=True, help="Take an evaluation build, which nobody signed.")
def update(folder: Path, check: bool, downgrade: bool, allow_unsigned: bool) -> None:
    """Check the release of CardioNER in FOLDER, such as a stick, and install it in the place of this version.

    Its list of files has to be signed by a key that counts here (cardioner packs keys list). The version before
    stays where the new one does not start. Where CardioNER was not installed for one user on Linux, it says where to
    go instead.
    """
    from cardioner_desktop.commands.update import update as run

    run(folder, check_only=check, allow_unsigned=allow_unsigned, downgrade=downgrade)


@click.command()
def selftest() -> None:
    """Let every pack that came with the program tag one letter; installers ask this of a new version."""
    from cardioner_desktop.commands.selftest import selftest as run

    run()
