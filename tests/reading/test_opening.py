"""Files of every kind to documents, by way of the parser process."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.kinds import Kind
from cardioner_desktop.reading.limits import Limits
from cardioner_desktop.reading.names import Names
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.piece import Piece
from cardioner_desktop.reading.walk import SourceFile, walk
from cardioner_desktop.reading.worker import Parser, StoppedError
from tests.reading.office import zipped
from tests.reading.samples import ENGLISH, SPANISH


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser() as one:
        yield one


def read(parser: Parser, path: Path, *, language: str | None = None) -> list[Document | Failure]:
    return list(documents(SourceFile(path, path.stem), parser, language=language))


HOSTILE = Kind("hostile", "rtf", (".rtf",))


@pytest.fixture
def patient() -> Iterator[Parser]:
    """A parser process with little patience whose one reader does what a file says."""
    with Parser(limits=Limits(seconds=4.0, memory_bytes=400 * 2**20), package="tests.reading.hostile") as one:
        yield one


def asked(folder: Path, action: str) -> Path:
    path = folder / f"{action}.rtf"
    path.write_text(f"{action} {folder}", encoding="utf-8")
    return path


def test_plain_text_needs_no_process(tmp_path: Path) -> None:
    path = tmp_path / "carta.txt"
    path.write_text(SPANISH, encoding="utf-8", newline="")
    with Parser() as one:
        assert read(one, path) == [Document("carta", SPANISH)]
        assert one._process is None


def test_a_table_gives_a_document_for_each_row(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "notas.csv"
    path.write_text("note_id;note_text;language\n4/5;Asma;es\n4/5;Gout;en\n..;Ictus;\n", encoding="utf-8")
    found = read(parser, path)
    assert found == [
        Document("notas/4_5", "Asma", "es"),
        Document("notas/4_5-2", "Gout", "en"),
        Document("notas/document", "Ictus", None),
    ]
    assert [one.language for one in read(parser, path, language="it") if isinstance(one, Document)] == ["it"] * 3


def test_what_cannot_be_read_is_one_sentence_and_the_next_file_is_read(parser: Parser, tmp_path: Path) -> None:
    broken, good = tmp_path / "a.docx", tmp_path / "b.html"
    broken.write_bytes(b"no Word")
    good.write_text(f"<p>{ENGLISH}</p>", encoding="utf-8")
    (failure,) = read(parser, broken)
    assert isinstance(failure, Failure)
    assert failure.sentence == f"{broken} is no whole Word document; save it again."
    (document,) = read(parser, good)
    assert isinstance(document, Document)


def test_old_word_files_in_a_folder_are_told_not_passed_over(parser: Parser, tmp_path: Path) -> None:
    (tmp_path / "alta.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (file,) = walk([tmp_path])
    assert isinstance(file, SourceFile)
    (failure,) = documents(file, parser)
    assert isinstance(failure, Failure)
    assert failure.sentence == f"{tmp_path}/alta.doc is an old Word file; save it as .docx."


def test_a_broken_letter_in_an_archive_is_told_and_the_others_are_read(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "cartas.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../x/a.txt", SPANISH)
        archive.writestr("b.docx", b"no Word")
        archive.writestr("/etc/c.txt", ENGLISH)
    found = read(parser, path)
    assert [one.id for one in found] == ["cartas/x/a", "cartas/b", "cartas/etc/c"]
    assert isinstance(found[1], Failure)
    assert "b is no whole Word document" in found[1].sentence


def test_a_file_that_vanished_is_named_once(parser: Parser, tmp_path: Path) -> None:
    (failure,) = read(parser, tmp_path / "gone.pdf")
    assert isinstance(failure, Failure)
    assert failure.sentence == f"{tmp_path}/gone.pdf cannot be read: it is not there (any more)."


def test_places_come_through_the_process(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<a><b>Asma é😀</b><c>Ictus</c></a>", encoding="utf-8")
    (document,) = read(parser, path)
    assert isinstance(document, Document)
    assert [document.text[place.start : place.end] for place in document.places] == ["Asma é😀", "Ictus"]


@pytest.mark.heavy
def test_a_parser_that_hangs_is_killed_and_the_next_file_is_read(patient: Parser, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="takes longer than 4 s"):
        list(patient.pieces(asked(tmp_path, "hang"), HOSTILE))
    assert patient._process is None
    assert list(patient.pieces(asked(tmp_path, "good"), HOSTILE)) == [Piece("", "good")]


@pytest.mark.heavy
@pytest.mark.parametrize("action", ["memory", "crash", "leave"])
def test_a_parser_that_dies_is_one_failure(patient: Parser, tmp_path: Path, action: str) -> None:
    with pytest.raises(ReadingError, match=r"memory|parser fail"):
        list(patient.pieces(asked(tmp_path, action), HOSTILE))
    assert list(patient.pieces(asked(tmp_path, "good"), HOSTILE)) == [Piece("", "good")]


@pytest.mark.heavy
def test_a_letter_of_an_archive_that_kills_the_parser_leaves_its_neighbours_readable(
    patient: Parser, tmp_path: Path
) -> None:
    path = tmp_path / "cartas.zip"
    inner = zipped({"a.rtf": "good", "b.rtf": "hang", "c.zip": b"no zip", "d.rtf": "leave", "e.txt": "Asma."})
    path.write_bytes(zipped({"uno.txt": "Ictus.", "dos.rtf": "crash", "tres.zip": inner, "cuatro.txt": "Angina."}))
    found = {one.id: one for one in read(patient, path)}
    assert list(found) == [
        *("cartas/uno", "cartas/dos", "cartas/tres/a", "cartas/tres/b", "cartas/tres/c", "cartas/tres/d"),
        *("cartas/tres/e", "cartas/cuatro"),
    ]
    assert [one.id[-1] for one in found.values() if isinstance(one, Failure)] == ["s", "b", "c", "d"]
    failure = found["cartas/tres/b"]
    assert isinstance(failure, Failure)
    assert failure.sentence == f"{path}: tres/b takes longer than 4 s to parse; save it in a simpler form."


@pytest.mark.heavy
def test_an_archive_whose_letters_all_kill_the_parser_is_given_up(patient: Parser, tmp_path: Path) -> None:
    path = tmp_path / "cartas.zip"
    path.write_bytes(zipped({f"{number}.rtf": "leave" for number in range(30)}))
    found = read(patient, path)
    assert len(found) == 10
    assert found[-1] == Failure(
        "cartas", f"{path} made the parser fail; open it in the program that wrote it and save it again."
    )


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(documents=20), "holds more than 20 documents; split it"),
        (Limits(characters=300, texts_ratio=0), "is packed tighter than any document"),
    ],
)
def test_a_table_without_end_is_read_no_further(limits: Limits, words: str, tmp_path: Path) -> None:
    path = tmp_path / "notas.csv"
    path.write_text("id,text\n" + "".join(f"{number},Asma.\n" for number in range(100)), encoding="utf-8")
    with Parser(limits=limits) as one:
        *rows, last = read(one, path)
        assert 20 <= len(rows) <= 60
        assert isinstance(last, Failure)
        assert words in last.sentence


def test_a_text_that_is_too_long_is_told_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notas.csv"
    path.write_text(f"id,text\n1,{'x' * 5000}\n2,Asma.\n", encoding="utf-8")
    with Parser(limits=Limits(characters=4000)) as one:
        first, second = read(one, path)
    assert isinstance(first, Failure)
    assert first.sentence == f"{path}: 1 holds too much text for one document; split it."
    assert second == Document("notas/2", "Asma.")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_in_a_terminal_leaves_the_parser_to_the_program(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>Asma</p>", encoding="utf-8")
    assert read(parser, path) == [Document("a", "Asma\n")]
    number = parser._process.pid if parser._process else None
    assert number is not None
    os.kill(number, signal.SIGINT)
    assert read(parser, path) == [Document("a", "Asma\n")]
    assert parser._process is not None
    assert parser._process.pid == number


@pytest.mark.heavy
@pytest.mark.parametrize("action", ["connect", "run", "write"])
def test_the_process_may_read_and_nothing_else(patient: Parser, tmp_path: Path, action: str) -> None:
    with pytest.raises(ReadingError, match="PermissionError"):
        list(patient.pieces(asked(tmp_path, action), HOSTILE))
    assert [path.name for path in tmp_path.iterdir()] == [f"{action}.rtf"]


@pytest.mark.heavy
def test_stopping_kills_the_process_at_once(patient: Parser, tmp_path: Path) -> None:
    list(patient.pieces(asked(tmp_path, "good"), HOSTILE))
    number = patient._process.pid if patient._process else None
    began = time.monotonic()
    with pytest.raises(StoppedError):
        list(patient.pieces(asked(tmp_path, "hang"), HOSTILE, stop=lambda: time.monotonic() > began + 0.5))
    assert number is not None
    assert not psutil.pid_exists(number)


ORPHAN = """
import pathlib, sys
from cardioner_desktop.reading.kinds import Kind
from cardioner_desktop.reading.worker import Parser

