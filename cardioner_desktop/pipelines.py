"""The pipeline that a pack and the options ask for: split, filter, tag, gazetteer, post-process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cardioner_desktop.core import postprocess
from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.core.gazetteer import add_all, add_guarded, read_gazetteer
from cardioner_desktop.core.language import detect
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.packs import GAZETTEER, TOKENIZER, Label, Pack
from cardioner_desktop.tagging.engine import Engine
from cardioner_desktop.tagging.gate import WordGate
from cardioner_desktop.tagging.tagger import Gate, Head, tagger
from cardioner_desktop.tagging.windows import SubwordTokenizer


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


def open_pipeline(packs: Sequence[Pack], options: Options) -> tuple[Stage, ...]:
    """Stages for documents in any language that one of the packs reads.

    Where a document names no language, it is detected. Models load at the first document of their language. Raises
    `UsageError` when the options ask for what no pack or this machine has; a document in a language without a pack
    raises `PackError` when its turn comes.
    """
    if not packs:
        raise PackError("No model pack is installed; put one into the packs folder.")
    check_options(packs, options)
    by_language = {pack.language: pack for pack in packs}
    return each(_with_language), _dispatch(by_language, options)


def check_options(packs: Sequence[Pack], options: Options) -> None:
    """Refuse what no pack can do, before any work; `UsageError` says what there is instead."""
    known = dict.fromkeys(label.name for pack in packs for label in pack.labels)
    for name in options.entities or ():
        if name not in known:
            raise UsageError(f"No installed pack finds {name}; choose among {', '.join(known)}.")
    if options.engine is not None:
        for pack in packs:
            pack.engine_folder(options.engine)
    if options.device == "cuda" and not has_cuda():
        raise UsageError("This machine has no CUDA device; choose the device cpu or auto.")


def has_cuda() -> bool:
    """Whether the engine sees a CUDA device."""
    import ctranslate2

    return bool(ctranslate2.get_cuda_device_count() > 0)


def pack_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """The stages of one pack, its models loaded."""
    return (*candidate_stages(pack, options), *deciding_stages(pack, options))


def candidate_stages(pack: Pack, options: Options, *, engine: Engine | None = None) -> tuple[Stage, ...]:
    """Split, filter and tag: every candidate with its calibrated score. `engine` replaces the pack's own."""
    labels = wanted_labels(pack, options)
    rows = {label.name: row for row, label in enumerate(pack.labels)}
    heads = [Head(label.corpus, rows[label.name], *label.calibration) for label in labels]
    tag = tagger(
        open_tokenizer(pack),
        engine or open_engine(pack, options),
        heads,
        size=pack.windows.size,
        overlap=pack.windows.overlap,
        gate=_gate(pack, labels) if options.gate else None,
    )
    return each(split_document), tag


def deciding_stages(pack: Pack, options: Options) -> tuple[Stage, ...]:
    """Gazetteer, thresholds and post-processing, and the labels as they are written."""
    labels = wanted_labels(pack, options)
    thresholds = {label.corpus: label.threshold if options.threshold is None else options.threshold for label in labels}
    steps: list[Callable[[Document], Document]] = [*_gazetteer_steps(pack, labels, options)]
    steps.append(postprocess.by_threshold(thresholds))
    steps.extend(rules(options.rules))
    if options.labels == "english":
        steps.append(postprocess.rename_labels({label.corpus: label.english for label in labels}))
    return tuple(each(step) for step in steps)


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


def wanted_labels(pack: Pack, options: Options) -> tuple[Label, ...]:
    """The labels of a pack that the options ask for; none, where the pack has none of them."""
    return tuple(label for label in pack.labels if options.entities is None or label.name in options.entities)


def open_tokenizer(pack: Pack) -> SubwordTokenizer:
    """The pack's tokenizer; `PackError` when it cannot be read."""
    try:
        return SubwordTokenizer(pack.folder / TOKENIZER)
    except Exception as error:  # the library raises nothing more exact
        raise PackError(f"The tokenizer of pack {pack.name} cannot be read; install the pack again.") from error


def open_engine(pack: Pack, options: Options) -> Engine:
    """The engine that the options name, or the pack's default one."""
    folder = pack.engine_folder(options.engine)
    from cardioner_desktop.tagging.ct2 import Ct2Engine

    return Ct2Engine(
        folder,
        buckets=pack.windows.buckets,
        pad_id=pack.windows.pad_id,
        device=options.device,
        threads=options.threads,
    )


def _gate(pack: Pack, labels: Sequence[Label]) -> Gate | None:
    """Passes what one of the labels' gates passes; a label without a gate needs every window."""
    files = {gate.label: gate for gate in pack.gates}
    if not labels or any(label.name not in files for label in labels):
        return None
    gates = [WordGate(pack.folder / files[label.name].file, threshold=files[label.name].threshold) for label in labels]

    def passes(document: Document, stretches: Sequence[tuple[int, int]]) -> list[bool]:
        answers = [gate(document, stretches) for gate in gates]
        return [any(of_stretch) for of_stretch in zip(*answers, strict=True)]

    return passes


def _gazetteer_steps(pack: Pack, labels: Sequence[Label], options: Options) -> list[Callable[[Document], Document]]:
    label = next((label for label in labels if label.name == pack.gazetteer_label), None)
    if options.gazetteer == "off" or label is None:
        return []
    gazetteer = read_gazetteer(pack.folder / GAZETTEER, label=label.corpus)
    if options.gazetteer == "all":
        return [add_all(gazetteer)]
    # The pack's own threshold: a stricter one that a person chose then drops what the list alone supports.
    return [add_guarded(gazetteer, support=min(pack.gazetteer_support, label.threshold), threshold=label.threshold)]


def _with_language(document: Document) -> Document:
    if document.language is not None or not document.text.strip():
        return document
    return replace(document, language=detect(document.text))


def _dispatch(packs: dict[str, Pack], options: Options) -> Stage:
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
                loaded[language] = pack_stages(packs[language], options)
            group = [documents[place] for place in members]
            for step in loaded[language]:
                group = step(group)
            for place, document in zip(members, group, strict=True):
                result[place] = document
        return result

    return stage


def _pack_language(document: Document, packs: dict[str, Pack]) -> str:
    if document.language is None:
        raise PackError("The language of this document is not clear; name it with --lang or in the list of documents.")
    if document.language not in packs:
        raise PackError(
            f"No installed pack reads the language {document.language}; there are {', '.join(sorted(packs))}."
        )
    return document.language
