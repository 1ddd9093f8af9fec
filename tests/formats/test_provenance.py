import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop import __version__
from cardioner_desktop.core.document import Document, Provenance, Span
from cardioner_desktop.formats import html, provenance
from cardioner_desktop.formats import json as document_json
from cardioner_desktop.formats.export import existing, export
from cardioner_desktop.formats.kinds import BRAT, CONLL, PAGES
from cardioner_desktop.packs import read_pack

MADE = Provenance("es", "1.2", "ab" * 32)
LETTER = Document("ward/a", "asma", "es", spans=(Span(0, 4, "ENFERMEDAD"),), provenance=MADE)
BARE = Document("b", "tos", "it")
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=9)


def read(folder: Path) -> dict[str, object]:
    return json.loads((folder / provenance.NAME).read_text(encoding="utf-8"))


def test_a_brat_folder_says_which_pack_looked_at_each_document(tmp_path: Path) -> None:
    list(export([LETTER, BARE], BRAT, tmp_path / "out"))
    assert read(tmp_path / "out") == {
        "schema": 1,
        "program": __version__,
        "documents": [
            {"id": "ward/a", "language": "es", "pack": "es", "version": "1.2", "sha256": "ab" * 32},
            {"id": "b", "language": "it", "pack": None, "version": None, "sha256": None},
        ],
    }


def test_a_later_export_of_some_documents_keeps_what_is_said_of_the_others(tmp_path: Path) -> None:
    list(export([LETTER, BARE], CONLL, tmp_path))
    newer = Provenance("es", "1.3", "cd" * 32)
    list(export([Document("ward/a", "asma", "es", provenance=newer)], CONLL, tmp_path))
    said = provenance.entries((tmp_path / provenance.NAME).read_text(encoding="utf-8"))
    assert said is not None
    assert {name: value["version"] for name, value in said.items()} == {"ward/a": "1.3", "b": None}


def test_a_file_of_that_name_that_says_something_else_is_asked_about(tmp_path: Path) -> None:
    assert list(existing([LETTER], BRAT, tmp_path)) == []
    (tmp_path / provenance.NAME).write_text('{"of": "somebody"}', encoding="utf-8")
    assert list(existing([LETTER], BRAT, tmp_path)) == [tmp_path / provenance.NAME]


def test_the_same_export_gives_the_same_bytes(tmp_path: Path) -> None:
    for _ in range(2):
        list(export([LETTER, BARE], BRAT, tmp_path / "one"))
    list(export([LETTER, BARE], BRAT, tmp_path / "two"))
    assert (tmp_path / "one" / provenance.NAME).read_bytes() == (tmp_path / "two" / provenance.NAME).read_bytes()


def test_pages_say_it_themselves(tmp_path: Path) -> None:
    list(export([LETTER], PAGES, tmp_path))
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.html"]
    page = html.page(LETTER)
    assert f"Model pack es 1.2, SHA-256 {'ab' * 32}" in page
    assert "Model pack" not in html.page(BARE)


@given(st.builds(Provenance, words, words, words) | st.none())
def test_json_gives_it_back(made: Provenance | None) -> None:
    letter = Document("a", "x", provenance=made)
    assert document_json.loads(document_json.dumps([letter]), name="a file") == [letter]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": 2, "documents": []}', '{"schema": 1, "documents": [1]}']
)
def test_what_is_no_such_file_has_no_entries(content: str) -> None:
    assert provenance.entries(content) is None


def test_the_hash_of_a_pack_changes_with_any_of_its_files(tiny_packs: Path, tmp_path: Path) -> None:
    manifest = (tiny_packs / "es" / "manifest.toml").read_text(encoding="utf-8")
    pack = read_pack(tiny_packs / "es")
    assert pack.provenance.pack == pack.name
    assert len(pack.provenance.sha256) == 64
    (tmp_path / "es").mkdir()
    digest = pack.files[0].sha256
    (tmp_path / "es" / "manifest.toml").write_text(manifest.replace(digest, "0" * 64), encoding="utf-8")
    assert read_pack(tmp_path / "es", check=False).sha256 != pack.sha256


def test_it_says_which_documents_a_person_was_through_with(tmp_path: Path) -> None:
    list(export([LETTER, Document("c", "x", reviewed=True)], BRAT, tmp_path))
    said = provenance.entries((tmp_path / provenance.NAME).read_text(encoding="utf-8")) or {}
    assert [value.get("reviewed") for value in said.values()] == [None, True]
