"""`cardioner update`: a new version of the program from a stick, checked before it replaces this one."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from cardioner_desktop import __version__
from cardioner_desktop.commands.site import settings_here
from cardioner_desktop.errors import CardioNerError, PolicyError
from cardioner_desktop.paths import shown
from cardioner_desktop.security.policy import Policy
from cardioner_desktop.security.release import Release, admit_release, checked, find_release, read_release
from cardioner_desktop.security.site import this_site
from cardioner_desktop.updating import Kind, forget_killed_updates, package_for, this_installation, unpack
from cardioner_desktop.versions import is_older

_WHERE_TO_GO = {
    Kind.DEBIAN: "To install it, an administrator runs: sudo apt install {package}",
    Kind.WINDOWS: "To install it, close CardioNER and start {package}",
    Kind.MACOS: "To install it, close CardioNER, open {package} and drag CardioNER to Applications.",
    Kind.SOURCES: "This program was not installed from a package, so nothing is replaced; the package is {package}",
}
_INSTALL = 'sh "$1/install.sh" --prefix "$2" $3; code=$?; cd / && rm -rf -- "${1%/*}"; exit $code'
"""The shell takes the place of this program, which could not be replaced while it runs."""


def update(place: Path, *, check_only: bool, allow_unsigned: bool, downgrade: bool) -> None:
    """Check the release in a folder, and install it where this program is a user's own; else say where to go.

    CardioNerError, one sentence, where it is refused; nothing has changed then.
    """
    site = this_site()
    forget_killed_updates()
    if allow_unsigned:
        _refuse_what_is_fixed(site.policy)
    folder = find_release(place)
    release = read_release(folder or place, site.trust)
    admit_release(release, allow_unsigned=allow_unsigned)
    installation = this_installation()
    package = package_for(release, installation.kind)
    words = f"CardioNER {release.version} in {shown(release.folder)} is as it was released; {_signer(release)}."
    if check_only:
        for name in release.files:
            if (release.folder / name).is_file():
                _check(release, name)
        click.echo(words)
        return
    if is_older(release.version, than=__version__) and not downgrade:
        raise CardioNerError(
            f"CardioNER {release.version} is older than this one ({__version__}), which stays; say --downgrade if you "
            "want the older one."
        )
    if installation.kind is Kind.USER and installation.prefix is not None:
        _install(release, package, installation.prefix, words=words, downgrade=downgrade)
    _check(release, package)
    click.echo(words)
    click.echo(_WHERE_TO_GO[installation.kind].format(package=shown(release.folder / package)))


def _install(release: Release, package: str, prefix: Path, *, words: str, downgrade: bool) -> NoReturn:
    _refuse_a_second_one(prefix)
    *_, unpacked = unpack(release, package, prefix)
    click.echo(words)
    sys.stdout.flush()
    facts = ["cardioner", str(unpacked), str(prefix), "--downgrade" if downgrade else ""]
    os.execve("/bin/sh", ["/bin/sh", "-c", _INSTALL, *facts], _environment())


def _check(release: Release, name: str) -> None:
    try:
        for _ in checked(release, name):
            pass
    except OSError as error:
        raise CardioNerError(f"{name} cannot be read ({error.strerror}); copy the release again.") from error


def _refuse_what_is_fixed(policy: Policy) -> None:
    if "allow_unsigned_packs" in policy.locked and not settings_here(policy).allow_unsigned_packs:
        raise PolicyError("Your administrator lets in only what is signed; get a signed release.")


def _refuse_a_second_one(prefix: Path) -> None:
    try:
        owner = int((prefix / "lib" / "cardioner" / ".installing" / "pid").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return
    if Path(f"/proc/{owner}").exists():
        raise CardioNerError(f"Another installation is running (process {owner}); wait until it has ended.")


def _signer(release: Release) -> str:
    key = release.verdict.key
    if key is None:
        return "nobody who is trusted here has signed it"
    return f"signed by {key.name} ({key.fingerprint[:16]})"


def _environment() -> dict[str, str]:
    """Without the paths by which the built program finds its own libraries."""
    kept = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    before = kept.pop("LD_LIBRARY_PATH_ORIG", "")
    return kept | {"LD_LIBRARY_PATH": before} if before else kept
