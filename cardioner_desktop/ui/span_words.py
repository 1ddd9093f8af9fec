"""A mention in words, for tooltips, the status line and screen readers: label, text, how it stands, score, source,
codes and notes."""

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.ui.entities import mention
from cardioner_desktop.ui.label_look import title_of
from cardioner_desktop.ui.standing import Standing, standing_name

_LONGEST = 160


def span_words(document: Document, span: Span, standing: Standing = Standing.SUGGESTED, *, html: bool = False) -> str:
    """One line, or with `html` a small page with the text on top."""
    text = mention(document, span)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    facts = [standing_name(standing), score_words(span.score), source_name(span.source)]
    facts.extend(f"{code.system} {code.code} {code.name}".strip() for code in span.codes)
    facts.extend(QCoreApplication.translate("Spans", "Note: {text}").format(text=note.text) for note in span.notes)
    facts = [fact for fact in facts if fact]
    if not html:
        return " · ".join([f"{title_of(span.label)}: {text}", *facts])
    rows = "".join(f"<br>{escape(fact)}" for fact in facts)
    return f"<b>{escape(text)}</b><br>{escape(title_of(span.label))}{rows}"


def score_words(score: float | None) -> str:
    """A score as a sentence part; "" where there is none."""
    if score is None:
        return ""
    return QCoreApplication.translate("Spans", "Score {score}").format(score=score_number(score))


def score_number(score: float) -> str:
    """A score with two digits, as the locale writes it."""
    return QLocale().toString(score, "f", 2)


def source_name(source: str) -> str:
    """Who found a mention, as a person calls it; an unknown source is called by its own name."""
    names = {
        "model": QCoreApplication.translate("Spans", "Found by the model"),
        "gazetteer": QCoreApplication.translate("Spans", "Found by the word list"),
        "person": QCoreApplication.translate("Spans", "Marked by a person"),
        "file": QCoreApplication.translate("Spans", "From a file"),
    }
    return names.get(source, source)
