"""The whole corpus from small files, by way of the command."""

import json
import lzma
import os
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from cardioner_desktop.errors import FormatError, UsageError
from tests.trainer.corpus import dumps
from tests.trainer.corpus.dumps import LETTER, OTHER_LETTER, letters
from trainer.commands.corpus import corpus

MEASURED = ("Questa lettera è misurata e nessuna delle sue frasi torna altrove nel corpo dei testi.",)


def run(tmp_path: Path, *options: object, language: str = "es") -> Result:
    measured = letters(tmp_path / "measured" / "it", MEASURED).parent
    arguments = ["--language", language, "--out", tmp_path / "out", "--measured", measured, *options]
    return CliRunner().invoke(corpus, list(map(str, arguments)), catch_exceptions=False, standalone_mode=False)


def documents(tmp_path: Path, split: str) -> list[str]:
    content = lzma.decompress((tmp_path / "out" / f"{split}.txt.xz").read_bytes()).decode()
    return content.removesuffix("\n").split("\n\n") if content else []


def everything(tmp_path: Path) -> list[str]:
    return sorted(document for split in ("train", "dev", "test") for document in documents(tmp_path, split))


def manifest(tmp_path: Path) -> dict[str, object]:
    return tomllib.loads((tmp_path / "out" / "manifest.toml").read_text(encoding="utf-8"))


def letter(number: int) -> tuple[str, ...]:
    words = [
        f"{stem}{number}" for stem in "corazón pulmón riñón hígado bazo cerebro hueso piel ojo nervio vena".split()
    ]
    return (f"El paciente de la cama tiene {' '.join(words)} en la exploración de esta mañana.",)


def test_all_sources_together_make_one_corpus(tmp_path: Path) -> None:
    (tmp_path / "abbr.tsv").write_text("abbr\texpansion\nTC\ttomografía computarizada\n", encoding="utf-8")
    (tmp_path / "drugs.tsv").write_text(f"name\tdescription\nAspirina\t{OTHER_LETTER[0]}\n", encoding="utf-8")
    leaflet = letters(
        tmp_path / "ema", ("Este medicamento se toma con un vaso de agua por la mañana y antes de comer.",)
    )
    (tmp_path / "abstracts.jsonl").write_text(json.dumps({"text": OTHER_LETTER[1]}) + "\n", encoding="utf-8")
    result = run(
        tmp_path,
        *("--wikidata", dumps.wikidata(tmp_path), "--wikipedia", dumps.wikipedia(tmp_path)),
        *("--abbreviations", tmp_path / "abbr.tsv", "--drugs", tmp_path / "drugs.tsv", "--ema", leaflet),
        *("--translated", tmp_path / "abstracts.jsonl", "--texts", letters(tmp_path / "cases", LETTER)),
        *("--licence", "cases=CC BY 4.0", "--dev-share", 0, "--test-share", 0),
    )
    assert documents(tmp_path, "train")[0] == (
        "anemia (falta de sangre): cosa llamada Anemia\ngripe: cosa llamada Gripe"
    )
    assert documents(tmp_path, "train")[2:4] == ["tomografía computarizada (TC)", f"Aspirina\n{OTHER_LETTER[0]}"]
    assert documents(tmp_path, "train")[-1] == "\n".join(LETTER)
    assert (documents(tmp_path, "dev"), documents(tmp_path, "test")) == ([], [])
    sources = manifest(tmp_path)["sources"]
    assert isinstance(sources, list)
    assert [(source["name"], source["train"]["documents"]) for source in sources] == [
        ("wikidata", 1),
        ("wikipedia", 1),
        ("abbreviations", 1),
        ("drugs", 1),
        ("ema", 1),
        ("translated", 1),
        ("cases", 1),
    ]
    assert "| cases | CC BY 4.0 | 1 | 41 | 0 | 0 |" in result.output
    assert "wikipedia: left out Gripe: it has no text." in result.stderr


def test_what_shares_ten_words_with_a_measured_document_is_dropped_and_counted(tmp_path: Path) -> None:
    leaked = (OTHER_LETTER[0], "Nota: questa LETTERA e misurata, e nessuna delle sue frasi torna.")
    texts = letters(tmp_path / "texts", leaked, LETTER)
    result = run(tmp_path, "--texts", texts)
    assert everything(tmp_path) == ["\n".join(LETTER)]
    assert "Measured documents: 1. Documents that share 10 words in a row with one: 1." in result.output
    run(tmp_path, "--texts", texts, "--drop", "paragraph")
    assert everything(tmp_path) == sorted([OTHER_LETTER[0], "\n".join(LETTER)])
    (source,) = manifest(tmp_path)["sources"]  # type: ignore[misc]
    assert (source["documents_sharing_ten_words"], source["paragraphs_sharing_ten_words"]) == (1, 1)


