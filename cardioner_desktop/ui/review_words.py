"""Edits in words, for the menu of undo and redo and for what is told after a deed."""

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.review.edits import Description
from cardioner_desktop.ui.label_look import title_of


def edit_name(description: Description) -> str:
    """What an edit was, short."""
    key = description.key
    if key.startswith("everywhere-"):
        words = QCoreApplication.translate("Edits", "%1, in %n place(s)", "", description.mentions)
        return words.replace("%1", _verbs().get(key.removeprefix("everywhere-"), key))
    if key in ("relabel", "add"):
        return _verbs()[key].replace("%1", title_of(description.label))
    if key == "accept_above":
        return QCoreApplication.translate("Edits", "accept %n sure mention(s)", "", description.mentions)
    if key in ("accept", "reject", "delete", "undecide") and description.mentions > 1:
        words = QCoreApplication.translate("Edits", "%1 (%n mention(s))", "", description.mentions)
        return words.replace("%1", _verbs()[key])
    return _verbs().get(key, key)


def told(description: Description) -> str:
    """What an edit did to many mentions at once, as a sentence."""
    words = QCoreApplication.translate("Edits", "%n mention(s) changed in %1 document(s).", "", description.mentions)
    return words.replace("%1", str(description.documents))


def _verbs() -> dict[str, str]:
    """Made at each call: the language of the window may change."""
    return {
        "accept": QCoreApplication.translate("Edits", "accept"),
        "reject": QCoreApplication.translate("Edits", "reject"),
        "undecide": QCoreApplication.translate("Edits", "take the decision back"),
        "relabel": QCoreApplication.translate("Edits", "label as %1"),
        "bounds": QCoreApplication.translate("Edits", "change the bounds"),
        "split": QCoreApplication.translate("Edits", "split a mention"),
        "add": QCoreApplication.translate("Edits", "add as %1"),
        "delete": QCoreApplication.translate("Edits", "delete"),
        "annotate": QCoreApplication.translate("Edits", "write a note"),
        "reviewed": QCoreApplication.translate("Edits", "mark as reviewed"),
        "unreviewed": QCoreApplication.translate("Edits", "mark as not reviewed"),
        "thresholds": QCoreApplication.translate("Edits", "move a threshold"),
        "finish": QCoreApplication.translate("Edits", "accept the rest and mark as reviewed"),
    }
