"""The figures of the filter of a run, as the command line shows them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cardioner_desktop.packs import read_pack
from cardioner_desktop.tagging.gate import WindowGate
from trainer.gating.held_out import fold_gates, measured_documents, pack_gate
from trainer.gating.learn import folds
from trainer.gating.speed import saving
from trainer.gating.validate import Recall, Validation, validate
from trainer.learning.model import load
from trainer.packing.siblings import GATED, gate_lesson, recipe_of

FOLDS = 5
HEADER = (
    "| language | windows | with a mention | let through | recall, gold | recall, tagger's own | F1 | change |\n"
    "|---|---|---|---|---|---|---|---|"
)


def lines(run: Path, corpora: Path, *, documents: int, threads: int) -> Iterator[str]:
    """A table row for each language, then the seconds on a few documents of the last fold with its own filter."""
    model, _ = load(run)
    recipe = recipe_of(run)
    lesson = gate_lesson(run, model, recipe, corpora, held_back=frozenset())
    last = folds(lesson.measured, FOLDS)[-1]
    with TemporaryDirectory() as name:
        folder = Path(name)
        gates = fold_gates(lesson, folder, number=FOLDS)
        yield HEADER
        for one in validate(run, recipe, corpora, lesson, gates, label=GATED, threads=threads):
            yield _row(one)
            pack = read_pack(run / "packs" / one.language)
            gate = WindowGate(pack_gate(gates[-1], run, pack, folder), threshold=one.threshold)
            measured = measured_documents(recipe, corpora, lesson, one.language, label=GATED)
            timed = [document for document in measured if document.id in last][:documents]
            spent = saving(pack, gate, timed, entities=(GATED,), threads=threads)
            yield (
                f"{one.language}: {len(timed)} documents in {spent.without:.2f} s, with the filter "
                f"{spent.filtered:.2f} s: {spent.ratio:.2f} times as fast"
            )


def _row(one: Validation) -> str:
    change = one.change
    cells = (
        one.language,
        str(one.windows),
        f"{one.holding:.3f}",
        f"{one.passing:.3f}",
        _recall(one.gold),
        _recall(one.found),
        f"{one.f1:.4f}",
        f"{100 * change.value:+.2f} [{100 * change.interval.low:+.2f}, {100 * change.interval.high:+.2f}]",
    )
    return f"| {' | '.join(cells)} |"


def _recall(recall: Recall) -> str:
    return f"{recall.value:.4f} [{recall.bounds.low:.4f}, {recall.bounds.high:.4f}] of {recall.mentions}"
