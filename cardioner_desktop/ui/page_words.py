"""The words of exported web pages and of a batch's summary, in the language of the window; `formats.html` and
`batch.report_words` say them in English."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from cardioner_desktop.formats.kinds import Format, worded
from cardioner_desktop.ui.languages import NAMES
from cardioner_desktop.ui.sentences import translated

_KNOWN = (
    QT_TRANSLATE_NOOP("Pages", "Documents"),
    QT_TRANSLATE_NOOP("Pages", "Model pack {pack} {version}, SHA-256 {sha256}"),
    QT_TRANSLATE_NOOP("Pages", "reviewed by a person"),
    QT_TRANSLATE_NOOP("Pages", "confirmed"),
    QT_TRANSLATE_NOOP("Pages", "model"),
    QT_TRANSLATE_NOOP("Pages", "gazetteer"),
    QT_TRANSLATE_NOOP("Pages", "person"),
    QT_TRANSLATE_NOOP("Pages", "file"),
    QT_TRANSLATE_NOOP("Pages", "page"),
    QT_TRANSLATE_NOOP("Pages", "paragraph"),
    QT_TRANSLATE_NOOP("Pages", "table"),
    QT_TRANSLATE_NOOP("Pages", "row"),
    QT_TRANSLATE_NOOP("Pages", "header"),
    QT_TRANSLATE_NOOP("Pages", "footer"),
    QT_TRANSLATE_NOOP("Pages", "footnotes"),
    QT_TRANSLATE_NOOP("Pages", "text box"),
    QT_TRANSLATE_NOOP("Pages", "attachment"),
    QT_TRANSLATE_NOOP("Pages", "Batch summary"),
    QT_TRANSLATE_NOOP("Pages", "Documents done"),
    QT_TRANSLATE_NOOP("Pages", "Failed"),
    QT_TRANSLATE_NOOP("Pages", "Files not done yet"),
    QT_TRANSLATE_NOOP("Pages", "Inputs that are not there any more (their outputs stay)"),
    QT_TRANSLATE_NOOP("Pages", "Characters"),
    QT_TRANSLATE_NOOP("Pages", "Mentions"),
    QT_TRANSLATE_NOOP("Pages", "Time of work"),
    QT_TRANSLATE_NOOP("Pages", "Documents per second"),
    QT_TRANSLATE_NOOP("Pages", "Documents in language {language}"),
    QT_TRANSLATE_NOOP("Pages", "None was found."),
    QT_TRANSLATE_NOOP("Pages", "Most frequent names"),
    QT_TRANSLATE_NOOP("Pages", "Most frequent names of {label}"),
    QT_TRANSLATE_NOOP("Pages", "Mentions per document"),
    QT_TRANSLATE_NOOP("Pages", "Mentions of {label} per document"),
    QT_TRANSLATE_NOOP("Pages", "mentions in a document"),
    QT_TRANSLATE_NOOP("Pages", "documents"),
    QT_TRANSLATE_NOOP("Pages", "Scores"),
    QT_TRANSLATE_NOOP("Pages", "Scores of {label}"),
    QT_TRANSLATE_NOOP("Pages", "score from"),
    QT_TRANSLATE_NOOP("Pages", "mentions"),
    QT_TRANSLATE_NOOP("Pages", "time of work, all runs together"),
    QT_TRANSLATE_NOOP("Pages", "documents/s"),
    QT_TRANSLATE_NOOP("Pages", "Throughput"),
    QT_TRANSLATE_NOOP("Pages", "Failures"),
    QT_TRANSLATE_NOOP("Pages", "None."),
    QT_TRANSLATE_NOOP("Pages", "The first {shown} of {number}."),
    QT_TRANSLATE_NOOP("Pages", "Document"),
    QT_TRANSLATE_NOOP("Pages", "Why"),
    QT_TRANSLATE_NOOP("Pages", "Made with"),
    QT_TRANSLATE_NOOP("Pages", "Program"),
    QT_TRANSLATE_NOOP("Pages", "Pack {pack} {version}"),
    QT_TRANSLATE_NOOP("Pages", "default"),
    QT_TRANSLATE_NOOP("Pages", "Formats"),
    QT_TRANSLATE_NOOP("Pages", "Runs"),
    QT_TRANSLATE_NOOP(
        "Pages",
        "Made by CardioNER Desktop on {time}. A research and documentation aid, not a medical device. "
        "This page holds names of files and words of mentions: treat it as you treat the letters.",
    ),
)
KNOWN = frozenset(map(str, _KNOWN))
"""All that the pages say themselves."""


def said(words: str) -> str:
    """Words of a page in the language of the window, or a sentence that an error says; for any thread."""
    return QCoreApplication.translate("Pages", words) if words in KNOWN else translated(words)


def page_language() -> str:
    """The code of the language that `said` speaks."""
    code = QLocale().name().partition("_")[0]
    return code if code in NAMES else "en"


def spoken(form: Format) -> Format:
    """The format as one whose pages speak the language of the window."""
    return worded(form, say=said, language=page_language())
