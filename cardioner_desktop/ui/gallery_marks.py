"""Pictures of mentions in every state, of overlaps, of the search and of the entities, at two sizes of text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from cardioner_desktop.core.document import Code, Document, Fragment, Note, Span
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.entity_model import TEXT
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.find_bar import FindBar
from cardioner_desktop.ui.standing import standings_of
from cardioner_desktop.ui.text_view import TextView
from cardioner_desktop.ui.theme import Theme

Keep = Callable[[str, QWidget], None]

_TEXT = """Suggested: hipertensión arterial, bisoprolol.
Confirmed: diabetes mellitus tipo 2, furosemida, and over two lines: insuficiencia cardíaca crónica con fracción de \
eyección reducida de origen isquémico.
Rejected: alergia, sal.
Possible misses: disnea, heparina.
One in another: insuficiencia mitral grave por prolapso. Both confirmed: estenosis aórtica severa.
In two pieces: dolor agudo e intermitente de pecho. Long labels: biopsia endomiocárdica, troponina, marcapasos.
Again: Bisoprolol, BISOPROLOL, furosemida.
"""
_MENTIONS = (
    ("hipertensión arterial", "DISEASE", State.SUGGESTED, 0.97),
    ("bisoprolol", "DRUG", State.SUGGESTED, 0.99),
    ("diabetes mellitus tipo 2", "DISEASE", State.CONFIRMED, 0.95),
    ("furosemida", "DRUG", State.CONFIRMED, 0.91),
    (
        "insuficiencia cardíaca crónica con fracción de eyección reducida de origen isquémico",
        *("DISEASE", State.CONFIRMED, 0.71),
    ),
    ("alergia", "DISEASE", State.REJECTED, 0.55),
    ("sal", "DRUG", State.REJECTED, 0.52),
    ("insuficiencia mitral grave por prolapso", "DISEASE", State.SUGGESTED, 0.8),
    ("prolapso", "DISEASE", State.SUGGESTED, 0.6),
    ("estenosis aórtica severa", "DISEASE", State.CONFIRMED, 0.9),
    ("aórtica", "ANATOMICAL_STRUCTURE", State.CONFIRMED, 0.9),
    ("biopsia endomiocárdica", "DIAGNOSTIC_OR_THERAPEUTIC_PROCEDURE", State.SUGGESTED, 0.7),
    ("troponina", "LABORATORY_RESULT", State.CONFIRMED, 0.9),
    ("marcapasos", "DEVICE", State.SUGGESTED, 0.9),
    ("Bisoprolol", "DRUG", State.CONFIRMED, 0.99),
    ("BISOPROLOL", "DRUG", State.REJECTED, 0.61),
)
_MISSES = (("disnea", "DISEASE", 0.31), ("heparina", "DRUG", 0.28))


def take_marks(application: QApplication, shade: Theme, keep: Keep) -> None:
    """Give `keep` each picture under its name, at 100 and 200 per cent."""
    font = application.font()
    for percent in (100, 200):
        large = application.font()
        large.setPointSizeF(font.pointSizeF() * percent / 100)
        application.setFont(large)
        theme.apply(application, shade, scale=percent / 100)
        _take(keep, percent)
    application.setFont(font)
    theme.apply(application, shade)


def _take(keep_by_name: Keep, percent: int) -> None:
    def keep(name: str, widget: QWidget) -> None:
        keep_by_name(f"{name}-{percent}", widget)

    document, mentions = Document("marks", _TEXT, "es"), _mentions()
    misses = [_span(text, label, score) for text, label, score in _MISSES]
    page = QWidget()
    text, entities = TextView(), EntityPanel()
    find = FindBar(text)
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(text)
    column.addWidget(find)
    splitter = QSplitter(Qt.Orientation.Horizontal, page, handleWidth=1)
    splitter.addWidget(left)
    splitter.addWidget(entities)
    splitter.setSizes([780, 460])
    row = QVBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(splitter)
    page.resize(1240, 760)
    text.show_document(document)
    text.show_mentions(mentions, missed=misses)
    entities.show_mentions(document, standings_of(mentions))
    entities.chosen.connect(text.jump)
    page.show()
    keep("marks", page)
    row_of_drug = entities.model.row_of("DRUG", "bisoprolol") or 0
    entities.view.choose(row_of_drug)
    entities.view.expand(entities.model.index(row_of_drug, TEXT))
    entities.frequencies.chart.setFocus()
    text.jump(_span("estenosis aórtica severa", "DISEASE", 0.9))
    keep("marks-current", page)
    text.jump(mentions[3].span)
    keep("marks-jump", page)
    _drag_end(text, by=QPoint(90, 0))
    keep("marks-drag", page)
    text._drag.cancel()
    find.open()
    find.box.setText("in")
    find.find_next()
    keep("marks-find", page)
    page.close()


def _drag_end(text: TextView, *, by: QPoint) -> None:
    """Take the end of the framed mention and draw it along, without letting go."""
    mark = next(mark for mark in text.marks if mark.span == text.current_span and mark.last)
    start = QPointF(mark.area.right(), mark.area.center().y())
    for kind, place in ((QEvent.Type.MouseButtonPress, start), (QEvent.Type.MouseMove, start + by.toPointF())):
        event = QMouseEvent(
            *(kind, place, text.viewport().mapToGlobal(place)),
            *(Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        )
        QApplication.sendEvent(text.viewport(), event)


def _span(text: str, label: str, score: float, **more: object) -> Span:
    start = _TEXT.index(text)
    return Span(start, start + len(text), label, score, **more)  # type: ignore[arg-type]


def _mentions() -> list[Mention]:
    mentions = [
        Mention(number, _span(text, label, score), state)
        for number, (text, label, state, score) in enumerate(_MENTIONS)
    ]
    start = _TEXT.index("dolor agudo")
    end = _TEXT.index(". Long")
    fragments = (Fragment(start, start + 5), Fragment(_TEXT.index("de pecho"), end))
    mentions.append(Mention(90, Span(start, end, "DISEASE", 0.8, fragments=fragments)))
    again = _TEXT.rindex("furosemida")
    drug = Span(
        *(again, again + 10, "DRUG", None, "gazetteer"),
        codes=(Code("ATC", "C03CA01", "furosemide"),),
        notes=(Note("Dose to be checked"),),
    )
    mentions.append(Mention(91, drug))
    return mentions
