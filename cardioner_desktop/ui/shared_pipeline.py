"""One pipeline for all threads that tag: a model is loaded once, and works on one batch at a time."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TypeAlias

from cardioner_desktop.core.document import Document, Stage

StagesFactory: TypeAlias = Callable[[], Sequence[Stage]]
"""Opens the pipeline."""


class SharedPipeline:
    """Call it, from any thread, for the stages; they are opened at the first call, and anew after `renew`."""

    def __init__(self, factory: StagesFactory) -> None:
        self._factory = factory
        self._opening = Lock()
        self._working = Lock()  # models load within a stage, and must not load twice
        self._settling = Lock()
        self._stages: Sequence[Stage] | None = None
        self._renewals = 0

    def __call__(self) -> Sequence[Stage]:
        with self._opening:
            while (stages := self._stages) is None:
                before = self._renewals
                opened = [self._in_turn(stage) for stage in self._factory()]
                with self._settling:
                    if self._renewals == before:  # else a person changed the settings while the packs were opened
                        self._stages = opened
            return stages

    @property
    def is_open(self) -> bool:
        """Whether the stages are there, so that a call gives them at once."""
        return self._stages is not None

    def renew(self) -> None:
        """Open the pipeline anew at the next call, and in one that is opening it now; returns at once."""
        with self._settling:
            self._renewals += 1
            self._stages = None

    def _in_turn(self, stage: Stage) -> Stage:
        def work(documents: Sequence[Document]) -> list[Document]:
            with self._working:
                return stage(documents)

        return work
