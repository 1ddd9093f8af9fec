"""How mentions look in the text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from cardioner_desktop.core.document import Fragment, Note, Span
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.text_view import TextView
from tests.ui.desk import TEXT, middle_of, span_of


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


def test_each_state_has_a_look_of_its_own_in_black_and_white(show: Callable[..., TextView], qapp: QApplication) -> None:
    for shade in (theme.LIGHT, theme.DARK):
        theme.apply(qapp, shade)
        looks = set()
        for state in (*State, None):
            view = show("sin angina hoy")
            span = Span(4, 10, "DISEASE")
            view.show_mentions(*(([Mention(1, span, state)],) if state else ([],)), missed=[] if state else [span])
            view.moveCursor(QTextCursor.MoveOperation.End)
            looks.add(bytes(view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Mono).constBits()))
        assert len(looks) == 4


def test_rejected_mentions_are_seen_or_left_out(show: Callable[..., TextView]) -> None:
    view = show("sin angina")
    view.show_mentions([Mention(1, Span(4, 10, "DISEASE"), State.REJECTED)])
    view.viewport().grab()
    assert [mark.standing for mark in view.marks] == [Standing.REJECTED]
    view.show_rejected(False)
    view.viewport().grab()
    assert view.marks == []
    view.step(forward=True)
    assert view.current_span is None


def test_the_framed_mention_stays_framed_when_it_is_decided(show: Callable[..., TextView]) -> None:
    span = Span(4, 10, "DISEASE", 0.7)
    view = show("sin angina", span)
    view.jump(span)
    view.show_mentions([Mention(1, replace(span, notes=(Note("x"),)), State.CONFIRMED)])
    assert view.current_span == replace(span, notes=(Note("x"),))
    view.show_mentions([])
    assert view.current_span is None


def test_fragments_are_linked_by_a_line(show: Callable[..., TextView]) -> None:
    view = show("dolor agudo de pecho", Span(0, 20, "DISEASE", fragments=(Fragment(0, 5), Fragment(12, 20))))
    (link,) = view._links
    first, second = view.marks
    assert (first.first, first.last, second.first, second.last) == (True, False, False, True)
    assert abs(link.area.left() - first.area.right()) <= 4
    assert abs(link.area.right() - second.area.left()) <= 4
