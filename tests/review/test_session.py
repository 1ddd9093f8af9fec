"""A session: what edits do to a letter, what undo and redo do, and that decisions outlive a new tagging."""

from dataclasses import replace

import pytest

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.edits import Accept, Add, Reject
from cardioner_desktop.review.letter import exported
from cardioner_desktop.review.mention import State
from cardioner_desktop.review.session import Session

TEXT = "Paciente con angina estable. Toma bisoprolol y aspirina; bisoprolol se suspende por angina."
POLICIES = {"es": Policy(thresholds={"ENFERMEDAD": 0.4, "FARMACO": 0.3})}


def letter(name: str = "a", text: str = TEXT) -> Document:
    spans = []
    for word, label, score in (
        ("angina", "ENFERMEDAD", 0.9),
        ("bisoprolol", "FARMACO", 0.8),
        ("aspirina", "FARMACO", 0.1),
    ):
        place = text.find(word)
        while place >= 0:
            spans.append(Span(place, place + len(word), label, score))
            place = text.find(word, place + 1)
    return Document(name, text, "es", spans=tuple(sorted(spans, key=lambda span: span.start)))


def seen(session: Session, name: str = "a") -> list[tuple[str, str]]:
    one = session.letter(name)
    return [(one.document.text[m.span.start : m.span.end], m.state.value) for m in one.mentions]


def test_a_letter_opens_with_the_suggestions_that_its_policy_shows() -> None:
    session = Session(POLICIES)
    assert [mention.state for mention in session.open(letter()).mentions] == [State.SUGGESTED] * 4
    assert [TEXT[m.span.start : m.span.end] for m in session.misses("a")] == ["aspirina"]


def test_accept_reject_and_add_are_done_undone_and_done_again() -> None:
    session = Session(POLICIES)
    first, second, *_ = session.open(letter()).mentions
    session.apply(Accept("a", (first.id,)))
    session.apply(Reject("a", (second.id,)))
    place = TEXT.find("aspirina")
    session.apply(Add("a", place, place + 8, "FARMACO"))
    states = seen(session)
    assert [state for _, state in states] == ["confirmed", "rejected", "confirmed", "suggested", "suggested"]
    for _ in range(3):
        session.undo()
    assert {state for _, state in seen(session)} == {"suggested"}
    for _ in range(3):
        session.redo()
    assert seen(session) == states


def test_a_span_keeps_its_score_when_accepted() -> None:
    session = Session(POLICIES)
    first = session.open(letter()).mentions[0]
    session.apply(Accept("a", (first.id,)))
    assert session.letter("a").mentions[0].span.score == 0.9


def test_rejected_mentions_are_not_exported() -> None:
    session = Session(POLICIES)
    first, *others = session.open(letter()).mentions
    session.apply(Reject("a", (first.id,)))
    assert [span.start for span in exported(session.letter("a")).spans] == [m.span.start for m in others]
    assert exported(session.letter("a"), suggestions=False).spans == ()


def test_decisions_stay_when_the_same_text_is_tagged_again() -> None:
    session = Session(POLICIES)
    first, *_ = session.open(letter()).mentions
    session.apply(Reject("a", (first.id,)))
    session.open(replace(letter(), spans=letter().spans[:1]))
    assert seen(session) == [("angina", "rejected")]


def test_a_mention_that_is_not_there_is_refused_in_one_sentence() -> None:
    session = Session(POLICIES)
    session.open(letter())
    with pytest.raises(UsageError, match="not in the letter any more"):
        session.apply(Accept("a", (77,)))
