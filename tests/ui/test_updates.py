"""Updates from a stick, through the real page."""

import os
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cardioner_desktop import __version__
from cardioner_desktop.pack_file import write_pack_file
from cardioner_desktop.packs import read_pack, sha256
from cardioner_desktop.paths import own_keys_folder
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.updates_panel import UpdatesPanel
from cardioner_desktop.updating import Kind
from tests.security.signers import put_key, signer

PRESS = signer("Press")


@pytest.fixture
def page(
    tiny_packs: Path, tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> ModelsPage:
    monkeypatch.setenv("CARDIONER_PACKS", f"{tmp_path / 'own'}{os.pathsep}{tiny_packs}")
    page = ModelsPage(Preferences(own_settings))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.is_settled)
    page.tabs.setCurrentWidget(page.updates)
    return page


def release_on(place: Path, version: str = "9.0.0", *, key: Ed25519PrivateKey | None = PRESS.private) -> Path:
    """A release of small files for all systems."""
    place.mkdir(parents=True, exist_ok=True)
    machine = os.uname().machine
    debian = {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)
    names = (
        f"cardioner-desktop-{version}-linux-{machine}.tar.xz",
        f"cardioner-desktop-{version}-macos-{machine}.dmg",
        f"cardioner-desktop-{version}-windows-x86_64-setup.exe",
        f"cardioner-desktop_{version}_{debian}.deb",
    )
    for name in names:
        (place / name).write_bytes(name.encode())
    sums = "".join(f"{sha256(place / name)}  {name}\n" for name in names).encode()
    (place / "SHA256SUMS").write_bytes(sums)
    if key is not None:
        (place / "SHA256SUMS.sig").write_bytes(key.sign(sums))
        (place / "release.pub").write_bytes(PRESS.public.content)
    return place


def looked(panel: UpdatesPanel, place: Path, qtbot: QtBot) -> list[str]:
    panel.look_in(place)
    qtbot.waitUntil(lambda: not panel.busy, timeout=30_000)
    return [panel.list.item(row).text() for row in range(panel.list.count())]


@pytest.fixture
def stick(tiny_packs: Path, tmp_path: Path) -> Path:
    """A stick with a release in a folder, a pack in a file, one in a folder, and letters that are none."""
    put_key(own_keys_folder(), PRESS.public)
    place = tmp_path / "stick"
    release_on(place / "CardioNER")
    shutil.copytree(tiny_packs / "it", place / "models" / "it")
    for _ in write_pack_file(read_pack(tiny_packs / "es"), place / "spanish.zip"):
        pass
    shutil.make_archive(str(place / "letters"), "zip", place / "CardioNER")
    (place / "letter.txt").write_text("Paciente con angina.", encoding="utf-8")
    return place


def test_a_stick_is_looked_through_for_models_and_the_program(
    page: ModelsPage, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = page.updates
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    panel.look.click()
    qtbot.waitUntil(lambda: not panel.busy, timeout=30_000)
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == [
        "The program: CardioNER 9.0.0", "Model for Italian: it 0.0.1", "Model for Spanish: es 0.0.1",
    ]  # fmt: skip
    assert not panel.install.isVisible()
    panel.list.setCurrentRow(2)
    assert panel.words.text() == "Signed by nobody."
    assert panel.install.isVisible()
    with qtbot.waitSignal(page.changed, timeout=60_000):
        panel.install.click()
    qtbot.waitUntil(lambda: not page.packs.busy, timeout=30_000)
    assert page.tabs.currentWidget() is page.packs
    assert page.packs.words.text() == "es 0.0.1 is checked and installed."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.USER, "copy this command, close CardioNER, open a terminal and paste it there: "),
        (Kind.DEBIAN, "An administrator of this computer installs it: close CardioNER and run sudo apt install '"),
        (Kind.WINDOWS, "To install it, close CardioNER and start "),
        (Kind.MACOS, "drag CardioNER to Applications."),
        (Kind.SOURCES, "This CardioNER was not installed from a package"),
    ],
)
def test_where_to_go_is_said_for_each_way_of_installing(
    kind: Kind, words: str, tmp_path: Path, own_settings: Path, qtbot: QtBot
) -> None:
    put_key(own_keys_folder(), PRESS.public)
    panel = UpdatesPanel(Preferences(own_settings), kind=kind)
    qtbot.addWidget(panel)
    panel.show()
    looked(panel, release_on(tmp_path / "my stick"), qtbot)
    assert panel.words.text().startswith("It is as it was released. Signed by Press (")
    assert words in panel.words.text()
    assert panel.copy.isVisible() == (kind in (Kind.USER, Kind.DEBIAN))
    if panel.copy.isVisible():
        panel.copy.click()
        assert QGuiApplication.clipboard().text() == panel.command
        assert f"{tmp_path}/my stick" in panel.command


def test_an_older_and_the_same_version_are_told(tmp_path: Path, own_settings: Path, qtbot: QtBot) -> None:
    put_key(own_keys_folder(), PRESS.public)
    panel = UpdatesPanel(Preferences(own_settings), kind=Kind.USER)
    qtbot.addWidget(panel)
    looked(panel, release_on(tmp_path / "older", "0.0.1"), qtbot)
    assert f"It is older than yours, {__version__}." in panel.words.text()
    assert " update --downgrade " in panel.command
    looked(panel, release_on(tmp_path / "same", __version__), qtbot)
    assert "You have this version already." in panel.words.text()


def test_what_nobody_signed_or_was_changed_has_no_command(tmp_path: Path, own_settings: Path, qtbot: QtBot) -> None:
    put_key(own_keys_folder(), PRESS.public)
    panel = UpdatesPanel(Preferences(own_settings), kind=Kind.USER)
    qtbot.addWidget(panel)
    looked(panel, release_on(tmp_path / "evaluation", key=None), qtbot)
    assert "is an evaluation build that nobody signed" in panel.words.text()
    assert panel.command == ""
    place = release_on(tmp_path / "changed")
    for file in place.glob("*.tar.xz"):
        file.write_bytes(b"changed")
    assert looked(panel, place, qtbot) == ["changed: cannot be used"]
    assert "is damaged or was changed: it is not the file of the release" in panel.words.text()
    assert panel.command == ""


def test_a_folder_without_updates_and_one_that_is_gone_are_one_sentence(
    tmp_path: Path, own_settings: Path, qtbot: QtBot
) -> None:
    panel = UpdatesPanel(Preferences(own_settings))
    qtbot.addWidget(panel)
    assert looked(panel, tmp_path, qtbot) == []
    assert panel.words.text() == "There is no model and no version of CardioNER here; choose another folder."
    looked(panel, tmp_path / "gone" / "stick", qtbot)
    assert "cannot be looked at" in panel.words.text()


def test_a_damaged_model_on_a_stick_is_told(page: ModelsPage, stick: Path, qtbot: QtBot) -> None:
    data = (stick / "spanish.zip").read_bytes()
    (stick / "spanish.zip").write_bytes(data[: len(data) // 2])
    titles = looked(page.updates, stick, qtbot)
    assert "spanish.zip: cannot be used" in titles
    page.updates.list.setCurrentRow(titles.index("spanish.zip: cannot be used"))
    assert page.updates.words.text().startswith("spanish.zip is not a whole, open zip file")


def test_the_page_can_be_closed_while_it_looks(page: ModelsPage, stick: Path) -> None:
    QTimer.singleShot(0, page, page.reject)
    page.updates.look_in(stick)
    page.reject()
    assert not page.isVisible()
