"""Installing, upgrading and removing, in the clean room."""

import re
import shutil
import subprocess

from proving.kit import OLDER, STALE, Kit
from proving.room import HOME
from proving.work import COMMAND, DATA, DOCUMENTS, SETTINGS, Disproved, Proof

PREFIX = f"{HOME}/.local"
STICK = "/tmp/stick"
LIB = f"{PREFIX}/lib/cardioner"


def needs(kit: Kit) -> list[str]:
    """The packages that the Debian package asks for, the first of each choice, and a font."""
    field = subprocess.run(["dpkg-deb", "-f", str(kit.debian), "Depends"], capture_output=True, text=True, check=True)
    names = [re.split(r"[ (|]", choice.strip())[0] for choice in field.stdout.split(",")]
    return [*(name for name in names if name != "libc6"), "fonts-dejavu-core"]


def bring(proof: Proof, kit: Kit) -> str:
    """Lay the unpacked archive where the user finds it, as on a stick; where."""
    place = proof.room.path(STICK)
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(kit.unpacked, place, symlinks=True)
    return STICK


def install_older(proof: Proof) -> str:
    """As a user, into a home with blanks and accents."""
    stick = bring(proof, proof.older)
    said = proof.shell(f"sh {stick}/install.sh", 0, "is installed in")
    proof.shell(f"test -e '{LIB}/program/{STALE}'")
    _is_registered(proof)
    return said.out.splitlines()[0]


def broken_upgrade(proof: Proof) -> None:
    """Where the new version does not start, the one before stays."""
    before = proof.shell(f"ls '{LIB}/program'").out
    stick = bring(proof, proof.kit)
    proof.shell(
        f"rm -rf /tmp/broken && cp -r {stick} /tmp/broken && cd /tmp/broken && "
        "printf '#!/bin/sh\\nexit 1\\n' >program/cardioner && "
        "old=$(sha256sum <files.sha256 | cut -d' ' -f1) && "
        "sum=$(sha256sum <program/cardioner | cut -d' ' -f1) && "
        'sed -i "s|^[0-9a-f]*  program/cardioner$|$sum  program/cardioner|" files.sha256 && '
        "new=$(sha256sum <files.sha256 | cut -d' ' -f1) && sed -i \"s/$old/$new/\" install.sh"
    )
    proof.shell("sh /tmp/broken/install.sh", 8, "does not work on this system (it does not start)")
    if proof.shell(f"ls '{LIB}/program' && rm -rf /tmp/broken").out != before:
        raise Disproved("the version before is not as it was")
    proof.shell(f"{COMMAND} --version")


def uninstall(proof: Proof) -> str:
    """Without a person to ask it wants --yes; then nothing but documents is left in the home."""
    proof.shell(f"'{LIB}/uninstall.sh' </dev/null", 2, "--yes")
    proof.shell(f"'{LIB}/uninstall.sh' --yes", 0, "is removed")
    left = proof.shell("find . -type f -o -type l").out.splitlines()
    foreign = [path for path in left if not path.startswith("./Documents/") and not path.startswith("./.cache/")]
    if foreign or not left:
        raise Disproved(f"left are {foreign[:5] or 'no documents'}")
    for place in (LIB, DATA, SETTINGS, f"{PREFIX}/share/applications/cardioner-desktop.desktop"):
        proof.shell(f"test ! -e '{place}'")
    return f"{len(left)} files of the user's are left, all below {DOCUMENTS}"


def _is_registered(proof: Proof) -> None:
    entry = f"{PREFIX}/share/applications/cardioner-desktop.desktop"
    proof.shell(f"grep -Fx 'Exec=\"{LIB}/program/CardioNER\" %F' '{entry}' && grep -F x-brat-standoff '{entry}'")
    proof.shell(f"test -s '{PREFIX}/share/icons/hicolor/256x256/apps/cardioner-desktop.png'")
    proof.shell(f"test -s '{PREFIX}/share/mime/packages/cardioner-desktop.xml' && test -x '{PREFIX}/bin/cardioner'")


def install_debian(proof: Proof) -> str:
    """As an administrator, without a network: an older version, then this one over it."""
    for kit, version in ((proof.older, OLDER), (proof.kit, proof.kit.version)):
        shutil.copyfile(kit.debian, proof.room.path("/tmp/package.deb"))
        proof.expect(proof.room.run("dpkg -i /tmp/package.deb", root=True), 0)
        said = proof.expect(proof.room.run("dpkg-query -W -f='${Version}' cardioner-desktop", root=True), 0)
        if not said.out.startswith(version):
            raise Disproved(f"version {said.out} in place of {version}")
    proof.shell(f"test ! -e /usr/lib/cardioner/{STALE} && cardioner --version", 0, proof.kit.version)
    return said.out


def remove_debian(proof: Proof) -> None:
    """Nothing of the package is left."""
    proof.expect(proof.room.run("dpkg -P cardioner-desktop", root=True), 0)
    left = proof.room.run("find /usr /etc /opt /var/lib -xdev -iname '*cardioner*' ! -path '*/dpkg/*'", root=True)
    if left.out.strip():
        raise Disproved(f"left are {left.out.split()[:5]}")
