"""`cardioner packs`: its commands and their options."""

from pathlib import Path

import click

from cardioner_desktop.cli.values import INPUT


@click.group(invoke_without_command=True)
@click.pass_context
def packs(context: click.Context) -> int | None:
    """List the model packs on this machine."""
    if context.invoked_subcommand is not None:
        return None
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=False)


@packs.command()
def verify() -> int:
    """Compare every file of every pack with its SHA-256."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=True)


@packs.command(name="list")
def list_all() -> int:
    """List the model packs on this machine, as `cardioner packs` does."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=False)


@packs.command(name="add")
@click.argument("source", type=INPUT, metavar="PATH")
@click.option("--replace", is_flag=True, help="Take the place of a pack of yours that has the same name.")
def add_pack(source: Path, replace: bool) -> None:
    """Check the pack in PATH, a folder or a zip file, and copy it to yours."""
    from cardioner_desktop.commands.packs import add_pack as add

    add(source, replace_old=replace)


@packs.command(name="remove")
@click.argument("name")
def remove_pack(name: str) -> None:
    """Delete your pack NAME; those that came with the program stay."""
    from cardioner_desktop.commands.packs import remove_pack as remove

    remove(name)
