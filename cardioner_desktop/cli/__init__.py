"""The command line: options, exit codes, and nothing else; what the commands do is in `cardioner_desktop.commands`.

One module here for each command or group of commands.

Exit codes: 0 all documents done, 1 some failed or the run was refused, 2 wrong usage, 70 a defect of this program, 130
stopped by Ctrl-C. Commands import what they need when they are called, so that `--help` is quick.
"""

import sys
from collections.abc import Sequence

import click

from cardioner_desktop import __version__
from cardioner_desktop.cli.audit import audit
from cardioner_desktop.cli.batch import batch
from cardioner_desktop.cli.gazetteer import gazetteer_group
from cardioner_desktop.cli.packs import packs
from cardioner_desktop.cli.purge import purge
from cardioner_desktop.cli.sample import sample
from cardioner_desktop.cli.scoring import compare, score
from cardioner_desktop.cli.settings import settings
from cardioner_desktop.cli.tag import tag
from cardioner_desktop.cli.update import selftest, update
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.privacy import crash

DEFECT = 70
"""As in sysexits.h: internal software error."""


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
        report = crash.keep(error, where="command line")
        crash.tell(error, sys.stderr)  # places, no text of the exception
        place = f"; the report is {shown(report)}" if report else ""
        click.echo(
            f"cardioner: A defect ({type(error).__name__}) ended this run; report the lines above{place}.", err=True
        )
        return DEFECT
    return code if isinstance(code, int) else 0


@click.group(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="cardioner")
def cardioner() -> None:
    """Find diseases and drugs in Spanish, English and Italian clinical letters, offline.

    Without a command the window opens. A research and documentation aid, not a medical device.
    """
    from cardioner_desktop.security.site import this_policy

    this_policy()  # one that cannot be followed stops every command


for command in (tag, batch, score, compare, packs, gazetteer_group, purge, settings, audit, sample, update, selftest):
    cardioner.add_command(command)
