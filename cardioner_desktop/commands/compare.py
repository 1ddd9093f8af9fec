"""`cardioner compare`: two brat folders over the same texts, their agreement and their differences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from cardioner_desktop.batch.plan import make_writable
from cardioner_desktop.commands.score import score_lines, scores_json
from cardioner_desktop.core.document import Fragment, Span
from cardioner_desktop.core.standoff import one_line
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.paths import shown
from cardioner_desktop.review.compare import MODES, Comparison, Kind, Pair, compare

DIFFERENCES = "differences.tsv"
_COLUMNS = (
    *("filename", "kind", "left_label", "left_start", "left_end", "left_text"),
    *("right_label", "right_start", "right_end", "right_text"),
)


def compare_folders(left: Path, right: Path, *, out: Path | None) -> None:
    """Print the agreement of two folders and how many differences of each kind there are; with `out`, write the
    differences and the figures there. Raises CardioNerError where a folder cannot be read or they share no document.
    """
    comparison = compare(brat.read_folder(left), brat.read_folder(right))
    if not comparison.pairs:
        raise UsageError(
            f"{shown(left)} and {shown(right)} have no document with the same name and text; "
            "choose two folders of the same letters."
        )
    for ids, where in (
        (comparison.only_left, f"only in {shown(left)}"),
        (comparison.only_right, f"only in {shown(right)}"),
        (comparison.other_texts, "with two different texts"),
    ):
        if ids:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            click.echo(f"Not compared, {where}: {ids[0]}{more}.", err=True)
    for mode in MODES:
        click.echo("\n".join((*score_lines(comparison.scores(mode)), "")))
    kinds = Counter(difference.kind for difference in comparison.differences)
    click.echo(f"{sum(kinds.values())} differences")
    for kind in Kind:
        click.echo(f"  {kind.value:<12} {kinds[kind]}")
    if out is not None:
        _write(comparison, out)
        click.echo(f"Written to {shown(out)}.")


def _write(comparison: Comparison, out: Path) -> None:
    make_writable(out)
    write_text(out / DIFFERENCES, "".join("\t".join(row) + "\n" for row in (_COLUMNS, *_rows(comparison))))
    for mode in MODES:
        write_text(out / f"agreement-{mode}.json", scores_json(comparison.scores(mode)) + "\n")


def _rows(comparison: Comparison) -> Iterator[Sequence[str]]:
    for pair in comparison.pairs:
        for one in pair.differences:
            yield one_line(pair.id), one.kind.value, *_cells(pair, one.left), *_cells(pair, one.right)


def _cells(pair: Pair, span: Span | None) -> tuple[str, str, str, str]:
    if span is None:
        return "", "", "", ""
    parts = span.fragments or (Fragment(span.start, span.end),)
    return span.label, str(span.start), str(span.end), " ".join(pair.text[part.start : part.end] for part in parts)
