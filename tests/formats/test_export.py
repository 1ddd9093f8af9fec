from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cardioner_desktop.cli import values
from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import brat, conll, json, table
from cardioner_desktop.formats.export import existing, export, files_for_drag
from cardioner_desktop.formats.kinds import BRAT, CONLL, CSV, FORMATS, HTML, JSON, PAGES, TABLE, XLSX, Format, Joined

DOCUMENTS = (
    Document("a", "asma y tos", "es", spans=(Span(0, 4, "ENFERMEDAD", 0.9), Span(7, 10, "SINTOMA"))),
    Document("ward/b", "con heparina\r\n", "es", spans=(Span(4, 12, "FARMACO", 0.8),)),
)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def place_of(form: Format, folder: Path) -> Path:
    return folder / f"all{form.ending}" if isinstance(form, Joined) else folder


def test_the_command_line_offers_the_same_formats_as_the_window() -> None:
    assert tuple(form.name for form in FORMATS) == values.FORMATS


def test_a_brat_folder_is_ready_for_a_server(tmp_path: Path) -> None:
    assert list(export(DOCUMENTS, BRAT, tmp_path / "new" / "out")) == [None, None]
    out = tmp_path / "new" / "out"
    assert sorted(contents(out)) == [
        "a.ann",
        "a.txt",
        "annotation.conf",
        "provenance.json",
        "visual.conf",
        "ward/b.ann",
        "ward/b.txt",
    ]
    assert "[entities]\nENFERMEDAD\nFARMACO\nSINTOMA\n" in (out / "annotation.conf").read_text(encoding="utf-8")
    assert "FARMACO\tbgColor:#" in (out / "visual.conf").read_text(encoding="utf-8")
    assert [document.text for document in brat.read_folder(out)] == ["asma y tos", "con heparina\n"]


def test_every_other_format_holds_every_document(tmp_path: Path) -> None:
    for form in FORMATS:
        assert list(export(DOCUMENTS, form, place_of(form, tmp_path / form.name))) == [None, None]
    assert [row.text for row in table.read_file(tmp_path / "table" / "all.tsv")] == ["asma", "tos", "heparina"]
    assert json.loads((tmp_path / "json" / "all.json").read_text(encoding="utf-8"), name="d") == list(DOCUMENTS)
    content = (tmp_path / "conll" / "ward" / "b.conll").read_text(encoding="utf-8")
    assert content.startswith("# global.columns = FORM START END ENFERMEDAD FARMACO SINTOMA\n")
    assert conll.read(content, "con heparina\n", id="b", name="b").spans[0].label == "FARMACO"
    assert "heparina" in (tmp_path / "csv" / "all.csv").read_text(encoding="utf-8")
    assert (tmp_path / "xlsx" / "all.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "html" / "all.html").read_text(encoding="utf-8").count("<section ") == 2
    assert sorted(contents(tmp_path / "pages")) == ["a.html", "ward/b.html"]


def test_what_would_be_written_over_is_named(tmp_path: Path) -> None:
    assert list(existing(DOCUMENTS, BRAT, tmp_path)) == []
    list(export(DOCUMENTS, BRAT, tmp_path))
    assert {file.name for file in existing(DOCUMENTS, BRAT, tmp_path)} == {
        *("a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt", "visual.conf")
    }  # fmt: skip
    assert list(existing(DOCUMENTS, TABLE, tmp_path / "a.txt")) == [tmp_path / "a.txt"]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_an_export_that_is_left_early_writes_nothing(tmp_path: Path, form: Format) -> None:
    (tmp_path / "a.ann").write_text("old", encoding="utf-8")
    before = contents(tmp_path)
    results = export(DOCUMENTS, form, place_of(form, tmp_path))
    next(results)
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]
    assert contents(tmp_path) == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.ann"]


@contextmanager
def longest_file(size: int) -> Iterator[None]:
    """A system that takes no more than so many bytes in a file, as a full disk does."""
    resource = pytest.importorskip("resource")  # not on Windows
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_full_disk_is_one_sentence_and_leaves_all_as_it_was(tmp_path: Path, form: Format) -> None:
    (tmp_path / "a.ann").write_text("old", encoding="utf-8")
    long = Document("long", "asma " * 20_000, spans=tuple(Span(n, n + 4, "A") for n in range(0, 50_000, 5)))
    with pytest.raises(CardioNerError, match="cannot be written") as raised, longest_file(20_000):
        list(export((*DOCUMENTS, long), form, place_of(form, tmp_path)))
    assert "\n" not in str(raised.value)
    assert "make room" in str(raised.value)
    assert contents(tmp_path) == {"a.ann": b"old"}
    assert [file.name for file in tmp_path.iterdir()] == ["a.ann"]


def test_a_folder_that_vanishes_is_one_sentence(tmp_path: Path) -> None:
    out = tmp_path / "out"
    results = export(DOCUMENTS, BRAT, out)
    next(results)
    for file in sorted(out.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    out.rmdir()
    with pytest.raises(CardioNerError, match=r"out cannot be written \(No such file"):
        list(results)
    assert not out.exists()


def test_a_folder_in_the_place_of_a_file_stops_the_export_before_anything_moves(tmp_path: Path) -> None:
    (tmp_path / "ward" / "b.ann").mkdir(parents=True)
    with pytest.raises(CardioNerError, match=r"b\.ann cannot be written \(it is a folder\)"):
        list(export(DOCUMENTS, BRAT, tmp_path))
    assert contents(tmp_path) == {}


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for form in (BRAT, CSV):
        with pytest.raises(CardioNerError, match="cannot be written"):
            list(export(DOCUMENTS, form, place_of(form, tmp_path / "file")))


def test_a_document_that_no_file_can_hold_is_a_failure_and_the_others_are_written(tmp_path: Path) -> None:
    documents = (Document("../out", "x"), DOCUMENTS[0], Document("c", "\ud800"))
    results = list(export(documents, BRAT, tmp_path / "out"))
    assert results[1] is None
    assert [result.id for result in results if isinstance(result, Failure)] == ["../out", "c"]
    assert "a.ann" in contents(tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    results = list(export(documents[1:], JSON, tmp_path / "all.json"))
    assert [result is None for result in results] == [True, False]
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"), name="d")) == 1


def test_files_to_drag_lie_side_by_side_without_configuration(tmp_path: Path) -> None:
    documents = (*DOCUMENTS, Document("other/A", "x"))
    files = files_for_drag(documents, BRAT, tmp_path)
    assert [file.name for file in files] == ["a.txt", "a.ann", "b.txt", "b.ann", "A-2.txt", "A-2.ann"]
    assert sorted(contents(tmp_path)) == sorted(file.name for file in files)


def test_one_file_to_drag_is_named_after_its_document(tmp_path: Path) -> None:
    assert files_for_drag(DOCUMENTS[1:], HTML, tmp_path) == [tmp_path / "b.html"]
    assert files_for_drag(DOCUMENTS, XLSX, tmp_path) == [tmp_path / "mentions.xlsx"]
    (tmp_path / "new").mkdir()
    assert [file.name for file in files_for_drag(DOCUMENTS, PAGES, tmp_path / "new")] == ["a.html", "b.html"]
    with pytest.raises(CardioNerError, match="cannot be written"):
        files_for_drag(DOCUMENTS, CONLL, tmp_path / "gone")
