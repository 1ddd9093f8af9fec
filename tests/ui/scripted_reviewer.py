"""A reviewer who knows the answer and works through the real window with keys alone: how many does a mention take?

    python -m tests.ui.scripted_reviewer GOLD_FOLDER [--documents 10] [--threshold 0.5]

GOLD_FOLDER is a brat folder; its letters are copied without their annotations, opened in the window, tagged with the
installed packs, and corrected until what the session would write equals the gold. The shipped packs learned from the
public corpora: letters of one's own are the fairer measure, or the packs of a choice run (CARDIONER_PACKS). A chord
such as Ctrl+Return counts as one key. The time of a key is that until the window has done all that follows from it and
has painted itself.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cardioner_desktop.core.document import Document
from cardioner_desktop.formats import brat
from cardioner_desktop.review.bounds import cut_at, words_in
from cardioner_desktop.review.letter import exported
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.review.occurrences import occurrences
from cardioner_desktop.ui.jump_letters import JumpLetters
from cardioner_desktop.ui.jump_places import begun, stretched, words_around
from cardioner_desktop.ui.main_window import MainWindow

Gold = tuple[int, int, str]
_KEY = Qt.Key
_PATIENCE = 600_000  # milliseconds
_BY_WORD = {("left", -1): _KEY.Key_Z, ("left", 1): _KEY.Key_X, ("right", -1): _KEY.Key_C, ("right", 1): _KEY.Key_V}
_BY_HAND = 4  # keys, about, for a mention that no candidate stands for


@dataclass
class Tally:
    """Keys and their times in milliseconds; `work` is what this program's thread of the window did in that time, which
    does not depend on what else the machine is busy with."""

    mentions: int = 0
    keys: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    wrong_at_first: int = 0
    missing_at_first: int = 0

    @property
    def per_mention(self) -> float:
        """Keys for each mention of the gold."""
        return len(self.keys) / max(1, self.mentions)


class Reviewer:
    """Works on one window; `tallies` are by document id."""

    def __init__(self, window: MainWindow, gold: dict[str, set[Gold]]) -> None:
        self.window = window
        self.gold = gold
        self.tallies: dict[str, Tally] = {}
        self._tally = Tally()

    def review(self) -> None:
        """Correct all documents, the first of the list first, and go from one to the next as the window does."""
        window = self.window
        window.documents.choose(window.documents.shown.ids[0])
        window.page.text.setFocus()
        QApplication.processEvents()
        while (here := window.review.letter.id) not in self.tallies:
            self._tally = self.tallies[here] = Tally(mentions=len(self._wanted))
            self._tally.wrong_at_first = len(self._wrong)
            self._tally.missing_at_first = len(self._missing)
            if not window.commands.review.doubtful.isChecked():
                self.press(_KEY.Key_D)
            planned = set(self._planned_misses()[1])
            while self._wrong or set(self._missing) - planned:
                self._mend_next(planned)
            self._take_misses()
            while self._wrong or self._missing:
                self._mend_next(set())
            self.press(_KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
            letter = window.workspace.review.session.letter(here)
            assert {_gold_of(span) for span in exported(letter).spans} == self.gold[here]
            assert letter.reviewed

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and take the time until the window is at rest."""
        widget = QApplication.focusWidget()
        assert widget is not None
        began, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(widget, key, modifiers)
        QApplication.processEvents()
        self._tally.times.append(1000 * (time.perf_counter() - began))
        self._tally.work.append(1000 * (time.thread_time() - worked))
        self._tally.keys.append(key.name.removeprefix("Key_"))

    @property
    def _letter(self) -> Document:
        letter = self.window.review.letter.letter
        assert letter is not None
        return letter.document

    @property
    def _wanted(self) -> set[Gold]:
        return self.gold[self.window.review.letter.id]

    @property
    def _standing(self) -> list[Mention]:
        letter = self.window.review.letter.letter
        return [mention for mention in letter.mentions if mention.state is not State.REJECTED] if letter else []

    @property
    def _wrong(self) -> list[Mention]:
        return [mention for mention in self._standing if _gold_of(mention.span) not in self._wanted]

    @property
    def _missing(self) -> list[Gold]:
        return sorted(self._wanted - {_gold_of(mention.span) for mention in self._standing})

    def _planned_misses(self) -> tuple[int, list[Gold]]:
        """How far it is worth while to walk the possible misses, and what missing mentions that brings."""
        uses = [self._use_of(miss) for miss in self.window.review.walk.misses()]
        best, depth = 0, 0
        for place in range(len(uses)):
            gain = sum(use is not None for use in uses[: place + 1]) * (_BY_HAND - 1) - (place + 1)
            if gain > best:
                best, depth = gain, place + 1
        return depth, [use for use in uses[:depth] if use is not None]

    def _take_misses(self) -> None:
        """Walk the possible misses as far as it is worth while."""
        depth, _ = self._planned_misses()
        for number in range(depth):
            current = self.window.review.letter.mention
            if number == 0 or current is None or current.id != getattr(self.window.review.letter.miss, "id", None):
                self.press(_KEY.Key_M)
            miss = self.window.review.letter.miss
            if miss is None:
                return
            wanted = self._use_of(miss)
            if wanted is None:
                if number + 1 < depth:
                    self.press(_KEY.Key_M)
                continue
            if _gold_of(miss.span) == wanted:
                self.press(_KEY.Key_Return)
                self._everywhere_if_right(wanted)
            else:
                self._move_to(wanted)

    def _use_of(self, miss: Mention) -> Gold | None:
        """The missing mention that a possible miss stands for, if few keys make it so."""
        for wanted in self._missing:
            if miss.span.label == wanted[2] and miss.span.start < wanted[1] and wanted[0] < miss.span.end:
                return wanted if self._moves(miss, wanted) < _BY_HAND - 1 else None
        return None

    def _mend_next(self, later: set[Gold]) -> None:
        """Mend what stands first in the text, or before it what takes no more than a key to get to; leave some missing
        mentions for later."""
        wrong = self._wrong
        alone = [
            gold
            for gold in self._missing
            if gold not in later and not any(_overlaps(mention, gold) for mention in wrong)
        ]
        at_hand = [mention for mention in wrong if self._steps(mention)[0] <= 1]
        problems = [(mention.span.start, mention) for mention in wrong] + [(gold[0], gold) for gold in alone]
        _, problem = min(problems, key=lambda found: found[0])
        if at_hand and self._steps_ahead(problem) > 1:
            problem = at_hand[0]
        if isinstance(problem, Mention):
            self._correct(problem)
        else:
            self._add(problem)

    def _steps_ahead(self, problem: Mention | Gold) -> int:
        return self._steps(problem)[0] if isinstance(problem, Mention) else 1

    def _correct(self, target: Mention) -> None:
        if (cut := self._cut(target)) is not None:
            self._go_to(target)
            self._by_letters(_KEY.Key_S, cut[0].__eq__, shift=cut[1])
            return
        wanted = next((gold for gold in self._missing if _overlaps(target, gold)), None)
        if wanted is None or self._moves(target, wanted) > _BY_HAND:
            text, label = self._letter.text[target.span.start : target.span.end], target.span.label
            if not self._go_to(target, reject=True):
                self.press(_KEY.Key_R)
            self._everywhere_if_wrong(text, label)
            return
        self._go_to(target)
        if target.span.label != wanted[2]:
            self.press(_number(self.window.review.letter.numbers[wanted[2]]))
        self._move_to(wanted)

    def _cut(self, target: Mention) -> tuple[tuple[int, int], bool] | None:
        """The word at which a mention falls into two that are wanted, and whether the word belongs to the second."""
        text, label = self._letter.text, target.span.label
        for word in words_in(text, target.span.start, target.span.end)[1:]:
            for keep in (False, True):
                parts = cut_at(text, target.span.start, target.span.end, word, keep=keep)
                if len(parts) == 2 and all((*part, label) in self._missing for part in parts):
                    return word, keep
        return None

    def _everywhere_if_wrong(self, text: str, label: str) -> None:
        places = set(occurrences(self._letter.text, text))
        same = [
            mention
            for mention in self._standing
            if (mention.span.start, mention.span.end) in places
            and mention.span.label == label
            and mention.state is State.SUGGESTED
        ]
        if same and all(_gold_of(mention.span) not in self._wanted for mention in same):
            self.press(_KEY.Key_O)

    def _everywhere_if_right(self, wanted: Gold) -> None:
        text = self._letter.text
        free = [
            place
            for place in occurrences(text, text[wanted[0] : wanted[1]])
            if not any(
                mention.span.label == wanted[2] and mention.span.start < place[1] and place[0] < mention.span.end
                for mention in self._standing
            )
        ]
        if free and all((*place, wanted[2]) in self._wanted for place in free):
            self.press(_KEY.Key_O)

    def _steps(self, target: Mention) -> tuple[int, str]:
        """The cheapest way: keys, and which."""
        letter = self.window.review.letter
        if letter.mention is not None and letter.mention.id == target.id:
            return 0, ""
        ways = [(3 if self._is_seen(target) else 5, "letters")]
        assert letter.letter is not None
        for name, mentions in (
            ("space", [mention for mention in letter.letter.undecided if letter.stops.passes(mention)]),
            ("next", list(letter.letter.mentions)),
        ):
            ids = [mention.id for mention in mentions if mention.position > letter.position]
            if name == "next":
                ids += [mention.id for mention in mentions if mention.position <= letter.position]
            if target.id in ids:
                ways.append((ids.index(target.id) + 1, name))
        back = [mention.id for mention in reversed(letter.letter.mentions) if mention.position < letter.position]
        if target.id in back:
            ways.append((back.index(target.id) + 1, "previous"))
        return min(ways)

    def _is_seen(self, target: Mention) -> bool:
        return any(mark.span == target.span for mark in self.window.page.text.marks)

    def _go_to(self, target: Mention, *, reject: bool = False) -> bool:
        """Go to a mention the cheapest way; whether that rejected it already, as letters can."""
        for _ in range(200):
            keys, way = self._steps(target)
            if keys == 0:
                return False
            if way == "space":
                self.press(_KEY.Key_Space)
            elif way in ("next", "previous"):
                shift = Qt.KeyboardModifier.ShiftModifier if way == "previous" else Qt.KeyboardModifier.NoModifier
                self.press(_KEY.Key_F8, shift)
            else:
                self._bring_into_view(target.span.start)
                framed = self.window.review.letter.mention
                if framed is None or framed.id != target.id:
                    self._by_letters(_KEY.Key_J, target.span.__eq__, shift=reject)
                    if reject:
                        return True
        raise AssertionError("There is no way to this mention.")

    def _bring_into_view(self, offset: int) -> None:
        text = self.window.page.text
        cursor = QTextCursor(text.document())
        cursor.setPosition(text.shown.to_qt(offset))
        for _ in range(50):
            line = text.cursorRect(cursor)
            if text.viewport().rect().contains(line.center()):
                return
            self.press(_KEY.Key_PageUp if line.center().y() < 0 else _KEY.Key_PageDown)

    def _by_letters(self, key: Qt.Key, is_meant: Callable[[object], bool], *, shift: bool = False) -> None:
        self.press(key)
        self._type(next(code for code, target in self._letters.codes.items() if is_meant(target.place)), shift=shift)

    def _type(self, code: str, *, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for letter in code:
            self.press(getattr(_KEY, f"Key_{letter.upper()}"), held)

    @property
    def _letters(self) -> JumpLetters:
        shown = self.window.page.text.viewport().findChildren(JumpLetters)
        return next(letters for letters in shown if letters.isVisible())

    def _add(self, wanted: Gold) -> None:
        self._bring_into_view(wanted[0])
        near = words_in(self._letter.text, max(0, wanted[0] - 60), wanted[1] + 60)
        words = [word for word in near if word[0] < wanted[1] and wanted[0] < word[1]]
        is_usual = self.window.review.letter.numbers[wanted[2]] == self.window.review.mentions.usual
        at_once = is_usual and len(words) == 1
        self._by_letters(_KEY.Key_W, words[0].__eq__, shift=at_once)
        ahead = {} if at_once else {target.place: code for code, target in self._letters.codes.items()}
        last = next((word for word in reversed(words) if word in ahead), words[0])
        if last != words[0]:
            self._type(ahead[last], shift=is_usual)
        if not is_usual:
            self.press(_number(self.window.review.letter.numbers[wanted[2]]))
        self._move_to(wanted)
        self._everywhere_if_right(wanted)

    def _moves(self, mention: Mention, wanted: Gold) -> int:
        """How many keys it takes, about, from the bounds of a mention to those that are wanted."""
        start, end = mention.span.start, mention.span.end
        by_steps = len(_moves(self._letter.text, (start, end), wanted))
        sides = (start != wanted[0]) + (end != wanted[1])
        return min(by_steps, 2 * sides + 1)

    def _move_to(self, wanted: Gold) -> None:
        """Move the bounds of the framed mention: by letters where that is fewer keys, else by steps."""
        text = self._letter.text
        for _ in range(4):
            current = self.window.review.letter.mention
            assert current is not None
            bounds = current.span.start, current.span.end
            if bounds == wanted[:2]:
                return
            steps = _moves(text, bounds, wanted)
            leap = self._leap(bounds, wanted)
            if leap is None or leap[0] + 2 >= len(steps):
                for key, shift in steps:
                    self.press(key, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)
            else:
                self._by_letters(_KEY.Key_G, leap[2].__eq__, shift=leap[1])
        raise AssertionError((bounds, wanted))

    def _leap(self, bounds: tuple[int, int], wanted: Gold) -> tuple[int, bool, tuple[int, int]] | None:
        """The word near the framed mention that brings its bounds closest to those that are wanted, after how many
        steps then, and whether with Shift."""
        text = self._letter.text
        ways = [
            (len(_moves(text, reach(*bounds, target.place), wanted)), shift, target.place)
            for target in words_around(self.window.page.text, *bounds)
            for reach, shift in ((stretched, False), (begun, True))
        ]
        return min(ways, default=None)


def _moves(text: str, bounds: tuple[int, int], wanted: Gold) -> list[tuple[Qt.Key, bool]]:
    from cardioner_desktop.review import bounds as by_word
    from cardioner_desktop.ui.bounds_commands import stepped

    keys: list[tuple[Qt.Key, bool]] = []
    start, end = bounds
    steps: Sequence[tuple[Qt.Key, bool, Callable[[int, int], tuple[int, int]]]] = (
        (_BY_WORD["left", -1], False, lambda a, b: by_word.grown_left(text, a, b)),
        (_BY_WORD["right", 1], False, lambda a, b: by_word.grown_right(text, a, b)),
        (_BY_WORD["left", 1], False, lambda a, b: by_word.shrunk_left(text, a, b)),
        (_BY_WORD["right", -1], False, lambda a, b: by_word.shrunk_right(text, a, b)),
        (_KEY.Key_E, True, lambda a, b: by_word.phrase_left(text, a, b)),
        (_KEY.Key_E, False, lambda a, b: by_word.phrase_right(text, a, b)),
        (_BY_WORD["left", -1], True, lambda a, b: stepped(text, (a, b), -1, 0)),
        (_BY_WORD["right", 1], True, lambda a, b: stepped(text, (a, b), 0, 1)),
        (_BY_WORD["left", 1], True, lambda a, b: stepped(text, (a, b), 1, 0)),
        (_BY_WORD["right", -1], True, lambda a, b: stepped(text, (a, b), 0, -1)),
    )
    for _ in range(60):
        if (start, end) == wanted[:2]:
            return keys
        here = abs(start - wanted[0]) + abs(end - wanted[1])
        nearer = []
        for key, shift, step in steps:
            first, last = step(start, end)
            rest = abs(first - wanted[0]) + abs(last - wanted[1])
            if rest < here:
                nearer.append((rest, shift, key.value, first, last, key))
        if not nearer:
            break
        _, shift, _, start, end, key = min(nearer)
        keys.append((key, shift))
    return [(_KEY.Key_unknown, False)] * 99


def _gold_of(span: object) -> Gold:
    return span.start, span.end, span.label  # type: ignore[attr-defined]


def _overlaps(mention: Mention, gold: Gold) -> bool:
    return mention.span.start < gold[1] and gold[0] < mention.span.end


def _number(number: int) -> Qt.Key:
    return getattr(_KEY, f"Key_{number}")


def below(times: Sequence[float], part: float) -> float:
    """The time that this part of the keys stays within."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def wait(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not is_so() and not deadline.hasExpired():
        QApplication.processEvents()
        time.sleep(0.002)


def gold_of(documents: Iterable[Document]) -> dict[str, set[Gold]]:
    """What a brat folder says, by document."""
    return {document.id: {_gold_of(span) for span in document.spans} for document in documents}


def main(arguments: Sequence[str] | None = None) -> None:
    """Review, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10)
    parser.add_argument("--after", type=int, default=0, help="leave out as many documents at first")
    parser.add_argument("--threshold", type=float)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        os.environ["CARDIONER_SETTINGS"] = str(Path(name) / "settings.json")
        os.environ["CARDIONER_REVIEW"] = str(Path(name) / "review")
        letters = Path(name) / "letters"
        letters.mkdir()
        for file in sorted(chosen.folder.glob("*.txt"))[chosen.after :][: chosen.documents]:
            shutil.copy(file, letters)
            shutil.copy(file.with_suffix(".ann"), Path(name))
            shutil.copy(file, Path(name))
        gold = gold_of(document for document in brat.read_folder(Path(name)) if "/" not in document.id)
        tallies = _reviewed(letters, gold, threshold=chosen.threshold)
        sys.stdout.write(figures(tallies))


