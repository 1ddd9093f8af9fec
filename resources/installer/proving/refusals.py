"""What the installer must refuse, each with one sentence and an exit code of its own, and nothing left behind."""

import subprocess

from proving.packages import LIB, PREFIX, bring
from proving.screen import wait
from proving.work import Disproved, Proof


def _refused(proof: Proof, script: str, code: int, *words: str, root: bool = False) -> None:
    said = proof.expect(proof.room.run(script, root=root), code, "CardioNER was not installed: ", *words)
    sentence = said.err.strip()
    if "\n" in sentence or not sentence.endswith(".") or said.out.strip():
        raise Disproved(f"no single sentence: {said.out}{said.err}")


def _nothing(proof: Proof) -> None:
    proof.shell(f"test ! -e '{LIB}/program' && test ! -e '{PREFIX}/bin/cardioner' && test ! -e '{LIB}/.new'")


def damaged(proof: Proof) -> None:
    """One byte more, a missing file, a list cut short."""
    stick = bring(proof, proof.kit)
    copy = f"rm -rf /tmp/damaged && cp -r {stick} /tmp/damaged && cd /tmp/damaged"
    proof.shell(f"{copy} && printf x >>program/_internal/base_library.zip")
    _refused(proof, "sh /tmp/damaged/install.sh", 6, "base_library.zip is damaged")
    proof.shell(f"{copy} && rm program/cardioner")
    _refused(proof, "sh /tmp/damaged/install.sh", 6, "program/cardioner is damaged or missing")
    proof.shell(f"{copy} && sed -i '$d' files.sha256")
    _refused(proof, "sh /tmp/damaged/install.sh", 6, "files.sha256 is damaged")
    proof.shell(f"{copy} && rm -r program && cd / && true")
    _refused(proof, "sh /tmp/damaged/install.sh", 6, "unpack the whole archive")
    proof.shell("rm -rf /tmp/damaged")
    _refused(proof, f"sh {stick}/install.sh --nonsense", 2, "--prefix")
    _nothing(proof)


def no_space(proof: Proof) -> None:
    """A place of 64 MB."""
    _refused(proof, "sh /tmp/stick/install.sh --prefix /tmp/small/here", 4, "MB of free space")
    proof.shell("test ! -e /tmp/small/here/lib/cardioner/program")


def read_only(proof: Proof) -> None:
    """The user may read the home and not write it."""
    proof.shell("chmod 500 .")
    try:
        _refused(proof, "sh /tmp/stick/install.sh", 3, "cannot be written")
    finally:
        proof.shell("chmod 700 .")
    proof.shell('test -z "$(ls -A)"')


def other_system(proof: Proof) -> None:
    """Programs that answer for another system."""
    proof.shell(
        "mkdir -p /tmp/old /tmp/other && "
        "printf '#!/bin/sh\\necho glibc 2.17\\n' >/tmp/old/getconf && "
        "printf '#!/bin/sh\\ncase $1 in -m) echo riscv64;; *) echo Linux;; esac\\n' >/tmp/other/uname && "
        "chmod +x /tmp/old/getconf /tmp/other/uname"
    )
    _refused(proof, "PATH=/tmp/old:$PATH sh /tmp/stick/install.sh", 7, "glibc 2.17", "or newer is needed")
    _refused(proof, "PATH=/tmp/other:$PATH sh /tmp/stick/install.sh", 7, "riscv64")
    _nothing(proof)


def second_installation(proof: Proof) -> None:
    """One that runs is in the way; one that was killed is not."""
    lock = f"'{LIB}/.installing'"
    script = f"mkdir -p {lock} && echo $$ >{lock}/pid && sh /tmp/stick/install.sh"
    _refused(proof, script, 5, "another installation is running")
    proof.shell(f"echo 4000000 >{lock}/pid")  # no process has such a number here
    _nothing(proof)


def while_it_runs(proof: Proof) -> None:
    """Neither an upgrade nor a removal under a running program."""
    ours = f"case $(readlink $process/exe) in '{LIB}'/*)"
    window = proof.room.command(f"'{LIB}/program/CardioNER'", QT_QPA_PLATFORM="offscreen")
    busy = subprocess.Popen(window, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        look = f"for process in /proc/[0-9]*; do {ours} exit 0;; esac; done; exit 1"
        wait(lambda: proof.room.run(look).code == 0, seconds=60, what="the running program")
        _refused(proof, "sh /tmp/stick/install.sh", 5, "CardioNER is running")
        proof.shell(f"'{LIB}/uninstall.sh' --yes", 5, "it is running")
    finally:
        proof.room.run(f"for process in /proc/[0-9]*; do {ours} kill ${{process#/proc/}};; esac; done")
        busy.wait(timeout=60)
