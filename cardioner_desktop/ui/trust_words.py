"""The words of the report on a drawn set, in the language of the window; `sampling.page` says them in English."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_KNOWN = (
    QT_TRANSLATE_NOOP("Trust", "Precision and recall here"),
    QT_TRANSLATE_NOOP(
        "Trust", "{reviewed} of {drawn} drawn documents are reviewed. They stand for {documents} documents."
    ),
    QT_TRANSLATE_NOOP("Trust", "Model pack {pack} {version}, SHA-256 {sha256}"),
    QT_TRANSLATE_NOOP("Trust", "precision"),
    QT_TRANSLATE_NOOP("Trust", "recall"),
    QT_TRANSLATE_NOOP("Trust", "F1"),
    QT_TRANSLATE_NOOP("Trust", "right"),
    QT_TRANSLATE_NOOP("Trust", "found"),
    QT_TRANSLATE_NOOP("Trust", "there"),
    QT_TRANSLATE_NOOP("Trust", "stratum"),
    QT_TRANSLATE_NOOP("Trust", "documents"),
    QT_TRANSLATE_NOOP("Trust", "drawn"),
    QT_TRANSLATE_NOOP("Trust", "reviewed"),
    QT_TRANSLATE_NOOP("Trust", "no mention"),
    QT_TRANSLATE_NOOP("Trust", "few mentions"),
    QT_TRANSLATE_NOOP("Trust", "many mentions"),
    QT_TRANSLATE_NOOP("Trust", "all surer"),
    QT_TRANSLATE_NOOP("Trust", "some less sure"),
    QT_TRANSLATE_NOOP("Trust", "unknown language"),
    QT_TRANSLATE_NOOP("Trust", "all"),
    QT_TRANSLATE_NOOP("Trust", "Documents"),
    QT_TRANSLATE_NOOP("Trust", "Method"),
    QT_TRANSLATE_NOOP(
        "Trust",
        "Documents were drawn at random within strata (language, number of mentions, least sure score). Precision, "
        "recall and F1 are combined ratio estimates (Cochran 1977, 6.11); the 95 % intervals are the wider of Wilson's "
        "for the effective number of mentions (Korn and Graubard 1998) and Hall's (1992). A mention is right where "
        "label, start and end are.",
    ),
    QT_TRANSLATE_NOOP(
        "Trust",
        "Whoever reviews sees the suggestions, so mentions that nobody suggested are overlooked more easily: recall "
        "may be lower than shown. Where a few letters hold most of the errors, fifty letters say little; review two "
        "hundred.",
    ),
    QT_TRANSLATE_NOOP(
        "Trust",
        "Mentions of {label} in letters of the language {language} do not count, as no pack looks for them there: "
        "{number}.",
    ),
)
KNOWN = frozenset(map(str, _KNOWN))
"""All that `sampling.page` says."""


def said(words: str) -> str:
    """Words of the report in the language of the window."""
    return QCoreApplication.translate("Trust", words)
