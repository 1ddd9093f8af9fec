import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cardioner_desktop.privacy import crash

CANARY = "Zwetschgenkanarius"


def fail(secret: str) -> None:
    hidden = {secret: secret}
    try:
        Path(f"/nowhere/{secret}").read_text(encoding="utf-8")
    except OSError as error:
        error.add_note(secret)
        raise ValueError(f"{hidden} is wrong") from error


def caught(secret: str = CANARY) -> ValueError:
    with pytest.raises(ValueError, match=secret) as found:
        fail(secret)
    return found.value


def test_a_report_has_kinds_and_places_and_nothing_that_an_exception_says() -> None:
    file = crash.keep(caught(), where="a test")
    assert file is not None
    text = file.read_text(encoding="utf-8")
    assert "ValueError\n" in text
    assert "caused by FileNotFoundError (errno 2)\n" in text
    assert "test_crash.py" in text
    assert " in fail\n" in text
    assert CANARY not in text
    assert str(Path.home()) not in text


def test_one_defect_gives_one_report_in_a_run() -> None:
    for _ in range(3):
        crash.keep(crash_of_its_own(), where="a test")
    assert len(crash.reports()) == 1


def crash_of_its_own() -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as found:
        _ = 1 / 0
    return found.value


def test_old_reports_go_and_the_newest_stay() -> None:
    for number in range(crash.MOST + 5):
        assert crash.keep_words(f"number {number}", where="a test") is not None
    kept = crash.reports()
    assert len(kept) == crash.MOST
    assert f"number {crash.MOST + 4}" in kept[-1].read_text(encoding="utf-8")


def test_where_no_report_can_be_written_nothing_else_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CARDIONER_CRASHES", str(tmp_path / "file" / "crashes"))
    assert crash.keep_words("it", where="a test") is None
    with crash.watched():
        pass


def test_each_exception_of_a_group_is_outlined() -> None:
    lines = crash.outline(ExceptionGroup(CANARY, [caught(), KeyError(CANARY)]))
    assert [line for line in lines if not line.startswith("  ")] == [
        "ExceptionGroup",
        "in the group KeyError",
        "in the group ValueError",
        "caused by FileNotFoundError (errno 2)",
    ]


@pytest.mark.parametrize("file", ["<string>", f"<{CANARY}>", f"/home/{CANARY}/x.py", f"../{CANARY}/x.py"])
def test_the_place_of_a_module_outside_of_the_program_has_no_folders(file: str) -> None:
    assert CANARY not in crash.source(file)


def test_a_crash_of_native_code_is_a_report_at_the_next_start(tmp_path: Path) -> None:
    home = tmp_path / CANARY
    home.mkdir()
    (home / "dies.py").write_text(
        "import faulthandler\n"
        "from cardioner_desktop.privacy import crash, quiet\n"
        f"def die(letter={CANARY!r}):\n"
        "    faulthandler._sigsegv()\n"
        "quiet.no_dumps()\n"
        "with crash.watched():\n"
        "    die()\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, home / "dies.py"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode < 0
    assert done.stderr == ""
    assert not list(tmp_path.glob("core*"))
    (report,) = crash.gather()
    text = report.read_text(encoding="utf-8")
    assert "Fatal Python error: Segmentation fault" in text
    assert "  dies.py:4 in die\n" in text
    assert CANARY not in text
    assert crash.gather() == []
    assert crash.reports() == [report] == list(report.parent.iterdir())


def test_a_run_that_ends_in_order_leaves_nothing() -> None:
    with crash.watched():
        assert crash.gather() == []  # a running program is no crash
    assert crash.gather() == []
    assert not crash.reports()


def test_threads_warnings_logs_and_late_faults_say_places_only() -> None:
    program = (
        "import logging, sys, threading, warnings\n"
        "from cardioner_desktop.privacy.quiet import be_quiet\n"
        "be_quiet()\n"
        f"CANARY = {CANARY!r}\n"
        "class Late:\n"
        "    def __del__(self):\n"
        "        raise OSError(CANARY)\n"
        "def fail():\n"
        "    raise LookupError(CANARY)\n"
        "thread = threading.Thread(target=fail, name=CANARY)\n"
        "thread.start(); thread.join()\n"
        "late = Late(); del late\n"
        "warnings.warn(CANARY)\n"
        "logging.getLogger('lib').warning('%s', CANARY)\n"
        "raise RuntimeError(CANARY)\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    for kind in ("LookupError", "OSError", "UserWarning", "warning of lib", "RuntimeError"):
        assert kind in done.stderr
    assert CANARY not in done.stderr
    assert len(crash.reports()) == 3
    assert not any(CANARY in report.read_text(encoding="utf-8") for report in crash.reports())
    assert threading.excepthook is not None
