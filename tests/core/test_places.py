"""Where parts of a text stand in the file it was read from."""

from dataclasses import replace

import pytest

from cardioner_desktop.core.document import Document, Place, Span, each, place_at
from cardioner_desktop.core.driver import run
from cardioner_desktop.core.parts import part
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import json
from cardioner_desktop.formats.sheet import rows
from cardioner_desktop.review.packed import PackedDocument

PLACES = (Place(0, 5, "paragraph 1"), Place(6, 12, "table 1 row 1"), Place(15, 20, "page 3"))
DOCUMENT = Document(
    "ward/alta", "Asma.\nIctus.\n\n\nAngor\n", "es", spans=(Span(6, 11, "A"), Span(12, 13, "B")), places=PLACES
)


@pytest.mark.parametrize(
    ("offset", "name"),
    [(0, "paragraph 1"), (4, "paragraph 1"), (5, ""), (6, "table 1 row 1"), (14, ""), (19, "page 3"), (20, "")],
)
def test_an_offset_has_the_place_that_holds_it(offset: int, name: str) -> None:
    assert place_at(DOCUMENT, offset) == name


def test_a_text_without_places_has_none_anywhere() -> None:
    assert place_at(replace(DOCUMENT, places=()), 3) == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_place_of_nothing_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="A place needs"):
        Place(start, end, "page 1")


@pytest.mark.parametrize(
    "places", [(Place(0, 22, "a"),), (Place(0, 5, "a"), Place(4, 6, "b")), (Place(6, 7, "a"), Place(0, 5, "b"))]
)
def test_places_lie_in_the_text_and_ascend(places: tuple[Place, ...]) -> None:
    with pytest.raises(ValueError, match=r"no place that ends at 22|ascend and do not overlap"):
        replace(DOCUMENT, places=places)


@pytest.mark.parametrize("part_characters", [4, 9, 1000])
def test_places_come_through_the_driver_whole_or_in_parts(part_characters: int) -> None:
    (done,) = run([DOCUMENT], [each(split_document)], part_characters=part_characters)
    assert isinstance(done, Document)
    assert done.places == PLACES
    assert done.sentences


def test_a_part_has_no_places_of_its_own() -> None:
    assert part(DOCUMENT, 6, 13).places == ()


def test_places_are_kept_while_a_letter_is_under_review() -> None:
    assert PackedDocument(DOCUMENT).document() == DOCUMENT


def test_json_keeps_places() -> None:
    assert json.loads(json.dumps([DOCUMENT]), name="a.json") == [DOCUMENT]


def test_json_of_earlier_versions_has_no_places() -> None:
    content = json.dumps([DOCUMENT])
    start = content.index(', "places":')
    assert json.loads(content[:start] + content[content.index("]]", start) + 2 :], name="a.json")[0] == replace(
        DOCUMENT, places=()
    )


@pytest.mark.parametrize(
    "places", ["[[0, 5]]", '[[5, 0, "a"]]', '[[0, 99, "a"]]', '[["a", 5, "a"]]', "[3]", "[[0, 1, 2]]"]
)
def test_wrong_places_in_json_are_one_sentence(places: str) -> None:
    content = json.dumps([DOCUMENT])
    start = content.index('"places": [[') + len('"places": ')
    with pytest.raises(FormatError):
        json.loads(content[:start] + places + content[content.index("]]", start) + 2 :], name="a.json")


def test_a_sheet_names_the_place_of_each_mention() -> None:
    assert next((row.start, row.place) for row in rows(DOCUMENT)) == (6, "table 1 row 1")
