"""A start goes on where the last one ended: what was found is not looked for again, and nothing leaves the list."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.review import autosave
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.correcting import CONTROL, KEY, POLICY, Desk, find_words

LONG = "".join(f"Línea {number}: sin hallazgos.\n" for number in range(120))
TEXTS = {"a": "Sin angina.\n", "b": f"{LONG}Toma bisoprolol y aspirina por angina.\n", "c": "Bebe bisoprolol.\n"}


class Program:
    """Starts windows one after the other on one folder of saved corrections; `tagged` are the ids that went through
    the stages since, `asked` the languages that they were to be tagged in, None where it is detected."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.tagged: list[str] = []
        self.asked: list[str | None] = []
        self.made_with: dict[str, object] = {"packs": ["1"]}
        self.go_on = Event()
        self.go_on.set()
        self.folder, self._qtbot = folder, qtbot
        self._window: MainWindow | None = None

    def start(self) -> MainWindow:
        if self._window is not None:
            self._window.close()
        self.tagged.clear()
        self.asked.clear()

        def stages() -> Sequence[Stage]:
            window.workspace.review.announce({"es": POLICY}, made_with=dict(self.made_with))
            return [each(self._find)]

        self._window = window = MainWindow(stages, saved=autosave.start(self.folder))
        self._qtbot.addWidget(window)
        window.show()
        self._qtbot.waitActive(window).__enter__()
        window.saved.restore(window.open)
        return window

    def _find(self, document: Document) -> Document:
        self.tagged.append(document.id)
        self.asked.append(document.language)
        self.go_on.wait(10)
        return find_words(document)

    def wait(self, *states: State, number: int) -> None:
        window = self._window
        assert window is not None
        self._qtbot.waitUntil(lambda: window.workspace.model.number(states) == number, timeout=10_000)

    def close(self) -> None:
        self.go_on.set()
        if self._window is not None:
            self._window.close()


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    program = Program(tmp_path / "saved", qtbot)
    yield program
    program.close()


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "ward").mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / "ward" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_start_tags_nothing_again_and_has_the_candidates_below_the_thresholds_too(
    program: Program, letters: Path
) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    before = {name: window.workspace.review.session.letter(name) for name in ("ward/a", "ward/b", "ward/c")}
    misses = window.workspace.review.session.misses("ward/b")
    assert [words.span.score for words in misses] == [0.2]
    window = program.start()
    program.wait(State.TAGGED, number=3)
    assert program.tagged == []
    assert {entry.id for entry in window.workspace.model.entries} == {"ward/a", "ward/b", "ward/c"}
    for document_id, letter in before.items():
        again = window.workspace.review.letter(document_id)
        assert again is not None
        assert again.document == letter.document
        assert [mention.span for mention in again.mentions] == [mention.span for mention in letter.mentions]
    assert window.workspace.review.session.misses("ward/b") == misses


@pytest.mark.parametrize("change", ["text", "packs"])
def test_what_changed_is_tagged_again(program: Program, letters: Path, change: str) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    if change == "text":
        (letters / "ward" / "a.txt").write_text("Toma bisoprolol.", encoding="utf-8")
    else:
        program.made_with = {"packs": ["2"]}
    window = program.start()
    program.wait(State.TAGGED, number=3)
    assert sorted(program.tagged) == (["ward/a"] if change == "text" else ["ward/a", "ward/b", "ward/c"])


def test_who_asks_for_it_has_a_letter_tagged_again(program: Program, letters: Path) -> None:
    window = program.start()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    window.commands.tag_again.trigger()
    program.wait(State.TAGGED, number=1)
    assert program.tagged == ["a", "a"]


def test_nothing_is_kept_of_a_letter_that_left_the_list(program: Program, letters: Path, tmp_path: Path) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    kept = tmp_path / "saved" / autosave.RESULTS
    assert len(list(kept.iterdir())) == 3
    window.workspace.remove(["ward/a"])
    window.close()
    assert len(list(kept.iterdir())) == 2


