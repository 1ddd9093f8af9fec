"""A model pack in words, as Markdown: what it finds, how well, how large it is, and its own card."""

import re

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.installing import is_own
from cardioner_desktop.packs import Pack, Score
from cardioner_desktop.ui.documents import language_name
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.numbers import data_size, number, percent

CARD, LICENCE = "CARD.md", "LICENSE"


def facts_of(pack: Pack) -> str:
    """A table of facts, and one of scores."""
    translate = QCoreApplication.translate
    finds = ", ".join(plural_of(label.english) for label in pack.labels)
    origin = translate("PackWords", "added by you") if is_own(pack) else translate("PackWords", "came with the program")
    rows = (
        (translate("PackWords", "Reads"), language_name(pack.language)),
        (translate("PackWords", "Finds"), finds),
        (translate("PackWords", "Version"), pack.version),
        (translate("PackWords", "Engines"), ", ".join(pack.engines)),
        (translate("PackWords", "Size"), data_size(pack.size)),
        (translate("PackWords", "Origin"), origin),
    )
    facts = "\n".join(f"| {_cell(name)} | {_cell(value)} |" for name, value in rows)
    return f"| {_cell(pack.name)} | |\n|---|---|\n{facts}\n\n{_scores(pack)}"


def card_of(pack: Pack) -> str:
    """The pack's own card, as its maker wrote it, without pictures."""
    return re.sub(r"!\[", "[", _read(pack, CARD))


def licence_of(pack: Pack) -> str:
    """The text of the pack's licence; "" where it cannot be read."""
    return _read(pack, LICENCE)


def _read(pack: Pack, name: str) -> str:
    try:
        return (pack.folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _scores(pack: Pack) -> str:
    if not pack.scores:
        return QCoreApplication.translate("PackWords", "This model tells no scores.")
    translate = QCoreApplication.translate
    heads = (
        translate("PackWords", "Strict scores"),
        translate("PackWords", "Precision"),
        translate("PackWords", "Recall"),
        translate("PackWords", "F1"),
        translate("PackWords", "95% interval of F1"),
        translate("PackWords", "Documents"),
    )
    english = {label.name: label.english for label in pack.labels}
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|---|---|---|"]
    lines += [_score(score, plural_of(english.get(score.label, score.label))) for score in pack.scores]
    return "\n".join(lines)


def _score(score: Score, label: str) -> str:
    values = (
        _cell(label),
        percent(score.precision),
        percent(score.recall),
        percent(score.f1),
        f"{percent(score.low)} – {percent(score.high)}",
        number(score.documents),
    )
    return f"| {' | '.join(values)} |"


def _cell(words: str) -> str:
    """Text of a pack as plain words of a table: no marks of Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>|#!])", r"\\\1", words)
