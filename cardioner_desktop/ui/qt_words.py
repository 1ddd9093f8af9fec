"""Words of Qt's own that its translations lack, because their English has changed since, or have in a longer form.

Our `.ts` files have them under Qt's contexts, and Qt asks our translator before its own (see `languages.speak`). What
Qt tells apart by a comment is found without one too.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

QT_WORDS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    # As keyboards and our sentences have them; Qt's Spanish spells them out (`Control+Mayúsculas+Retorno`).
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
)
