"""`cardioner-train gazetteer`: build the list that ships, import official files, and measure on held-out names."""

from pathlib import Path

import click

from cardioner_desktop.lists.entries import DISEASE, DRUG
from cardioner_desktop.lists.kinds import AUTO, NAMES
from trainer.commands.options import CORPORA, FOLDER

FILE = click.Path(path_type=Path, dir_okay=False)
LANGUAGE = click.option("--language", type=click.Choice(["es", "en", "it"]), required=True)
OUT = click.option("--out", type=FILE, required=True, help="The table of names to write.")


@click.group()
def gazetteer() -> None:
    """Lists of names: build, import, measure."""


@gazetteer.command()
@LANGUAGE
@OUT
@click.option("--without-drugbank", is_flag=True, help="Leave DrugBank's names out, as the published dict2 does.")
def build(language: str, out: Path, without_drugbank: bool) -> None:
    """Make the list that ships from two open packages and spelling rules."""
    from trainer.gazetteers.build import built, write_list

    number = write_list(built(language, drugbank=not without_drugbank), out)
    click.echo(f"{number} names in {out}")


@gazetteer.command(name="import")
@click.argument("file", type=FILE)
@click.option("--kind", type=click.Choice(NAMES), default=AUTO, show_default=True, help="What FILE is.")
@click.option("--label", type=click.Choice([DRUG, DISEASE]), help="Label of the names.  [default: by the kind]")
@LANGUAGE
@OUT
def import_(file: Path, kind: str, label: str | None, language: str, out: Path) -> None:
    """Turn an official FILE (CIMA, AIFA, RxNorm, ATC, OMOP, LOINC, ICD-10) or a table of names into a list."""
    from cardioner_desktop.lists.entries import write_entries
    from cardioner_desktop.lists.kinds import import_list

    entries = import_list(file, kind=kind, label=label, language=language)
    write_entries(entries, out)
    click.echo(f"{len(entries)} names, {sum(bool(entry.codes) for entry in entries)} with codes, in {out}")


@gazetteer.command(name="held-out")
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--share", type=click.FloatRange(0.0, 1.0, min_open=True, max_open=True),
              help="Share of the names.  [default: the recipe's, or 0.2]")  # fmt: skip
@click.option("--seed", type=int, help="Seed of the choice of names.  [default: the recipe's]")
def held_out(run: Path, corpora: Path, share: float | None, seed: int | None) -> None:
    """Recall of the packs of RUN on drug names that its recipe holds out of training, list off, guarded and all."""
    from trainer.fitting.found import open_run
    from trainer.gazetteers.recall import names_of, recall_lines

    opened = open_run(run)
    names = names_of(opened, corpora, share=share, seed=seed)
    click.echo(f"{len(names)} names held out")
    for line in recall_lines(opened, corpora, names):
        click.echo(line)


@gazetteer.command()
@click.argument("run", type=FOLDER)
@CORPORA
@click.option("--lists", type=FOLDER, required=True, help="Folder of the lists that ship, drugs.LANGUAGE.tsv.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def guard(run: Path, corpora: Path, lists: Path, threads: int) -> None:
    """Compare ways of using the list on the documents that RUN never saw, the selection documents left out."""
    from trainer.fitting.found import open_run
    from trainer.gazetteers.guard import guard_lines

    for line in guard_lines(open_run(run), corpora, lists, threads=threads):
        click.echo(line)
