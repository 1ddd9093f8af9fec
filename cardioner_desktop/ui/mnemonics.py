"""Letters with Alt: each leads to one place of a menu or of the window, whatever the language."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QMenu, QWidget


def tell_apart(menu: QMenu) -> None:
    """Whenever the menu opens, let no two of its entries have the same letter underlined."""
    menu.aboutToShow.connect(lambda: _put(menu))


def free_in(window: QWidget, texts: Sequence[str], *, but: QWidget) -> list[str]:
    """The texts with letters of their own underlined that lead nowhere else in what is seen of a window; what lies in
    `but` is not asked."""
    others = [action.text() for action in window.menuBar().actions()] if isinstance(window, QMainWindow) else []
    for widget in window.findChildren(QWidget):
        if but.isAncestorOf(widget) or not widget.isVisibleTo(window) or widget.window() is not window:
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            others.append(widget.text())
    taken = [text for text in others if not QKeySequence.mnemonic(text).isEmpty()]
    return distinct([*taken, *texts])[len(taken) :]


def distinct(texts: Sequence[str]) -> list[str]:
    """The texts with letters of their own underlined: the one that the text has where it is free, else the first one
    that is; none where there is none."""
    taken: set[str] = set()
    result = []
    for text in texts:
        letter = QKeySequence.mnemonic(text).toString()
        if letter and letter in taken:
            text, letter = _another(text, taken)
        if letter:
            taken.add(letter)
        result.append(text)
    return result


def _another(text: str, taken: set[str]) -> tuple[str, str]:
    """The text with another letter underlined, and that letter as a key; both without where all are taken."""
    plain = text.replace("&", "")  # no text of a menu has a real one
    for place, character in enumerate(plain):
        marked = f"{plain[:place]}&{plain[place:]}"
        letter = QKeySequence.mnemonic(marked).toString()
        if character.isalnum() and letter and letter not in taken:
            return marked, letter
    return plain, ""


def _put(menu: QMenu) -> None:
    actions = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    for action, text in zip(actions, distinct([action.text() for action in actions]), strict=True):
        if action.text() != text:
            action.setText(text)
