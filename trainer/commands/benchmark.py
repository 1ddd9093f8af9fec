"""`cardioner-train benchmark`."""

from pathlib import Path

import click

from trainer.commands.options import FOLDER


@click.command()
@click.argument("run", type=FOLDER)
@click.option("--pack", "pack_folder", type=FOLDER, required=True, help="The pack made from RUN.")
@click.option("--texts", type=FOLDER, required=True, help="Brat folder in the pack's language.")
@click.option("--documents", type=click.IntRange(1), default=40, show_default=True)
@click.option("--threads", type=click.IntRange(1), default=2, show_default=True)
@click.option("--filter", "gate", is_flag=True, help="Also time drugs alone with the filter.")
def benchmark(run: Path, pack_folder: Path, texts: Path, documents: int, threads: int, gate: bool) -> None:
    """Seconds of our path and of the published way of running, on the same weights; memory and growth."""
    from cardioner_desktop.packs import read_pack
    from trainer.measuring.benchmark import compare, growth, memory

    for timing in compare(run, pack_folder, texts, documents=documents, threads=threads, gate=gate):
        click.echo(f"{timing.name:55} {timing.seconds:8.2f} s  {timing.ratio:6.2f} x ours")
    for size, seconds in growth(pack_folder, texts, threads=threads):
        click.echo(f"one document of {size:5d} KB {seconds:8.3f} s  {seconds / size * 1000:6.1f} ms/KB")
    click.echo(f"peak memory of cardioner tag: {memory(texts, read_pack(pack_folder).language):.0f} MB")
