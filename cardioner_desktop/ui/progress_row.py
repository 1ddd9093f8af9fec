"""How far the tagging is: a bar, documents, time left, and a button that stops it."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from cardioner_desktop.ui.tagging_progress import TaggingProgress

_STEPS = 1000


class ProgressRow(QWidget):
    """Hidden while nothing is being tagged."""

    def __init__(self, cancel: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._bar = QProgressBar(maximum=_STEPS, textVisible=False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName(self.tr("Progress of tagging"))
        button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(cancel)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Stop tagging"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 6, 2)
        layout.setSpacing(10)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addWidget(button)
        self.hide()

    @property
    def words(self) -> str:
        """What the row says."""
        return self._words.text()

    def show_progress(self, progress: TaggingProgress) -> None:
        """Show how far it is; a bar that cannot tell yet runs to and fro."""
        # Qt paints a bar at once, and with it all of the window that waits to be painted: many times a second here.
        self._bar.setUpdatesEnabled(False)
        self._bar.setValue(round(_STEPS * progress.share))
        self._bar.setUpdatesEnabled(True)
        self._words.setText(progress_words(progress))
        self.show()


def progress_words(progress: TaggingProgress) -> str:
    """How far it is, how fast it goes, and how long it will take, as far as that can be told."""
    locale = QLocale()
    done, total = locale.toString(progress.documents_done), locale.toString(progress.documents_total)
    left, speed = progress.seconds_left, progress.documents_per_second
    if left is None:
        return QCoreApplication.translate("ProgressRow", "Tagged {done} of {total}").format(done=done, total=total)
    if speed is None:
        words = QCoreApplication.translate("ProgressRow", "Tagged {done} of {total} · {time}")
        return words.format(done=done, total=total, time=_time(left))
    words = QCoreApplication.translate("ProgressRow", "Tagged {done} of {total} · {speed} documents/s · {time}")
    rate = locale.toString(speed, "f", 0 if speed >= 10 else 1)
    return words.format(done=done, total=total, speed=rate, time=_time(left))


def _time(seconds: float) -> str:
    locale = QLocale()
    if seconds < 60:
        words = QCoreApplication.translate("ProgressRow", "about {count} s left")
        return words.format(count=locale.toString(max(1, round(seconds))))
    if seconds < 3600:
        words = QCoreApplication.translate("ProgressRow", "about {count} min left")
        return words.format(count=locale.toString(round(seconds / 60)))
    words = QCoreApplication.translate("ProgressRow", "about {count} h left")
    return words.format(count=locale.toString(seconds / 3600, "f", 1))
