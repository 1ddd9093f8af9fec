"""The pipeline of the installed packs, opened in the thread that tags."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.recipe import recipe
from cardioner_desktop.core.document import Stage
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import in_use
from cardioner_desktop.lists.own import find_lists
from cardioner_desktop.options import Options, measured, review_policies
from cardioner_desktop.paths import lists_folder
from cardioner_desktop.review.expectation import Curve
from cardioner_desktop.security.site import read_trusted, this_site
from cardioner_desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class Installed:
    """`stages` go as far as the candidates; `policies`, by language, decide which of them are shown; `curves`, by
    language and label, say what was measured of the packs at each threshold, or at one."""

    stages: Sequence[Stage]
    policies: Mapping[str, Policy]
    curves: Mapping[tuple[str, str], Curve]
    made_with: Mapping[str, Any]  # packs and options, as the journal of a batch has them


def open_installed(settings: Settings, warn: Callable[[str], None]) -> Installed:
    """The pipeline of the packs on this machine that the settings choose, one for each language.

    A pack that is damaged or not trusted is told to `warn`, and the others serve. Raises PackError where none is left,
    PolicyError where what an administrator placed cannot be followed.
    """
    # Imported here, in the thread: numpy and the engine would delay the window by most of a second.
    from cardioner_desktop.pipelines import open_candidates

    packs = {}
    site = this_site()
    for folder in site.find_packs():
        try:
            packs[folder.name] = read_trusted(folder, site, allow_unsigned=settings.allow_unsigned_packs)
        except PackError as error:
            warn(str(error))
    if not packs:
        raise PackError("No usable model pack is installed, so nothing can be tagged; put one into the packs folder.")
    options = Options(
        labels=settings.labels,
        gate=settings.gate,
        gazetteer=settings.gazetteer,
        rules=settings.rules,
        threshold=settings.threshold,
        engine=settings.engine,
        device=settings.device,
        threads=settings.threads,
        lists=find_lists(lists_folder()),
    )
    chosen = tuple(in_use(packs, settings.packs).values())
    made_with = recipe(chosen, options, language=None, layout=Layout(formats=())).description
    candidates, policies = open_candidates(chosen, options), review_policies(chosen, options)
    return Installed(candidates, policies, measured(chosen, options), made_with)
