"""`cardioner-train adapt`."""

from pathlib import Path

import click

from trainer.commands.options import FOLDER


@click.command()
@click.option("--base", required=True, help="A finished run, or a plain base (folder or hub name).")
@click.option("--data", type=FOLDER, required=True, help="Corrected documents in brat, or folders es, en … of them.")
@click.option("--run", type=FOLDER, required=True, help="Run folder; a run that it holds goes on.")
@click.option("--out", type=FOLDER, required=True, help="Folder of packs: OUT/LANGUAGE is replaced by a better one.")
@click.option("--old", type=FOLDER, help="Folder of the packs in use.  [default: OUT]")
@click.option("--language", help="Of documents that lie in no folder of their language.")
@click.option("--general", type=FOLDER, help="Annotated documents of other origin, to see what is lost elsewhere.")
@click.option("--rehearse", type=FOLDER, help="Annotated documents to learn from beside the local ones.")
@click.option("--held-out", type=click.FloatRange(0.05, 0.5), default=0.2, show_default=True, help="Share measured on.")
@click.option("--passes", type=click.IntRange(1), help="Over the documents.  [default: 3; 10 where a label is new]")
@click.option(
    "--learning-rate", type=click.FloatRange(0, 1), help="Default: a quarter of the checkpoint's; half for a new label."
)
@click.option(
    "--tolerance", type=click.FloatRange(0), default=0.5, show_default=True, help="Points of F1 that may be lost."
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--threads", type=click.IntRange(0), default=0, help="0: the machine decides.")
@click.option("--steps", type=click.IntRange(1), help="Stop after so many steps, with a checkpoint.")
def adapt(
    base: str,
    data: Path,
    run: Path,
    out: Path,
    old: Path | None,
    language: str | None,
    general: Path | None,
    rehearse: Path | None,
    held_out: float,
    passes: int | None,
    learning_rate: float | None,
    tolerance: float,
    seed: int,
    threads: int,
    steps: int | None,
) -> None:
    """Learn from a site's own corrections or new labels, and replace its packs where the new ones are better.

    A new pack must be better on the documents held out, and lose no more than the tolerance on what the old one finds,
    there and on the general documents; else the old one stays, and the exit code is 0 all the same.
    """
    from trainer.packing.adapt import Places
    from trainer.packing.adapt import adapt as run_on
    from trainer.packing.local import Learning

    places = Places(base=base, data=data, run=run, out=out, old=old, general=general, rehearse=rehearse)
    learning = Learning(held_out=held_out, passes=passes, learning_rate=learning_rate, seed=seed)
    for line in run_on(
        places, learning, language=language, tolerance=tolerance, threads=threads, stop_after_steps=steps
    ):
        click.echo(line)
