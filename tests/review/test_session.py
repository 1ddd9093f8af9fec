"""A session: what edits do to a letter, and that decisions outlive a new tagging."""

from dataclasses import replace

import pytest

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.review.edits import (
    Accept,
    AcceptAbove,
    Add,
    Annotate,
    Delete,
    Edit,
    MarkReviewed,
    Reject,
    Relabel,
    SetBounds,
    SetThresholds,
    Together,
    Undecide,
)
from cardioner_desktop.review.letter import exported
from cardioner_desktop.review.mention import State
from cardioner_desktop.review.session import VIEWS, Session
from tests.review.letters import POLICIES, TEXT, id_of, letter, opened, seen

ASPIRIN = TEXT.find("aspirina")


def test_a_letter_opens_with_the_suggestions_that_its_policy_shows() -> None:
    session = opened()
    assert [state for _, _, state in seen(session)] == ["suggested"] * 4
    assert [TEXT[m.span.start : m.span.end] for m in session.misses("a")] == ["aspirina"]


def test_a_span_keeps_its_score_and_its_code_when_accepted() -> None:
    session = opened()
    (changed,) = session.apply(Accept("a", (id_of(session, "bisoprolol"),)))
    mention = session.letter("a").mention(changed)
    assert mention is not None
    assert (mention.state, mention.span.score, mention.span.source) == (State.CONFIRMED, 0.8, "model")
    assert mention.span.codes
    assert mention.origin is None


def test_what_the_model_found_is_kept_when_a_person_changes_label_or_bounds() -> None:
    session = opened()
    first = id_of(session, "angina")
    found = session.letter("a").mentions[0].span
    session.apply(SetBounds("a", first, found.start, found.end + len(" estable")))
    session.apply(Relabel("a", (first,), "SINTOMA"))
    mention = session.letter("a").mentions[0]
    assert seen(session)[0] == ("angina estable", "SINTOMA", "confirmed")
    assert mention.origin == found
    assert (mention.span.score, mention.span.source) == (0.9, "person")


def test_a_code_goes_with_the_text_it_was_for_and_comes_back_with_it() -> None:
    session = opened()
    drug = id_of(session, "bisoprolol")
    found = session.letter("a").mention(drug)
    assert found is not None
    session.apply(SetBounds("a", drug, found.span.start, found.span.end + 2))
    changed = session.letter("a").mention(drug)
    assert changed is not None
    assert changed.span.codes == ()
    session.apply(SetBounds("a", drug, found.span.start, found.span.end))
    assert session.letter("a").mention(drug) == replace(found, state=State.CONFIRMED)


def test_a_possible_miss_is_accepted_with_its_score() -> None:
    session = opened()
    (miss,) = session.misses("a")
    session.apply(Accept("a", (miss.id,)))
    assert ("aspirina", "FARMACO", "confirmed") in seen(session)
    assert session.letter("a").mention(miss.id) == replace(miss, state=State.CONFIRMED)
    assert session.misses("a") == ()


def test_adding_where_the_model_had_seen_something_confirms_that() -> None:
    session = opened()
    (added,) = session.apply(Add("a", ASPIRIN, ASPIRIN + 8, "FARMACO"))
    mention = session.letter("a").mention(added)
    assert mention is not None
    assert (mention.span.score, mention.span.source) == (0.1, "model")


def test_an_added_mention_is_a_persons_and_deleting_it_leaves_nothing() -> None:
    session = opened()
    place = TEXT.find("suspende")
    (added,) = session.apply(Add("a", place, place + 8, "EVENTO"))
    assert ("suspende", "EVENTO", "confirmed") in seen(session)
    session.apply(Delete("a", (added,)))
    assert seen(session) == seen(opened())


def test_deleting_what_was_found_rejects_it_so_that_tagging_again_does_not_bring_it_back() -> None:
    session = opened()
    session.apply(Delete("a", (id_of(session, "angina"),)))
    session.open(letter())
    assert seen(session)[0] == ("angina", "ENFERMEDAD", "rejected")


