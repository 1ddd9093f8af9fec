"""`cardioner-train`: train, choose, pack, and the measurements; one module below `commands` for each command."""

import logging
import sys

import click

from cardioner_desktop.errors import CardioNerError
from trainer.commands.ablation import ablation
from trainer.commands.adapt import adapt
from trainer.commands.average import average
from trainer.commands.benchmark import benchmark
from trainer.commands.choose import choose
from trainer.commands.compare import compare
from trainer.commands.corpus import corpus
from trainer.commands.gate import gate
from trainer.commands.gazetteer import gazetteer
from trainer.commands.import_ import import_
from trainer.commands.measure import measure
from trainer.commands.pack import pack
from trainer.commands.pretrain import pretrain
from trainer.commands.refit import refit
from trainer.commands.report import report
from trainer.commands.reproduce import reproduce
from trainer.commands.sentence_filter import sentence_filter
from trainer.commands.splits import splits
from trainer.commands.stress import stress
from trainer.commands.train import train


@click.group()
@click.version_option(package_name="cardioner-desktop")
def commands() -> None:
    """Train, measure and pack the models of CardioNER Desktop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


for command in (
    pretrain,
    train,
    average,
    choose,
    pack,
    refit,
    import_,
    adapt,
    measure,
    compare,
    ablation,
    reproduce,
    sentence_filter,
    gate,
    gazetteer,
    report,
    stress,
    splits,
    benchmark,
    corpus,
):
    commands.add_command(command)


def main() -> None:
    """Entry point: errors a person can act on are one sentence and exit code 2."""
    try:
        commands(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        click.echo(f"The trainer needs the library {error.name}; install it with: pip install '.[train]'.", err=True)
        sys.exit(2)
    except CardioNerError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
