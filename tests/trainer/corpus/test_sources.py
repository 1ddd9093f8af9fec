"""Texts out of leaflets, lists, tables and folders."""

import gzip
import lzma
from collections.abc import Iterable
from pathlib import Path

import pytest

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError, UsageError
from trainer.corpus import abbreviations, drugs, ema, folder
from trainer.corpus.sources import Inputs, sources
from trainer.corpus.streams import Meter
from trainer.corpus.texts import Text


def written(path: Path, content: str, *, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode(encoding))
    return path


def paragraphs(found: Iterable[Text | Failure]) -> list[tuple[str, ...]]:
    return [text.paragraphs for text in found if isinstance(text, Text)]


def failures(found: Iterable[Text | Failure]) -> list[str]:
    return [item.id for item in found if isinstance(item, Failure)]


LEAFLET = "\n".join(
    [
        "Prospecto: información para el usuario",
        "",
        "Lea todo el prospecto antes de empezar a tomar este medicamento, por-",
        "que contiene información importante para usted y debe tener cerca la ﬁcha",
        "del medicamento.",
        "- Conserve este prospecto.",
        "- Si tiene alguna duda, pregunte.",
        "Página 1",
    ]
)


def test_lines_that_the_page_cut_are_joined_and_hyphens_taken_out() -> None:
    assert ema.unwrapped(LEAFLET)[:3] == (
        "Prospecto: información para el usuario",
        "Lea todo el prospecto antes de empezar a tomar este medicamento, porque contiene información importante para "
        "usted y debe tener cerca la ficha del medicamento.",
        "- Conserve este prospecto.",
    )


def test_heads_and_feet_of_pages_are_left_out() -> None:
    pages = "\f".join(f"Agencia Europea\nUna frase propia de la hoja {word}\n{n}" for n, word in enumerate("abcde"))
    assert ema.unwrapped(pages) == tuple(f"Una frase propia de la hoja {word}" for word in "abcde")


def test_a_text_of_whole_paragraphs_keeps_its_lines() -> None:
    long = "palabra " * 40
    assert ema.unwrapped(f"Uno\n{long}\ndos\n{long}") == ("Uno", long.strip(), "dos", long.strip())


def test_a_translation_memory_gives_its_segments_in_the_language(tmp_path: Path) -> None:
    written(
        tmp_path / "emea.tmx",
        '<?xml version="1.0"?><tmx version="1.4"><header/><body>'
        '<tu><tuv xml:lang="en-GB"><seg>Take one.</seg></tuv>'
        '<tuv xml:lang="es-ES"><seg>Tome <b>uno</b>.</seg></tuv></tu>'
        '<tu><tuv xml:lang="es"><seg>Al día.</seg></tuv></tu></body></tmx>',
    )
    written(tmp_path / "hoja.txt", "Una hoja.", encoding="cp1252")
    found = list(ema.texts(tmp_path, Meter(), language="es"))
    assert paragraphs(found) == [("Tome uno.", "Al día."), ("Una hoja.",)]


def test_a_memory_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "emea.tmx", "<tmx><body><tu>")
    with pytest.raises(FormatError, match=r"emea\.tmx is no whole translation memory"):
        list(ema.texts(file, Meter(), language="es"))


@pytest.mark.parametrize("heading", ["abbr\texpansion\tn\n", "Nº;\nAbbreviation\tMeaning\n", ""])
def test_abbreviations_become_lines_as_in_a_letter(tmp_path: Path, heading: str) -> None:
    file = written(tmp_path / "a.tsv", heading + "TC\ttomografía computarizada\t3\nHTA\t\t1\nOD\tojo derecho\t1\n")
    found = list(abbreviations.texts(file, Meter()))
    assert paragraphs(found) == [("tomografía computarizada (TC)", "ojo derecho (OD)")]
    assert len(failures(found)) == 1
    assert not any(text.prose for text in found if isinstance(text, Text))


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "a.tsv", "abbr\texpansion\nTC\ttomografía\n", encoding="cp1252")
    with pytest.raises(FormatError, match=r"a\.tsv is not UTF-8 text; save it as UTF-8"):
        list(abbreviations.texts(file, Meter()))


def test_a_table_of_drugs_gives_a_text_for_each_that_is_described(tmp_path: Path) -> None:
    file = written(
        tmp_path / "drugs.csv",
        "Medicines, 2024\nName of medicine,ATC,Description,Therapeutic indication\n"
        'Aspirina,B01,"Un ácido, antiguo.\nSe toma.",Dolor\nNada,,,\n,X,Sin nombre,\n',
    )
    found = list(drugs.texts(file, Meter()))
    assert paragraphs(found) == [("Aspirina", "Un ácido, antiguo.", "Se toma.", "Dolor")]
    assert failures(found) == ["drugs.csv, line 6"]


