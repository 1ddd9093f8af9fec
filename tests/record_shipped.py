"""What the packs that ship find, written down for tests/test_shipped_packs.py.

After new packs, or rules that change what they find: `python -m tests.record_shipped`. The spans in our own letters
are always recorded, the floor only where the shared corpora stand beside the checkout. With the same packs the floor
never goes down: whoever means it to removes the file first. Look at the difference before it is committed.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import run
from cardioner_desktop.core.score import score
from cardioner_desktop.formats import brat
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.paths import examples_folder
from cardioner_desktop.pipelines import Options, open_pipeline
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile

ROOT = Path(__file__).resolve().parents[1]
PACKS = ROOT / "resources" / "packs"
SHIPPED = ROOT / "tests" / "data" / "shipped"
NOTES, FLOOR = SHIPPED / "notes.json", SHIPPED / "floor.json"
CORPORA = ROOT.parent / "shared" / "corpora" / "multicardioner"
DOCUMENTS = 12  # of each language: a regression shows in some seconds

Mention = tuple[int, int, str, str]  # start, end, label, text


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs that ship, unchecked: the tests check them one by one."""
    return tuple(read_pack(folder, check=False) for folder in sorted(PACKS.iterdir()))


def digests() -> dict[str, str]:
    """What tells one build of the packs from another: a digest of the digests of each pack's engines."""
    engines = {pack.language: [f.sha256 for f in pack.files if f.path.startswith("engines/")] for pack in shipped()}
    return {language: sha256(" ".join(digests).encode()).hexdigest() for language, digests in engines.items()}


def noted() -> dict[str, list[Mention]]:
    """The mentions that the shipped packs find in our own letters, by the letter's name."""
    letters = [read_text(SourceFile(path, path.stem)) for path in sorted(examples_folder().glob("*.txt"))]
    return {
        document.id: [(s.start, s.end, s.label, document.text[s.start : s.end]) for s in document.spans]
        for document in _tagged(letters)
    }


def measured() -> dict[str, dict[str, float]]:
    """Strict official F1 by language and label on the selection documents with the most mentions.

    The shipped packs learned from these documents: the figure shows a regression and says nothing of quality.
    """
    names = _names()
    found: dict[str, dict[str, float]] = {}
    for pack in shipped():
        gold = [d for d in brat.read_folder(CORPORA / "cardioccc" / pack.language) if d.id in names]
        answers = _tagged([replace(document, spans=(), language=pack.language) for document in gold])
        scores = score(gold, answers, mode="official")
        found[pack.language] = {label.corpus: scores.per_label[label.corpus].f1 for label in pack.labels}
    return found


def _names() -> frozenset[str]:
    """Those with the most mentions, so that one mention moves the figure little."""
    selection = set((CORPORA / "selection.txt").read_text(encoding="utf-8").split())
    documents = [d for d in brat.read_folder(CORPORA / "cardioccc" / "es") if d.id in selection]
    drugs_first = sorted(documents, key=lambda d: (-sum(span.label == "FARMACO" for span in d.spans), d.id))
    return frozenset(document.id for document in drugs_first[:DOCUMENTS])


def _tagged(documents: Sequence[Document]) -> list[Document]:
    """The documents through the default pipeline of the shipped packs."""
    done = list(run(documents, open_pipeline(shipped(), Options(threads=1))))
    answers = [result for result in done if isinstance(result, Document)]
    assert len(answers) == len(documents), done
    return answers


def _record_floor() -> None:
    found, models = measured(), digests()
    before = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.is_file() else {}
    if before.get("models") == models:
        for language, labels in before["f1"].items():
            for label, f1 in labels.items():
                if found[language][label] < f1:
                    sys.stderr.write(f"{language} {label} fell from {f1} to {found[language][label]}; {f1} stays\n")
                    found[language][label] = f1
    content = {"models": models, "documents": DOCUMENTS, "f1": found}
    FLOOR.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stderr.write(f"written: {FLOOR}\n")


def record() -> None:
    """Write both files, the floor only where the corpora are."""
    # One mention a line, so that a difference can be read.
    lines = [
        f" {json.dumps(name)}: [\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n ]"
        for name, rows in noted().items()
    ]
    SHIPPED.mkdir(parents=True, exist_ok=True)
    NOTES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    sys.stderr.write(f"written: {NOTES}\n")
    if CORPORA.is_dir():
        _record_floor()
    else:
        sys.stderr.write(f"not written: {FLOOR}, since {CORPORA} is not there\n")


if __name__ == "__main__":
    record()
