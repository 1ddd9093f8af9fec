"""Settings that hold at once, and the tour of the first start."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage, each
from cardioner_desktop.settings import Settings, read_settings
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.appearance import Appearance
from cardioner_desktop.ui.cheat_sheet import first_key
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog
from tests.ui.desk import LETTER, mark_words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "settings.json"


@pytest.fixture
def preferences(file: Path) -> Preferences:
    return Preferences(file)


@pytest.fixture
def dialog(tiny_packs: Path, preferences: Preferences, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def font_again(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    yield
    qapp.setFont(before)


def show(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()


def open_letter(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    window.open([folder / "letter.txt"])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1)


def test_each_choice_is_kept_at_once(dialog: SettingsDialog, file: Path, qtbot: QtBot) -> None:
    for box, keys in ((dialog.gazetteer, 1), (dialog.labels, 1), (dialog.rules, 1), (dialog.theme, 2)):
        box.setFocus()
        for _ in range(keys):
            qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.gate, Qt.Key.Key_Space)
    dialog.computing.threads.setValue(1)
    assert read_settings(file) == Settings(
        gazetteer="all", labels="english", rules="paper", theme="dark", gate=True, threads=1
    )


def test_restoring_the_defaults_keeps_that_the_tour_was_taken(dialog: SettingsDialog, preferences: Preferences) -> None:
    preferences.change(gazetteer="off", text_size=150, toured=True)
    assert dialog.gazetteer.currentData() == "off"
    dialog.reset.click()
    assert preferences.settings == Settings(toured=True)
    assert dialog.gazetteer.currentData() == "guarded"


def test_a_new_language_is_told_to_wait_for_the_next_start(dialog: SettingsDialog, preferences: Preferences) -> None:
    assert not dialog._notice.isVisible()
    preferences.change(interface="it")
    assert dialog._notice.isVisible()


@pytest.mark.usefixtures("font_again")
def test_theme_and_size_of_text_change_at_once(qapp: QApplication) -> None:
    points = qapp.font().pointSizeF()
    appearance = Appearance(qapp, Settings(theme="dark"))
    assert theme.theme_of(QWidget()) is theme.DARK
    appearance.follow(Settings(theme="light", text_size=200))
    assert qapp.font().pointSizeF() == 2 * points
    assert "font-size: 34pt" in qapp.styleSheet()
    appearance.follow(Settings(theme="light"))
    assert qapp.font().pointSizeF() == points
    appearance.deleteLater()


def test_a_changed_setting_opens_the_pipeline_anew_for_what_comes_next(
    preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    opened: list[str] = []

    def stages() -> Sequence[Stage]:
        opened.append(preferences.settings.gazetteer)
        return [each(mark_words)]

    preferences.change(toured=True)
    window = MainWindow(stages, preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    preferences.change(theme="dark")
    preferences.change(gazetteer="off")
    (tmp_path / "second.txt").write_text("Toma bisoprolol.", encoding="utf-8")
    window.open([tmp_path / "second.txt"])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    assert opened == ["guarded", "off"]


def test_damaged_settings_are_told_once_and_kept_aside(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{rubbish", encoding="utf-8")
    window = MainWindow(lambda: [each(mark_words)], Preferences(file))
    show(window, qtbot)
    assert window.bar.text.startswith("The settings cannot be read, so the defaults are used")
    assert (tmp_path / "settings.damaged.json").read_text(encoding="utf-8") == "{rubbish"
    assert Preferences(file).complaint == ""


def test_settings_that_cannot_be_kept_hold_until_the_window_closes(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    preferences = Preferences(tmp_path / "file" / "settings.json")
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    preferences.change(gazetteer="off")
    assert "cannot be written" in window.bar.text
    assert preferences.settings.gazetteer == "off"


@pytest.fixture
def toured(preferences: Preferences, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    qtbot.waitUntil(lambda: window.customising.tour is not None)
    return window


@pytest.mark.parametrize("where", ["tour", "text", "list"])
def test_escape_ends_the_tour_wherever_the_focus_is(toured: MainWindow, where: str, qtbot: QtBot) -> None:
    place = {"text": toured.page.text, "list": toured.documents.view}.get(where)
    if place is not None:
        place.setFocus()
    qtbot.keyClick(QApplication.focusWidget() or toured, Qt.Key.Key_Escape)
    assert toured.customising.tour is None
    toured.commands.dismiss.trigger()  # a tour that is over hears nothing more


@pytest.mark.parametrize("language", ["en", "es", "it"])
def test_the_letters_of_the_tour_lead_nowhere_else(
    preferences: Preferences, tmp_path: Path, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    speak(qapp, language)
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    qtbot.waitUntil(lambda: window.customising.tour is not None)
    tour = window.customising.tour
    assert tour is not None
    menus = {QKeySequence.mnemonic(action.text()) for action in window.menuBar().actions()}

    def press(button: QPushButton, is_so: Callable[[], bool]) -> None:
        (key,) = [QKeySequence.mnemonic(button.text())]
        assert not key.isEmpty()
        assert key not in menus
        window.page.text.setFocus()
        combination = key[0]
        qtbot.keyClick(window.page.text, combination.key(), combination.keyboardModifiers())
        qtbot.waitUntil(is_so)  # Qt presses a button for a tenth of a second

    text, export = window.page.text, window.tool_bar.widgetForAction(window.commands.export)
    press(tour.next, lambda: tour.step.target is text)
    press(tour.back, lambda: tour.step.target is window.documents)
    press(tour.next, lambda: tour.step.target is text)
    press(tour.next, lambda: tour.step.target is export)
    press(tour.next, lambda: window.customising.tour is None)


def test_the_tour_shows_at_the_first_documents_from_the_keyboard_and_never_again(
    preferences: Preferences, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    assert window.customising.tour is None
    open_letter(window, tmp_path, qtbot)
    qtbot.waitUntil(lambda: window.customising.tour is not None)
    tour = window.customising.tour
    assert tour is not None
    targets = []
    for _ in range(3):
        targets.append(tour.step.target)
        assert tour.geometry().intersects(window.rect())
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Space)
    assert targets == [
        window.documents,
        window.page.text,
        window.tool_bar.widgetForAction(window.commands.export),
    ]
    assert window.customising.tour is None
    assert json.loads(file.read_text(encoding="utf-8"))["toured"] is True
    window.close()
    again = MainWindow(lambda: [each(mark_words)], Preferences(file))
    show(again, qtbot)
    open_letter(again, tmp_path, qtbot)
    assert again.customising.tour is None
    again.commands.tour.trigger()
    assert again.customising.tour is not None


@pytest.mark.usefixtures("font_again")
def test_another_size_of_text_reaches_every_word_of_the_open_window_and_of_the_letter_at_once(
    preferences: Preferences, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    preferences.change(toured=True, theme="light")
    appearance = Appearance(qapp, preferences.settings)
    preferences.changed.connect(lambda _, after: appearance.follow(after))
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    text = window.page.text
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    before = {widget: widget.font().pointSizeF() for widget in shown}
    line = text.fontMetrics().height()
    for percent in (200, 100):
        preferences.change(text_size=percent)
        qtbot.waitUntil(lambda percent=percent: text.font().pointSizeF() == before[text] * percent / 100)
        assert text.document().defaultFont().pointSizeF() == before[text] * percent / 100
        assert text.fontMetrics().height() == pytest.approx(line * percent / 100, abs=2)
        own = {text.viewport(), *text.findChildren(QWidget)}  # which write nothing themselves
        wrong = [
            widget
            for widget in shown
            if widget not in own and widget.font().pointSizeF() != pytest.approx(before[widget] * percent / 100)
        ]
        assert wrong == []
    appearance.deleteLater()


def test_the_tour_teaches_the_keys_of_the_review(preferences: Preferences, tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    qtbot.waitUntil(lambda: window.customising.tour is not None)
    tour = window.customising.tour
    assert tour is not None
    qtbot.keyClick(tour.next, Qt.Key.Key_Return)
    assert tour.step.target is window.page.text
    review = window.commands.review
    for action in (review.next_undecided, review.accept, review.reject, review.undo, window.commands.shortcuts):
        assert first_key(action) in tour.step.words
    tour.end()


def test_esc_skips_the_tour_for_good_and_gives_the_keyboard_back(
    preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(lambda: [each(mark_words)], preferences)
    show(window, qtbot)
    open_letter(window, tmp_path, qtbot)
    qtbot.waitUntil(lambda: window.customising.tour is not None)
    assert window.customising.tour is not None
    assert window.customising.tour.next.hasFocus()
    qtbot.keyClick(window.customising.tour.next, Qt.Key.Key_Escape)
    assert window.customising.tour is None
    assert preferences.settings.toured
    assert window.documents.view.hasFocus()


def test_an_invented_letter_in_each_language_opens_from_the_empty_page(qtbot: QtBot) -> None:
    window = MainWindow(lambda: [each(mark_words)])
    show(window, qtbot)
    for language in ("es", "en", "it"):
        window.empty.example_chosen.emit(language)
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 3)
    assert sorted(entry.id[:2] for entry in window.workspace.model.entries) == ["en", "es", "it"]
