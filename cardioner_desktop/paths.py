"""Where the program's own resources lie, and what belongs to a user; and how a path is shown."""

import os
import stat
import sys
import unicodedata
from importlib.resources import as_file, files
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

PROGRAM = "CardioNER"
PACKS_VARIABLE = "CARDIONER_PACKS"
LISTS_VARIABLE = "CARDIONER_LISTS"
REVIEW_VARIABLE = "CARDIONER_REVIEW"
SETTINGS_VARIABLE = "CARDIONER_SETTINGS"
BATCHES_VARIABLE = "CARDIONER_BATCHES"
CRASHES_VARIABLE = "CARDIONER_CRASHES"
SCRATCH_VARIABLE = "CARDIONER_SCRATCH"
KEYS_VARIABLE = "CARDIONER_KEYS"
AUDIT_VARIABLE = "CARDIONER_AUDIT"
SITE_VARIABLE = "CARDIONER_SITE"


def resources_folder() -> Path:
    """The folder of packs, examples, icons and translations: in the installed package, or beside it in a checkout."""
    with as_file(files("cardioner_desktop")) as package:
        inside = package / "resources"
        return inside if inside.is_dir() else package.parent / "resources"


def packs_folders() -> tuple[Path, ...]:
    """The folders that hold model packs, the first one first: the user's own, then those that came with the program.

    The environment variable CARDIONER_PACKS, folders with the separator of PATH between them, takes the place of both.
    """
    fixed = os.environ.get(PACKS_VARIABLE, "")
    if fixed:
        return tuple(Path(folder) for folder in fixed.split(os.pathsep) if folder)
    return user_data_path(PROGRAM, appauthor=False) / "packs", resources_folder() / "packs"


def own_packs_folder() -> Path:
    """The folder into which a user's own packs go: the first of all."""
    return packs_folders()[0]


def lists_folder() -> Path:
    """The folder of a user's own lists of names; the environment variable CARDIONER_LISTS names another one."""
    fixed = os.environ.get(LISTS_VARIABLE, "")
    return Path(fixed) if fixed else user_data_path(PROGRAM, appauthor=False) / "lists"


def review_folder() -> Path:
    """Where corrections are saved while they are made; CARDIONER_REVIEW names another folder."""
    fixed = os.environ.get(REVIEW_VARIABLE, "")
    return Path(fixed) if fixed else user_data_path(PROGRAM, appauthor=False) / "review"


def program_keys_folder() -> Path:
    """The keys that the program trusts by itself, and the hashes of the packs that came with it."""
    return resources_folder() / "keys"


def own_keys_folder() -> Path:
    """Keys that a user trusts, and revocations; CARDIONER_KEYS names another folder."""
    fixed = os.environ.get(KEYS_VARIABLE, "")
    return Path(fixed) if fixed else user_config_path(PROGRAM, appauthor=False) / "keys"


def machine_folder() -> Path:
    """Where an administrator puts a policy and keys for all users of this machine.

    The variables by which platformdirs lets a user move this folder (XDG_CONFIG_DIRS and the like) do not count.
    """
    if sys.platform == "win32":
        import ctypes

        common_app_data, buffer = 0x23, ctypes.create_unicode_buffer(260)
        ctypes.windll.shell32.SHGetFolderPathW(None, common_app_data, None, 0, buffer)
        return Path(buffer.value or "C:\\ProgramData") / PROGRAM
    return Path("/Library/Application Support" if sys.platform == "darwin" else "/etc/xdg") / PROGRAM


def site_folder() -> Path:
    """The administrator's folder: CARDIONER_SITE names another one, unless that of the machine is there."""
    machine, fixed = machine_folder(), os.environ.get(SITE_VARIABLE, "")
    return Path(fixed) if fixed and not os.path.lexists(machine) else machine


def audit_file() -> Path:
    """A user's own audit file, where no policy names another one; CARDIONER_AUDIT does where none does."""
    fixed = os.environ.get(AUDIT_VARIABLE, "")
    return Path(fixed) if fixed else user_data_path(PROGRAM, appauthor=False) / "audit" / "audit.jsonl"


def examples_folder() -> Path:
    """Invented letters; their names begin with their language."""
    return resources_folder() / "examples"


def example_letter(language: str) -> Path:
    """One invented letter in a language."""
    return min(examples_folder().glob(f"{language}-*.txt"))


def settings_file() -> Path:
    """Where a user's settings are kept, which need not exist yet; CARDIONER_SETTINGS names another file."""
    fixed = os.environ.get(SETTINGS_VARIABLE, "")
    return Path(fixed) if fixed else user_config_path(PROGRAM, appauthor=False) / "settings.json"


def cache_folder() -> Path:
    """What can be made again at any time."""
    return user_cache_path(PROGRAM, appauthor=False)


def batches_folder() -> Path:
    """Where journals of batches lie whose output is on a network share; CARDIONER_BATCHES names another folder."""
    fixed = os.environ.get(BATCHES_VARIABLE, "")
    return Path(fixed) if fixed else user_data_path(PROGRAM, appauthor=False) / "batches"


def crashes_folder() -> Path:
    """Where crash reports lie; CARDIONER_CRASHES names another folder."""
    fixed = os.environ.get(CRASHES_VARIABLE, "")
    return Path(fixed) if fixed else user_data_path(PROGRAM, appauthor=False) / "crashes"


def scratch_folder() -> Path:
    """Below which each run has its temporary files; CARDIONER_SCRATCH names another folder.

    On Linux the session's own folder in memory, where there is a private one, so that nothing of it comes onto a disk;
    else the user's cache.
    """
    if fixed := os.environ.get(SCRATCH_VARIABLE, ""):
        return Path(fixed)
    session = os.environ.get("XDG_RUNTIME_DIR", "") if sys.platform.startswith("linux") else ""
    return (Path(session) / PROGRAM if session and _is_private(session) else cache_folder()) / "scratch"


def _is_private(folder: str) -> bool:
    try:
        status = Path(folder).stat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077 and status.st_uid == os.getuid()


def shown(path: Path) -> str:
    """A path for a sentence: control characters and bytes that are no text are written as escapes."""
    text = str(path).encode(errors="backslashreplace").decode()
    return "".join(
        character if unicodedata.category(character) != "Cc" else f"\\x{ord(character):02x}" for character in text
    )
