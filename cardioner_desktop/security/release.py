"""A version of the program as it is carried in: a folder of packages, `SHA256SUMS` with the hash of each, and
`SHA256SUMS.sig`, the 64 bytes of an Ed25519 signature of that list as it stands.

So openssl alone can check it: `openssl pkeyutl -verify -rawin -pubin -inkey KEY.pem -sigfile SHA256SUMS.sig -in
SHA256SUMS`. A signature for a pack or a key is none for a release, since what is signed there does not begin as a list
of hashes does. `release.pub` says which key signed; it makes nobody trust that key.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown
from cardioner_desktop.security.keys import PublicKey, parse_key
from cardioner_desktop.security.signing import is_signed_as_it_stands
from cardioner_desktop.security.trust import Standing, Trust, Verdict

SUMS, SUMS_SIGNATURE, SIGNER = "SHA256SUMS", "SHA256SUMS.sig", "release.pub"
_LARGEST = 2**16  # bytes of the list
_CHUNK = 2**20
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._+~-]{0,199})")
_PACKAGE = re.compile(r"cardioner-desktop[-_](\d+(?:\.\d+)*)[-_].+")


@dataclass(frozen=True, slots=True)
class Release:
    """A folder, the SHA-256 of its files by name, the version, and what the signature says."""

    folder: Path
    files: Mapping[str, str]
    version: str
    verdict: Verdict

    @property
    def packages(self) -> tuple[str, ...]:
        """The names of its packages, ordered."""
        return tuple(sorted(name for name in self.files if _PACKAGE.fullmatch(name)))


def find_release(place: Path) -> Path | None:
    """The folder of a release: a place itself, the folder of a file, or one folder below; `None` where there is none.

    OSError where the place cannot be looked at.
    """
    if not place.is_dir():
        place = place.parent
    below = sorted(folder for folder in place.iterdir() if folder.is_dir() and not folder.is_symlink())
    return next((folder for folder in (place, *below) if (folder / SUMS).is_file()), None)


def read_release(folder: Path, trust: Trust) -> Release:
    """A release by its list and signature; no package is looked at. CardioNerError where it is damaged or revoked."""
    sums = _content(folder, SUMS)
    if sums is None:
        raise CardioNerError(f"{shown(folder)} holds no release of CardioNER ({SUMS} is missing); name another folder.")
    found = [_LINE.fullmatch(line) for line in sums.decode("ascii", errors="replace").splitlines()]
    files = {match[2]: match[1] for match in found if match is not None}
    versions = {match[1] for match in map(_PACKAGE.fullmatch, files) if match is not None}
    if len(files) < len(found) or len(versions) != 1 or not sums.endswith(b"\n"):
        raise CardioNerError(f"The list {SUMS} in {shown(folder)} is damaged; copy the whole release again.")
    if hashlib.sha256(sums).hexdigest() in trust.revoked:
        raise CardioNerError(f"The release in {shown(folder)} was withdrawn by a revocation; get another one.")
    return Release(folder, files, versions.pop(), _verdict(folder, sums, trust))


def admit_release(release: Release, *, allow_unsigned: bool) -> None:
    """CardioNerError where a release comes from nobody known and that is not allowed."""
    if release.verdict.is_trusted or allow_unsigned:
        return
    if release.verdict.standing is Standing.UNKNOWN:
        raise CardioNerError(
            f"The release in {shown(release.folder)} is signed by a key that is not trusted here "
            f"({release.verdict.fingerprint[:16]}); compare its fingerprint and trust it (cardioner packs keys trust "
            f"{SIGNER}), or ask your administrator."
        )
    raise CardioNerError(
        f"The release in {shown(release.folder)} is an evaluation build that nobody signed; get a signed one, or say "
        "--allow-unsigned."
    )


def checked(release: Release, name: str, copy: Path | None = None) -> Iterator[int]:
    """Compare a file of a release with the list, and copy it on the way where asked; yields the sizes of its pieces.

    CardioNerError where it is not the one of the release; a copy is right only when the iterator has come to its end.
    OSError where it cannot be read or written.
    """
    digest = hashlib.sha256()
    try:
        stream = (release.folder / name).open("rb")
    except FileNotFoundError:
        raise CardioNerError(f"The release lacks its file {name}; copy the whole release again.") from None
    with stream, (copy or Path(os.devnull)).open("xb" if copy else "wb") as out:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
            out.write(piece)
            yield len(piece)
    if digest.hexdigest() != release.files[name]:
        raise CardioNerError(f"{name} is damaged or was changed: it is not the file of the release; copy it again.")


def _verdict(folder: Path, sums: bytes, trust: Trust) -> Verdict:
    signature = _content(folder, SUMS_SIGNATURE)
    if signature is None:
        return Verdict(Standing.UNSIGNED)
    for trusted in trust.keys.values():
        if is_signed_as_it_stands(sums, signature, key=trusted.key):
            return Verdict(Standing.SIGNED, trusted.key, trusted.key.fingerprint)
    signer = _signer(folder)
    if signer is None or not is_signed_as_it_stands(sums, signature, key=signer):
        raise CardioNerError(
            f"The signature of the release in {shown(folder)} is not for its list of files, or by a key that nobody "
            "here knows; get the release again."
        )
    if signer.fingerprint in trust.revoked:
        raise CardioNerError(f"The release in {shown(folder)} is signed with a key that was revoked; get a new one.")
    return Verdict(Standing.UNKNOWN, None, signer.fingerprint)


def _signer(folder: Path) -> PublicKey | None:
    content = _content(folder, SIGNER)
    try:
        return None if content is None else parse_key(content)
    except ValueError:
        return None


def _content(folder: Path, name: str) -> bytes | None:
    try:
        with (folder / name).open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CardioNerError(f"{shown(folder / name)} cannot be read ({error.strerror}); copy it again.") from error
    if len(content) > _LARGEST:
        raise CardioNerError(f"{shown(folder / name)} is far too long for a release; copy the whole release again.")
    return content
