"""The one text form of what keys say: signatures, public keys, revocations.

    CardioNER signature 1
    algorithm: Ed25519
    signed-by: <fingerprint, 64 hexadecimal digits>
    signature: <base64>

A first line with kind and version, then `name: value` lines in a fixed order, each ended by a line feed. One form
for each content: what differs from it by a blank is refused, so that no two readers see two things in one file.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass

ALGORITHM = "Ed25519"
VERSION = 1
LARGEST = 2**16  # bytes
SIGNED_BY, SIGNATURE = "signed-by", "signature"
_LINE = re.compile(r"([a-z-]+): (\S(?:.*\S)?)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file says, by line; `body` are the bytes before the two lines of a signature, where it has these."""

    fields: tuple[tuple[str, str], ...]
    body: bytes
    signed_by: str = ""
    signature: bytes = b""

    def one(self, name: str) -> str:
        """The value of a line that is there once; ValueError where it is not."""
        (value,) = self.all(name)
        return value

    def all(self, name: str) -> tuple[str, ...]:
        """The values of all lines of a name."""
        return tuple(value for found, value in self.fields if found == name)


def written(kind: str, fields: Sequence[tuple[str, str]]) -> bytes:
    """A statement without a signature."""
    lines = [f"CardioNER {kind} {VERSION}", f"algorithm: {ALGORITHM}", *(f"{name}: {value}" for name, value in fields)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def with_signature(body: bytes, *, signed_by: str, signature: bytes) -> bytes:
    """A statement and its signature."""
    return body + f"{SIGNED_BY}: {signed_by}\n{SIGNATURE}: {base64(signature)}\n".encode()


def parsed(content: bytes, kind: str) -> Statement:
    """What a statement says; ValueError, with a reason for who maintains this, where it is in no form we write."""
    if len(content) > LARGEST or not content.endswith(b"\n"):
        raise ValueError("A statement is short and ends with a line feed.")
    first, *lines = content.decode("utf-8").removesuffix("\n").split("\n")
    if first != f"CardioNER {kind} {VERSION}":
        raise ValueError("Another kind, or a newer version.")
    found = [_LINE.fullmatch(line) for line in lines]
    fields = [(match[1], match[2]) for match in found if match is not None]
    if len(fields) < len(lines) or fields[:1] != [("algorithm", ALGORITHM)]:
        raise ValueError("Not lines of names and values, or another algorithm.")
    names = [name for name, _ in fields]
    if SIGNATURE not in names and SIGNED_BY not in names:
        return Statement(tuple(fields[1:]), content)
    if names[-2:] != [SIGNED_BY, SIGNATURE] or names.count(SIGNATURE) + names.count(SIGNED_BY) != 2:
        raise ValueError("A signature is the last two lines.")
    body = "\n".join([first, *lines[:-2]]) + "\n"
    return Statement(
        tuple(fields[1:-2]), body.encode("utf-8"), digest(fields[-2][1]), from_base64(fields[-1][1], size=64)
    )


def digest(text: str) -> str:
    """64 hexadecimal digits as they are written; ValueError for anything else."""
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError("A SHA-256 has 64 hexadecimal digits, in small letters.")
    return text


def base64(data: bytes) -> str:
    """In letters, digits, `+`, `/` and `=`."""
    return b64encode(data).decode("ascii")


def from_base64(text: str, *, size: int) -> bytes:
    """The bytes of a text that only they have; ValueError for others."""
    try:
        data = b64decode(text, validate=True)
    except (Error, ValueError) as error:
        raise ValueError("This is no base64.") from error
    if len(data) != size or base64(data) != text:
        raise ValueError(f"{size} bytes were expected, in the usual form.")
    return data
