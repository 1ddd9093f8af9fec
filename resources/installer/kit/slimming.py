"""What a build leaves out of the files that PyInstaller found: Qt that is not used, libraries of the system that every
desktop has or that nothing asks for any longer, and debugging symbols."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""As PyInstaller writes it: the name in the built program, the source file, the kind."""

QT_LIBRARIES = ("Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa", "WaylandClient", "OpenGL")
"""Modules that the window uses, and those that its plugins for screens need."""
QT_PLUGINS = (
    "platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen", "platforms/libqminimal.",
    "platforms/qwindows", "platforms/qoffscreen", "platforms/libqcocoa",
    "platforminputcontexts/libcompose", "platforminputcontexts/libibus",
    "platformthemes/libqxdgdesktopportal", "iconengines/", "styles/",
    "imageformats/libqsvg", "imageformats/qsvg", "imageformats/libqico", "imageformats/qico",
    "wayland-shell-integration/libxdg-shell", "wayland-decoration-client/", "xcbglintegrations/libqxcb-egl",
)  # fmt: skip
LANGUAGES = ("en", "es", "it")
FROM_THE_SYSTEM = re.compile(
    r"lib(stdc\+\+|gcc_s|X11|X11-xcb|xcb|Xau|Xdmcp|bsd|md|fontconfig|freetype|expat|z|dbus-1|glib-2\.0|gthread-2\.0)\.so\."
)
"""Libraries that a Linux desktop has, and that its drivers and settings share with the program: copies of ours in their
place make graphics drivers fail. kit.linux asks the system for them."""
NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)", re.MULTILINE)


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without what this program never uses of Qt and of numpy."""
    return [entry for entry in entries if _is_wanted(entry[0].replace("\\", "/"))]


def _is_wanted(name: str) -> bool:
    if "/plugins/" in name and "PySide6" in name:
        return any(name.partition("/plugins/")[2].startswith(start) for start in QT_PLUGINS)
    if "/translations/" in name and "PySide6" in name:
        return name.rpartition("/")[2] in {f"qtbase_{language}.qm" for language in LANGUAGES}
    last = name.rpartition("/")[2]
    if last.startswith(("libQt6", "Qt6")) and (last.endswith(".dll") or ".so" in last):
        module = last.removeprefix("lib").removeprefix("Qt6").partition(".")[0]
        return module in QT_LIBRARIES
    if "PySide6" in name and last.startswith("opengl32sw"):
        return False
    return not name.startswith(("numpy/tests", "numpy/f2py"))


def without_system(entries: Iterable[Entry]) -> list[Entry]:
    """Off Linux all entries; on Linux of the system's libraries those alone that something still needs and that not
    every desktop has."""
    entries = list(entries)
    if not sys.platform.startswith("linux"):
        return entries
    ours = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()}
    system: dict[str, Entry] = {}
    kept: list[Entry] = []
    for entry in entries:
        name, source, kind = entry
        if kind in ("BINARY", "EXTENSION") and not ours & set(Path(source).resolve().parents):
            system[name] = entry
        else:
            kept.append(entry)
    reached: dict[str, Entry] = {}
    waiting = [source for _, source, kind in kept if kind in ("BINARY", "EXTENSION")]
    while waiting:
        for name in _needs(waiting.pop()):
            if name in system and name not in reached and not FROM_THE_SYSTEM.match(name):
                reached[name] = system[name]
                waiting.append(system[name][1])
    # A link in the program's folder to a library in one of its packages stays with its library.
    names = {name for name, _, _ in (*kept, *reached.values())}
    return [one for one in (*kept, *reached.values()) if one[2] != "SYMLINK" or _target(one) in names]


def _target(entry: Entry) -> str:
    return str(Path(entry[0]).parent / entry[1])


def _needs(file: str) -> list[str]:
    return NEEDED.findall(subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False).stdout)


def without_symbols(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Let the entries with debugging symbols come from copies without them, below a folder.

    CTranslate2's module for Python has 66 MB of symbols to 1.3 MB of program. Only on Linux, where `strip`
    and `objdump` are.
    """
    entries = list(entries)
    if not (sys.platform.startswith("linux") and shutil.which("strip") and shutil.which("objdump")):
        return entries
    return [_stripped(entry, folder) for entry in entries]


def _stripped(entry: Entry, folder: Path) -> Entry:
    name, source, kind = entry
    if kind not in ("BINARY", "EXTENSION") or not Path(source).is_file():
        return entry
    sections = subprocess.run(["objdump", "-h", source], capture_output=True, text=True, check=False).stdout
    if ".debug_info" not in sections:
        return entry
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    subprocess.run(["strip", "--strip-debug", str(copy)], check=True)
    return name, str(copy), kind
