"""`cardioner sample`: documents of an archive drawn for review, and what the review says of all of them."""

import json
import os
from contextlib import suppress
from pathlib import Path

import click

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.packs import read_pack
from cardioner_desktop.paths import shown
from cardioner_desktop.sampling import folder, outputs
from cardioner_desktop.sampling.design import LEAST, draw
from cardioner_desktop.sampling.page import page
from cardioner_desktop.sampling.report import of_folder, text, value
from cardioner_desktop.security.site import this_site


def draw_sample(out: Path, into: Path, *, documents: int, seed: int) -> None:
    """Draw a set from what a run has written into `out`, and write it into a new folder.

    Raises CardioNerError where `out` cannot be read, UsageError for a folder that is not empty or lies inside it.
    """
    if out.is_dir() and Path(os.path.realpath(into)).is_relative_to(os.path.realpath(out)):
        raise UsageError(f"{shown(into)} lies inside {shown(out)}; choose a folder outside it.")
    units = list(outputs.units(out))
    if len(units) < LEAST:
        raise UsageError(f"{shown(out)} has fewer than {LEAST} documents; review it as a whole.")
    drawing = folder.Drawing(draw(units, documents=documents, seed=seed), seed, _looked_for())
    ids = frozenset(drawing.ids)
    folder.write(drawing, outputs.documents(out, ids), into)
    click.echo(f"{len(ids)} of {len(units)} documents are drawn, of {len(drawing.strata)} strata:")
    for stratum in drawing.strata:
        click.echo(f"  {stratum.name}: {len(stratum.drawn)} of {stratum.size}")
    click.echo(f"Open {shown(into)} in the window to review them; then run: cardioner sample report {shown(into)}")


def _looked_for() -> dict[str, frozenset[str]]:
    """The labels of the installed packs by the SHA-256 of their manifests, under both names; a pack that cannot be read
    is none of those that a person can ask."""
    found = {}
    for place in this_site().find_packs():
        with suppress(PackError):
            pack = read_pack(place, check=False)
            found[pack.sha256] = frozenset(name for label in pack.labels for name in (label.corpus, label.english))
    return found


def report_sample(place: Path, *, as_json: bool) -> None:
    """Print the report on a reviewed set, and write it beside the set as a page and as JSON."""
    told = of_folder(place)
    content = json.dumps(value(told), ensure_ascii=False, indent=2) + "\n"
    write_text(place / "report.html", page(told))
    write_text(place / "report.json", content)
    click.echo(content if as_json else text(told), nl=False)
