"""A model pack in words: what it finds, how well, how large it is, its own card and its licence."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.installing import is_own
from cardioner_desktop.packs import Pack
from cardioner_desktop.security.trust import Verdict
from cardioner_desktop.ui.documents import language_name
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.numbers import data_size, number, percent
from cardioner_desktop.ui.pack_signer import signer_words

CARD, LICENCE = "CARD.md", "LICENSE"


def facts_of(pack: Pack, verdict: Verdict | None) -> str:
    """A page of facts and scores, in HTML, down to the heading of the card; `verdict` is what its signature says."""
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
        *([(translate("PackWords", "Signature"), signer_words(verdict))] if verdict else []),
    )
    title = translate("PackWords", "{language}: {name}").format(language=rows[0][1], name=pack.name)
    facts = "".join(_row((name, value)) for name, value in rows)
    return f"<h2>{escape(title)}</h2><table cellpadding='4'>{facts}</table>{_scores(pack)}{_above_card(pack)}"


def _above_card(pack: Pack) -> str:
    """The heading of the card, and why it is in another language than the rest."""
    if not _read(pack, CARD):
        return f"<p>{escape(QCoreApplication.translate('PackWords', 'This model has no card.'))}</p>"
    title = QCoreApplication.translate("PackWords", "The card of the model")
    words = QCoreApplication.translate("PackWords", "The card is in English, as the maker of the model wrote it.")
    return f"<hr><h3>{escape(title)}</h3><p><i>{escape(words)}</i></p>"


def card_of(pack: Pack) -> str:
    """The pack's own card, as its maker wrote it, without pictures."""
    text = re.sub(r"!\[", "[", _read(pack, CARD))
    return re.sub(r"^#.*$", lambda line: line.group().replace("`", ""), text, flags=re.MULTILINE)


def licence_of(pack: Pack) -> str:
    """The text of the pack's licence; "" where it cannot be read."""
    return _read(pack, LICENCE)


def _read(pack: Pack, name: str) -> str:
    try:
        return (pack.folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _scores(pack: Pack) -> str:
    translate = QCoreApplication.translate
    if not pack.scores:
        return f"<p>{escape(translate('PackWords', 'This model tells no scores.'))}</p>"
    title = translate("PackWords", "Scores, as the maker of the model measured them")
    english = {label.name: label.english for label in pack.labels}
    words = translate(
        "PackWords",
        "F1 {f1} (95% interval {low} – {high}), precision {precision}, recall {recall}; "
        "strict, on {documents} documents",
    )
    rows = (
        (
            plural_of(english.get(score.label, score.label)),
            words.format(
                f1=percent(score.f1),
                low=percent(score.low),
                high=percent(score.high),
                precision=percent(score.precision),
                recall=percent(score.recall),
                documents=number(score.documents),
            ),
        )
        for score in pack.scores
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='4'>{''.join(map(_row, rows))}</table>"


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(words)}</td>' for words in cells)}</tr>"
