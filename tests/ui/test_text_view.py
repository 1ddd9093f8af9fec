import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Code, Document, Note, Span
from cardioner_desktop.settings import Settings
from cardioner_desktop.ui.appearance import Appearance
from cardioner_desktop.ui.span_index import SpanIndex
from cardioner_desktop.ui.span_words import span_words
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.text_view import TextView
from tests.ui.desk import TEXT, span_of

LINE = "Paciente con insuficiencia cardíaca y fibrilación auricular; toma bisoprolol 2,5 mg cada doce horas, mañana.\n"


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
    assert (
        span_words(document, span)
        == "Drug: <b>&c · Suggested · Score 0.88 · Found by the word list · ATC C07AB07 bisoprolol"
    )
    assert span_words(document, span, html=True).startswith("<b>&lt;b&gt;&amp;c</b><br>Drug<br>Suggested<br>Score 0.88")


def test_the_words_tell_state_and_notes() -> None:
    span = Span(0, 3, "DRUG", notes=(Note("dose?"),))
    words = span_words(Document("a", "sal", spans=(span,)), span, Standing.REJECTED)
    assert words == "Drug: sal · Rejected · Found by the model · Note: dose?"


def test_of_overlapping_mentions_all_are_told_the_innermost_first(show: Callable[..., TextView]) -> None:
    view = show("estenosis mitral", Span(0, 16, "DISEASE"), Span(10, 16, "DRUG"))
    told: list[str] = []
    view.at_span.connect(told.append)
    place_caret(view, 12)
    assert [words.partition(" · ")[0] for words in told[-1].split("   |   ")] == [
        "Drug: mitral",
        "Disease: estenosis mitral",
    ]


def test_steps_stop_at_each_of_the_mentions_that_start_together(show: Callable[..., TextView]) -> None:
    spans = [Span(0, 16, "DISEASE"), Span(0, 9, "DISEASE"), Span(10, 16, "DRUG")]
    view = show("estenosis mitral", *spans)
    seen = []
    for forward in (True, True, True, True, False, False, False):
        view.step(forward=forward)
        seen.append(view.current_span)
    assert seen == [spans[0], spans[1], spans[2], spans[2], spans[1], spans[0], spans[0]]


def test_the_wheel_with_control_zooms_and_tells(show: Callable[..., TextView]) -> None:
    view = show("texto")
    sizes: list[int] = []
    view.zoom_changed.connect(sizes.append)
    for turned in (120, 60, 60, -240):
        event = QWheelEvent(
            *(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton),
            *(Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(view.viewport(), event)
    assert sizes == [110, 120, 100]


def test_the_text_grows_with_the_text_of_the_application(show: Callable[..., TextView], qapp: QApplication) -> None:
    view = show("texto")
    before, font = view.font().pointSizeF(), qapp.font()
    appearance = Appearance(qapp, Settings())
    try:
        appearance.follow(Settings(text_size=200))
        assert view.font().pointSizeF() == pytest.approx(2 * before, rel=0.01)
        assert view.document().defaultFont() == view.font()
    finally:
        qapp.setFont(font)
        appearance.deleteLater()


def place_caret(view: TextView, offset: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.shown.to_qt(offset))
    view.setTextCursor(cursor)


@pytest.fixture(scope="module")
def megabyte() -> Document:
    lines = 1_000_000 // len(LINE)
    spans = [
        Span(number * len(LINE) + start, number * len(LINE) + end, "DISEASE", 0.9)
        for number in range(lines)
        for start, end in ((13, 35), (38, 59))
    ]
    return Document("a", LINE * lines, spans=tuple(spans))


def test_a_megabyte_opens_and_scrolls_without_a_stall(qtbot: QtBot, megabyte: Document) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    index = SpanIndex(megabyte.spans)
    start = time.thread_time()
    view.show_document(megabyte, index)
    view.viewport().grab()
    assert time.thread_time() - start < 0.3  # measured: 0.05 s
    qtbot.waitUntil(lambda: view.is_complete)
    assert time.thread_time() - start < 1.0  # measured: 0.13 s
    paints = []
    for line in range(0, 3_000, 60):
        view.verticalScrollBar().setValue(line)
        start = time.thread_time()
        view.viewport().grab()
        paints.append(time.thread_time() - start)
    assert sorted(paints)[len(paints) // 2] < 0.02  # measured: 0.004 s
    start = time.thread_time()
    for width in (700, 1000, 1600, 1700):
        view.resize(width, 700)
        QApplication.processEvents()
    assert time.thread_time() - start < 0.4  # measured: 0.04 s
