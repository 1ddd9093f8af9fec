import re
import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.review.choosing import Filter
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.ui.entities import Entity, group
from cardioner_desktop.ui.entity_model import COUNT, LABEL, LINE, SCORE, STATE, TEXT
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.standing import Standing, standings_of

TEXT_OF_LETTER = "Angina y ÁNGINA; bisoprolol, sal, bisoprolol y ictus."
MENTIONS = [
    Mention(1, Span(0, 6, "DISEASE", 0.5), State.CONFIRMED),
    Mention(2, Span(9, 15, "DISEASE", 0.7), State.REJECTED),
    Mention(3, Span(17, 27, "DRUG", 0.9), State.CONFIRMED),
    Mention(4, Span(29, 32, "DRUG", 0.6)),
    Mention(5, Span(34, 44, "DRUG", 0.8), State.CONFIRMED),
    Mention(6, Span(47, 52, "DISEASE", None)),
]
DOCUMENT = Document("a", TEXT_OF_LETTER)


@pytest.fixture
def panel(qtbot: QtBot) -> EntityPanel:
    panel = EntityPanel()
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    panel.show_mentions(DOCUMENT, standings_of(MENTIONS))
    return panel


def column(panel: EntityPanel, number: int) -> list[str]:
    return [panel.model.index(row, number).data() for row in range(panel.model.rowCount())]


