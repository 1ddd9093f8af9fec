"""The same pack and text give the same files, byte for byte, whoever does the work and in whatever company.

Workers and loads are tried in test_pool.py, a cluster in test_cluster.py; here batches, threads and order within one
process, with the tiny packs, and with those that ship.
"""

import random
from collections.abc import Sequence

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure, run
from cardioner_desktop.formats import brat
from cardioner_desktop.options import Options
from cardioner_desktop.packs import Pack, find_packs, read_pack
from cardioner_desktop.paths import examples_folder, resources_folder
from cardioner_desktop.pipelines import open_pipeline


def standoff(packs: Sequence[Pack], documents: Sequence[Document], *, threads: int, batch: int) -> dict[str, str]:
    stages = open_pipeline(packs, Options(threads=threads, threshold=0.0))
    results = list(run(documents, stages, batch_characters=batch))
    assert not [result for result in results if isinstance(result, Failure)]
    return {document.id: brat.write(document)[1] for document in results if isinstance(document, Document)}


def letters(number: int) -> list[Document]:
    """Lines of the example letters, sampled and joined, in three languages, some far longer than a window."""
    source = random.Random(0)
    found = []
    for language in ("es", "en", "it"):
        lines = [
            line for file in sorted(examples_folder().glob(f"{language}-*.txt"))
            for line in file.read_text(encoding="utf-8").splitlines()
        ]  # fmt: skip
        for one in range(number):
            text = "\n".join(source.choices(lines, k=source.randint(1, 40)))
            found.append(Document(f"{language}-{one}", text, language))
    return found


def check(packs: Sequence[Pack], documents: list[Document]) -> None:
    one = standoff(packs, documents, threads=1, batch=1)  # each document by itself
    assert sum(map(len, one.values())) > 1_000
    shuffled = random.Random(1).sample(documents, len(documents))
    for threads, batch, order in ((1, 12_000, documents), (2, 12_000, shuffled), (2, 200_000, documents[::-1])):
        assert standoff(packs, order, threads=threads, batch=batch) == one


@pytest.mark.usefixtures("tiny_packs")
def test_threads_batches_and_order_change_no_byte() -> None:
    check([read_pack(folder) for folder in find_packs()], letters(3))


@pytest.mark.heavy
def test_nor_do_they_with_the_packs_that_ship() -> None:
    check([read_pack(folder) for folder in sorted((resources_folder() / "packs").iterdir())], letters(2))
