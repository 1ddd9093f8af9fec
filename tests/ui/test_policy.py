"""The window follows an administrator's policy, shows who signed a model, and writes down what the audit asks for."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cardioner_desktop.errors import PackError
from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.review.edits import MarkReviewed
from cardioner_desktop.security.keys import grouped
from cardioner_desktop.security.site import this_policy
from cardioner_desktop.settings import Settings, read_settings
from cardioner_desktop.ui.accounting import ReviewAudit
from cardioner_desktop.ui.exporting import Exporting, Order, Outcome
from cardioner_desktop.ui.installed import open_installed
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog
from cardioner_desktop.ui.start import refuse
from tests.security.signers import put_key, signer
from tests.ui.desk import drop

Say = Callable[[str], None]
CLINIC = signer("Clinic")


@pytest.fixture
def policy(own_settings: Path) -> Say:
    """Writes the policy of this machine."""

    def write(content: str) -> None:
        folder = own_settings.parent / "site"
        folder.mkdir(exist_ok=True)
        (folder / "policy.toml").write_text(f"format = 1\n{content}", encoding="utf-8")

    return write


@pytest.fixture
def audit(own_settings: Path) -> Path:
    """The audit file, switched on."""
    own_settings.write_text('{"interface": "en", "toured": true, "audit": true}', encoding="utf-8")
    return own_settings.parent / "audit" / "audit.jsonl"


@pytest.fixture
def tagged(window: MainWindow, letters: Path, qtbot: QtBot) -> MainWindow:
    """A window in which both letters are tagged."""
    drop(window, letters)
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    return window


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models of one's own with one in it, where nothing unsigned is allowed."""
    own_settings.write_text('{"interface": "en", "toured": true}', encoding="utf-8")
    folder = tmp_path / "own"
    shutil.copytree(tiny_packs / "es", folder / "es")
    monkeypatch.setenv("CARDIONER_PACKS", str(folder))
    return folder


def models(own_settings: Path, qtbot: QtBot) -> ModelsPage:
    page = ModelsPage(Preferences(own_settings, policy=this_policy()))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.is_settled)
    return page


def exported(window: MainWindow, out: Path, qtbot: QtBot) -> Outcome:
    exporting = Exporting(window)
    with qtbot.waitSignal(exporting.finished) as ended:
        exporting.run(Order(tuple(window.workspace.tagged_documents), BRAT, out))
    outcome = ended.args[0]
    assert isinstance(outcome, Outcome)
    return outcome


def records(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="ascii").splitlines()] if file.exists() else []


def test_fixed_settings_are_shown_cannot_be_changed_and_are_not_kept(
    policy: Say, own_settings: Path, tiny_packs: Path, qtbot: QtBot
) -> None:
    own_settings.write_text('{"labels": "corpus", "threads": 3, "theme": "dark"}', encoding="utf-8")
    policy('[settings]\nlabels = "english"\nthreads = 1\ngate = true\n[audit]\non = true\n')
    preferences = Preferences(own_settings, policy=this_policy())
    dialog = SettingsDialog(preferences)
    qtbot.addWidget(dialog)
    fixed = (dialog.labels, dialog.computing.threads, dialog.gate, dialog.privacy.audit)
    assert [widget.isEnabled() for widget in fixed] == [False] * 4
    assert {widget.toolTip() for widget in fixed} == {"Fixed by your administrator"}
    assert (dialog.labels.currentData(), dialog.computing.threads.value()) == ("english", 1)
    assert dialog.privacy.audit.isChecked()
    assert dialog.theme.isEnabled()
    preferences.change(theme="light", labels="corpus", audit=False)
    dialog.reset.click()
    assert preferences.settings == Settings(labels="english", threads=1, gate=True, audit=True)
    kept = read_settings(own_settings)
    assert (kept.labels, kept.threads, kept.gate, kept.audit) == ("corpus", 3, False, False)


