"""Where to go next, and which mentions are wanted."""

from cardioner_desktop.review import choosing
from cardioner_desktop.review.choosing import START, Filter
from cardioner_desktop.review.edits import Accept, Add, MarkReviewed, Reject, SetThresholds
from cardioner_desktop.review.mention import State
from tests.review.letters import TEXT, id_of, opened


def test_following_and_preceding_go_round_at_the_ends() -> None:
    mentions = opened().letter("a").mentions
    assert choosing.following(mentions, START) == mentions[0]
    assert choosing.following(mentions, mentions[0].position) == mentions[1]
    assert choosing.following(mentions, mentions[-1].position) == mentions[0]
    assert choosing.preceding(mentions, mentions[1].position) == mentions[0]
    assert choosing.preceding(mentions, mentions[0].position) == mentions[-1]
    assert choosing.following((), START) is None
    assert choosing.preceding((), START) is None


def test_two_mentions_of_one_place_are_both_reached() -> None:
    session = opened()
    first = session.letter("a").mentions[0]
    session.apply(Add("a", first.span.start, first.span.end, "SINTOMA"))
    mentions = session.letter("a").mentions
    reached, position = [], START
    for _ in mentions:
        mention = choosing.following(mentions, position)
        assert mention is not None
        reached.append(mention)
        position = mention.position
    assert reached == list(mentions)


def test_the_caret_is_a_position() -> None:
    mentions = opened().letter("a").mentions
    assert choosing.following(mentions, (TEXT.find("Toma"), 0, 0)) == mentions[1]
    assert choosing.following(mentions, (mentions[1].span.start, 0, 0)) == mentions[1]


def test_a_filter_asks_for_label_score_source_and_state() -> None:
    session = opened()
    session.apply(Accept("a", (id_of(session, "angina"),)))
    place = TEXT.find("aspirina")
    session.apply(SetThresholds({"FARMACO": 0.2}))
    session.apply(Add("a", place - 2, place + 8, "FARMACO"))
    mentions = session.letter("a").mentions

    def passing(wanted: Filter) -> list[str]:
        return [TEXT[m.span.start : m.span.end] for m in mentions if wanted.passes(m)]

    assert passing(Filter(labels=frozenset({"ENFERMEDAD"}))) == ["angina", "angina"]
    assert passing(Filter(highest=0.85)) == ["bisoprolol", "y aspirina", "bisoprolol"]
    assert passing(Filter(lowest=0.85)) == ["angina", "y aspirina", "angina"]
    assert passing(Filter(sources=frozenset({"person"}))) == ["y aspirina"]
    assert passing(Filter(states=frozenset({State.CONFIRMED}))) == ["angina", "y aspirina"]


def test_the_next_undecided_one_is_found_over_all_letters_but_the_reviewed() -> None:
    session = opened("a", "b", "c")
    order = ("c", "b", "a")
    session.apply(MarkReviewed(("b",)))
    last = session.letter("c").mentions[-1]
    for mention in session.letter("c").mentions[1:]:
        session.apply(Reject("c", (mention.id,)))
    found = choosing.next_undecided(session, order, "c", last.position)
    assert found == ("a", session.letter("a").mentions[0])
    found = choosing.next_undecided(session, order, "a", session.letter("a").mentions[-1].position)
    assert found == ("c", session.letter("c").mentions[0])


def test_nothing_is_next_when_all_is_decided() -> None:
    session = opened()
    for mention in session.letter("a").mentions:
        session.apply(Accept("a", (mention.id,)))
    assert choosing.next_undecided(session, ("a",), "a", START) is None


def test_possible_misses_come_with_the_best_score_first_and_end() -> None:
    session = opened()
    session.apply(SetThresholds({"FARMACO": 0.95, "ENFERMEDAD": 0.95}))
    misses = choosing.by_score(session.misses("a"))
    assert [m.span.score for m in misses] == [0.9, 0.9, 0.8, 0.8, 0.1]
    assert misses[0].span.start < misses[1].span.start
    walked, current = [], None
    while (miss := choosing.next_miss(misses, current)) is not None:
        walked.append(miss)
        current = miss.id
    assert tuple(walked) == misses


def test_a_miss_that_overlaps_what_is_shown_or_decided_is_none() -> None:
    session = opened()
    session.apply(Reject("a", (session.misses("a")[0].id,)))
    assert session.misses("a") == ()
