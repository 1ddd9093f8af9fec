"""Ed25519 signatures (RFC 8032) over what a pack, a key or a list of revocations says.

What is signed begins with its purpose and a version, so that a signature for one thing is none for another.
"""

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from cardioner_desktop.security import statement
from cardioner_desktop.security.keys import PublicKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KIND = "signature"


class Purpose(Enum):
    """What a signature is for."""

    MANIFEST = "pack manifest"
    KEY = "public key"
    REVOCATIONS = "revocations"


def is_signed(content: bytes, signature: bytes, *, purpose: Purpose, key: PublicKey) -> bool:
    """Whether a key made a signature for this content and this purpose."""
    return is_signed_as_it_stands(_message(content, purpose), signature, key=key)


def is_signed_as_it_stands(message: bytes, signature: bytes, *, key: PublicKey) -> bool:
    """Whether a key made a signature for these very bytes, which have to say by themselves what they are for."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, message)
    except (InvalidSignature, ValueError):  # ValueError: 32 bytes that are no key
        return False
    return True


def signature_of(content: bytes, *, purpose: Purpose, key: "Ed25519PrivateKey") -> bytes:
    """A signature, 64 bytes, the same each time."""
    return key.sign(_message(content, purpose))


def signature_file(manifest: bytes, *, key: "Ed25519PrivateKey", public: PublicKey) -> bytes:
    """What lies beside a manifest as `manifest.sig`."""
    signature = signature_of(manifest, purpose=Purpose.MANIFEST, key=key)
    return statement.with_signature(statement.written(KIND, ()), signed_by=public.fingerprint, signature=signature)


def parse_signature(content: bytes) -> tuple[str, bytes]:
    """The fingerprint of the key, and the signature; ValueError where the file is no signature in our form."""
    said = statement.parsed(content, KIND)
    if said.fields or not said.signature:
        raise ValueError("A signature file holds one signature.")
    return said.signed_by, said.signature


def vouched(key: PublicKey, *, by: "Ed25519PrivateKey", voucher: PublicKey) -> PublicKey:
    """A key with another key's word for it."""
    signature = signature_of(key.body, purpose=Purpose.KEY, key=by)
    return replace(key, signed_by=voucher.fingerprint, signature=signature)


def _message(content: bytes, purpose: Purpose) -> bytes:
    return f"CardioNER Desktop, {purpose.value}, 1\n".encode() + content
