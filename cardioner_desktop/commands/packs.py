"""`cardioner packs`: the model packs on this machine, and whether they are as they were packed."""

import click

from cardioner_desktop.errors import PackError
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.reading.plain import shown


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


def _line(pack: Pack) -> str:
    labels = ", ".join(label.name for label in pack.labels)
    scores = "; ".join(f"F1 {score.f1:.4f} {score.label} on {score.measured_on}" for score in pack.scores)
    return (
        f"{pack.name} {pack.version}  language {pack.language}  finds {labels}  engines {', '.join(pack.engines)}  "
        f"{pack.size / 1e6:.1f} MB{'  ' + scores if scores else ''}  {shown(pack.folder)}"
    )
