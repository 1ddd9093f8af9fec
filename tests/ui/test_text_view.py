from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Code, Document, Fragment, Span
from cardioner_desktop.ui.span_words import span_words
from cardioner_desktop.ui.text_view import TextView

TEXT = "🙂 Toma bisoprolol.\r\nInsuficiencia cardi\u0301aca 👩‍⚕️ y\r\nangina de pecho.\r\n"


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., TextView]:
    def make(text: str, *spans: Span, width: int = 900) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.resize(width, 400)
        view.show()
        view.show_document(Document("a", text, spans=spans))
        qtbot.waitUntil(lambda: view.is_complete)
        view.viewport().grab()
        return view

    return make


def span_of(text: str, mention: str, label: str = "DRUG") -> Span:
    start = text.index(mention)
    return Span(start, start + len(mention), label)


def middle_of(view: TextView, offset: int) -> QPoint:
    """The middle of a character on the screen, as Qt itself tells it."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown.to_qt(offset))
    left = view.cursorRect(cursor)
    cursor.setPosition(view.shown.to_qt(offset + 1))
    return (left.center() + view.cursorRect(cursor).center()) / 2


@pytest.mark.parametrize("mention", ["bisoprolol", "Insuficiencia cardi\u0301aca", "angina"])
def test_a_highlight_covers_its_characters_and_no_others(show: Callable[..., TextView], mention: str) -> None:
    span = span_of(TEXT, mention)
    view = show(TEXT, span)
    for offset in (span.start, span.end - 1):
        assert view.spans_at(middle_of(view, offset)) == [span]
    assert view.spans_at(middle_of(view, span.end + 1)) == []
    if TEXT[span.start - 2] != "\r":
        assert view.spans_at(middle_of(view, span.start - 2)) == []


def test_a_mention_over_a_line_end_has_a_mark_on_each_line(show: Callable[..., TextView]) -> None:
    span = Span(TEXT.index("y\r\n"), TEXT.index(" de pecho"), "DISEASE")
    first, second = show(TEXT, span).marks
    assert first.span == second.span == span
    assert first.area.bottom() < second.area.top()


def test_fragments_are_marked_and_what_lies_between_is_not(show: Callable[..., TextView]) -> None:
    text = "dolor agudo de pecho"
    view = show(text, Span(0, 20, "DISEASE", fragments=(Fragment(0, 5), Fragment(12, 20))))
    assert len(view.marks) == 2
    assert view.spans_at(middle_of(view, 2)) == view.spans_at(middle_of(view, 15)) != []
    assert view.spans_at(middle_of(view, 8)) == []


def test_a_wrapped_mention_has_a_mark_on_each_line_of_the_screen(show: Callable[..., TextView]) -> None:
    text = "insuficiencia " * 20
    view = show(text, Span(0, len(text) - 1, "DISEASE"), width=400)
    assert len(view.marks) > 2
    assert len({mark.area.top() for mark in view.marks}) == len(view.marks)
    assert all(mark.area.right() <= view.viewport().width() for mark in view.marks)


def test_of_overlapping_mentions_the_inner_one_lies_deeper(show: Callable[..., TextView]) -> None:
    outer, inner = Span(0, 20, "DISEASE"), Span(9, 14, "DISEASE")
    view = show("estenosis mitral grave leve", inner, outer)
    assert [(mark.span, mark.depth) for mark in view.marks] == [(outer, 0), (inner, 1)]
    assert view.spans_at(middle_of(view, 10)) == [outer, inner]


def test_a_hidden_layer_has_no_marks(show: Callable[..., TextView]) -> None:
    view = show("bisoprolol y angina", Span(0, 10, "DRUG"), Span(13, 19, "DISEASE"))
    view.hide_labels({"DRUG"})
    view.viewport().grab()
    assert [mark.span.label for mark in view.marks] == ["DISEASE"]


def test_a_jump_brings_a_mention_far_below_into_view(show: Callable[..., TextView]) -> None:
    text = "línea 🙂\r\n" * 2_000 + "angina"
    span = span_of(text, "angina", "DISEASE")
    view = show(text, span)
    assert view.marks == []
    view.jump(span)
    view.viewport().grab()
    assert [mark.span for mark in view.marks] == [span]
    assert view.current_span == span
    assert view.viewport().rect().contains(view.marks[0].area.toRect())


def test_a_jump_into_a_part_that_is_not_put_in_yet_happens_when_it_is(qtbot: QtBot) -> None:
    text = "palabra de relleno\n" * 30_000 + "angina"
    view = TextView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    span = span_of(text, "angina", "DISEASE")
    view.show_document(Document("a", text, spans=(span,)))
    view.jump(span)
    assert view.textCursor().position() == 0
    qtbot.waitUntil(lambda: view.textCursor().position() == len(text) - 6)
    assert view.toPlainText() == text


def test_steps_go_from_mention_to_mention_and_stay_at_the_ends(show: Callable[..., TextView]) -> None:
    view = show("uno bisoprolol y angina", Span(4, 14, "DRUG"), Span(17, 23, "DISEASE"))
    seen = []
    for forward in (True, True, True, False, False):
        view.step(forward=forward)
        assert view.current_span is not None
        seen.append(view.current_span.start)
    assert seen == [4, 17, 17, 4, 4]


def test_copying_gives_the_original_line_ends(show: Callable[..., TextView]) -> None:
    view = show(TEXT)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == TEXT


def test_new_mentions_in_the_same_text_leave_the_reader_where_he_is(show: Callable[..., TextView]) -> None:
    text = "línea\n" * 500
    view = show(text)
    view.verticalScrollBar().setValue(200)
    view.show_document(Document("a", text, spans=(Span(0, 5, "DRUG"),)))
    assert view.verticalScrollBar().value() == 200
    view.show_document(Document("b", text))
    assert view.verticalScrollBar().value() == 0


def test_the_size_of_the_text_stays_within_bounds(show: Callable[..., TextView]) -> None:
    view = show("texto")
    view.set_zoom(5000)
    assert view.zoom == 300
    view.set_zoom(-1)
    assert view.zoom == 50


def test_the_words_of_a_mention_tell_label_score_source_and_codes() -> None:
    span = Span(2, 7, "DRUG", 0.876, "gazetteer", codes=(Code("ATC", "C07AB07", "bisoprolol"),))
    document = Document("a", "a <b>&c d", spans=(span,))
    assert span_words(document, span) == "Drug: <b>&c · Suggested · Score 0.88 · Found by the word list · ATC C07AB07 bisoprolol"
    assert span_words(document, span, html=True).startswith("<b>&lt;b&gt;&amp;c</b><br>Drug<br>Suggested<br>Score 0.88")


def test_the_keyboard_moves_a_visible_cursor_and_the_mention_under_it_is_told(
    show: Callable[..., TextView], qtbot: QtBot
) -> None:
    view = show("bisoprolol y angina", Span(0, 10, "DRUG"))
    told: list[str] = []
    view.at_span.connect(told.append)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert [words.partition(" · ")[0] for words in told] == ["Drug: bisoprolol", ""]
