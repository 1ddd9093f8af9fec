"""Which of two versions came before."""

import pytest

from cardioner_desktop.versions import is_older


@pytest.mark.parametrize(
    ("one", "other"),
    [("0.9.0", "0.10.0"), ("0.1", "0.1.1"), ("1", "2.0.0"), ("0.0.9", "0.1.0-evaluation"), ("2026.9", "2026.10")],
)
def test_numbers_decide_from_left_to_right(one: str, other: str) -> None:
    assert is_older(one, than=other)
    assert not is_older(other, than=one)


@pytest.mark.parametrize(
    ("one", "other"), [("0.1.0", "0.1.0"), ("0.1", "0.1.0"), ("", "1.0"), ("beta", "0.1"), ("0.1", "new")]
)
def test_the_same_version_and_one_without_numbers_are_neither_older_nor_newer(one: str, other: str) -> None:
    assert not is_older(one, than=other)
    assert not is_older(other, than=one)
