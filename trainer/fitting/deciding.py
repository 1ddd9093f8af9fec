"""From raw candidates to decisions: values fitted on documents with gold spans, whole or fold by fold, and applied.

`known` holds, for each document, the memories of the run that tagged it, where several runs tagged the documents;
without it, the pack's own memories are everybody's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cardioner_desktop.core.document import Document
from cardioner_desktop.packs import Pack
from cardioner_desktop.pipelines import Options, deciding_stages, rules
from cardioner_desktop.tagging.memory import MentionMemory
from trainer.fitting.calibrate import Fitted, Memories, calibrated, fit

FOLDS = 5
RAW = Options()
NONE: Mapping[str, Fitted] = {}


def fit_labels(
    found: Sequence[Document],
    gold: Sequence[Document],
    pack: Pack,
    *,
    kept: Mapping[str, Fitted] = NONE,
    known: Sequence[Memories] = (),
) -> dict[str, Fitted]:
    """Calibration, or weights of the memory, and threshold of each label of a pack; those `kept` are as given."""
    known = known or [memories(pack)] * len(found)
    return {
        label.corpus: kept[label.corpus]
        if label.corpus in kept
        else fit(
            found,
            gold,
            label.corpus,
            rules=finish,
            memories=[one[label.corpus] for one in known] if label.memory else (),
        )
        for label in pack.labels
    }


def memories(pack: Pack) -> dict[str, MentionMemory]:
    """The memories of a pack's labels, by the label as the corpus writes it."""
    return {label.corpus: MentionMemory(pack.folder / label.memory) for label in pack.labels if label.memory}


def cross_fitted(
    found: Sequence[Document], gold: Sequence[Document], pack: Pack, *, kept: Mapping[str, Fitted] = NONE
) -> list[Document]:
    """The documents decided each with values that were fitted on the other folds, or that are `kept`."""
    return decide_folds(found, pack, fold_fits(found, gold, pack, kept=kept))


def fold_fits(
    found: Sequence[Document],
    gold: Sequence[Document],
    pack: Pack,
    *,
    kept: Mapping[str, Fitted] = NONE,
    known: Sequence[Memories] = (),
) -> list[dict[str, Fitted]]:
    """The values for each fold, fitted on the documents of the others; fold `n` is every `FOLDS`th one from `n`."""
    known = known or [memories(pack)] * len(found)
    result = []
    for fold in range(FOLDS):
        others = [index for index in range(len(gold)) if index % FOLDS != fold]
        result.append(
            fit_labels(
                [found[index] for index in others],
                [gold[index] for index in others],
                pack,
                kept=kept,
                known=[known[index] for index in others],
            )
        )
    return result


def decide_folds(
    found: Sequence[Document], pack: Pack, folds: Sequence[dict[str, Fitted]], *, known: Sequence[Memories] = ()
) -> list[Document]:
    """The documents decided each with the values of its fold, in the same order."""
    known = known or [memories(pack)] * len(found)
    result = list(found)
    for fold, fitted in enumerate(folds):
        members = range(fold, len(found), len(folds))
        decided = decide([found[index] for index in members], pack, fitted, known=[known[index] for index in members])
        for index, document in zip(members, decided, strict=True):
            result[index] = document
    return result


def decide(
    found: Sequence[Document], pack: Pack, fitted: Mapping[str, Fitted], *, known: Sequence[Memories] = ()
) -> list[Document]:
    """What the default pipeline makes of raw candidates under given values."""
    labels = tuple(replace(label, threshold=fitted[label.corpus].threshold) for label in pack.labels)
    known = known or [memories(pack)] * len(found)
    decided = [calibrated(document, fitted, one) for document, one in zip(found, known, strict=True)]
    for stage in deciding_stages(replace(pack, labels=labels), RAW):
        decided = stage(decided)
    return decided


def finish(document: Document) -> Document:
    """Our post-processing rules, in their order."""
    for rule in rules("default"):
        document = rule(document)
    return document
