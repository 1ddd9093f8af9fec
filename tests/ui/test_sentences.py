"""Sentences from below the window, in the language of the window."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import cardioner_desktop
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import brat
from cardioner_desktop.ui import batch_summary
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.sentences import PROBLEMS, SENTENCES, translated

PACKAGE = Path(cardioner_desktop.__file__).parent
BELOW = (
    "*.py",
    *(f"{room}/**/*.py" for room in ("core", "formats", "lists", "reading", "review", "security", "tagging")),
    *("batch/*.py", "sampling/*.py", "privacy/*.py", "ui/folder_batch.py"),
)
EVERYDAY = (*("pack*.py", "pipelines.py"), *(f"{room}/*.py" for room in ("formats", "reading", "review", "tagging")))
"""Where what a person sees in the window day by day comes from."""

AT_MOST = 65
"""Sentences of these that may have no translation; it may only go down."""

_FACT = re.compile(r"\{\w*\}")


def template(node: ast.AST) -> str | None:
    """A string of the sources, with `{}` in the place of each fact."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def sources(rooms: Sequence[str]) -> list[ast.AST]:
    files = (file for room in rooms for file in sorted(PACKAGE.glob(room)))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def raised(tree: ast.AST) -> Iterator[str]:
    """The sentences that errors and failures are made with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if (name.endswith("Error") and name != "ValueError") or name in ("Failure", "Broken"):
                yield from (words for words in map(template, node.args) if words and " " in words)


@pytest.fixture
def spanish(qapp: QApplication) -> None:
    speak(qapp, "es")


def test_what_is_known_is_said_somewhere() -> None:
    said = {template(node) for tree in sources(BELOW) for node in ast.walk(tree)}
    assert [known for known in (*SENTENCES, *PROBLEMS) if _FACT.sub("{}", known) not in said] == []


def test_few_sentences_have_no_translation() -> None:
    known = {_FACT.sub("{}", words) for words in (*SENTENCES, *PROBLEMS)}
    unknown = {words for tree in sources(EVERYDAY) for words in raised(tree)} - known
    assert len(unknown) <= AT_MOST, sorted(unknown)


def test_what_a_batch_of_the_window_says_of_a_document_is_translated(spanish: None) -> None:
    sentence = (
        "/out/a.ann exists already, and this batch did not write it; move it away, or let it be written over (--force)."
    )
    assert translated(sentence).startswith("/out/a.ann ya existe y no lo escribió este lote; retírelo")
    told = batch_summary._in_words("ward/a", "Its text holds half of a surrogate pair, which no file can hold.")
    assert told.startswith("ward/a: Su texto contiene")


def test_an_error_is_told_in_the_language_of_the_window(spanish: None, qtbot: QtBot, tmp_path: Path) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    with pytest.raises(CardioNerError) as caught:
        list(brat.read_folder(tmp_path / "nowhere"))
    bar.say(str(caught.value), Kind.FAILURE)
    assert bar.text.endswith("no es una carpeta; indique una que contenga archivos .txt y .ann.")
    assert bar.text.startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("english", "spanish_words"),
    [
        (
            "ward/a b.pdf is a PDF without text, such as a scan; recognise its text first (OCR).",
            "ward/a b.pdf es un PDF sin texto, como un escaneado; reconozca antes su texto (OCR).",
        ),
        (
            "a.txt holds zero bytes, so it is no text; save it as UTF-8 text.",
            "a.txt contiene bytes nulos, así que no es texto; guárdelo como texto UTF-8.",
        ),
        (
            "T1: T2 ends at 4, the text at 3; correct the offsets, or move the file away to open the text alone.",
            "T1: T2 termina en 4, el texto en 3; corrija las posiciones, o retire el archivo para abrir solo el texto.",
        ),
        ("Nobody knows this sentence.", "Nobody knows this sentence."),
        ("", ""),
    ],
)
def test_facts_are_put_into_the_translation(spanish: None, english: str, spanish_words: str) -> None:
    assert translated(english) == spanish_words


def test_in_english_all_stays_as_it_is(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert translated("a.txt is not UTF-8; save it as UTF-8.") == "a.txt is not UTF-8; save it as UTF-8."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(name=st.text(max_size=30))
def test_any_name_of_a_file_stays_as_it_is(spanish: None, name: str) -> None:
    words = translated(f"{name} is not UTF-8; save it as UTF-8.")
    assert words.endswith(" no es UTF-8; guárdelo como UTF-8.")
    assert words.startswith(name)
