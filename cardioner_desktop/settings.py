"""What a user chose in the window, kept between two starts; the command line reads its arguments alone.

Settings hold no document text and no file names.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType

from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.security.policy import Policy, refused

LABELS = ("corpus", "english")
GAZETTEERS = ("off", "all", "guarded")
RULES = ("default", "paper")
DEVICES = ("auto", "cpu", "cuda")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Size of all text, in per cent."""
KEEP_CLOSED = (0, 7, 30, 90, 365, None)
"""Days for which corrections of a closed letter are kept; 0 until the window closes, None without end."""
INTERFACE_LANGUAGES = ("system", "en", "es", "it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices that tagging and display start with; those of tagging mean what the options of `cardioner tag` mean.

    `packs` names the pack that reads a language where a person chose one, by language. `zoom` is the size of the
    letters' text in per cent of what `text_size` makes it. `toured` is whether the tour of the first start was taken or
    skipped. `keep_closed` is for how many days corrections of closed letters are kept, `system_dialogs` whether the
    system's own dialogs ask for files. `allow_unsigned_packs` lets in packs that no trusted key signed, `audit` is
    whether the audit file is written.
    """

    labels: str = "corpus"
    gate: bool = False
    gazetteer: str = "guarded"
    rules: str = "default"
    threshold: float | None = None
    engine: str | None = None
    device: str = "auto"
    threads: int = 0
    packs: Mapping[str, str] = field(default_factory=dict)
    theme: str = "system"
    text_size: int = 100
    zoom: int = 100
    interface: str = "system"
    toured: bool = False
    keep_closed: int | None = 90
    system_dialogs: bool = False
    allow_unsigned_packs: bool = False
    audit: bool = False

    def __post_init__(self) -> None:
        for value, choices in (
            (self.labels, LABELS),
            (self.gazetteer, GAZETTEERS),
            (self.rules, RULES),
            (self.device, DEVICES),
            (self.theme, THEMES),
            (self.interface, INTERFACE_LANGUAGES),
            (self.keep_closed, KEEP_CLOSED),
        ):
            if value not in choices:
                raise ValueError(f"A setting is one of {', '.join(map(str, choices))}, not {value!r}.")
        if isinstance(self.text_size, bool) or self.text_size not in TEXT_SIZES:
            raise ValueError(f"The size of text is one of {', '.join(map(str, TEXT_SIZES))} per cent.")
        if isinstance(self.zoom, bool) or not isinstance(self.zoom, int) or not 50 <= self.zoom <= 300:
            raise ValueError("Letters are shown at 50 to 300 per cent.")
        switches = (self.gate, self.toured, self.system_dialogs, self.allow_unsigned_packs, self.audit)
        if not all(isinstance(value, bool) for value in switches):
            raise ValueError("What can be switched is on (true) or off (false).")
        if isinstance(self.keep_closed, bool):
            raise ValueError("Corrections of closed letters are kept for a number of days.")
        if self.threshold is not None and not (isinstance(self.threshold, float) and 0.0 <= self.threshold <= 1.0):
            raise ValueError("A threshold is a number from 0.0 to 1.0.")
        if self.engine is not None and not isinstance(self.engine, str):
            raise ValueError("An engine has a name.")
        if isinstance(self.threads, bool) or not isinstance(self.threads, int) or self.threads < 0:
            raise ValueError("The number of threads is a whole number; 0 lets the program choose.")
        if not isinstance(self.packs, Mapping) or not all(isinstance(name, str) for name in self.packs.values()):
            raise ValueError("A pack is chosen by name for each language.")
        object.__setattr__(self, "packs", MappingProxyType(dict(self.packs)))


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


def recover_settings(file: Path) -> tuple[Settings, str]:
    """The settings in a file; where it is damaged the defaults, and one sentence about where the old file is now."""
    try:
        return read_settings(file), ""
    except FormatError as error:
        aside = file.with_name(f"{file.stem}.damaged{file.suffix}")
        try:
            file.replace(aside)
        except OSError:
            return Settings(), str(error)
        return Settings(), f"The settings cannot be read, so the defaults are used; the old file is now {aside}."


def with_policy(settings: Settings, policy: Policy) -> Settings:
    """Settings with those of an administrator in place of a person's; PolicyError where these are not possible."""
    if unknown := policy.locked - {field.name for field in fields(Settings)}:
        raise refused(policy, f"there is no setting {min(unknown)}")
    values = dict(policy.settings)
    if isinstance(values.get("threshold"), int):
        values["threshold"] = float(values["threshold"])
    try:
        return replace(settings, **values)
    except (ValueError, TypeError) as error:
        raise refused(policy, f"a setting has a value that it cannot have: {error}".rstrip(".")) from error


def without_policy(settings: Settings, policy: Policy, own: Settings) -> Settings:
    """Settings to keep for a person: what an administrator fixed stays as it was among their own."""
    return replace(settings, **{name: getattr(own, name) for name in policy.locked})


def chosen_settings(file: Path, policy: Policy, complain: Callable[[str], None]) -> Settings:
    """What holds for a command: a person's settings, the defaults where they are damaged, under a policy."""
    try:
        own = read_settings(file)
    except FormatError as error:
        complain(str(error))
        own = Settings()
    return with_policy(own, policy)


def write_settings(settings: Settings, file: Path) -> None:
    """Keep the settings; raises CardioNerError where the file cannot be written."""
    write_text(file, json.dumps(_plain(settings), indent=2) + "\n")


def _plain(settings: Settings) -> dict[str, object]:
    values = {name.name: getattr(settings, name.name) for name in fields(settings)}
    return values | {"packs": dict(settings.packs)}
