"""`cardioner tag`: its options."""

from pathlib import Path

import click

from cardioner_desktop.cli.values import FORMATS, INPUT, OUTPUT_FILE
from cardioner_desktop.errors import UsageError


@click.command()
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Folder for what is written.")  # fmt: skip
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, default=["brat"], show_default=True,
              help="What to write; may be given more than once.")  # fmt: skip
@click.option("--lang", type=click.Choice(["es", "en", "it", "auto"]), default="auto", show_default=True,
              help="Language of the letters.")  # fmt: skip
@click.option("--entities", metavar="NAMES", help="What to find, such as disease,drug.  [default: all a pack finds]")
@click.option("--labels", type=click.Choice(["corpus", "english"]), default="corpus", show_default=True,
              help="FARMACO as in the corpora, or DRUG.")  # fmt: skip
@click.option("--filter", "gate", type=click.Choice(["on", "off"]), default="off", show_default=True,
              help="Skip passages that a cheap test finds empty.")  # fmt: skip
@click.option("--gazetteer", type=click.Choice(["off", "all", "guarded"]), default="guarded", show_default=True,
              help="Add names of a list: all, or those that the model supports.")  # fmt: skip
@click.option("--rules", type=click.Choice(["default", "paper"]), default="default", show_default=True,
              help="Post-processing: ours, or as published.")  # fmt: skip
@click.option("--threshold", type=click.FloatRange(0.0, 1.0), metavar="X",
              help="Lowest score that counts, 0 to 1.  [default: the pack's]")  # fmt: skip
@click.option("--engine", metavar="NAME", help="Inference engine of the pack.  [default: the pack's]")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True)
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
    entities: str | None,
    labels: str,
    gate: str,
    gazetteer: str,
    rules: str,
    threshold: float | None,
    engine: str | None,
    device: str,
    threads: int,
    table: Path | None,
    json: Path | None,
    force: bool,
) -> int:
    """Tag letters, and those in folders, and write brat standoff, tables, pages or workbooks.

    Reads text, Word, OpenDocument, RTF, PDF, HTML, CDA and other XML, FHIR, HL7 v2, CSV, JSON lines, Parquet, zip.
    """
    from cardioner_desktop.commands.tag import Request
    from cardioner_desktop.commands.tag import tag as tag_files
    from cardioner_desktop.lists.own import find_lists
    from cardioner_desktop.paths import lists_folder
    from cardioner_desktop.pipelines import Options

    names = None if entities is None else tuple(name.strip().lower() for name in entities.split(","))
    if names is not None and not all(names):
        raise UsageError("--entities is a list of names with commas between them, such as disease,drug.")
    lists = find_lists(lists_folder())
    options = Options(names, labels, gate == "on", gazetteer, rules, threshold, engine, device, threads, lists)
    return tag_files(
        Request(
            inputs=paths,
            out=out,
            language=None if lang == "auto" else lang,
            options=options,
            formats=formats,
            table=table,
            json=json,
            force=force,
        )
    )
