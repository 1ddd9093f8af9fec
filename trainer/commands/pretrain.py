"""`cardioner-train pretrain`."""

from pathlib import Path

import click

from trainer.commands.options import FOLDER


@click.command()
@click.argument("recipe", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--texts", type=FOLDER, required=True, help="Folder of raw texts.")
@click.option("--corpora", type=FOLDER, help="Folder of the annotated corpora, where the recipe reads their texts.")
@click.option("--models", type=FOLDER, help="Folder in which the recipe's base lies.")
@click.option("--out", type=FOLDER, required=True, help="The new base; a run that it holds goes on.")
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
@click.option("--steps", type=click.IntRange(1), help="Stop after so many steps, with a checkpoint.")
def pretrain(
    recipe: Path, texts: Path, corpora: Path | None, models: Path | None, out: Path, threads: int, steps: int | None
) -> None:
    """Adapt a base to medical text by masked-language training, as RECIPE says."""
    from trainer.learning.bases import base_folder, tokenizer_file
    from trainer.learning.pretrain import adapt_base, read_adaptation

    read = read_adaptation(recipe)
    folder = base_folder(read.base, *([models] if models else []))
    finished = adapt_base(
        read,
        base=str(folder),
        tokenizer_file=tokenizer_file(folder, out / "tokenizer.json"),
        texts=texts,
        corpora=corpora,
        out=out,
        threads=threads,
        stop_after_steps=steps,
    )
    click.echo(f"finished: {finished}" if finished else f"stopped with a checkpoint in {out}")
