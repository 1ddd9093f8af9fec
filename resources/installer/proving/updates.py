"""Releases on a stick: verified before anything is installed, refused, installed over an older version, and gone back
from; packs the same way."""

import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from kit.sealing import NAME, seal

from cardioner_desktop.security.keys import public_half
from proving.kit import OLDER, STALE
from proving.packages import LIB, bring
from proving.work import COMMAND, DATA, Disproved, Proof, kept_digest, quoted

RELEASE = "/tmp/release"
_KEY = Ed25519PrivateKey.generate()
FINGERPRINT = public_half(_KEY, name=NAME).fingerprint


def bring_release(proof: Proof) -> str:
    """Lay the user's archive, signed by a key made for this proof, where a stick would be; where."""
    place = proof.room.path(RELEASE)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    archive = Path(shutil.copy2(proof.kit.archive, place))
    seal(place, [archive], _KEY)
    return RELEASE


def verified(proof: Proof) -> str:
    """By the script beside the packages, with what the system has."""
    built = proof.kit.archive.parent
    place = proof.room.path("/tmp/built")
    place.mkdir()
    for name in ("verify.sh", "SHA256SUMS", "SHA256SUMS.sig", "release.pub", proof.kit.archive.name):
        if (built / name).is_file():
            shutil.copy2(built / name, place)
    signed = (built / "SHA256SUMS.sig").is_file()
    if not signed:
        proof.shell("sh /tmp/built/verify.sh", 10, "Not verified: this is an evaluation build, which nobody signed")
        proof.shell("sh /tmp/built/verify.sh --allow-unsigned", 0, "Evaluation build: nobody signed it.")
    shutil.rmtree(place)
    stick = bring_release(proof)
    if proof.room.run("command -v openssl").code != 0:
        proof.shell(f"sh {stick}/verify.sh", 12, "this system has no openssl", "3.0 or newer")
        return "no openssl here, and it says so"
    proof.shell(f"sh {stick}/verify.sh", 11, "Not verified: no key in", FINGERPRINT)
    proof.shell(f"sh {stick}/verify.sh --fingerprint {'0' * 64}", 11, "has another fingerprint")
    proof.shell(f"sh {stick}/verify.sh --fingerprint {FINGERPRINT}", 0, "as they were released, signed by the key")
    proof.shell(f"cp -r {stick} /tmp/damaged && printf x >>/tmp/damaged/{proof.kit.archive.name}")
    proof.shell(f"sh /tmp/damaged/verify.sh --fingerprint {FINGERPRINT}", 6, "is damaged or was changed")
    proof.shell("rm -rf /tmp/damaged")
    return "as built, and signed by a key of its own"


def refused(proof: Proof) -> None:
    """A release of an unknown key, a damaged one, and one that nobody signed, change nothing."""
    stick = bring_release(proof)
    before = proof.shell(f"ls -a '{LIB}'").out
    proof.shell(f"{COMMAND} update {stick}", 1, "is signed by a key that is not trusted here")
    proof.shell(f"{COMMAND} packs keys trust {stick}/release.pub --yes", 0, "It counts from now on")
    proof.shell(f"cp -r {stick} /tmp/damaged && printf x >>/tmp/damaged/{proof.kit.archive.name}")
    proof.shell(f"{COMMAND} update /tmp/damaged", 1, "is damaged or was changed: it is not the file of the release")
    proof.shell("rm /tmp/damaged/SHA256SUMS.sig")
    proof.shell(f"{COMMAND} update /tmp/damaged", 1, "is an evaluation build that nobody signed")
    proof.shell(f"rm -rf /tmp/damaged && {COMMAND} update {stick} --check", 0, f"signed by {NAME}")
    if proof.shell(f"ls -a '{LIB}'").out != before:
        raise Disproved("something has changed")


def update(proof: Proof) -> str:
    """`cardioner update`: settings, packs and corrections stay to the byte; files of the older version go."""
    before = kept_digest(proof)
    proof.shell(f"{COMMAND} update {bring_release(proof)}", 0, f"CardioNER {proof.kit.version} is installed in")
    proof.shell(f"test ! -e '{LIB}/program/{STALE}' && test -z \"$(ls -d '{LIB}'/.[a-z]* 2>/dev/null)\"")
    proof.shell(f"{COMMAND} --version", 0, proof.kit.version)
    if kept_digest(proof) != before:
        raise Disproved("what the user had has changed")
    return f"over {OLDER}, as released and signed"


def go_back(proof: Proof) -> str:
    """To an older version only where that is asked for; and forward again."""
    stick = bring(proof, proof.older)
    proof.shell(f"sh {stick}/install.sh", 9, f"and this one, {OLDER}, is older")
    proof.shell(f"sh {stick}/install.sh --downgrade && test -e '{LIB}/program/{STALE}'", 0, "is installed in")
    stick = bring(proof, proof.kit)
    proof.shell(f"sh {stick}/install.sh && test ! -e '{LIB}/program/{STALE}'", 0, proof.kit.version)
    return f"to {OLDER} and forward again"


def packs(proof: Proof) -> None:
    """A pack from a stick has to be whole and to work; what it takes the place of is kept and put back."""
    file = "/tmp/it.zip"
    proof.shell(f"{COMMAND} packs export it {file}")
    proof.shell(f"{COMMAND} packs import {file}", 1, "is among yours already")
    proof.shell(f"{COMMAND} packs import {file} --replace", 0, "it ", "came with the program")
    proof.shell(f"{COMMAND} packs", 0, "the version before, is kept: cardioner packs rollback it")
    proof.shell(f"{COMMAND} packs rollback it && test -f {quoted(DATA)}/packs/.previous/it/manifest.toml")
    proof.shell(f"head -c 1000000 {file} >/tmp/cut.zip")
    proof.shell(f"{COMMAND} packs import /tmp/cut.zip --replace", 1, "is not a whole, open zip file")
    proof.shell(f"rm {file} /tmp/cut.zip && {COMMAND} packs verify")


def read_only(proof: Proof) -> None:
    """Where the home cannot be written letters are tagged all the same, and what cannot be kept is one sentence."""
    proof.shell("chmod -R a-w .")
    try:
        proof.shell(f"{COMMAND} tag {quoted(proof.examples())} --out /tmp/elsewhere && rm -r /tmp/elsewhere")
        said = proof.shell(f"{COMMAND} settings set device cpu", 1, "cannot be written")
        if said.err.count("\n") != 1:
            raise Disproved(f"no single sentence: {said.err}")
    finally:
        proof.shell("chmod -R u+w .")
