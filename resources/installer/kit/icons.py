"""The program's icon in the forms that desktops want, drawn from its one SVG."""

import shutil
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from cardioner_desktop.ui.icons import SMALL

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_KINDS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def draw_all(sources: Path, folder: Path) -> Path:
    """Draw `app.svg`, and `app-small.svg` where pixels are few, into a folder as `SIZE.png`, `app.svg`, `app.ico`
    (Windows) and `app.icns` (macOS); the folder."""
    large, small = (_renderer(sources / name) for name in ("app.svg", "app-small.svg"))
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(sources / "app.svg", folder / "app.svg")
    sizes = {*PNG_SIZES, *_ICO_SIZES, *_ICNS_KINDS.values()}
    drawn = {size: _png(small if size <= SMALL else large, size) for size in sizes}
    for size in PNG_SIZES:
        (folder / f"{size}.png").write_bytes(drawn[size])
    (folder / "app.ico").write_bytes(ico({size: drawn[size] for size in _ICO_SIZES}))
    (folder / "app.icns").write_bytes(icns({kind: drawn[size] for kind, size in _ICNS_KINDS.items()}))
    return folder


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNGs by their size in pixels, at most 256: header, directory, pictures."""
    offset = 6 + 16 * len(pictures)
    entries, payload = b"", b""
    for size, png in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset + len(payload))
        payload += png
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + payload


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """An Apple icon of PNGs by their four-letter kind: each with its own length before it, all in one envelope."""
    body = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def _renderer(source: Path) -> QSvgRenderer:
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is no SVG that Qt can draw.")
    return renderer


def _png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows a name of a file alone
    return bytes(buffer.data().data())
