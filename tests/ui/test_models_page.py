"""Models and word lists through the real page."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cardioner_desktop.machine import Machine
from cardioner_desktop.packs import MANIFEST, read_pack
from cardioner_desktop.paths import lists_folder
from cardioner_desktop.ui.import_dialog import ImportDialog
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.pack_questions import Taking
from cardioner_desktop.ui.pack_words import card_of, facts_of
from cardioner_desktop.ui.preferences import Preferences


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders of one's own packs and lists, empty; the tiny packs came with the program."""
    monkeypatch.setenv("CARDIONER_PACKS", f"{tmp_path / 'own'}{os.pathsep}{tiny_packs}")
    monkeypatch.setenv("CARDIONER_LISTS", str(tmp_path / "lists"))
    return tmp_path / "own"


@pytest.fixture
def preferences(own_settings: Path) -> Preferences:
    return Preferences(own_settings)


@pytest.fixture
def page(own: Path, preferences: Preferences, qtbot: QtBot) -> ModelsPage:
    page = ModelsPage(preferences)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.is_settled)
    return page


@pytest.fixture
def renamed(tiny_packs: Path, tmp_path: Path) -> Path:
    """A good pack with a name of its own."""
    copy = Path(shutil.copytree(tiny_packs / "es", tmp_path / "copy"))
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    (copy / MANIFEST).write_text(text.replace('name = "es"', 'name = "es-ward"', 1), encoding="utf-8")
    return copy


TRIAL = 60_000
"""Milliseconds that a model may take to be tried in a process of its own on a busy machine."""


def titles(page: ModelsPage) -> list[str]:
    return [page.packs.list.item(row).text() for row in range(page.packs.list.count())]


