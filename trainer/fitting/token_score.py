"""What one cell of a table says: token scores as the paper's Tables 5-8 give them, and strict entity scores.

The paper reports "token precision", "token recall" and "token F1" and does not define them further. Counted here, by
the mode `token` of `cardioner_desktop.core.score`:

- tokens are those of the published code, `[0-9\\w]+|[^0-9\\w]`, blanks left out;
- each token has the tag `B`, `I` or `O` of one label; one that a mention touches belongs to it, and where mentions
  overlap, the last one wins;
- a token is right when its predicted tag is `B` or `I` and equals the gold tag: precision is the share of right ones
  among tokens with a predicted `B` or `I`, recall among tokens with a gold `B` or `I`; `O` never counts as right;
- counts are summed over all documents, those without mentions too (micro), before the ratios are taken.

So the figures are micro scores over the tags that are not `O`. Sub-word tags, or a macro mean over classes, would give
other figures from the same predictions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from cardioner_desktop.core.bootstrap import interval
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Counts, score


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one system on one label; `low` and `high` are the 95 % interval of the entity F1 over documents.

    `documents` is the number of documents that were tagged; the official entity mode looks only at those with mentions.
    """

    documents: int
    token: Counts
    entity: Counts
    low: float
    high: float

    def to_json(self) -> dict[str, object]:
        """Plain values for a JSON file."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Cell":
        """What `to_json` wrote."""
        return cls(**{**data, "token": Counts(**data["token"]), "entity": Counts(**data["entity"])})


def measured(gold: Sequence[Document], found: Sequence[Document], *, label: str) -> Cell:
    """Score one label of predictions; documents pair by position, ids may recur in several languages."""
    true = [of_label(document, label, id_=f"{place}") for place, document in enumerate(gold)]
    predicted = [of_label(document, label, id_=f"{place}") for place, document in enumerate(found)]
    entities = score(true, predicted, mode="official")
    bounds = interval(entities)
    return Cell(len(true), score(true, predicted, mode="token").overall, entities.overall, bounds.low, bounds.high)


def of_label(document: Document, label: str, *, id_: str) -> Document:
    """The document with the spans of one label, under another id."""
    return replace(document, id=id_, spans=tuple(span for span in document.spans if span.label == label))
