"""The installer's own modules lie beside the program, in `resources/installer`."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources" / "installer"))

from kit import icons  # noqa: E402


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's icons."""
    return icons.draw_all(ROOT / "resources" / "icons", tmp_path_factory.mktemp("icons"))
