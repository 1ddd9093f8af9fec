"""`cardioner packs`: its commands and their options."""

from pathlib import Path

import click

from cardioner_desktop.cli.keys import keys, private_key
from cardioner_desktop.cli.values import INPUT, OUTPUT_FILE

_replace = click.option(
    "--replace", is_flag=True, help="Take the place of a pack of yours that has the same name, which is kept."
)
_downgrade = click.option(
    "--downgrade", is_flag=True, help="Take it also where it is older than the one that is there."
)


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
    """Compare every file of every pack with its SHA-256, and say who signed it."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=True)


@packs.command(name="list")
def list_all() -> int:
    """List the model packs on this machine, as `cardioner packs` does."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=False)


@packs.command(name="add")
@click.argument("source", type=INPUT, metavar="PATH")
@_replace
@_downgrade
def add_pack(source: Path, replace: bool, downgrade: bool) -> None:
    """Check the pack in PATH, a folder or a zip file, try it, and copy it to yours."""
    from cardioner_desktop.commands.packs import add_pack as add

    add(source, replace_old=replace, downgrade=downgrade)


@packs.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_replace
@_downgrade
def import_pack(file: Path, replace: bool, downgrade: bool) -> None:
    """Check the pack in FILE, which `packs export` wrote, try it, and copy it to yours; the same as `packs add`."""
    from cardioner_desktop.commands.packs import add_pack as add

    add(file, replace_old=replace, downgrade=downgrade)


@packs.command(name="rollback")
@click.argument("name")
def roll_back_pack(name: str) -> None:
    """Put back the version before of your pack NAME; once more goes forward again."""
    from cardioner_desktop.commands.packs import roll_back_pack as roll_back

    roll_back(name)


@packs.command(name="export")
@click.argument("name")
@click.argument("file", type=OUTPUT_FILE)
def export_pack(name: str, file: Path) -> None:
    """Check the pack NAME and write it into one FILE, to be carried to another machine."""
    from cardioner_desktop.commands.packs import export_pack as export

    export(name, file)


@packs.command(name="sign")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@private_key
def sign_pack(folder: Path, key: Path | None) -> None:
    """Check the pack in FOLDER and put your signature beside its manifest."""
    from cardioner_desktop.commands.signing import sign_pack as sign

    sign(folder, key)


@packs.command(name="remove")
@click.argument("name")
def remove_pack(name: str) -> None:
    """Delete your pack NAME; those that came with the program stay."""
    from cardioner_desktop.commands.packs import remove_pack as remove

    remove(name)


packs.add_command(keys)
