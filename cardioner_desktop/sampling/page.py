"""The report on a reviewed set as a page that a person can read, keep and print; it names nothing outside itself.

The words are English. Who shows the page in another language gives `say`, which puts each of `WORDS` into it.
"""

from collections.abc import Callable, Sequence
from html import escape

from cardioner_desktop import __version__
from cardioner_desktop.sampling.report import ALL, CAUTION, EXCEPTION, METHOD, Report, exceptions, ratios, words

TITLE = "Precision and recall here"
_SEEN = "{reviewed} of {drawn} drawn documents are reviewed. They stand for {documents} documents."
_PACK = "Model pack {pack} {version}, SHA-256 {sha256}"
_LABELS = ("precision", "recall", "F1", "right", "found", "there")
_STRATA = ("stratum", "documents", "drawn", "reviewed")
_KINDS = ("no mention", "few mentions", "many mentions", "all surer", "some less sure", "unknown language", ALL)
WORDS = (TITLE, _SEEN, _PACK, *_LABELS, *_STRATA, *_KINDS, "Documents", "Method", METHOD, CAUTION, EXCEPTION)
"""All that is said, facts in braces."""

_STYLE = """
body{max-width:52rem;margin:2rem auto;padding:0 1.5rem;font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;
background:#ffffff;color:#1b242d}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:1.8rem}
table{border-collapse:collapse}td,th{padding:.3rem .9rem .3rem 0;text-align:right;border-bottom:1px solid #d5dce3}
td:first-child,th:first-child{text-align:left}p.small,footer{font-size:.85rem;color:#55626f}
@media screen and (prefers-color-scheme:dark){body{background:#22272e;color:#e4e9ee}
td,th{border-color:#3a424d}p.small,footer{color:#a3b0bd}}
"""


def page(told: Report, *, say: Callable[[str], str] = str, language: str = "en") -> str:
    """The whole page."""
    title = escape(say(TITLE))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body(told, say=say)}"
        f"<footer>CardioNER Desktop {escape(__version__)}</footer>\n</body>\n</html>\n"
    )


def body(told: Report, *, say: Callable[[str], str] = str) -> str:
    """What stands between the title and the foot."""
    labels = "".join(
        _row(
            say(ALL) if line.label == ALL else line.label,
            *map(words, ratios(line.estimate)),
            line.counts.true_positive,
            line.counts.predicted,
            line.counts.gold,
        )
        for line in told.lines
    )
    strata = "".join(_row(_kind(one.name, say), one.size, len(one.drawn), number) for one, number in told.strata)
    packs = "".join(
        f'<p class="small">{escape(say(_PACK).format(pack=one.pack, version=one.version, sha256=one.sha256))}</p>\n'
        for one in told.packs
    )
    left_out = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in exceptions(told, say))
    seen = say(_SEEN).format(reviewed=told.reviewed, drawn=told.drawn, documents=told.documents)
    return (
        f"<p>{escape(seen)}</p>\n{_table(['', *map(say, _LABELS)], labels)}{left_out}"
        f"<p>{escape(say(CAUTION))}</p>\n<h2>{escape(say('Documents'))}</h2>\n"
        f"{_table([*map(say, _STRATA)], strata)}"
        f'<h2>{escape(say("Method"))}</h2>\n<p class="small">{escape(say(METHOD))}</p>\n{packs}'
    )


def _kind(stratum: str, say: Callable[[str], str]) -> str:
    """The name of a stratum, which is put together of kinds; a language has its code there."""
    return ", ".join(say(part) if part in _KINDS else part for part in stratum.split(", "))


def _table(names: Sequence[str], rows: str) -> str:
    head = "".join(
        f'<th align="{"right" if place else "left"}">{escape(name)}</th>' for place, name in enumerate(names)
    )
    return f'<table cellpadding="4">\n<tr>{head}</tr>\n{rows}</table>\n'


def _row(first: str, *cells: str | int) -> str:
    rest = "".join(f'<td align="right">{escape(str(cell))}</td>' for cell in cells)
    return f"<tr><td>{escape(first)}</td>{rest}</tr>\n"
