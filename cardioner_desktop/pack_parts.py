"""The parts of a pack, opened: its tokenizer, an engine, the filters and the memories."""

from collections.abc import Callable, Sequence

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import PackError
from cardioner_desktop.options import Options
from cardioner_desktop.packs import TOKENIZER, Label, Pack
from cardioner_desktop.tagging.engine import Engine, columns_of
from cardioner_desktop.tagging.gate import WindowGate
from cardioner_desktop.tagging.memory import MentionMemory, rescored
from cardioner_desktop.tagging.tagger import FLOOR, Gate
from cardioner_desktop.tagging.windows import SubwordTokenizer


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
        try:
            from cardioner_desktop.tagging.onnx import OnnxEngine
        except ImportError as error:
            raise PackError(
                f"The engine onnx of pack {pack.name} needs ONNX Runtime, which the installed program leaves out; "
                "choose a pack with the engine ct2, or install the program with pip."
            ) from error
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


def open_gates(pack: Pack, labels: Sequence[Label]) -> Gate | None:
    """A filter that passes what one of the labels' gates passes; `None` where a label has none, as it needs every
    window."""
    gates = [open_gate(pack, label.name) for label in labels]
    opened = [gate for gate in gates if gate is not None]
    if not opened or len(opened) < len(gates):
        return None

    def passes(windows: Sequence[Sequence[int]]) -> list[bool]:
        return [any(of_window) for of_window in zip(*(gate(windows) for gate in opened), strict=True)]

    return passes


def open_memory(pack: Pack, label: Label) -> Callable[[Document], Document]:
    """The step that rescores a label's candidates; `PackError` when its memory cannot be read."""
    try:
        memory = MentionMemory(pack.folder / label.memory)
        return rescored(memory, label.weights, label=label.corpus, floor=FLOOR)
    except (OSError, KeyError, ValueError) as error:
        raise PackError(f"The memory {label.memory} of pack {pack.name} cannot be read; install it again.") from error
