"""Kinds of values that several commands take."""

from pathlib import Path

import click

INPUT = click.Path(exists=True, path_type=Path)
OUTPUT_FILE = click.Path(dir_okay=False, path_type=Path)
FORMATS = ("brat", "table", "conll", "json", "csv", "xlsx", "html", "pages")
"""The names of `formats.kinds.FORMATS` (tested), which would be slow to import for `--help`."""
