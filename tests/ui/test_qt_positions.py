import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from cardioner_desktop.ui import qt_positions
from cardioner_desktop.ui.qt_positions import ShownText

LETTERS = st.one_of(
    st.sampled_from(
        ["\r", "\n", "\r\n", "\u2028", "\u2029", "\ufdd0", "\0", "e\u0301", "👩‍⚕️", "𝔞", "🙂", "ñ", " ", "\t"]
    ),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(LETTERS, max_size=60).map("".join)


def in_qt(text: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(text)
    return document


def between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def one_kind_of_line_end(text: str) -> str:
    return re.sub("\r\n|[\r\u2029\ufdd0\ufdd1]", "\n", text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_qt_shows_the_same_text_between_the_converted_positions(
    qapp: QApplication, text: str, data: st.DataObject
) -> None:
    shown = ShownText(text)
    document = in_qt(shown.text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if text[start - 1 : start + 1] == "\r\n" and start:
        start += 1
        end = max(start, end)
    found = between(document, shown.to_qt(start), shown.to_qt(end))
    assert one_kind_of_line_end(found) == one_kind_of_line_end(text[start:end])
    assert document.characterCount() - 1 == shown.to_qt(len(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_offset_comes_back_but_the_one_inside_a_line_end(text: str) -> None:
    shown = ShownText(text)
    for offset in range(len(text) + 1):
        inside = offset > 0 and text[offset - 1 : offset + 1] == "\r\n"
        assert shown.to_original(shown.to_qt(offset)) == (offset + 1 if inside else offset)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(LETTERS, st.text("xé 🙂\u0301", min_size=5, max_size=30)), max_size=30).map("".join))
def test_a_long_line_is_shown_in_pieces_and_copied_whole(text: str) -> None:
    limits = qt_positions.LONGEST_PARAGRAPH, qt_positions._NEAR
    qt_positions.LONGEST_PARAGRAPH, qt_positions._NEAR = 8, 4
    try:
        shown = ShownText(text)
    finally:
        qt_positions.LONGEST_PARAGRAPH, qt_positions._NEAR = limits
    assert all(len(line) <= 8 for line in re.split("[\n\u2029\ufdd0\ufdd1]", shown.text))
    assert shown.between(0, len(shown.text.encode("utf-16-le")) // 2) == text
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] != "\r\n":
            assert shown.to_original(shown.to_qt(offset)) == offset


def test_a_megabyte_without_a_blank_is_cut_into_paragraphs() -> None:
    shown = ShownText("x" * 1_000_000)
    assert max(map(len, shown.text.split("\n"))) == qt_positions.LONGEST_PARAGRAPH
    assert shown.to_qt(8_000) == 8_001
    assert shown.to_original(8_001) == 8_000


@pytest.mark.parametrize(
    ("before", "cut"), [("a" * 7_990 + " " + "b" * 50, 7_991), ("a" * 7_999 + "e\u0301" * 20, 7_999)]
)
def test_a_long_line_is_cut_after_a_blank_and_never_before_a_combining_mark(before: str, cut: int) -> None:
    assert ShownText(before).text.index("\n") == cut
