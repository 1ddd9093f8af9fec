"""Each window and dialog can be read by a screen reader, used from the keyboard, and enlarged to 200 %."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardioner_desktop.settings import Settings
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.appearance import Appearance
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.message_bar import Kind
from cardioner_desktop.ui.tagging_progress import TaggingProgress
from tests.ui.desk import LETTER
from tests.ui.surfaces import SURFACES, controls, labels, named_by
from tests.ui.test_theme import contrast

EACH = pytest.mark.parametrize("name", SURFACES)
THEMES = pytest.mark.parametrize("shade", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
LARGE = QSize(1440, 900)  # a laptop's screen, at 200 % of text


@pytest.fixture(autouse=True)
def packs(tiny_packs: Path) -> None:
    """The models page shows the tiny packs."""


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    before = qapp.font()
    appearance = Appearance(qapp, Settings(theme="light"))
    yield appearance
    appearance.deleteLater()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    qapp.setFont(before)


@EACH
def test_every_control_has_a_name(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    surface = SURFACES[name](qtbot, tmp_path)
    found = list(controls(surface))
    assert found
    assert [f"{widget} in {widget.parent()}" for widget in found if not named_by(widget).strip()] == []


@EACH
def test_every_control_is_reached_with_tab_and_shows_that_it_has_the_focus(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    surface = SURFACES[name](qtbot, tmp_path)
    wanted = {
        widget for widget in controls(surface) if widget.isVisible() and widget.isEnabled() and not _shows_only(widget)
    }
    reached: set[QWidget] = set()
    unseen = []
    for _ in range(3 * len(wanted) + 12):
        before = QApplication.focusWidget()
        qtbot.keyClick(before or surface, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in reached:
            continue
        reached.add(here)
        if here in wanted and not _focus_is_seen(here):
            unseen.append(here)
    assert sorted(named_by(widget) for widget in wanted - reached) == []
    assert [named_by(widget) for widget in unseen] == []


def _shows_only(widget: QWidget) -> bool:
    """A bar of progress takes no keys; a text that a person cannot choose from neither."""
    return widget.inherits("QProgressBar")


def _focus_is_seen(widget: QWidget) -> bool:
    """Whether a control looks different with the focus and without."""
    with_focus = widget.grab().toImage()
    widget.clearFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    differing = sum(
        with_focus.pixel(x, y) != without.pixel(x, y)
        for x in range(min(with_focus.width(), without.width()))
        for y in range(min(with_focus.height(), without.height(), 60))
    )
    return differing >= 20


@EACH
@pytest.mark.parametrize("language", ["en", "es", "it"])
def test_nothing_is_cut_off_at_200_per_cent(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, appearance: Appearance, language: str, name: str
) -> None:
    speak(qapp, language)
    appearance.follow(Settings(theme="light", text_size=200))
    surface = SURFACES[name](qtbot, tmp_path)
    surface.window().resize(LARGE)
    qapp.processEvents()
    assert qapp.font().pointSizeF() >= 19
    cut = [label.text() for label in labels(surface) if _is_cut(label)]
    cut += [
        named_by(widget)
        for widget in controls(surface)
        if widget.isVisible() and isinstance(widget, (QAbstractButton, QComboBox, QTabBar)) and _is_narrow(widget)
    ]
    assert cut == []


@pytest.mark.parametrize("language", ["en", "es", "it"])
@pytest.mark.parametrize(("percent", "room"), [(150, QSize(1280, 800)), (200, LARGE)])
def test_the_window_fits_a_small_screen_with_large_text_whatever_it_shows(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, appearance: Appearance, language: str, percent: int, room: QSize
) -> None:
    speak(qapp, language)
    appearance.follow(Settings(theme="light", text_size=percent))
    for name in ("empty", "documents"):
        window = SURFACES[name](qtbot, tmp_path)
        assert isinstance(window, MainWindow)
        window.resize(room)
        qapp.processEvents()
        assert fits(window, room), name
    (tmp_path / f"{'un nombre muy largo ' * 8}.txt").write_text(f"{LETTER}{'angina ' * 40}", encoding="utf-8")
    (tmp_path / "letter-of-another-kind.pdf").write_bytes(b"no pdf")
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 3 and not window.workspace.busy, timeout=20_000)
    review = window.commands.review
    for document in window.documents.shown.ids:
        window.documents.choose(document)
        window.page.text.setFocus()
        for deed in (review.next_undecided, review.accept_sure_in_all, review.filter, window.commands.find):
            deed.trigger()
        window.say("A sentence with a /rather/long/path/without/any/blank/in/it/that/cannot/be/wrapped.", Kind.FAILURE)
        qapp.processEvents()
        assert fits(window, room), document
    window.progress.show_progress(TaggingProgress(1, 10_000, 1, 10_000, 90.0))
    qapp.processEvents()
    assert fits(window, room)


def fits(window: MainWindow, room: QSize) -> bool:
    needed = window.minimumSizeHint().expandedTo(window.size())
    return needed.width() <= room.width() and needed.height() <= room.height()


def test_words_without_room_end_in_dots_and_stand_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("a name that is rather long")
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    assert label.text() == label.accessibleName() == "a name that is rather long"
    assert label.shown.endswith("…")
    label.set_tip("more")
    assert label.toolTip() == "a name that is rather long\nmore"
    label.resize(label.sizeHint())
    assert (label.shown, label.toolTip()) == (label.text(), "more")
    label.setText("short")
    assert label.shown == "short"


def _is_cut(label: QLabel) -> bool:
    if isinstance(label, ElidedLabel):
        return label.shown != label.text() and label.text() not in label.toolTip()
    if label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:  # elided, with a tooltip
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return _is_narrow(label) or label.sizeHint().height() > label.height()


def _is_narrow(widget: QWidget) -> bool:
    return widget.minimumSizeHint().width() > widget.width() or (
        isinstance(widget, (QAbstractButton, QLabel)) and widget.sizeHint().width() > widget.width()
    )


@EACH
@pytest.mark.parametrize("language", ["en", "es", "it"])
def test_no_letter_with_alt_leads_to_two_places(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, appearance: Appearance, language: str, name: str
) -> None:
    """In a window with its open page, and in each menu."""
    del appearance  # which takes the translation away again
    speak(qapp, language)
    surface = SURFACES[name](qtbot, tmp_path)
    assert clashing(mnemonics(surface)) == []
    for menu in surface.findChildren(QMenu):
        menu.aboutToShow.emit()
        assert clashing([action.text() for action in menu.actions() if action.isVisible()]) == [], menu.title()


def mnemonics(surface: QWidget) -> list[str]:
    """The texts whose underlined letters work at the same time."""
    texts = [button.text() for button in surface.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in surface.findChildren(QLabel) if label.isVisible() and label.buddy()]
    texts += [action.text() for bar in surface.findChildren(QMenuBar) for action in bar.actions()]
    for tabs in surface.findChildren(QTabBar):
        texts += [tabs.tabText(place) for place in range(tabs.count()) if tabs.isVisible()]
    return texts


def clashing(texts: Sequence[str]) -> list[list[str]]:
    """Those that have the same letter underlined."""
    of_letter: dict[str, list[str]] = {}
    for text in texts:
        if letter := QKeySequence.mnemonic(text).toString():
            of_letter.setdefault(letter, []).append(text)
    return [found for found in of_letter.values() if len(found) > 1]


def test_texts_with_the_same_letter_are_found() -> None:
    assert clashing(["&Stop", "S&ave", "A && B", "Close"]) == []
    assert clashing(["&Stop", "&Save", "Clo&se"]) == [["&Stop", "&Save", "Clo&se"]]


@EACH
@pytest.mark.parametrize("percent", [100, 200])
def test_a_list_that_drops_down_shows_all_its_rows(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, appearance: Appearance, percent: int, name: str
) -> None:
    appearance.follow(Settings(theme="light", text_size=percent))
    surface = SURFACES[name](qtbot, tmp_path)
    short = []
    for box in surface.findChildren(QComboBox):
        if box.isVisible() and box.isEnabled() and box.count() <= box.maxVisibleItems():
            box.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            box.showPopup()
            qapp.processEvents()
            rows = sum(box.view().sizeHintForRow(row) for row in range(box.count()))
            if box.view().viewport().height() < rows:
                short.append(named_by(box))
            box.hidePopup()
    assert short == []


@THEMES
def test_text_of_the_palette_has_enough_contrast(shade: theme.Theme) -> None:
    palette = theme.palette(shade)
    role = QPalette.ColorRole
    for text, page in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.Link, role.Window),
        (role.BrightText, role.Base),
    ):
        assert contrast(palette.color(text), palette.color(page)) >= 4.5, (text, page)
    for page in (shade.window, shade.page, shade.raised):
        assert contrast(shade.control, page) >= 3
        assert contrast(shade.accent, page) >= 3


@THEMES
def test_text_of_the_style_sheet_has_enough_contrast(shade: theme.Theme) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", theme.style_sheet(shade))
    assert len(rules) > 40
    weak = []
    for selector, block in rules:
        values = dict(re.findall(r"(?:^|[;\s])(background|color|selection-[a-z-]*color): *(#[0-9a-f]{6})", block))
        if ":disabled" in selector:
            continue
        pages = [values["background"]] if "background" in values else [shade.window, shade.page]
        if "color" in values:
            weak += [selector.strip() for page in pages if contrast(values["color"], page) < 4.5]
        if "selection-color" in values:
            page = values["selection-background-color"]
            weak += [selector.strip()] if contrast(values["selection-color"], page) < 4.5 else []
    assert weak == []
