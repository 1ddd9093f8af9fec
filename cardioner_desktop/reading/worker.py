"""The parser process: everything but plain text is parsed there, since a native parser cannot be stopped in a thread.

The process is started when it is first needed and lives for many files. It is killed, and started again for the next
file, when it is silent for too long, grows too large, or when the run is stopped; where it dies by itself, that is one
file's failure, and in an archive one entry's. It may read the file and nothing else: what would open a connection,
start a program or write a file is refused inside it. Answers come back as JSON, never as pickles: a parser that a file
has taken over gains nothing.
"""

import json
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from cardioner_desktop.core.document import Document, Place
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError, ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.reading.kinds import Kind
from cardioner_desktop.reading.limits import DEFAULT, Limits
from cardioner_desktop.reading.parser_process import send, serve
from cardioner_desktop.reading.piece import Begun, Blank, Broken, Piece, Row, known_language
from cardioner_desktop.reading.readers import PACKAGE

_LOOK = 0.1  # seconds between two looks at "stop?", the clock and the memory
_START = 60.0  # seconds that a process may take to start: on a busy machine imports are slow
_LONGEST_ANSWER = 2**30  # bytes
_DEATHS = 10  # of one archive, each of which may have taken the whole time-out


class StoppedError(CardioNerError):
    """The run was stopped while a file was being parsed."""


class _DiedError(ReadingError):
    """The process died of what it was reading, or had to be killed."""


class Parser:
    """A parser process that is there when it is needed. For one thread; `close` it in the end."""

    def __init__(self, *, limits: Limits = DEFAULT, columns: Asked = FOUND_BY_NAME, package: str = PACKAGE) -> None:
        self._limits = limits
        self._columns = columns  # of tables
        self._package = package  # in which the readers are
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> "Parser":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def pieces(self, path: Path, kind: Kind, *, stop: Callable[[], bool] = never) -> Iterator[Row]:
        """The documents in a file, as they are parsed, and its rows without a text. Raises ReadingError, without the
        name, and StoppedError."""
        begun = deaths = 0
        while True:
            name = ""
            try:
                for item in self._items(path, kind, begun, stop):
                    if isinstance(item, Begun):
                        begun += 1
                        name = item.name
                    else:
                        yield item
            except _DiedError as error:
                deaths += 1
                if not name or deaths == _DEATHS:
                    raise
                yield Broken(name, str(error))
            else:
                return

    def _items(self, path: Path, kind: Kind, passed: int, stop: Callable[[], bool]) -> Iterator[Row | Begun]:
        """The same for one life of the process, without the first entries of an archive."""
        connection = self._started(stop)
        finished = False
        question = {
            "path": os.fsdecode(path),
            "module": kind.module,
            "streamed": kind.streamed,
            "columns": {"id": self._columns.id, "text": self._columns.text},
            "passed": passed,
        }
        try:
            send(connection, question)
            while (answer := self._answer(connection, stop)).get("kind") != "end":
                if answer["kind"] == "refused":
                    finished = True
                    raise ReadingError(str(answer["sentence"]))
                yield _item(answer)
            finished = True
        except (EOFError, OSError, ValueError, KeyError, TypeError):
            raise _DiedError("made the parser fail; open it in the program that wrote it and save it again") from None
        finally:
            if not finished:
                self.close()

    def close(self) -> None:
        """Kill the process, whatever it is at."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None

    def _started(self, stop: Callable[[], bool]) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._limits, self._package), daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        try:
            self._answer(ours, stop, seconds=_START)
        except (EOFError, OSError):
            self.close()
            raise ReadingError("cannot be parsed: its process does not start; install the program again") from None
        except CardioNerError:
            self.close()
            raise
        return ours

    def _answer(self, connection: Connection, stop: Callable[[], bool], *, seconds: float = 0.0) -> dict[str, Any]:
        seconds = seconds or self._limits.seconds
        deadline = time.monotonic() + seconds
        while not connection.poll(_LOOK):
            if stop():
                raise StoppedError("The run was stopped.")
            if time.monotonic() > deadline:
                raise _DiedError(f"takes longer than {seconds:.0f} s to parse; save it in a simpler form")
            if self._memory() > self._limits.memory_bytes:
                raise _DiedError("needs too much memory to parse; split it or save it in a simpler form")
        answer = json.loads(connection.recv_bytes(_LONGEST_ANSWER))
        if not isinstance(answer, dict):
            raise ValueError("An answer is an object.")
        return answer

    def _memory(self) -> int:
        """Bytes that the process holds; 0 where it has just ended, which the connection will tell."""
        if self._process is None or self._process.pid is None:
            return 0
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0


def _item(answer: dict[str, Any]) -> Row | Begun:
    if answer["kind"] == "begun":
        return Begun(str(answer["name"]))
    if answer["kind"] == "blank":
        return Blank()
    if answer["kind"] == "broken":
        return Broken(str(answer["name"]), str(answer["sentence"]))
    places = tuple(Place(int(start), int(end), str(name)) for start, end, name in answer["places"])
    read = Document("", str(answer["text"]), known_language(answer["language"]), places=places)  # refuses wrong places
    return Piece(str(answer["name"]), read.text, read.places, read.language)
