"""Takes the pictures of the guides anew: `python resources/installer/pictures.py`. Look at each before it is kept.

Out of the gallery, so that letters are invented and no screen is needed. Needs DejaVu fonts where there is no desktop.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PICTURES = {"review": "review-light", "export": "export-light"}
"""Names in the guides, and in the gallery."""


def main() -> int:
    """Take and copy them; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from cardioner_desktop.ui import gallery

    with tempfile.TemporaryDirectory() as name:
        gallery.main(Path(name))
        for kept, taken in PICTURES.items():
            shutil.copyfile(Path(name, f"{taken}.png"), ROOT / "resources" / "guides" / "pictures" / f"{kept}.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
