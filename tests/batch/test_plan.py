from pathlib import Path

import pytest

from cardioner_desktop.batch.plan import make_writable, plan
from cardioner_desktop.errors import CardioNerError, UsageError


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_plan_mirrors_folders_and_names_what_cannot_be_read(tmp_path: Path) -> None:
    touch(tmp_path / "in/ward/a.txt", tmp_path / "in/b.txt", tmp_path / "c.jpg")
    made = plan([tmp_path / "in", tmp_path / "c.jpg"], tmp_path / "out")
    assert [file.id for file in made.files] == ["b", "ward/a"]
    assert [failure.id for failure in made.failures] == [str(tmp_path / "c.jpg")]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["in", "in/out", "link/out", "in/../in"])
def test_an_output_inside_an_input_is_wrong_usage(tmp_path: Path, out: str) -> None:
    touch(tmp_path / "in/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    with pytest.raises(UsageError, match="lies inside the input"):
        plan([tmp_path / "in"], tmp_path / out, force=True)


def test_letters_of_two_kinds_and_one_name_are_refused_by_name(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.docx", tmp_path / "in/A.txt")
    with pytest.raises(CardioNerError, match=r"A\.txt and .*a\.docx would be written to the same file, a\.ann"):
        plan([tmp_path / "in"], tmp_path / "out")


def test_an_archive_and_a_folder_of_its_name_are_refused_by_name(tmp_path: Path) -> None:
    touch(tmp_path / "in/ward/cartas.zip", tmp_path / "in/ward/cartas/sub/b.txt")
    with pytest.raises(CardioNerError, match=r"cartas\.zip and .*b\.txt would be written to the same folder, cartas;"):
        plan([tmp_path / "in"], tmp_path / "out")


def test_a_folder_of_an_archive_that_stands_there_already_is_not_written_over(tmp_path: Path) -> None:
    touch(tmp_path / "in/cartas.zip", tmp_path / "out/cartas/b.txt")
    with pytest.raises(CardioNerError, match="cartas exists already"):
        plan([tmp_path / "in"], tmp_path / "out")
    assert plan([tmp_path / "in"], tmp_path / "out", force=True).files


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    touch(tmp_path / "a.txt")
    with pytest.raises(UsageError, match="is an input and would be overwritten"):
        plan([tmp_path / "a.txt"], tmp_path, force=True)
    with pytest.raises(UsageError, match="is an input and would be overwritten"):
        plan([tmp_path / "a.txt"], tmp_path / "out", side_files=[tmp_path / "a.txt"], force=True)


@pytest.mark.parametrize(("left", "right"), [("a.txt", "a.txt"), ("A.txt", "a.txt"), ("\u00e9.txt", "e\u0301.txt")])
def test_two_inputs_with_one_output_are_refused_even_by_force(tmp_path: Path, left: str, right: str) -> None:
    touch(tmp_path / "1" / left, tmp_path / "2" / right)
    with pytest.raises(CardioNerError, match="would be written to the same file"):
        plan([tmp_path / "1", tmp_path / "2"], tmp_path / "out", force=True)


def test_existing_outputs_are_refused_unless_forced(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.txt", tmp_path / "out/a.ann", tmp_path / "table.tsv")
    table = tmp_path / "table.tsv"
    with pytest.raises(CardioNerError, match=r"a\.ann \(and 1 more\) exists already") as caught:
        plan([tmp_path / "in"], tmp_path / "out", side_files=[table])
    assert not isinstance(caught.value, UsageError)
    assert len(plan([tmp_path / "in"], tmp_path / "out", side_files=[table], force=True).files) == 1


def test_a_configuration_that_stands_there_already_is_no_obstacle(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.txt", tmp_path / "out/annotation.conf")
    assert plan([tmp_path / "in"], tmp_path / "out", settled={"annotation.conf": ""}).files
    with pytest.raises(CardioNerError, match=r"annotation\.conf exists already"):
        plan([tmp_path / "in"], tmp_path / "out", settled={"annotation.conf": "[entities]\n"})


def test_one_file_is_not_written_twice(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.txt")
    out = tmp_path / "out"
    for side_files in ([tmp_path / "x", tmp_path / "x"], [out / "a.ann"], [out / "visual.conf"]):
        with pytest.raises(UsageError, match="written twice"):
            plan([tmp_path / "in"], out, side_files=side_files, settled={"visual.conf": ""}, force=True)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    touch(tmp_path / "file")
    with pytest.raises(UsageError, match=r"out cannot be written \(Not a directory\); choose another folder\."):
        make_writable(tmp_path / "file" / "out")
    make_writable(tmp_path / "new" / "out")
    assert list((tmp_path / "new" / "out").iterdir()) == []
