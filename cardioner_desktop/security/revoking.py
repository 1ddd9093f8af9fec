"""Revocations: fingerprints of keys, and SHA-256 of manifests of packs, that count no more.

CardioNER revocations 1
algorithm: Ed25519
revoked: <64 hexadecimal digits>
...
signed-by: <fingerprint>
signature: <base64>
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cardioner_desktop.security import statement

KIND = "revocations"
REVOCATIONS = ".revoked"
"""The ending of such files."""


@dataclass(frozen=True, slots=True)
class Revocations:
    """What is revoked, by hash; who signed that, where somebody did, and the bytes that were signed."""

    revoked: tuple[str, ...]
    body: bytes
    signed_by: str = ""
    signature: bytes = b""

    @property
    def content(self) -> bytes:
        """The file."""
        if not self.signature:
            return self.body
        return statement.with_signature(self.body, signed_by=self.signed_by, signature=self.signature)


def revocations(revoked: Sequence[str]) -> Revocations:
    """Revocations that nobody signed."""
    values = tuple(sorted(set(revoked)))
    return Revocations(values, statement.written(KIND, [("revoked", value) for value in values]))


def parse_revocations(content: bytes) -> Revocations:
    """The revocations in a file; ValueError where it is damaged."""
    said = statement.parsed(content, KIND)
    values = tuple(statement.digest(value) for value in said.all("revoked"))
    if not values or len(values) < len(said.fields):
        raise ValueError("Revocations are lines of hashes.")
    return Revocations(values, said.body, said.signed_by, said.signature)
