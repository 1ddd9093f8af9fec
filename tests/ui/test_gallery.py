from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cardioner_desktop.ui import gallery


def test_the_gallery_holds_a_picture_of_each_main_state_in_both_themes(qapp: QApplication, tmp_path: Path) -> None:
    gallery.main(tmp_path)
    names = sorted(file.stem for file in tmp_path.glob("*.png"))
    assert len(names) >= 16
    for name in (name for name in names if name.endswith("-light")):
        light, dark = (QImage(str(tmp_path / f"{name[:-5]}{shade}.png")) for shade in ("light", "dark"))
        assert light.size() == dark.size()
        assert light.pixelColor(4, 4).lightness() > 200
        assert dark.pixelColor(4, 4).lightness() < 60
