"""The packs of a site before and after its model was adapted.

Training leaves texts, lists and a memory of mentions behind that a site has not; its old pack gives them: the pieces
of its vocabulary, its gazetteer, its memory, to which the local mentions are added, and, for labels with few mentions
among the held-out documents, calibration and threshold. A filter is not carried over: it was made for what the old
tagger finds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.postprocess import rename_labels
from cardioner_desktop.errors import UsageError
from cardioner_desktop.installing import install
from cardioner_desktop.packs import GAZETTEER, MANIFEST, TOKENIZER, Pack, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, pack_stages
from trainer.config import Recipe
from trainer.fitting.calibrate import Fitted
from trainer.fitting.deciding import cross_fitted, decide, fit_labels
from trainer.fitting.evaluate import candidates, measured, unseen_documents
from trainer.fitting.memory import extend_memory
from trainer.learning.corpora import corpus_documents, held_back
from trainer.learning.model import load
from trainer.packing.judging import Judged, judge, reason_to_keep
from trainer.packing.local import KNOWN
from trainer.packing.pack import NO_FIT, Ingredients, labels_of, rewrite, write_pack
from trainer.packing.vocabulary import used_ids

ENOUGH = 30  # mentions of a label among the held-out documents, from which on its two values and threshold are fitted
ENOUGH_FOR_MEMORY = 300  # the same where a memory has 55 weights
FOLDED = 5  # documents that fitting takes
FRESH = "0.1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One language of a site: what was learned from which documents, and where the packs lie.

    `documents` is the folder that the recipe reads, `known` names those that the checkpoint had learned from, `run` is
    the adapted model, `checkpoint` the run that it began with (`None`: a plain base), `old` and `out` are folders of
    packs: those in use when the run began, and those to write.
    """

    language: str
    recipe: Recipe
    documents: Path
    known: frozenset[str]
    run: Path
    checkpoint: Path | None
    tokenizer: Path
    old: Path
    out: Path
    threads: int = 0

    def lines(self, learned: Sequence[Document], general: Sequence[Document], *, tolerance: float) -> Iterator[str]:
        """Pack the adapted model, measure it beside the old pack, and put it in its place if the rule allows."""
        gold = unseen_documents(self.recipe, self.documents, self.language, sibling="choice")
        old = self.pack_in_use()
        new, after, after_general = self._new(self.run, self.recipe, learned, gold, general, old, "packs")
        if old:
            before, before_general = (self._tagged(old, documents) for documents in (gold, general))
            known = {self._corpus(label.name) for label in old.labels}
        else:
            before, before_general, known = self._without_pack(learned, gold, general)
        labels = [label.corpus for label in labels_of(self.recipe, self.language)]
        judged = _judge(gold, before, after, "local", labels, known)
        judged_general = _judge(general, before_general, after_general, "general", sorted(known), known)
        if judged is None:
            yield f"{self.language}: nothing is marked in the documents held out, so no pack was written."
            return
        yield f"{self.language}:"
        yield from judged.lines()
        if judged_general:
            yield from judged_general.lines()
        else:
            yield "  general: no documents with labels of the old pack (--general), so the loss elsewhere is unknown"
        reason = reason_to_keep(judged, judged_general, tolerance=tolerance)
        if reason:
            kept = "the old pack stays as it is" if old else "no pack was written"
            yield f"{self.language}: {kept}, since {reason}."
            return
        for _ in install(new.folder, self.out, allow_unsigned=True, replace_old=True, downgrade=True):
            pass
        written = read_pack(self.out / self.language)
        yield f"{self.language}: the new pack is in {written.folder}, {written.size / 1e6:.1f} MB, every file verified."

    @property
    def _options(self) -> Options:
        return Options(threads=self.threads)

    def pack_in_use(self) -> Pack | None:
        """The old pack, if there is one; `UsageError` where the adapted model would lack one of its labels."""
        if not (self.old / self.language / MANIFEST).is_file():
            return None
        pack = read_pack(self.old / self.language)
        names = {label.name for label in labels_of(self.recipe, self.language)}
        for label in pack.labels:
            if label.name not in names:
                raise UsageError(
                    f"The checkpoint lacks the label {label.name} of the pack {pack.name}; name the run that it is of."
                )
        return pack

    def _corpus(self, name: str) -> str:
        return self.recipe.label(name).corpus

    def _tagged(self, pack: Pack, documents: Sequence[Document]) -> list[Document]:
        """What a pack finds as it stands, its labels as the recipe writes them."""
        names = {label.corpus: self._corpus(label.name) for label in pack.labels}
        return [rename_labels(names)(one) for one in candidates(pack_stages(pack, self._options), documents)]

    def _memories(self, old: Pack) -> Iterator[tuple[str, Path]]:
        """The memories of the old pack, with the mentions of the local documents that are new to it."""
        local = next(corpus for corpus in self.recipe.corpora if corpus.selection)
        unseen = held_back(self.recipe, self.documents, sibling="choice")
        new = [
            document
            for document in corpus_documents(local, self.language, self.documents)
            if document.id not in unseen | self.known
        ]
        for label in old.labels:
            if label.memory:
                file = self.run / f"memory-{label.name}.{self.language}.npz"
                marked = new if label.name in local.annotated[self.language] else []
                extend_memory(old.folder / label.memory, marked, file, label=self._corpus(label.name))
                yield label.name, file

    def _without_pack(
        self, learned: Sequence[Document], gold: Sequence[Document], general: Sequence[Document]
    ) -> tuple[list[Document], list[Document], set[str]]:
        """What the checkpoint finds, packed and fitted as the new model is, and the labels that it knows."""
        corpora = tuple(corpus for corpus in self.recipe.corpora if corpus.name == KNOWN)
        before = replace(self.recipe, corpora=corpora)
        known = {label.corpus for label in labels_of(before, self.language)}
        if self.checkpoint is None or not known:
            return candidates((), gold), candidates((), general), set()
        _, found, found_general = self._new(self.checkpoint, before, learned, gold, general, None, "packs-before")
        return found, found_general, known

    def _new(
        self,
        run: Path,
        recipe: Recipe,
        learned: Sequence[Document],
        gold: Sequence[Document],
        general: Sequence[Document],
        old: Pack | None,
        where: str,
    ) -> tuple[Pack, list[Document], list[Document]]:
        """A run's model as a pack in the run folder, with fitted values, and what it finds in local (cross-fitted) and
        general documents."""
        model, facts = load(run)
        memories = dict(self._memories(old)) if old else {}
        recipe = replace(recipe, labels=tuple(replace(label, memory=label.name in memories) for label in recipe.labels))
        listed = old is not None and (old.folder / GAZETTEER).is_file() and old.gazetteer_label != ""
        ingredients = Ingredients(
            language=self.language,
            version=_version(old),
            fitted={},
            scores=(),
            gates={},
            gazetteer=old.folder / GAZETTEER if old and listed else None,
            gazetteer_label=old.gazetteer_label if old and listed else "",
            training=_training(recipe, facts, old, len(learned)),
            memories=memories,
        )
        used = _pieces(self.tokenizer, old, learned)
        folder = self.run / where / self.language
        pack = write_pack(model, self.tokenizer, recipe, used, ingredients, folder)
        raw = candidates(candidate_stages(pack, self._options), gold)
        kept = _kept(pack, old, gold)
        fitted = fit_labels(raw, gold, pack, kept=kept)
        local = cross_fitted(raw, gold, pack, kept=kept)
        elsewhere = decide(candidates(candidate_stages(pack, self._options), general), pack, fitted)
        marked = {span.label for document in gold for span in document.spans}
        scores = tuple(
            replace(measured(local, gold, label), measured_on="held-out local documents")
            for label in pack.labels
            if label.corpus in marked
        )
        return rewrite(pack, recipe, replace(ingredients, fitted=fitted, scores=scores)), local, elsewhere


