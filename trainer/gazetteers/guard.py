"""What the guard round the list is worth: its variants on documents that a run never saw, each against no list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from cardioner_desktop.core.bootstrap import paired_bootstrap
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.gazetteer import SPOKEN_FOR, Gazetteer, add_all, add_guarded, read_gazetteer
from cardioner_desktop.core.score import score
from trainer.fitting.calibrate import Fitted, calibrated, fit
from trainer.fitting.deciding import finish
from trainer.fitting.found import FinishedRun, candidates, unseen_corpora
from trainer.fitting.token_score import of_label
from trainer.learning.corpora import corpus_documents, selection_names

LABEL = "drug"
SUPPORTS = (0.02, 0.05, 0.1, 0.2, 0.3)  # calibrated scores
SHARES = (0.0, SPOKEN_FOR, 1.0)  # of the support: what is enough where the context speaks for a hit
WIDTH = 34  # characters of the longest name of a variant

Step = Callable[[Document], Document]


def guard_lines(run: FinishedRun, corpora: Path, lists: Path, *, threads: int) -> Iterator[str]:
    """One line for each language and variant: precision, recall, F1, and the paired difference to no list.

    Measured on the documents of the corpora that the run names and did not learn from, the selection documents left
    out, so that choosing here leaves those unseen. Calibration and threshold are fitted on the same documents, one
    pair for all variants: compare the lines, and quote none of them as a score.
    """
    label = run.recipe.label(LABEL).corpus
    left_out = selection_names(run.recipe, corpora)
    for corpus in unseen_corpora(run.recipe):
        for language, annotated in corpus.annotated.items():
            if LABEL not in annotated:
                continue
            documents = [one for one in corpus_documents(corpus, language, corpora) if one.id not in left_out]
            gold = [of_label(one, label, id_=one.id) for one in documents]
            raw = candidates(run, documents, name=f"{corpus.name}.{language}", threads=threads)
            found = [of_label(one, label, id_=one.id) for one in raw]
            fitted = fit(found, gold, label, rules=finish)
            gazetteer = read_gazetteer(lists / f"drugs.{language}.tsv", label=label)
            for line in compared(gold, found, fitted, variants(gazetteer, fitted.threshold), label):
                yield f"{corpus.name} {language}  {line}"


def variants(gazetteer: Gazetteer, threshold: float) -> dict[str, Step]:
    """The ways of using the list that are compared, by name."""
    result: dict[str, Step] = {"all": add_all(gazetteer)}
    for support in SUPPORTS:
        for share in SHARES:
            result[f"guarded {support:.2f}, spoken for {share * support:.3f}"] = add_guarded(
                gazetteer,
                support=min(support, threshold),
                spoken_for=min(share * support, threshold),
                threshold=threshold,
            )
    return result


def compared(
    gold: Sequence[Document], found: Sequence[Document], fitted: Fitted, steps: Mapping[str, Step], label: str
) -> Iterator[str]:
    """One line for no list, and one for each way of using it; documents pair by position."""
    scored = [calibrated(document, {label: fitted}) for document in found]
    without = [_decided(document, fitted.threshold) for document in scored]
    yield f"{'off':{WIDTH}} {_told(gold, without)}"
    for name, step in steps.items():
        decided = [_decided(step(document), fitted.threshold) for document in scored]
        change = paired_bootstrap(gold, decided, without)
        yield (
            f"{name:{WIDTH}} {_told(gold, decided)}  {100 * change.value:+.2f} "
            f"[{100 * change.interval.low:+.2f}, {100 * change.interval.high:+.2f}]"
        )


def _decided(document: Document, threshold: float) -> Document:
    spans = tuple(span for span in document.spans if span.score is None or span.score >= threshold)
    return finish(Document(document.id, document.text, document.language, document.sentences, spans))


def _told(gold: Sequence[Document], decided: Sequence[Document]) -> str:
    counts = score(gold, decided).overall
    return f"P {counts.precision:.4f} R {counts.recall:.4f} F1 {counts.f1:.4f}"
