"""Drug names that training leaves out, in all languages."""

from dataclasses import replace

import pytest

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.split import split_document
from trainer.learning.held_out import HeldOutRecall, held_out_names, mentions_a_name, recall_on_names, without_names
from trainer.learning.skeleton import skeleton

DRUGS = ("warfarina", "enalapril", "furosemida", "ramipril", "aspirina", "digoxina", "ácido fólico", "insulina")


def document(text: str, *names: str, language: str = "es") -> Document:
    spans = tuple(
        Span(start, start + len(name), "DRUG", source="file") for name in names if (start := text.index(name)) >= 0
    )
    return split_document(Document("note", text, language, spans=spans))


def test_a_share_of_the_names_is_chosen_by_names_and_seed_alone() -> None:
    documents = [document(f"Toma {name} cada día.", name) for name in DRUGS]
    names = held_out_names(documents, label="DRUG", share=0.25, seed=1)
    assert len(names) == 2
    assert names == held_out_names(documents[::-1] * 2, label="DRUG", share=0.25, seed=1)
    assert names <= {skeleton(name) for name in DRUGS}
    assert len({held_out_names(documents, label="DRUG", share=0.25, seed=seed) for seed in range(9)}) > 1
    assert held_out_names(documents, label="DISEASE") == frozenset()


def test_spellings_and_translations_are_one_name_and_compounds_are_none() -> None:
    documents = [
        document("Warfarina y warfarina.", "Warfarina", "warfarina"),
        document("On warfarin.", "warfarin", language="en"),
        document("Toma AAS y enalapril/aspirina.", "AAS", "enalapril/aspirina"),
    ]
    assert held_out_names(documents, label="DRUG", share=0.9) == {skeleton("warfarin")}


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1])
def test_a_share_is_a_part(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        held_out_names([], label="DRUG", share=share)


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("es", "Toma Warfarina. Toma enalapril.", ["Toma enalapril."]),
        ("en", "He takes warfarin. He takes enalapril.", ["He takes enalapril."]),
        ("it", "Assume warfarin/digossina. Assume ramipril.", ["Assume ramipril."]),
        ("es", "Recibe ácido\u00a0fólico. Come bien.", ["Come bien."]),
        ("en", "Folic acid was given. Well.", ["Well."]),
        ("es", "Toma enalapril.", ["Toma enalapril."]),
    ],
)
def test_sentences_that_mention_a_name_in_any_spelling_are_dropped(language: str, text: str, kept: list[str]) -> None:
    names = frozenset({skeleton("warfarina"), skeleton("ácido fólico")})
    left = without_names(document(text, language=language), names)
    assert left.text == text
    assert [text[sentence.start : sentence.end] for sentence in left.sentences] == kept


def test_spans_go_with_their_sentences() -> None:
    before = document("Toma warfarina. Toma enalapril.", "warfarina", "enalapril")
    left = without_names(before, frozenset({skeleton("warfarin")}))
    assert [left.text[span.start : span.end] for span in left.spans] == ["enalapril"]
    assert without_names(before, frozenset()) is before


def test_recall_counts_exact_mentions_of_the_names_alone() -> None:
    names = frozenset({skeleton("warfarin")})
    gold = document("Warfarina, warfarina/aspirina y enalapril.", "Warfarina", "warfarina/aspirina", "enalapril")
    found = replace(gold, spans=(gold.spans[0], Span(11, 20, "DRUG"), gold.spans[2]))
    assert recall_on_names([gold], [found], names, label="DRUG") == HeldOutRecall(mentions=2, found=1)
    assert HeldOutRecall(2, 1).recall == 0.5
    assert HeldOutRecall(0, 0).recall == 0.0
    assert mentions_a_name("warfarina/aspirina", names)
    assert not mentions_a_name("aspirina", names)
