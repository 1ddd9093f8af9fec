"""`cardioner-train import`."""

from pathlib import Path

import click

from cardioner_desktop.errors import UsageError
from trainer.commands.options import FOLDER


@click.command("import")
@click.argument("folder", type=FOLDER)
@click.option("--language", required=True, help="Language of the texts that it reads: es, en, it ...")
@click.option("--out", type=FOLDER, required=True, help="The pack to write; a pack that it holds is replaced.")
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="CLASS=LABEL",
    help="A class or type of the checkpoint and our label for it, with or without B- or I-; empty leaves it out.",
)
@click.option("--texts", type=FOLDER, help="Folder of .txt files for the comparison; default: our invented letters.")
@click.option(
    "--words",
    type=click.Choice(["first", "mean"]),
    default="first",
    show_default=True,
    help="Sub-words that decide a word: the first, as most checkpoints are trained, or the mean of all.",
)
@click.option("--window", type=click.IntRange(1), help="Sub-words read at once.  [default: 128]")
@click.option("--engine", type=click.Choice(["ct2", "onnx"]), help="Default: the fastest that runs the encoder.")
@click.option("--licence", help="Licence of the checkpoint, for the pack's own LICENSE.")
@click.option("--version", default="0.1.0", show_default=True)
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
def import_(
    folder: Path,
    language: str,
    out: Path,
    pairs: tuple[str, ...],
    texts: Path | None,
    words: str,
    window: int | None,
    engine: str | None,
    licence: str | None,
    version: str,
    threads: int,
) -> None:
    """Turn the token-classification checkpoint in FOLDER into an int8 pack, and compare the two."""
    from trainer.packing.importing import Wanted, example_texts, import_checkpoint
    from trainer.packing.parity import parity

    given = {}
    for pair in pairs:
        name, sign, label = pair.partition("=")
        if not sign or not name:
            raise UsageError(f"{pair} maps nothing; write it as CLASS=LABEL, such as B-DISO=disease.")
        given[name] = label
    letters = example_texts(language, texts)  # before the long part
    extra = {"licence": licence} if licence else {}
    wanted = Wanted(language, given, version=version, words=words, window=window, engine=engine, **extra)
    pack, checkpoint = import_checkpoint(folder, out, wanted)
    for old, new in zip(checkpoint.classes, pack.classes, strict=True):
        click.echo(f"{old:24} {new}")
    for marked in pack.labels:
        click.echo(f"label {marked.name}: {marked.corpus} (corpus), {marked.english} (english)")
    found = parity(pack, checkpoint, letters, threads=threads)
    click.echo(
        f"int8 beside fp32 on {found.texts} texts: probabilities differ by {found.largest:.4f} at most, "
        f"{found.mean:.5f} on average"
    )
    click.echo(
        f"mentions: {found.ours} with the pack; {found.exact} with the checkpoint, decided as the program does (F1 of "
        f"the two {found.exact_f1:.4f}); {found.own} as the checkpoint decides by itself (F1 {found.own_f1:.4f})"
    )
    if found.inside_first:
        maps = " ".join(
            f"--map {old}=I-{new[2:]}"
            for old, new in zip(checkpoint.classes, pack.classes, strict=True)
            if new.startswith("B-") and new[2:] in found.inside_first
        )
        click.echo(
            f"The checkpoint begins mentions with I- and writes B- only between touching ones (IOB1), which this pack "
            f"does not read; import it again with {maps}."
        )
    click.echo(f"{pack.size / 1e6:.1f} MB, engine {pack.default_engine}, every file verified: {pack.folder}")