if __name__ == "__main__":
    parser = Parser(package="tests.reading.hostile")
    for piece in parser.pieces(pathlib.Path(sys.argv[1]), Kind("hostile", "rtf", ())):
        print(parser._process.pid, flush=True)
    list(parser.pieces(pathlib.Path(sys.argv[2]), Kind("hostile", "rtf", ())))
"""


@pytest.mark.heavy
def test_a_program_that_is_killed_leaves_no_parser_behind(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(ORPHAN, encoding="utf-8")
    command = [sys.executable, str(script), str(asked(tmp_path, "good")), str(asked(tmp_path, "hang"))]
    roots = os.pathsep.join(filter(None, sys.path))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": roots}
    ) as program:
        assert program.stdout is not None
        number = int(program.stdout.readline())
        assert psutil.pid_exists(number)
        program.kill()
    deadline = time.monotonic() + 30
    while psutil.pid_exists(number) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not psutil.pid_exists(number)


def test_a_reader_that_stops_listening_leaves_no_process_behind(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "notas.jsonl"
    path.write_text("\n".join(f'{{"id": "{number}", "text": "Asma."}}' for number in range(500)), encoding="utf-8")
    rows = documents(SourceFile(path, "notas"), parser)
    assert next(rows).id == "notas/0"
    rows.close()  # type: ignore[attr-defined]
    assert [one.id for one in read(parser, path)][:2] == ["notas/0", "notas/1"]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["a", "A", "a"], ["r/a", "r/A-2", "r/a-3"]),
        (["e\u0301", "é"], ["r/e\u0301", "r/é-2"]),
        (["../../etc/passwd", "..", "", "/"], ["r/etc/passwd", "r/document", "r/document-2", "r/document-3"]),
        (["con", "nul.txt", "a:b*c", "x\0y\u202ez"], ["r/_con", "r/_nul.txt", "r/a_b_c", "r/x_yz"]),
        (["a-2", "a", "a"], ["r/a-2", "r/a", "r/a-2-2"]),
    ],
)
def test_names_in_a_container_become_safe_and_differ(names: list[str], ids: list[str]) -> None:
    given = Names("r")
    assert [given.id_of(name, archive=True) for name in names] == ids


def test_a_very_long_name_is_cut_and_stays_unlike_others() -> None:
    given = Names("r")
    first, second = given.id_of("x" * 400), given.id_of("x" * 401)
    assert first != second
    assert max(len(first), len(second)) <= 102