def test_mentions_are_grouped_without_case_and_accents_and_tell_their_states(panel: EntityPanel) -> None:
    assert column(panel, TEXT) == ["Angina", "bisoprolol", "sal", "ictus"]
    assert column(panel, LABEL) == ["Disease", "Drug", "Drug", "Disease"]
    assert column(panel, SCORE) == ["0.70", "0.90", "0.60", "–"]
    assert column(panel, COUNT) == ["2", "2", "1", "1"]
    assert column(panel, LINE) == ["1", "1", "1", "1"]
    tips = [panel.model.index(row, LINE).data(Qt.ItemDataRole.ToolTipRole) for row in range(4)]
    assert tips == [f"Character {offset} of the text, counted from 0" for offset in (0, 17, 29, 47)]
    assert column(panel, STATE) == ["Confirmed: 1, Rejected: 1", "Confirmed", "Suggested", "Suggested"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_people_are_told_the_line_of_a_mention(panel: EntityPanel, end: str) -> None:
    text = f"Angina.{end}{end}Toma sal,{end}y sal."
    places = [text.index("Angina"), text.index("sal"), text.rindex("sal")]
    spans = (Span(places[0], places[0] + 6, "DISEASE"), *(Span(place, place + 3, "DRUG") for place in places[1:]))
    panel.show_entities(group(Document("lines", text, spans=spans)), text)
    assert column(panel, LINE) == ["1", "3"]
    drug = panel.model.index(1, TEXT)
    assert [panel.model.index(row, LINE, drug).data() for row in range(2)] == ["3", "4"]
    assert panel.model.title(LINE) == "Line"


def test_a_row_opens_to_its_mentions_in_their_words(panel: EntityPanel) -> None:
    model = panel.model
    assert [model.rowCount(model.index(row, TEXT)) for row in range(4)] == [2, 2, 0, 0]
    drug = model.index(1, TEXT)
    assert model.index(1, TEXT, drug).data() == "…sal, bisoprolol y ictus."
    assert model.index(1, LINE, drug).data(Qt.ItemDataRole.ToolTipRole).startswith("Character 34 ")
    assert model.parent(model.index(1, COUNT, drug)) == drug


def test_the_tree_keeps_the_rules_of_qt_while_it_sorts_filters_and_changes(panel: EntityPanel) -> None:
    model: QAbstractItemModel = panel.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.view.expandAll()
    for number in range(model.columnCount()):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            panel.view.sortByColumn(number, order)
    panel.view.filter("drug")
    panel.show_mentions(DOCUMENT, standings_of(MENTIONS[:3]))
    panel.view.filter("")
    panel.show_entities(())
    assert tester.model() is model


def test_every_column_sorts(panel: EntityPanel) -> None:
    first = {}
    for number in (TEXT, LABEL, SCORE, COUNT, LINE, STATE):
        panel.view.sortByColumn(number, Qt.SortOrder.DescendingOrder)
        first[number] = column(panel, TEXT)[0]
    assert first == {
        TEXT: "sal",
        LABEL: "bisoprolol",
        SCORE: "bisoprolol",
        COUNT: "Angina",
        LINE: "ictus",
        STATE: "bisoprolol",
    }


def test_the_filter_looks_at_texts_and_labels_and_keeps_what_is_selected(panel: EntityPanel, qtbot: QtBot) -> None:
    panel.view.choose(1)
    jumps: list[Span] = []
    panel.chosen.connect(jumps.append)
    for wanted, left in (("ángina", ["Angina"]), ("DRUG", ["bisoprolol", "sal"]), ("none", [])):
        panel.filter.setText(wanted)
        qtbot.waitUntil(lambda left=left: column(panel, TEXT) == left)
        if wanted == "DRUG":
            panel.view.choose(0)
    assert panel._heading.text() == "Entities  0 of 4"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert len(column(panel, TEXT)) == 4
    assert {span.start for span in jumps} == {17}


def test_enter_and_a_click_go_from_mention_to_mention(panel: EntityPanel, qtbot: QtBot) -> None:
    jumps: list[int] = []
    panel.chosen.connect(lambda span: jumps.append(span.start))
    place = panel.view.visualRect(panel.model.index(1, TEXT)).center()
    for _ in range(3):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert jumps == [17, 34, 17, 34]
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert jumps[4:] == [17, 34]


def test_several_rows_are_chosen_with_all_their_mentions(panel: EntityPanel, qtbot: QtBot) -> None:
    changes: list[Sequence[int]] = []
    panel.selection_changed.connect(lambda: changes.append([span.start for span in panel.selected_spans]))
    panel.view.choose(0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert changes == [[0, 9], [0, 9, 17, 34]]


def test_a_new_state_moves_no_row_and_jumps_nowhere(panel: EntityPanel) -> None:
    panel.view.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
    panel.view.expand(panel.model.index(0, TEXT))
    panel.view.choose(1)
    before = column(panel, TEXT)
    jumps: list[Span] = []
    panel.chosen.connect(jumps.append)
    panel.show_mentions(DOCUMENT, standings_of([Mention(one.id, one.span, State.CONFIRMED) for one in MENTIONS]))
    assert column(panel, TEXT) == before
    assert set(column(panel, STATE)) == {"Confirmed"}
    assert panel.view.isExpanded(panel.model.index(0, TEXT))
    assert jumps == []


def test_a_mention_that_goes_leaves_selected_and_opened_rows_as_they_are(panel: EntityPanel) -> None:
    panel.view.expand(panel.model.index(1, TEXT))
    panel.view.choose(1)
    panel.show_mentions(DOCUMENT, standings_of(MENTIONS[2:]))
    assert column(panel, TEXT) == ["bisoprolol", "sal", "ictus"]
    assert panel.view.isExpanded(panel.model.index(0, TEXT))
    assert [span.start for span in panel.selected_spans] == [17, 34]


def test_the_chart_counts_what_is_not_rejected_and_a_bar_goes_there(panel: EntityPanel, qtbot: QtBot) -> None:
    chart = panel.frequencies.chart
    bars = chart.bars
    assert [(bar.frequency.text, bar.frequency.count) for bar in bars] == [
        *(("bisoprolol", 2), ("sal", 1)),
        *(("Angina", 1), ("ictus", 1)),
    ]
    assert bars[0].area.width() > bars[1].area.width()
    jumps: list[int] = []
    panel.chosen.connect(lambda span: jumps.append(span.start))
    panel.view.filter("ictus")
    panel.filter.setText("ictus")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=bars[1].row.center().toPoint())
    assert jumps == [29]
    assert [span.start for span in panel.selected_spans] == [29]


def test_the_chart_is_walked_by_keys_and_told_to_screen_readers(panel: EntityPanel, qtbot: QtBot) -> None:
    chart = panel.frequencies.chart
    assert chart.accessibleDescription() == "Drugs: bisoprolol: 2; sal: 1. Diseases: Angina: 1; ictus: 1"
    assert chart.accessibleName() == "Most frequent entities, bisoprolol: 2"
    chosen: list[str] = []
    chart.chosen.connect(lambda frequency: chosen.append(frequency.text))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    assert chosen == ["sal", "ictus"]
    assert chart.current is not None
    assert chart.current.text == "bisoprolol"


def test_the_chart_of_all_documents_counts_labels_of_the_same_name_as_one(panel: EntityPanel, qtbot: QtBot) -> None:
    other = group(Document("b", "sal sal sal", spans=tuple(Span(at, at + 3, "FARMACO") for at in (0, 4, 8))))
    documents = {"a": group(DOCUMENT, standings_of(MENTIONS)), "b": other}
    panel.frequencies.follow(lambda: documents)
    panel.frequencies.scope.setCurrentIndex(1)
    chart = panel.frequencies.chart
    assert [(bar.frequency.text, bar.frequency.count) for bar in chart.bars][:2] == [("sal", 4), ("bisoprolol", 2)]
    searched: list[str] = []
    panel.document_search.connect(searched.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.bars[0].row.center().toPoint())
    assert searched == ["sal"]
    del documents["b"]
    panel.frequencies.count_later()
    qtbot.waitUntil(lambda: chart.bars[0].frequency.text == "bisoprolol")


def test_the_chart_writes_a_name_as_most_of_what_it_counts_does(panel: EntityPanel, qtbot: QtBot) -> None:
    def written(text: str, name: str) -> tuple[Entity, ...]:
        words = [Span(found.start(), found.end(), "DRUG") for found in re.finditer(r"\w+", text)]
        return group(Document(name, text, spans=tuple(words)))

    documents = {"a": written("SINTROM", "a"), "b": written("Sintrom Sintrom sintrom", "b")}
    panel.frequencies.follow(lambda: documents)
    panel.frequencies.scope.setCurrentIndex(1)
    chart = panel.frequencies.chart
    assert [(bar.frequency.text, bar.frequency.count) for bar in chart.bars] == [("Sintrom", 4)]
    panel.frequencies.scope.setCurrentIndex(0)
    panel.show_entities(group(Document("a", "SINTROM", spans=(Span(0, 7, "DRUG"),))))
    assert [bar.frequency.text for bar in chart.bars] == ["SINTROM"]
    panel.show_entities(group(Document("c", "sintrom", spans=(Span(0, 7, "DRUG"),))))
    assert [bar.frequency.text for bar in chart.bars] == ["sintrom"], "not as the letter before wrote it"
    documents["b"] = ()
    panel.frequencies.scope.setCurrentIndex(1)
    assert [bar.frequency.text for bar in chart.bars] == ["SINTROM"]


def test_the_chart_counts_what_the_words_and_the_filter_let_through(panel: EntityPanel, qtbot: QtBot) -> None:
    def counted() -> list[tuple[str, int]]:
        return [(bar.frequency.text, bar.frequency.count) for bar in panel.frequencies.chart.bars]

    qtbot.keyClicks(panel.filter, "drug")
    qtbot.waitUntil(lambda: counted() == [("bisoprolol", 2), ("sal", 1)])
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert len(counted()) == 4
    qtbot.keyClicks(panel.filter, "angi")
    qtbot.waitUntil(lambda: counted() == [("Angina", 1)])
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    spans = tuple(
        Span(at, at + 3, "DRUG", score, confirmed=score > 0.8) for at, score in ((0, 0.9), (4, 0.2), (8, 0.3))
    )
    documents = {"a": group(Document("a", "sal sal gin", spans=spans))}
    panel.frequencies.follow(lambda: documents)
    panel.frequencies.scope.setCurrentIndex(1)
    assert counted() == [("sal", 2), ("gin", 1)]
    panel.frequencies.let_through(Filter(highest=0.5))
    assert counted() == [("gin", 1), ("sal", 1)]
    panel.frequencies.let_through(Filter(states=frozenset({State.CONFIRMED})))
    assert counted() == [("sal", 1)]
    panel.frequencies.let_through(Filter())
    assert counted() == [("sal", 2), ("gin", 1)]


def test_a_chart_with_little_room_shows_fewer_bars(panel: EntityPanel) -> None:
    chart = panel.frequencies.chart
    chart.resize(200, 90)
    assert len(chart.bars) == 2
    assert all(bar.row.bottom() <= 90 for bar in chart.bars)


def test_ten_thousand_mentions_are_shown_sorted_and_filtered_without_a_stall(qtbot: QtBot) -> None:
    words = [f"Enfermedad{number % 6_000:04}" for number in range(10_000)]
    text = " ".join(words)
    spans = tuple(
        Span(number * 15, number * 15 + 14, "DISEASE" if number % 3 else "DRUG", 0.5) for number in range(10_000)
    )
    document = Document("a", text, spans=spans)
    standings = dict.fromkeys(spans, Standing.SUGGESTED)
    panel = EntityPanel()
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    times = {}

    def timed(name: str, deed: object) -> None:
        start = time.thread_time()
        deed()  # type: ignore[operator]
        QApplication.processEvents()
        times[name] = time.thread_time() - start

    entities = group(document, standings)
    timed("group", lambda: group(document, standings))
    timed("show", lambda: panel.show_entities(entities, text))
    timed("sort", lambda: panel.view.sortByColumn(TEXT, Qt.SortOrder.DescendingOrder))
    timed("filter", lambda: panel.view.filter("dad12"))
    timed("all", lambda: panel.view.filter(""))
    timed("select", panel.view.selectAll)
    assert panel.model.rowCount() == 6_000
    assert len(panel.selected_spans) == 10_000
    assert {
        name: seconds for name, seconds in times.items() if seconds > 0.3
    } == {}  # measured: 0.05 s at most, all selected 0.1 s
