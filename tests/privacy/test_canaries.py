"""Words are planted in letters, in names of files and folders and in errors, all that the program can do is done, and
every byte that it wrote outside of the places that a person chose is searched for them."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT, NAME, FOLDER, NOTE = (f"Zwetschgenkanarius{kind}" for kind in ("text", "name", "ordner", "note"))
ANY = "Zwetschgenkanarius"

ALLOWED = {"review-1.journal": (NAME, FOLDER, NOTE)}
"""Files that hold such words because that is what they are for (`resources/guides/privacy.md`), and which of them."""

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere HOME is not where programs write"),
    pytest.mark.heavy,
]


@dataclass(frozen=True)
class Home:
    """The world of one person: all that a program may write is below `place`, but for `letters` and `out`."""

    place: Path
    letters: Path
    out: Path

    def run(self, *arguments: str | Path, program: tuple[str | Path, ...] = ("-m", "cardioner_desktop")) -> "Told":
        told = subprocess.run(
            [sys.executable, *program, *arguments], cwd=self.place / "work", env=self.environment(),
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        return Told(told.returncode, told.stdout, told.stderr)

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        return kept | {
            "HOME": str(self.place / "home"), "TMPDIR": str(self.place / "tmp"), "PYTHONPATH": str(ROOT),
            "XDG_RUNTIME_DIR": str(self.place / "session"), "QT_QPA_PLATFORM": "offscreen",
            "CARDIONER_PACKS": str(ROOT / "tests" / "data" / "packs"), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def found(self) -> dict[str, set[str]]:
        """The files that hold a planted word, in any encoding, or have one in their name; and which."""
        found: dict[str, set[str]] = {}
        for path in self.place.rglob("*"):
            content = str(path.relative_to(self.place)).encode() + (path.read_bytes() if path.is_file() else b"")
            for word in (TEXT, NAME, FOLDER, NOTE, ANY):
                if any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be")):
                    found.setdefault(path.name, set()).add(word)
        return {name: {word for word in words if word != ANY} or {ANY} for name, words in found.items()}


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = tmp_path / "person"
    for name in ("home", "tmp", "work", "session"):
        (place / name).mkdir(parents=True)
        (place / name).chmod(0o700)
    settings = place / "home" / ".config" / "CardioNER" / "settings.json"
    settings.parent.mkdir(parents=True)
    chosen = {"interface": "en", "toured": True, "allow_unsigned_packs": True, "audit": True}
    settings.write_text(json.dumps(chosen), encoding="utf-8")
    letters = tmp_path / "in" / FOLDER
    letters.mkdir(parents=True)
    text = f"Paciente {TEXT} con angina y asma, toma bisoprolol. No tiene fiebre ni tos.\n"
    (letters / f"{NAME}.txt").write_text(text, encoding="utf-8")
    (letters / f"{NAME}2.txt").write_text(
        f"Il paziente {TEXT} ha preso la ramipril per la pressione.\n", encoding="utf-8"
    )
    (letters / f"{NAME}-bytes.txt").write_bytes(f"{TEXT}\0\x81".encode("latin-1"))
    (letters / f"{NAME}-ann.txt").write_text(text, encoding="utf-8")
    (letters / f"{NAME}-ann.ann").write_text(f"T1\tFARMACO 0 900\t{TEXT}\n", encoding="utf-8")
    (letters / f"{NAME}-word.docx").write_bytes(f"PK{TEXT}".encode())
    (letters / f"{NAME}-fhir.json").write_text(f'{{"resourceType": "{TEXT}"', encoding="utf-8")
    return Home(place, letters, tmp_path / "out")


def test_runs_of_the_command_line_leave_no_word_behind(home: Home) -> None:
    first = home.run(
        "tag", home.letters, "--out", home.out / "a", "--threshold", "0", "--format", "brat", "--format", "xlsx"
    )
    assert first.code == 1, first.err  # some letters are broken
    assert f"{NAME}-bytes.txt" in first.err
    again = home.run("tag", home.letters, "--out", home.out / "a")
    assert again.code == 1
    assert "exists already" in again.err
    told = [
        first,
        again,
        home.run("tag", home.letters / TEXT, "--out", home.out / "b"),
        home.run("score", home.out / "a", home.letters),
        home.run("compare", home.out / "a", home.out / "a", "--out", home.out / "c"),
        home.run("gazetteer", "import", home.letters / f"{NAME}-fhir.json"),
        home.run("packs", "add", home.letters),
        home.run("sample", home.out / "a", "--into", home.out / "d"),
        home.run("batch", home.letters, home.out / "e", "--workers", "1", "--threshold", "0", "--format", "json",
                 "--report", home.out / "e.html"),
        home.run("batch", home.letters, home.out / "e", "--resume", "--workers", "1", "--format", "json"),
        home.run("sample", home.out / "e", "--into", home.out / "f"),
        home.run("purge", "--yes", home.out / "a", home.out / "e"),
    ]  # fmt: skip
    assert (home.out / "f" / "sample.json").is_file(), told[-2].err
    assert [path.name for path in (home.out / "e" / ".cardioner").iterdir()] == ["lock"], told[-1].err
    # Sentences name the file to the person who gave it; what stands in it, or in an error, they do not.
    assert not [one.err for one in told if TEXT in one.err.replace(f"{FOLDER}/{TEXT}", "")]
    assert home.found() == {}


DEFECT = f"""
import sys
from cardioner_desktop import app
from cardioner_desktop.commands import score
def fail(*_, **__):
    letter = {TEXT!r}
    try:
        open("/nowhere/{NAME}")
    except OSError as error:
        raise LookupError(f"{{letter}} is not there") from error
score.score_files = fail
sys.exit(app.main())
"""


def test_a_defect_of_the_command_line_leaves_places_only(home: Home) -> None:
    (home.out).mkdir()
    (home.out / "defect.py").write_text(DEFECT, encoding="utf-8")
    told = home.run("score", home.letters, home.letters, program=(home.out / "defect.py",))
    assert told.code == 70
    assert "LookupError" in told.err
    assert ANY not in told.err + told.out
    (report,) = home.place.glob("home/.local/share/CardioNER/crashes/crash-*.txt")
    assert "caused by FileNotFoundError" in report.read_text(encoding="utf-8")
    assert home.found() == {}


@pytest.mark.parametrize("end", ["close", "kill"])
def test_a_session_in_the_window_leaves_no_word_but_in_its_journal(home: Home, end: str) -> None:
    told = home.run(home.letters, home.out, end, program=(ROOT / "tests" / "privacy" / "canary_window.py",))
    assert told.code == (0 if end == "close" else -signal.SIGKILL), told.err
    assert "RuntimeError" in told.err
    assert "warning of Qt in QFileSystemWatcher" in told.err
    assert ANY not in told.err + told.out
    scratch = home.place / "session" / "CardioNER" / "scratch"
    assert bool(list(scratch.rglob("*.ann"))) == (end == "kill")  # what was dragged out
    if end == "kill":
        assert home.run("--version").code == 0  # the next start of any kind
    assert not [path for path in scratch.rglob("*") if path.is_file() and path.suffix != ".lock"]
    found = home.found()
    assert found
    assert {name: words - set(ALLOWED.get(name, ())) for name, words in found.items()} == {
        name: set() for name in found
    }
    written = home.place / "home" / ".local" / "share" / "CardioNER"
    for path in written.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert list((written / "crashes").glob("crash-*.txt"))
    assert home.run("purge", "--yes").code == 0
    assert home.found() == {}
