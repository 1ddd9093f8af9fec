"""What a person is asked before a model takes another one's place."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cardioner_desktop.installing import described, serving
from cardioner_desktop.packs import Pack
from cardioner_desktop.ui.asking import agrees
from cardioner_desktop.versions import is_older


@dataclass(frozen=True, slots=True)
class Taking:
    """How a model is to be taken."""

    replace_old: bool = False
    downgrade: bool = False


def how_to_take(parent: QWidget, source: Path, places: Sequence[Path]) -> Taking | None:
    """Ask what has to be asked about the pack in a folder or a zip file; `None` where what is there is kept.

    `places` are the folders of packs, the user's own first. PackError where it is no pack that can be used.
    """
    pack = described(source)[0]
    there = (places[0] / pack.name).exists()
    serves = serving(pack.name, places)
    if serves is not None and is_older(pack.version, than=serves.version):
        return Taking(there, downgrade=True) if _wants_the_older(parent, pack, serves) else None
    return Taking(there) if not there or _wants_to_replace(parent, pack) else None


def _wants_the_older(parent: QWidget, pack: Pack, serves: Pack) -> bool:
    translate = QCoreApplication.translate
    words = translate(
        "PackQuestions", "The model {name} {version} is older than the one that you have, {there}. It is kept."
    ).format(name=pack.name, version=pack.version, there=serves.version)
    title = translate("PackQuestions", "Take an older model?")
    return agrees(parent, title=title, words=words, deed=translate("PackQuestions", "&Take the older one"))


def _wants_to_replace(parent: QWidget, pack: Pack) -> bool:
    translate = QCoreApplication.translate
    words = translate(
        "PackQuestions",
        "You have added a model {name} before; the new one takes its place, and the one before is kept: "
        "you can go back to it.",
    ).format(name=pack.name)
    title = translate("PackQuestions", "Replace the model?")
    return agrees(parent, title=title, words=words, deed=translate("PackQuestions", "&Replace it"))
