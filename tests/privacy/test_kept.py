from pathlib import Path

from cardioner_desktop.paths import resources_folder
from cardioner_desktop.privacy.crash import MOST
from cardioner_desktop.privacy.kept import KEPT
from cardioner_desktop.settings import Settings

PAGE = (resources_folder() / "guides" / "privacy.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading, its head left out."""
    lines = PAGE.partition(f"## {heading}\n")[2].lstrip().partition("\n\n")[0].splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


def test_the_page_lists_what_purge_removes_and_nothing_else() -> None:
    assert rows("Files that the program keeps") == [(one.name, one.place, one.holds, one.stays) for one in KEPT]


def test_the_page_says_how_long_corrections_and_reports_stay() -> None:
    (corrections,) = (one for one in KEPT if one.name == "Saved corrections")
    assert f"({Settings().keep_closed} at first)" in corrections.stays
    assert f"the newest {MOST}" in PAGE


def test_the_folders_of_the_page_are_those_that_the_program_uses() -> None:
    import cardioner_desktop.paths as paths

    source = Path(paths.__file__).read_text(encoding="utf-8")
    for variable in ("CARDIONER_REVIEW", "CARDIONER_BATCHES", "CARDIONER_CRASHES", "CARDIONER_SCRATCH"):
        assert variable in PAGE
        assert f'"{variable}"' in source
    for folder in ("review", "batches", "crashes", "scratch"):
        assert f'/ "{folder}"' in source


def test_every_kind_of_file_is_looked_for_in_an_empty_home() -> None:
    assert [path for one in KEPT for path in one.find(())] == []
