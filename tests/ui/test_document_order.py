"""Search, filter and sort of the list, without a window; and how long ten thousand rows take."""

import gc
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_order import Order, ShownDocuments, Wish, arranged, folded, runs
from cardioner_desktop.ui.documents import DocumentsModel, Entry, Stamp, State
from cardioner_desktop.ui.entities import findings

LONGEST = 0.05  # seconds that nothing in the window's thread may take


def entry(name: str, state: State = State.TAGGED, *, text: str = "", modified: int = 0) -> Entry:
    document = Document(name, text or "-", "es", spans=(Span(0, len(text), "FARMACO"),) if text else ())
    return Entry(name, None, state, document, findings=findings(document), stamp=Stamp(modified, 1))


LIST = [
    entry("Niño 10", State.REVIEWED, text="Bisoprolol", modified=3),
    entry("nino 9", State.FAILED, modified=1),
    entry("ÁLTA", State.WAITING, text="Apixabán", modified=2),
]


def shown(wish: Wish) -> list[str]:
    return arranged(LIST, wish, folded)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Niño 10", "nino 9", "ÁLTA"]),
        ("NIÑO", ["Niño 10", "nino 9"]),
        ("alta", ["ÁLTA"]),
        ("nino fail", ["nino 9"]),
        ("reviewed", ["Niño 10"]),
        ("apixaban", []),
    ],
)
def test_the_search_folds_case_and_accents_and_takes_names_and_states(words: str, found: list[str]) -> None:
    assert shown(Wish(words)) == found


def test_what_was_found_in_the_letters_is_searched_where_asked_for() -> None:
    assert shown(Wish("APIXABAN", in_mentions=True)) == ["ÁLTA"]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.ARRIVAL, ["Niño 10", "nino 9", "ÁLTA"]),
        (Order.NAME, ["ÁLTA", "nino 9", "Niño 10"]),
        (Order.STATE, ["nino 9", "ÁLTA", "Niño 10"]),
        (Order.MENTIONS, ["nino 9", "Niño 10", "ÁLTA"]),
        (Order.DATE, ["nino 9", "ÁLTA", "Niño 10"]),
    ],
)
def test_the_list_sorts_by_each_order_and_numbers_count_as_numbers(order: Order, first: list[str]) -> None:
    assert shown(Wish(order=order)) == first


def test_states_filter_and_the_order_turns_round() -> None:
    wish = Wish(states=frozenset((State.FAILED, State.REVIEWED)), descending=True)
    assert shown(wish) == ["nino 9", "Niño 10"]


def test_rows_in_unbroken_runs() -> None:
    assert runs([5, 1, 2, 3, 9]) == [(1, 3), (5, 5), (9, 9)]


def test_the_rows_follow_their_documents_by_the_rules_of_qt(qtbot: QtBot) -> None:
    documents = DocumentsModel()
    rows = ShownDocuments(documents)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is rows
    documents.append(LIST)
    rows.fulfil(Wish(order=Order.NAME))
    assert rows.ids == ("ÁLTA", "nino 9", "Niño 10")
    documents.append([entry("mitte")])
    qtbot.waitUntil(lambda: rows.ids == ("ÁLTA", "mitte", "nino 9", "Niño 10"))
    rows.fulfil(Wish("i", order=Order.NAME))
    documents.remove(["mitte", "ÁLTA"])
    assert rows.ids == ("nino 9", "Niño 10")
    rows.fulfil(Wish(states=frozenset((State.FAILED,))))
    documents.put(replace(LIST[1], state=State.TAGGED))
    qtbot.waitUntil(lambda: rows.ids == ())


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[None]:
    """The collector of the program: Python's own would look at all that earlier tests have left."""
    collector = Collector()
    collector.take_over()
    yield
    collector.hand_back()


