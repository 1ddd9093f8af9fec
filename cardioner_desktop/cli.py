"""The command line: options, exit codes, and nothing else; what the commands do is in `cardioner_desktop.commands`.

Exit codes: 0 all documents done, 1 some failed or the run was refused, 2 wrong usage, 70 a defect of this program, 130
stopped by Ctrl-C. Commands import what they need when they are called, so that `--help` is quick.
"""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from cardioner_desktop import __version__
from cardioner_desktop.errors import CardioNerError, UsageError

DEFECT = 70
"""As in sysexits.h: internal software error."""

INPUT = click.Path(exists=True, path_type=Path)
OUTPUT_FILE = click.Path(dir_okay=False, path_type=Path)
FORMATS = ("brat", "table", "conll", "json", "csv", "xlsx", "html", "pages")
"""The names of `formats.kinds.FORMATS` (tested), which would be slow to import for `--help`."""


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code. What goes wrong is one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name need not be in the console's code page
    try:
        code = cardioner.main(args=list(arguments), prog_name="cardioner", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CardioNerError as error:
        click.echo(f"cardioner: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    except (click.Abort, KeyboardInterrupt):
        click.echo("cardioner: Stopped at once; documents written so far are whole.", err=True)
        return 130
    except Exception as error:  # noqa: BLE001 - the last place that can tell
        click.echo("".join(traceback.format_tb(error.__traceback__)), err=True)  # places, no text of the exception
        click.echo(f"cardioner: A defect ({type(error).__name__}) ended this run; report the lines above.", err=True)
        return DEFECT
    return code if isinstance(code, int) else 0


@click.group(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="cardioner")
def cardioner() -> None:
    """Find diseases and drugs in Spanish, English and Italian clinical letters, offline.

    Without a command the window opens. A research and documentation aid, not a medical device.
    """


@cardioner.command()
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
    """Tag .txt files, and those in folders, and write brat standoff, tables, pages or workbooks."""
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


@cardioner.command()
@click.argument("gold", type=INPUT)
@click.argument("predicted", type=INPUT, metavar="PRED")
@click.option("--mode", type=click.Choice(["official", "fair", "token", "character"]), default="official",
              show_default=True, help="How a prediction is counted.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the figures of each document.")
def score(gold: Path, predicted: Path, mode: str, as_json: bool) -> None:
    """Score PRED against GOLD, each a brat folder or a table: precision, recall, F1 and its 95 % interval."""
    from cardioner_desktop.commands.score import score_files

    score_files(gold, predicted, mode=mode, as_json=as_json)


@cardioner.command()
@click.argument("left", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("right", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Also write the differences (TSV) and the figures (JSON) there.")  # fmt: skip
def compare(left: Path, right: Path, out: Path | None) -> None:
    """Compare two brat folders of the same letters: RIGHT scored against LEFT, and what differs."""
    from cardioner_desktop.commands.compare import compare_folders

    compare_folders(left, right, out=out)


@cardioner.group(invoke_without_command=True)
@click.pass_context
def packs(context: click.Context) -> int | None:
    """List the model packs on this machine."""
    if context.invoked_subcommand is not None:
        return None
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=False)


@packs.command()
def verify() -> int:
    """Compare every file of every pack with its SHA-256."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=True)


@packs.command(name="list")
def list_all() -> int:
    """List the model packs on this machine, as `cardioner packs` does."""
    from cardioner_desktop.commands.packs import list_packs

    return list_packs(check=False)


@packs.command(name="add")
@click.argument("source", type=INPUT, metavar="PATH")
@click.option("--replace", is_flag=True, help="Take the place of a pack of yours that has the same name.")
def add_pack(source: Path, replace: bool) -> None:
    """Check the pack in PATH, a folder or a zip file, and copy it to yours."""
    from cardioner_desktop.commands.packs import add_pack as add

    add(source, replace_old=replace)


@packs.command(name="remove")
@click.argument("name")
def remove_pack(name: str) -> None:
    """Delete your pack NAME; those that came with the program stay."""
    from cardioner_desktop.commands.packs import remove_pack as remove

    remove(name)


@cardioner.group(name="gazetteer")
def gazetteer_group() -> None:
    """Your own lists of names, which tagging uses beside those of the packs; their codes go into the standoff."""


@gazetteer_group.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kind", default="auto", show_default=True, metavar="KIND",
              help="What FILE is: cima, aifa, rxnorm, atc, omop, loinc, icd10, tsv, or auto.")  # fmt: skip
@click.option("--label", type=click.Choice(["drug", "disease"]), help="Label of the names.  [default: by the kind]")
@click.option("--lang", type=click.Choice(["es", "en", "it"]), required=True, help="Language of the letters.")
@click.option("--name", metavar="NAME", help="Name of the list.  [default: the file's]")
def import_list(file: Path, kind: str, label: str | None, lang: str, name: str | None) -> None:
    """Import an official FILE (CIMA, AIFA, RxNorm, ATC, OMOP, LOINC, ICD-10) or a table of names."""
    from cardioner_desktop.commands.gazetteer import add_list
    from cardioner_desktop.paths import lists_folder

    add_list(file, lists_folder(), kind=kind, label=label, language=lang, name=name)


@gazetteer_group.command(name="list")
def list_lists() -> None:
    """Show your lists."""
    from cardioner_desktop.commands.gazetteer import show_lists
    from cardioner_desktop.paths import lists_folder

    show_lists(lists_folder())


@gazetteer_group.command(name="remove")
@click.argument("name")
def remove_list(name: str) -> None:
    """Delete your list NAME."""
    from cardioner_desktop.commands.gazetteer import remove_list as remove
    from cardioner_desktop.paths import lists_folder

    remove(name, lists_folder())
