"""The window's translations with the tools of Qt Linguist, which PySide6-Essentials brings.

    python -m cardioner_desktop.linguist update         strings of the sources into resources/i18n/*.ts
    python -m cardioner_desktop.linguist compile OUT    *.ts into OUT/*.qm, as the build does

Needs nothing but the standard library and the two programs, so that the build can run it by itself.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
TRANSLATIONS = PACKAGE.parent / "resources" / "i18n"
NAME = "cardioner_{language}.{kind}"
TRANSLATED = ("es", "it")
PLURALS_ONLY = ("en",)
"""The sources are English: only the plurals have to be told."""


def main(arguments: list[str]) -> int:
    """Run one of the two commands; the exit code."""
    if arguments == ["update"]:
        update(TRANSLATIONS)
    elif len(arguments) == 2 and arguments[0] == "compile":
        compile_all(TRANSLATIONS, Path(arguments[1]))
    else:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    return 0


def update(folder: Path) -> None:
    """Merge the strings of the sources into the `.ts` files of a folder; those that are no longer there go.

    What is new is marked as unfinished until somebody has translated it.
    """
    sources = [str(file) for file in sorted((PACKAGE / "ui").rglob("*.py"))]
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    # A string that resembles another one needs a person, not a guess.
    common += ["-disable-heuristic", "similartext", "-disable-heuristic", "sametext"]
    for languages, extra in ((TRANSLATED, []), (PLURALS_ONLY, ["-pluralonly"])):
        for language in languages:
            file = folder / NAME.format(language=language, kind="ts")
            _run("lupdate", *common, *extra, "-target-language", language, *sources, "-ts", str(file))


def compile_all(folder: Path, out: Path) -> list[Path]:
    """Compile the `.ts` files of a folder; the `.qm` files made."""
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for file in sorted(folder.glob("*.ts")):
        made.append(out / f"{file.stem}.qm")
        compile_one(file, made[-1])
    return made


def compile_one(file: Path, out: Path) -> None:
    """Compile one `.ts` file; OSError or CalledProcessError where that is not possible."""
    _run("lrelease", "-silent", str(file), "-qm", str(out))


def _run(program: str, *arguments: str) -> None:
    spec = find_spec("PySide6")  # found, not imported: the tools need no Qt in Python
    places = (spec.submodule_search_locations if spec else None) or ()
    for place in places:
        for name in (program, f"{program}.exe"):
            if (found := Path(place) / name).is_file():
                subprocess.run([str(found), *arguments], check=True, capture_output=True)
                return
    raise FileNotFoundError(f"PySide6 without its program {program}.")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
