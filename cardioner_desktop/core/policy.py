"""Which candidates are shown: thresholds by label, and the rules after them, as one pure function of a document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cardioner_desktop.core import postprocess
from cardioner_desktop.core.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The lowest calibrated score that counts, by label as spans carry it (0 for a label that is not named), and the
    name of the rules: `default` or `paper`."""

    thresholds: Mapping[str, float]
    rules: str = "default"


def decided(document: Document, policy: Policy) -> Document:
    """The document with the spans that a policy leaves of its candidates; no model is asked again."""
    document = postprocess.by_threshold(policy.thresholds)(document)
    for rule in rules(policy.rules):
        document = rule(document)
    return document


def decided_by_language(document: Document, *, policies: Mapping[str, Policy]) -> Document:
    """The same by the policy of a document's language, or by that of no language, "", which is always there."""
    return decided(document, policies.get(document.language or "", policies[""]))


def rules(name: str) -> tuple[Callable[[Document], Document], ...]:
    """The rules after the thresholds: the published ones, or ours."""
    if name == "paper":
        return (postprocess.paper_rules,)
    return (
        postprocess.join_touching,
        postprocess.trim,
        postprocess.join_slash,
        postprocess.drop_marks,
        postprocess.resolve_overlaps,
    )
