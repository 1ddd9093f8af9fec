"""The window speaks English, Spanish and Italian, and no string is left behind."""

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from cardioner_desktop import linguist
from cardioner_desktop.ui.languages import language_of, speak, translation
from cardioner_desktop.ui.numbers import data_size, number, percent
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog

PLACES = re.compile(r"\{\w+\}|%n|%\d")
LANGUAGES = (*linguist.TRANSLATED, *linguist.PLURALS_ONLY)


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations as they are after an update from the sources."""
    folder = tmp_path_factory.mktemp("i18n")
    for file in linguist.TRANSLATIONS.glob("*.ts"):
        shutil.copy(file, folder)
    linguist.update(folder)
    return folder


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def messages(folder: Path, language: str) -> list[tuple[str, ET.Element]]:
    root = ET.parse(folder / linguist.NAME.format(language=language, kind="ts")).getroot()
    return [
        (context.findtext("name") or "", message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def source(message: ET.Element) -> str:
    return message.findtext("source") or ""


def forms(message: ET.Element) -> list[str]:
    """The translation, or its plural forms."""
    found = message.find("translation")
    assert found is not None
    return [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_sources_is_translated(updated: Path, language: str) -> None:
    """Where this fails: `python -m cardioner_desktop.linguist update`, then translate what is unfinished."""
    unfinished = [
        f"{context}: {source(message)}"
        for context, message in messages(updated, language)
        if not all(forms(message)) or message.find("translation[@type]") is not None
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_of_a_string_that_is_gone(updated: Path, language: str) -> None:
    kept = {(context, source(message)) for context, message in messages(linguist.TRANSLATIONS, language)}
    assert kept == {(context, source(message)) for context, message in messages(updated, language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_and_the_end_of_its_source(updated: Path, language: str) -> None:
    wrong = []
    for _, message in messages(updated, language):
        for form in filter(None, forms(message)):
            places = sorted(PLACES.findall(source(message)))
            if sorted(PLACES.findall(form)) != places or source(message).endswith("…") != form.endswith("…"):
                wrong.append(form)
    assert wrong == []


def test_no_plural_is_asked_of_a_function_that_the_tools_do_not_read() -> None:
    """`QCoreApplication.translate("Context", "%n place(s)", "", number)` works, but lupdate does not see it."""
    lost = []
    for file in sorted((linguist.PACKAGE / "ui").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "translate":
                lost += [f"{file.name}:{node.lineno}" for _ in node.args[3:]]
    assert lost == []


def test_every_string_has_a_class_and_numbers_have_plurals(updated: Path) -> None:
    """A bare `tr` has no context, and `translate` no plurals: `self.tr("%n mention(s)", "", number)` has both."""
    for context, message in messages(updated, "es"):
        assert context, source(message)
        assert ("%n" in source(message)) == (message.get("numerus") == "yes"), source(message)


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize(
    ("language", "settings", "close", "share"),
    [
        ("en", "Settings", "Close", "78.3%"),
        ("es", "Configuración", "Cerrar", "78,3\u00a0%"),
        ("it", "Impostazioni", "Chiudi", "78,3%"),
    ],
)
def test_the_window_and_qt_speak_a_language_and_write_its_numbers(
    qapp: QApplication, language: str, settings: str, close: str, share: str
) -> None:
    assert speak(qapp, language) == language
    dialog = SettingsDialog(Preferences())
    assert dialog.windowTitle() == settings
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    assert button.text().replace("&", "") == close
    assert percent(0.783) == share
    assert number(12345) == {"en": "12,345", "es": "12.345", "it": "12.345"}[language]
    assert data_size(36_512_345) == {"en": "36.5 MB", "es": "36,5 MB", "it": "36,5 MB"}[language]


@pytest.mark.usefixtures("english_again")
def test_plurals_are_those_of_the_language(qapp: QApplication) -> None:
    def told(count: int) -> str:
        return QCoreApplication.translate("DocumentPanel", "%n document(s)", "", count)

    speak(qapp, "en")
    assert (told(1), told(2)) == ("1 document", "2 documents")
    speak(qapp, "it")
    assert (told(1), told(2)) == ("1 documento", "2 documenti")


def test_the_language_of_the_system_is_taken_where_it_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for names, code in ((["es-AR", "es"], "es"), (["de-DE", "de", "it"], "it"), (["fr-FR"], "en"), (["C"], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _, names=names: names)
        assert language_of("system") == code
    assert language_of("it") == "it"


def test_a_checkout_compiles_its_translations_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardioner_desktop.ui.languages.cache_folder", lambda: tmp_path)
    made = translation("es")
    assert made is not None
    assert made.parent == tmp_path / "i18n"
    stamp = made.stat().st_mtime_ns
    assert translation("es") == made
    assert made.stat().st_mtime_ns == stamp


class Listening(QTranslator):
    """Asked before all others, it answers nothing and remembers what Qt wanted to know."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str, str]] = set()

    def translate(self, context: str, source: str, comment: str | None = None, number: int = -1) -> str:
        del number
        self.asked.add((context, source, comment or ""))
        return ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", linguist.TRANSLATED)
def test_qts_own_question_for_files_has_no_english_word(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    (tmp_path / "folder").mkdir()
    speak(qapp, language)
    known = [translator for translator in qapp.findChildren(QTranslator) if not translator.isEmpty()]
    listening = Listening()
    qapp.installTranslator(listening)
    for mode in (QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory, QFileDialog.FileMode.AnyFile):
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        dialog.show()
        qtbot.waitUntil(lambda: any(source == "Folder" for _, source, _ in listening.asked))
        dialog.close()
    qapp.removeTranslator(listening)
    foreign = [
        (context, source)
        for context, source, comment in listening.asked
        if context != "QMimeType" and not any(one.translate(context, source, comment) for one in known)
    ]
    assert foreign == []
    assert len(listening.asked) > 20
