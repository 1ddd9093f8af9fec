"""What runs in the parser process: it may read the file and nothing else, and answers in JSON."""

import io
import json
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading import archive
from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.limits import Limits
from cardioner_desktop.reading.piece import Begun, Blank, Broken, Piece, Row
from cardioner_desktop.reading.plain import open_ordinary, read_bytes
from cardioner_desktop.reading.readers import reader_named, refusal, row_reader_named

_REFUSED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.", "os.system",
            "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "os.remove", "os.rename", "os.rmdir",
            "os.mkdir", "os.symlink", "os.link", "os.chmod", "shutil.")  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve(connection: Connection, limits: Limits, package: str) -> None:
    """The process itself: answers each question with documents, until the other side goes away."""
    _confine(limits.memory_bytes)
    send(connection, {"kind": "ready"})
    while True:
        try:
            question = json.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        _answer_to(connection, question, limits, package)


def _answer_to(connection: Connection, question: dict[str, Any], limits: Limits, package: str) -> None:
    try:
        for item in _bounded(question, limits, package):
            send(connection, _value(item, limits))
        send(connection, {"kind": "end"})
    except Exception as error:  # noqa: BLE001 - the last place of this process; parsers raise anything
        send(connection, {"kind": "refused", "sentence": refusal(error)})


def _bounded(question: dict[str, Any], limits: Limits, package: str) -> Iterator[Row | Begun]:
    """What a file holds, up to what no file of its size holds."""
    path = Path(question["path"])
    characters = documents = 0
    for item in _read(path, question, package):
        if isinstance(item, Piece):
            documents += 1
            characters += len(item.text)
        if documents > limits.documents:
            raise ReadingError(f"holds more than {limits.documents:,} documents; split it")
        if characters > limits.characters and characters > limits.texts_ratio * path.stat().st_size:
            raise ReadingError("is packed tighter than any document (a bomb); it was read no further")
        yield item


def _read(path: Path, question: dict[str, Any], package: str) -> Iterator[Row | Begun]:
    module, streamed, asked = question["module"], question["streamed"], Asked(**question["columns"])
    try:
        stream = open_ordinary(path) if streamed or module == "archive" else io.BytesIO(read_bytes(path))
    except ReadingError as error:
        raise ReadingError(str(error).removeprefix(shown(path)).strip(" .")) from None
    with stream:
        if streamed:
            yield from row_reader_named(module, package=package)(stream, asked=asked)
        elif module == "archive":
            yield from archive.read_from(stream, passed=question["passed"], asked=asked, package=package)
        else:
            yield from reader_named(module, package=package)(stream.read())


def _value(item: Row | Begun, limits: Limits) -> dict[str, Any]:
    if isinstance(item, Begun):
        return {"kind": "begun", "name": item.name}
    if isinstance(item, Blank):
        return {"kind": "blank"}
    if isinstance(item, Broken):
        return {"kind": "broken", "name": item.name, "sentence": item.sentence}
    if len(item.text) > limits.characters:
        return {"kind": "broken", "name": item.name, "sentence": "holds too much text for one document; split it"}
    places = [[place.start, place.end, place.name] for place in item.places]
    return {"kind": "piece", "name": item.name, "text": item.text, "places": places, "language": item.language}


def send(connection: Connection, value: dict[str, Any]) -> None:
    """Send an object as JSON: whoever reads it runs nothing of what it says."""
    connection.send_bytes(json.dumps(value).encode("ascii"))


def _confine(memory_bytes: int) -> None:
    """Take away what a parser does not need, and end with the program, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the program, which stops as it sees fit
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    warnings.simplefilter("ignore")
    quiet = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):  # native parsers write what they find, with pieces of text
        os.dup2(quiet, number)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no image of a patient's text on the disk
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = 2 * memory_bytes if hard == resource.RLIM_INFINITY else min(2 * memory_bytes, hard)
        with suppress(ValueError, OSError):  # macOS has the limit and does not always take it
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))  # address space: twice what may be held
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"The parser process may not do this ({event}).")
    if event == "open" and (set("wax+") & set(arguments[1] or "") or (arguments[2] or 0) & _WRITING):
        raise PermissionError("The parser process may not write.")
