"""Files that are almost right: what programs, disks, networks and people make of whole ones."""

import base64
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

LARGEST = 2**19
"""Bytes of what comes out."""

NASTY = (
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\r", b"\n", b"\r\n", b"\t", b"\x0b",
    b"\x1c", b"\x85", b"\xa0", b"\xad", "\u2028".encode(), "\u202e".encode(), "e\u0301".encode(), "😀".encode(),
    "\ufeff".encode(), b"", b"0", b"-1", b"1e999", b"NaN", b"9" * 400, b"\\", b'"', b"'", b"''", b'""', b"<", b">",
    b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?", b"&#0;", b"&#xD800;", b"&#x110000;", b"&x;",
    b"<!DOCTYPE x [<!ENTITY y 'z'>]>", b"{", b"}", b"[", b"]", b"[[[[[[[[", b"{\"a\":", b":", b",", b";", b"|", b"^",
    b"~", b"(", b")", b"%", b"/", b"../", b"C:\\", b"\\u0000", b"\\ud800", b"\\'", b"\\'zz", b"\\u99999999?",
    b"{\\*\\x ", b"\\bin99999999 ", b"null", b"true", b"endobj", b"stream\n", b"PK\x03\x04", b"PK\x05\x06", b"=" * 8,
)  # fmt: skip
"""Pieces that parsers have stumbled over."""

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}={0,2}")
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>[^<>]*(?:<[^<>]*>[^<>]*){0,6}?</\1>")
_BETWEEN = re.compile(rb">([^<>]+)<")
_NUMBER = re.compile(rb"\d+")


def mutated(data: bytes, source: Random, others: Sequence[bytes]) -> bytes:
    """A file made of another one by one change or several, some of them inside what it holds.

    That are entries of a zip, values of JSON, elements, base64. `others` are files of the kind, of which parts may be
    put in.
    """
    for _ in range(1 + min(int(source.expovariate(1.0)), 8)):
        inner = source.random() < 0.6
        if inner and data.startswith(b"PK"):
            data = _in_zip(data, source, others)
        elif inner and data[:1] in b"{[" and data.strip():
            data = _in_json(data, source)
        elif inner and b"<" in data and source.random() < 0.5:
            data = _in_markup(data, source)
        elif inner and source.random() < 0.3 and _BASE64.search(data):
            data = _in_base64(data, source, others)
        else:
            data = source.choice(_CHANGES)(data, source, others)
    return data[:LARGEST]


def _place(data: bytes, source: Random) -> int:
    return source.randint(0, len(data))


def _stretch(data: bytes, source: Random) -> tuple[int, int]:
    """A stretch of some length between one and all."""
    start = _place(data, source)
    return start, min(len(data), start + 1 + int(source.random() ** 4 * len(data)))


