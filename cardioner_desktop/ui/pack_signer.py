"""Who stands for a model, in words, and the switch that lets in models for which nobody does."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from cardioner_desktop.security.keys import grouped
from cardioner_desktop.security.trust import Standing, Verdict
from cardioner_desktop.ui.fixed import hold
from cardioner_desktop.ui.preferences import Preferences


def signer_words(verdict: Verdict) -> str:
    """Who signed a model, or how else it is known."""
    translate = QCoreApplication.translate
    if verdict.standing is Standing.SIGNED and verdict.key is not None:
        words = translate("PackSigner", "Signed by {name} ({fingerprint})")
        return words.format(name=verdict.key.name, fingerprint=grouped(verdict.fingerprint))
    if verdict.standing is Standing.UNKNOWN:
        words = translate("PackSigner", "Signed by a key that is not trusted here ({fingerprint})")
        return words.format(fingerprint=grouped(verdict.fingerprint))
    if verdict.standing is Standing.SHIPPED:
        return translate("PackSigner", "Known to the program, which it came with")
    return translate("PackSigner", "Signed by nobody")


class UnsignedSwitch(QCheckBox):
    """Whether models that no trusted key signed may be used."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Allow models that no trusted key &signed"))
        self.setToolTip(self.tr("Nobody says where such a model comes from, nor that it was not changed on the way"))
        self.setChecked(preferences.settings.allow_unsigned_packs)
        self.toggled.connect(lambda on: preferences.change(allow_unsigned_packs=on))
        hold(self, "allow_unsigned_packs", preferences)
