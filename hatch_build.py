"""Compiles the translations into the wheel; a checkout compiles its own when it starts (see `ui/languages.py`)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """Puts a `.qm` beside each `.ts` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from cardioner_desktop.linguist import compile_all

        for file in compile_all(Path(self.root, "resources", "i18n"), Path(self.root, "build", "i18n")):
            build_data["force_include"][str(file)] = f"cardioner_desktop/resources/i18n/{file.name}"
