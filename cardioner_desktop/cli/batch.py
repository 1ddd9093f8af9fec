"""`cardioner batch`: its options."""

from pathlib import Path
from typing import Unpack

import click

from cardioner_desktop.cli.tagging import Choices, columns_of, options_of, tagging_options
from cardioner_desktop.cli.values import INPUT, OUTPUT_FILE
from cardioner_desktop.errors import UsageError


@click.command()
@click.argument("source", type=INPUT, metavar="IN")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path), metavar="OUT")
@click.option("--workers", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
              help="Worker processes; 0 takes one for each core, as memory allows.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on where a batch was stopped or killed; take new and changed inputs.")
@click.option("--retry", is_flag=True, help="As --resume, and do again what failed.")
@click.option("--redo", is_flag=True,
              help="As --resume, and do again what was made with other packs or options.")  # fmt: skip
@click.option("--watch", is_flag=True, help="Go on taking what comes into IN, until Ctrl-C.")
@click.option("--every", type=click.FloatRange(min=0.1), default=10.0, show_default=True, metavar="SECONDS",
              help="Between two looks of --watch, which takes a file that has not changed meanwhile.")  # fmt: skip
@click.option("--report", type=OUTPUT_FILE, metavar="FILE.html", help="Write a summary page with plots.")
@click.option("--force", is_flag=True, help="Write over files in OUT that this batch did not write.")
@click.option("--journal", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Local folder for the journal.  [default: in OUT; yours where OUT is a network share]")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS", help="Let the workers of a Dask scheduler do it, tcp://host:8786.")
@click.option("--shared", is_flag=True,
              help="With --cluster: the workers read and write IN and OUT, at the same paths.")  # fmt: skip
@tagging_options
@click.option("--threads", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
              help="Processor threads of each worker; 0 shares the cores among them.")  # fmt: skip
def batch(
    source: Path,
    out: Path,
    workers: int,
    resume: bool,
    retry: bool,
    redo: bool,
    watch: bool,
    every: float,
    report: Path | None,
    force: bool,
    journal: Path | None,
    cluster: str | None,
    shared: bool,
    formats: tuple[str, ...],
    lang: str,
    threads: int,
    **choices: Unpack[Choices],
) -> int:
    """Tag all letters below IN into OUT with worker processes, and keep a journal of what is done.

    Killed at any moment, it goes on with --resume and neither loses nor repeats a document.
    """
    from cardioner_desktop.commands.batch import Request
    from cardioner_desktop.commands.batch import batch as run_batch

    if shared and cluster is None:
        raise UsageError("--shared says how a cluster reads and writes; give --cluster too.")
    return run_batch(
        Request(
            inputs=(source,),
            out=out,
            language=None if lang == "auto" else lang,
            options=options_of(choices, threads=threads),
            columns=columns_of(choices),
            formats=formats,
            workers=workers,
            resume=resume,
            retry=retry,
            redo=redo,
            force=force,
            watch=watch,
            every=every,
            report=report,
            journal=journal,
            cluster=cluster,
            shared=shared,
        )
    )
