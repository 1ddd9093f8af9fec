"""The pipeline that a pack and the options ask for: split, filter, tag, gazetteer, post-process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cardioner_desktop.core import postprocess
from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.core.gazetteer import Gazetteer, add_all, add_codes, add_guarded, read_entries
from cardioner_desktop.core.language import detect
from cardioner_desktop.core.names import fold
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.lists.entries import TEST
from cardioner_desktop.lists.own import OwnList
from cardioner_desktop.lists.own import read as read_lists
from cardioner_desktop.packs import GAZETTEER, TOKENIZER, Label, Pack
from cardioner_desktop.tagging.engine import Engine, columns_of
from cardioner_desktop.tagging.gate import WindowGate
from cardioner_desktop.tagging.memory import MentionMemory, rescored
from cardioner_desktop.tagging.tagger import FLOOR, Gate, Head, tagger
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
        gate=gate or (_gate(pack, labels) if options.gate else None),
    )
    remembered = [open_memory(pack, label) for label in labels if label.memory and label.weights]
    return each(split_document), tag, *(each(step) for step in remembered)


def open_memory(pack: Pack, label: Label) -> Callable[[Document], Document]:
    """The step that rescores a label's candidates; `PackError` when its memory cannot be read."""
    try:
        memory = MentionMemory(pack.folder / label.memory)
        return rescored(memory, label.weights, label=label.corpus, floor=FLOOR)
    except (OSError, KeyError, ValueError) as error:
        raise PackError(f"The memory {label.memory} of pack {pack.name} cannot be read; install it again.") from error


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
        return SubwordTokenizer(pack.folder / TOKENIZER, words=pack.windows.words)
    except Exception as error:  # the library raises nothing more exact
        raise PackError(f"The tokenizer of pack {pack.name} cannot be read; install the pack again.") from error


def open_engine(pack: Pack, options: Options) -> Engine:
    """The engine that the options name, or the pack's default one."""
    name = options.engine or pack.default_engine
    folder = pack.engine_folder(name)
    classes = columns_of(pack.classes, [label.name for label in pack.labels])
    if name == "onnx":  # each library loads only where its engine runs
        from cardioner_desktop.tagging.onnx import OnnxEngine

        return OnnxEngine(folder, device=options.device, threads=options.threads, classes=classes)
    if name != "ct2":
        raise PackError(f"This program has no engine {name}; install a newer one, or a pack with the engine ct2.")
    from cardioner_desktop.tagging.ct2 import Ct2Engine

    return Ct2Engine(
        folder,
        buckets=pack.windows.buckets,
        pad_id=pack.windows.pad_id,
        device=options.device,
        threads=options.threads,
        classes=classes,
    )


def open_gate(pack: Pack, label: str) -> WindowGate | None:
    """The filter of a label, `None` where the pack has none; `PackError` when it cannot be read."""
    for gate in pack.gates:
        if gate.label == label:
            try:
                return WindowGate(pack.folder / gate.file, threshold=gate.threshold)
            except (OSError, KeyError, ValueError) as error:
                raise PackError(
                    f"The filter {gate.file} of pack {pack.name} cannot be read; install the pack again."
                ) from error
    return None


def _gate(pack: Pack, labels: Sequence[Label]) -> Gate | None:
    """Passes what one of the labels' gates passes; a label without a gate needs every window."""
    gates = [open_gate(pack, label.name) for label in labels]
    opened = [gate for gate in gates if gate is not None]
    if not opened or len(opened) < len(gates):
        return None

    def passes(windows: Sequence[Sequence[int]]) -> list[bool]:
        return [any(of_window) for of_window in zip(*(gate(windows) for gate in opened), strict=True)]

    return passes


def _gazetteer_steps(pack: Pack, labels: Sequence[Label], options: Options) -> list[Callable[[Document], Document]]:
    """The pack's list and the user's own, label by label.

    Names of the label that the pack has a list for become mentions where the model supports them; of other labels
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
