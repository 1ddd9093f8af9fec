"""What the head of a document says, in the real window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from cardioner_desktop.core.policy import Policy
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop


def test_the_page_says_which_labels_nobody_looks_for_in_the_language_of_a_letter(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drugs, both = Policy(thresholds={"DRUG": 0.1}), Policy(thresholds={"ENFERMEDAD": 0.1, "FARMACO": 0.1})
    window.workspace.review.announce({"es": both, "en": drugs})
    (tmp_path / "a.txt").write_text("Takes bisoprolol.", encoding="utf-8")
    drop(window, tmp_path / "a.txt")
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1)
    assert window.page.not_sought == ""  # it was taken for Spanish
    window.workspace.choose_language(["a"], "en")
    qtbot.waitUntil(lambda: window.page.not_sought == "Not looked for in this language (English): Diseases")