def _cut_off(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    return data[: _place(data, source)]


def _cut_out(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(data, source)
    return data[:start] + data[end:]


def _repeat(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(data, source)
    times = source.choice((2, 2, 3, 3, 10, 10, 100, 5000))
    return data[:start] + data[start:end] * min(times, 1 + LARGEST // (1 + end - start)) + data[end:]


def _swap(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    a, b, c, d = sorted(_place(data, source) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _flip(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(source.choice((1, 1, 2, 8)) if data else 0):
        changed[source.randrange(len(data))] ^= 1 << source.randrange(8)
    return bytes(changed)


def _overwrite(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(source.choice((1, 4, 32)) if data else 0):
        changed[source.randrange(len(data))] = source.choice((0, 255, 127, 128, 10, 34, 60, 92, source.randrange(256)))
    return bytes(changed)


def _splice(data: bytes, source: Random, others: Sequence[bytes]) -> bytes:
    other = source.choice(others) if others else data
    start, end = _stretch(other, source)
    place, after = _stretch(data, source)
    return data[:place] + other[start:end] + data[place if source.random() < 0.5 else after :]


def _insert(data: bytes, source: Random, _: Sequence[bytes]) -> bytes:
    place = _place(data, source)
    return data[:place] + source.choice(NASTY) * source.choice((1, 1, 1, 2, 50)) + data[place:]


def _number(data: bytes, source: Random, others: Sequence[bytes]) -> bytes:
    one = _NUMBER.search(data, _place(data, source)) or _NUMBER.search(data)
    if one is None:
        return _flip(data, source, others)
    other = source.choice((0, 1, -1, 255, 65_536, 2**31, 2**32 - 1, 2**63, 10**30, int(one[0][:15]) + 1))
    return data[: one.start()] + str(other).encode() + data[one.end() :]


_Change = Callable[[bytes, Random, Sequence[bytes]], bytes]
_CHANGES: tuple[_Change, ...] = (
    _cut_off,
    _cut_out,
    _repeat,
    _swap,
    _flip,
    _overwrite,
    _splice,
    _insert,
    _insert,
    _number,
)


def _in_zip(data: bytes, source: Random, others: Sequence[bytes]) -> bytes:
    """Change an entry, its name, or which entries there are; the zip is whole again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [
                (entry.filename, archive.read(entry)) for entry in archive.infolist() if entry.file_size < LARGEST
            ]
    except Exception:  # noqa: BLE001 - damaged already
        return _flip(data, source, others)
    if not entries:
        return data
    number = source.randrange(len(entries))
    name, content = entries[number]
    what = source.random()
    if what < 0.75:
        entries[number] = name, source.choice(_CHANGES)(content, source, [other for _, other in entries])
    elif what < 0.85:
        entries.pop(number)
    elif what < 0.95:
        entries[number] = (
            source.choice(("../" + name, "/" + name, name + "/", name.upper(), "\\" + name, "a" * 300)),
            content,
        )
    else:
        entries.append((name, content))
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two entries of one name are meant
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content[:LARGEST], zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _in_base64(data: bytes, source: Random, others: Sequence[bytes]) -> bytes:
    one = source.choice(list(_BASE64.finditer(data)))
    try:
        content = base64.b64decode(one[0])
    except ValueError:
        return _flip(data, source, others)
    changed = mutated(content, source, others)
    return data[: one.start()] + base64.b64encode(changed) + data[one.end() :]


def _in_markup(data: bytes, source: Random) -> bytes:
    """Put an element elsewhere, twice, or away, or change a text between two tags; tags stay balanced."""
    found = list(_ELEMENT.finditer(data))
    texts = list(_BETWEEN.finditer(data))
    if texts and (not found or source.random() < 0.5):
        one = source.choice(texts)
        put = source.choice(
            (b"", b"&amp;", b"&#0;", b"&#8203;", b"\r\n", b"x" * 1000, b"<br/>", b"<![CDATA[a]]>", *NASTY[:20])
        )
        return data[: one.start(1)] + put + data[source.choice((one.start(1), one.end(1))) :]
    if not found:
        return data
    one = source.choice(found)
    place = source.choice(found).start()
    what = source.random()
    if what < 0.3:
        return data[: one.start()] + data[one.end() :]
    if what < 0.6:
        return data[:place] + one[0] * source.choice((1, 2, 30)) + data[place:]
    depth = source.choice((1, 3, 100, 300, 3000))
    opening = data[one.start() : data.index(b">", one.start()) + 1]
    return data[:place] + opening * depth + one[0] + (b"</" + one[1] + b">") * depth + data[place:]


def _in_json(data: bytes, source: Random) -> bytes:
    """Change a value somewhere in each line of JSON, or in one file of it."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        lines = data.split(b"\n")
        number = source.randrange(len(lines))
        try:
            lines[number] = json.dumps(_other(json.loads(lines[number]), source)).encode("utf-8", "surrogatepass")
        except (ValueError, RecursionError):
            return _flip(data, source, ())
        return b"\n".join(lines)
    try:
        return json.dumps(_other(value, source)).encode()
    except (ValueError, RecursionError):
        return data


def _other(value: Any, source: Random) -> Any:
    """A value with a change at some place in it."""
    if isinstance(value, dict) and value and source.random() < 0.9:
        key = source.choice(list(value))
        what = source.random()
        if what < 0.08:
            return {other: inner for other, inner in value.items() if other != key}
        if what < 0.14:
            return {**value, key + "x": value[key]}
        return {**value, key: _other(value[key], source)}
    if isinstance(value, list) and value and source.random() < 0.9:
        number = source.randrange(len(value))
        what = source.random()
        if what < 0.1:
            return value[:number] + value[number + 1 :]
        if what < 0.2:
            return value + value[number : number + 1] * source.choice((1, 2, 200))
        return [*value[:number], _other(value[number], source), *value[number + 1 :]]
    if isinstance(value, str) and source.random() < 0.5:
        place = source.randint(0, len(value))
        return (
            value[:place]
            + source.choice(("\0", "\ud800", "\r", "\u2028", "😀", "<", "&x;", "'", "é" * 100))
            + value[place:]
        )
    deep: Any = value
    for _ in range(source.choice((0, 1, 60, 400))):
        deep = [deep]
    return source.choice(
        (None, True, 0, -1, 2**70, 1e308, float("nan"), "", "x" * 1000, [], {}, [value], {"a": value}, deep)
    )
