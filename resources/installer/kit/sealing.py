"""What makes a folder of packages a release: scripts that verify it, SHA256SUMS, and with a key its signature.

The key is an Ed25519 one as `cardioner packs keys new` or `openssl genpkey -algorithm ed25519` makes it, in a file or
as PEM text in CARDIONER_SIGNING_KEY, its passphrase in CARDIONER_KEY_PASSPHRASE.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.packs import sha256
from cardioner_desktop.paths import program_keys_folder
from cardioner_desktop.security.keys import ENDING, PublicKey, open_private, public_half, read_key
from cardioner_desktop.security.release import SIGNER, SUMS, SUMS_SIGNATURE, read_release
from cardioner_desktop.security.trust import Trust

SCRIPTS = Path(__file__).resolve().parents[1] / "release"
KEY_VARIABLE = "CARDIONER_SIGNING_KEY"
PASSPHRASE_VARIABLE = "CARDIONER_KEY_PASSPHRASE"
NAME = "CardioNER release"


def signing_key(file: Path | None) -> Ed25519PrivateKey | None:
    """The private key in a file, else in the environment; `None` where there is none. CardioNerError for others."""
    try:
        content = file.read_bytes() if file else os.environ.get(KEY_VARIABLE, "").encode()
    except OSError as error:
        raise CardioNerError(f"The key {file} cannot be read ({error.strerror}); name the file of your key.") from error
    return open_private(content, passphrase=os.environ.get(PASSPHRASE_VARIABLE, "")) if content.strip() else None


def seal(out: Path, files: Iterable[Path], key: Ed25519PrivateKey | None) -> list[Path]:
    """Write scripts, list and, with a key, signature and public key beside the files of a release; the files listed.

    CardioNerError where an installed program would not take what was written.
    """
    scripts = [Path(shutil.copyfile(file, out / file.name)) for file in sorted(SCRIPTS.iterdir())]
    listed = sorted({*files, *scripts}, key=lambda file: file.name)
    sums = "".join(f"{sha256(file)}  {file.name}\n" for file in listed).encode("ascii")
    (out / SUMS).write_bytes(sums)
    for stale in (SUMS_SIGNATURE, SIGNER):
        (out / stale).unlink(missing_ok=True)
    if key is not None:
        public = named(key)
        (out / SUMS_SIGNATURE).write_bytes(key.sign(sums))
        (out / SIGNER).write_bytes(public.content)
    if set(read_release(out, Trust()).files) != {file.name for file in listed}:
        raise CardioNerError(f"The list of files in {out} cannot be read as it was written; rename the files.")
    return listed


def named(key: Ed25519PrivateKey) -> PublicKey:
    """The public half, under the name by which the program knows it already, if it does."""
    raw = key.public_key().public_bytes_raw()
    known = (read_key(file) for file in sorted(program_keys_folder().iterdir()) if file.suffix == ENDING)
    return next((one for one in known if one.raw == raw), public_half(key, name=NAME))