def test_drugbank_gives_its_drugs_but_not_those_inside_a_drug(tmp_path: Path) -> None:
    file = written(
        tmp_path / "full.xml",
        '<drugbank xmlns="http://www.drugbank.ca"><drug><name>Bisoprolol</name>'
        "<description>A beta blocker.</description>"
        "<pathways><pathway><drugs><drug><name>Other</name><description>No.</description></drug></drugs></pathway>"
        "</pathways><indication>Hypertension.</indication></drug><drug><name></name></drug></drugbank>",
    )
    found = list(drugs.texts(file, Meter()))
    assert paragraphs(found) == [("Bisoprolol", "A beta blocker.", "Hypertension.")]
    assert len(failures(found)) == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("d.xml", "<html></html>", "is not DrugBank's XML"),
        ("d.xml", "<drugbank><drug>", "is damaged or cut off"),
        ("d.csv", "a,b\n1,2\n", "has no columns named"),
        ("d.csv", "name,atc\nAspirina,B01\n", "has no column that describes drugs"),
    ],
)
def test_a_wrong_file_of_drugs_is_refused_by_name(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    with pytest.raises(FormatError, match=rf"{name} {sentence}"):
        list(drugs.texts(written(tmp_path / name, content), Meter()))


def test_a_folder_gives_letters_archives_json_lines_and_tables(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", "Letra á.\n\nOtra.", encoding="cp1252")
    (tmp_path / "b.txt.xz").write_bytes(lzma.compress(b"Uno.\nDos.\n\n\nTres.\n"))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Cuatro."}\n{"texto": 1}\nno\n'))
    written(tmp_path / "sub" / "d.csv", "label,medical_abstract\n1,Cinco.\n")
    written(tmp_path / "a.ann", "T1\tX 0 1\tL\n")
    written(tmp_path / ".hidden" / "e.txt", "No.")
    found = list(folder.texts(tmp_path, Meter(), name="x"))
    assert paragraphs(found) == [("Letra á.", "Otra."), ("Uno.", "Dos."), ("Tres.",), ("Cuatro.",), ("Cinco.",)]
    assert failures(found) == ["c.jsonl.gz, line 2", "c.jsonl.gz, line 3"]


def test_a_document_of_an_archive_that_is_not_utf8_is_skipped_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.xz"
    file.write_bytes(lzma.compress("Señor.\n\n".encode() + "Señor.\n\n".encode("cp1252") + b"Fin."))
    found = list(folder.texts(file, Meter(), name="x"))
    assert paragraphs(found) == [("Señor.",), ("Fin.",)]
    assert failures(found) == ["a.txt.xz, document 2"]


def test_an_archive_without_empty_lines_is_cut_at_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LARGEST_DOCUMENT", 20)
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"una linea de texto\n" * 5))
    assert [len(text) for text in paragraphs(folder.texts(file, Meter(), name="x"))] == [2, 2, 1]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_packed_file_that_is_cut_off_or_damaged_is_refused(tmp_path: Path, pack: type) -> None:
    data: bytes = pack("\n\n".join(f"texto número {n}" for n in range(500)).encode())
    file = tmp_path / "a.txt.xz"
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(FormatError, match=r"a\.txt\.xz is cut off"):
        list(folder.texts(file, Meter(), name="x"))
    file.write_bytes(data[:100] + bytes(200) + data[300:])
    with pytest.raises(FormatError, match=r"a\.txt\.xz is (damaged|cut off)"):
        list(folder.texts(file, Meter(), name="x"))


def test_a_zip_archive_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = written(tmp_path / "a.jsonl", "PK\x03\x04....")
    with pytest.raises(FormatError, match=r"a\.jsonl is a zip file; unpack it"):
        list(folder.texts(file, Meter(), name="x"))


def test_wrong_requests_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    text = written(tmp_path / "a.txt", "Hola.")
    for inputs, licences, sentence in (
        (Inputs(), {}, "No source was named"),
        (Inputs(wikipedia=text), {}, "give its dump with --wikidata"),
        (Inputs(texts=(empty,)), {}, "empty holds no .txt"),
        (Inputs(ema=tmp_path / "absent"), {}, "absent is not there"),
        (Inputs(drugs=empty), {}, "empty is no file"),
        (Inputs(translated=tmp_path / "a.txt", texts=(text,)), {"b": "CC0"}, "no source b .* translated, a"),
    ):
        with pytest.raises(UsageError, match=sentence):
            sources(inputs, language="es", identifiers=(), licences=licences, work=tmp_path)


def test_texts_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    paths = tuple(written(tmp_path / place / "es.txt", "Hola.") for place in ("a", "b", "c"))
    named = sources(Inputs(texts=paths), language="es", identifiers=(), licences={"es-2": "CC0"}, work=tmp_path)
    assert [(source.name, source.licence) for source in named] == [
        ("es", "not stated"),
        ("es-2", "CC0"),
        ("es-3", "not stated"),
    ]
