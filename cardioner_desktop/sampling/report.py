"""What a reviewed set says of the whole archive: precision, recall and F1 by label, in words and figures."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cardioner_desktop.core.document import Document, Provenance
from cardioner_desktop.core.score import Counts, score
from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.sampling import folder as sample_folder
from cardioner_desktop.sampling.design import Stratum
from cardioner_desktop.sampling.estimate import Estimate, Ratio, Reviewed, collapsed, estimate

ALL = "all"
METHOD = (
    "Documents were drawn at random within strata (language, number of mentions, least sure score). Precision, recall "
    "and F1 are combined ratio estimates (Cochran 1977, 6.11); the 95 % intervals are the wider of Wilson's for the "
    "effective number of mentions (Korn and Graubard 1998) and Hall's (1992). A mention is right where label, start "
    "and end are."
)
CAUTION = (
    "Whoever reviews sees the suggestions, so mentions that nobody suggested are overlooked more easily: recall may be "
    "lower than shown. Where a few letters hold most of the errors, fifty letters say little; review two hundred."
)

EXCEPTION = (
    "Mentions of {label} in letters of the language {language} do not count, as no pack looks for them there: {number}."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One label, or all together: estimates for the archive, and what was counted in the reviewed documents."""

    label: str
    estimate: Estimate
    counts: Counts


@dataclass(frozen=True, slots=True)
class Report:
    """`strata` are those drawn with how many of each are reviewed; `packs` those that had looked at the documents;
    `left_out` how many mentions a person added of a label that nobody looks for in the language of the letter: label,
    language, number."""

    lines: tuple[Line, ...]
    strata: tuple[tuple[Stratum, int], ...]
    packs: tuple[Provenance, ...]
    left_out: tuple[tuple[str, str, int], ...] = ()

    @property
    def documents(self) -> int:
        """Of the archive."""
        return sum(stratum.size for stratum, _ in self.strata)

    @property
    def drawn(self) -> int:
        """Documents of the set."""
        return sum(len(stratum.drawn) for stratum, _ in self.strata)

    @property
    def reviewed(self) -> int:
        """Documents of the set that are reviewed."""
        return sum(number for _, number in self.strata)


def of_folder(folder: Path) -> Report:
    """The report on the folder of a set. Raises CardioNerError for one that cannot be read, or where fewer than two
    documents are reviewed."""
    drawing = sample_folder.read(folder)
    gold = sample_folder.reviewed(folder)
    found = [sample_folder.suggested(folder, name) for name in gold]
    if not gold:
        raise UsageError(
            f"Nothing in {shown(folder)} is reviewed yet; open it in the window, review, and choose Precision and "
            f"recall here, or put corrected brat files into its folder {sample_folder.REVIEWED}."
        )
    return report(drawing.strata, found, gold, looked_for=drawing.looked_for)


def report(
    strata: Sequence[Stratum],
    found: Sequence[Document],
    gold: Mapping[str, Document],
    *,
    looked_for: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Report:
    """The report where `found` are the reviewed documents as they were drawn, `gold` what is right in them, by id.

    A label counts in the letters alone whose pack looks for it (`looked_for`, by the SHA-256 of its manifest; a pack
    that is not there looks for all): a disease in an English letter is no miss of a pack for drugs.
    Raises UsageError where too few are reviewed to say anything.
    """
    left_out: Counter[tuple[str, str]] = Counter()
    counted = {}
    for document in found:
        labels = looked_for.get(document.provenance.sha256) if document.provenance is not None else None
        right = gold[document.id]
        counted[document.id] = right
        if labels is not None:
            counted[document.id] = replace(right, spans=tuple(span for span in right.spans if span.label in labels))
            left_out.update((span.label, document.language or "") for span in right.spans if span.label not in labels)
    gold = counted
    scores = score(list(gold.values()), found, mode="fair")
    tables = {**scores.per_label_and_document, ALL: scores.per_document}
    lines = []
    for label, table in tables.items():
        told = collapsed(
            [
                Reviewed(one.name, one.size, tuple(table.get(name, Counts()) for name in one.drawn if name in gold))
                for one in strata
            ]
        )
        if not told:
            raise UsageError("Fewer than two documents are reviewed; review some more.")
        lines.append(Line(label, estimate(told), sum((table.get(name, Counts()) for name in gold), Counts())))
    packs = {document.provenance for document in found if document.provenance is not None}
    return Report(
        tuple(lines),
        tuple((one, sum(name in gold for name in one.drawn)) for one in strata),
        tuple(sorted(packs, key=lambda one: (one.pack, one.version, one.sha256))),
        tuple((label, language, number) for (label, language), number in sorted(left_out.items())),
    )


def text(told: Report) -> str:
    """The report for a terminal."""
    rows: list[tuple[str, ...]] = [("", "precision", "recall", "F1", "right", "found", "there")]
    for line in told.lines:
        counts = (line.counts.true_positive, line.counts.predicted, line.counts.gold)
        rows.append((line.label, *map(words, ratios(line.estimate)), *map(str, counts)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    table = [
        "  ".join(
            (row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)))
        )
        for row in rows
    ]
    packs = [f"Pack {one.pack} {one.version}, SHA-256 {one.sha256}" for one in told.packs]
    strata = [f"  {stratum.name}: {number} of {stratum.size}" for stratum, number in told.strata]
    head = f"{told.reviewed} of {told.drawn} drawn documents are reviewed, for {told.documents} documents."
    return "\n".join(
        (head, *packs, "", *table, *exceptions(told), "", "Reviewed of each stratum:", *strata, "", METHOD, CAUTION, "")
    )


def exceptions(told: Report, say: Callable[[str], str] = str) -> list[str]:
    """What is left out, a sentence for each label and language; `say` puts the words into another language."""
    return [
        say(EXCEPTION).format(label=label, language=language or "?", number=number)
        for label, language, number in told.left_out
    ]


def value(told: Report) -> dict[str, Any]:
    """The report for a program."""
    return {
        "schema": 1,
        "documents": told.documents,
        "drawn": told.drawn,
        "reviewed": told.reviewed,
        "packs": [{"name": one.pack, "version": one.version, "sha256": one.sha256} for one in told.packs],
        "strata": [
            {"name": one.name, "size": one.size, "drawn": len(one.drawn), "reviewed": number}
            for one, number in told.strata
        ],
        "labels": {
            line.label: {
                **{
                    name: None if ratio is None else {"value": ratio.value, "low": ratio.low, "high": ratio.high}
                    for name, ratio in zip(("precision", "recall", "f1"), ratios(line.estimate), strict=True)
                },
                "true_positive": line.counts.true_positive,
                "predicted": line.counts.predicted,
                "gold": line.counts.gold,
            }
            for line in told.lines
        },
        "left_out": [
            {"label": label, "language": language, "mentions": number} for label, language, number in told.left_out
        ],
        "method": METHOD,
        "caution": CAUTION,
    }


def ratios(told: Estimate) -> tuple[Ratio | None, ...]:
    """Precision, recall and F1."""
    return told.precision, told.recall, told.f1


def words(ratio: Ratio | None) -> str:
    """A share with its interval."""
    return "-" if ratio is None else f"{ratio.value:.3f} ({ratio.low:.3f}-{ratio.high:.3f})"
