"""Any sequence of edits: undone to the start it gives the start, redone the end, and its journal gives the same."""

from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.errors import UsageError
from cardioner_desktop.review import journal
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
from cardioner_desktop.review.ledger import Ledger, Record
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.session import Session
from tests.review.letters import POLICIES, TEXT, letter

NAMES = ("a", "b")
LABELS = ("ENFERMEDAD", "FARMACO", "SINTOMA")

names = st.sampled_from(NAMES)
ids = st.lists(st.integers(1, 9), min_size=1, max_size=3).map(tuple)
places = st.integers(0, len(TEXT))
labels = st.sampled_from(LABELS)
scores = st.sampled_from((0.0, 0.05, 0.35, 0.6, 0.85, 1.0))
single = st.one_of(
    st.builds(Accept, names, ids),
    st.builds(Reject, names, ids),
    st.builds(Undecide, names, ids),
    st.builds(Relabel, names, ids, labels),
    st.builds(SetBounds, names, st.integers(1, 9), places, places),
    st.builds(Add, names, places, places, labels),
    st.builds(Delete, names, ids),
    st.builds(Annotate, names, st.integers(1, 9), st.sampled_from(("", "why", "añadido 🙂"))),
    st.builds(MarkReviewed, st.just(NAMES), st.booleans()),
    st.builds(SetThresholds, st.dictionaries(labels, scores)),
    st.builds(AcceptAbove, st.just(NAMES), scores),
)
edits = st.one_of(single, st.lists(single, min_size=1, max_size=3).map(lambda some: Together(tuple(some))))
steps = st.lists(st.one_of(edits, st.sampled_from(("undo", "redo"))), max_size=12)


def state(session: Session) -> tuple[list[Letter], dict[str, float]]:
    return [session.letter(name) for name in session.document_ids], dict(session.thresholds)


def do(session: Session, some: list[Edit | str]) -> None:
    for step in some:
        if step == "undo":
            session.undo()
        elif step == "redo":
            session.redo()
        elif not isinstance(step, str):
            try:
                session.apply(step)
            except UsageError:
                continue


def opened(records: list[Record] | None = None, ledger: Ledger | None = None) -> Session:
    session = Session(POLICIES, ledger=ledger, record=[].append if records is None else records.append)
    for name in NAMES:
        session.open(letter(name, f"{TEXT} {name}"))
    return session


@given(steps)
def test_undone_to_the_start_it_is_the_start_and_redone_the_end(some: list[Edit | str]) -> None:
    session = opened()
    start = state(session)
    do(session, some)
    while session.can_redo:
        session.redo()
    end = state(session)
    while session.can_undo:
        session.undo()
    assert state(session) == start
    while session.can_redo:
        session.redo()
    assert state(session) == end


def same(ledger: Ledger, other: Ledger) -> bool:
    """Whether two ledgers agree on all that edits did."""
    return (
        {key: (work.held, work.reviewed) for key, work in ledger.works.items() if work.edited}
        == {key: (work.held, work.reviewed) for key, work in other.works.items() if work.edited}
        and dict(ledger.thresholds) == dict(other.thresholds)
        and (ledger.done, ledger.undone) == (other.done, other.undone)
    )


@given(steps)
def test_the_journal_read_again_gives_the_same_session(some: list[Edit | str]) -> None:
    records: list[Record] = []
    session = opened(records)
    do(session, some)
    lines = [journal.line(journal.HEADER), *(journal.line(journal.record_value(record)) for record in records)]
    replayed, size = journal.read(b"".join(lines))
    assert size == sum(map(len, lines))
    again = opened(ledger=replayed.copy())
    assert [[(m.span, m.state, m.origin) for m in one.mentions] for one in state(again)[0]] == [
        [(m.span, m.state, m.origin) for m in one.mentions] for one in state(session)[0]
    ]
    assert (again.thresholds, again.can_undo, again.can_redo) == (
        session.thresholds,
        session.can_undo,
        session.can_redo,
    )
    short = b"".join(map(journal.line, journal.ledger_values(replayed)))
    assert same(journal.read(short)[0], replayed)
    while session.can_undo:
        session.undo()
        again.undo()
    assert [one.mentions for one in state(session)[0]] == [one.mentions for one in state(opened())[0]]
    assert [[m.span for m in one.mentions] for one in state(again)[0]] == [
        [m.span for m in one.mentions] for one in state(session)[0]
    ]


@given(steps, st.data())
def test_a_journal_cut_anywhere_gives_what_its_whole_lines_say(some: list[Edit | str], data: st.DataObject) -> None:
    records: list[Record] = []
    do(opened(records), some)
    lines = [journal.line(journal.HEADER), *(journal.line(journal.record_value(record)) for record in records)]
    content = b"".join(lines)
    torn = content[: data.draw(st.integers(0, len(content)))]
    whole = torn.count(b"\n")
    replayed, size = journal.read(torn)
    assert size == len(b"".join(lines[:whole]))
    assert same(replayed, journal.read(b"".join(lines[:whole]))[0])


@given(steps)
def test_no_line_of_a_journal_holds_a_word_of_the_letter(some: list[Edit | str]) -> None:
    records: list[Record] = []
    do(opened(records), some)
    content = b"".join(journal.line(journal.record_value(record)) for record in records).decode()
    for word in ("Paciente", "angina", "estable", "aspirina", "suspende"):
        assert word not in content
