"""The packs on this machine as the models page lists them, damaged ones too."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import in_use
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.paths import own_packs_folder
from cardioner_desktop.ui.documents import language_name


@dataclass(frozen=True, slots=True)
class Found:
    """A pack's folder, and the pack or why it cannot be used; whether it reads its language."""

    folder: Path
    pack: Pack | None
    reason: str = ""
    used: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is the user's own."""
        return self.folder.parent == own_packs_folder()

    @property
    def title(self) -> str:
        """The pack in one line."""
        if self.pack is None:
            words = QCoreApplication.translate("FoundPacks", "{name}: damaged")
            return words.format(name=self.folder.name)
        words = QCoreApplication.translate("FoundPacks", "{language}: {name} {version}")
        if not self.used:
            words = QCoreApplication.translate("FoundPacks", "{language}: {name} {version} (not used)")
        return words.format(language=language_name(self.pack.language), name=self.pack.name, version=self.pack.version)


def found_packs(preferred: Mapping[str, str]) -> list[Found]:
    """All packs, no file of them checked; `preferred` names those that were chosen, by language."""
    packs: dict[Path, Pack] = {}
    reasons: dict[Path, str] = {}
    for folder in find_packs():
        try:
            packs[folder] = read_pack(folder, check=False)
        except PackError as error:
            reasons[folder] = str(error)
    used = {pack.folder for pack in in_use({folder.name: pack for folder, pack in packs.items()}, preferred).values()}
    return [Found(folder, packs.get(folder), reasons.get(folder, ""), folder in used) for folder in find_packs()]
