"""The same text elsewhere, and edits done at each place as one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.folded import folded
from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.edits import Accept, Add, Delete, Reject, Relabel, SetBounds
from cardioner_desktop.review.occurrences import everywhere, occurrences
from cardioner_desktop.review.session import Session
from tests.review.letters import POLICIES, TEXT, id_of, opened, seen

ALL = ("a", "b")


def test_case_accents_and_blanks_do_not_matter_but_whole_words_do() -> None:
    text = "Fibrilación auricular, FIBRILACION\r\n AURICULAR, fibrilacio\u0301n auricular; fibrilación auriculares"
    found = [text[start:end] for start, end in occurrences(text, "fibrilación auricular")]
    assert found == ["Fibrilación auricular", "FIBRILACION\r\n AURICULAR", "fibrilacio\u0301n auricular"]


def test_offsets_hold_behind_letters_that_fold_to_two_and_marks_at_the_end() -> None:
    text = "Straße 🙂 ﬁbra, cafe\u0301 y café"
    assert [text[slice(*place)] for place in occurrences(text, "cafe")] == ["cafe\u0301", "café"]
    assert [text[slice(*place)] for place in occurrences(text, "strasse")] == ["Straße"]


def test_nothing_occurs_of_nothing() -> None:
    assert occurrences("a b", " ") == []


@given(st.text(max_size=40))
def test_a_text_folds_by_character_as_it_folds_whole(text: str) -> None:
    assert folded(text).text == fold(text)


@given(st.text(alphabet="aá\u0301ßÑ-b .", max_size=12), st.text(alphabet="aá\u0301ßÑ-b .", max_size=30))
def test_what_is_found_folds_to_what_was_sought(name: str, text: str) -> None:
    for start, end in occurrences(text, name):
        assert fold(text[start:end]).split() == fold(name).split()
        assert end == len(text) or not unicodedata.combining(text[end])


def test_accepting_everywhere_confirms_each_occurrence_in_the_letters_named_and_undoes_as_one() -> None:
    session = opened("a", "b")
    session.apply(everywhere(session, Accept("a", (id_of(session, "bisoprolol"),)), ALL))
    for name in ALL:
        assert [state for text, _, state in seen(session, name) if text == "bisoprolol"] == ["confirmed"] * 2
    described = session.can_undo
    assert described is not None
    assert (described.key, described.mentions, described.documents) == ("everywhere-accept", 4, 2)
    session.undo()
    assert {state for name in ALL for _, _, state in seen(session, name)} == {"suggested"}


def test_an_added_mention_is_added_wherever_the_text_stands() -> None:
    session = opened("a", "b")
    place = TEXT.find("Toma")
    session.apply(everywhere(session, Add("a", place, place + 4, "EVENTO"), ALL))
    for name in ALL:
        assert [text for text, label, _ in seen(session, name) if label == "EVENTO"] == ["Toma"]


def test_what_a_person_decided_elsewhere_stays() -> None:
    session = opened("a", "b")
    session.apply(Reject("b", (id_of(session, "angina", "b"),)))
    session.apply(everywhere(session, Accept("a", (id_of(session, "angina"),)), ALL))
    assert [state for text, _, state in seen(session, "b") if text == "angina"] == ["rejected", "confirmed"]
    session.apply(everywhere(session, Reject("a", (id_of(session, "angina"),)), ALL))
    assert [state for text, _, state in seen(session, "b") if text == "angina"] == ["rejected", "confirmed"]


def test_relabelling_and_deleting_reach_every_mention_of_the_text_and_label() -> None:
    session = opened("a", "b")
    session.apply(everywhere(session, Relabel("a", (id_of(session, "angina"),), "SINTOMA"), ALL))
    assert [label for name in ALL for text, label, _ in seen(session, name) if text == "angina"] == ["SINTOMA"] * 4
    session.apply(everywhere(session, Delete("b", (id_of(session, "angina", "b"),)), ("b",)))
    states = [state for name in ALL for text, _, state in seen(session, name) if text == "angina"]
    assert states == ["confirmed"] * 2 + ["rejected"] * 2


def test_bounds_move_where_the_text_is_the_same_again() -> None:
    session = Session(POLICIES)
    text = "angina estable; Angina ESTABLE; angina rara"
    session.open(Document("a", text, "es"))
    for place in (0, 16, 32):
        session.apply(Add("a", place, place + 6, "ENFERMEDAD"))
    session.apply(everywhere(session, SetBounds("a", id_of(session, "angina"), 0, 14), ("a",)))
    assert [text for text, _, _ in seen(session)] == ["angina estable", "Angina ESTABLE", "angina"]


def test_what_is_no_single_mention_is_refused() -> None:
    session = opened()
    with pytest.raises(UsageError, match="choose one mention"):
        everywhere(session, Accept("a", (1, 2)), ALL)
    with pytest.raises(UsageError, match="not in the letter any more"):
        everywhere(session, Accept("a", (99,)), ALL)
