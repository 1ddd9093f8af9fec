"""The pipeline that a pack and the options ask for: split, filter, tag, gazetteer, post-process.

`open_pipeline` goes all the way to the mentions that count; `open_candidates` stops before anything is decided, for a
window in which a person moves the thresholds.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.core.gazetteer import Gazetteer, add_all, add_codes, add_guarded, read_entries
from cardioner_desktop.core.language import detect
from cardioner_desktop.core.names import fold
from cardioner_desktop.core.policy import decided
from cardioner_desktop.core.policy import rules as rules
from cardioner_desktop.core.postprocess import rename_labels
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.lists.entries import TEST
from cardioner_desktop.lists.own import read as read_lists
from cardioner_desktop.machine import cuda_devices
from cardioner_desktop.options import Options as Options
from cardioner_desktop.options import policy, written_names
from cardioner_desktop.options import wanted_labels as wanted_labels
from cardioner_desktop.pack_parts import open_engine as open_engine
from cardioner_desktop.pack_parts import open_gate as open_gate
from cardioner_desktop.pack_parts import open_gates, open_memory
from cardioner_desktop.pack_parts import open_tokenizer as open_tokenizer
from cardioner_desktop.packs import GAZETTEER, Label, Pack
from cardioner_desktop.tagging.engine import Engine
from cardioner_desktop.tagging.tagger import Gate, Head, tagger

StagesOf: TypeAlias = Callable[[Pack], tuple[Stage, ...]]
"""Opens the stages of one pack."""


def open_pipeline(packs: Sequence[Pack], options: Options) -> tuple[Stage, ...]:
    """Stages for documents in any language that one of the packs reads.

    Where a document names no language, it is detected. Models load at the first document of their language. Raises
    `UsageError` when the options ask for what no pack or this machine has; a document in a language without a pack
    raises `PackError` when its turn comes.
    """
    return _open(packs, options, lambda pack: pack_stages(pack, options))


def open_candidates(packs: Sequence[Pack], options: Options) -> tuple[Stage, ...]:
    """The same as `open_pipeline`, but before thresholds and rules: every candidate above the floor with its calibrated
    score, memories and gazetteer done, under the labels of results. `options.review_policies` decide on them, by
    `core.policy.decided`: the outcome is that of `open_pipeline`."""
    return _open(packs, options, lambda pack: review_stages(pack, options))


def check_options(packs: Sequence[Pack], options: Options) -> None:
    """Refuse what no pack can do, before any work; `UsageError` says what there is instead."""
    known = dict.fromkeys(label.name for pack in packs for label in pack.labels)
    for name in options.entities or ():
        if name not in known:
            raise UsageError(f"No installed pack finds {name}; choose among {', '.join(known)}.")
    if options.engine is not None:
        for pack in packs:
            pack.engine_folder(options.engine)
    if options.device == "cuda" and not cuda_devices():
        raise UsageError("This machine has no CUDA device; choose the device cpu or auto.")


def pack_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """The stages of one pack, its models loaded."""
    return (*candidate_stages(pack, options), *deciding_stages(pack, options))


def review_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """The stages of one pack, its models loaded, that leave every candidate, under the labels of results."""
    names = rename_labels(written_names(pack, options))
    return *candidate_stages(pack, options), *gazetteer_stages(pack, options), each(names)


def candidate_stages(
    pack: Pack, options: Options, *, engine: Engine | None = None, gate: Gate | None = None
) -> tuple[Stage, ...]:
    """Split, filter and tag: every candidate with its calibrated score.

    `engine` and `gate` take the place of the pack's own.
    """
    labels = wanted_labels(pack, options)
    rows = {label.name: row for row, label in enumerate(pack.labels)}
    heads = [Head(label.corpus, rows[label.name], *label.calibration, every=bool(label.memory)) for label in labels]
    tag = tagger(
        open_tokenizer(pack),
        engine or open_engine(pack, options),
        heads,
        size=pack.windows.size,
        overlap=pack.windows.overlap,
        gate=gate or (open_gates(pack, labels) if options.gate else None),
    )
    remembered = [open_memory(pack, label) for label in labels if label.memory and label.weights]
    return each(split_document), tag, *(each(step) for step in remembered)


def gazetteer_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """The pack's list and the user's own, label by label; none where the options switch them off."""
    return tuple(each(step) for step in _gazetteer_steps(pack, wanted_labels(pack, options), options))


def deciding_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """Gazetteer, thresholds and post-processing, and the labels as they are written."""
    decide = each(partial(decided, policy=policy(pack, options)))
    return *gazetteer_stages(pack, options), decide, each(rename_labels(written_names(pack, options)))


def _gazetteer_steps(pack: Pack, labels: Sequence[Label], options: Options) -> list[Callable[[Document], Document]]:
    """Names of the label that the pack has a list for become mentions where the model supports them; of other labels
    they only give their codes, unless all are asked for. Laboratory tests of own lists speak against hits.
    """
    if options.gazetteer == "off":
        return []
    own = read_lists(options.lists, language=pack.language)
    tests = frozenset(fold(entry.name) for entry in own if entry.label == TEST)
    steps: list[Callable[[Document], Document]] = []
    for label in labels:
        listed = label.name == pack.gazetteer_label
        entries = [replace(entry, label=label.corpus) for entry in own if entry.label == label.name]
        if listed:
            entries = [*read_entries(pack.folder / GAZETTEER, label=label.corpus), *entries]
        if not entries:
            continue
        gazetteer = Gazetteer(entries)
        if options.gazetteer == "all":
            steps.append(add_all(gazetteer))
        elif listed:
            # The pack's own threshold: a stricter one that a person chose then drops what the list alone supports.
            support = min(pack.gazetteer_support, label.threshold)
            steps.append(add_guarded(gazetteer, support=support, threshold=label.threshold, is_test=tests.__contains__))
        else:
            steps.append(add_codes(gazetteer))
    return steps


def _open(packs: Sequence[Pack], options: Options, stages_of: StagesOf) -> tuple[Stage, ...]:
    if not packs:
        raise PackError("No model pack is installed; put one into the packs folder.")
    check_options(packs, options)
    return each(_with_language), _dispatch({pack.language: pack for pack in packs}, stages_of)


def _with_language(document: Document) -> Document:
    if document.language is not None or not document.text.strip():
        return document
    return replace(document, language=detect(document.text))


def _dispatch(packs: dict[str, Pack], stages_of: StagesOf) -> Stage:
    """Run each document through its language's pack, those of one language together."""
    loaded: dict[str, tuple[Stage, ...]] = {}

    def stage(documents: Sequence[Document]) -> list[Document]:
        result = list(documents)
        places: dict[str, list[int]] = {}
        for place, document in enumerate(documents):
            if document.text.strip():
                places.setdefault(_pack_language(document, packs), []).append(place)
        for language, members in places.items():
            if language not in loaded:
                loaded[language] = stages_of(packs[language])
            group = [documents[place] for place in members]
            for step in loaded[language]:
                group = step(group)
            provenance = packs[language].provenance
            for place, document in zip(members, group, strict=True):
                result[place] = replace(document, provenance=provenance)
        return result

    return stage


UNCLEAR = "The language of this document is not clear; name it."
"""How, whoever tells it knows: the command line with an option, the window in its list."""


def _pack_language(document: Document, packs: dict[str, Pack]) -> str:
    if document.language is None:
        raise PackError(UNCLEAR)
    if document.language not in packs:
        raise PackError(
            f"No installed pack reads the language {document.language}; there are {', '.join(sorted(packs))}."
        )
    return document.language
