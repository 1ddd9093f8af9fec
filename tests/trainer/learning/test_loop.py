"""In which precision a run computes: tried once a process, and kept by a run that resumes."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from trainer.learning import loop
from trainer.learning.loop import choose_machine

pytestmark = pytest.mark.skipif(torch.cuda.is_available(), reason="a GPU always computes in bf16")


@pytest.fixture(autouse=True)
def untried() -> Iterator[None]:
    loop._bf16_is_faster.cache_clear()
    yield
    loop._bf16_is_faster.cache_clear()


def let_bf16_take(share: float, monkeypatch: pytest.MonkeyPatch) -> list[torch.dtype]:
    """A trial in bf16 takes so much of the time of fp32; returns the trials as they are made."""
    tried: list[torch.dtype] = []

    def seconds(kind: torch.dtype, hopeless: float = 0.0) -> float:
        tried.append(kind)
        return share if kind is torch.bfloat16 else 1.0

    monkeypatch.setattr(loop, "_multiply_seconds", seconds)
    return tried


@pytest.mark.parametrize(("share", "chosen"), [(0.5, torch.bfloat16), (0.9, None), (20.0, None)])
def test_bf16_is_taken_where_it_is_clearly_faster_and_tried_once(
    share: float, chosen: torch.dtype | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = let_bf16_take(share, monkeypatch)
    assert choose_machine("auto", tmp_path / "a").autocast is chosen
    assert choose_machine("auto", tmp_path / "b").autocast is chosen
    assert tried == [torch.float32, torch.bfloat16]


def test_a_run_goes_on_in_its_precision_on_another_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_bf16_take(0.5, monkeypatch)
    choose_machine("auto", tmp_path)
    loop._bf16_is_faster.cache_clear()
    let_bf16_take(20.0, monkeypatch)
    assert choose_machine("auto", tmp_path).autocast is torch.bfloat16
    assert choose_machine("auto", tmp_path / "new").autocast is None


@pytest.mark.parametrize(("hopeless", "trials"), [(2.0, 5), (0.5, 2)])
def test_a_trial_that_cannot_win_ends_early(hopeless: float, trials: int, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()  # each trial begins and ends with one look at it, so that it takes one second
    monkeypatch.setattr(loop, "time", SimpleNamespace(perf_counter=lambda: float(next(clock))))
    assert loop._multiply_seconds(torch.float32, hopeless) == 1.0
    assert next(clock) == 2 * trials
