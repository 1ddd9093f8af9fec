import zipfile
from pathlib import Path

import docx
import pytest

from cardioner_desktop.batch.folder import FORMATS, Done, outputs, tag_folder
from cardioner_desktop.batch.plan import plan
from cardioner_desktop.core.document import Document, Span, each
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.kinds import BRAT, Format, Joined
from tests.full_disk import no_file_larger_than


def mark_first_word(document: Document) -> Document:
    if document.id == "bad":
        raise CardioNerError("The pack is damaged; install it again.")
    return Document(document.id, document.text, "es", spans=(Span(0, 4, "FARMACO", 0.9),))


STAGES = [each(mark_first_word)]


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "ward").mkdir(parents=True)
    for name in ("one", "bad", "ward/two"):
        (folder / f"{name}.txt").write_text("Toma bisoprolol.\n" * 400, encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    return folder


def test_every_letter_is_written_and_each_failure_is_told(letters: Path, tmp_path: Path) -> None:
    work = plan([letters], tmp_path / "out")
    done = list(tag_folder(work, STAGES, BRAT, tmp_path / "out", stop=never))
    assert [step.documents for step in done] == [1, 2, 3, 4]
    assert sorted(step.failure.id for step in done if step.failure) == ["bad", "binary"]
    assert done[-1].characters == 3 * 17 * 400
    written = brat.read_folder(tmp_path / "out")
    assert [(document.id, len(document.spans)) for document in written] == [("one", 1), ("ward/two", 1)]
    assert "FARMACO" in (tmp_path / "out" / "annotation.conf").read_text(encoding="utf-8")


def test_letters_of_several_kinds_are_tagged_and_written_as_the_text_that_was_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    letter = docx.Document()
    letter.add_paragraph("Toma bisoprolol.")
    letter.save(str(tmp_path / "in" / "alta.docx"))
    (tmp_path / "in" / "nota.rtf").write_text("plain", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "in" / "cartas.zip", "w") as archive:
        archive.writestr("a.txt", "Toma apixaban.\r\n")
    out = tmp_path / "out"
    work = plan([tmp_path / "in"], out)
    assert {out / "alta.ann", out / "cartas"} < set(outputs(work, BRAT, out))
    done = list(tag_folder(work, STAGES, BRAT, out, stop=never))
    assert [step.failure.id for step in done if step.failure] == ["nota"]
    written = brat.read_folder(out)
    assert [(document.id, document.text) for document in written] == [
        ("alta", "Toma bisoprolol.\n"),
        ("cartas/a", "Toma apixaban.\n"),
    ]
    assert all(len(document.spans) == 1 for document in written)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_writes_what_it_announced(form: Format, letters: Path, tmp_path: Path) -> None:
    (letters / "bad.txt").unlink()
    (letters / "binary.txt").unlink()
    work = plan([letters], tmp_path / "out")
    list(tag_folder(work, STAGES, form, tmp_path / "out", stop=never))
    written = {path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert written == set(outputs(work, form, tmp_path / "out"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_is_done_when_a_person_stops_is_whole(form: Format, letters: Path, tmp_path: Path) -> None:
    done: list[Done] = []

    def stop() -> bool:
        return any(step.failure is None for step in done)

    done.extend(tag_folder(plan([letters], tmp_path / "out"), STAGES, form, tmp_path / "out", stop=stop))
    assert 0 < len(done) < 4
    if isinstance(form, Joined):
        assert (tmp_path / "out" / form.file_name).stat().st_size > 0
    assert not list((tmp_path / "out").rglob(".cardioner-*"))


def test_a_full_disk_ends_the_run_in_one_sentence_and_what_was_written_stays(letters: Path, tmp_path: Path) -> None:
    (letters / "a.txt").write_text("Toma", encoding="utf-8")
    (letters / "bad.txt").unlink()
    (letters / "binary.txt").unlink()
    work = plan([letters], tmp_path / "out")
    done = tag_folder(work, STAGES, BRAT, tmp_path / "out", stop=never)
    assert next(done).failure is None
    with no_file_larger_than(1000), pytest.raises(CardioNerError, match=r"one\.txt cannot be written .*make room\."):
        list(done)
    assert [document.id for document in brat.read_folder(tmp_path / "out")] == ["a"]
