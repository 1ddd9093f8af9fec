"""Makes a release of a folder that the packages of all systems were put into:

    python resources/installer/seal.py FOLDER [--key KEY.pem]

Writes verify.sh, verify.ps1 and SHA256SUMS; with a key (or its PEM text in CARDIONER_SIGNING_KEY) the signature and
release.pub too.
"""

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from kit.sealing import named, seal, signing_key  # noqa: E402

from cardioner_desktop.errors import CardioNerError  # noqa: E402
from cardioner_desktop.security.keys import grouped  # noqa: E402
from cardioner_desktop.security.release import SIGNER, SUMS, SUMS_SIGNATURE  # noqa: E402


def main() -> int:
    """Seal; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, help="an Ed25519 key (PEM)")
    options = parser.parse_args()
    made = {SUMS, SUMS_SIGNATURE, SIGNER}
    try:
        files = [file for file in _inside(options.folder) if file.is_file() and file.name not in made]
        key = signing_key(options.key)
        listed = seal(options.folder, files, key)
    except CardioNerError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    who = f"signed by {grouped(named(key).fingerprint)}" if key else "not signed: an evaluation build"
    sys.stdout.write(f"{len(listed)} files, {who}\n")
    return 0


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise CardioNerError(
            f"The folder {folder} cannot be read ({error.strerror}); name the one that holds the packages."
        ) from error


if __name__ == "__main__":
    raise SystemExit(main())
