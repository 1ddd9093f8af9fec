"""The memory of mentions: what is counted, how it rescores, and that nothing readable is kept."""

from pathlib import Path

import numpy as np
import pytest

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.tagging.memory import (
    FEATURES,
    WEIGHTS,
    MentionMemory,
    candidate_features,
    products,
    rescored,
    text_words,
)
from trainer.fitting.memory import fit_weights, write_memory

TEXTS = (
    ("Insuficiencia mitral grave con disnea.", ("Insuficiencia mitral grave",)),
    ("Sin insuficiencia mitral ni angina.", ("insuficiencia mitral", "angina")),
    ("La válvula mitral es normal. Angina estable.", ("Angina estable",)),
)


def annotated(number: int, text: str, mentions: tuple[str, ...]) -> Document:
    spans = [Span(text.index(one), text.index(one) + len(one), "ENFERMEDAD", source="file") for one in mentions]
    return Document(f"d{number}", text, "es", (), tuple(spans))


def proposed(document: Document, *surfaces: str, score: float = 0.5) -> Document:
    spans = [
        Span(document.text.index(one), document.text.index(one) + len(one), "ENFERMEDAD", score=score, source="model")
        for one in surfaces
    ]
    return Document(document.id, document.text, "es", (), tuple(spans))


GOLD = [annotated(number, text, mentions) for number, (text, mentions) in enumerate(TEXTS)]


@pytest.fixture
def memory(tmp_path: Path) -> MentionMemory:
    write_memory(GOLD, tmp_path / "memory.npz", label="ENFERMEDAD")
    return MentionMemory(tmp_path / "memory.npz")


def features(memory: MentionMemory, text: str, surface: str) -> dict[str, float]:
    document = proposed(Document("x", text), surface)
    _, rows = candidate_features(memory, document, document.spans)
    names = "score length prior seen times last first after before".split()
    return dict(zip(names, rows[0].tolist(), strict=True))


def test_a_known_mention_is_told_from_an_unknown_one_in_any_case(memory: MentionMemory) -> None:
    assert features(memory, "INSUFICIENCIA MITRAL", "INSUFICIENCIA MITRAL")["seen"] == 1.0
    assert features(memory, "estenosis mitral", "estenosis mitral")["seen"] == 0.0


def test_words_that_never_end_a_mention_speak_against_a_candidate_that_ends_there(memory: MentionMemory) -> None:
    text = "Con insuficiencia mitral grave"
    assert features(memory, text, "insuficiencia")["last"] < 0.0 < features(memory, text, text[4:])["last"]


def test_a_word_that_follows_mentions_speaks_for_their_end(memory: MentionMemory) -> None:
    assert features(memory, "Insuficiencia mitral con disnea", "Insuficiencia mitral")["after"] < 0.0
    assert features(memory, "Insuficiencia mitral", "Insuficiencia mitral")["after"] == -1.0
    assert features(memory, "Insuficiencia\nmitral", "Insuficiencia")["after"] == -1.0


def test_the_file_holds_no_word_that_a_person_could_read(tmp_path: Path) -> None:
    write_memory(GOLD, tmp_path / "memory.npz", label="ENFERMEDAD")
    with np.load(tmp_path / "memory.npz", allow_pickle=False) as arrays:
        assert {name: arrays[name].dtype.kind for name in arrays.files} == {
            "mentions": "u",
            "mention_counts": "u",
            "words": "u",
            "word_counts": "u",
        }


def test_fitted_weights_prefer_the_candidate_that_training_knows(memory: MentionMemory) -> None:
    surfaces = (
        ("Insuficiencia mitral grave", "Insuficiencia mitral grave con", "mitral grave con disnea"),
        ("insuficiencia mitral", "angina", "mitral ni", "insuficiencia mitral ni angina"),
        ("Angina estable", "válvula mitral", "Angina"),
    )
    found = [proposed(document, *of_one) for document, of_one in zip(GOLD, surfaces, strict=True)]
    weights = fit_weights([memory] * 20 * len(GOLD), found * 20, GOLD * 20, "ENFERMEDAD")
    assert len(weights) == WEIGHTS
    stage = rescored(memory, weights, label="ENFERMEDAD", floor=0.05)
    for document, true in zip(found, GOLD, strict=True):
        kept = [(span.start, span.end) for span in stage(document).spans if (span.score or 0.0) > 0.5]
        assert kept == sorted((span.start, span.end) for span in true.spans)


def test_of_overlapping_candidates_the_best_stays_and_other_labels_and_sources_are_left_alone(
    memory: MentionMemory,
) -> None:
    text = "Insuficiencia mitral grave"
    drug = Span(0, 13, "FARMACO", score=0.1, source="model")
    by_hand = Span(0, 20, "ENFERMEDAD", source="manual")
    short = Span(0, 20, "ENFERMEDAD", score=0.3, source="model")
    long = Span(0, 26, "ENFERMEDAD", score=0.6, source="model")
    weights = [0.0] * WEIGHTS
    weights[1] = 1.0  # the encoder's score alone
    document = Document("x", text, spans=(drug, by_hand, short, long))
    result = rescored(memory, weights, label="ENFERMEDAD", floor=0.05)(document)
    assert [(span.end, span.label, span.source) for span in result.spans] == [
        (13, "FARMACO", "model"),
        (20, "ENFERMEDAD", "manual"),
        (26, "ENFERMEDAD", "model"),
    ]


def test_a_memory_with_the_wrong_number_of_weights_is_refused(memory: MentionMemory) -> None:
    with pytest.raises(ValueError, match="55 weights, not 3"):
        rescored(memory, [0.0, 1.0, 2.0], label="ENFERMEDAD", floor=0.05)


def test_the_products_hold_each_pair_once() -> None:
    row = np.arange(1.0, FEATURES + 1).reshape(1, -1)
    expanded = products(row)[0]
    assert len(expanded) == WEIGHTS == 55
    assert expanded[0] == 1.0
    assert expanded[1 + FEATURES] == 1.0
    assert expanded[-1] == FEATURES**2


def test_words_know_where_lines_begin() -> None:
    assert text_words("uno dos\r\ntres").begins_line == (False, False, True)
