"""Pictures of the export, and of two people's annotations side by side; letters and annotations are invented."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.review.adjudicate import Decision, Sides
from cardioner_desktop.review.compare import compare
from cardioner_desktop.ui.compare_window import CompareWindow
from cardioner_desktop.ui.gallery_letters import LETTERS, MENTIONS
from cardioner_desktop.ui.main_window import MainWindow

Keep = Callable[[str, QWidget], None]
Wait = Callable[[Callable[[], bool]], None]

_BRUNO = {
    "insuficiencia cardíaca descompensada": ("insuficiencia cardíaca", "ENFERMEDAD"),
    "metformina": ("metformina", "ENFERMEDAD"),
    "espironolactona": ("espironolactona 25 mg", "FARMACO"),
    "estenosis aórtica moderada": ("", ""),
}


def take_export(window: MainWindow, keep: Keep, wait: Wait) -> None:
    """The export dialog of a window with tagged letters, and the question what to compare."""
    export = window.export
    export.ask()
    export.place.setText("/home/ana/letters-annotated")
    keep("export", export)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "annotation.conf").touch()
        export.place.setText(name)
        export.start.click()
        wait(lambda: not export.busy)
        keep("export-replace", export)
    export.close()
    window.comparing.ask()
    window.comparing.dialog.left.setText("/home/ana/gold")
    keep("compare-ask", window.comparing.dialog)
    window.comparing.dialog.close()


def take_comparison(keep: Keep) -> None:
    """The comparison of two people, before and while somebody decides."""
    window = CompareWindow(compare(*_annotations()), Sides("ana", "bruno"))
    window.resize(1240, 780)
    window.show()
    keep("compare", window)
    with tempfile.TemporaryDirectory() as name:
        window.open_result(Path(name))
        window.decisions.person.setText("eva")
        for decision in (Decision.RIGHT, Decision.LEFT):
            window.decisions.buttons[decision].click()
        keep("adjudicate", window)
        window.close()


def _annotations() -> tuple[list[Document], list[Document]]:
    left, right = [], []
    for name in ("alta-0412", "alta-0413"):
        text = LETTERS[name]
        ana = [found for label, words in MENTIONS.items() for word in words for found in _spans(text, word, label)]
        bruno = []
        for label, words in MENTIONS.items():
            for word in words:
                changed, other = _BRUNO.get(word, (word, label))
                if changed:
                    bruno += _spans(text, changed, other)
        bruno += _spans(text, "disnea de esfuerzo", "ENFERMEDAD")
        left.append(Document(name, text, spans=tuple(_without_inner(ana))))
        right.append(Document(name, text, spans=tuple(_without_inner(bruno))))
    return left, right


def _spans(text: str, word: str, label: str) -> list[Span]:
    found, place = [], text.find(word)
    while place >= 0:
        found.append(Span(place, place + len(word), label, source="file"))
        place = text.find(word, place + 1)
    return found


def _without_inner(spans: list[Span]) -> list[Span]:
    return [
        one
        for one in spans
        if not any(other != one and other.start <= one.start and one.end <= other.end for other in spans)
    ]
