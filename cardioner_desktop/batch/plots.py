"""Plots as inline SVG, for a page that loads nothing from anywhere."""

from collections.abc import Sequence
from html import escape

from cardioner_desktop.core.speech import Speech

WIDTH = 640
"""Of a plot, in CSS pixels; it shrinks with the page."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 10, 34
_HEIGHT = 200
_ROW = 22


def columns(values: Sequence[tuple[str, float]], *, title: str, across: str, up: str, speech: Speech) -> str:
    """Upright bars side by side: what each is called (an empty name is not written), and how high it is."""
    top = max((value for _, value in values), default=0.0) or 1.0
    inner_width, inner_height = WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    step = inner_width / max(len(values), 1)
    parts = [*_frame(top, inner_width, inner_height, up, speech)]
    for number, (name, value) in enumerate(values):
        height = inner_height * value / top
        left = _LEFT + number * step
        parts.append(
            f'<rect class="bar" x="{left + step * 0.08:.1f}" y="{_TOP + inner_height - height:.1f}" '
            f'width="{step * 0.84:.1f}" height="{height:.1f}">'
            f"<title>{escape(name)}: {speech.number(value)}</title></rect>"
        )
        if name and (len(values) <= 24 or number % (len(values) // 12) == 0):
            place = f'x="{left + step / 2:.1f}" y="{_HEIGHT - _BOTTOM + 13}" text-anchor="middle"'
            parts.append(f"<text {place}>{escape(name)}</text>")
    parts.append(f'<text x="{_LEFT + inner_width / 2}" y="{_HEIGHT - 4}" text-anchor="middle">{escape(across)}</text>')
    return _svg(parts, _HEIGHT, title)


def rows(values: Sequence[tuple[str, int]], *, title: str, speech: Speech) -> str:
    """Bars one below the other, each with its name before it and its number behind it."""
    top = max((value for _, value in values), default=0) or 1
    left, room = 250, WIDTH - 250 - 64
    parts = []
    for number, (name, value) in enumerate(values):
        y = number * _ROW
        shown = name if len(name) <= 36 else f"{name[:35]}…"
        parts.append(f'<text x="{left - 6}" y="{y + 15}" text-anchor="end">{escape(shown)}</text>')
        width = max(1.0, room * value / top)
        parts.append(
            f'<rect class="bar" x="{left}" y="{y + 4}" width="{width:.1f}" height="{_ROW - 8}">'
            f"<title>{escape(name)}: {speech.number(value)}</title></rect>"
        )
        parts.append(f'<text x="{left + width + 5:.1f}" y="{y + 15}">{speech.number(value)}</text>')
    return _svg(parts, max(len(values), 1) * _ROW, title)


def _frame(top: float, width: float, height: float, up: str, speech: Speech) -> list[str]:
    parts = []
    for share in (0.0, 0.5, 1.0):
        y = _TOP + height * (1.0 - share)
        parts.append(f'<line class="grid" x1="{_LEFT}" y1="{y:.1f}" x2="{_LEFT + width}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{speech.number(top * share)}</text>')
    middle = _TOP + height / 2
    parts.append(f'<text transform="translate(9 {middle}) rotate(-90)" text-anchor="middle">{escape(up)}</text>')
    return parts


def _svg(parts: Sequence[str], height: int, title: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title, quote=True)}">'
        + "".join(parts)
        + "</svg>"
    )
