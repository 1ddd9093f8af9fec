"""The summary page of a batch: one HTML file that loads nothing, made from the counts of the journal.

Its words are English. Who writes it in another language gives `say`, which puts each of `report_words.WORDS` into it,
and the code of that `language`.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.batch import report_words as words
from cardioner_desktop.batch import results
from cardioner_desktop.batch.journal import FAILED, Journal
from cardioner_desktop.batch.plots import columns, rows
from cardioner_desktop.batch.tally import MENTIONS, NAME, SCORE, SCORE_STEPS
from cardioner_desktop.core.speech import Speech
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.security.policy import CALLED

TOP = 20
"""Names that are shown for each label."""

MOST_FAILURES = 500
"""Failures that are listed; the file beside the journal has all."""

_BINS = 12  # of entities per document
_SLICES = 60  # of the time

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2733; --paper: #ffffff; --soft: #5d6b7a; --line: #d9dfe6; --bar: #2f6f9f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --paper: #171c22; --soft: #9aa7b4; --line: #36404b; --bar: #6fb0dd; }
}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 46rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
p.note, footer { color: var(--soft); font-size: .9rem; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .8rem .25rem 0;
  border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.number { text-align: right; white-space: nowrap; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--soft); }
svg .bar { fill: var(--bar); } svg .grid { stroke: var(--line); stroke-width: 1; }
"""


Say: TypeAlias = Callable[[str], str]


def write_report(journal: Journal, file: Path, *, say: Say = str, language: str = "en") -> None:
    """Write the page. Raises CardioNerError where the file cannot be written."""
    with GrowingFile(file) as growing:
        for piece in page(journal, say=say, language=language):
            growing.write(piece)


def page(journal: Journal, *, say: Say = str, language: str = "en") -> Iterator[str]:
    """The page, piece by piece."""
    title = escape(say(words.TITLE))
    yield (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n"
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n"
    )
    speech = Speech(say, language)
    yield _figures(journal, speech)
    for label in results.labels(journal):
        yield f"<h2>{escape(label)}</h2>\n"
        yield _names(journal, label, speech)
        yield _per_document(journal, label, speech)
        yield _scores(journal, label, speech)
    yield _throughput(journal, speech)
    yield _failures(journal, speech)
    yield _made_with(journal, speech)
    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    yield f"<footer><p>{escape(say(words.FOOT).format(time=made))}</p></footer>\n</body></html>\n"


def _figures(journal: Journal, speech: Speech) -> str:
    now = results.standing(journal)
    characters = journal.number("SELECT sum(characters) FROM documents WHERE state != ?", FAILED)
    mentions = journal.number("SELECT sum(count) FROM tally WHERE kind = ?", NAME)
    seconds, documents = _working_time(journal)
    figures = [
        (speech.say(words.DONE), speech.number(now.done)),
        (speech.say(words.FAILED), speech.number(now.failed)),
        (speech.say(words.WAITING), speech.number(now.waiting)),
        (speech.say(words.MISSING), speech.number(now.missing)),
        (speech.say(words.CHARACTERS), speech.number(characters)),
        (speech.say(words.MENTIONS), speech.number(mentions)),
        (speech.say(words.TIME), _duration(seconds, speech)),
        (speech.say(words.RATE), speech.number(documents / seconds) if seconds > 0 else "–"),
    ]
    languages = journal.rows(
        "SELECT coalesce(language, 'none'), count(*) FROM documents WHERE state != ? GROUP BY 1 ORDER BY 2 DESC", FAILED
    )
    said = speech.say(words.LANGUAGE)
    figures += [(said.format(language=language), speech.number(count)) for language, count in languages]
    return _table(figures)


def _names(journal: Journal, label: str, speech: Speech) -> str:
    query = "SELECT key, count FROM tally WHERE kind = ? AND label = ? AND count > 0 ORDER BY count DESC, key LIMIT ?"
    found = [(name, count) for name, count in journal.rows(query, NAME, label, TOP)]
    if not found:
        return f'<p class="note">{escape(speech.say(words.NONE_FOUND))}</p>\n'
    plot = rows(found, title=speech.say(words.NAMES_OF).format(label=label), speech=speech)
    return f"<h3>{escape(speech.say(words.NAMES))}</h3>\n{plot}\n"


