"""`cardioner packs keys`: its commands and their options."""

from pathlib import Path

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
private_key = click.option(
    "--key", type=FILE, metavar="FILE",
    help="Your private key, whose passphrase is asked for or in CARDIONER_KEY_PASSPHRASE.  "
         "[default: the PEM text in CARDIONER_SIGNING_KEY]",
)  # fmt: skip


@click.group()
def keys() -> None:
    """Keys that sign packs: which count on this machine, and your own."""


@keys.command(name="list")
def list_keys() -> None:
    """Show the keys that count, why, their fingerprints, and what is revoked."""
    from cardioner_desktop.commands.keys import list_keys as run

    run()


@keys.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask whether the fingerprint is right.")
def trust(file: Path, yes: bool) -> int:
    """Trust the key in FILE; one that a trusted key signed is trusted without a question."""
    from cardioner_desktop.commands.keys import trust_key

    return trust_key(file, yes=yes)


@keys.command()
@click.argument("fingerprint")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(fingerprint: str, yes: bool) -> int:
    """Take a key of yours away by its fingerprint, or the first 8 digits of it or more; it may be trusted again."""
    from cardioner_desktop.commands.keys import remove_key

    return remove_key(fingerprint, yes=yes)


@keys.command()
@click.argument("what", metavar="FILE|FINGERPRINT")
def revoke(what: str) -> None:
    """Trust a key no more: by its fingerprint (or a pack, by its manifest's SHA-256), or by a signed list in FILE."""
    from cardioner_desktop.commands.keys import revoke as run

    run(what)


@keys.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--name", required=True, help="What people will read: who you are, and since when.")
def new(file: Path, name: str) -> None:
    """Make a key: its private half in FILE under a passphrase, its public half beside it as .pub."""
    from cardioner_desktop.commands.signing import new_key

    new_key(file, name=name)


@keys.command()
@click.argument("file", type=FILE)
@private_key
def vouch(file: Path, key: Path | None) -> None:
    """Sign the public key in FILE with yours: whoever trusts yours can trust it then."""
    from cardioner_desktop.commands.signing import vouch_for

    vouch_for(file, key)


@keys.command(name="revocation")
@click.argument("hashes", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE.revoked",
              help="Where to write the list.")  # fmt: skip
@private_key
def revocation(hashes: tuple[str, ...], out: Path, key: Path | None) -> None:
    """Write and sign a list of keys (or packs, by their manifests' SHA-256) that count no more."""
    from cardioner_desktop.commands.signing import write_revocation

    write_revocation(hashes, out, key)
