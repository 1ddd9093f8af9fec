import io
import sys

import pytest

from cardioner_desktop.commands import display
from cardioner_desktop.commands.display import Display


def test_without_a_terminal_a_line_now_and_then_tells_the_rate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "SECONDS_BETWEEN_LINES", 0.0)
    with Display(documents=4, size=400) as shown:
        shown.update(documents=0, characters=0)
        shown.update(documents=1, characters=100)
        shown.complain("[b] cannot be read.")
    line, complaint = capsys.readouterr().err.splitlines()
    assert line.startswith("1 of 4 documents, ")
    assert line.endswith("s left")
    assert complaint == "[b] cannot be read."


def test_lines_do_not_come_too_often(capsys: pytest.CaptureFixture[str]) -> None:
    with Display(documents=2, size=2) as shown:
        shown.update(documents=1, characters=1)
        shown.update(documents=2, characters=2)
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_documents_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with Display(documents=4, size=400) as shown:
        shown.update(documents=1, characters=100)
        shown.complain("[b] cannot be read.")
    assert "1 of 4 documents" in terminal.getvalue()
    assert "25 %" in terminal.getvalue()
    assert "[b] cannot be read." in terminal.getvalue()
