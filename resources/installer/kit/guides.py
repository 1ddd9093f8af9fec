"""The guides as HTML pages of one file each, out of their Markdown; pictures lie in the page itself."""

import base64
import re
from pathlib import Path

from markdown_it import MarkdownIt

_PICTURE = re.compile(r'<img src="(?P<file>[^":]+)"')
_LINK = re.compile(r'<a href="(?P<page>[\w-]+)\.md(?P<rest>#[^"]*)?"')
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; color: #1c2733; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; }}
h1 {{ font-size: 1.7rem; color: #0b4f86; }}
h2 {{ font-size: 1.2rem; margin-top: 2rem; color: #0b4f86; }}
img {{ max-width: 100%; border: 1px solid #c9d3dd; border-radius: 6px; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; }}
th, td {{ border-bottom: 1px solid #d9e0e7; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }}
code, kbd {{ background: #eef2f6; border-radius: 4px; padding: .05rem .3rem; font-size: .9em;
  overflow-wrap: anywhere; }}
pre {{ background: #eef2f6; border-radius: 6px; padding: .7rem; font-size: .85em;
  white-space: pre-wrap; }}
pre code {{ padding: 0; background: none; font-size: 1em; }}
@media print {{ body {{ margin: 0; font-size: 11pt; }} img {{ max-height: 9cm; }}
  pre, table, img {{ break-inside: avoid; }} }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def write_all(folder: Path, out: Path) -> list[Path]:
    """Write a page into `out` for each `.md` of a folder; the pages."""
    out.mkdir(parents=True, exist_ok=True)
    pages = []
    for file in sorted(folder.glob("*.md")):
        page = out / f"{file.stem}.html"
        page.write_text(page_of(file), encoding="utf-8")
        pages.append(page)
    return pages


def page_of(file: Path) -> str:
    """A Markdown file as an HTML page. Raises FileNotFoundError for a picture that is not there."""
    text = file.read_text(encoding="utf-8")
    body = MarkdownIt("commonmark").enable("table").render(text)
    body = _PICTURE.sub(lambda match: f'<img src="{_inline(file.parent / match["file"])}"', body)
    body = _LINK.sub(lambda match: f'<a href="{match["page"]}.html{match["rest"] or ""}"', body)
    title = _TITLE.search(text)
    return _PAGE.format(title=title[1] if title else file.stem, body=body)


def _inline(file: Path) -> str:
    return "data:image/png;base64," + base64.b64encode(file.read_bytes()).decode("ascii")
