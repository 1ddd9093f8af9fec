"""Options that several commands share."""

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path, file_okay=False)
CORPORA = click.option("--corpora", type=FOLDER, required=True, help="Folder of the annotated corpora.")