def test_a_start_shows_the_letter_and_the_place_that_was_left(program: Program, letters: Path, qtbot: QtBot) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    window.documents.choose("ward/b")
    window.page.text.setFocus()
    desk = Desk(window, qtbot)
    desk.press(KEY.Key_Space, KEY.Key_Return)
    assert desk.framed == "angina"
    window = program.start()
    program.wait(State.TAGGED, number=3)
    qtbot.waitUntil(lambda: window.documents.current_id == "ward/b")
    desk = Desk(window, qtbot)
    qtbot.waitUntil(lambda: desk.framed == "angina")
    text = window.page.text
    assert text.viewport().rect().contains(text.cursorRect().center())
    assert text.verticalScrollBar().value() > 0
    assert text.hasFocus()
    desk.press(KEY.Key_Return)
    assert [state for _, state in desk.seen] == ["confirmed", "confirmed"]


def test_where_a_person_is_gets_written_down_before_a_kill(program: Program, letters: Path, qtbot: QtBot) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    window.documents.choose("ward/c")
    session = window.workspace.review.session
    qtbot.waitUntil(lambda: session.register.left is not None and session.register.left.key == session.key("ward/c"))
    window.page.text.setFocus()
    Desk(window, qtbot).press(KEY.Key_End, modifiers=CONTROL)
    qtbot.waitUntil(lambda: session.register.left is not None and session.register.left.offset == len(TEXTS["c"]))


def test_who_chooses_another_letter_meanwhile_is_left_there(program: Program, letters: Path, qtbot: QtBot) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    window.documents.choose("ward/c")
    window = program.start()
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 3)
    window.documents.choose("ward/a")
    window.page.text.setFocus()
    program.wait(State.TAGGED, number=3)
    QApplication.processEvents()
    assert window.documents.current_id == "ward/a"
    window.close()
    session = window.workspace.review.session
    assert session.register.left is not None
    assert session.register.left.key == session.key("ward/a")


