"""The settings while the window runs: one place that holds them, tells of changes, and keeps them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.security.policy import Policy
from cardioner_desktop.settings import Settings, recover_settings, with_policy, without_policy, write_settings

TAGGING = (
    "labels", "gate", "gazetteer", "rules", "threshold", "engine", "device", "threads", "packs", "allow_unsigned_packs",
)  # fmt: skip
"""The settings that tagging goes by."""


class Preferences(QObject):
    """Signals: `changed(Settings before, Settings after)`, `refused(sentence)` where they could not be kept.

    Without a file nothing is kept, and there is no first start and no tour. `complaint` is one sentence
    where the file was damaged, else "". What the policy fixes holds instead of what is kept, which stays.
    Raises PolicyError where the policy fixes what cannot be.
    """

    changed = Signal(object, object)
    refused = Signal(str)

    def __init__(
        self, file: Path | None = None, parent: QObject | None = None, *, policy: Policy | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self.policy = policy or Policy()
        self._own, self.complaint = recover_settings(file) if file else (Settings(toured=True), "")
        self.settings = with_policy(self._own, self.policy)

    def change(self, **values: object) -> None:
        """Change some settings by name; what is not possible raises ValueError and changes nothing."""
        self.put(replace(self.settings, **values))  # type: ignore[arg-type]

    def put(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them."""
        before = self.settings
        self._own = without_policy(settings, self.policy, self._own)
        settings = with_policy(self._own, self.policy)
        if settings == before:
            return
        self.settings = settings
        self.changed.emit(before, settings)
        if self._file is not None:
            try:
                write_settings(self._own, self._file)
            except CardioNerError as error:
                self.refused.emit(str(error))


def asks_for_new_engine(before: Settings, after: Settings) -> bool:
    """Whether a change concerns tagging, so that the pipeline has to be opened anew."""
    return any(getattr(before, name) != getattr(after, name) for name in TAGGING)
