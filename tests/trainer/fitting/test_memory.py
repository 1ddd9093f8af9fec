"""What a memory counts, and how further documents are added to it."""

from pathlib import Path

import numpy as np

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.tagging.memory import MentionMemory, text_words
from trainer.fitting.memory import extend_memory, write_memory


def note(text: str, *names: str) -> Document:
    places = sorted((text.index(name), text.index(name) + len(name)) for name in names)
    return Document("note", text, "es", spans=tuple(Span(start, end, "ENFERMEDAD") for start, end in places))


FIRST = [
    note("Paciente con insuficiencia mitral grave y fiebre.", "insuficiencia mitral grave"),
    note("Angina de pecho; insuficiencia mitral.", "Angina de pecho", "insuficiencia mitral"),
]
SECOND = [note("Niega angina de pecho. Insuficiencia mitral conocida.", "angina de pecho")]
NEW = [note("Ingresa por endocarditis, endocarditis previa.", "endocarditis")]


def arrays(file: Path) -> dict[str, list[object]]:
    with np.load(file, allow_pickle=False) as opened:
        return {name: opened[name].tolist() for name in opened.files}


def features(file: Path, words: str) -> tuple[float, ...]:
    cut = text_words(words)
    return MentionMemory(file).features(cut, 0, len(cut.folded), 0.5)


def test_a_memory_that_is_extended_counts_as_one_of_all_documents(tmp_path: Path) -> None:
    first, extended, both = (tmp_path / f"{name}.npz" for name in ("first", "extended", "both"))
    write_memory(FIRST, first, label="ENFERMEDAD")
    extend_memory(first, SECOND, extended, label="ENFERMEDAD")
    write_memory([*FIRST, *SECOND], both, label="ENFERMEDAD")
    assert arrays(extended) == arrays(both)
    assert arrays(extended) != arrays(first)


def test_a_new_mention_is_known_after_the_extension_alone(tmp_path: Path) -> None:
    first, extended = tmp_path / "first.npz", tmp_path / "extended.npz"
    write_memory(FIRST, first, label="ENFERMEDAD")
    extend_memory(first, NEW, extended, label="ENFERMEDAD")
    assert features(first, "endocarditis")[3] == 0.0
    assert features(extended, "endocarditis")[3] == 1.0
    assert features(extended, "angina de pecho") == features(first, "angina de pecho")


def test_a_memory_extended_by_nothing_stays_as_it_is(tmp_path: Path) -> None:
    first, extended = tmp_path / "first.npz", tmp_path / "extended.npz"
    write_memory(FIRST, first, label="ENFERMEDAD")
    extend_memory(first, [], extended, label="ENFERMEDAD")
    assert arrays(extended) == arrays(first)
