from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.ui.shared_pipeline import SharedPipeline


def in_language(language: str) -> Stage:
    return each(lambda document: replace(document, language=language))


def test_all_threads_share_what_was_opened_once() -> None:
    opened: list[None] = []
    pipeline = SharedPipeline(lambda: opened.append(None) or [in_language("es")])
    assert not pipeline.is_open
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: pipeline(), range(8)))
    assert all(stages is found[0] for stages in found)
    assert len(opened) == 1
    assert pipeline.is_open


def test_a_setting_that_changes_while_packs_are_opened_holds() -> None:
    setting = "es"
    begun, go_on = Event(), Event()

    def open_packs() -> Sequence[Stage]:
        chosen = setting
        begun.set()
        assert go_on.wait(10)
        return [in_language(chosen)]

    pipeline = SharedPipeline(open_packs)
    with ThreadPoolExecutor(1) as threads:
        opening = threads.submit(pipeline)
        assert begun.wait(10)
        setting = "it"
        pipeline.renew()
        go_on.set()
        (stage,) = opening.result(10)
    (tagged,) = stage([Document("d", "text")])
    assert tagged.language == "it"
    assert pipeline()[0] is stage
