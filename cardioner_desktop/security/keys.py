"""Public keys in files, with what another key says of them; and the private ones, which stay with who signs.

A key's fingerprint is the SHA-256 of its 32 bytes: `sed -n 's/^public: //p' FILE | base64 -d | sha256sum`.
"""

import hashlib
import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown
from cardioner_desktop.security import statement

if TYPE_CHECKING:  # a tenth of a second that a start without signatures does not need
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KIND = "key"
ENDING = ".pub"
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key's 32 bytes and what it is called; `signed_by` and `signature` are another key's word for both, or empty."""

    name: str
    raw: bytes
    signed_by: str = ""
    signature: bytes = b""

    def __post_init__(self) -> None:
        categories = {unicodedata.category(character)[0] for character in self.name}
        if not 0 < len(self.name) <= _LONGEST_NAME or "C" in categories or self.name != " ".join(self.name.split()):
            raise ValueError("A key has a short name of visible letters.")
        if len(self.raw) != 32:
            raise ValueError("An Ed25519 key has 32 bytes.")

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of its bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def body(self) -> bytes:
        """What another key signs."""
        fields = [("name", self.name), ("public", statement.base64(self.raw)), ("fingerprint", self.fingerprint)]
        return statement.written(KIND, fields)

    @property
    def content(self) -> bytes:
        """The file."""
        if not self.signature:
            return self.body
        return statement.with_signature(self.body, signed_by=self.signed_by, signature=self.signature)


def parse_key(content: bytes) -> PublicKey:
    """The key in a file; ValueError where it is none, or does not have the fingerprint that it says."""
    said = statement.parsed(content, KIND)
    raw = statement.from_base64(said.one("public"), size=32)
    key = PublicKey(said.one("name"), raw, said.signed_by, said.signature)
    if key.content != content:
        raise ValueError("A key file has this form alone, and the fingerprint of its key.")
    return key


def read_key(file: Path) -> PublicKey:
    """The key in a file; CardioNerError where it cannot be read or is none."""
    try:
        return parse_key(file.read_bytes())
    except OSError as error:
        raise CardioNerError(f"The key file {shown(file)} cannot be read ({error.strerror}); name one.") from error
    except ValueError as error:
        raise CardioNerError(f"{shown(file)} is no key file, or a changed one; get the key again.") from error


def grouped(fingerprint: str) -> str:
    """A fingerprint in eight groups, as people compare it."""
    return " ".join(fingerprint[start : start + 8] for start in range(0, 64, 8))


def spoken(text: str) -> str:
    """A fingerprint that a person typed, with blanks or colons or without; ValueError for anything else."""
    return statement.digest("".join(text.replace(":", " ").split()).lower())


def make_private(file: Path, *, passphrase: str) -> "Ed25519PrivateKey":
    """A new private key in a file that only its owner may read, encrypted. CardioNerError where that cannot be."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    if not passphrase:
        raise CardioNerError("A private key is kept under a passphrase; give one.")
    key = Ed25519PrivateKey.generate()
    content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
    except FileExistsError as error:
        raise CardioNerError(f"{shown(file)} is there already, and stays; name another file.") from error
    except OSError as error:
        raise CardioNerError(f"{shown(file)} cannot be written ({error.strerror}); name another place.") from error
    return key


def open_private(content: bytes, *, passphrase: str) -> "Ed25519PrivateKey":
    """A private key in PEM (PKCS 8); an empty passphrase for one that is not encrypted. CardioNerError for others."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(content, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise CardioNerError(
            "The private key cannot be opened; check the passphrase and that it is a PEM file."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CardioNerError("The private key is of another kind; packs are signed with Ed25519.")
    return key


def public_half(key: "Ed25519PrivateKey", *, name: str) -> PublicKey:
    """What goes to those who are to trust it; CardioNerError where the name cannot be one."""
    try:
        return PublicKey(name, key.public_key().public_bytes_raw())
    except ValueError as error:
        raise CardioNerError("The name of a key is one line of at most 100 visible letters; choose another.") from error


def without_word(key: PublicKey) -> PublicKey:
    """A key as it speaks for itself."""
    return replace(key, signed_by="", signature=b"")
