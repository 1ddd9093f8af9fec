from pathlib import Path

import pytest

from cardioner_desktop.errors import FormatError
from cardioner_desktop.settings import Settings, read_settings, recover_settings, write_settings


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    chosen = Settings(
        labels="english", threshold=0.25, threads=2, gate=True, packs={"es": "es-new"}, theme="dark", text_size=150,
        interface="it", toured=True,
    )  # fmt: skip
    write_settings(chosen, file)
    assert read_settings(file) == chosen


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == Settings()


def test_a_setting_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"device": "cpu", "colour": "blue"}')
    assert read_settings(file) == Settings(device="cpu")


@pytest.mark.parametrize(
    "content", ["", "[]", "[" * 100_000, '{"device": "tpu"}', '{"threads": -1}', '{"gate": 1}', '{"threshold": 2.0}',
                '{"device": []}', '{"engine": 3}',
                '{"theme": "pink"}', '{"text_size": 1000}', '{"text_size": true}', '{"toured": 1}', '{"packs": ["es"]}',
                '{"packs": {"es": 1}}', '{"interface": "xx"}',
                "\ud83d".encode(errors="surrogatepass").decode("latin_1")]
)  # fmt: skip
def test_damaged_settings_are_one_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="latin_1")
    with pytest.raises(FormatError, match="cannot be read, so the defaults are used"):
        read_settings(file)


def test_a_damaged_file_is_kept_aside_and_told_of_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{rubbish")
    settings, sentence = recover_settings(file)
    assert settings == Settings()
    assert sentence.startswith("The settings cannot be read, so the defaults are used")
    assert sentence.endswith("settings.damaged.json.")
    assert (tmp_path / "settings.damaged.json").read_text() == "{rubbish"
    assert recover_settings(file) == (Settings(), "")
