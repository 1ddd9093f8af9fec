"""What a build makes beside the program: icons, guides, licences, bill of materials, packages."""

import ast
import json
import shutil
import struct
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path

import click
import PySide6
import pytest
from kit import bundled, checks, guides, icons, linux, papers, sbom, slimming

from cardioner_desktop.licences import NATIVE, part_of, parts

ROOT = Path(__file__).resolve().parents[2]
PYTHON = bundled.NativePart("Python", "3.12.1", "PSF-2.0", "the licence")


def test_icons_are_what_windows_and_macos_read(tmp_path: Path) -> None:
    icons.draw_all(ROOT / "resources" / "icons", tmp_path)
    picture = (tmp_path / "256.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == (256, 256)
    ico = (tmp_path / "app.ico").read_bytes()
    count = struct.unpack("<HHH", ico[:6])[2]
    width, _, _, _, _, bits, size, offset = struct.unpack("<BBBBHHII", ico[6 + 16 * (count - 1) : 6 + 16 * count])
    assert (width, bits) == (0, 32)  # 0 stands for 256
    assert ico[offset : offset + size] == picture
    icns = (tmp_path / "app.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)
    assert picture in icns


def test_a_guide_is_one_page_with_its_pictures_inside(tmp_path: Path) -> None:
    (page,) = [page for page in guides.write_all(ROOT / "resources" / "guides", tmp_path) if page.stem == "clinicians"]
    text = page.read_text(encoding="utf-8")
    assert text.count('src="data:image/png;base64,') == 2
    assert 'src="pictures' not in text
    assert "<title>CardioNER Desktop: one page for clinicians</title>" in text
    assert "<table>" in text


def test_a_guide_with_a_picture_that_is_missing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("# A guide\n\n![nothing](none.png)\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"none\.png"):
        guides.page_of(tmp_path / "guide.md")


def test_links_between_guides_lead_to_pages(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("# A guide\n\n[more](privacy.md#where)\n", encoding="utf-8")
    assert '<a href="privacy.html#where"' in guides.page_of(tmp_path / "guide.md")


def test_the_bill_of_materials_names_each_part_with_version_and_licence() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    packs = [ROOT / "resources" / "packs" / "it"]
    text = sbom.bill_of_materials("0.1.0", [distribution("numpy")], [PYTHON], packs, moment=moment)
    bill = json.loads(text)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2026-01-02T00:00:00Z"
    numpy, python, pack = bill["components"]
    assert numpy["purl"] == f"pkg:pypi/numpy@{distribution('numpy').version}"
    assert "BSD-3-Clause" in numpy["licenses"][0]["expression"]
    assert (python["purl"], python["licenses"]) == ("pkg:generic/python@3.12.1", [{"license": {"name": "PSF-2.0"}}])
    assert (pack["type"], pack["hashes"][0]["alg"]) == ("machine-learning-model", "SHA-256")
    assert {part["bom-ref"] for part in bill["components"]} == set(bill["dependencies"][0]["dependsOn"])
    assert text == sbom.bill_of_materials("0.1.0", [distribution("numpy")], [PYTHON], packs, moment=moment)


def test_every_requirement_of_the_program_has_the_text_of_its_licence() -> None:
    texts = ROOT / "resources" / "licences"
    without = [part.name for part in parts() if not part_of(distribution(part.name), texts).text]
    # Not in the installed program: clients of hubs, which tokenizers asks for and nothing here uses.
    assert set(without) <= {"hf-xet", "huggingface-hub", "huggingface_hub", "flatbuffers", "protobuf"}


def test_the_licences_of_all_parts_are_in_one_book_and_in_the_list_that_the_program_shows(tmp_path: Path) -> None:
    papers.write_papers(ROOT, "0.1.0", [distribution("ctranslate2"), distribution("click")], [PYTHON], tmp_path)
    book = (tmp_path / papers.LICENCES).read_text(encoding="utf-8")
    assert "The OpenNMT Authors" in book
    assert f"click  {distribution('click').version}" in book
    shown = json.loads((tmp_path / NATIVE).read_text(encoding="utf-8"))
    assert shown == [{"name": "Python", "version": "3.12.1", "licence": "PSF-2.0", "text": "the licence"}]


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A program's folder with one distribution and one pack, its bill of materials and its book of licences."""
    program, folder = tmp_path / "CardioNER", tmp_path / "papers"
    (program / "_internal" / f"click-{distribution('click').version}.dist-info").mkdir(parents=True)
    pack = program / "_internal" / "cardioner_desktop" / "resources" / "packs" / "it"
    pack.mkdir(parents=True)
    (pack / "manifest.toml").write_text("", encoding="utf-8")
    papers.write_papers(ROOT, "0.1.0", [distribution("click")], [PYTHON], folder)
    return program, folder / papers.BILL, folder / papers.LICENCES


def test_the_papers_of_a_build_tell_of_all_that_is_in_it(built: tuple[Path, Path, Path]) -> None:
    assert checks.faults(*built) == []


def test_a_part_that_the_papers_do_not_tell_of_is_a_fault(built: tuple[Path, Path, Path]) -> None:
    program, _, book = built
    (program / "_internal" / "mystery_box-1.2.dist-info").mkdir()
    (program / "_internal" / "cardioner_desktop" / "resources" / "packs" / "it").rename(
        program / "_internal" / "cardioner_desktop" / "resources" / "packs" / "pt"
    )
    book.write_text(book.read_text(encoding="utf-8").replace("Python 3.12.1\n=", "Snake\n="), encoding="utf-8")
    assert checks.faults(*built) == [
        "mystery_box 1.2 is in the program and not in the bill of materials.",
        "The pack pt is in the program and not in the bill of materials.",
        "The book of licences lacks Python 3.12.1.",
    ]


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GNU General Public License v3 (GPLv3)", "UNKNOWN", ""])
def test_a_licence_that_a_hospital_may_not_take_stops_the_build(built: tuple[Path, Path, Path], licence: str) -> None:
    bill = json.loads(built[1].read_text(encoding="utf-8"))
    bill["components"][0]["licenses"] = [{"license": {"name": licence}}]
    built[1].write_text(json.dumps(bill), encoding="utf-8")
    (sentence,) = checks.faults(*built)
    assert sentence.startswith("click ")


def test_a_part_without_the_text_of_its_licence_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="No text of a licence for mystery"):
        papers.write_papers(ROOT, "0.1.0", [], [bundled.NativePart("mystery", "1", "", "")], tmp_path)


def test_parts_are_known_by_the_files_that_were_taken() -> None:
    taken = bundled.taken_distributions([Path(click.__file__), ROOT / "README.md"], "cardioner-desktop")
    assert [one.metadata["Name"] for one in taken] == ["cardioner-desktop", "click"]
    names = [name for name, _, _ in bundled.metadata_files(taken)]
    assert any(name.endswith("METADATA") for name in names)
    assert not [name for name in names if name.endswith(("direct_url.json", "INSTALLER"))]


def test_qt_that_is_not_used_stays_out() -> None:
    kept = [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_es.qm",
        "PySide6\\Qt6Core.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "numpy/_core/_multiarray_umath.so",
    ]
    left = [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "libQt6Network.so.6",
        "PySide6\\Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_es.qm",
    ]
    entries = [(name, name, "BINARY") for name in (*kept, *left)]
    assert [name for name, _, _ in slimming.wanted(entries)] == kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux' libraries")
def test_the_newest_c_library_that_a_file_asks_for_is_what_the_program_needs(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("GLIBC_9.99", encoding="utf-8")
    assert linux.needed_glibc(tmp_path) == "2.17"
    (tmp_path / "python").write_bytes(Path(sys.executable).resolve().read_bytes())
    said = subprocess.run(["objdump", "-p", sys.executable], capture_output=True, text=True, check=True).stdout
    needed = linux.needed_glibc(tmp_path)
    assert f"GLIBC_{needed}" in said or needed == "2.17"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux' libraries")
def test_a_library_that_the_building_machine_lacked_is_named(tmp_path: Path) -> None:
    folder = Path(PySide6.__file__).parent / "Qt"
    plugin = tmp_path / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    shutil.copyfile(folder / "plugins" / "platforms" / "libqxcb.so", plugin)
    lacking = linux.unmet(tmp_path)
    assert {"libxcb-cursor.so.0", "libQt6Core.so.6"} <= set(lacking)
    assert not {"libX11.so.6", "libc.so.6", "libGL.so.1"} & set(lacking)
    (tmp_path / "libxcb-cursor.so.0").write_bytes(b"")
    assert "libxcb-cursor.so.0" not in linux.unmet(tmp_path)


def test_nothing_that_the_program_cannot_do_without_is_left_out_of_the_build() -> None:
    spec = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    (excluded,) = (
        set(ast.literal_eval(node.value))
        for node in spec.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDED"
    )
    imported: dict[str, set[str]] = {}
    for file in (ROOT / "cardioner_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                imported.setdefault(name, set()).add(file.stem)
    left_out = {name: files for name, files in imported.items() if name in excluded or name.split(".")[0] in excluded}
    # Each of these says what is missing, in a sentence, or is a tool that is not installed.
    sentences = {"onnx", "parquet", "cluster"}
    tools = {"benchmark", "gallery", *(file.stem for file in (ROOT / "cardioner_desktop").rglob("gallery_*.py"))}
    assert {file for files in left_out.values() for file in files} <= sentences | tools, left_out


def test_the_window_and_the_command_start_the_same_program() -> None:
    programs = ROOT / "resources" / "installer" / "programs"
    for name, entry in (("window", "window"), ("command", "main")):
        text = (programs / f"{name}.py").read_text(encoding="utf-8")
        assert f"from cardioner_desktop.app import {entry}\n" in text
        assert text.index("freeze_support()") < text.index("from cardioner_desktop")
