"""Qt's own messages: one of them ends the process, and before that it is told and kept; the rest are cut to the name
of who speaks, since they may name a file of a patient."""

import os
import re
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from cardioner_desktop.privacy import crash

_SPEAKER = re.compile(r"Q[A-Z]\w*(?:::~?\w+)*|qt(?:\.\w+)+")
_WORDS = {QtMsgType.QtWarningMsg: "warning", QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}


def on_fatal(tell: Callable[[str], int]) -> None:
    """Call `tell` with a reason before Qt ends the process, and end with the exit code that it gives back."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = context.category if context is not None else None
        if kind == QtMsgType.QtFatalMsg:
            display = "platform plugin" in message
            said = "the display does not answer" if display else _cut(kind, category, message)
            if not display:
                crash.keep_words(said, where="Qt")
            code = tell(said)
            if sys.stderr is not None:
                sys.stderr.flush()
            os._exit(code)
        if kind in _WORDS and sys.stderr is not None:
            sys.stderr.write(f"{_cut(kind, category, message)}\n")

    qInstallMessageHandler(handle)


def _cut(kind: QtMsgType, category: str | None, message: str) -> str:
    """Who speaks in a message of Qt, and how serious it is: the rest may quote anything."""
    speaker = _SPEAKER.match(message)
    named = category if category and _SPEAKER.fullmatch(category) else "Qt"
    return f"{_WORDS[kind]} of {named}{' in ' + speaker[0] if speaker else ''}"
