"""The whole pipeline with the tiny packs: what it finds, and that nothing but the text decides it."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure, run
from cardioner_desktop.core.policy import decided
from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.options import review_policies
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, open_candidates, open_pipeline, pack_stages
from tests.synthetic import DISEASES, DRUGS, TEMPLATES

SPANISH = (
    "Paciente con fibrilación auricular en tratamiento con bisoprolol.\n"
    "Se suspende warfarina y se pauta apixaban/digoxina."
)


@pytest.fixture
def packs(tiny_packs: Path) -> list[Pack]:
    assert tiny_packs.is_dir()
    return [read_pack(folder) for folder in find_packs()]


def tagged(
    packs: list[Pack], documents: list[Document], options: Options | None = None, **batching: int
) -> list[Document]:
    results = list(run(documents, open_pipeline(packs, options or Options(threads=1)), **batching))
    assert not [result for result in results if isinstance(result, Failure)]
    return [result for result in results if isinstance(result, Document)]


def found(document: Document) -> list[tuple[str, str]]:
    return [(span.label, document.text[span.start : span.end]) for span in document.spans]


def letters(number: int) -> list[Document]:
    source = random.Random(number)
    result = []
    for index in range(number):
        templates = TEMPLATES["es"]
        lines = [
            source.choice(templates).format(
                drug=source.choice(DRUGS), pair="/".join(source.choices(DRUGS, k=2)), disease=source.choice(DISEASES)
            )
            for _ in range(source.randrange(1, 14))
        ]
        result.append(Document(f"letter{index}", "\n".join(lines), "es"))
    return result


def test_diseases_and_drugs_are_found_and_a_tight_slash_joins(packs: list[Pack]) -> None:
    (document,) = tagged(packs, [Document("a", SPANISH)])
    assert document.language == "es"
    assert found(document) == [
        ("ENFERMEDAD", "fibrilación auricular"),
        ("FARMACO", "bisoprolol"),
        ("FARMACO", "warfarina"),
        ("FARMACO", "apixaban/digoxina"),
    ]


def test_only_the_entities_asked_for_come_out_under_english_names(packs: list[Pack]) -> None:
    options = Options(entities=("drug",), labels="english", threads=1)
    (document,) = tagged(packs, [Document("a", SPANISH)], options)
    assert {label for label, _ in found(document)} == {"DRUG"}


def test_a_language_without_diseases_finds_none_of_them(packs: list[Pack]) -> None:
    (document,) = tagged(packs, [Document("a", "We started ramipril 5 mg twice daily.", "en")])
    assert found(document) == [("FARMACO", "ramipril")]


def test_batch_size_order_threads_and_neighbours_change_no_byte(packs: list[Pack]) -> None:
    documents = letters(30)
    plain = {document.id: brat.write(document) for document in tagged(packs, documents)}
    scores = {d.id: [span.score for span in d.spans] for d in tagged(packs, documents)}
    shuffled = random.Random(1).sample(documents, len(documents))
    for given, threads, batch in ((documents, 2, 100_000), (shuffled, 1, 300), (shuffled[:7], 2, 1)):
        for document in tagged(packs, given, Options(threads=threads), batch_characters=batch):
            assert brat.write(document) == plain[document.id]
            assert [span.score for span in document.spans] == scores[document.id]


def test_every_candidate_above_the_floor_keeps_its_score_until_the_threshold(packs: list[Pack]) -> None:
    spanish = next(pack for pack in packs if pack.language == "es")
    documents = letters(20)
    for stage in candidate_stages(spanish, Options(threads=1)):
        documents = stage(documents)
    scores = [span.score for document in documents for span in document.spans]
    assert all(score is not None and 0.0 <= score <= 1.0 for score in scores)
    strict = tagged(packs, letters(20), Options(threshold=1.0, threads=1))
    loose = tagged(packs, letters(20), Options(threshold=0.0, threads=1))
    assert sum(len(document.spans) for document in strict) == 0
    assert sum(len(document.spans) for document in loose) >= sum(len(d.spans) for d in tagged(packs, letters(20)))


@pytest.mark.parametrize(
    "options",
    [
        Options(threads=1),
        Options(threads=1, labels="english", threshold=0.2),
        Options(threads=1, gazetteer="all", rules="paper"),
        Options(threads=1, gazetteer="off", threshold=0.0),
    ],
)
def test_a_policy_makes_of_candidates_what_the_whole_pipeline_finds(packs: list[Pack], options: Options) -> None:
    candidates = list(run(letters(20), open_candidates(packs, options)))
    policies = review_policies(packs, options)
    assert [decided(document, policies["es"]) for document in candidates if isinstance(document, Document)] == tagged(
        packs, letters(20), options
    )


def test_a_sentence_longer_than_a_window_is_tagged_to_its_end(packs: list[Pack]) -> None:
    text = "Paciente en tratamiento con " + "y en tratamiento con " * 60 + "bisoprolol."
    (document,) = tagged(packs, [Document("a", text, "es")])
    assert ("FARMACO", "bisoprolol") in found(document)


def test_the_filter_skips_whole_windows_and_leaves_the_others_as_they_are(packs: list[Pack]) -> None:
    spanish = next(pack for pack in packs if pack.language == "es")
    only_drugs = Options(entities=("drug",), threads=1)
    for document in letters(20):
        plain, gated = [document], [document]
        for stage in pack_stages(spanish, only_drugs):
            plain = stage(plain)
        for stage in pack_stages(spanish, replace(only_drugs, gate=True)):
            gated = stage(gated)
        assert set(gated[0].spans) <= set(plain[0].spans)


@pytest.mark.parametrize("text", ["", " \n\t ", "\r\n\r\n"])
def test_a_document_without_a_word_comes_out_as_it_went_in(packs: list[Pack], text: str) -> None:
    assert tagged(packs, [Document("a", text)]) == [Document("a", text)]


def test_a_document_in_an_unknown_language_fails_alone(packs: list[Pack]) -> None:
    documents = [*letters(2), Document("odd", "Der Patient bekam Bisoprolol.", "de")]
    results = list(run(documents, open_pipeline(packs, Options(threads=1))))
    assert [isinstance(result, Failure) for result in results] == [False, False, True]
    assert results[2] == Failure("odd", "No installed pack reads the language de; there are en, es, it.")


def test_what_no_pack_has_is_refused_before_any_work(packs: list[Pack]) -> None:
    with pytest.raises(UsageError, match="finds symptom; choose among drug, disease"):
        open_pipeline(packs, Options(entities=("symptom",)))
    with pytest.raises(PackError, match="has no engine onnx"):
        open_pipeline(packs, Options(engine="onnx"))
    with pytest.raises(PackError, match="No model pack is installed"):
        open_pipeline([], Options())


@pytest.mark.parametrize("wrong", [{"labels": "x"}, {"gazetteer": "x"}, {"rules": "x"}, {"device": "tpu"}])
def test_an_unknown_choice_names_the_known_ones(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="is no choice here; choose one of"):
        Options(**wrong)  # type: ignore[arg-type]
