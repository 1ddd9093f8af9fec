"""What a person chooses for tagging, and what follows from it for the labels of a pack; nothing here loads a model."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.lists.own import OwnList
from cardioner_desktop.packs import Label, Pack


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chooses; `None` and 0 leave the choice to the pack or the machine."""

    entities: tuple[str, ...] | None = None  # names of labels; None: all that the pack has
    labels: str = "corpus"  # corpus or english
    gate: bool = False
    gazetteer: str = "guarded"  # off, all or guarded
    rules: str = "default"  # default or paper
    threshold: float | None = None  # one calibrated score for all labels
    engine: str | None = None
    device: str = "auto"  # auto, cpu or cuda
    threads: int = 0
    lists: tuple[OwnList, ...] = ()  # a user's own, used as the pack's list is

    def __post_init__(self) -> None:
        for value, allowed in (
            (self.labels, ("corpus", "english")),
            (self.gazetteer, ("off", "all", "guarded")),
            (self.rules, ("default", "paper")),
            (self.device, ("auto", "cpu", "cuda")),
        ):
            if value not in allowed:
                raise UsageError(f"{value} is no choice here; choose one of {', '.join(allowed)}.")
        if self.threshold is not None and not 0.0 <= self.threshold <= 1.0:
            raise UsageError(f"A threshold lies between 0 and 1, not at {self.threshold}.")
        if self.threads < 0:
            raise UsageError(f"The number of threads is 0 (the machine decides) or more, not {self.threads}.")


def wanted_labels(pack: Pack, options: Options) -> tuple[Label, ...]:
    """The labels of a pack that the options ask for; none, where the pack has none of them."""
    return tuple(label for label in pack.labels if options.entities is None or label.name in options.entities)


def written_names(pack: Pack, options: Options) -> dict[str, str]:
    """What each wanted label is called in results, by its name in the corpus."""
    english = options.labels == "english"
    return {label.corpus: label.english if english else label.corpus for label in wanted_labels(pack, options)}


def policy(pack: Pack, options: Options) -> Policy:
    """What decides on the candidates of a pack while they carry the labels of the corpus."""
    thresholds = {
        label.corpus: label.threshold if options.threshold is None else options.threshold
        for label in wanted_labels(pack, options)
    }
    return Policy(thresholds=thresholds, rules=options.rules)


def review_policies(packs: Sequence[Pack], options: Options) -> dict[str, Policy]:
    """What decides on candidates under the labels of results, as `open_candidates` gives them, by language."""
    found = {}
    for pack in packs:
        names, decided = written_names(pack, options), policy(pack, options)
        thresholds = {names[label]: threshold for label, threshold in decided.thresholds.items()}
        found[pack.language] = Policy(thresholds=thresholds, rules=decided.rules)
    return found


def measured(packs: Sequence[Pack], options: Options) -> dict[tuple[str, str], tuple[tuple[float, float, float], ...]]:
    """What is known of the precision and recall of packs, by language and label of results: their curves, and where a
    label has none the one point that its maker's figures are, at the threshold of the pack."""
    points = {
        (pack.language, written_names(pack, options)[label.corpus]): ((label.threshold, score.precision, score.recall),)
        for pack in packs
        for label in wanted_labels(pack, options)
        for score in pack.scores
        if score.label == label.name
    }
    return {**points, **curves(packs, options)}


def curves(packs: Sequence[Pack], options: Options) -> dict[tuple[str, str], tuple[tuple[float, float, float], ...]]:
    """Precision and recall by threshold where a pack's maker measured them, by language and label of results."""
    return {
        (pack.language, written_names(pack, options)[label.corpus]): label.curve
        for pack in packs
        for label in wanted_labels(pack, options)
        if label.curve
    }
