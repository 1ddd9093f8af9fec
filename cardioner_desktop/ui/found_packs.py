"""The packs on this machine as the models page lists them, damaged ones too."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import hidden_newer, in_use
from cardioner_desktop.packs import Pack
from cardioner_desktop.security.site import admit, judged, packs_places, this_policy, this_site
from cardioner_desktop.security.trust import Verdict
from cardioner_desktop.settings import Settings
from cardioner_desktop.ui.documents import language_name


@dataclass(frozen=True, slots=True)
class Found:
    """A pack's folder, and the pack or why it cannot be used; who stands for it; whether it reads its language;
    the version of a newer one that it hides."""

    folder: Path
    pack: Pack | None
    reason: str = ""
    used: bool = False
    verdict: Verdict | None = None
    newer: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the user's own."""
        return self.folder.parent == packs_places(this_policy())[0]

    @property
    def title(self) -> str:
        """The pack in one line."""
        if self.pack is None:
            words = QCoreApplication.translate("FoundPacks", "{name}: cannot be used")
            return words.format(name=self.folder.name)
        words = QCoreApplication.translate("FoundPacks", "{language}: {name} {version}")
        if not self.used:
            words = QCoreApplication.translate("FoundPacks", "{language}: {name} {version} (not used)")
        return words.format(language=language_name(self.pack.language), name=self.pack.name, version=self.pack.version)

    @property
    def hides(self) -> str:
        """That a newer model of the program does not serve because of this one, and what to do; empty where none is."""
        if self.pack is None or not self.newer:
            return ""
        words = QCoreApplication.translate(
            "FoundPacks", "{name} {version} of this site hides the newer {newer} of the program; remove it to use that."
        )
        return words.format(name=self.pack.name, version=self.pack.version, newer=self.newer)


def found_packs(settings: Settings) -> list[Found]:
    """All packs, no file of them checked, as some settings let them in and choose among them.

    PolicyError where what an administrator placed cannot be followed.
    """
    site = this_site()
    packs: dict[Path, Pack] = {}
    verdicts: dict[Path, Verdict] = {}
    reasons: dict[Path, str] = {}
    folders = site.find_packs()
    for folder in folders:
        try:
            packs[folder], verdicts[folder] = judged(folder, site)
            admit(verdicts[folder], name=folder.name, allow_unsigned=settings.allow_unsigned_packs)
        except PackError as error:
            packs.pop(folder, None)
            reasons[folder] = str(error)
    chosen = in_use({folder.name: pack for folder, pack in packs.items()}, settings.packs)
    used = {pack.folder for pack in chosen.values()}
    newer = {folder: hidden_newer(pack, site.packs_folders) for folder, pack in packs.items()}
    return [
        Found(
            folder,
            packs.get(folder),
            reasons.get(folder, ""),
            folder in used,
            verdicts.get(folder),
            hidden.version if (hidden := newer.get(folder)) else "",
        )
        for folder in folders
    ]
