"""A folder that this program has written into is a folder of letters still."""

import zipfile
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.formats.kinds import FORMATS, PROVENANCE, Format, Joined
from cardioner_desktop.reading.walk import SourceFile, walk
from tests.reading.samples import pieces

LETTER = Document("alta", "Toma bisoprolol.", "es", spans=(Span(5, 15, "FARMACO", 0.9),))
ALL = (*FORMATS, PROVENANCE)


def write(form: Format, folder: Path, *, documents: tuple[Document, ...] = (LETTER,)) -> None:
    """What a format writes of a letter, and the letter."""
    (folder / "alta.txt").write_text(LETTER.text, encoding="utf-8")
    if isinstance(form, Joined):
        writer = form.writer()
        with GrowingFile(folder / form.file_name) as file:
            for document in documents:
                file.write(writer.add(document))
            file.write(writer.end())
        return
    for name, content in form.settled(("FARMACO",)).items():
        (folder / name).write_text(content, encoding="utf-8")
    for ending, content in zip(form.endings, form.contents(LETTER, ("FARMACO",)), strict=True):
        (folder / f"alta{ending}").write_text(content, encoding="utf-8", newline="")


@pytest.mark.parametrize("documents", [(LETTER,), ()], ids=["one", "none"])
@pytest.mark.parametrize("form", ALL, ids=lambda form: form.name)
def test_what_was_written_beside_letters_is_no_letter(
    form: Format, documents: tuple[Document, ...], tmp_path: Path
) -> None:
    write(form, tmp_path, documents=documents)
    assert [item.path.name for item in walk([tmp_path]) if isinstance(item, SourceFile)] == ["alta.txt"]


@pytest.mark.parametrize("name", ["mentions.csv", "mentions.json", "mentions.html", "provenance.json", "mentions.tsv"])
def test_a_list_that_is_named_is_one_sentence(name: str, tmp_path: Path) -> None:
    for form in ALL:
        write(form, tmp_path)
    (failure,) = walk([tmp_path / name])
    assert isinstance(failure, Failure)
    assert failure.sentence == (
        f"{tmp_path / name} is a list that this program made of letters; open the letters themselves."
    )


def test_a_folder_that_was_packed_gives_its_letters_alone(tmp_path: Path) -> None:
    for form in ALL:
        write(form, tmp_path)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in sorted(tmp_path.iterdir()):
            if path.suffix != ".zip":
                archive.write(path, path.name)
    assert [piece.name for piece in pieces("archive", (tmp_path / "all.zip").read_bytes())] == ["alta"]


def test_letters_of_such_kinds_are_letters(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html>\n<p>Asma</p>", encoding="utf-8")
    (tmp_path / "b.csv").write_text("document,language,text\n1,es,Asma\n", encoding="utf-8")
    (tmp_path / "c.json").write_text('{"resourceType": "Bundle"}', encoding="utf-8")
    assert len(list(walk([tmp_path]))) == 3
