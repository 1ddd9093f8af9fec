"""The list that ships, from small samples of the two packages' files."""

import bz2
import pickle
from pathlib import Path

import pytest

from cardioner_desktop.core.gazetteer import read_gazetteer
from cardioner_desktop.errors import FormatError, UsageError
from trainer.gazetteers import packages
from trainer.gazetteers.build import DRUGBANK, assembled, built, write_list, write_shipped
from trainer.gazetteers.packages import Registered, Variant, package_file, read_dictionary, read_register

VARIANTS = [
    Variant("bisoprolol", drugbank=True, body=False),
    Variant("lidocaine 2%", drugbank=False, body=False),
    Variant("vita", drugbank=True, body=False),
    Variant("actinin", drugbank=False, body=True),
    Variant("hydrochloride, lurasidone", drugbank=True, body=False),
]
REGISTERED = [
    Registered("furosemide", "cn", "U1", "INN"),
    Registered("furosemide", "of", "U1", ""),
    Registered("lasix", "bn", "U1", ""),
    Registered("roundup", "bn", "U2", ""),
    Registered("cow cerebrum", "cn", "U3", ""),
    Registered("folic acid", "cn", "U4", "USAN"),
]


def test_the_list_holds_clean_names_and_their_spellings() -> None:
    spanish = assembled("es", VARIANTS, REGISTERED)
    assert {"bisoprolol", "lidocaine", "furosemide", "furosemida", "lasix", "ácido folico"} <= set(spanish)
    assert not {"vita", "actinin", "roundup", "cow cerebrum", "hydrochloride, lurasidone"} & set(spanish)
    assert spanish["furosemida"] == {"derived-inn"}
    assert "folic acid" not in spanish
    english = assembled("en", VARIANTS, REGISTERED)
    assert {"folic acid", "furosemide"} <= set(english)
    assert "furosemida" not in english
    assert english["furosemide"] == {"inn-en", "unii"}


def test_a_word_that_begins_many_names_of_drugs_is_one() -> None:
    family = [Variant(f"interferon {letter}", drugbank=True, body=False) for letter in "abcde"]
    alone = Variant("interferon", drugbank=False, body=True)
    assert "interferon" in assembled("en", [*family, alone], [])
    assert "interferon" not in assembled("en", [*family[1:], alone], [])


def test_drugbank_can_be_left_out() -> None:
    names = assembled("en", VARIANTS, REGISTERED, drugbank=False)
    assert "bisoprolol" not in names
    assert not any(DRUGBANK in sources for sources in names.values())


def test_what_is_written_can_ship_and_be_read(tmp_path: Path) -> None:
    names = assembled("it", VARIANTS, REGISTERED)
    assert write_list(names, tmp_path / "lists" / "list.tsv") == len(names)
    assert write_shipped(tmp_path / "lists" / "list.tsv", tmp_path / "shipped.tsv") == len(names)
    assert (tmp_path / "lists" / "list.tsv").read_bytes() == (tmp_path / "shipped.tsv").read_bytes()
    text = "Bisoprololo e furosemide"
    found = read_gazetteer(tmp_path / "shipped.tsv", label="DRUG").find(text)
    assert [text[span.start : span.end] for span in found] == ["Bisoprololo", "furosemide"]


def test_only_sources_that_may_ship_are_kept_of_a_merged_list(tmp_path: Path) -> None:
    merged = tmp_path / "merged.tsv"
    merged.write_text("name\tsource\tatc\nzinc 5 mg\tdner|ema\tA12\nadiro\taifa\t\n", encoding="utf-8")
    assert write_shipped(merged, tmp_path / "out.tsv") == 1
    assert (tmp_path / "out.tsv").read_text(encoding="utf-8") == "name\tcodes\tsource\nzinc\t\tdner\n"
    merged.write_text("title\nzinc\n", encoding="utf-8")
    with pytest.raises(FormatError, match="no column name"):
        write_shipped(merged, tmp_path / "out.tsv")


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(UsageError, match="no spelling rules for fr"):
        built("fr")


def test_a_package_that_is_not_installed_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(packages._FILES, "json", "no_such_file")
    monkeypatch.setitem(packages._DISTRIBUTIONS, "json", "a-library")
    with pytest.raises(UsageError, match="a-library, from which drug lists are made, is not installed; install it"):
        package_file("json")


def dictionary(folder: Path, content: object) -> Path:
    file = folder / "names.pkl.bz2"
    file.write_bytes(bz2.compress(pickle.dumps(content)))
    return file


def test_the_dictionary_tells_drugbank_and_what_mesh_alone_knows(tmp_path: Path) -> None:
    content = {
        "drug_variant_to_canonical": {"zebeta": ["bisoprolol"], "actinin": ["actinin"], "x": ["unknown"]},
        "drug_canonical_to_data": {"bisoprolol": {"drugbank_id": "DB", "mesh_id": "D"}, "actinin": {"mesh_id": "D"}},
    }
    assert list(read_dictionary(dictionary(tmp_path, content))) == [
        Variant("zebeta", drugbank=True, body=False),
        Variant("actinin", drugbank=False, body=True),
        Variant("x", drugbank=False, body=False),
    ]


@pytest.mark.parametrize("content", [{"other": {}}, ["list"], Path("builds an object")])
def test_a_dictionary_that_is_another_or_builds_objects_is_refused(content: object, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is not the dictionary"):
        list(read_dictionary(dictionary(tmp_path, content)))


def test_the_register_gives_kinds_and_lists(tmp_path: Path) -> None:
    file = tmp_path / "UNII_Names.txt"
    file.write_text("Name\tTYPE\tUNII\tDisplay Name\r\nAPIXABAN [INN]\tcn\tU\tAPIXABAN\r\nELIQUIS\tbn\tU\tAPIXABAN\r\n")
    assert list(read_register(file)) == [Registered("apixaban", "cn", "U", "INN"), Registered("eliquis", "bn", "U", "")]
    file.write_text("Title\n")
    with pytest.raises(FormatError, match="columns Name, TYPE, UNII"):
        list(read_register(file))
