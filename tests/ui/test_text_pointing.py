"""Mouse and caret in the text: selecting, framing, dragging an edge, menus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.text_view import TextView
from tests.ui.desk import TEXT, middle_of


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


def test_a_click_frames_the_innermost_mention_and_beside_it_none(show: Callable[..., TextView], qtbot: QtBot) -> None:
    outer, inner = Span(0, 16, "DISEASE"), Span(10, 16, "DISEASE")
    view = show("estenosis mitral y otra cosa", outer, inner)
    told: list[Span | None] = []
    view.current_changed.connect(told.append)
    for offset in (12, 3, 22):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, offset))
    assert told == [inner, outer, None]


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ("🙂 Toma", "🙂 Toma"),
        (" bisoprolol.\r\n", "bisoprolol."),
        ("cardi", "cardi\u0301"),
        (".\r\nInsuficiencia", ".\r\nInsuficiencia"),
        ("👩", "👩\u200d⚕\ufe0f"),
    ],
)
def test_what_is_selected_is_told_in_whole_characters_without_blanks(
    show: Callable[..., TextView], chosen: str, text: str
) -> None:
    view = show(TEXT)
    start = TEXT.index(chosen)
    view.select(start, start + len(chosen))
    offsets = view.selection_offsets()
    assert offsets is not None
    assert TEXT[slice(*offsets)] == text


def test_without_a_selection_there_are_no_offsets(show: Callable[..., TextView]) -> None:
    view = show(TEXT)
    assert view.selection_offsets() is None
    view.select(1, 2)
    assert view.selection_offsets() is None


@pytest.mark.parametrize("word", ["cardi\u0301aca", "bisoprolol", "angina"])
def test_a_double_click_selects_the_whole_word(show: Callable[..., TextView], qtbot: QtBot, word: str) -> None:
    view = show(TEXT)
    offset = TEXT.index(word) + 2
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, offset))
    offsets = view.selection_offsets()
    assert offsets is not None
    assert TEXT[slice(*offsets)] == word


def drag(view: TextView, qtbot: QtBot, edge: float, to: QPoint, *, let_go: bool = True, exact: bool = False) -> None:
    """Take the edge at an x of the framed mention's first line to another point."""
    mark = next(mark for mark in view.marks if mark.span == view.current_span)
    start = QPoint(round(edge), round(mark.area.center().y()))
    keys = Qt.KeyboardModifier.ControlModifier if exact else Qt.KeyboardModifier.NoModifier
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for point in ((start + to) / 2, to):
        move = QMouseEvent(
            *(QEvent.Type.MouseMove, point.toPointF(), view.viewport().mapToGlobal(point).toPointF()),
            *(Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, keys),
        )
        QApplication.sendEvent(view.viewport(), move)
    if let_go:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=to)


def test_an_edge_is_dragged_from_word_to_word(show: Callable[..., TextView], qtbot: QtBot) -> None:
    text = "una estenosis mitral grave hoy"
    span = Span(4, 20, "DISEASE", 0.9)
    view = show(text, span)
    view.jump(span)
    view.viewport().grab()
    dragged: list[tuple[Span, int, int]] = []
    view.boundary_dragged.connect(lambda *values: dragged.append(values))
    (mark,) = view.marks
    drag(view, qtbot, mark.area.right(), middle_of(view, text.index("ve hoy")))
    drag(view, qtbot, mark.area.left(), middle_of(view, text.index("itral")))
    drag(view, qtbot, mark.area.right(), middle_of(view, 17), exact=True)
    assert [(span, text[start:end]) for span, start, end in dragged[:2]] == [
        (span, "estenosis mitral grave"),
        (span, "mitral"),
    ]
    assert text[slice(*dragged[2][1:])] in ("estenosis mit", "estenosis mitr")
    assert view.current_span == span


def test_escape_and_a_drag_back_change_nothing(show: Callable[..., TextView], qtbot: QtBot) -> None:
    text = "una estenosis mitral grave hoy"
    span = Span(4, 20, "DISEASE")
    view = show(text, span)
    view.jump(span)
    view.viewport().grab()
    dragged: list[object] = []
    view.boundary_dragged.connect(lambda *values: dragged.append(values))
    (mark,) = view.marks
    drag(view, qtbot, mark.area.right(), middle_of(view, 25), let_go=False)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, 25))
    drag(view, qtbot, mark.area.right(), middle_of(view, 19))
    assert dragged == []
    assert not view.textCursor().hasSelection()


def test_a_menu_is_asked_for_with_the_mention_by_mouse_and_keyboard(show: Callable[..., TextView]) -> None:
    span = Span(4, 10, "DISEASE")
    view = show("sin angina hoy", span)
    asked: list[Span | None] = []
    view.context_wanted.connect(lambda _, span: asked.append(span))
    for offset in (6, 12):
        point = middle_of(view, offset)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point)))
    view.jump(span)
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert asked == [span, None, span]
    assert view.current_span == span
