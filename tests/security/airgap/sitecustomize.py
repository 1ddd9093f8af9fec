"""Loaded by every Python process that starts with this folder on its path: connections are refused, and written down.

Sockets of the machine itself (Unix ones, and pairs) are let through; with CARDIONER_TEST_LOOPBACK in the environment
those to 127.0.0.0/8 and ::1 are too.
"""

import os
import sys

_LOG = os.environ["CARDIONER_TEST_CONNECTIONS"]
_LOOPBACK = "CARDIONER_TEST_LOOPBACK" in os.environ
_ASKED = frozenset(
    (
        "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.getnameinfo",
        "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect", "ftplib.connect",
        "smtplib.connect", "webbrowser.open",
    )
)  # fmt: skip
_UNIX = 1


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _ASKED and not _is_local(arguments):
        with open(_LOG, "a", encoding="utf-8") as log:  # noqa: PTH123 - pathlib comes later
            log.write(f"{event} {arguments[1:]!r} in {sys.argv[:3]!r}\n")
        raise PermissionError(f"{event} is not for this program")


def _is_local(arguments: tuple[object, ...]) -> bool:
    if getattr(arguments[0], "family", None) == _UNIX:
        return True
    place = arguments[1] if len(arguments) > 1 else arguments[0]
    host = place[0] if isinstance(place, tuple) and place else place
    host = arguments[0] if isinstance(arguments[0], str) else host
    return _LOOPBACK and isinstance(host, str) and (host.startswith("127.") or host in ("::1", "localhost"))


sys.addaudithook(_watch)
