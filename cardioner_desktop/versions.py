"""Versions such as `0.2.0`, of the program and of packs: which of two is older."""

import re

_NUMBERS = re.compile(r"\d{1,9}(?:\.\d{1,9})*")


def is_older(one: str, *, than: str) -> bool:
    """Whether one version came before another: by their numbers from left to right, `0.9` before `0.10.1`.

    What is behind the numbers does not count; a version that begins with none is neither older nor newer.
    """
    left, right = _numbers(one), _numbers(than)
    if not left or not right:
        return False
    length = max(len(left), len(right))
    return left + (0,) * (length - len(left)) < right + (0,) * (length - len(right))


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBERS.match(version)
    return tuple(map(int, found.group().split("."))) if found else ()