def _per_document(journal: Journal, label: str, speech: Speech) -> str:
    query = "SELECT CAST(key AS INTEGER), count FROM tally WHERE kind = ? AND label = ? AND count > 0 ORDER BY 1"
    found = dict(journal.rows(query, MENTIONS, label))
    if not found:
        return ""
    width = max(1, -(-(max(found) + 1) // _BINS))
    bins = [0] * (max(found) // width + 1)
    for number, count in found.items():
        bins[number // width] += count
    names = [
        str(start * width) if width == 1 else f"{start * width}–{(start + 1) * width - 1}" for start in range(len(bins))
    ]
    plot = columns(
        list(zip(names, bins, strict=True)),
        title=speech.say(words.PER_DOCUMENT_OF).format(label=label),
        across=speech.say(words.IN_A_DOCUMENT),
        up=speech.say(words.DOCUMENTS),
        speech=speech,
    )
    return f"<h3>{escape(speech.say(words.PER_DOCUMENT))}</h3>\n{plot}\n"


def _scores(journal: Journal, label: str, speech: Speech) -> str:
    query = "SELECT CAST(key AS INTEGER), count FROM tally WHERE kind = ? AND label = ? AND count > 0"
    found = dict(journal.rows(query, SCORE, label))
    if not found:
        return ""
    values = [(speech.number(step / SCORE_STEPS, ".2f"), float(found.get(step, 0))) for step in range(SCORE_STEPS)]
    plot = columns(
        values,
        title=speech.say(words.SCORES_OF).format(label=label),
        across=speech.say(words.SCORE_FROM),
        up=speech.say(words.OF_MENTIONS),
        speech=speech,
    )
    return f"<h3>{escape(speech.say(words.SCORES))}</h3>\n{plot}\n"


def _working_time(journal: Journal) -> tuple[float, int]:
    """Seconds from the first to the last document of each run, together, and the documents after the first."""
    query = "SELECT max(finished) - min(finished), count(*) - 1 FROM documents WHERE finished > 0 GROUP BY run"
    runs = list(journal.rows(query))
    return sum(seconds for seconds, _ in runs), sum(documents for _, documents in runs)


def _throughput(journal: Journal, speech: Speech) -> str:
    seconds, _ = _working_time(journal)
    if seconds < 1.0:
        return ""
    width = seconds / _SLICES
    slices = [0.0] * (_SLICES + 1)
    begun = 0.0
    runs = list(journal.rows("SELECT run, min(finished), max(finished) FROM documents WHERE finished > 0 GROUP BY run"))
    for number, first, last in runs:
        query = (
            "SELECT CAST((finished - ? + ?) / ? AS INTEGER), count(*) FROM documents "
            "WHERE run = ? AND finished > 0 GROUP BY 1"
        )
        for place, count in journal.rows(query, first, begun, width, number):
            slices[min(max(place, 0), _SLICES)] += count / width
        begun += last - first
    slices[_SLICES - 1] += slices.pop()
    values = [(_duration(number * width, speech), value) for number, value in enumerate(slices)]
    plot = columns(
        values,
        title=speech.say(words.RATE),
        across=speech.say(words.ALL_RUNS),
        up=speech.say(words.PER_SECOND),
        speech=speech,
    )
    return f"<h2>{escape(speech.say(words.THROUGHPUT))}</h2>\n{plot}\n"


def _failures(journal: Journal, speech: Speech) -> str:
    number = results.standing(journal).failed
    if not number:
        return f"<h2>{escape(speech.say(words.FAILURES))}</h2>\n<p>{escape(speech.say(words.NONE))}</p>\n"
    lines = [
        f"<tr><td>{escape(name)}</td><td>{escape(speech.say(sentence))}</td></tr>\n"
        for name, sentence in results.failures(journal, most=MOST_FAILURES)
    ]
    first = speech.say(words.FIRST_OF).format(shown=speech.number(MOST_FAILURES), number=speech.number(number))
    more = f'<p class="note">{escape(first)}</p>\n' if number > MOST_FAILURES else ""
    columns_of = f"<tr><th>{escape(speech.say(words.DOCUMENT))}</th><th>{escape(speech.say(words.WHY))}</th></tr>\n"
    return f"<h2>{escape(speech.say(words.FAILURES))}</h2>\n{more}<table>{columns_of}{''.join(lines)}</table>\n"


def _made_with(journal: Journal, speech: Speech) -> str:
    made = journal.recipe or {}
    figures = [(speech.say(words.PROGRAM), str(made.get("program", "")))]
    figures += [
        (speech.say(words.PACK).format(pack=pack["name"], version=pack["version"]), f"SHA-256 {pack['sha256']}")
        for pack in made.get("packs", ())
    ]
    figures += [
        (CALLED.get(name, name), speech.say(words.DEFAULT) if value is None else str(value))
        for name, value in sorted(made.get("options", {}).items())
    ]
    figures.append((speech.say(words.FORMATS), ", ".join(made.get("formats", ()))))
    runs = journal.number("SELECT count(*) FROM runs")
    figures.append((speech.say(words.RUNS), speech.number(runs)))
    return f"<h2>{escape(speech.say(words.MADE_WITH))}</h2>\n{_table(figures)}"


def _table(figures: Sequence[tuple[str, str]]) -> str:
    lines = "".join(f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>\n" for name, value in figures)
    return f"<table>\n{lines}</table>\n"


def _duration(seconds: float, speech: Speech) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{speech.number(seconds, '.1f')} s" if seconds < 10 else f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
