"""Candidates: the session shows what the pipeline finds, quickly, and keeps them in little memory."""

import random
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Sentence, Span
from cardioner_desktop.core.driver import run
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.options import Options, review_policies
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.pipelines import open_candidates, open_pipeline
from cardioner_desktop.review.edits import SetThresholds
from cardioner_desktop.review.letter import exported
from cardioner_desktop.review.packed import PackedDocument
from cardioner_desktop.review.session import Session

WORDS = "paciente con angina estable toma bisoprolol y aspirina por insuficiencia cardiaca en tratamiento".split()
CANDIDATES = 300


def long_letter(seed: int) -> Document:
    """A letter of invented words, every fourth one a candidate."""
    source = random.Random(seed)
    spans, parts, place = [], [], 0
    for number in range(4 * CANDIDATES):
        word = source.choice(WORDS)
        if number % 4 == 0:
            spans.append(Span(place, place + len(word), source.choice(("ENFERMEDAD", "FARMACO")), source.random()))
        parts.append(word)
        place += len(word) + 1
    return Document(f"letter{seed}", " ".join(parts), "es", spans=tuple(spans))


@pytest.mark.parametrize("options", [Options(threads=1), Options(threads=1, labels="english", rules="paper")])
def test_a_session_shows_what_the_pipeline_finds(tiny_packs: Path, options: Options) -> None:
    packs = [read_pack(folder) for folder in find_packs()]
    text = "Paciente con fibrilación auricular.\nSe suspende warfarina y se pauta apixaban/digoxina 5 mg."
    (candidates,) = run([Document("a", text)], open_candidates(packs, options))
    (found,) = run([Document("a", text)], open_pipeline(packs, options))
    assert isinstance(candidates, Document)
    assert isinstance(found, Document)
    assert len(found.spans) > 2
    assert exported(Session(review_policies(packs, options)).open(candidates)) == found


def test_moving_the_threshold_on_a_letter_with_300_candidates_takes_less_than_5_ms() -> None:
    session = Session({"es": Policy(thresholds={"ENFERMEDAD": 0.3, "FARMACO": 0.3})})
    session.open(long_letter(0))
    times = []
    for number in range(30):
        began = time.perf_counter()
        session.apply(SetThresholds({"ENFERMEDAD": number / 30, "FARMACO": number / 30}))
        session.letter("letter0")
        times.append(time.perf_counter() - began)
    assert min(times) < 0.005  # the quickest: others share this machine
    assert len(session.letter("letter0").mentions) < CANDIDATES


def test_a_packed_document_comes_out_as_it_went_in() -> None:
    spans = (
        Span(0, 3, "X", 0.25),
        Span(0, 3, "Y", None),
        Span(1, 9, "X", 0.1, codes=(Code("ATC", "C07", "y"),)),
        Span(2, 9, "X", 0.3, "gazetteer"),
        Span(2, 9, "X", None, "file", (Fragment(2, 4), Fragment(5, 9)), (Attribute("Negated"),), id="T1"),
        *(Span(4, 5, f"L{number}", 0.5) for number in range(300)),
    )
    document = Document("a", "0123456789", "it", (Sentence(0, 4), Sentence(5, 10)), spans, ("R1\tx",))
    assert PackedDocument(document).document() == document
    assert PackedDocument(replace(document, spans=())).document() == replace(document, spans=())
    assert len(list(PackedDocument(document).scores())) == 302


def test_letters_that_are_open_and_out_of_sight_take_little_memory() -> None:
    letters = [long_letter(seed) for seed in range(60)]
    session = Session()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for letter in letters:
        session.open(letter)
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    shown = 16 * 120_000  # the letters that are kept ready
    assert (taken - shown) / len(letters) < 60_000  # bytes; unpacked candidates are over 100,000
