"""The filter as the program runs it, on a small network that these tests write."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import PackError
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, open_gate
from cardioner_desktop.tagging.gate import WindowGate

VOCABULARY, WIDTH, HIDDEN = 50, 6, 5
DRUG, AFTER = 7, 8  # the network of `telling` fires on DRUG where AFTER follows


def random_gate(folder: Path) -> Path:
    source = np.random.default_rng(3)
    file = folder / "random.npz"
    np.savez(
        file,
        table=source.integers(-127, 128, (VOCABULARY, WIDTH), dtype=np.int8),
        scale=np.full(WIDTH, 0.01, dtype=np.float32),
        kernel0=source.normal(size=(5, WIDTH, HIDDEN)).astype(np.float16),
        bias0=source.normal(size=HIDDEN).astype(np.float16),
        kernel1=source.normal(size=(3, HIDDEN, HIDDEN)).astype(np.float16),
        bias1=source.normal(size=HIDDEN).astype(np.float16),
        head=source.normal(size=HIDDEN + 1).astype(np.float16),
    )
    return file


def telling_gate(folder: Path) -> Path:
    """One convolution of reach 3 that adds the first trait of a sub-word and the second trait of the next one."""
    table = np.zeros((VOCABULARY, 2), dtype=np.int8)
    table[DRUG, 0] = table[AFTER, 1] = 100
    kernel = np.zeros((3, 2, 1), dtype=np.float16)
    kernel[1, 0, 0] = kernel[2, 1, 0] = 1.0
    file = folder / "telling.npz"
    np.savez(
        file,
        table=table,
        scale=np.full(2, 0.01, dtype=np.float32),
        kernel0=kernel,
        bias0=np.array([-1.0], dtype=np.float16),
        head=np.array([1.0, 0.0], dtype=np.float16),
    )
    return file


def windows(number: int) -> list[tuple[int, ...]]:
    source = random.Random(number)
    return [tuple(source.randrange(VOCABULARY) for _ in range(source.randrange(2, 140))) for _ in range(number)]


@pytest.fixture
def packs(tiny_packs: Path) -> list[Pack]:
    assert tiny_packs.is_dir()
    return [read_pack(folder) for folder in find_packs()]


def test_a_window_passes_for_a_sub_word_in_its_context_wherever_it_stands(tmp_path: Path) -> None:
    gate = WindowGate(telling_gate(tmp_path), threshold=0.5)
    fills = [9] * 60
    assert gate(
        [
            (0, DRUG, AFTER, 2),
            (0, *fills, DRUG, AFTER),
            (DRUG, AFTER, *fills),
            (0, DRUG, 9, AFTER),
            (0, AFTER, DRUG, 2),
            (0, *fills, DRUG),
        ]
    ) == [True, True, True, False, False, False]


def test_the_score_of_a_window_depends_on_that_window_alone(tmp_path: Path) -> None:
    gate = WindowGate(random_gate(tmp_path), threshold=0.0)
    given = windows(150)
    together = gate.scores(given)
    assert len(set(together.tolist())) > 100
    for index in range(0, 150, 7):
        assert gate.scores([given[index]])[0] == together[index]
    order = random.Random(1).sample(range(150), 150)
    assert gate.scores([given[index] for index in order]).tolist() == together[order].tolist()


def test_the_network_computes_what_a_plain_sum_over_places_gives(tmp_path: Path) -> None:
    file = random_gate(tmp_path)
    with np.load(file) as arrays:
        layers = [(arrays[f"kernel{n}"].astype(float), arrays[f"bias{n}"].astype(float)) for n in (0, 1)]
        hidden = arrays["table"].astype(float) * arrays["scale"].astype(float)
        head = arrays["head"].astype(float)
    (window,) = windows(1)
    hidden = hidden[list(window)]
    for kernel, bias in layers:
        before = len(kernel) // 2
        rows = []
        for place in range(len(window)):
            total = bias.copy()
            for step in range(len(kernel)):
                if 0 <= place + step - before < len(window):
                    total += hidden[place + step - before] @ kernel[step]
            rows.append(np.maximum(total, 0.0))
        hidden = np.array(rows)
    expected = (hidden @ head[:-1] + head[-1]).max()
    assert WindowGate(file, threshold=0.0).scores([window])[0] == pytest.approx(expected, rel=1e-4)


def test_no_windows_need_no_decision(tmp_path: Path) -> None:
    assert WindowGate(telling_gate(tmp_path), threshold=0.0)([]) == []


def test_layers_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    with np.load(telling_gate(tmp_path)) as arrays:
        wrong = {**arrays, "kernel0": np.zeros((3, 4, 1), dtype=np.float16)}
    np.savez(tmp_path / "wrong.npz", **wrong)
    with pytest.raises(ValueError, match="do not fit each other"):
        WindowGate(tmp_path / "wrong.npz", threshold=0.0)
    np.save(tmp_path / "row.npy", np.zeros(3))
    with pytest.raises(ValueError, match="is no NumPy archive"):
        WindowGate(tmp_path / "row.npy", threshold=0.0)


def test_a_filter_that_cannot_be_read_is_one_sentence_about_its_pack(packs: list[Pack], tmp_path: Path) -> None:
    (tmp_path / packs[0].gates[0].file).write_bytes(b"nothing")
    with pytest.raises(PackError, match=f"of pack {packs[0].name} cannot be read; install the pack again"):
        open_gate(replace(packs[0], folder=tmp_path), "drug")


def test_skipped_windows_stay_untagged_and_the_others_keep_their_scores(packs: list[Pack]) -> None:
    spanish = next(pack for pack in packs if pack.language == "es")
    lines = ["Se inicia ramipril 5 mg cada 12 horas.", "Se suspende digoxina y se pauta heparina."] * 8
    document = Document("a", "\n".join(lines), "es")
    options = Options(entities=("drug",), threads=1)
    asked: list[int] = []

    def every_second(windows: object) -> list[bool]:
        assert isinstance(windows, list)
        asked.append(len(windows))
        return [bool(index % 2) for index in range(len(windows))]

    plain, gated = [document], [document]
    for stage in candidate_stages(spanish, options):
        plain = stage(plain)
    for stage in candidate_stages(spanish, options, gate=every_second):
        gated = stage(gated)
    assert asked[0] > 2
    assert 0 < len(gated[0].spans) < len(plain[0].spans)
    assert set(gated[0].spans) <= set(plain[0].spans)
