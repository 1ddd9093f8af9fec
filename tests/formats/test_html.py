from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Place, Span
from cardioner_desktop.formats import html

VOID = {"meta"}


class Reader(HTMLParser):
    """What a page shows: the texts of its sections, the marks open over each character, and whether tags close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.marked: list[list[tuple[int, ...]]] = []
        self.titles: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._marks: list[int] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag in VOID:
            return
        self.open.append(tag)
        if tag == "p":
            self.texts.append("")
            self.marked.append([])
        if tag == "mark" and "p" in self.open:
            self.titles.append(dict(attrs)["title"] or "")
            self._marks.append(len(self.titles) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "mark" and "p" in self.open:
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        if "p" in self.open:
            self.texts[-1] += data
            self.marked[-1] += [tuple(self._marks)] * len(data)


def page_of(*documents: Document) -> str:
    page = html.Page()
    return "".join((*map(page.add, documents), page.end()))


def test_a_page_shows_the_text_with_its_mentions() -> None:
    text = "Toma bisoprolol.\r\nNiega asma."
    spans = (Span(5, 15, "FARMACO", 0.98, codes=(Code("ATC", "C07AB07"),)), Span(24, 28, "ENFERMEDAD", source="file"))
    page = html.page(Document("ward/a", text, "es", spans=spans))
    shown = Reader(page)
    assert shown.open == []
    assert shown.texts == ["Toma bisoprolol.\nNiega asma."]
    assert shown.titles == ["FARMACO 0.98 (model)\nATC C07AB07", "ENFERMEDAD (file)"]
    assert "".join(text for text, marks in zip(shown.texts[0], shown.marked[0], strict=True) if marks) == (
        "bisoprololasma"
    )
    assert '<section id="d1" lang="es">' in page
    assert "ENFERMEDAD</mark> 1</li>" in page


def test_nothing_of_a_letter_becomes_markup() -> None:
    attack = "<script>alert(1)</script>\"'&amp;</p><img src=//x>"
    span = Span(
        0,
        3,
        "A<b",
        source='"><i>',
        notes=(Note(attack),),
        attributes=(Attribute(attack, attack),),
        codes=(Code(attack, attack),),
    )
    page = page_of(Document(attack, attack, "en", spans=(span,)), Document("b", "x"))
    shown = Reader(page)
    assert shown.texts == [attack, "x"]
    assert attack in shown.titles[0]
    assert not {"script", "img", "i", "b"} & {part.split(">")[0].split(" ")[0] for part in page.split("<")}


def test_a_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    page = page_of(Document("a", "x", spans=(Span(0, 1, "FARMACO"),)))
    names = {name for name, _ in Reader(page).attributes}
    assert not names & {"src", "onclick", "onload", "style", "srcset", "action"}
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page
    assert [value for name, value in Reader(page).attributes if name == "href"] == ["#d1"]


def test_overlapping_mentions_are_marked_each_on_its_own_characters() -> None:
    spans = (
        Span(0, 6, "A"),
        Span(2, 4, "B"),
        Span(3, 8, "C"),
        Span(0, 10, "D", fragments=(Fragment(0, 1), Fragment(9, 10))),
    )
    shown = Reader(html.page(Document("a", "0123456789", spans=spans)))
    found = ["".join(sorted(shown.titles[number][0] for number in marks)) for marks in shown.marked[0]]
    assert found == ["AD", "A", "AB", "ABC", "AC", "AC", "C", "C", "", "D"]


def test_a_mention_that_holds_others_has_its_line_below_theirs() -> None:
    page = html.page(Document("a", "0123456789", spans=(Span(0, 9, "A"), Span(1, 5, "B"), Span(2, 3, "C"))))
    assert [page.count(f' d{depth}" title="{label}') for depth, label in ((2, "A"), (1, "B"), (0, "C"))] == [5, 3, 0]


def test_characters_that_html_has_no_place_for_are_replaced() -> None:
    assert Reader(html.page(Document("a", "x\0\x1b\x85y\tz"))).texts == ["x\ufffd\ufffd\ufffdy\tz"]


def test_many_documents_are_listed_with_their_counts() -> None:
    page = page_of(Document("a", "x", spans=(Span(0, 1, "FARMACO"),)), Document("b/c", "y"))
    assert '<a href="#d1">a</a> <span>FARMACO 1</span>' in page
    assert '<a href="#d2">b/c</a>' in page
    assert Reader(page).texts == ["x", "y"]
    assert Reader(page_of()).open == []


@given(
    st.text(st.sampled_from("ab \n<&\"'"), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(1, 8)), max_size=6),
)
def test_any_spans_leave_the_text_as_it_is(text: str, places: list[tuple[int, int]]) -> None:
    spans = tuple(Span(start, min(start + length, len(text)), "A") for start, length in places if start < len(text))
    shown = Reader(html.page(Document("a", text, spans=spans)))
    assert shown.texts == [text]
    assert shown.open == []
    for place, marks in enumerate(shown.marked[0]):
        inside = sum(span.start <= place < span.end for span in spans)
        assert len(marks) == inside or (text[place].isspace() and len(marks) <= inside)


@pytest.mark.parametrize("label", ["ENFERMEDAD", "FARMACO", "HALLAZGO"])
def test_each_label_has_a_line_and_a_background(label: str) -> None:
    page = html.page(Document("a", "x", spans=(Span(0, 1, label),)))
    own = page.split('<mark class="')[1].split('"')[0]
    assert f".{own}{{background:var(--b{own[1:]});border-bottom:" in page


def test_places_are_told_and_pages_stand_beside_a_text_that_stays_as_it_is() -> None:
    text = "Toma bisoprolol.\r\nNiega asma."
    spans = (Span(5, 15, "FARMACO", 0.98), Span(24, 28, "ENFERMEDAD", source="person", confirmed=True))
    places = (Place(0, 16, "page 1"), Place(18, len(text), 'page "2"'))
    page = html.page(Document("a", text, "es", spans=spans, places=places, reviewed=True))
    shown = Reader(page)
    assert shown.open == []
    assert shown.texts == ["reviewed by a person", "Toma bisoprolol.\nNiega asma."]
    assert shown.titles == ["FARMACO 0.98 (model)\npage 1", 'ENFERMEDAD (person, confirmed)\npage "2"']
    assert [value for name, value in shown.attributes if name == "data-place"] == ["page 1", 'page "2"']
    assert page.index('data-place="page &quot;2') < page.index("Niega") < page.index("asma</mark>")
    word = html.page(Document("a", text, spans=spans, places=(Place(0, 16, "paragraph 1"),)))
    assert "paragraph 1" in Reader(word).titles[0]
    assert "data-place=" not in word


def test_scores_have_the_decimal_mark_of_the_page() -> None:
    spans = (Span(5, 15, "FARMACO", 0.98),)
    page = html.page(Document("a", "Toma bisoprolol.", "es", spans=spans), language="es")
    assert Reader(page).titles == ["FARMACO 0,98 (model)"]