@pytest.mark.usefixtures("collecting")
def test_ten_thousand_documents_hold_the_window_up_for_less_than_50_ms(qtbot: QtBot) -> None:
    documents = DocumentsModel()
    panel = DocumentPanel(documents)
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    panel.show()
    names = [f"ward {number % 37}/carta número {number}" for number in range(10_000)]
    entries = [entry(name, State.WAITING, text="Apixabán", modified=number) for number, name in enumerate(names)]
    gc.freeze()  # made at once here, fifty at a time in the program: the collector would look at all of them
    slowest = {}

    def measure(what: str, deed: object) -> None:
        assert callable(deed)
        began = time.thread_time()
        deed()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        slowest[what] = max(slowest.get(what, 0.0), time.thread_time() - began)

    for place in range(0, len(entries), 50):  # as they come from the thread that reads
        measure("append", lambda place=place: documents.append(entries[place : place + 50]))
    measure("choose", lambda: panel.choose(names[5000]))
    for order in Order:
        measure(f"sort by {order.value}", lambda order=order: panel.fulfil(Wish(order=order)))
    measure("search", lambda: panel.fulfil(Wish("carta 77", in_mentions=True)))
    measure("filter", lambda: panel.fulfil(Wish(states=frozenset((State.TAGGED,)))))
    measure("show all", lambda: panel.fulfil(Wish()))
    measure("tagged", lambda: documents.put(replace(entries[7], state=State.TAGGED)))
    measure("select all", panel.view.selectAll)
    measure("sort while all are selected", lambda: panel.fulfil(Wish(order=Order.DATE, descending=True)))
    assert len(panel.selected_ids) == 10_000
    stopped = [replace(one, state=State.STOPPED) for one in entries]
    measure("stop", lambda: documents.put(*stopped))
    measure("remove half", lambda: documents.remove(names[::2]))
    measure("remove the rest", lambda: documents.remove(names))
    assert panel.current_id is None
    slow = {what: round(1000 * seconds) for what, seconds in slowest.items() if seconds > LONGEST}
    assert slow == {}


def test_the_panel_keeps_the_current_document_and_the_selection_through_search_and_sort(qtbot: QtBot) -> None:
    documents = DocumentsModel()
    documents.append(entry(f"carta {number}", modified=-number) for number in range(12))
    panel = DocumentPanel(documents)
    qtbot.addWidget(panel)
    panel.show()
    panel.choose("carta 3")
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selected_ids == ["carta 3", "carta 4"]
    panel.fulfil(Wish(order=Order.DATE))
    assert panel.selected_ids == ["carta 4", "carta 3"]
    qtbot.keyClicks(panel.search, "carta 1")
    qtbot.waitUntil(lambda: panel.shown.rowCount() == 3)
    assert panel.current_id == "carta 4"
    assert not panel.view.currentIndex().isValid()
    panel.view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.PopupFocusReason))
    assert panel.current_id == "carta 4"  # though a menu of the list has closed
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.shown.rowCount() == 12
    assert panel.view.currentIndex().data() == "carta 4"
    assert chosen == ["carta 4"]
    qtbot.keyClicks(panel.search, "11")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.current_id == "carta 11"
    assert panel.view.hasFocus() or panel.view.currentIndex().isValid()
    documents.remove(["carta 11"])
    assert panel.current_id is None or panel.current_id != "carta 11"


def test_the_search_finds_mentions_too_and_says_what_it_looks_at(qtbot: QtBot) -> None:
    documents = DocumentsModel()
    documents.append([entry("uno", text="Bisoprolol"), entry("dos", text="Apixabán")])
    panel = DocumentPanel(documents)
    qtbot.addWidget(panel)
    assert panel.search.placeholderText() == "Search names, mentions"
    assert "not all the text" in panel.search.toolTip()
    qtbot.keyClicks(panel.search, "apixaban")
    qtbot.waitUntil(lambda: panel.shown.ids == ("dos",))
    panel.arrange.in_mentions.trigger()
    assert panel.search.placeholderText() == "Search names"
    assert panel.shown.ids == ()
