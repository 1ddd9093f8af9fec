"""What the window keeps of letters, for how long, and how a person takes it away; and that dialogs keep nothing."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage
from cardioner_desktop.paths import review_folder
from cardioner_desktop.privacy import crash
from cardioner_desktop.review import autosave
from cardioner_desktop.review.edits import Accept
from cardioner_desktop.settings import read_settings
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog

ROOT = Path(__file__).resolve().parents[2]
Make = Callable[[], MainWindow]


@pytest.fixture
def make(stages: Sequence[Stage], qtbot: QtBot, tmp_path: Path) -> Make:
    def saving() -> MainWindow:
        window = MainWindow(lambda: stages, Preferences(tmp_path / "settings.json"), autosave.start(review_folder()))
        qtbot.addWidget(window)
        window.show()
        return window

    return saving


def corrected(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    """Two letters corrected, the second one closed."""
    window.open([letters])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    for document_id in ("first", "ward/second"):
        letter = window.workspace.review.letter(document_id)
        assert letter is not None
        window.workspace.review.do(Accept(document_id, (letter.mentions[0].id,)))
    window.workspace.remove(["ward/second"])
    assert window.saved.flush()


def journal() -> str:
    return (review_folder() / "review-1.journal").read_text(encoding="ascii")


def answer(button: str) -> None:
    """Press a button of the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(0, press)


def test_deleting_takes_closed_letters_and_reports_and_leaves_open_letters(
    make: Make, letters: Path, qtbot: QtBot
) -> None:
    window = make()
    corrected(window, letters, qtbot)
    crash.keep_words("it broke", where="a test")
    assert "second.txt" in journal()
    purging = window.customising._purging
    answer("&Keep it")
    assert purging.ask(window) == ""
    assert "second.txt" in journal()
    answer("&Delete them")
    assert purging.ask(window).startswith("Deleted.")
    assert "second.txt" not in journal()
    assert "first.txt" in journal()
    assert not crash.reports()
    window.close()


def test_while_another_window_is_open_nothing_is_deleted(make: Make, letters: Path, qtbot: QtBot) -> None:
    window, other = make(), make()
    corrected(window, letters, qtbot)
    answer("&Delete them")
    assert window.customising._purging.ask(window).startswith("Another window saves")
    assert "second.txt" in journal()
    other.close()
    window.close()


@pytest.mark.parametrize(("days", "stays"), [(0, False), (7, True), (None, True)])
def test_closing_the_window_forgets_closed_letters_as_the_settings_say(
    make: Make, letters: Path, qtbot: QtBot, days: int | None, stays: bool
) -> None:
    window = make()
    window.customising.preferences.change(keep_closed=days)
    corrected(window, letters, qtbot)
    window.close()
    assert ("second.txt" in journal()) is stays
    assert "first.txt" in journal()


def test_the_choices_of_privacy_are_kept_and_the_answer_stands_under_the_button(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    dialog = SettingsDialog(Preferences(file))
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.privacy
    form.keep_closed.setCurrentIndex(form.keep_closed.findData(None))
    form.keep_closed.activated.emit(form.keep_closed.currentIndex())
    form.system_dialogs.click()
    assert (read_settings(file).keep_closed, read_settings(file).system_dialogs) == (None, True)
    with qtbot.waitSignal(form.deletion_asked):
        form.delete.click()
    form.say("Deleted.")
    assert form.text == "Deleted."
    dialog.reset.click()
    assert form.keep_closed.currentData() == 90
    assert not form.system_dialogs.isChecked()


ASKS = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from cardioner_desktop.settings import Settings
from cardioner_desktop.ui import asking_files

application = QApplication([])
asking_files.follow(Settings())
if sys.argv[2] == "before":
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/lastVisited", "file:///of/another/program")
    settings.sync()
place = Path(sys.argv[1])
def choose():
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(20, choose)
        return
    dialog.selectFile(str(place if dialog.fileMode() is QFileDialog.FileMode.Directory else place / "Kanarius.txt"))
    dialog.accept()
window = QWidget()
for ask in (asking_files.ask_files, asking_files.ask_folder, asking_files.ask_new_file):
    QTimer.singleShot(0, choose)
    assert ask(window, "title", place=str(place)), ask
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the settings of Qt are no file in HOME")
@pytest.mark.parametrize("before", ["nothing", "before"])
def test_questions_for_files_leave_no_name_of_a_file_or_folder_behind(tmp_path: Path, before: str) -> None:
    place, home = tmp_path / "Kanariusordner", tmp_path / "home"
    place.mkdir()
    home.mkdir()
    (place / "Kanarius.txt").write_text("angina", encoding="utf-8")
    program = tmp_path / "asks.py"
    program.write_text(ASKS, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, program, str(place), before], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    written = {file: file.read_text(encoding="utf-8", errors="replace") for file in home.rglob("*") if file.is_file()}
    assert not [file for file, content in written.items() if "Kanarius" in content + file.name]
    assert any("of/another/program" in content for content in written.values()) is (before == "before")


def test_no_other_module_asks_for_files() -> None:
    asking = {
        file.name
        for file in (ROOT / "cardioner_desktop").rglob("*.py")
        if any("QFileDialog" in named(node) for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    }
    assert asking == {"asking_files.py"}


def named(node: ast.AST) -> set[str]:
    """The names that a piece of code uses or imports; strings, such as what is translated, are none."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    return {alias.name for alias in node.names} if isinstance(node, ast.Import | ast.ImportFrom) else set()
