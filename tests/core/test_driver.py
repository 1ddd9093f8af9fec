"""The driver with small real stages: a mention is every run of `x`, a document with `!` cannot be done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Sentence, Span, each
from cardioner_desktop.core.driver import Failure, Progress, run
from cardioner_desktop.errors import PackError


def mark(document: Document) -> Document:
    if "!" in document.text:
        raise ValueError(f"cannot read {document.text}")
    lines = tuple(Sentence(*found.span()) for found in re.finditer(r"\S[^\r\n]*", document.text))
    spans = tuple(Span(*found.span(), "X") for found in re.finditer(r"x+", document.text))
    return replace(document, sentences=lines, spans=spans)


def spans_of(results: Sequence[Document | Failure]) -> list[list[tuple[int, int]]]:
    return [[(s.start, s.end) for s in r.spans] if isinstance(r, Document) else [] for r in results]


def test_results_come_in_input_order_whatever_the_batch() -> None:
    documents = [Document(str(number), "x " * number) for number in range(9)]
    alone = list(run(documents, [each(mark)], batch_characters=1))
    together = list(run(documents, [each(mark)], batch_characters=10**6))
    assert alone == together
    assert [result.id for result in alone] == [document.id for document in documents]


def test_one_failure_stays_one_failure_and_quotes_no_text() -> None:
    documents = [Document("a", "x"), Document("b", "secret !"), Document("c", "xx")]
    first, second, third = run(documents, [each(mark)])
    assert spans_of([first, third]) == [[(0, 1)], [(0, 2)]]
    assert isinstance(second, Failure)
    assert second.id == "b"
    assert "ValueError at test_driver.py:" in second.sentence
    assert "secret" not in second.sentence


def test_the_sentence_of_our_own_error_is_shown_as_it_is() -> None:
    def stage(documents: Sequence[Document]) -> list[Document]:
        raise PackError("There is no pack for it; install one.")

    assert list(run([Document("a", "x")], [stage])) == [Failure("a", "There is no pack for it; install one.")]


def test_a_document_without_memory_is_told_so() -> None:
    def stage(documents: Sequence[Document]) -> list[Document]:
        raise MemoryError

    (failure,) = run([Document("a", "x")], [stage])
    assert isinstance(failure, Failure)
    assert "memory" in failure.sentence


def test_a_stage_that_loses_or_swaps_documents_is_a_failure_of_each() -> None:
    def lose(documents: Sequence[Document]) -> list[Document]:
        return [document for document in documents if document.id != "b"]

    def swap(documents: Sequence[Document]) -> list[Document]:
        return list(reversed(documents))

    documents = [Document("a", "x"), Document("b", "x"), Document("c", "x")]
    results = list(run(documents, [lose]))
    assert [type(result) for result in results] == [Document, Failure, Document]
    assert [result.id for result in run(documents, [swap])] == ["a", "b", "c"]


def test_a_failure_of_the_reader_keeps_its_place() -> None:
    lost = Failure("b", "b.txt vanished.")
    results = list(run([Document("a", "x"), lost, Document("c", "!"), lost], [each(mark)]))
    assert results[1] is lost
    assert [type(result) for result in results] == [Document, Failure, Failure, Failure]


def test_a_blank_document_needs_no_stage() -> None:
    def stage(documents: Sequence[Document]) -> list[Document]:
        raise AssertionError

    blanks = [Document("a", ""), Document("b", " \r\n\t")]
    assert list(run(blanks, [stage])) == blanks


def test_a_batch_holds_no_more_characters_than_asked() -> None:
    sizes: list[int] = []

    def stage(documents: Sequence[Document]) -> list[Document]:
        sizes.append(sum(len(document.text) for document in documents))
        return list(documents)

    documents = [Document(str(number), "y" * 90) for number in range(10)]
    assert list(run(documents, [stage], batch_characters=200)) == documents
    assert sizes == [180] * 5


def test_documents_are_read_only_when_they_are_needed() -> None:
    read: list[int] = []

    def reader() -> Iterator[Document]:
        for number in range(1000):
            read.append(number)
            yield Document(str(number), "x" * 100)

    results = run(reader(), [each(mark)], batch_characters=300)
    next(results)
    assert len(read) <= 4


def test_empty_documents_do_not_pile_up() -> None:
    read: list[int] = []

    def reader() -> Iterator[Document]:
        for number in range(1000):
            read.append(number)
            yield Document(str(number), "")

    next(run(reader(), [], batch_characters=640))
    assert len(read) <= 11


@given(st.lists(st.sampled_from(["x", "xx\n", "y ", "\r\n", "é", "x.x\n"]), max_size=40), st.integers(4, 30))
@settings(max_examples=150)
def test_a_document_in_parts_is_the_document_in_one_piece(pieces: list[str], part_characters: int) -> None:
    text = "\n".join(pieces)
    whole = list(run([Document("a", text)], [each(mark)]))
    parts = list(run([Document("a", text)], [each(mark)], part_characters=part_characters))
    if max(map(len, re.split(r"(?<=[\n\r])", text))) <= part_characters:
        assert parts == whole


def test_a_long_line_is_tagged_to_its_end() -> None:
    text = "y" * 1_000_000 + " xx"
    (result,) = run([Document("a", text)], [each(mark)], part_characters=10_000)
    assert spans_of([result]) == [[(1_000_001, 1_000_003)]]


def test_the_language_of_the_first_part_holds_for_the_others() -> None:
    asked: list[str | None] = []

    def detect(document: Document) -> Document:
        asked.append(document.language)
        return document if document.language or "h" not in document.text else replace(document, language="es")

    text = "1234\n" + "hola\n" + "ciao\n"
    (result,) = run([Document("a", text)], [each(detect)], part_characters=5)
    assert asked == [None, None, "es"]
    assert isinstance(result, Document)
    assert result.language == "es"


def test_a_part_that_fails_is_one_failure_of_the_document() -> None:
    seen: list[Progress] = []
    documents = [Document("a", "x\n" * 10 + "!\n" + "x\n" * 10), Document("b", "x")]
    results = list(run(documents, [each(mark)], part_characters=6, progress=seen.append))
    assert [type(result) for result in results] == [Failure, Document]
    assert seen[-1] == Progress(2, 2, 43)


def test_a_stop_ends_the_run_between_batches_and_keeps_what_is_done() -> None:
    done: list[Progress] = []
    documents = [Document(str(number), "x" * 100) for number in range(10)]
    results = run(documents, [each(mark)], batch_characters=100, stop=lambda: len(done) == 3, progress=done.append)
    assert [result.id for result in results] == ["0", "1", "2"]
    assert done[-1] == Progress(3, 10, 300)


def test_a_stop_ends_a_huge_document_between_its_parts() -> None:
    done: list[Progress] = []
    text = "x\n" * 1000
    results = run([Document("a", text)], [each(mark)], part_characters=100, stop=lambda: len(done) == 2,
                  progress=done.append)  # fmt: skip
    assert list(results) == []
    assert done == [Progress(0, 1, 100), Progress(0, 1, 200)]


def test_a_stream_of_unknown_length_has_no_total() -> None:
    seen: list[Progress] = []
    list(run(iter([Document("a", "x")]), [each(mark)], progress=seen.append))
    assert seen == [Progress(1, None, 1)]


def test_what_the_reader_raises_is_not_swallowed() -> None:
    def reader() -> Iterator[Document]:
        yield Document("a", "x")
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(run(reader(), [each(mark)]))
