"""A user's own lists on the disk."""

from pathlib import Path

import pytest

from cardioner_desktop.core.document import Code
from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.lists.own import OwnList, find_lists, forget, keep, read

BISOPROLOL = Entry("bisoprolol", "drug", (Code("ATC", "C07AB07", "bisoprolol"),), "atc")


def test_a_list_is_kept_found_read_and_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    assert find_lists(folder) == ()
    kept = keep([BISOPROLOL], folder, language="es", name="ours")
    keep([Entry("gota", "disease")], folder, language="it", name="ours")
    assert kept == OwnList("ours", "es", folder / "es" / "ours.tsv")
    assert [one.language for one in find_lists(folder)] == ["es", "it"]
    assert read(find_lists(folder), language="es") == [BISOPROLOL]
    assert read(find_lists(folder), language="en") == []
    assert [one.language for one in forget(folder, name="ours")] == ["es", "it"]
    assert find_lists(folder) == ()
    with pytest.raises(UsageError, match="no list ours"):
        forget(folder, name="ours")


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="plain name"):
        keep([BISOPROLOL], tmp_path, language="es", name=name)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "lists").write_text("a file", encoding="utf-8")
    with pytest.raises(CardioNerError, match="cannot be made"):
        keep([BISOPROLOL], tmp_path / "lists", language="es", name="ours")