def test_undeciding_brings_back_the_suggestion_as_it_was_found() -> None:
    session = opened()
    before = session.letter("a").mentions
    first = before[0]
    session.apply(SetBounds("a", first.id, first.span.start, first.span.end + 8))
    session.apply(Undecide("a", (first.id,)))
    assert session.letter("a").mentions == before


def test_a_note_stays_with_an_undecided_mention_at_any_threshold() -> None:
    session = opened()
    first = id_of(session, "angina")
    session.apply(Annotate("a", first, "ask the ward"))
    session.apply(SetThresholds({"ENFERMEDAD": 0.95}))
    (kept,) = [m for m in session.letter("a").mentions if m.span.label == "ENFERMEDAD"]
    assert (kept.state, kept.span.notes) == (State.SUGGESTED, (Note("ask the ward"),))
    session.apply(Annotate("a", first, " "))
    assert all(m.span.label != "ENFERMEDAD" for m in session.letter("a").mentions)


def test_every_suggestion_above_a_score_is_accepted_in_all_letters_as_one() -> None:
    session = opened("a", "b")
    session.apply(AcceptAbove(("a", "b"), 0.85))
    assert [state for _, _, state in seen(session, "b")] == ["confirmed", "suggested", "suggested", "confirmed"]
    described = session.can_undo
    assert described is not None
    assert (described.key, described.mentions, described.documents) == ("accept_above", 4, 2)
    session.undo()
    assert {state for name in "ab" for _, _, state in seen(session, name)} == {"suggested"}


def test_a_slider_that_is_dragged_is_undone_as_one() -> None:
    session = opened()
    for value in (0.5, 0.6, 0.85):
        session.apply(SetThresholds({"FARMACO": value}))
    assert [text for text, _, _ in seen(session)] == ["angina", "angina"]
    session.undo()
    assert session.thresholds == {}
    assert session.can_undo is None


def test_a_reviewed_letter_says_so() -> None:
    session = opened("a", "b")
    session.apply(MarkReviewed(("a",)))
    assert (session.letter("a").reviewed, session.letter("b").reviewed) == (True, False)
    session.undo()
    assert not session.is_reviewed("a")


def test_decisions_stay_when_the_same_text_is_tagged_again() -> None:
    session = opened()
    session.apply(Reject("a", (id_of(session, "angina"),)))
    session.open(replace(letter(), spans=letter().spans[:1]))
    assert seen(session) == [("angina", "ENFERMEDAD", "rejected")]


def test_a_decision_settles_its_place_for_its_label_against_other_bounds() -> None:
    session = opened()
    first = session.letter("a").mentions[0]
    session.apply(Accept("a", (first.id,)))
    longer = Span(first.span.start, first.span.end + 8, "ENFERMEDAD", 0.95)
    session.open(replace(letter(), spans=(longer, *letter().spans[1:])))
    assert seen(session)[0] == ("angina", "ENFERMEDAD", "confirmed")
    assert len(seen(session)) == 4


def test_another_text_under_the_same_name_begins_anew_and_the_old_one_keeps_its_decisions() -> None:
    session = opened()
    session.apply(Reject("a", (id_of(session, "angina"),)))
    session.open(letter(text=f"{TEXT} Cambiado."))
    assert {state for _, _, state in seen(session)} == {"suggested"}
    session.open(letter())
    assert seen(session)[0][2] == "rejected"


def test_two_letters_of_the_same_text_are_decided_apart_and_found_again_by_name() -> None:
    session = Session(POLICIES)
    for name in ("a", "b"):
        session.open(letter(name))
    session.apply(Reject("b", (id_of(session, "angina", "b"),)))
    for name in ("a", "b"):
        session.close(name)
    for name in ("b", "a"):
        session.open(letter(name))
    assert (seen(session, "a")[0][2], seen(session, "b")[0][2]) == ("suggested", "rejected")