def test_no_ten_words_of_a_measured_document_are_in_the_corpus(tmp_path: Path) -> None:
    """Against a plain search, over texts cut from the measured one at every place."""
    words = MEASURED[0].split()
    cuts = [
        (f"{' '.join(words[start:stop])} {letter(start * 20 + stop)[0]}",) for start in range(6) for stop in range(16)
    ]
    run(tmp_path, "--texts", letters(tmp_path / "texts", *cuts))
    kept = " ".join(everything(tmp_path))
    runs = {" ".join(words[start : start + 10]) for start in range(len(words) - 9)}
    assert not any(ten in kept for ten in runs)
    assert " ".join(words[:9]) in kept


def test_duplicates_are_left_out_and_the_heading_over_them_too(tmp_path: Path) -> None:
    again = ("Exploración", LETTER[0].upper(), LETTER[2].replace("soplo", "roce").replace("brazos", "lados"))
    run(tmp_path, "--texts", letters(tmp_path / "texts", LETTER, again))
    assert everything(tmp_path) == sorted(["\n".join(LETTER), f"Exploración\n{again[2]}"])
    (source,) = manifest(tmp_path)["sources"]  # type: ignore[misc]
    assert source["paragraphs_dropped"]["duplicate"] == 1


def test_a_document_keeps_its_split_when_others_come_and_go(tmp_path: Path) -> None:
    shares = ("--dev-share", 0.3, "--test-share", 0.3)
    run(tmp_path, "--texts", letters(tmp_path / "one", *map(letter, range(40))), *shares)
    before = {split: set(documents(tmp_path, split)) for split in ("train", "dev", "test")}
    assert all(len(found) >= 5 for found in before.values())
    run(tmp_path, "--texts", letters(tmp_path / "two", *map(letter, range(60, 9, -1))), *shares)
    for number in range(10, 40):
        (text,) = letter(number)
        assert [text in documents(tmp_path, split) for split in before] == [text in found for found in before.values()]
    run(tmp_path, "--texts", tmp_path / "one", *shares, "--seed", 2)
    assert set(documents(tmp_path, "train")) != before["train"]


def test_the_same_call_writes_the_same_bytes(tmp_path: Path) -> None:
    texts = letters(tmp_path / "texts", LETTER, *map(letter, range(10)))

    def content() -> dict[str, bytes]:
        run(tmp_path, "--texts", texts)
        return {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}

    first = content()
    assert set(first) == {"train.txt.xz", "dev.txt.xz", "test.txt.xz", "manifest.toml", "COUNTS.md"}
    assert content() == first


def test_words_and_subwords_are_counted_by_split(tmp_path: Path) -> None:
    tokenizer = Tokenizer(WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.enable_truncation(4)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    texts = letters(tmp_path / "texts", *map(letter, range(30)))
    result = run(tmp_path, "--texts", texts, "--tokenizer", tmp_path / "tokenizer.json", "--dev-share", 0.4)
    (source,) = manifest(tmp_path)["sources"]  # type: ignore[misc]
    for split in ("train", "dev", "test"):
        written = " ".join(documents(tmp_path, split))
        assert source[split]["words"] == len(written.split())
        assert source[split]["subwords"] == len(re.findall(r"\w+|[^\w\s]+", written))
    assert result.output.count("sub-words") == 3


def test_a_failed_build_leaves_the_corpus_that_was_there(tmp_path: Path) -> None:
    run(tmp_path, "--texts", letters(tmp_path / "texts", LETTER))
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    (tmp_path / "bad.txt.xz").write_bytes(lzma.compress(b"Hola a todos.\n" * 900)[:80])
    with pytest.raises(FormatError, match=r"bad\.txt\.xz is cut off"):
        run(tmp_path, "--texts", letters(tmp_path / "texts", OTHER_LETTER), "--texts", tmp_path / "bad.txt.xz")
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before


def test_a_source_without_any_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("no\n", encoding="utf-8")
    with pytest.raises(FormatError, match="The source a gave no text, for the first it is no JSON object with a text"):
        run(tmp_path, "--texts", file)


def test_a_file_that_is_no_tokenizer_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    for content in ("{}", "no", "[1]"):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(UsageError, match=r"t\.json is no tokenizer"):
            run(tmp_path, "--texts", letters(tmp_path / "texts", LETTER), "--tokenizer", file)


def test_a_licence_without_its_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SOURCE=LICENCE"):
        run(tmp_path, "--texts", letters(tmp_path / "texts", LETTER), "--licence", "CC0")


def test_the_passes_over_dumps_are_not_made_again(tmp_path: Path) -> None:
    wiki = ("--wikidata", dumps.wikidata(tmp_path), "--wikipedia", dumps.wikipedia(tmp_path))
    run(tmp_path, *wiki)
    first = everything(tmp_path)
    for option in wiki[1::2]:  # the same name, size and time: only a pass would notice
        status = Path(option).stat()
        Path(option).write_bytes(bytes(status.st_size))
        os.utime(option, ns=(status.st_atime_ns, status.st_mtime_ns))
    run(tmp_path, *wiki)
    assert everything(tmp_path) == first
    assert len(list((tmp_path / "out" / "passes").iterdir())) == 2
