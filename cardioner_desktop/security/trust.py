"""Which keys count here, and what that says of a pack.

Keys come from three folders: the program's (`resources/keys`), the administrator's and the user's own. A key of the
user's own counts where the policy lets users trust keys, or where a key that counts signed its file: so keys rotate
without an administrator at each machine. A revocation counts in whichever folder it lies; it takes a key, everything
that hangs on this key's word alone, or one pack by the SHA-256 of its manifest.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from cardioner_desktop.errors import PackError, PolicyError
from cardioner_desktop.paths import shown
from cardioner_desktop.security import statement
from cardioner_desktop.security.keys import ENDING, PublicKey, parse_key
from cardioner_desktop.security.revoking import REVOCATIONS, parse_revocations
from cardioner_desktop.security.shipped import shipped_manifests
from cardioner_desktop.security.signing import Purpose, is_signed, parse_signature


class Origin(Enum):
    """Why a key counts."""

    PROGRAM = "program"
    SITE = "administrator"
    USER = "you"
    VOUCHED = "signed by a key that counts"


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key that counts, and why."""

    key: PublicKey
    origin: Origin


class Standing(Enum):
    """What is known of where a pack comes from."""

    SHIPPED = "came with the program"
    SIGNED = "signed"
    UNKNOWN = "signed by an unknown key"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A pack's standing; the key, where it is known, and the fingerprint of whoever signed."""

    standing: Standing
    key: PublicKey | None = None
    fingerprint: str = ""

    @property
    def is_trusted(self) -> bool:
        """Whether the pack may be used without `allow_unsigned_packs`."""
        return self.standing in (Standing.SHIPPED, Standing.SIGNED)


@dataclass(frozen=True, slots=True)
class Trust:
    """The keys that count, by fingerprint; what was revoked, keys and manifests; the hashes of shipped manifests; and
    sentences about key files that are damaged, and about keys that do not count, by fingerprint."""

    keys: Mapping[str, TrustedKey] = field(default_factory=dict)
    revoked: frozenset[str] = frozenset()
    shipped: frozenset[str] = frozenset()
    damaged: tuple[str, ...] = ()
    uncounted: Mapping[str, str] = field(default_factory=dict)

    @property
    def complaints(self) -> tuple[str, ...]:
        """All that is to be said of key files that do not count."""
        return (*self.damaged, *self.uncounted.values())

    def about(self, fingerprint: str) -> tuple[str, ...]:
        """Why a key that signed something does not count, as far as its file is here; one that is damaged may be it."""
        return (self.uncounted[fingerprint],) if fingerprint in self.uncounted else self.damaged

    def judge(self, manifest: bytes, signature: bytes | None, *, sha256: str, name: str) -> Verdict:
        """What a manifest's hash and the content of its `manifest.sig`, if there is one, say of a pack.

        PackError for what is refused whatever the settings: a revoked pack or key, a signature that is not for this
        manifest, or one in no form that this program reads.
        """
        if sha256 in self.revoked:
            raise PackError(f"The pack {name} was withdrawn by a revocation; ask who made it for another one.")
        verdict = Verdict(Standing.UNSIGNED)
        if signature is not None:
            verdict = self._signed(manifest, signature, name=name)
        if not verdict.is_trusted and sha256 in self.shipped:
            return Verdict(Standing.SHIPPED)
        return verdict

    def _signed(self, manifest: bytes, content: bytes, *, name: str) -> Verdict:
        try:
            fingerprint, signature = parse_signature(content)
        except ValueError as error:
            raise PackError(f"The signature of pack {name} is damaged; get the pack again.") from error
        if fingerprint in self.revoked:
            raise PackError(f"The pack {name} is signed with a key that was revoked; get a newly signed one.")
        trusted = self.keys.get(fingerprint)
        if trusted is None:
            return Verdict(Standing.UNKNOWN, None, fingerprint)
        if not is_signed(manifest, signature, purpose=Purpose.MANIFEST, key=trusted.key):
            raise PackError(f"The signature of pack {name} is not for this pack, which was changed; get it again.")
        return Verdict(Standing.SIGNED, trusted.key, fingerprint)


def is_vouched(key: PublicKey, trust: Trust) -> bool:
    """Whether a key that counts signed a key's file."""
    voucher = trust.keys.get(key.signed_by)
    return voucher is not None and is_signed(key.body, key.signature, purpose=Purpose.KEY, key=voucher.key)


def read_trust(*, program: Path, site: Path, own: Path, own_keys_count: bool) -> Trust:
    """The trust that three folders of keys add up to.

    A damaged key file does not count and is complained of. PolicyError where revocations cannot be read, as nothing can
    be trusted then.
    """
    damaged: list[str] = []
    revoked = frozenset(value for folder in (program, site, own) for value in _revoked(folder))
    keys: dict[str, TrustedKey] = {}
    waiting: list[PublicKey] = []
    for folder, origin in ((program, Origin.PROGRAM), (site, Origin.SITE), (own, Origin.USER)):
        for key in _keys(folder, damaged):
            if key.fingerprint in revoked or key.fingerprint in keys:
                continue
            if origin is Origin.USER and (key.signature or not own_keys_count):
                waiting.append(key)
            else:
                keys[key.fingerprint] = TrustedKey(key, origin)
    trust = Trust(keys, revoked, shipped_manifests(program))
    while vouched := [key for key in waiting if is_vouched(key, trust)]:
        keys.update((key.fingerprint, TrustedKey(key, Origin.VOUCHED)) for key in vouched)
        waiting = [key for key in waiting if key.fingerprint not in keys]
    uncounted = {
        key.fingerprint: f"The key {key.name!r} ({key.fingerprint[:16]}) does not count: no key that counts has signed "
        "it; remove or renew it."
        for key in waiting
    }
    return Trust(keys, revoked, trust.shipped, tuple(damaged), uncounted)


def key_files(folder: Path) -> Iterator[tuple[Path, PublicKey]]:
    """The key files of a folder that are whole, also of keys that do not count. PolicyError as `read_trust`."""
    for file in _files(folder, ENDING):
        with suppress(OSError, ValueError):
            yield file, parse_key(_content(file))


def _keys(folder: Path, damaged: list[str]) -> Iterable[PublicKey]:
    for file in _files(folder, ENDING):
        try:
            yield parse_key(_content(file))
        except (OSError, ValueError):
            damaged.append(f"The key file {shown(file)} is damaged and does not count; get the key again.")


def _revoked(folder: Path) -> Iterable[str]:
    for file in _files(folder, REVOCATIONS):
        try:
            yield from parse_revocations(_content(file)).revoked
        except (OSError, ValueError) as error:
            raise PolicyError(
                f"The revocations in {shown(file)} cannot be read, so no pack is trusted; get this file again."
            ) from error


def _files(folder: Path, ending: str) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.name.lower().endswith(ending))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise PolicyError(
            f"The keys in {shown(folder)} cannot be read ({error.strerror}), so no pack is trusted; ask for rights."
        ) from error


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(statement.LARGEST + 1)