def _reviewed(letters: Path, gold: dict[str, set[Gold]], *, threshold: float | None) -> dict[str, Tally]:
    from cardioner_desktop.paths import review_folder
    from cardioner_desktop.review import autosave
    from cardioner_desktop.settings import Settings
    from cardioner_desktop.ui import theme
    from cardioner_desktop.ui.application import open_application
    from cardioner_desktop.ui.installed import open_installed

    application = open_application()
    theme.apply(application, theme.LIGHT)
    installed = open_installed(Settings(threshold=threshold, allow_unsigned_packs=True), print)
    window = MainWindow(lambda: installed.stages, saved=autosave.start(review_folder()))
    window.workspace.review.announce(installed.policies, installed.curves)
    window.resize(1320, 820)
    window.show()
    window.activateWindow()
    window.open([letters])
    wait(lambda: window.workspace.model.rowCount() == len(gold) and not window.workspace.busy)
    reviewer = Reviewer(window, gold)
    try:
        reviewer.review()
    finally:
        window.close()
    return reviewer.tallies


def figures(tallies: dict[str, Tally]) -> str:
    """The figures as a table, a document a line, and their sums."""
    every = Tally()
    lines = ["document  mentions  wrong  missing  keys  keys/mention"]
    for number, tally in enumerate(tallies.values(), start=1):
        found = f"{number:8}  {tally.mentions:8}  {tally.wrong_at_first:5}  {tally.missing_at_first:7}"
        lines.append(f"{found}  {len(tally.keys):4}  {tally.per_mention:12.2f}")
        every.mentions += tally.mentions
        every.keys += tally.keys
        every.times += tally.times
        every.work += tally.work
        every.wrong_at_first += tally.wrong_at_first
        every.missing_at_first += tally.missing_at_first
    right = every.mentions - every.missing_at_first
    precision, recall = right / max(1, right + every.wrong_at_first), right / every.mentions
    lines.append(f"precision {precision:.3f} and recall {recall:.3f} at first")
    lines.append(f"keys per mention {every.per_mention:.3f}: {len(every.keys)} keys, {every.mentions} mentions")
    for name, times in (("time of a key", every.times), ("work for a key", every.work)):
        parts = [below(times, part) for part in (0.5, 0.95, 1.0)]
        lines.append(f"{name}: median {parts[0]:.1f} ms, 95 % within {parts[1]:.1f} ms, all within {parts[2]:.1f} ms")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
