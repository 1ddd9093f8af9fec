import json
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.core.document import Document, Provenance, Span
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.export import export
from cardioner_desktop.formats.kinds import BRAT, JSON
from cardioner_desktop.packs import read_pack
from cardioner_desktop.sampling import folder, outputs

MADE = Provenance("es", "1.2", "ab" * 32)
ARCHIVE = [
    Document(
        f"ward/{number:03}",
        "asma, tos y angina\r\ncon heparina.",
        "es" if number % 3 else "it",
        spans=tuple(
            Span(start, end, label, 0.4 + (number % 5) / 10)
            for start, end, label in ((0, 4, "ENFERMEDAD"), (12, 18, "ENFERMEDAD"), (24, 32, "FARMACO"))[: number % 4]
        ),
        provenance=MADE,
    )
    for number in range(120)
]


@pytest.fixture(params=["brat", "json"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """What a run has written of the archive, in one of the two formats that a set is drawn from."""
    place = tmp_path / "out"
    list(export(ARCHIVE, BRAT, place) if request.param == "brat" else export(ARCHIVE, JSON, place / "mentions.json"))
    return place


def drawn(into: Path) -> list[str]:
    return sorted(name for stratum in folder.read(into).strata for name in stratum.drawn)


def review_all(into: Path) -> None:
    """A reviewer for whom the last mention of each letter is wrong, and a tos was missed in every one."""
    for name in drawn(into):
        letter = folder.suggested(into, name)
        kept = tuple(replace(span, source="file") for span in letter.spans[:-1])
        folder.save_reviewed(into, [replace(letter, spans=(*kept, Span(6, 9, "ENFERMEDAD", source="person")))])


def test_a_set_is_drawn_reviewed_and_reported(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = tmp_path / "set"
    assert cli.main(["sample", str(out), "--documents", "40", "--seed", "3", "--into", str(into)]) == 0
    assert "40 of 120 documents are drawn" in capsys.readouterr().out
    names = drawn(into)
    assert len(names) == 40
    assert sorted(path.stem for path in (into / "letters").rglob("*.txt")) == [
        name.removeprefix("ward/") for name in names
    ]
    first = folder.suggested(into, names[0])
    assert first.provenance == MADE
    assert cli.main(["sample", "report", str(into)]) == 2
    assert "is reviewed yet" in capsys.readouterr().err
    review_all(into)
    assert cli.main(["sample", "report", str(into)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("40 of 40 drawn documents are reviewed, for 120 documents.\nPack es 1.2, SHA-256 abab")
    figures = json.loads((into / "report.json").read_text(encoding="utf-8"))
    labels = figures["labels"]
    # Of 180 mentions in 120 letters the 90 last ones are wrong, and 120 were missed.
    for name, truth in (("precision", 0.5), ("recall", 90 / 210)):
        assert labels["all"][name]["low"] < truth < labels["all"][name]["high"]
    assert labels["FARMACO"]["recall"] is None  # no heparina is right
    assert sum(stratum["size"] for stratum in figures["strata"]) == 120
    page = (into / "report.html").read_text(encoding="utf-8")
    assert "Precision and recall here" in page
    assert "<script" not in page


def test_scores_are_known_from_json_and_make_strata(out: Path, tmp_path: Path) -> None:
    cli.main(["sample", str(out), "--into", str(tmp_path / "set")])
    by_score = [stratum.name for stratum in folder.read(tmp_path / "set").strata if "surer" in stratum.name]
    assert bool(by_score) == (out / "mentions.json").exists()


def test_the_same_seed_draws_the_same_documents(out: Path, tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        assert cli.main(["sample", "--seed", seed, "--documents", "20", str(out), "--into", str(tmp_path / name)]) == 0
    assert drawn(tmp_path / "a") == drawn(tmp_path / "b") != drawn(tmp_path / "c")


def test_a_review_that_is_not_finished_speaks_for_what_is_reviewed(out: Path, tmp_path: Path) -> None:
    into = tmp_path / "set"
    cli.main(["sample", str(out), "--documents", "40", "--into", str(into)])
    review_all(into)
    for file in sorted((into / "reviewed").rglob("*.ann"))[::2]:
        file.unlink()
    assert cli.main(["sample", "report", str(into), "--json"]) == 0
    figures = json.loads((into / "report.json").read_text(encoding="utf-8"))
    assert (figures["reviewed"], figures["drawn"]) == (20, 40)
    assert figures["labels"]["all"]["precision"]["low"] < 0.5 < figures["labels"]["all"]["precision"]["high"]


def test_a_label_counts_in_the_letters_alone_whose_pack_looks_for_it(
    tiny_packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packs = {name: read_pack(tiny_packs / name).provenance for name in ("es", "en")}
    archive = [
        Document(f"{language}{number}", "asma heparina", language, spans=spans, provenance=packs[language])
        for number in range(10)
        for language, spans in (
            ("es", (Span(0, 4, "ENFERMEDAD", 0.9), Span(5, 13, "FARMACO", 0.9))),
            ("en", (Span(5, 13, "FARMACO", 0.9),)),
        )
    ]
    list(export(archive, JSON, tmp_path / "mentions.json"))
    into = tmp_path.parent / f"{tmp_path.name}-set"
    cli.main(["sample", str(tmp_path), "--into", str(into)])
    for name in drawn(into):  # whoever reviews marks the diseases of all letters
        letter = folder.suggested(into, name)
        both = (Span(0, 4, "ENFERMEDAD", source="person"), Span(5, 13, "FARMACO", source="person"))
        folder.save_reviewed(into, [replace(letter, spans=both)])
    capsys.readouterr()
    assert cli.main(["sample", "report", str(into)]) == 0
    assert "Mentions of ENFERMEDAD in letters of the language en do not count" in capsys.readouterr().out
    figures = json.loads((into / "report.json").read_text(encoding="utf-8"))
    assert figures["labels"]["ENFERMEDAD"]["gold"] == 10
    recall = {name: label["recall"]["value"] for name, label in figures["labels"].items()}
    assert recall == {"ENFERMEDAD": 1.0, "FARMACO": 1.0, "all": 1.0}
    assert figures["left_out"] == [{"label": "ENFERMEDAD", "language": "en", "mentions": 10}]


def test_mentions_of_a_brat_folder_are_suggestions_again(tmp_path: Path) -> None:
    list(export(ARCHIVE[:4], BRAT, tmp_path))
    found = list(outputs.documents(tmp_path))
    assert {span.source for document in found for span in document.spans} == {"model"}
    assert [document.language for document in found] == [document.language for document in ARCHIVE[:4]]
    (tmp_path / "provenance.json").unlink()
    assert [document.provenance for document in outputs.documents(tmp_path)] == [None] * 4


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{tmp}/empty", "--into", "{tmp}/set"], "holds neither mentions.json nor .ann files"),
        (["{tmp}/out", "--into", "{tmp}/out/set"], "lies inside"),
        (["{tmp}/out", "--into", "{tmp}/full"], "is not empty"),
        (["{tmp}/one", "--into", "{tmp}/set"], "fewer than 2 documents"),
        (["report", "{tmp}/empty"], "is no set for review"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    list(export(ARCHIVE[:9], BRAT, tmp_path / "out"))
    list(export(ARCHIVE[:1], BRAT, tmp_path / "one"))
    assert cli.main(["sample", *(argument.format(tmp=tmp_path) for argument in arguments)]) in (1, 2)
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "set").exists()


def test_a_text_that_was_changed_in_the_review_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    list(export(ARCHIVE[:9], BRAT, tmp_path / "out"))
    cli.main(["sample", str(tmp_path / "out"), "--into", str(tmp_path / "set")])
    name = drawn(tmp_path / "set")[0]
    brat.write_document(Document(name, "another text"), tmp_path / "set" / "reviewed")
    assert cli.main(["sample", "report", str(tmp_path / "set")]) == 1
    assert f"the text of {name} is not the one that was drawn" in capsys.readouterr().err


def test_a_json_file_that_was_cut_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mentions.json"
    list(export(ARCHIVE, JSON, file))
    file.write_bytes(file.read_bytes()[:-3])
    assert cli.main(["sample", str(tmp_path), "--into", str(tmp_path.parent / f"{tmp_path.name}-set")]) == 1
    assert "ends before its last document" in capsys.readouterr().err
    file.write_text('{"schema": 1}', encoding="utf-8")
    assert cli.main(["sample", str(file), "--into", str(tmp_path / "set")]) == 1
    assert "is no JSON file of this program" in capsys.readouterr().err
