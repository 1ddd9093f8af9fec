"""Qt ends the process where it cannot start; before that it tells why, and this module passes it on."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


def on_fatal(tell: Callable[[str], int]) -> None:
    """Call `tell` with a reason before Qt ends the process, and end with the exit code that it gives back."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind == QtMsgType.QtFatalMsg:
            reason = "the display does not answer" if "platform plugin" in message else message.splitlines()[0]
            code = tell(reason)
            sys.stderr.flush()
            os._exit(code)
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(handle)