ANN = """T1\tENFERMEDAD 13 19\tangina
A1\tNegated T1
T2\tFARMACO 34 44\tbisoprolol
N1\tReference T2 ATC:C07AB07\tbisoprolol
#1\tAnnotatorNotes T2\tas written
R1\tTreats Arg1:T2 Arg2:T1
"""


def from_brat() -> Document:
    """The letter with a colleague's annotations, tagged besides."""
    document = brat.read(TEXT, ANN, id="a", name="a.ann")
    return replace(document, language="es", spans=(*document.spans, *letter().spans))


def test_annotations_of_a_folder_are_confirmed_and_the_model_adds_only_where_they_say_nothing() -> None:
    session = Session(POLICIES)
    mentions = session.open(from_brat()).mentions
    assert [(m.state.value, m.span.source) for m in mentions] == [
        ("confirmed", "file"),
        ("confirmed", "file"),
        ("suggested", "model"),
        ("suggested", "model"),
    ]


def test_a_brat_file_that_nobody_edits_is_exported_as_it_was() -> None:
    session = Session(POLICIES)
    coded = from_brat()
    listed = replace(coded.spans[0], codes=(Code("ICD-10", "I20", "angina"),))  # as a list gives it while tagging
    session.open(replace(coded, spans=(listed, *coded.spans[1:])))
    assert brat.write(exported(session.letter("a"), suggestions=False)) == (TEXT, ANN)


def test_a_decision_on_an_annotation_of_a_file_stands_when_the_file_is_opened_again() -> None:
    session = Session(POLICIES)
    session.open(from_brat())
    session.apply(Reject("a", (id_of(session, "angina"),)))
    session.apply(Relabel("a", (id_of(session, "bisoprolol"),), "PRINCIPIO"))
    before = seen(session)
    session.close("a")
    session.open(from_brat())
    assert seen(session) == before
    kept = session.letter("a").mentions[1].span
    assert (kept.id, [code.id for code in kept.codes]) == ("T2", ["N1"])
    _, ann = brat.write(exported(session.letter("a"), suggestions=False))
    assert ann == "".join(
        line for line in ANN.replace("FARMACO", "PRINCIPIO").splitlines(keepends=True) if line[:2] not in ("T1", "A1")
    )


def test_an_attribute_and_fragments_survive_a_note() -> None:
    session = Session(POLICIES)
    parts = (Fragment(13, 19), Fragment(20, 27))
    span = Span(13, 27, "X", source="file", fragments=parts, attributes=(Attribute("Negated"),), id="T1")
    (mention,) = session.open(Document("a", TEXT, "es", spans=(span,))).mentions
    session.apply(Annotate("a", mention.id, "seen"))
    (mention,) = session.letter("a").mentions
    assert mention.span == replace(span, notes=(Note("seen"),))


def test_rejected_mentions_are_not_exported_and_suggestions_only_where_wanted() -> None:
    session = opened()
    first, *others = session.letter("a").mentions
    session.apply(Reject("a", (first.id,)))
    session.apply(Accept("a", (others[0].id,)))
    assert [span.start for span in exported(session.letter("a")).spans] == [m.span.start for m in others]
    assert [s.start for s in exported(session.letter("a"), suggestions=False).spans] == [others[0].span.start]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Accept("a", (77,)), "not in the letter any more"),
        (Accept("gone", (1,)), "not open any more"),
        (Add("a", 5, 5, "FARMACO"), "no word in what is marked"),
        (Add("a", 5, 5000, "FARMACO"), "no place from 5 to 5000"),
        (Add("a", 27, 28, "FARMACO"), "no word in what is marked"),
        (Add("a", 8, 12, "FARMACO"), "begins or ends with a blank"),
        (Add("a", 0, 8, "two words"), "one word without blanks"),
        (SetBounds("a", 1, 9, 3), "no place from 9 to 3"),
        (Relabel("a", (1,), ""), "one word without blanks"),
        (SetThresholds({"FARMACO": 1.5}), "between 0 and 1"),
    ],
)
def test_nonsense_is_refused_in_one_sentence_and_changes_nothing(edit: Edit, sentence: str) -> None:
    session = opened()
    before = session.letter("a")
    with pytest.raises(UsageError, match=sentence) as refused:
        session.apply(Together((Reject("a", (1, 2)), edit)))
    assert str(refused.value).count(".") == 1
    assert session.letter("a") == before
    assert session.can_undo is None


