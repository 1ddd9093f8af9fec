"""The figures of a page as SVG; shapes, dashes and hatches tell the series apart, so that grey print does too."""

import io
import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from cardioner_desktop.core.score import Counts
from trainer.fitting.reliability import Reliability
from trainer.report.errors import Kind
from trainer.report.groups import Group
from trainer.report.history import Step

# Okabe and Ito's palette, which colour-blind readers can tell apart.
BLUE, ORANGE, GREEN, RED, GREY = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#666666"
SMOOTHED = 50  # lines of the log in the running mean of the loss, at most

MEASURES = (("precision", "^", "--", BLUE), ("recall", "s", ":", RED), ("F1", "o", "-", "black"))
KINDS = {
    Kind.RIGHT: ("", GREEN),
    Kind.BOUNDARY: ("////", ORANGE),
    Kind.LABEL: ("----", GREY),
    Kind.ALONE: ("xxxx", RED),
}


def learning_curve(steps: Sequence[Step]) -> str:
    """The loss over the steps of training, with its running mean."""
    figure, axes = _figure(7.0, 2.6)
    numbers = [step.step for step in steps]
    losses = np.array([step.loss for step in steps])
    width = max(1, min(SMOOTHED, len(losses) // 5))
    mean = np.convolve(losses, np.ones(width) / width, mode="valid")
    axes.plot(numbers, losses, color="#999999", linewidth=0.8, linestyle=":", label="as logged")
    axes.plot(numbers[width - 1 :], mean, color="black", label=f"mean of {width} lines")
    # The first steps are far above the rest and would flatten it.
    axes.set_ylim(0, float(np.quantile(losses, 0.99)) * 1.2 or 1.0)
    axes.set_xlabel("step")
    axes.set_ylabel("loss")
    axes.legend(frameon=False)
    return _svg(figure)


def threshold_curve(curve: Sequence[tuple[float, Counts]], chosen: float) -> str:
    """Precision, recall and F1 over the threshold, and the threshold that the pack has."""
    figure, axes = _figure(5.2, 3.2)
    thresholds = [threshold for threshold, _ in curve]
    precision, recall, f1 = _series([one for _, one in curve])
    # Where nothing is left, precision has no value.
    shown = [value if one.predicted else math.nan for value, (_, one) in zip(precision, curve, strict=True)]
    for (name, marker, dashes, colour), values in zip(MEASURES, (shown, recall, f1), strict=True):
        axes.plot(thresholds, values, dashes, color=colour, marker=marker, markersize=4, markevery=4, label=name)
    axes.axvline(chosen, color=GREY, linewidth=0.8, label=f"threshold of the pack, {chosen:g}")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    axes.set_xlabel("threshold (calibrated score)")
    axes.grid(color="#dddddd", linewidth=0.5)
    axes.legend(frameon=False, loc="lower left")
    return _svg(figure)


def reliability_diagram(before: Reliability, after: Reliability) -> str:
    """Precision over score, before and after calibration, with 95 % intervals after it and the numbers below."""
    figure = Figure(figsize=(4.4, 4.4), layout="constrained")
    axes, below = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
    axes.plot((0, 1), (0, 1), color=GREY, linestyle="--", linewidth=0.8, label="perfect")
    _points(axes, before, f"raw score, ECE {before.error:.3f}", marker="s", linestyle=":", color=RED, fillstyle="none")
    bounds = np.array([one.bounds for one in after.bins]).reshape(-1, 2)
    precision = np.array([one.precision for one in after.bins])
    axes.vlines([one.score for one in after.bins], bounds[:, 0], bounds[:, 1], color=BLUE, linewidth=1.0)
    _points(axes, after, f"calibrated, ECE {after.error:.3f}", marker="o", linestyle="-", color=BLUE, fillstyle="full")
    axes.set_ylabel("share that is right")
    axes.set_ylim(-0.02, max(1.02, float(precision.max(initial=0.0))))
    axes.legend(frameon=False, loc="upper left")
    axes.grid(color="#dddddd", linewidth=0.5)
    below.bar(
        [one.score for one in after.bins],
        [one.count for one in after.bins],
        width=0.05,
        color="white",
        edgecolor=BLUE,
        hatch="///",
    )
    below.set_ylabel("number")
    below.set_xlim(-0.02, 1.02)
    below.set_xlabel("score")
    return _svg(figure)


def error_kinds(gold: Counter[Kind], predicted: Counter[Kind]) -> str:
    """Two bars: what the gold mentions met, and what the predicted ones met."""
    figure, axes = _figure(7.0, 1.9)
    sides = ("predicted", "gold")
    left = np.zeros(2)
    for kind, (hatch, colour) in KINDS.items():
        sizes = np.array([predicted[kind], gold[kind]])
        if not sizes.any():
            continue
        name = "missed / spurious" if kind is Kind.ALONE else "other label" if kind is Kind.LABEL else str(kind)
        bars = axes.barh(sides, sizes, left=left, color="white", edgecolor=colour, hatch=hatch, label=name)
        labels = [str(size) if size > 0.03 * max(1, sum(gold.values())) else "" for size in sizes]
        for text in axes.bar_label(bars, labels, label_type="center", fontsize=8):
            text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.0})
        left += sizes
    axes.set_xlabel("mentions")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, ncols=4, loc="lower center", bbox_to_anchor=(0.45, 1.0))
    return _svg(figure)


def group_figure(groups: Sequence[Group], name: str) -> str:
    """Precision, recall and F1 of each group, with its number of gold mentions; groups stand on one axis."""
    figure, axes = _figure(5.2, 2.8)
    places = np.arange(len(groups))
    rows = zip(MEASURES, _series([group.counts for group in groups]), (-0.15, 0.0, 0.15), strict=True)
    for (measure, marker, _, colour), values, shift in rows:
        axes.plot(places + shift, values, marker, color=colour, markersize=6, fillstyle="none", label=measure)
    axes.set_xticks(places, [f"{group.name}\n{group.counts.gold} gold" for group in groups])
    axes.set_xlim(-0.5, len(groups) - 0.5)
    axes.set_ylim(0, 1.02)
    axes.set_xlabel(name)
    axes.grid(axis="y", color="#dddddd", linewidth=0.5)
    axes.legend(frameon=False, ncols=3, loc="lower left")
    return _svg(figure)


def _series(counts: Sequence[Counts]) -> tuple[list[float], list[float], list[float]]:
    return [one.precision for one in counts], [one.recall for one in counts], [one.f1 for one in counts]


def _points(
    axes: Axes, reliability: Reliability, name: str, *, marker: str, linestyle: str, color: str, fillstyle: str
) -> None:
    scores = [one.score for one in reliability.bins]
    shares = [one.precision for one in reliability.bins]
    axes.plot(
        scores,
        shares,
        marker=marker,
        linestyle=linestyle,
        color=color,
        fillstyle=fillstyle,
        markersize=5,
        label=name,
    )


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    """A figure of so many inches; made without pyplot, which keeps state and looks for a screen."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def _svg(figure: Figure) -> str:
    """The same figure gives the same text: no date, no random names."""
    stream = io.StringIO()
    with rc_context({"svg.hashsalt": "cardioner", "svg.fonttype": "path"}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue()
