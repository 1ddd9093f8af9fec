"""Proves that the packages of a build work where nothing but a desktop's libraries are.

    sudo python resources/installer/proof.py dist [--debian FOLDER] [--pictures FOLDER]

Installs them in a clean room (no Python, no network, an ordinary user whose home has blanks and accents in its name),
opens the window, tags, exports, upgrades and removes, and tries what must be refused. Without --debian the room is this
machine with Python covered up; with it, a Debian made in that folder (debootstrap), where the .deb is installed too.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from proving import packages, refusals, updates, window, work  # noqa: E402
from proving.kit import Kit, find_kit, older_kit  # noqa: E402
from proving.room import can_be_made, clean_room, debian_root  # noqa: E402

Step = Callable[[work.Proof], object]
STEPS: tuple[tuple[str, Step], ...] = (
    ("no Python, no network, an ordinary user", work.is_clean),
    ("a release is verified before it is unpacked", updates.verified),
    ("refused: damaged or missing files", refusals.damaged),
    ("refused: no space", refusals.no_space),
    ("refused: a home that cannot be written", refusals.read_only),
    ("refused: an old C library, another machine", refusals.other_system),
    ("refused: a second installation", refusals.second_installation),
    ("an older version is installed", packages.install_older),
    ("it tags the examples, and letters in other formats", work.tag),
    ("it says that there is no display", work.no_display),
    ("the window opens, tags the examples and exports", window.work_through),
    ("a cold start", window.cold_start),
    ("a batch", work.batch),
    ("a pack of the user's own, settings, corrections", work.keep_something),
    ("a pack from a stick, and back to the one before", updates.packs),
    ("a home that cannot be written", updates.read_only),
    ("refused: an upgrade while it runs", refusals.while_it_runs),
    ("an upgrade that does not start is taken back", packages.broken_upgrade),
    ("refused: a release that is damaged or of unknown origin", updates.refused),
    ("an update from a stick keeps what the user had", updates.update),
    ("an older version only where it is asked for", updates.go_back),
    ("the window opens again with the work of before", window.open_again),
    ("removed: only the user's documents are left", packages.uninstall),
)
DEBIAN_STEPS: tuple[tuple[str, Step], ...] = (
    ("the Debian package: an older version, then this one", packages.install_debian),
    ("it tags the examples", work.tag),
    ("the window opens, tags the examples and exports", window.work_through),
    ("the Debian package is removed without a trace", packages.remove_debian),
)


def main() -> int:
    """Run all steps; the exit code: 0 all passed, 1 one failed, 2 it cannot be proved here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path, help="the folder that build.py wrote")
    parser.add_argument("--debian", type=Path, help="a Debian's root; made where it is not there")
    parser.add_argument("--pictures", type=Path, help="keep what the screen showed")
    options = parser.parse_args()
    if refusal := can_be_made():
        sys.stderr.write(f"{refusal}\n")
        return 2
    kit = find_kit(options.dist.resolve())
    with older_kit(kit) as older:
        debian = debian_root(options.debian.resolve(), packages.needs(kit)) if options.debian else None
        passed = _prove(kit, older, debian, STEPS, options.pictures)
        if passed and debian is not None:
            passed = _prove(kit, older, debian, DEBIAN_STEPS, options.pictures)
    return 0 if passed else 1


def _prove(
    kit: Kit, older: Kit, debian: Path | None, steps: tuple[tuple[str, Step], ...], pictures: Path | None
) -> bool:
    with clean_room(debian) as room:
        proof = work.Proof(room, kit, older, pictures)
        for title, step in steps:
            start = time.monotonic()
            try:
                said = step(proof)
            except (work.Disproved, TimeoutError) as error:
                sys.stdout.write(f"FAILED  {title}: {error}\n")
                return False
            note = f": {said}" if said else ""
            sys.stdout.write(f"passed  {title}{note} ({time.monotonic() - start:.1f} s)\n")
            sys.stdout.flush()
    return True


if __name__ == "__main__":
    raise SystemExit(main())
