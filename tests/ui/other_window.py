"""A second program on the screen, as a file manager is one: `python -m tests.ui.other_window FOLDER`.

What is dropped on the lower half is kept; the upper half is FOLDER, to be dragged somewhere. A line on the standard
input names a file for a picture of the screen, or asks for what was `dropped`, names with tabs between them.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QSocketNotifier, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget


class _Folder(QLabel):
    def __init__(self, folder: Path) -> None:
        super().__init__("Folder", alignment=Qt.AlignmentFlag.AlignCenter)
        self._folder = folder

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._folder))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()


class _Basket(QLabel):
    def __init__(self) -> None:
        super().__init__("Basket", alignment=Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.files: list[str] = []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = [url.toLocalFile() for url in event.mimeData().urls()]
        self.files += [file for file in files if Path(file).exists()]
        self.setText("\n".join(Path(file).name for file in self.files))
        event.acceptProposedAction()


def main() -> None:
    """Show the window until its standard input ends."""
    application = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Other window")
    layout = QVBoxLayout(window)
    basket = _Basket()
    layout.addWidget(_Folder(Path(sys.argv[1])), 1)
    layout.addWidget(basket, 1)
    window.show()

    def answer() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            application.quit()
        elif line == "dropped":
            sys.stdout.write("\t".join(basket.files) + "\n")
        else:
            application.primaryScreen().grabWindow(0).save(line)
            sys.stdout.write("kept\n")
        sys.stdout.flush()

    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(answer)
    application.exec()


if __name__ == "__main__":
    main()
