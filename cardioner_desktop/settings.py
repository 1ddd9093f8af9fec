"""What a user chose in the window, kept between two starts; the command line reads its arguments alone.

Settings hold no document text and no file names.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats.atomic import write_text

LABELS = ("corpus", "english")
GAZETTEERS = ("off", "all", "guarded")
RULES = ("default", "paper")
DEVICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices that tagging and display start with; they mean what the options of `cardioner tag` mean."""

    labels: str = "corpus"
    gate: bool = False
    gazetteer: str = "guarded"
    rules: str = "default"
    threshold: float | None = None
    engine: str | None = None
    device: str = "auto"
    threads: int = 0

    def __post_init__(self) -> None:
        for value, choices in (
            (self.labels, LABELS),
            (self.gazetteer, GAZETTEERS),
            (self.rules, RULES),
            (self.device, DEVICES),
        ):
            if value not in choices:
                raise ValueError(f"A setting is one of {', '.join(choices)}, not {value!r}.")
        if not isinstance(self.gate, bool):
            raise ValueError("The filter is on (true) or off (false).")
        if self.threshold is not None and not (isinstance(self.threshold, float) and 0.0 <= self.threshold <= 1.0):
            raise ValueError("A threshold is a number from 0.0 to 1.0.")
        if self.engine is not None and not isinstance(self.engine, str):
            raise ValueError("An engine has a name.")
        if isinstance(self.threads, bool) or not isinstance(self.threads, int) or self.threads < 0:
            raise ValueError("The number of threads is a whole number; 0 lets the program choose.")


def read_settings(file: Path) -> Settings:
    """The settings in a file; the defaults where there is no file. Names that this version does not know are passed
    over. Raises FormatError for a file that holds no settings."""
    try:
        content = json.loads(file.read_bytes())
        if not isinstance(content, dict):
            raise ValueError("Settings are one JSON object.")
        known = {field.name for field in fields(Settings)}
        return Settings(**{name: value for name, value in content.items() if name in known})
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        raise FormatError(
            f"The settings in {file} cannot be read, so the defaults are used; delete the file."
        ) from error


def write_settings(settings: Settings, file: Path) -> None:
    """Keep the settings; raises CardioNerError where the file cannot be written."""
    write_text(file, json.dumps(asdict(settings), indent=2) + "\n")