def spoil(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00" * 9)


def vanish(path: Path) -> None:
    path.unlink(missing_ok=True)


@pytest.mark.parametrize("harm", [spoil, vanish])
def test_a_file_that_could_not_be_read_stays_listed_and_is_tried_again(
    program: Program, letters: Path, harm: Callable[[Path], None]
) -> None:
    broken = letters / "ward" / "b.txt"
    spoil(broken)
    program.start().open([letters])
    program.wait(State.FAILED, number=1)
    program.wait(State.TAGGED, number=2)
    harm(broken)
    window = program.start()
    program.wait(State.TAGGED, number=2)
    program.wait(State.FAILED, number=1)
    (failed,) = (entry for entry in window.workspace.model.entries if entry.state is State.FAILED)
    assert "b.txt" in failed.reason
    assert (failed.id, failed.path) == ("ward/b", broken)
    broken.write_text(TEXTS["b"], encoding="utf-8")
    program.start()
    program.wait(State.TAGGED, number=3)
    window = program.start()
    program.wait(State.TAGGED, number=3)
    window.workspace.remove([entry.id for entry in window.workspace.model.entries])
    window = program.start()
    time.sleep(0.1)
    assert window.workspace.model.rowCount() == 0


def test_a_failed_file_that_a_person_removed_does_not_come_back(program: Program, letters: Path) -> None:
    spoil(letters / "ward" / "b.txt")
    window = program.start()
    window.open([letters])
    program.wait(State.FAILED, number=1)
    program.wait(State.TAGGED, number=2)
    window.workspace.remove([entry.id for entry in window.workspace.model.entries if entry.state is State.FAILED])
    window = program.start()
    program.wait(State.TAGGED, number=2)
    assert window.workspace.model.rowCount() == 2


def test_what_is_no_letter_at_all_stays_listed_too(program: Program, letters: Path) -> None:
    (letters / "scan.bmp").write_bytes(b"BM")
    program.start().open([letters / "scan.bmp", letters / "none.txt"])
    program.wait(State.FAILED, number=2)
    program.start()
    program.wait(State.FAILED, number=2)


def test_letters_that_waited_when_the_window_closed_are_there_again(program: Program, letters: Path) -> None:
    window = program.start()
    program.go_on.clear()
    window.open([letters])
    program.wait(State.WAITING, State.TAGGING, number=3)
    program.go_on.set()
    window.workspace.cancel()
    window = program.start()
    program.wait(State.TAGGED, number=3)
    assert {entry.id for entry in window.workspace.model.entries} == {"ward/a", "ward/b", "ward/c"}


def test_a_kept_result_is_that_of_the_text_not_of_the_name(program: Program, letters: Path) -> None:
    window = program.start()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    (letters / "copy.txt").write_text(TEXTS["a"], encoding="utf-8")
    window.open([letters / "copy.txt"])
    program.wait(State.TAGGED, number=2)
    assert program.tagged == ["a"]
    documents = window.workspace.tagged_documents
    assert replace(documents[1], id="a") == documents[0]


def chosen_languages(window: MainWindow) -> dict[str, str | None]:
    return {entry.id: entry.language for entry in window.workspace.model.entries}


def test_the_language_that_a_person_chose_holds_after_a_start_and_nothing_is_tagged_again(
    program: Program, letters: Path
) -> None:
    window = program.start()
    window.open([letters])
    program.wait(State.TAGGED, number=3)
    window.documents.choose("ward/b")
    window.page.language.activated.emit(window.page.language.findData("it"))
    assert window.workspace.busy
    program.wait(State.TAGGED, number=3)
    for _ in range(2):  # the second start reads what the first one wrote anew
        window = program.start()
        program.wait(State.TAGGED, number=3)
        assert program.tagged == []
        assert chosen_languages(window) == {"ward/a": None, "ward/b": "it", "ward/c": None}
    window.documents.choose("ward/b")
    assert window.page.language.currentData() == "it"
    window.page.language.activated.emit(0)
    program.wait(State.TAGGED, number=3)
    assert program.asked == [None]
    window = program.start()
    program.wait(State.TAGGED, number=3)
    assert program.tagged == []
    assert set(chosen_languages(window).values()) == {None}


def test_a_language_chosen_just_before_the_window_closed_is_the_one_tagged_in_later(
    program: Program, letters: Path
) -> None:
    window = program.start()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    program.go_on.clear()
    window.workspace.choose_language(["a"], "en")
    program.go_on.set()
    window.workspace.cancel()
    window = program.start()
    program.wait(State.TAGGED, number=1)
    assert program.asked in ([], ["en"])  # [] where the result came before the end
    assert chosen_languages(window) == {"a": "en"}


def test_a_language_chosen_for_a_letter_that_waits_is_there_after_the_program_was_killed(
    program: Program, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.start()
    program.go_on.clear()
    window.open([letters])
    qtbot.waitUntil(lambda: len(program.tagged) == 1 and window.workspace.model.rowCount() == 3)
    window.workspace.choose_language(["ward/b", "ward/c"], "it")
    window.workspace.remove(["ward/c"])
    assert window.saved.flush()
    as_killed = tmp_path / "as-killed"
    shutil.copytree(program.folder, as_killed)
    window.workspace.cancel()
    program.go_on.set()
    window.close()
    again = Program(as_killed, qtbot)
    window = again.start()
    again.wait(State.TAGGED, number=2)
    assert chosen_languages(window) == {"ward/a": None, "ward/b": "it"}
    assert sorted(map(str, again.asked)) == ["None", "it"]
    window.close()


def test_a_letter_that_left_the_list_comes_again_in_the_language_chosen_for_it(program: Program, letters: Path) -> None:
    window = program.start()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    window.workspace.choose_language(["a"], "en")
    program.wait(State.TAGGED, number=1)
    window.workspace.remove(["a"])
    assert window.workspace.review.session.register.closed == 1
    window = program.start()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    assert program.asked == ["en"]
    window.workspace.remove(["a"])
    window.workspace.review.session.forget_closed()
    window.open([letters / "ward" / "a.txt"])
    program.wait(State.TAGGED, number=1)
    assert program.asked == ["en", None]
