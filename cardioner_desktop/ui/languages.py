"""The language of the interface: our own translations and Qt's, and how numbers and dates are written."""

import hashlib
import subprocess
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cardioner_desktop import linguist
from cardioner_desktop.paths import cache_folder, resources_folder

NAMES = {"en": "English", "es": "Español", "it": "Italiano"}
"""Each language by its own name, which is never translated."""

_OURS = "cardioner"


def language_of(setting: str) -> str:
    """The language that a setting (`system` or a code) asks for; English where the system's is none of ours."""
    if setting in NAMES:
        return setting
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in NAMES:
            return code
    return "en"


def speak(application: QCoreApplication, setting: str) -> str:
    """Let the application speak the language that a setting asks for, from the next widget on; its code.

    Where the system speaks it too, numbers and dates are written as the system writes them.
    """
    code = language_of(setting)
    system = QLocale.system()
    same = QLocale.languageToCode(system.language()) == code
    be_silent(application)
    QLocale.setDefault(system if same else QLocale(code))
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (folder / f"qtbase_{code}.qm", translation(code)):
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        if file is not None and translator.load(str(file)):
            application.installTranslator(translator)
    return code


def be_silent(application: QCoreApplication) -> None:
    """Take the translations away again: strings as they are written, numbers as the system writes them."""
    for old in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale.system())


def translation(code: str) -> Path | None:
    """The compiled translation into a language; none where it is not there and cannot be made.

    A build has it. A checkout has only the source, which is compiled when it has changed, into the user's cache.
    """
    folder = resources_folder() / "i18n"
    built = folder / linguist.NAME.format(language=code, kind="qm")
    if built.is_file():
        return built
    source = folder / linguist.NAME.format(language=code, kind="ts")
    try:
        digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
        made = cache_folder() / "i18n" / f"{code}-{digest}.qm"
        if not made.is_file():
            made.parent.mkdir(parents=True, exist_ok=True)
            for old in made.parent.glob(f"{code}-*.qm"):
                old.unlink(missing_ok=True)
            linguist.compile_one(source, made)
    except (OSError, subprocess.CalledProcessError):
        return None
    return made
