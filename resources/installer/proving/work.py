"""What a person does with the commands, done in the clean room."""

import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

from proving.kit import Kit
from proving.room import HOME, Room, Said

DATA = f"{HOME}/.local/share/CardioNER"
SETTINGS = f"{HOME}/.config/CardioNER/settings.json"
DOCUMENTS = f"{HOME}/Documents"
LETTERS = f"{DOCUMENTS}/más cartas"


class Disproved(Exception):  # noqa: N818 - it is the outcome of a proof
    """A step did not do what it must; the message says what."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The room, the packages in question, and the same as an older version."""

    room: Room
    kit: Kit
    older: Kit
    pictures: Path | None

    def expect(self, said: Said, code: int, *words: str) -> Said:
        """What was said, where it ended with this code and names these words."""
        whole = said.out + said.err
        if said.code != code or not all(word in whole for word in words):
            raise Disproved(f"exit code {said.code} in place of {code}, or {words} not in: {whole.strip()[-600:]}")
        return said

    def shell(self, script: str, code: int = 0, *words: str) -> Said:
        """Run a shell script as the user; it must end with this code and name these words."""
        return self.expect(self.room.run(script), code, *words)

    def examples(self) -> str:
        """Where the installed program's examples lie, inside."""
        program = self.shell('dirname "$(readlink -f "$(command -v cardioner || echo ~/.local/bin/cardioner)")"')
        return f"{program.out.strip()}/_internal/cardioner_desktop/resources/examples"


COMMAND = 'PATH="$HOME/.local/bin:$PATH" cardioner'


def is_clean(proof: Proof) -> None:
    """Nothing of what a developer has."""
    proof.shell("! command -v python && ! { python3 -c '' ; } 2>/dev/null")
    proof.shell('test $(id -u) -gt 1000 && test -w . && test -z "$(ls -A)"')
    devices = proof.shell("cut -d: -f1 /proc/net/dev | tail -n +3").out.split()
    if set(devices) - {"lo", "sit0", "tunl0", "ip6tnl0"}:
        raise Disproved(f"there is a network: {devices}")


def tag(proof: Proof) -> str:
    """The examples become annotations; letters in other formats go through the process that reads them."""
    out = f"{DOCUMENTS}/anotado"
    proof.shell(f"mkdir -p {quoted(DOCUMENTS)} && rm -rf {quoted(out)}")
    said = proof.shell(f"{COMMAND} tag {quoted(proof.examples())} --out {quoted(out)}")
    if said.err and "Traceback" in said.err:
        raise Disproved(said.err)
    files = [*proof.room.path(out).glob("*.ann")]
    if len(files) != 6 or not all(file.read_text(encoding="utf-8").startswith("T1\t") for file in files):
        raise Disproved(f"{len(files)} of 6 annotations")
    kinds = _other_formats(proof)
    return f"6 letters, {kinds or 'text alone'}"


def _other_formats(proof: Proof) -> str:
    folder = proof.room.path(LETTERS)
    shutil.rmtree(folder, ignore_errors=True)
    proof.shell(f"mkdir -p {quoted(LETTERS)}")
    sentence = "Paciente con fibrilación auricular en tratamiento con bisoprolol."
    latin = "Paciente con fibrilaci\\'f3n auricular en tratamiento con bisoprolol."
    written = {
        "carta.html": f"<html><head><meta charset='utf-8'></head><body><p>{sentence}</p></body></html>",
        "informe.rtf": "{\\rtf1\\ansi\\ansicpg1252 " + latin + "\\par}",
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    proof.room.run(f"chown -R 1717:1717 {quoted(LETTERS)}", root=True)
    said = proof.room.run(f"{COMMAND} tag {quoted(LETTERS)} --out {quoted(DOCUMENTS)}/otros --lang es --force")
    if said.code != 0:
        if "There is no .txt file" in said.err:  # a version before it read them
            return ""
        raise Disproved(f"other formats: {said.out}{said.err}")
    found = [
        file.name for file in proof.room.path(f"{DOCUMENTS}/otros").glob("*.ann") if "bisoprolol" in file.read_text()
    ]
    if len(found) != len(written):
        raise Disproved(f"of {list(written)} only {found} have their drug")
    return " and ".join(name.rpartition(".")[2] for name in written)


def no_display(proof: Proof) -> None:
    """One sentence and exit code 3."""
    proof.shell(COMMAND, 3, "there is no display")
    proof.shell('PATH="$HOME/.local/bin:$PATH" cardioner-desktop', 3, "there is no display")


def batch(proof: Proof) -> str:
    """`cardioner batch` runs, where this version has it."""
    if proof.room.run(f"{COMMAND} batch --help").code != 0:
        return "this version has none"
    out = quoted(f"{DOCUMENTS}/lote")
    proof.shell(f"{COMMAND} batch {quoted(proof.examples())} {out}")
    if not [*proof.room.path(f"{DOCUMENTS}/lote").rglob("*.ann")]:
        raise Disproved("the batch wrote no annotations")
    return ""


def keep_something(proof: Proof) -> str:
    """A pack of the user's own; settings and corrections are there from the window."""
    packs = proof.examples().replace("/examples", "/packs")
    proof.shell(f"mkdir -p {quoted(DATA)}/packs && cp -r {quoted(packs)}/it {quoted(DATA)}/packs/it")
    kept = [name for name in ("packs", "review") if proof.room.path(f"{DATA}/{name}").is_dir()]
    if len(kept) != 2 or not proof.room.path(SETTINGS).is_file():
        raise Disproved(f"kept are {kept}, settings: {proof.room.path(SETTINGS).is_file()}")
    return ", ".join(kept)


def kept_digest(proof: Proof) -> str:
    """One digest over all that the program keeps for the user."""
    folders = f"{quoted(DATA)} {quoted(str(Path(SETTINGS).parent))}"
    return proof.shell(f"find {folders} -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum").out


def quoted(path: str) -> str:
    return shlex.quote(path)
