"""Keys made for these tests, and packs signed with them."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cardioner_desktop.packs import MANIFEST, SIGNATURE
from cardioner_desktop.security.keys import PublicKey, public_half
from cardioner_desktop.security.signing import signature_file, vouched


@dataclass(frozen=True)
class Signer:
    """Both halves of a key."""

    private: Ed25519PrivateKey
    public: PublicKey

    @property
    def fingerprint(self) -> str:
        return self.public.fingerprint

    def sign(self, folder: Path) -> Path:
        """Sign the pack in a folder."""
        signature = signature_file((folder / MANIFEST).read_bytes(), key=self.private, public=self.public)
        (folder / SIGNATURE).write_bytes(signature)
        return folder

    def vouch(self, other: "Signer") -> PublicKey:
        """Another key with this one's word."""
        return vouched(other.public, by=self.private, voucher=self.public)


@cache
def signer(name: str) -> Signer:
    """The key of a name, the same each time."""
    private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())
    return Signer(private, public_half(private, name=name))


def put_key(folder: Path, key: PublicKey) -> Path:
    """A key's file in a folder of keys."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{key.fingerprint[:16]}.pub"
    file.write_bytes(key.content)
    return file
