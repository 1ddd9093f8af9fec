"""`cardioner packs`: the model packs on this machine, whether they are as they were packed, and those of one's own."""

from pathlib import Path

import click

from cardioner_desktop.commands.site import complain, settings_here
from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import hidden_newer, install, remove
from cardioner_desktop.pack_file import write_pack_file
from cardioner_desktop.pack_history import previous, roll_back
from cardioner_desktop.pack_trial import try_pack
from cardioner_desktop.packs import Pack, verify
from cardioner_desktop.paths import shown
from cardioner_desktop.security.policy import ADD_PACKS
from cardioner_desktop.security.site import Site, UnknownKeyError, admit, judged, this_site
from cardioner_desktop.security.trust import Standing, Verdict
from cardioner_desktop.updating import forget_killed_updates


def list_packs(*, check: bool) -> int:
    """Print one line for each pack, its files checked where asked; 1 where a pack is damaged or there is none."""
    site = this_site()
    allow_unsigned = settings_here(site.policy).allow_unsigned_packs
    folders = site.find_packs()
    if not folders:
        raise PackError("No model pack is installed; put one into the packs folder.")
    code = 0
    for folder in folders:
        try:
            pack, verdict = judged(folder, site)
            if check:
                verify(pack)
                admit(verdict, name=folder.name, allow_unsigned=allow_unsigned)
        except PackError as error:
            complain(str(error))
            _explain(error, site)
            code = 1
        else:
            who = standing(verdict)
            kept = previous(folder.name, folder.parent)
            words = f"{folder.name}: all {len(pack.files)} files are as packed. {who[0].upper()}{who[1:]}."
            click.echo(words if check else _line(pack, verdict))
            if kept is not None and not check:
                click.echo(f"  {kept.version}, the version before, is kept: cardioner packs rollback {folder.name}")
            if (newer := hidden_newer(pack, site.packs_folders)) is not None:
                click.echo(
                    f"  {folder.name} {pack.version} of this site hides the newer {newer.version} of the program; to "
                    f"use that one: cardioner packs remove {folder.name}"
                )
    return code


def add_pack(source: Path, *, replace_old: bool, downgrade: bool) -> None:
    """Copy a pack that works here from a folder or a zip file to the user's own, and tell what it is."""
    site = this_site()
    site.policy.require(ADD_PACKS)
    forget_killed_updates()
    allow_unsigned = settings_here(site.policy).allow_unsigned_packs
    folder = site.own_packs_folder
    try:
        for step in install(
            source,
            folder,
            site=site,
            allow_unsigned=allow_unsigned,
            replace_old=replace_old,
            downgrade=downgrade,
            trial=try_pack,
        ):
            if isinstance(step, Pack):
                click.echo(_line(step, judged(step.folder, site)[1]))
    except PackError as error:
        _explain(error, site)
        raise


def _explain(error: PackError, site: Site) -> None:
    """Tell why the key does not count that signed a refused pack, where its file is here."""
    if isinstance(error, UnknownKeyError):
        for sentence in site.trust.about(error.fingerprint):
            complain(sentence)


def roll_back_pack(name: str) -> None:
    """Put the version before of a pack back, and tell what it is."""
    site = this_site()
    site.policy.require(ADD_PACKS)
    allow_unsigned = settings_here(site.policy).allow_unsigned_packs
    pack = roll_back(name, site.own_packs_folder, site=site, allow_unsigned=allow_unsigned, trial=try_pack)
    click.echo(_line(pack, judged(pack.folder, site)[1]))


def export_pack(name: str, file: Path) -> None:
    """Write a pack, with its signature, into one file."""
    site = this_site()
    pack, verdict = judged(installed(name), site)
    for _ in write_pack_file(pack, file):
        pass
    click.echo(f"{pack.name} {pack.version} is in {shown(file)}; {standing(verdict)}.")


def remove_pack(name: str) -> None:
    """Delete a pack of the user's own."""
    site = this_site()
    site.policy.require(ADD_PACKS)
    remove(name, site.own_packs_folder)
    click.echo(f"{name} is gone.")


def installed(name: str) -> Path:
    """The folder of a pack on this machine; PackError where there is none of that name."""
    for folder in this_site().find_packs():
        if folder.name == name:
            return folder
    raise PackError(f"There is no pack {name} on this machine; cardioner packs lists them.")


def standing(verdict: Verdict) -> str:
    """Who stands for a pack, in words."""
    if verdict.standing is Standing.SIGNED and verdict.key is not None:
        return f"signed by {verdict.key.name} ({verdict.fingerprint[:16]})"
    if verdict.standing is Standing.UNKNOWN:
        return f"signed by an unknown key ({verdict.fingerprint[:16]})"
    return str(verdict.standing.value)


def _line(pack: Pack, verdict: Verdict) -> str:
    labels = ", ".join(label.name for label in pack.labels)
    scores = "; ".join(f"F1 {score.f1:.4f} {score.label} on {score.measured_on}" for score in pack.scores)
    return (
        f"{pack.name} {pack.version}  language {pack.language}  finds {labels}  engines {', '.join(pack.engines)}  "
        f"{pack.size / 1e6:.1f} MB{'  ' + scores if scores else ''}  {standing(verdict)}  {shown(pack.folder)}"
    )
