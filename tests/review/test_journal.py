"""Journals that something damaged: what is no journal line of ours is said to be damaged, whatever it is."""

import json
from typing import Any

import pytest

from cardioner_desktop.review import journal

SPAN: list[Any] = [0, 5, "DRUG", 0.5, "model", {}]
CHANGE: dict[str, Any] = {
    "did": ["accept", 1, 1, ""],
    "letters": [{"key": "k", "before": [{"id": 1, "state": "suggested", "span": SPAN}], "reviewed": [False, True]}],
    "thresholds": [{"DRUG": 0.5}, {"DRUG": 0.25}],
}
WORK = {
    "work": "k",
    "id": "a",
    "path": "/a",
    "is_open": True,
    "held": [],
    "reviewed": False,
    "edited": True,
    "next_id": 2,
}
LINES: tuple[dict[str, Any], ...] = (
    {"open": "k", "id": "a", "path": "/a.txt"},
    {"open": "k", "id": "a", "path": "/a.txt", "language": "en"},
    {"edit": CHANGE},
    {"close": "k", "on": "2026-11-23"},
    WORK,
    {**WORK, "language": "en"},
    {"thresholds": {"DRUG": 1}},
)
WRONG: tuple[Any, ...] = (None, 7, -1, 2**70, 0.5, float("nan"), float("inf"), "x", "", [], [7], {}, {"x": 7}, True)


def read(value: Any) -> bytes:
    """What is read of a journal with one line after its header, as it would be written again."""
    content = json.dumps(journal.HEADER) + "\n" + json.dumps(value) + "\n"
    ledger, _ = journal.read(content.encode())
    return b"".join(map(journal.line, journal.ledger_values(ledger)))


@pytest.mark.parametrize("line", LINES, ids=lambda line: next(iter(line)))
def test_a_line_as_the_program_writes_it_is_read(line: dict[str, Any]) -> None:
    assert read(line)


def variants(value: Any) -> list[Any]:
    """A value with each value in it, one at a time, in the place of a wrong one."""
    made = list(WRONG)
    if isinstance(value, dict):
        made += [{**value, key: other} for key in value for other in variants(value[key])]
    elif isinstance(value, list):
        made += [[*value[:at], other, *value[at + 1 :]] for at in range(len(value)) for other in variants(value[at])]
        made += [value[:at] for at in range(len(value))]
    return made


@pytest.mark.parametrize("line", LINES, ids=lambda line: next(iter(line)))
def test_a_line_with_a_wrong_value_is_damaged_or_can_be_written_again(line: dict[str, Any]) -> None:
    for other in variants(line):
        try:
            again = read(other)
        except journal.Damaged:
            continue
        assert journal.read(again)[1] == len(again)


@pytest.mark.parametrize("threshold", [float("nan"), float("inf"), -0.1, 1.1, "x", None])
def test_a_threshold_that_is_none_is_damaged(threshold: Any) -> None:
    for line in ({"thresholds": {"DRUG": threshold}}, {"edit": CHANGE | {"thresholds": [{}, {"DRUG": threshold}]}}):
        with pytest.raises(journal.Damaged):
            read(line)