def _judge(
    gold: Sequence[Document],
    before: Sequence[Document],
    after: Sequence[Document],
    place: str,
    labels: Sequence[str],
    old: set[str],
) -> Judged | None:
    """`None` where the documents mark none of the labels."""
    marked = {span.label for document in gold for span in document.spans}
    wanted = [label for label in labels if label in marked]
    return judge(gold, before, after, place=place, labels=wanted, old=old) if wanted else None


def _kept(pack: Pack, old: Pack | None, gold: Sequence[Document]) -> dict[str, Fitted]:
    """The values of labels with too few held-out mentions to fit them: the old pack's, or none."""
    known = {label.name: label for label in old.labels} if old else {}
    kept: dict[str, Fitted] = {}
    for label in pack.labels:
        mentions = sum(span.label == label.corpus for document in gold for span in document.spans)
        if mentions < (ENOUGH_FOR_MEMORY if label.memory else ENOUGH) or len(gold) < FOLDED:
            before = known.get(label.name)
            kept[label.corpus] = (
                Fitted(*before.calibration, before.threshold, tuple(before.weights)) if before is not None else NO_FIT
            )
    return kept


def _pieces(tokenizer: Path, old: Pack | None, learned: Sequence[Document]) -> set[int]:
    """The vocabulary of the pack: what the old one had and the documents add, or all of the checkpoint's."""
    whole: Mapping[str, int] = Tokenizer.from_str(tokenizer.read_text(encoding="utf-8")).get_vocab()
    had = Tokenizer.from_str((old.folder / TOKENIZER).read_text(encoding="utf-8")).get_vocab() if old else {}
    both = {whole[piece] for piece in had if piece in whole}
    if 2 * len(both) < len(had) or not both:  # no old pack, or one of another family
        return set(whole.values())
    return both | used_ids(tokenizer, (line for document in learned for line in document.text.split("\n")))


def _training(recipe: Recipe, facts: Mapping[str, Any], old: Pack | None, documents: int) -> dict[str, Any]:
    """What manifest and card tell about the run: no name and no text of a document."""
    return {
        "recipe": recipe.name,
        "seed": recipe.seed,
        "sibling": "adapted",
        **{name: facts[name] for name in ("base", "steps", "seconds", "hardware")},
        "documents": documents,
        "data": list(facts["data"]),
        "gazetteer": old.training.get("gazetteer", "none") if old else "none",
    }


def _version(old: Pack | None) -> str:
    version = old.version if old else FRESH
    return version if version.endswith("+local") else f"{version}+local"
