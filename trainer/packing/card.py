"""The text of a pack's CARD.md and LICENSE."""

from collections.abc import Mapping, Sequence
from typing import Any

from cardioner_desktop.packs import Score
from trainer.config import Recipe, RecipeLabel
from trainer.fitting.calibrate import Fitted

LANGUAGES = {"es": "Spanish", "en": "English", "it": "Italian"}

CARD = """# CardioNER pack `{language}`: {labels} in {name} clinical text

A small int8 encoder with one BIO head for each label, run offline by CardioNER Desktop.

## Intended use
A research and documentation aid that marks mentions for a person to review. It is no medical device and must not
decide on diagnosis or treatment.

## Scores
Strict entity scores (label, start and end equal; micro, the shared task's rules) on {measured}

| label | precision | recall | F1 | 95 % interval |
|---|---|---|---|---|
{scores}

## Training
- Recipe `{recipe}`, seed {seed}; base `{base}`; {steps} steps, {minutes} minutes on {hardware}.
- Data: {data}.
- Gazetteer: {gazetteer}.
- Vocabulary cut to the pieces that occur in the training texts and in openly licensed {name} medical text.

## Decisions
Word probabilities are means over sub-words, the most probable BIO sequence is taken, and candidates count from these
calibrated scores on: {thresholds}.{memory}

## Limits
{limits}
Negated and historical diseases are marked like any other. Names of new drugs can be missed.
"""

SHARED = """{documents} held-back CardioCCC
case reports, 95 % bootstrap intervals over documents. They belong to the sibling run `choice`, which never saw those
documents in any language; calibration and thresholds are cross-fitted over five folds of them. The rules after the
tagger and the use of the gazetteer were chosen on the same documents, which favours the figures a little."""
MEASURED = {
    "choice": SHARED + " The model\nin this pack is that run.",
    "shipped": SHARED
    + " The model in this pack\nis the sibling `shipped`: the same recipe on all documents, those values "
    "frozen.",
    "folds": """{documents} CardioCCC
case reports, 95 % bootstrap intervals over documents. Each was tagged by a run of the same recipe that saw it in no
language (`fold-1` to `fold-5`); calibration and thresholds are cross-fitted over the same folds. The rules after the
tagger and the use of the gazetteer were chosen on these documents, which favours the figures a little. The model in
this pack is the sibling `shipped`: the same recipe on all documents, the values fitted on all folds.""",
    "adapted": """{documents} held-out
documents of the site that adapted the model, 95 % bootstrap intervals over documents. Where a label has mentions enough
there, calibration and threshold are cross-fitted over five folds of them; else they are those of the pack before.""",
}
PUBLISHED = """Trained on published case reports; not validated on hospital letters. Doses are usually left out of drug
mentions, as in CardioCCC."""
LIMITS = {
    "adapted": """Adapted to documents of one site; how well it marks those of others was not measured. A model can hold
traces of what it learned from: whether this pack may leave the site is for the site to decide."""
}

MEMORY = """
For {labels}, every likely sequence is a candidate, and a memory of the training documents ranks them: counts, under
hashes, of runs of words that were mentions and of words at their ends. It holds no readable text."""

LICENCE = """This pack was learned from the following material and may be used under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), with attribution to its sources:

{data}
- base encoder: {base}, MIT licence
- gazetteer: {gazetteer}
"""

ADAPTED_LICENCE = """This pack was adapted to documents of one site, which decides on its use. Before that, its model
learned from the material named here first, which asks for attribution:

{data}
- base encoder: {base}
- gazetteer: {gazetteer}
"""


def card(
    recipe: Recipe,
    language: str,
    labels: Sequence[RecipeLabel],
    scores: Sequence[Score],
    fitted: Mapping[str, Fitted],
    training: Mapping[str, Any],
) -> str:
    """The model card of one language's pack."""
    rows = [
        f"| {score.label} | {score.precision:.4f} | {score.recall:.4f} | {score.f1:.4f} "
        f"| {score.low:.4f}–{score.high:.4f} |"
        for score in scores
    ]
    sibling = str(training["sibling"])
    measured = MEASURED["folds" if "fitted_on" in training else sibling]
    remembered = " and ".join(f"{label.name}s" for label in labels if label.memory)
    return CARD.format(
        language=language,
        name=LANGUAGES.get(language, language),
        labels=" and ".join(f"{label.name}s" for label in labels),
        measured=measured.format(documents=scores[0].documents if scores else 0),
        limits=LIMITS.get(sibling, PUBLISHED),
        scores="\n".join(rows),
        recipe=recipe.name,
        seed=recipe.seed,
        base=training["base"],
        steps=training["steps"],
        minutes=round(int(training["seconds"]) / 60),
        hardware=training["hardware"],
        data="; ".join(training["data"]),
        gazetteer=training["gazetteer"],
        memory=MEMORY.format(labels=remembered) if remembered else "",
        thresholds=", ".join(
            f"{label.name} {fitted[label.corpus].threshold}" for label in labels if label.corpus in fitted
        )
        or "0.5",
    )


def licence(training: Mapping[str, Any]) -> str:
    """The licence text of a pack, with its sources."""
    text = ADAPTED_LICENCE if training["sibling"] == "adapted" else LICENCE
    return text.format(
        data="\n".join(f"- {line}" for line in training["data"]),
        base=training["base"],
        gazetteer=training["gazetteer"],
    )
