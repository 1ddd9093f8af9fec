"""The trained model itself, in fp32, as something that finds candidates in documents."""

from collections.abc import Sequence

import torch

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.tagging.tagger import Head, tagger
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.fitting.evaluate import TorchEngine
from trainer.fitting.found import Finder, FinishedRun
from trainer.learning.model import load


def tagging_finder(run: FinishedRun, *, every: Sequence[str] = (), threads: int) -> Finder:
    """Load a run's model; what comes back tags documents that have sentences, all labels, scores not calibrated.

    Of the labels named in `every`, all likely sequences are candidates.
    """
    if threads:
        torch.set_num_threads(threads)
    model, _ = load(run.folder)
    rows = list(range(len(model.labels)))
    engine = TorchEngine(model, rows=rows, pad_id=int(model.encoder.config.pad_token_id or 0))
    heads = [Head(run.recipe.label(name).corpus, row, every=name in every) for row, name in enumerate(model.labels)]
    tokenizer = SubwordTokenizer(run.folder / "tokenizer.json")
    stage = tagger(tokenizer, engine, heads, size=run.recipe.window, overlap=run.recipe.overlap)

    def find(documents: Sequence[Document]) -> list[tuple[Span, ...]]:
        bare = [Document(one.id, one.text, one.language, one.sentences) for one in documents]
        return [document.spans for document in stage(bare)]

    return find
