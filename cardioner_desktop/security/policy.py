"""What an administrator decides for all users of a machine: `policy.toml` in the site's folder.

    format = 1

    [settings]                      # each one named here is fixed
    allow_unsigned_packs = false
    threads = 2

    [packs]
    folder = "/srv/cardioner/packs" # packs come from here alone

    [features]
    disabled = ["export", "add-packs", "add-lists", "trust-keys"]

    [audit]
    on = true
    file = "/var/log/cardioner/{user}.jsonl"
    rotate_megabytes = 64

A policy that cannot be read, or says what this program does not know, stops the program: a rule with a slip of the pen
in it must not be passed over.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cardioner_desktop.errors import PolicyError
from cardioner_desktop.paths import shown

FILE = "policy.toml"
FORMAT = 1
LARGEST = 2**20  # bytes
EXPORT, ADD_PACKS, ADD_LISTS, TRUST_KEYS = "export", "add-packs", "add-lists", "trust-keys"
FEATURES = {
    EXPORT: "Exporting from the window is switched off by your administrator's policy; ask your administrator.",
    ADD_PACKS: "Adding and removing packs is switched off by your administrator's policy; ask your administrator.",
    ADD_LISTS: "Adding and removing lists is switched off by your administrator's policy; ask your administrator.",
    TRUST_KEYS: "Trusting further keys is switched off by your administrator's policy; ask your administrator.",
}
"""What can be switched off, and the sentence for who asks for it then."""
USER = "{user}"
CALLED = {"gate": "filter"}
"""What people call an option or a setting that is kept under another name."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`settings` are fixed ones by name, not yet checked; `audit` is whether the audit is on, None where a user says.

    `file` is where the policy stands, None where there is none.
    """

    file: Path | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    packs_folder: Path | None = None
    disabled: frozenset[str] = frozenset()
    audit: bool | None = None
    audit_file: str = ""
    audit_bytes: int = 64_000_000

    def __post_init__(self) -> None:
        settings = dict(self.settings) if self.audit is None else {**self.settings, "audit": self.audit}
        object.__setattr__(self, "settings", MappingProxyType(settings))

    @property
    def locked(self) -> frozenset[str]:
        """The names of settings that nobody but an administrator changes."""
        return frozenset(self.settings)

    def allows(self, feature: str) -> bool:
        """Whether a feature can be used."""
        return feature not in self.disabled

    def require(self, feature: str) -> None:
        """PolicyError, one sentence, where a feature is switched off."""
        if not self.allows(feature):
            raise PolicyError(FEATURES[feature])

    @property
    def binds(self) -> bool:
        """Whether this user cannot simply change the file; on Windows its read-only attribute alone is seen."""
        return self.file is not None and not os.access(self.file, os.W_OK)


def read_policy(file: Path) -> Policy:
    """The policy in a file, an empty one where there is none; PolicyError where it cannot be followed."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        raise PolicyError(_refusal(file, f"it cannot be read: {error.strerror}")) from error
    try:
        if len(content) > LARGEST:
            raise ValueError("it is far too long")
        return _policy(tomllib.loads(content.decode("utf-8-sig")), file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PolicyError(_refusal(file, "it is not in TOML")) from error
    except ValueError as error:
        raise PolicyError(_refusal(file, str(error))) from error


def refused(policy: Policy, reason: str) -> PolicyError:
    """That a policy which could be read cannot be followed."""
    return PolicyError(_refusal(policy.file or Path(FILE), reason))


def _refusal(file: Path, reason: str) -> str:
    told = reason[:300]  # it may quote what the file says
    return f"The administrator's policy {shown(file)} cannot be followed ({told}); ask your administrator to mend it."


def _policy(data: dict[str, Any], file: Path) -> Policy:
    version = data.pop("format", None)
    if version != FORMAT or isinstance(version, bool):
        raise ValueError(f"its first line is not format = {FORMAT}")
    settings = _section(data, "settings", None)
    packs = _section(data, "packs", {"folder": str})
    features = _section(data, "features", {"disabled": list})
    audit = _section(data, "audit", {"on": bool, "file": str, "rotate_megabytes": int})
    if data:
        raise ValueError(f"{min(data)} is no section of a policy")
    for kept, called in CALLED.items():  # `cardioner settings` shows the one, older policies have the other
        if called in settings:
            if kept in settings:
                raise ValueError(f"{called} is fixed twice, also as {kept}")
            settings[kept] = settings.pop(called)
    if "audit" in settings:
        raise ValueError("the audit is switched in its own section")
    disabled = features.get("disabled", [])
    for name in disabled:
        if not isinstance(name, str) or name not in FEATURES:
            raise ValueError(f"{name!r} is no feature; there are {', '.join(FEATURES)}")
    folder = Path(packs["folder"]) if "folder" in packs else None
    if folder is not None and not folder.is_absolute():
        raise ValueError("the folder of packs is no absolute path")
    audit_file = audit.get("file", "")
    if audit_file and not Path(audit_file).is_absolute():
        raise ValueError("the audit file is no absolute path")
    megabytes = audit.get("rotate_megabytes", 64)
    if megabytes < 1:
        raise ValueError("an audit file is rotated at 1 megabyte or more")
    return Policy(file, settings, folder, frozenset(disabled), audit.get("on"), audit_file, megabytes * 1_000_000)


def _section(data: dict[str, Any], name: str, known: Mapping[str, type] | None) -> dict[str, Any]:
    section = data.pop(name, {})
    if not isinstance(section, dict):
        raise ValueError(f"{name} is no section")
    for key, value in section.items():
        if known is not None and (key not in known or type(value) is not known[key]):
            raise ValueError(f"{name} has no {key} of this kind")
    return section