def test_the_same_place_is_not_confirmed_twice_under_one_label() -> None:
    session = opened()
    first = session.letter("a").mentions[0]
    session.apply(Accept("a", (first.id,)))
    with pytest.raises(UsageError, match="marked as ENFERMEDAD already"):
        session.apply(Add("a", first.span.start, first.span.end, "ENFERMEDAD"))
    (other,) = session.apply(Add("a", first.span.start, first.span.end, "SINTOMA"))
    with pytest.raises(UsageError, match="marked as ENFERMEDAD already"):
        session.apply(Relabel("a", (other,), "ENFERMEDAD"))


def test_an_edit_that_changes_nothing_leaves_nothing_to_undo() -> None:
    session = opened()
    session.apply(MarkReviewed(("a",), reviewed=False))
    session.apply(AcceptAbove(("a",), 0.99))
    session.apply(Undecide("a", (id_of(session, "angina"),)))
    assert session.can_undo is None


def test_listeners_are_told_which_open_letters_changed() -> None:
    session = opened("a", "b")
    told: list[frozenset[str]] = []
    session.listeners.append(told.append)
    session.apply(Accept("b", (id_of(session, "angina", "b"),)))
    session.apply(SetThresholds({"FARMACO": 0.5}))
    session.undo()
    session.undo()
    assert told == [{"b"}, {"a", "b"}, {"a", "b"}, {"b"}]


def test_other_policies_show_other_suggestions_and_leave_decisions() -> None:
    session = opened()
    session.apply(Reject("a", (id_of(session, "angina"),)))
    session.use({"es": Policy(thresholds={"ENFERMEDAD": 1.0, "FARMACO": 0.0})})
    assert [text for text, _, _ in seen(session)] == ["angina", "bisoprolol", "aspirina", "bisoprolol"]


def test_ids_stay_when_many_other_letters_were_looked_at() -> None:
    names = ["a", *(f"n{number}" for number in range(2 * VIEWS))]
    session = opened(*names)
    before = session.letter("a").mentions
    for name in names:
        session.letter(name)
    assert session.letter("a").mentions == before


def test_what_is_exported_says_what_a_person_confirmed_and_whether_the_letter_is_reviewed() -> None:
    session = Session()
    letter = session.open(Document("a", "asma tos", spans=(Span(0, 4, "A", 0.9), Span(5, 8, "A", 0.9))))
    session.apply(Accept("a", (letter.mentions[0].id,)))
    session.apply(MarkReviewed(("a",)))
    document = exported(session.letter("a"))
    assert [span.confirmed for span in document.spans] == [True, False]
    assert document.reviewed


def test_a_language_is_remembered_for_the_letter_that_waits_and_not_for_another_of_the_same_text() -> None:
    session = Session()
    first, second = letter("first"), letter("second")
    session.choose_language(second, "it", path="/letters/second.txt")
    assert session.register.chosen_language(first) is None
    session.open(first)
    session.open(second, language="it")
    assert session.register.remembered == ()
    session.close("first")
    session.close("second")
    assert session.register.chosen_language(letter("second")) == "it"


def test_a_letter_that_leaves_the_list_while_it_waits_is_not_open_at_the_next_start() -> None:
    records: list[object] = []
    session = Session(record=records.append)
    session.choose_language(letter("a"), "en", path="/letters/a.txt")
    session.close("a")
    assert [type(record).__name__ for record in records] == ["Opened", "Closed"]
    assert session.register.remembered == ()
    assert session.register.chosen_language(letter("a")) == "en"
