"""`cardioner tag`: its options."""

from pathlib import Path
from typing import Unpack

import click

from cardioner_desktop.cli.tagging import Choices, columns_of, options_of, tagging_options
from cardioner_desktop.cli.values import INPUT, OUTPUT_FILE


@click.command()
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Folder for what is written.")  # fmt: skip
@tagging_options
@click.option("--threads", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
              help="Processor threads; 0 lets the machine decide.")  # fmt: skip
@click.option("--table", type=OUTPUT_FILE, metavar="FILE", help="Also write one table of all mentions.")
@click.option("--json", type=OUTPUT_FILE, metavar="FILE", help="Also write one JSON file of all documents.")
@click.option("--force", is_flag=True, help="Overwrite outputs that exist.")
def tag(
    paths: tuple[Path, ...],
    out: Path,
    formats: tuple[str, ...],
    lang: str,
    threads: int,
    table: Path | None,
    json: Path | None,
    force: bool,
    **choices: Unpack[Choices],
) -> int:
    """Tag letters, and those in folders, and write brat standoff, tables, pages or workbooks.

    Reads text, Word, OpenDocument, RTF, PDF, HTML, CDA and other XML, FHIR, HL7 v2, CSV, JSON lines, Parquet, zip.
    """
    from cardioner_desktop.commands.tag import Request
    from cardioner_desktop.commands.tag import tag as tag_files

    return tag_files(
        Request(
            inputs=paths,
            out=out,
            language=None if lang == "auto" else lang,
            options=options_of(choices, threads=threads),
            columns=columns_of(choices),
            formats=formats,
            table=table,
            json=json,
            force=force,
        )
    )