def press(button: str) -> Callable[[], None]:
    """Press a button of the question that is open."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    return answer


def test_the_page_shows_each_model_with_its_scores_and_card(page: ModelsPage) -> None:
    assert titles(page) == ["English: en 0.0.1", "Spanish: es 0.0.1", "Italian: it 0.0.1"]
    page.packs.list.setCurrentRow(1)
    text = page.packs.page.toPlainText()
    for words in ("Diseases, Drugs", "0.0.1", "ct2", "came with the program", "precision", "95% interval"):
        assert words in text
    assert "CardioNER pack es" in text
    assert not page.packs.remove.isEnabled()


@pytest.mark.parametrize(
    ("language", "scores", "card", "said"),
    [
        ("en", "Scores, as", "The card of the model", "The card is in English"),
        ("es", "Puntuaciones, tal", "La ficha del modelo", "La ficha está en inglés"),
        ("it", "Punteggi, come", "La scheda del modello", "La scheda è in inglese"),
    ],
)
def test_the_words_round_a_card_are_those_of_the_window_and_say_that_the_card_is_english(
    tiny_packs: Path, qapp: QApplication, language: str, scores: str, card: str, said: str
) -> None:
    speak(qapp, language)
    pack = read_pack(tiny_packs / "es")
    page = facts_of(pack, None)
    places = [page.index(words) for words in (scores, card, said)]
    assert places == sorted(places)
    assert said not in card_of(pack)


def test_checking_tells_whether_all_files_are_as_they_were_packed(
    page: ModelsPage, tiny_packs: Path, tmp_path: Path, own: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.packs.check, Qt.MouseButton.LeftButton)
    assert page.packs.progress.isVisible()
    qtbot.waitUntil(lambda: not page.packs.busy)
    assert page.packs.words.text() == "All files of en are as they were packed (SHA-256)."
    shutil.copytree(tiny_packs / "it", own / "it")
    (own / "it" / "tokenizer.json").write_text("{}", encoding="utf-8")
    page.packs.refresh(name="it")
    page.packs.check.click()
    qtbot.waitUntil(lambda: not page.packs.busy)
    assert page.packs.words.text().startswith("The file tokenizer.json of pack it is not the one that was packed")


def test_a_model_is_added_used_and_removed(
    page: ModelsPage, preferences: Preferences, renamed: Path, own: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(renamed))
    with qtbot.waitSignal(page.changed, timeout=TRIAL):
        page.packs.add_folder.click()
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert page.packs.words.text() == "es-ward 0.0.1 is checked and installed."
    assert (own / "es-ward" / MANIFEST).is_file()
    assert "Spanish: es-ward 0.0.1" in titles(page)
    assert "Spanish: es 0.0.1 (not used)" in titles(page)
    page.packs.list.setCurrentRow(titles(page).index("Spanish: es 0.0.1 (not used)"))
    assert page.packs.use.text() == "&Use for Spanish"
    page.packs.use.click()
    assert dict(preferences.settings.packs) == {"es": "es"}
    page.packs.list.setCurrentRow(titles(page).index("Spanish: es-ward 0.0.1 (not used)"))
    QTimer.singleShot(0, page, press("Keep it"))
    page.packs.remove.click()
    assert (own / "es-ward").exists()
    QTimer.singleShot(0, page, press("Delete it"))
    with qtbot.waitSignal(page.changed, timeout=TRIAL):
        page.packs.remove.click()
    assert not (own / "es-ward").exists()
    assert titles(page) == ["English: en 0.0.1", "Spanish: es 0.0.1", "Italian: it 0.0.1"]


def test_a_model_that_is_there_is_replaced_only_where_the_person_agrees(
    page: ModelsPage, renamed: Path, own: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.packs.add(renamed)
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    text = (renamed / MANIFEST).read_text(encoding="utf-8")
    (renamed / MANIFEST).write_text(text.replace('version = "0.0.1"', 'version = "0.0.2"', 1), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(renamed))
    for answer, version in (("Keep it", "0.0.1"), ("Replace it", "0.0.2")):
        QTimer.singleShot(0, page, press(answer))
        page.packs.add_folder.click()
        qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
        assert f"Spanish: es-ward {version}" in titles(page)


def versioned(folder: Path, version: str, before: str) -> Path:
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(text.replace(f'version = "{before}"', f'version = "{version}"', 1), encoding="utf-8")
    return folder


def test_a_person_goes_back_to_the_version_before(page: ModelsPage, renamed: Path, qtbot: QtBot) -> None:
    page.packs.add(renamed)
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert not page.packs.back.isVisible()
    page.packs.add(versioned(renamed, "0.0.2", "0.0.1"), how=Taking(replace_old=True))
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert page.packs.back.text() == "Go &back to 0.0.1"
    with qtbot.waitSignal(page.changed, timeout=TRIAL):
        page.packs.back.click()
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert page.packs.words.text() == "es-ward 0.0.1 is back."
    assert "Spanish: es-ward 0.0.1" in titles(page)
    assert page.packs.back.text() == "Go &back to 0.0.2"


def test_an_older_model_is_taken_only_where_the_person_wants_it(
    page: ModelsPage, tiny_packs: Path, tmp_path: Path, own: Path, qtbot: QtBot
) -> None:
    older = versioned(Path(shutil.copytree(tiny_packs / "es", tmp_path / "older")), "0.0.0", "0.0.1")
    QTimer.singleShot(0, page, press("Keep it"))
    page.packs.ask_to_add(older)
    assert not page.packs.busy
    assert not own.exists()
    QTimer.singleShot(0, page, press("Take the older one"))
    page.packs.ask_to_add(older)
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert "Spanish: es 0.0.0" in titles(page)


def test_a_model_that_does_not_work_here_is_told_and_the_old_one_stays(
    page: ModelsPage, renamed: Path, own: Path, qtbot: QtBot
) -> None:
    text = (renamed / MANIFEST).read_text(encoding="utf-8")
    for label in read_pack(renamed).labels:
        text = text.replace(f"threshold = {label.threshold}", "threshold = 1.0")
    (renamed / MANIFEST).write_text(text, encoding="utf-8")
    page.packs.add(renamed)
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=TRIAL)
    assert "does not work on this computer" in page.packs.words.text()
    assert titles(page) == ["English: en 0.0.1", "Spanish: es 0.0.1", "Italian: it 0.0.1"]


def test_what_is_no_model_is_refused_in_one_sentence(
    page: ModelsPage, tmp_path: Path, own: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.zip").write_bytes(b"Paciente con angina.")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.zip"), ""))
    page.packs.add_zip.click()
    qtbot.waitUntil(lambda: not page.packs.busy)
    assert page.packs.words.text().startswith("letter.zip is not a whole, open zip file")
    assert not own.exists()


def test_the_card_of_a_stranger_fetches_nothing_and_brings_no_html(page: ModelsPage, renamed: Path) -> None:
    (renamed / "CARD.md").write_text(
        "# A pack\n\n![x](https://example.org/x.png) <script>alert(1)</script> <b>bold</b> [link](https://example.org)\n",
        encoding="utf-8",
    )
    browser = page.packs.page
    browser.show_facts("<h2>x</h2>", (renamed / "CARD.md").read_text(encoding="utf-8"))
    assert "<script>" not in browser.toHtml()
    assert browser.loadResource(2, "https://example.org/x.png") is None
    assert not browser.openLinks()


def test_a_list_is_imported_shown_and_removed(
    page: ModelsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = page.lists
    page.tabs.setCurrentWidget(lists)
    (tmp_path / "ward.tsv").write_text("name\tatc\nbisoprolol\tC07AB07\nsacubitril\t\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "ward.tsv"), ""))

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        assert dialog.name.text() == "ward"
        dialog.language.setCurrentIndex(dialog.language.findData("it"))
        dialog.accept_button.click()

    QTimer.singleShot(0, page, accept)
    with qtbot.waitSignal(page.changed):
        lists.import_button.click()
    assert lists.words.text() == "ward is imported: Drugs: 2."
    assert (lists_folder() / "it" / "ward.tsv").is_file()
    assert [lists.table.item(0, column).text() for column in range(3)] == ["ward", "Italian", "Drugs: 2"]
    lists.table.selectRow(0)
    qtbot.waitUntil(lambda: not lists.busy)
    QTimer.singleShot(0, page, press("Delete it"))
    with qtbot.waitSignal(page.changed):
        lists.remove.click()
    assert not (lists_folder() / "it" / "ward.tsv").exists()
    assert lists.table.rowCount() == 0


def test_a_file_that_is_no_list_is_one_sentence(page: ModelsPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "x.csv").write_text("only words here\n", encoding="utf-8")
    dialog = ImportDialog(tmp_path / "x.csv")
    qtbot.addWidget(dialog)
    page.lists.start_import(dialog.wish)
    qtbot.waitUntil(lambda: not page.lists.busy)
    assert page.lists.words.text().startswith("x.csv is none of the lists that can be recognised")


def test_the_page_says_what_this_computer_can_do(page: ModelsPage) -> None:
    computer = page.computer
    assert "can be used" in computer.words.text()
    computer.show_machine(Machine("Slow One", 1, 0, (), 0))
    assert "none of the instructions" in computer.words.text()
    assert "Memory" not in computer.words.text()
    cuda = computer.form.device.findData("cuda")
    assert not computer.form.device.model().item(cuda).isEnabled()
    computer.show_machine(Machine("Fast One", 8, 2**34, ("AVX2", "VNNI"), 1))
    assert "the fastest kind" in computer.words.text()
    assert computer.form.device.model().item(cuda).isEnabled()


def test_a_model_of_the_site_that_hides_a_newer_one_says_so(own: Path, tiny_packs: Path, page: ModelsPage) -> None:
    shutil.copytree(tiny_packs / "es", own / "es")
    page.packs.refresh(name="es")
    assert "hides" not in page.packs.words.text()
    manifest = own / "es" / MANIFEST
    older = manifest.read_text(encoding="utf-8").replace('version = "0.0.1"', 'version = "0.0.0"', 1)
    manifest.write_text(older, encoding="utf-8")
    page.packs.refresh(name="es")
    assert (
        page.packs.words.text() == "es 0.0.0 of this site hides the newer 0.0.1 of the program; remove it to use that."
    )
    assert page.packs.words.isVisible()
