"""A journal that something damaged is told in one sentence, wherever the damage is."""

from pathlib import Path

import pytest

from cardioner_desktop.batch.journal import Journal, JournalError


def written(folder: Path) -> bytes:
    journal = Journal(folder / "journal.sqlite")
    journal.begin_run({"program": "1", "options": {"name": "bisoprolol"}}, workers="2")
    journal.end_run()
    journal.close()
    return (folder / "journal.sqlite").read_bytes()


@pytest.mark.parametrize(("description", "known"), [("7", {}), ("[]", {}), ("", None), ("x", None)])
def test_a_recipe_that_is_none_is_empty_or_one_sentence(
    tmp_path: Path, description: str, known: dict[str, object] | None
) -> None:
    written(tmp_path)
    journal = Journal(tmp_path / "journal.sqlite")
    journal.base.execute("UPDATE recipes SET description = ?", (description,))
    try:
        if known is not None:
            assert journal.recipe == known
        else:
            with pytest.raises(JournalError, match="it is damaged or in use"):
                assert journal.recipe
    finally:
        journal.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"options"', b'{"options\x90'),
        (b'{"options"', b'<"options"'),
        (b"CREATE TABLE facts", b"CREATE TABLE \x90acts"),
        (b"CREATE TABLE runs", b"DELETE TABLE runs"),
    ],
)
def test_a_damaged_journal_is_one_sentence(tmp_path: Path, old: bytes, new: bytes) -> None:
    content = written(tmp_path)
    assert old in content
    (tmp_path / "damaged").write_bytes(content.replace(old, new))
    with pytest.raises(JournalError, match=r"cannot be used .*: it is damaged or in use"):
        opened = Journal(tmp_path / "damaged")
        try:
            assert opened.recipe
            opened.begin_run({}, workers="1")
        finally:
            opened.close()
