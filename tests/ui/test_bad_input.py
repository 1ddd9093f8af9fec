"""What goes wrong at a real desk: each is one clear sentence, and nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage
from cardioner_desktop.paths import SETTINGS_VARIABLE
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.start import window_with_packs
from tests.full_disk import no_file_larger_than
from tests.ui.desk import drop

MakeWindow = Callable[[Sequence[Stage]], MainWindow]


def rested(window: MainWindow, number: int) -> bool:
    return window.workspace.model.rowCount() == number and not window.workspace.busy


def is_one_sentence(words: str) -> bool:
    return words.endswith(".") and "\n" not in words and len(words) < 300


def test_every_bad_file_is_told_in_one_sentence_and_its_neighbours_are_tagged(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    (letters / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (letters / "damaged.txt").write_bytes("Fibrilación auricular, también.".encode() * 9 + b"\xff\xfe\xfa")
    (letters / "pipe.txt").unlink(missing_ok=True)
    os.mkfifo(letters / "pipe.txt")
    (letters / "dangling.txt").symlink_to(letters / "nowhere.txt")
    (letters / "turning.txt").symlink_to(letters / "turning.txt")
    (letters / "loop").symlink_to(letters, target_is_directory=True)
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 8))
    entries = {entry.name.removesuffix(".txt"): entry for entry in window.workspace.model.entries}
    assert entries["first"].state is State.TAGGED
    assert entries["second"].state is State.TAGGED
    for name, words in {
        "binary": "zero bytes",
        "damaged": "is not valid UTF-8 at byte",
        "pipe": "is not an ordinary file",
        "dangling": "it is not there (any more)",
        "turning": "a link that leads back to itself",
        "loop": "a link back to a folder that it lies in",
    }.items():
        entry = entries[name]
        assert entry.state is State.FAILED
        assert words in entry.reason
        assert name in entry.reason
        assert is_one_sentence(entry.reason)
        window.documents.choose(entry.id)
        assert window.page.reason == entry.reason


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_says_so(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    (letters / "first.txt").chmod(0)
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    window.documents.choose("first")
    assert "permission was denied" in window.page.reason


def test_an_empty_file_says_that_it_holds_no_text(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty.txt").touch()
    drop(window, tmp_path / "empty.txt")
    qtbot.waitUntil(lambda: rested(window, 1))
    assert window.page.bar.text == "This document holds no text, so there is nothing to find in it."


def test_settings_with_rubbish_are_told_and_the_defaults_serve(
    tiny_packs: Path, letters: Path, tmp_path: Path, own_settings: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = own_settings.parent / "site" / "policy.toml"  # by default the tiny packs, which nobody signed, are refused
    policy.parent.mkdir()
    policy.write_text("format = 1\n[settings]\nallow_unsigned_packs = true\n", encoding="utf-8")
    (tmp_path / "settings.json").write_bytes(b"\x00{not json")
    monkeypatch.setenv(SETTINGS_VARIABLE, str(tmp_path / "settings.json"))
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    assert "settings" in window.bar.text
    assert is_one_sentence(window.bar.text)
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2), timeout=20_000)
    assert {entry.state for entry in window.workspace.model.entries} == {State.TAGGED}


@pytest.mark.parametrize("deed", ["change", "lose", "add"])
def test_a_damaged_pack_says_which_file_is_wrong_and_what_to_do(
    tiny_packs: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    shutil.copytree(tiny_packs, tmp_path / "packs")
    file = tmp_path / "packs" / "es" / "gazetteer.tsv"
    if deed == "change":
        file.write_text("changed", encoding="utf-8")
    elif deed == "lose":
        file.unlink()
    else:
        file.with_name("extra.bin").touch()
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "packs"))
    (tmp_path / "carta.txt").write_text("Paciente con angina en tratamiento con bisoprolol.\n" * 9, encoding="utf-8")
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    drop(window, tmp_path / "carta.txt")
    qtbot.waitUntil(lambda: rested(window, 1), timeout=20_000)
    # The sentence comes from the tagging thread on a way of its own, so it may be a moment later than the letter.
    qtbot.waitUntil(lambda: ("extra.bin" if deed == "add" else "gazetteer.tsv") in window.bar.text)
    assert ("remove it" if deed == "add" else "install the pack again") in window.bar.text
    assert "No installed pack reads the language es" in window.page.reason
    assert window.page.text.toPlainText().startswith("Paciente con angina")


def test_a_disk_that_is_full_ends_a_folder_in_one_sentence(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (letters / "ward" / "third.txt").write_text("sin fiebre\n" * 70_000, encoding="utf-8")
    window.exchange.drops.export([letters])
    dialog = window.exchange.drops.batch
    assert dialog is not None
    with no_file_larger_than(600_000), qtbot.waitSignal(dialog.batch.finished):  # the journal has room
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert "third.txt cannot be written" in dialog.bar.text
    assert is_one_sentence(dialog.bar.text)
    assert (tmp_path / "letters-tagged" / "first.ann").exists()


def test_a_disk_that_is_full_while_documents_are_dragged_is_one_sentence(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    (letters / "first.txt").write_text("angina " * 1_000, encoding="utf-8")
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    with no_file_larger_than(2_000), qtbot.waitSignal(window.exchange.dragging.refused):
        window.documents.dragged.emit(["first"])
    assert is_one_sentence(window.bar.text)
    assert "make room" in window.bar.text


def test_the_window_follows_a_screen_of_another_scale(tmp_path: Path) -> None:
    """Dragged from a plain screen to one of twice the density: nothing warns, and pictures are drawn anew."""
    size = {"y": 0, "width": 1400, "height": 900, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "plain", "x": 0, "logicalDpi": 96, **size},
        {"name": "dense", "x": 1400, "logicalDpi": 192, **size},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    (tmp_path / "carta.txt").write_text("Toma bisoprolol por angina.\n" * 40, encoding="utf-8")
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from cardioner_desktop.core.document import each\n"
        "from cardioner_desktop.ui.application import open_application\n"
        "from cardioner_desktop.ui.main_window import MainWindow\n"
        "from tests.ui.desk import mark_words\n"
        "application = open_application()\n"
        "window = MainWindow(lambda: [each(mark_words)])\n"
        "window.show()\n"
        "window.open([Path(sys.argv[1])])\n"
        "end = time.monotonic() + 20\n"
        "while not window.workspace.tagged_documents and time.monotonic() < end:\n"
        "    application.processEvents()\n"
        "print(window.grab().devicePixelRatioF(), len(application.screens()))\n"
        "window.move(1500, 50)\n"
        "for _ in range(50):\n"
        "    application.processEvents()\n"
        "picture = window.grab()\n"
        "print(picture.devicePixelRatioF(), picture.width() == 2 * window.width())\n"
        "print(len(window.page.text.toPlainText()), window.page.text.isVisible())\n"
        "window.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "carta.txt")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["1.0 2", "2.0 True", "1120 True"]
    complaints = [line for line in done.stderr.splitlines() if "does not support" not in line]
    assert complaints == []
