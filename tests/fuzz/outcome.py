"""What a target is, and what it says of a file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A name, files to begin with, and what is done with each file made of them."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    run: Callable[[bytes], str]


def sentence(error: BaseException, *, ends: bool = True) -> str:
    """What a refusal says, without numbers, names and what it quotes; it is one sentence.

    One of a reader has no full stop: who shows it writes the file's name before it and the stop after it (not `ends`).
    """
    said = str(error)
    assert said.endswith(".") is ends, "a full stop too many or too few"
    assert said, "no sentence"
    assert len(said) < 1500, "too long a sentence"
    assert "\n" not in said, "several lines"
    said = re.sub(r"/\S*/", "/", said)
    said = re.sub(r"called .*?, but .*; ", "", said, flags=re.DOTALL)
    return re.sub(r"\(.*?\)|'.*?'|\".*?\"|\d[\d,.]*", "#", said)[:60]
