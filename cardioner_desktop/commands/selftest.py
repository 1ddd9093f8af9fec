"""`cardioner selftest`: whether this version works on this computer."""

import click

from cardioner_desktop import __version__
from cardioner_desktop.errors import PackError
from cardioner_desktop.pack_trial import try_pack
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.paths import resources_folder


def selftest() -> None:
    """Try each pack that came with the program; PackError, one sentence, where one does not work or there is none."""
    packs = [read_pack(folder) for folder in find_packs([resources_folder() / "packs"])]
    if not packs:
        raise PackError("No pack came with this program; install it again.")
    for pack in packs:
        try_pack(pack)
    click.echo(f"CardioNER {__version__} works here with its packs {', '.join(pack.name for pack in packs)}.")
