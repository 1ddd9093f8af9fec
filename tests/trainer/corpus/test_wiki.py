"""Medical articles out of small Wikidata and Wikipedia dumps."""

import bz2
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError
from tests.trainer.corpus import dumps
from trainer.corpus.kept import kept
from trainer.corpus.streams import Meter
from trainer.corpus.texts import Text
from trainer.corpus.wikidata import IDENTIFIERS, Concept, concepts, read, texts, write
from trainer.corpus.wikipedia import articles
from trainer.corpus.wikitext import paragraphs


def found(dump: Path, *identifiers: str) -> list[Concept | Failure]:
    return list(concepts(dump, Meter(), language="es", identifiers=identifiers or tuple(IDENTIFIERS)))


def test_items_with_a_medical_identifier_are_found(tmp_path: Path) -> None:
    assert found(dumps.wikidata(tmp_path)) == [
        Concept("Q1", "Anemia", "anemia", ("falta de sangre",), "cosa llamada Anemia"),
        Concept("Q2", "Gripe", "gripe", (), "cosa llamada Gripe"),
    ]


def test_only_the_vocabularies_asked_for_count(tmp_path: Path) -> None:
    (only,) = found(dumps.wikidata(tmp_path), "mesh")
    assert only.id == "Q2"


def test_concepts_become_one_line_each() -> None:
    concept = Concept("Q1", "", "anemia", ("falta de sangre",), "enfermedad")
    (text,) = texts([concept, Concept("Q2", "Gripe", "", (), "")])
    assert text == Text("Q1", ("anemia (falta de sangre): enfermedad",), prose=False)


def test_a_broken_line_of_wikidata_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = dumps.wikidata_lines()
    lines.insert(1, '{"type":"item","claims":{"P494":[')
    lines.insert(2, '{"type":"item","id":"Q9","claims":{"P494":[7]}},')
    file = tmp_path / "all.json"
    file.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    result = found(file)
    assert [item.id for item in result] == ["all.json, line 2", "all.json, line 3", "Q1", "Q2"]
    assert [type(item) for item in result[:2]] == [Failure, Failure]


def test_a_dump_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"eswiki.*is not a Wikidata dump"):
        found(dumps.wikipedia(tmp_path))
    with pytest.raises(FormatError, match=r"wikidata-all.*(damaged|not a Wikipedia dump)"):
        list(articles(dumps.wikidata(tmp_path), Meter(), language="es", titles={"Anemia"}))


def test_a_wikidata_dump_without_its_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text("\n".join(dumps.wikidata_lines()[:3]), encoding="utf-8")
    with pytest.raises(FormatError, match=r"all\.json is cut off"):
        found(file)


def test_a_dump_without_medical_items_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no item with a medical identifier"):
        found(dumps.wikidata(tmp_path), "orphanet")


@pytest.mark.parametrize("cut", [0.2, 0.9])
def test_a_truncated_dump_is_refused_by_name(tmp_path: Path, cut: float) -> None:
    for whole in (dumps.wikidata(tmp_path), dumps.wikipedia(tmp_path)):
        data = whole.read_bytes()
        whole.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(FormatError, match=r"wikidata-all\.json\.bz2 is cut off"):
        found(tmp_path / "wikidata-all.json.bz2")
    with pytest.raises(FormatError, match=r"pages-articles\.xml\.bz2 is cut off"):
        list(articles(tmp_path / "eswiki-pages-articles.xml.bz2", Meter(), language="es", titles=set()))


def test_only_articles_that_are_named_are_read(tmp_path: Path) -> None:
    titles = {"Anemia", "Anemia ferropénica", "Discusión:Anemia", "Gripe"}
    article, empty = articles(dumps.wikipedia(tmp_path), Meter(), language="es", titles=titles)
    assert isinstance(article, Text)
    assert article.id == "Anemia"
    assert empty == Failure("Gripe", "it has no text.")


def test_an_article_becomes_the_text_that_a_reader_sees(tmp_path: Path) -> None:
    (article,) = articles(dumps.wikipedia(tmp_path), Meter(), language="es", titles={"Anemia"})
    assert isinstance(article, Text)
    assert article.paragraphs == (
        "La anemia es la falta de hemoglobina; el límite es de 13 g/dl en los varones — y algo menos en las mujeres.",
        "Causas",
        "Falta de hierro.",
        "Pérdida de sangre por el tubo digestivo, que a menudo no se ve.",
        "Una colonoscopia la muestra.",
        "Detalle",
        "Más en la guía de la sociedad.",
        "Tratamiento",
        "El hierro se toma por la boca en ayunas y las heces se vuelven oscuras mientras dura el tratamiento.",
    )


def test_unclosed_markup_leaves_no_brackets_of_tables() -> None:
    assert paragraphs("Texto claro.\n{| class=x\n| celda || otra\nFin [[Gripe]] {{nowrap|5 mg}}.") == (
        "Texto claro.",
        "Fin Gripe 5 mg.",
    )


def test_markup_nested_past_all_sense_does_not_stop_the_dump() -> None:
    deep = "<i>" * 3_000 + "x" + "</i>" * 3_000
    assert isinstance(paragraphs(deep + " {{" * 2_000), tuple)


def test_a_dump_of_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"is a dump of eswiki; give the one of itwiki"):
        list(articles(dumps.wikipedia(tmp_path), Meter(), language="it", titles={"Anemia"}))


def test_a_dump_cut_off_inside_its_xml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "es.xml.bz2"
    file.write_bytes(bz2.compress(dumps.wikipedia_xml()[:-30].encode()))
    with pytest.raises(FormatError, match=r"es\.xml\.bz2 is damaged or cut off at line"):
        list(articles(file, Meter(), language="es", titles=set()))


def test_an_interrupted_pass_leaves_nothing_and_a_finished_one_is_not_made_again(tmp_path: Path) -> None:
    dump, file = dumps.wikidata(tmp_path), tmp_path / "passes" / "kept.jsonl.gz"

    def passed() -> Iterator[Concept | Failure]:
        yield Failure("line 1", "it is broken.")
        yield from concepts(dump, Meter(), language="es", identifiers=IDENTIFIERS)

    def items() -> Iterator[Concept | Failure]:
        return kept(file, passed, write=write, read=read, meter=Meter())

    begun = items()
    next(begun)
    begun.close()  # type: ignore[attr-defined]
    assert list(file.parent.iterdir()) == []
    first = list(items())
    dump.unlink()
    assert list(items()) == first
    assert len(first) == 3
