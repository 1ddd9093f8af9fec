"""The page itself: one HTML file with its figures inside, nothing to load, readable in grey print."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from cardioner_desktop.core.score import Counts
from trainer.fitting.reliability import Reliability
from trainer.report import figures
from trainer.report.errors import Kind, Shape, shape
from trainer.report.examples import Example, examples
from trainer.report.findings import Findings, LabelFindings
from trainer.report.groups import Group
from trainer.report.history import HISTORY, Step

LANGUAGES = {"es": "Spanish", "en": "English", "it": "Italian"}

STYLE = """
body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; color: #111; background: #fff; max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; border-bottom: 1px solid #999; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin-top: 1.6rem; }
table { border-collapse: collapse; margin: .6rem 0; } th, td { border: 1px solid #bbb; padding: .2rem .6rem; }
td { text-align: right; font-variant-numeric: tabular-nums; } th { text-align: left; background: #f2f2f2; }
figure { margin: .8rem 0; break-inside: avoid; } img { max-width: 100%; height: auto; }
figcaption, .note { color: #444; font-size: .88rem; }
.examples li { margin: .45rem 0; break-inside: avoid; } .examples .name { color: #555; font-size: .8rem; }
.gold { border-bottom: 3px double #00664a; padding-bottom: 1px; }
.found { background: #e6e6e6; outline: 1px dashed #555; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-before: page; } }
"""


def page(findings: Findings, history: Sequence[Step]) -> str:
    """The HTML of one pack. It quotes the documents that it was measured on."""
    pack = findings.pack
    title = f"CardioNER pack {pack.name} {pack.version}: how it was trained and how it errs"
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
            "style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
            f"<h1>{escape(title)}</h1>",
            *_summary(findings),
            *_learning(history),
            *(line for of_label in findings.labels for line in _label(findings, of_label)),
            "</body>\n</html>\n",
        )
    )


def _summary(findings: Findings) -> Iterator[str]:
    pack, training = findings.pack, findings.pack.training
    yield (
        f"<p>{escape(LANGUAGES.get(pack.language, pack.language))}; "
        f"recipe <b>{escape(str(training.get('recipe')))}</b>, "
        f"seed {escape(str(training.get('seed')))}, sibling {escape(str(training.get('sibling')))}, "
        f"base {escape(str(training.get('base')))}, {escape(str(training.get('steps')))} steps on "
        f"{escape(str(training.get('hardware')))}. Measured on {len(findings.gold)} documents that the run never saw, "
        "in any language, with the int8 engine of the pack.</p>"
    )
    yield (
        '<p class="note">This page quotes those documents: keep it out of the repository. Calibration and thresholds '
        "are cross-fitted over five folds of the documents: what decides on a fold was fitted on the others. "
        "A mention is right when start, end and label are equal. Intervals are 95 % bootstraps over documents.</p>"
    )
    rows = [
        (
            one.label.name,
            str(one.counts.gold),
            str(one.counts.predicted),
            *(_with_interval(one, measure) for measure in ("precision", "recall", "f1")),
            f"{one.label.threshold:g}",
        )
        for one in findings.labels
    ]
    yield _table(("label", "gold", "predicted", "precision", "recall", "F1", "threshold of the pack"), rows)
    yield "<h3>Expected calibration error</h3>"
    yield _table(
        ("label", "scores", "number", "10 bins of equal width", "10 bins of equal mass"),
        [
            (one.label.name, name, str(side.candidates), f"{side.error:.4f}", f"{side.mass_error:.4f}")
            for one in findings.labels
            for name, side in _sides(one)
        ],
    )
    yield (
        '<p class="note">Candidates are all stretches above the tagger\'s floor; written mentions are what is left '
        "after gazetteer, threshold and rules. Of two joined mentions the lower score is written, so that their scores "
        "are a little shy.</p>"
    )


def _sides(one: LabelFindings) -> tuple[tuple[str, Reliability], ...]:
    return (
        ("raw candidates", one.before),
        ("calibrated candidates", one.after),
        ("written mentions", one.written),
    )


def _with_interval(one: LabelFindings, measure: str) -> str:
    bounds = one.intervals[measure]
    return f"{getattr(one.counts, measure):.4f} ({bounds.low:.4f}–{bounds.high:.4f})"


def _learning(history: Sequence[Step]) -> Iterator[str]:
    yield "<h2>Learning curve</h2>"
    if not history:
        yield f"<p>The run folder holds no {HISTORY}, so there is no curve to draw.</p>"
        return
    yield _figure(
        figures.learning_curve(history),
        "Loss over the steps of training.",
        f"{history[-1].step} steps in {history[-1].seconds / 60:.0f} minutes, {len(history)} lines of the log. "
        "The highest losses of the first steps may lie above the figure.",
    )


def _label(findings: Findings, one: LabelFindings) -> Iterator[str]:
    name = escape(one.label.name)
    yield f"<h2>Label {name}</h2>"
    yield "<h3>Precision and recall over the threshold</h3>"
    yield _figure(
        figures.threshold_curve(one.curve, one.label.threshold),
        f"Precision, recall and F1 of {one.label.name} over the threshold.",
        "The gazetteer is off here, since it keeps to the pack's own threshold.",
    )
    yield "<h3>Are scores probabilities?</h3>"
    yield _figure(
        figures.reliability_diagram(one.before, one.after),
        f"Reliability of {one.label.name}: share of right candidates over their score.",
        "On the dashed line a score is a probability. Ten bins of equal width; bars are 95 % intervals (Wilson); "
        "below, the number of candidates after calibration.",
    )
    yield from _errors(one)
    for heading, axis, groups in (
        ("By length of the sentence", "words in the sentence", one.by_sentence),
        ("By length of the mention", "words in the mention", one.by_mention),
        ("By whether training had the name", "folded surface form, any language", one.by_seen),
    ):
        yield f"<h3>{heading}</h3>"
        yield _figure(figures.group_figure(groups, axis), f"{heading}: precision, recall, F1 of {one.label.name}.", "")
        yield _groups_table(axis, groups)
    yield from _examples(findings, one)


def _errors(one: LabelFindings) -> Iterator[str]:
    gold, predicted = one.verdicts.counts()
    shapes = [shape(judged) for judged in one.verdicts.predicted if judged.kind is Kind.BOUNDARY]
    yield "<h3>Errors by kind</h3>"
    yield _figure(figures.error_kinds(gold, predicted), f"Errors of {one.label.name} by kind on both sides.", "")
    yield _table(
        ("side", "right", "boundary", "other label", "missed / spurious", "all"),
        [
            (side, *(_share(counts[kind], counts.total()) for kind in Kind), str(counts.total()))
            for side, counts in (("gold", gold), ("predicted", predicted))
        ],
    )
    told = ", ".join(f"{shapes.count(kind)} {kind}" for kind in Shape)
    yield (
        f'<p class="note">Boundary: overlaps a mention of the label on the other side, but none is equal (predicted: '
        f"{told}). Other label: overlaps mentions of other labels only. Missed (gold) and spurious (predicted): "
        "overlaps nothing.</p>"
    )


def _groups_table(axis: str, groups: Iterable[Group]) -> str:
    def row(name: str, counts: Counts) -> tuple[str, ...]:
        figures_ = (f"{value:.4f}" for value in (counts.precision, counts.recall, counts.f1))
        return name, str(counts.gold), str(counts.predicted), *figures_

    return _table(
        (axis, "gold", "predicted", "precision", "recall", "F1"), [row(group.name, group.counts) for group in groups]
    )


def _examples(findings: Findings, one: LabelFindings) -> Iterator[str]:
    yield "<h3>Examples</h3>"
    yield (
        '<p class="note"><span class="gold">Double underline</span>: gold. '
        '<span class="found">Dashed box on grey</span>: predicted. '
        '<span class="gold found">Both</span>: where they agree.</p>'
    )
    for name, number, shown in examples(one.verdicts, findings.gold, findings.found, label=one.label.corpus):
        yield f"<h4>{escape(name)}: {len(shown)} of {number}</h4>"
        yield '<ul class="examples">'
        yield from (f"<li>{_example(example)}</li>" for example in shown)
        yield "</ul>"


def _example(example: Example) -> str:
    parts = []
    for piece in example.pieces:
        text = escape(" ↵ ".join(piece.text.splitlines()) or " ")
        marks = " ".join(name for name, on in (("gold", piece.gold), ("found", piece.predicted)) if on)
        parts.append(f'<span class="{marks}">{text}</span>' if marks else text)
    return f'…{"".join(parts)}… <span class="name">{escape(example.document)}</span>'


def _figure(svg: str, alternative: str, caption: str) -> str:
    data = base64.b64encode(svg.encode()).decode()
    told = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'<figure><img alt="{escape(alternative)}" src="data:image/svg+xml;base64,{data}">{told}</figure>'


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _share(count: int, total: int) -> str:
    return f"{count} ({100 * count / total:.1f} %)" if total else "0"
