"""Deleting what the program keeps, from the window."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.privacy.purge import find, no_window, remove
from cardioner_desktop.review.session import Session
from cardioner_desktop.ui.asking import agrees
from cardioner_desktop.ui.saved_session import SavedSession


class Purging(QObject):
    """Corrections of closed letters, and what else the program keeps of itself; open letters keep theirs."""

    def __init__(self, session: Session, saved: SavedSession) -> None:
        super().__init__(saved)
        self._session, self._saved = session, saved

    def ask(self, parent: QWidget) -> str:
        """Ask, and delete; the sentence about what became of it, "" where the person thought better of it."""
        number = self._session.register.closed
        if not agrees(
            parent,
            title=self.tr("Delete saved corrections"),
            words=self.tr(
                "Corrections of %n closed letter(s) will be deleted, and crash reports and files that were left behind "
                "too. What you have not exported is lost. Open letters keep their corrections.",
                "",
                number,
            ),
            deed=self.tr("&Delete them"),
        ):
            return ""
        own = self._saved.journal
        try:
            with no_window(own=own):
                self._session.forget_closed()
                if own is not None and not self._saved.flush():
                    return self.tr("The corrections cannot be deleted now, because their file cannot be written.")
                for _ in remove([one for one in find() if one.path != own]):
                    pass
        except (CardioNerError, OSError) as error:
            return str(error) if isinstance(error, CardioNerError) else self.tr("The files cannot be reached now.")
        return self.tr("Deleted. Only what concerns open letters is still kept.")
