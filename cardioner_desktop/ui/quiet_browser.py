"""A page of text that fetches nothing: no network, no files, no links that lead out."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget


class QuietBrowser(QTextBrowser):
    """Shows Markdown or plain text. Pictures and style sheets that it names are not looked for."""

    def __init__(self, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(called)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(14)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        del kind, name
        return None
