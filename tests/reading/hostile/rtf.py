"""A reader that does in the parser process what a file says."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.reading.piece import Piece


def read(data: bytes) -> Iterator[Piece]:
    """One document that says "good", after what is asked for."""
    action, _, where = data.decode().partition(" ")
    if action == "hang":
        time.sleep(600)
    elif action == "memory":
        held = []
        while True:
            held.append(bytearray(os.urandom(2**20) * 16))
    elif action == "crash":
        ctypes.string_at(0)
    elif action == "leave":
        os._exit(3)
    elif action == "connect":
        socket.create_connection(("127.0.0.1", 9))
    elif action == "run":
        subprocess.run([sys.executable, "-c", ""], check=True)
    elif action == "write":
        Path(where, "stolen.txt").write_text("text", encoding="utf-8")
    yield Piece("", "good")
