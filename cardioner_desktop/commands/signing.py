"""Signing: a pack, another key, revocations. Private keys come from a file under a passphrase, or from a variable."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.packs import MANIFEST, SIGNATURE, read_pack
from cardioner_desktop.paths import shown
from cardioner_desktop.security import statement
from cardioner_desktop.security.keys import (
    ENDING,
    PublicKey,
    grouped,
    make_private,
    open_private,
    public_half,
    read_key,
    spoken,
    without_word,
)
from cardioner_desktop.security.revoking import REVOCATIONS, revocations
from cardioner_desktop.security.signing import Purpose, signature_file, signature_of, vouched

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_VARIABLE = "CARDIONER_SIGNING_KEY"
PASSPHRASE_VARIABLE = "CARDIONER_KEY_PASSPHRASE"


def new_key(file: Path, *, name: str) -> None:
    """Make both halves of a key."""
    public_file = file.with_name(f"{file.name}{ENDING}")
    if public_file.exists():
        raise CardioNerError(f"{shown(public_file)} is there already, and stays; name another file.")
    _check_name(name)
    passphrase = os.environ.get(PASSPHRASE_VARIABLE) or click.prompt(
        "Passphrase", hide_input=True, confirmation_prompt=True, err=True
    )
    key = public_half(make_private(file, passphrase=passphrase), name=name)
    write_text(public_file, key.content.decode("utf-8"))
    click.echo(f"{key.name}\n  {grouped(key.fingerprint)}")
    click.echo(f"Keep {shown(file)} and its passphrase to yourself; give away {shown(public_file)}.")


def sign_pack(folder: Path, key_file: Path | None) -> None:
    """Sign a pack whose files are all as they were packed."""
    pack = read_pack(folder)
    private, public = _opened(key_file)
    signature = signature_file((folder / MANIFEST).read_bytes(), key=private, public=public)
    write_text(folder / SIGNATURE, signature.decode("utf-8"))
    click.echo(f"{pack.name} {pack.version} is signed by {grouped(public.fingerprint)}.")


def vouch_for(file: Path, key_file: Path | None) -> None:
    """Put one's word for another key into its file."""
    private, public = _opened(key_file)
    key = without_word(read_key(file))
    write_text(file, vouched(key, by=private, voucher=public).content.decode("utf-8"))
    click.echo(f"{key.name} is signed by {grouped(public.fingerprint)}.")


def write_revocation(hashes: Sequence[str], out: Path, key_file: Path | None) -> None:
    """Write a signed list of what counts no more."""
    if out.suffix != REVOCATIONS:
        raise UsageError(f"Files of revocations are known by their ending {REVOCATIONS}; name one such.")
    try:
        told = revocations([spoken(value) for value in hashes])
    except ValueError as error:
        raise UsageError("A fingerprint has 64 hexadecimal digits; cardioner packs keys list shows them.") from error
    private, public = _opened(key_file)
    signature = signature_of(told.body, purpose=Purpose.REVOCATIONS, key=private)
    content = statement.with_signature(told.body, signed_by=public.fingerprint, signature=signature)
    write_text(out, content.decode("utf-8"))
    click.echo(f"{shown(out)} revokes {len(told.revoked)}, signed by {grouped(public.fingerprint)}.")


def _opened(file: Path | None) -> tuple["Ed25519PrivateKey", PublicKey]:
    """A private key and its public half, whose name nobody reads here."""
    if file is None:
        content = os.environ.get(KEY_VARIABLE, "").encode()
        if not content:
            raise UsageError(f"Name your private key with --key FILE, or put it into {KEY_VARIABLE}.")
    else:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CardioNerError(f"{shown(file)} cannot be read ({error.strerror}); check that you may.") from error
    encrypted = b"ENCRYPTED" in content
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "") if encrypted else ""
    if encrypted and not passphrase:
        passphrase = click.prompt("Passphrase", hide_input=True, err=True)
    private = open_private(content, passphrase=passphrase)
    return private, public_half(private, name="-")


def _check_name(name: str) -> None:
    try:
        PublicKey(name, bytes(32))
    except ValueError as error:
        raise UsageError("The name of a key is one line of at most 100 visible letters; choose another.") from error
