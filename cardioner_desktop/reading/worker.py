"""The parser process: everything but plain text is parsed there, since a native parser cannot be stopped in a thread.

The process is started when it is first needed and lives for many files. It is killed, and started again for the next
file, when it is silent for too long, grows too large, or when the run is stopped; where it dies by itself, that is one
file's failure. It may read the file and nothing else: what would open a connection, start a program or write a file is
refused inside it. Answers come back as JSON, never as pickles: a parser that a file has taken over gains nothing.
"""

import io
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from cardioner_desktop.core.document import Place
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError, ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.reading.kinds import Kind
from cardioner_desktop.reading.limits import DEFAULT, Limits
from cardioner_desktop.reading.piece import Broken, Piece
from cardioner_desktop.reading.readers import PACKAGE, reader_named, row_reader_named

_LOOK = 0.1  # seconds between two looks at "stop?", the clock and the memory
_START = 60.0  # seconds that a process may take to start: on a busy machine imports are slow
_LONGEST_ANSWER = 2**30  # bytes
_REFUSED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.", "os.system",
            "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "os.remove", "os.rename", "os.rmdir",
            "os.mkdir", "os.symlink", "os.link", "os.chmod", "shutil.")  # fmt: skip


class StoppedError(CardioNerError):
    """The run was stopped while a file was being parsed."""


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

    def pieces(self, path: Path, kind: Kind, *, stop: Callable[[], bool] = never) -> Iterator[Piece | Broken]:
        """The documents in a file, as they are parsed. Raises ReadingError, without the name, and StoppedError."""
        connection = self._started(stop)
        finished = False
        try:
            columns = {"id": self._columns.id, "text": self._columns.text}
            question = {"path": os.fsdecode(path), "module": kind.module, "streamed": kind.streamed}
            _send(connection, question | {"columns": columns})
            while (answer := self._answer(connection, stop)).get("kind") != "end":
                if answer["kind"] == "refused":
                    finished = True
                    raise ReadingError(str(answer["sentence"]))
                yield _item(answer)
            finished = True
        except (EOFError, OSError, ValueError, KeyError, TypeError):
            raise ReadingError("made the parser fail; open it in the program that wrote it and save it again") from None
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
        process = context.Process(target=serve, args=(theirs, self._limits.memory_bytes, self._package), daemon=True)
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
                raise ReadingError(f"takes longer than {seconds:.0f} s to parse; save it in a simpler form")
            if self._memory() > self._limits.memory_bytes:
                raise ReadingError("needs too much memory to parse; split it or save it in a simpler form")
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


def serve(connection: Connection, memory_bytes: int, package: str) -> None:
    """The process itself: answers each question with documents, until the other side goes away."""
    _confine(memory_bytes)
    _send(connection, {"kind": "ready"})
    while True:
        try:
            question = json.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        _answer_to(connection, question, package)


def _answer_to(connection: Connection, question: dict[str, Any], package: str) -> None:
    try:
        for item in _read(question, package):
            _send(connection, _value(item))
        _send(connection, {"kind": "end"})
    except ReadingError as error:
        _send(connection, {"kind": "refused", "sentence": str(error)})
    except MemoryError:
        _send(connection, {"kind": "refused", "sentence": "needs too much memory to parse; split it"})
    except RecursionError:
        _send(connection, {"kind": "refused", "sentence": "is nested too deeply; save it in a simpler form"})
    except Exception as error:  # noqa: BLE001 - the last place of this process; parsers raise anything
        sentence = f"made its parser fail ({type(error).__name__}); open it where it was written and save it again"
        _send(connection, {"kind": "refused", "sentence": sentence})


def _read(question: dict[str, Any], package: str) -> Iterator[Piece | Broken]:
    from cardioner_desktop.reading.plain import open_ordinary, read_bytes

    path, module, streamed = Path(question["path"]), question["module"], question["streamed"]
    try:
        stream = open_ordinary(path) if streamed else io.BytesIO(read_bytes(path))
    except ReadingError as error:
        raise ReadingError(str(error).removeprefix(shown(path)).strip(" .")) from None
    asked = Asked(**question["columns"])
    with stream:
        if streamed:
            yield from row_reader_named(module, package=package)(stream, asked=asked)
        elif module == "archive":  # it may hold tables
            from cardioner_desktop.reading import archive

            yield from archive.read(stream.read(), asked=asked)
        else:
            yield from reader_named(module, package=package)(stream.read())


def _send(connection: Connection, value: dict[str, Any]) -> None:
    connection.send_bytes(json.dumps(value).encode("ascii"))


def _value(item: Piece | Broken) -> dict[str, Any]:
    if isinstance(item, Broken):
        return {"kind": "broken", "name": item.name, "sentence": item.sentence}
    if len(item.text) > DEFAULT.characters:
        return {"kind": "broken", "name": item.name, "sentence": "holds too much text for one document; split it"}
    places = [[place.start, place.end, place.name] for place in item.places]
    return {"kind": "piece", "name": item.name, "text": item.text, "places": places, "language": item.language}


def _item(answer: dict[str, Any]) -> Piece | Broken:
    if answer["kind"] == "broken":
        return Broken(str(answer["name"]), str(answer["sentence"]))
    places = tuple(Place(int(start), int(end), str(name)) for start, end, name in answer["places"])
    return Piece(str(answer["name"]), str(answer["text"]), places, answer["language"])


def _confine(memory_bytes: int) -> None:
    """Take away what a parser does not need."""
    os.environ["PYTHONWARNINGS"] = "ignore"
    quiet = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):  # native parsers write what they find, with pieces of text
        os.dup2(quiet, number)
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = 2 * memory_bytes if hard == resource.RLIM_INFINITY else min(2 * memory_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))  # address space: twice what may be held
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no image of a patient's text on the disk
    import warnings

    warnings.simplefilter("ignore")
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"The parser process may not do this ({event}).")
    if event == "open" and isinstance(arguments[1], str) and any(sign in arguments[1] for sign in "wax+"):
        raise PermissionError("The parser process may not write.")
