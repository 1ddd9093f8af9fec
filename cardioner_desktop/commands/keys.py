"""`cardioner packs keys`: which keys count on this machine; trusting one more, and revoking."""

import os
from pathlib import Path

import click

from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.paths import own_keys_folder, shown, site_folder
from cardioner_desktop.security import statement
from cardioner_desktop.security.keys import ENDING, PublicKey, grouped, read_key, spoken
from cardioner_desktop.security.policy import TRUST_KEYS
from cardioner_desktop.security.revoking import REVOCATIONS, Revocations, parse_revocations, revocations
from cardioner_desktop.security.signing import Purpose, is_signed
from cardioner_desktop.security.site import KEYS, this_site
from cardioner_desktop.security.trust import Trust, is_vouched


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
        if not yes and not click.confirm("Is this fingerprint the one that you were told on another way?"):
            click.echo("The key does not count.")
            return 1
    place = _keys_folder() / f"{key.fingerprint[:16]}{ENDING}"
    # Without the word of a stranger, on which it would wait, a key that a person trusts is trusted for itself.
    content = key.content if vouched else PublicKey(key.name, key.raw).content
    write_text(place, content.decode("utf-8"))
    click.echo(f"It counts from now on ({shown(place)}).")
    return 0


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
