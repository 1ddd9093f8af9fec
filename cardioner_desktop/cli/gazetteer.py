"""`cardioner gazetteer`: its commands and their options."""

from pathlib import Path

import click


@click.group(name="gazetteer")
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