def test_a_switched_off_export_writes_nothing_and_says_so(
    policy: Say, tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    policy('[features]\ndisabled = ["export"]\n')
    outcome = exported(tagged, tmp_path / "out", qtbot)
    assert "Exporting from the window is switched off by your administrator's policy" in outcome.refusal
    assert not (tmp_path / "out").exists()
    with qtbot.waitSignal(tagged.exchange.dragging.refused) as refused:
        tagged.exchange.dragging.start(tagged.workspace.tagged_documents)
    assert "switched off" in refused.args[0]


def test_a_switched_off_export_is_not_offered(policy: Say, own_settings: Path, qtbot: QtBot) -> None:
    policy('[features]\ndisabled = ["export"]\n')
    window = MainWindow(list, Preferences(own_settings, policy=this_policy()))
    qtbot.addWidget(window)
    window.commands.export.setEnabled(True)
    for action in (window.commands.export, window.commands.tag_folder):
        assert not action.isVisible()
        assert not action.isEnabled()


def test_an_export_is_written_down_before_it_is_there(
    audit: Path, tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert exported(tagged, tmp_path / "out", qtbot).written == 2
    assert [(record["did"], record["n"]) for record in records(audit)] == [("exported", 1), ("exported", 2)]


def test_an_export_that_cannot_be_written_down_writes_nothing(
    audit: Path, tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    audit.parent.write_text("a file in the way", encoding="utf-8")
    assert "The audit file" in exported(tagged, tmp_path / "out", qtbot).refusal
    assert not (tmp_path / "out").exists()


def test_reviewed_letters_are_written_down_and_so_is_taking_it_back(
    audit: Path, tagged: MainWindow, qtbot: QtBot
) -> None:
    accounts = ReviewAudit(tagged.workspace.review, tagged)
    accounts.refused.connect(tagged.say)
    review = tagged.workspace.review
    ids = [document.id for document in tagged.workspace.tagged_documents]
    review.do(MarkReviewed(tuple(ids), reviewed=True))
    qtbot.waitUntil(lambda: len(records(audit)) == 2)
    review.undo()
    qtbot.waitUntil(lambda: len(records(audit)) == 4)
    assert [record["did"] for record in records(audit)] == ["reviewed"] * 2 + ["unreviewed"] * 2
    shutil.rmtree(audit.parent)
    audit.parent.write_text("a file in the way", encoding="utf-8")
    with qtbot.waitSignal(accounts.refused):
        review.do(MarkReviewed(tuple(ids[:1]), reviewed=True))


def test_the_models_page_says_who_signed_and_lets_unsigned_ones_in_where_asked(
    own: Path, own_settings: Path, qtbot: QtBot
) -> None:
    page = models(own_settings, qtbot)
    assert page.packs.list.item(0).text() == "es: cannot be used"
    assert "The pack es is not signed" in page.packs.page.toPlainText()
    page.packs.unsigned.setChecked(True)
    assert page.packs.list.item(0).text() == "Spanish: es 0.0.1"
    assert "Signed by nobody" in page.packs.page.toPlainText()
    assert read_settings(own_settings).allow_unsigned_packs


def test_a_signed_model_is_shown_with_its_signer_and_used(own: Path, own_settings: Path, qtbot: QtBot) -> None:
    CLINIC.sign(own / "es")
    with pytest.raises(PackError):
        open_installed(Settings(), lambda _: None)
    put_key(own_settings.parent / "site" / "keys", CLINIC.public)
    page = models(own_settings, qtbot)
    assert f"Signed by Clinic ({grouped(CLINIC.fingerprint)})" in page.packs.page.toPlainText()
    assert set(open_installed(Settings(), lambda _: None).policies) == {"es"}


def test_an_unsigned_model_is_not_added_and_where_the_switch_is_fixed_it_stays_so(
    policy: Say, own: Path, own_settings: Path, tiny_packs: Path, qtbot: QtBot
) -> None:
    policy("[settings]\nallow_unsigned_packs = false\n")
    page = models(own_settings, qtbot)
    assert not page.packs.unsigned.isEnabled()
    page.packs.add(tiny_packs / "it")
    qtbot.waitUntil(lambda: not page.packs.busy)
    assert "The pack it is not signed" in page.packs.words.text()
    assert not (own / "it").exists()


def test_models_are_not_added_where_the_policy_says_so(
    policy: Say, own: Path, own_settings: Path, qtbot: QtBot
) -> None:
    policy('[features]\ndisabled = ["add-packs"]\n')
    page = models(own_settings, qtbot)
    buttons = (page.packs.add_zip, page.packs.add_folder, page.packs.remove)
    assert [button.isEnabled() for button in buttons] == [False] * 3
    assert {button.toolTip() for button in buttons} == {"Switched off by your administrator"}


def test_a_refusal_at_the_start_is_one_sentence_in_a_box_and_on_the_terminal(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    QTimer.singleShot(0, close)
    assert refuse("A policy cannot be followed.") == 1
    assert told == ["A policy cannot be followed."]
    assert capsys.readouterr().err == "cardioner: A policy cannot be followed.\n"


@pytest.mark.heavy
def test_a_broken_policy_stops_the_window(policy: Say) -> None:
    policy("[setings]\n")
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QMessageBox\n"
        "QMessageBox.exec = lambda box: print('box:', box.text())\n"
        "from cardioner_desktop.ui.start import open_window\n"
        "sys.exit(open_window())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1, done.stderr
    assert "setings is no section of a policy" in done.stdout
