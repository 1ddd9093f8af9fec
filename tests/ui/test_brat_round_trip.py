"""Annotated letters through the whole window with the tiny packs: opened, tagged beside, exported."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.start import window_with_packs
from tests.ui.exports import ask_export

TEXT = "Paciente con angina, en tratamiento con bisoprolol y furosemida.\nSin asma.\n"
ANN = (
    "T2\tFARMACO 40 50\tbisoprolol\n"
    "R1\tTreats Arg1:T2 Arg2:T1\n"
    "T1\tENFERMEDAD 13 19\tangina\n"
    "\n"
    "A1\tConfidence T1 High\n"
    "#1\tAnnotatorNotes T2\tver dosis\n"
    "N1\tReference T2 ATC:C07AB07\tbisoprolol\n"
    "T7\tENFERMEDAD 65 68;69 73\tSin asma\n"
    "?? a line of another tool\n"
)


@pytest.mark.usefixtures("tiny_packs")
def test_annotations_open_confirmed_and_come_out_byte_for_byte(tmp_path: Path, qtbot: QtBot) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "a.txt").write_text(TEXT, encoding="utf-8")
    (letters / "a.ann").write_text(ANN, encoding="utf-8")
    (letters / "b.txt").write_text(TEXT, encoding="utf-8")
    (letters / "b.ann").write_text("T1\tFARMACO 0 3\tnot\n", encoding="utf-8")
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    window.open([letters])
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 2 and not window.workspace.busy, timeout=20_000)
    entries = {entry.id: entry for entry in window.workspace.model.entries}
    assert entries["b"].state is State.FAILED
    assert entries["b"].reason.startswith("b.ann, line 1: T1 has not the text")
    document = entries["a"].document
    assert document is not None
    assert {(span.label, span.start) for span in document.spans} >= {
        *(("FARMACO", 40), ("ENFERMEDAD", 13), ("ENFERMEDAD", 65))
    }  # fmt: skip
    ask_export(window, tmp_path / "out")
    window.export.confirmed_only.setChecked(True)
    with qtbot.waitSignal(window.export.exported):
        window.export.start.click()
    assert (tmp_path / "out" / "a.ann").read_text(encoding="utf-8") == ANN
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == TEXT
