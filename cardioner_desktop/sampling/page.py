"""The report on a reviewed set as a page that a person can read, keep and print; it names nothing outside itself."""

from html import escape

from cardioner_desktop import __version__
from cardioner_desktop.sampling.report import CAUTION, METHOD, Report, exceptions, ratios, words

_STYLE = """
body{max-width:52rem;margin:2rem auto;padding:0 1.5rem;font:16px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;
background:#ffffff;color:#1b242d}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:1.8rem}
table{border-collapse:collapse}td,th{padding:.3rem .9rem .3rem 0;text-align:right;border-bottom:1px solid #d5dce3}
td:first-child,th:first-child{text-align:left}p.small,footer{font-size:.85rem;color:#55626f}
@media screen and (prefers-color-scheme:dark){body{background:#22272e;color:#e4e9ee}
td,th{border-color:#3a424d}p.small,footer{color:#a3b0bd}}
"""


def page(told: Report) -> str:
    """The whole page."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n<title>Precision and recall here</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Precision and recall here</h1>\n{body(told)}"
        f"<footer>CardioNER Desktop {escape(__version__)}</footer>\n</body>\n</html>\n"
    )


def body(told: Report) -> str:
    """What stands between the title and the foot."""
    labels = "".join(
        _row(
            line.label,
            *map(words, ratios(line.estimate)),
            line.counts.true_positive,
            line.counts.predicted,
            line.counts.gold,
        )
        for line in told.lines
    )
    strata = "".join(_row(one.name, one.size, len(one.drawn), number) for one, number in told.strata)
    packs = "".join(
        f'<p class="small">Model pack {escape(one.pack)} {escape(one.version)}, SHA-256 {escape(one.sha256)}</p>\n'
        for one in told.packs
    )
    left_out = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in exceptions(told))
    return (
        f"<p>{told.reviewed} of {told.drawn} drawn documents are reviewed. They stand for {told.documents} documents."
        f"</p>\n{_table(('', 'precision', 'recall', 'F1', 'right', 'found', 'there'), labels)}"
        f"{left_out}"
        f"<p>{escape(CAUTION)}</p>\n<h2>Documents</h2>\n"
        f"{_table(('stratum', 'documents', 'drawn', 'reviewed'), strata)}"
        f'<h2>Method</h2>\n<p class="small">{escape(METHOD)}</p>\n{packs}'
    )


def _table(names: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th align="{"right" if place else "left"}">{name}</th>' for place, name in enumerate(names))
    return f'<table cellpadding="4">\n<tr>{head}</tr>\n{rows}</table>\n'


def _row(first: str, *cells: str | int) -> str:
    rest = "".join(f'<td align="right">{escape(str(cell))}</td>' for cell in cells)
    return f"<tr><td>{escape(first)}</td>{rest}</tr>\n"
