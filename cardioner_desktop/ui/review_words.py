"""Edits in words, for the menu of undo and redo and for what is told after a deed."""

import re

from PySide6.QtCore import QLocale, QObject

from cardioner_desktop.review.edits import Description
from cardioner_desktop.ui.label_look import title_of


class Edits(QObject):
    """Knows the words; an object, because Qt has plurals for the texts of objects alone. Words are made at each call:
    the language of the window may change."""

    def name(self, description: Description) -> str:
        """What an edit was, short."""
        key, number = description.key, description.mentions
        if key.startswith("everywhere-"):
            return self.tr("%1, in %n place(s)", "", number).replace("%1", self._verb(description))
        if key == "accept_above":
            return self.tr("accept %n sure mention(s)", "", number)
        if key in ("accept", "reject", "delete", "undecide") and number > 1:
            return self.tr("%1 (%n mention(s))", "", number).replace("%1", self._verb(description))
        return self._verb(description)

    def told(self, description: Description, *, name: str, undo: str, words: str = "") -> str:
        """What an edit did to many mentions at once, as a sentence that says how to take it back: `undo` are its keys,
        `name` that of the document where no other was meant, and `words` what stands at all the places."""
        number = description.mentions
        if description.key == "finish":
            told = self.tr("%n mention(s) of “%1” accepted, and it counts as reviewed; %3 takes that back.", "", number)
        elif description.key == "accept_above" and name:
            told = self.tr("%n sure mention(s) of “%1” accepted; %3 takes that back.", "", number)
        elif description.key == "accept_above":
            told = self.tr("%n sure mention(s) accepted (documents: %1); %3 takes that back.", "", number)
        elif name:
            told = self.tr("%2: “%4”, at %n place(s) in “%1”; %3 takes that back.", "", number)
        else:
            told = self.tr("%2: “%4”, at %n place(s) (documents: %1); %3 takes that back.", "", number)
        verb = self._verb(description)
        facts = {
            "%1": name or QLocale().toString(description.documents),
            "%2": verb[:1].upper() + verb[1:],
            "%3": undo,
            "%4": words,
        }
        return re.sub("%[1234]", lambda found: facts[found[0]], told)

    def _verb(self, description: Description) -> str:
        """What was done, whether in one place or in all."""
        key = description.key.removeprefix("everywhere-")
        return self._verbs().get(key, key).replace("%1", title_of(description.label)).strip()

    def _verbs(self) -> dict[str, str]:
        return {
            "accept": self.tr("accept"),
            "reject": self.tr("reject"),
            "undecide": self.tr("take the decision back"),
            "relabel": self.tr("label as %1"),
            "bounds": self.tr("change the bounds"),
            "split": self.tr("split a mention"),
            "add": self.tr("add as %1"),
            "delete": self.tr("delete"),
            "annotate": self.tr("write a note"),
            "reviewed": self.tr("mark as reviewed"),
            "unreviewed": self.tr("mark as not reviewed"),
            "thresholds": self.tr("move a threshold"),
            "finish": self.tr("accept the rest and mark as reviewed"),
        }
