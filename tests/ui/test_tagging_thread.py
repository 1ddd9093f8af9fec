from collections.abc import Sequence
from dataclasses import replace
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import PackError
from cardioner_desktop.ui.shared_pipeline import SharedPipeline
from cardioner_desktop.ui.tagging_progress import TaggingProgress
from cardioner_desktop.ui.tagging_thread import TaggingThread


def tagged_as(language: str) -> Stage:
    return each(lambda document: replace(document, language=language))


def documents(number: int, *, length: int = 10) -> list[Document]:
    return [Document(f"d{place}", "x" * length) for place in range(number)]


class Blocker:
    """A stage that tells when it has begun and waits until it may go on."""

    def __init__(self) -> None:
        self.begun = Event()
        self.go_on = Event()
        self.seen: list[str] = []

    def __call__(self, batch: Sequence[Document]) -> list[Document]:
        self.begun.set()
        assert self.go_on.wait(10)
        self.seen += [document.id for document in batch]
        return list(batch)


def test_documents_come_back_in_order_and_then_the_thread_rests(qtbot: QtBot) -> None:
    thread = TaggingThread(SharedPipeline(lambda: [tagged_as("it")]))
    results: list[Document] = []
    thread.tagged.connect(results.append)
    with qtbot.waitSignal(thread.finished):
        thread.add(documents(5))
    qtbot.waitUntil(lambda: len(results) == 5)
    assert [(document.id, document.language) for document in results] == [(f"d{number}", "it") for number in range(5)]


def test_the_pipeline_is_opened_once_and_in_the_thread(qtbot: QtBot) -> None:
    opened: list[bool] = []
    thread = TaggingThread(SharedPipeline(lambda: opened.append(thread.isCurrentThread()) or [tagged_as("es")]))
    for _ in range(2):
        with qtbot.waitSignal(thread.finished):
            thread.add(documents(1))
    assert opened == [True]


def test_a_failure_comes_with_its_sentence_and_its_neighbours_are_done(qtbot: QtBot) -> None:
    def stage(document: Document) -> Document:
        if document.id == "d1":
            raise PackError("The pack es is damaged; install it again.")
        return document

    thread = TaggingThread(SharedPipeline(lambda: [each(stage)]))
    failures: list[Failure] = []
    results: list[Document] = []
    thread.failed.connect(failures.append)
    thread.tagged.connect(results.append)
    with qtbot.waitSignal(thread.finished):
        thread.add(documents(3))
    qtbot.waitUntil(lambda: len(results) == 2)
    assert failures == [Failure("d1", "The pack es is damaged; install it again.")]


def test_without_a_pipeline_every_document_fails_with_the_reason(qtbot: QtBot) -> None:
    def refuse() -> Sequence[Stage]:
        raise PackError("No pack is installed; add one.")

    thread = TaggingThread(SharedPipeline(refuse))
    with qtbot.waitSignal(thread.unavailable) as told:
        thread.add(documents(2))
    thread.close()
    assert told.args == ["No pack is installed; add one.", ["d0", "d1"]]


def test_an_unexpected_error_is_told_without_quoting_it(qtbot: QtBot) -> None:
    def refuse() -> Sequence[Stage]:
        raise RuntimeError("Ana García, 71")

    thread = TaggingThread(SharedPipeline(refuse))
    with qtbot.waitSignal(thread.unavailable) as told:
        thread.add(())
    thread.close()
    assert "RuntimeError" in told.args[0]
    assert "Ana" not in told.args[0]


def test_a_preferred_document_is_the_next_one(qtbot: QtBot) -> None:
    blocker = Blocker()
    thread = TaggingThread(SharedPipeline(lambda: [blocker]))
    with qtbot.waitSignal(thread.finished):
        thread.add(documents(4, length=8_000))
        assert blocker.begun.wait(10)
        thread.prefer("d3")
        blocker.go_on.set()
    assert blocker.seen == ["d0", "d3", "d1", "d2"]


def test_cancelling_tells_what_was_left_undone_and_later_documents_are_tagged(qtbot: QtBot) -> None:
    blocker = Blocker()
    thread = TaggingThread(SharedPipeline(lambda: [blocker]))
    results: list[Document] = []
    stopped: list[str] = []
    thread.tagged.connect(results.append)
    thread.stopped.connect(stopped.extend)
    thread.add(documents(3, length=8_000))
    assert blocker.begun.wait(10)
    thread.cancel()
    assert stopped == ["d1", "d2"]
    thread.add([Document("later", "text")])
    blocker.go_on.set()
    qtbot.waitUntil(lambda: any(document.id == "later" for document in results))
    thread.close()
    assert blocker.seen == ["d0", "later"]
    assert {document.id for document in results} | set(stopped) == {"d0", "d1", "d2", "later"}


