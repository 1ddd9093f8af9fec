"""`cardioner score`: predictions against gold, each a brat folder or a table."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from cardioner_desktop.core.bootstrap import interval
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Answers, Counts, Scores, score
from cardioner_desktop.formats import brat, table


def score_files(gold: Path, predicted: Path, *, mode: str, as_json: bool) -> None:
    """Print the scores of `predicted`; raises CardioNerError where a side cannot be read or the two do not fit."""
    scores = score(_side(gold), _side(predicted), mode=mode)
    click.echo(scores_json(scores) if as_json else "\n".join(score_lines(scores)))


def _side(path: Path) -> Sequence[Document | Answers]:
    return brat.read_folder(path) if path.is_dir() else table.answers(table.read_file(path))


def score_lines(scores: Scores) -> list[str]:
    """A table of the scores for people."""
    rows = [("", "precision", "recall", "F1", "95 % of F1", "right", "found", "gold")]
    for label, counts in (*scores.per_label.items(), ("all", scores.overall)):
        bounds = interval(scores, label=None if label == "all" else label)
        rows.append(
            (
                label,
                f"{counts.precision:.4f}",
                f"{counts.recall:.4f}",
                f"{counts.f1:.4f}",
                f"{bounds.low:.4f}-{bounds.high:.4f}",
                str(counts.true_positive),
                str(counts.predicted),
                str(counts.gold),
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [f"mode {scores.mode}, {len(scores.per_document)} documents"]
    for first, *others in rows:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        lines.append("  ".join((first.ljust(widths[0]), *cells)))
    return lines


def scores_json(scores: Scores) -> str:
    """The scores as JSON, with the figures of each document."""

    def figures(counts: Counts) -> dict[str, float]:
        return {
            "precision": counts.precision,
            "recall": counts.recall,
            "f1": counts.f1,
            "true_positive": counts.true_positive,
            "predicted": counts.predicted,
            "gold": counts.gold,
        }

    def with_interval(counts: Counts, label: str | None) -> dict[str, float]:
        bounds = interval(scores, label=label)
        return {**figures(counts), "f1_low": bounds.low, "f1_high": bounds.high}

    return json.dumps(
        {
            "schema": 1,
            "mode": scores.mode,
            "overall": with_interval(scores.overall, None),
            "labels": {label: with_interval(counts, label) for label, counts in scores.per_label.items()},
            "documents": {name: figures(counts) for name, counts in scores.per_document.items()},
        },
        ensure_ascii=False,
        indent=2,
    )
