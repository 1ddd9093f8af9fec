"""Two files of one name can be told apart in the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.document_folders import Place, told_apart
from cardioner_desktop.ui.documents import FOLDER_ROLE
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop


def test_a_name_alone_needs_no_folder_but_that_below_what_was_opened() -> None:
    root = Path("/data/letters")
    assert told_apart([Place("first", root / "first.txt")]) == {"first": ""}
    assert told_apart([Place("ward/second", root / "ward" / "second.txt")]) == {"ward/second": "ward"}


def test_files_of_one_name_show_as_many_folders_as_tell_them_apart() -> None:
    places = [
        Place("alta", Path("/a/2024/ward/alta.txt")),
        Place("alta-2", Path("/a/2025/ward/alta.txt")),
        Place("alta-3", Path("/a/2025/icu/alta.txt")),
    ]
    assert told_apart(places) == {"alta": "2024/ward", "alta-2": "2025/ward", "alta-3": "2025/icu"}
    assert told_apart(places[1:]) == {"alta-2": "ward", "alta-3": "icu"}


def test_two_files_of_one_folder_differ_by_their_ids() -> None:
    assert told_apart([Place("alta", Path("/a/alta.txt")), Place("alta-2", Path("/a/alta.docx"))]) == {
        "alta": "",
        "alta-2": "",
    }


def test_a_tree_shows_its_folders_and_what_collides_with_it_shows_more() -> None:
    tree, other = Place("icu/alta", Path("/x/2024/icu/alta.txt")), Place("alta", Path("/y/icu/alta.txt"))
    assert told_apart([tree, other]) == {"icu/alta": "2024/icu", "alta": "y/icu"}


def test_documents_of_one_file_lie_below_its_name() -> None:
    assert told_apart([Place("notes/7", Path("/x/notes.csv"), "7")]) == {"notes/7": "notes"}
    rows = [Place("notes/7", Path("/x/notes.csv"), "7"), Place("old/7", Path("/x/old.csv"), "7")]
    assert told_apart(rows) == {"notes/7": "notes", "old/7": "old"}


@pytest.fixture
def same_names(tmp_path: Path) -> list[Path]:
    for ward in ("icu", "ward"):
        (tmp_path / ward).mkdir()
        (tmp_path / ward / "alta.txt").write_text(f"Toma bisoprolol en {ward}.\n", encoding="utf-8")
    (tmp_path / "alone.txt").write_text("Sin angina.\n", encoding="utf-8")
    return [tmp_path / "icu" / "alta.txt", tmp_path / "ward" / "alta.txt", tmp_path / "alone.txt"]


def test_the_list_and_the_head_of_the_page_tell_them_apart(
    window: MainWindow, same_names: list[Path], qtbot: QtBot
) -> None:
    rows = window.documents.shown
    drop(window, same_names[0])
    qtbot.waitUntil(lambda: rows.rowCount() == 1)
    assert rows.index(0).data(FOLDER_ROLE) == ""
    drop(window, *same_names[1:])
    qtbot.waitUntil(lambda: rows.rowCount() == 3)
    assert [rows.index(row).data(FOLDER_ROLE) for row in range(3)] == ["icu", "ward", ""]
    assert str(same_names[1]) in rows.index(1).data(Qt.ItemDataRole.ToolTipRole)
    window.documents.choose("alta-2")
    assert window.page.name == "ward/alta-2"
    window.workspace.remove(["alta"])
    assert rows.index(0).data(FOLDER_ROLE) == ""