def test_a_document_asked_for_again_while_in_hand_gives_one_result_only(qtbot: QtBot) -> None:
    blocker = Blocker()
    thread = TaggingThread(SharedPipeline(lambda: [blocker]))
    results: list[Document] = []
    thread.tagged.connect(results.append)
    with qtbot.waitSignal(thread.finished):
        thread.add([Document("d", "text", "es")])
        assert blocker.begun.wait(10)
        thread.add([Document("d", "text", "it")])
        blocker.go_on.set()
    qtbot.waitUntil(lambda: bool(results))
    assert [document.language for document in results] == ["it"]


def test_an_answer_on_its_way_is_not_told_once_the_document_is_asked_for_again(qtbot: QtBot) -> None:
    thread = TaggingThread(SharedPipeline(lambda: [each(lambda document: document)]))
    results: list[Document] = []
    thread.tagged.connect(results.append)
    thread.add([Document("d", "text", "es")])
    assert thread.wait(10_000)  # its answer waits for the window, which has not looked yet
    thread.add([Document("d", "text", "it")])
    qtbot.waitUntil(lambda: bool(results))
    thread.close()
    qtbot.wait(50)
    assert [document.language for document in results] == ["it"]


def test_an_answer_on_its_way_is_not_told_once_the_document_is_gone(qtbot: QtBot) -> None:
    thread = TaggingThread(SharedPipeline(lambda: [each(lambda document: document)]))
    results: list[Document] = []
    thread.tagged.connect(results.append)
    thread.add(documents(2))
    assert thread.wait(10_000)
    thread.withdraw(["d0"])
    qtbot.waitUntil(lambda: bool(results))
    qtbot.wait(50)
    assert [document.id for document in results] == ["d1"]


def test_documents_in_hand_fail_with_those_that_wait_where_the_pipeline_opens_once_only(qtbot: QtBot) -> None:
    blocker = Blocker()
    opened: list[None] = []

    def open_once() -> Sequence[Stage]:
        if opened:
            raise PackError("The pack is gone; install it again.")
        opened.append(None)
        return [blocker]

    pipeline = SharedPipeline(open_once)
    thread = TaggingThread(pipeline)
    results: list[Document] = []
    thread.tagged.connect(results.append)
    with qtbot.waitSignal(thread.unavailable) as told:
        thread.add(documents(3, length=8_000))
        assert blocker.begun.wait(10)
        pipeline.renew()
        blocker.go_on.set()
    thread.close()
    assert [document.id for document in results] == ["d0"]
    assert told.args == ["The pack is gone; install it again.", ["d1", "d2"]]


def test_progress_counts_all_that_was_queued_and_ends_full(qtbot: QtBot) -> None:
    thread = TaggingThread(SharedPipeline(lambda: [tagged_as("es")]))
    steps: list[TaggingProgress] = []
    thread.progress.connect(steps.append)
    with qtbot.waitSignal(thread.finished):
        thread.add(documents(3, length=15_000))
    qtbot.waitUntil(lambda: bool(steps) and steps[-1].documents_done == 3)
    assert {step.documents_total for step in steps} == {3}
    assert {step.characters_total for step in steps} == {45_000}
    assert [step.characters_done for step in steps] == sorted(step.characters_done for step in steps)


@pytest.mark.parametrize(
    ("progress", "lowest", "highest"),
    [
        (TaggingProgress(3, 10, 5, 1_000, 1.0), 0.3, 0.3),  # short letters, and a long one still to come
        (TaggingProgress(1, 10, 990, 1_000, 1.0), 0.1, 0.2),  # the long one first
        (TaggingProgress(0, 1, 500, 1_000, 1.0), 0.5, 0.5),
        (TaggingProgress(0, 0, 0, 0, 0.0), 0.0, 0.0),
        (TaggingProgress(10, 10, 990, 1_000, 1.0), 1.0, 1.0),  # the rest failed
    ],
)
def test_the_bar_says_what_the_words_say(progress: TaggingProgress, lowest: float, highest: float) -> None:
    assert lowest <= progress.share <= highest
    assert progress.share < 1.0 or progress.documents_done == progress.documents_total


def test_time_left_is_told_once_there_is_something_to_go_by() -> None:
    assert TaggingProgress(1, 4, 100, 400, seconds=0.2).seconds_left is None
    assert TaggingProgress(0, 4, 0, 400, seconds=5.0).seconds_left is None
    assert TaggingProgress(1, 4, 100, 400, seconds=5.0).seconds_left == 15.0
