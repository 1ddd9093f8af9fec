"""`cardioner packs`: the model packs on this machine, whether they are as they were packed, and those of one's own."""

from pathlib import Path

import click

from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import install, remove
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.paths import own_packs_folder, shown


def list_packs(*, check: bool) -> int:
    """Print one line for each pack, its files checked where asked; 1 where a pack is damaged or there is none."""
    folders = find_packs()
    if not folders:
        raise PackError("No model pack is installed; put one into the packs folder.")
    code = 0
    for folder in folders:
        try:
            pack = read_pack(folder, check=check)
        except PackError as error:
            click.echo(str(error), err=True)
            code = 1
        else:
            click.echo(f"{folder.name}: all {len(pack.files)} files are as packed." if check else _line(pack))
    return code


def add_pack(source: Path, *, replace_old: bool) -> None:
    """Copy a pack from a folder or a zip file to the user's own, and tell what it is."""
    for step in install(source, own_packs_folder(), replace_old=replace_old):
        if isinstance(step, Pack):
            click.echo(_line(step))


def remove_pack(name: str) -> None:
    """Delete a pack of the user's own."""
    remove(name, own_packs_folder())
    click.echo(f"{name} is gone.")


def _line(pack: Pack) -> str:
    labels = ", ".join(label.name for label in pack.labels)
    scores = "; ".join(f"F1 {score.f1:.4f} {score.label} on {score.measured_on}" for score in pack.scores)
    return (
        f"{pack.name} {pack.version}  language {pack.language}  finds {labels}  engines {', '.join(pack.engines)}  "
        f"{pack.size / 1e6:.1f} MB{'  ' + scores if scores else ''}  {shown(pack.folder)}"
    )
