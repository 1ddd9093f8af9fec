"""The wheel alone, away from the checkout, tags the examples with the packs it carries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CARDIONER"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept | variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--disable-pip-version-check"]
    run(*pip, "--target", folder / "site", wheel, cwd=folder)
    return folder / "site"


def test_resources_come_from_the_wheel(site: Path, tmp_path: Path) -> None:
    program = (
        "from cardioner_desktop.paths import examples_folder, resources_folder as r; print(r()); examples_folder()"
    )
    printed = run(sys.executable, "-c", program, cwd=tmp_path, PYTHONPATH=str(site))
    assert Path(printed.strip()) == site / "cardioner_desktop" / "resources"


def test_the_wheel_tags_its_examples(site: Path, tmp_path: Path) -> None:
    examples = site / "cardioner_desktop" / "resources" / "examples"
    letters = sorted(path.relative_to(examples).with_suffix("") for path in examples.rglob("*.txt"))
    assert {letter.name[:2] for letter in letters} == {"es", "en", "it"}
    command = [sys.executable, "-m", "cardioner_desktop", "tag", examples, "--out", tmp_path / "annotated"]
    run(*command, cwd=tmp_path, PYTHONPATH=str(site))
    for letter in letters:
        assert (tmp_path / "annotated" / letter.with_suffix(".ann")).read_text(encoding="utf-8").startswith("T1\t")


def test_the_wheel_holds_its_translations_compiled(site: Path) -> None:
    folder = site / "cardioner_desktop" / "resources" / "i18n"
    compiled = {file.name: file.read_bytes()[:4] for file in folder.glob("*.qm")}
    assert compiled == {f"cardioner_{language}.qm": b"\x3c\xb8\x64\x18" for language in ("en", "es", "it")}
