"""Every target with any bytes and with damaged files, for a short while; `python -m tests.fuzz` goes on for longer."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutation import mutated
from tests.fuzz.targets import targets
from tests.fuzz.trying import try_target

TARGETS = targets()
SLOW = ("docx", "pdf", "archive")
SEEDS = {name: list(target.seeds()) for name, target in TARGETS.items()}


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.binary(max_size=300))
@example(data=b"")
@example(data=b"\0")
@example(data=b"\xff\xfe")
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_read_or_refused_in_one_sentence(name: str, data: bytes) -> None:
    assert TARGETS[name].run(data)


@pytest.mark.parametrize("name", TARGETS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_damaged_files_are_read_or_refused_in_one_sentence(name: str, seed: int) -> None:
    source = Random(seed)
    assert TARGETS[name].run(mutated(source.choice(SEEDS[name]), source, SEEDS[name]))


@pytest.mark.parametrize("name", TARGETS)
def test_whole_files_are_read(name: str) -> None:
    assert any(TARGETS[name].run(data).startswith("read") for data in SEEDS[name])


@pytest.mark.heavy
def test_files_are_tried_in_a_process_of_their_own(tmp_path: Path) -> None:
    said: list[str] = []
    tried = try_target("settings", seconds=10, seed=1, out=tmp_path, say=said.append)
    assert tried.files > 10
    assert not tried.faults, said
