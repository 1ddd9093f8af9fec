"""A page of text that fetches nothing: no network, no files, no links that lead out."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget


class QuietBrowser(QTextBrowser):
    """Shows Markdown or plain text. Pictures and style sheets that it names are not looked for."""

    def __init__(self, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(called)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(14)

    def show_facts(self, html: str, markdown: str) -> None:
        """Our own page, and below it what somebody else wrote: Markdown without HTML."""
        self.setHtml(html)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
        cursor.insertMarkdown(
            markdown,
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        del kind, name
        return None
