"""`cardioner packs keys`: which keys count on this machine; trusting one more, removing, and revoking."""

import os
from pathlib import Path

import click

from cardioner_desktop.commands.interrupt import confirmed
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.paths import own_keys_folder, shown, site_folder
from cardioner_desktop.security import statement
from cardioner_desktop.security.keys import ENDING, PublicKey, grouped, read_key, spoken
from cardioner_desktop.security.policy import TRUST_KEYS
from cardioner_desktop.security.revoking import REVOCATIONS, Revocations, parse_revocations, revocations
from cardioner_desktop.security.signing import Purpose, is_signed
from cardioner_desktop.security.site import KEYS, this_site
from cardioner_desktop.security.trust import Trust, is_vouched, key_files

SHORTEST = 8
"""Digits of a fingerprint that may stand for all of it: one of the groups in which it is shown."""


def list_keys() -> None:
    """Print the keys that count, what is revoked, and where keys are looked for."""
    trust = this_site().trust
    for trusted in trust.keys.values():
        click.echo(f"{trusted.key.name}  ({trusted.origin.value})")
        click.echo(f"  {grouped(trusted.key.fingerprint)}")
    if not trust.keys:
        click.echo("No key counts here; packs count by the program's own list, or where unsigned ones are allowed.")
    for revoked in sorted(trust.revoked):
        click.echo(f"revoked\n  {grouped(revoked)}")
    for complaint in trust.complaints:
        click.echo(complaint, err=True)
    click.echo(f"Keys of administrators: {shown(site_folder() / KEYS)}; yours: {shown(own_keys_folder())}.")


def trust_key(file: Path, *, yes: bool) -> int:
    """Put a key among those that count; 1 where the person thought better of it.

    PolicyError where users may trust no key that no other one stands for.
    """
    site = this_site()
    key = read_key(file)
    if key.fingerprint in site.trust.revoked:
        raise CardioNerError(f"The key {key.name} was revoked and cannot be trusted again; get a new one.")
    click.echo(f"{key.name}\n  {grouped(key.fingerprint)}")
    vouched = bool(key.signature) and is_vouched(key, site.trust)
    if vouched:
        click.echo(f"Signed by {site.trust.keys[key.signed_by].key.name}, which counts here.")
    else:
        site.policy.require(TRUST_KEYS)
        if not yes and not confirmed("Is this fingerprint the one that you were told on another way?"):
            click.echo("The key does not count.")
            return 1
    place = _keys_folder() / f"{key.fingerprint[:16]}{ENDING}"
    # Without the word of a stranger, on which it would wait, a key that a person trusts is trusted for itself.
    content = key.content if vouched else PublicKey(key.name, key.raw).content
    write_text(place, content.decode("utf-8"))
    click.echo(f"It counts from now on ({shown(place)}).")
    return 0


def remove_key(fingerprint: str, *, yes: bool) -> int:
    """Delete the files of a key, by its fingerprint or the beginning of it; 1 where the person thought better of it.

    CardioNerError for a key that is not the user's to remove, UsageError where there is none such.
    """
    wanted = "".join(fingerprint.replace(":", " ").split()).lower()
    before = this_site().trust
    folders = dict.fromkeys((_keys_folder(), own_keys_folder()))
    own = [found for folder in folders for found in key_files(folder)]
    files = [(file, key) for file, key in own if key.fingerprint.startswith(wanted)]
    keys = {key.fingerprint: key for _, key in files}
    if len(wanted) < SHORTEST or not keys:
        raise _none_to_remove(fingerprint, wanted, before)
    if len(keys) > 1:
        raise UsageError(f"The fingerprints of {len(keys)} keys begin with {fingerprint}; give more digits.")
    (key,) = keys.values()
    click.echo(f"{key.name}\n  {grouped(key.fingerprint)}")
    if not yes and not confirmed("Remove this key?"):
        click.echo("The key stays.")
        return 1
    for file, _ in files:
        try:
            file.unlink()
        except OSError as error:
            raise CardioNerError(f"{shown(file)} cannot be removed ({error.strerror}); check that you may.") from error
    now = this_site().trust
    still = now.keys.get(key.fingerprint)
    click.echo("It is removed." if still is None else f"It is removed, and counts on ({still.origin.value}).")
    for lost in before.keys.keys() - now.keys.keys() - {key.fingerprint}:
        click.echo(f"{before.keys[lost].key.name} counts no more: only this key stood for it.")
    return 0


def _none_to_remove(fingerprint: str, wanted: str, trust: Trust) -> CardioNerError:
    others = [one for one in trust.keys.values() if len(wanted) >= SHORTEST and one.key.fingerprint.startswith(wanted)]
    if others:
        return CardioNerError(
            f"The key {others[0].key.name} is not yours to remove ({others[0].origin.value}); "
            "cardioner packs keys revoke lets it count no more."
        )
    return UsageError(f"No key of yours has the fingerprint {fingerprint}; cardioner packs keys list shows them.")


def revoke(what: str) -> None:
    """Revoke by a fingerprint, or by a file that a trusted key signed; CardioNerError for what is neither."""
    trust = this_site().trust
    try:
        told = revocations([spoken(what)])
    except ValueError:
        told = _signed_list(Path(what), trust)
    name = f"{told.revoked[0][:16]}-{len(told.revoked)}{REVOCATIONS}"
    write_text(_keys_folder() / name, told.content.decode("utf-8"))
    for revoked in told.revoked:
        click.echo(f"revoked\n  {grouped(revoked)}")


def _signed_list(file: Path, trust: Trust) -> Revocations:
    try:
        with file.open("rb") as stream:
            told = parse_revocations(stream.read(statement.LARGEST + 1))
    except FileNotFoundError:
        raise UsageError(f"{shown(file)} is neither a file nor a fingerprint of 64 digits; name one.") from None
    except OSError as error:
        raise CardioNerError(f"{shown(file)} cannot be read ({error.strerror}); check that you may.") from error
    except ValueError as error:
        raise CardioNerError(f"{shown(file)} is no list of revocations, or a changed one; get it again.") from error
    signer = trust.keys.get(told.signed_by)
    if signer is None or not is_signed(told.body, told.signature, purpose=Purpose.REVOCATIONS, key=signer.key):
        raise CardioNerError(
            f"The revocations in {shown(file)} are signed by no key that counts here; "
            f"an administrator can put the file into {shown(site_folder() / KEYS)}."
        )
    return told


def _keys_folder() -> Path:
    """The administrator's folder for who may write there and uses it, else the user's own."""
    folder = site_folder() / KEYS
    return folder if folder.is_dir() and os.access(folder, os.W_OK) else own_keys_folder()
