"""The whole way of a person, with a real mouse and real keys."""

from pathlib import Path

import pytest

from tests.ui.walk import check, missing, walk


@pytest.mark.heavy
@pytest.mark.skipif(bool(missing()), reason="needs a screen that nobody sees, and what moves a mouse on it")
def test_a_person_opens_corrects_drags_and_exports_letters_with_mouse_and_keys(tmp_path: Path) -> None:
    (pictures := tmp_path / "pictures").mkdir()
    (place := tmp_path / "place").mkdir()
    check(walk(place, pictures))
    assert len(list(pictures.iterdir())) == 7
