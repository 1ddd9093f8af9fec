"""RTF: the text of its paragraphs, tables, notes, headers and text boxes, without formats, pictures and deleted text.

After the Rich Text Format specification 1.9.1. Libraries for it (striprtf) leave notes and headers out, read deleted
and hidden text as if it stood, and lose what follows embedded bytes. Places are `paragraph 3`, counted from 1 (a row of
a table is one), `header`, `footer`, `footnotes` and `text box`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.piece import Piece, TextBuilder, readable
from cardioner_desktop.reading.rtf_words import (
    BODY,
    CHARACTER_SETS,
    CHARACTERS,
    DESTINATIONS,
    ENDS,
    MUTE,
    SYMBOL,
    known_encoding,
)
from cardioner_desktop.reading.symbol_font import symbol

_SIGN = b"{\\rtf"
_DEEPEST = 2_000  # groups within groups; documents have some tens
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?\x20?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the closing brace: where text goes, the encoding of its bytes, how many characters stand in for
    a Unicode one, and whether the text is seen. `star` waits for the first word of a group that may be unknown."""

    place: str = BODY
    encoding: str = ""
    stand_ins: int = 1
    hidden: bool = False
    deleted: bool = False
    fonts: bool = False
    star: bool = False


def read(data: bytes) -> Iterator[Piece]:
    """The one document in an RTF file."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(_SIGN):
        raise ReadingError("is no RTF file though its name says so; save it as RTF or plain text")
    yield _Reading(data).piece()


class _Reading:
    """One pass over a file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._group = _Group()
        self._above: list[_Group] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0  # the one that the font table is about
        self._default_font = 0
        self._texts: dict[str, list[str]] = {}
        self._bytes = bytearray()  # of the present encoding, which may have letters of several
        self._skip = 0  # characters that stand in for a Unicode one and have yet to come

    def piece(self) -> Piece:
        self._read()
        text = TextBuilder()
        for line in self._lines("header"):
            text.line(line, "header")
        for number, paragraph in enumerate("".join(self._texts.get(BODY, [])).removesuffix("\r").split("\r"), 1):
            for line in readable(paragraph).split("\n"):
                text.line(line, f"paragraph {number}")
        for place in ("text box", "footnotes", "footer"):
            for line in self._lines(place):
                text.line(line, place)
        return text.piece()

    def _lines(self, place: str) -> list[str]:
        lines = readable("".join(self._texts.get(place, []))).replace("\r", "\n").split("\n")
        return list(dict.fromkeys(line.rstrip() for line in lines if line.strip()))

    def _read(self) -> None:
        place = 0
        while (found := _TOKEN.match(self._data, place)) is not None:
            place = found.end()
            if found.lastgroup in ("word", "number"):
                place = self._word(found["word"].decode().lower(), found["number"], place)
            elif found.lastgroup == "brace":
                if found["brace"] == b"{":
                    self._open()
                elif self._close():
                    return
            elif found.lastgroup == "byte":
                self._put_bytes(bytes.fromhex(found["byte"].decode()))
            elif found.lastgroup == "sign":
                self._sign(found["sign"])
            elif found.lastgroup == "text":
                self._put_bytes(found["text"])
        raise ReadingError("ends before its last brace, so that some of it is missing; export it again")

    def _open(self) -> None:
        self._flush()
        if len(self._above) >= _DEEPEST:
            raise ReadingError("is nested too deeply; open it in a word processor and save it again")
        self._skip = 0
        self._above.append(self._group)

    def _close(self) -> bool:
        """Go back to the group above; whether the document has ended."""
        self._flush()
        self._skip = 0
        if self._group.place not in (BODY, self._above[-1].place):
            self._texts.setdefault(self._group.place, []).append("\r")
        self._group = self._above.pop()
        return not self._above

    def _word(self, word: str, number: bytes | None, place: int) -> int:
        value = int(number) if number else None
        if word == "bin":
            return place + max(0, value or 0)
        if word == "u" and value is not None:
            self._unicode(value)
            return place
        if self._skip:
            self._skip -= 1
            return place
        self._flush()
        if self._group.star:
            self._begin_unknown(word)
        elif word in DESTINATIONS:
            self._group = replace(self._group, place=self._inner(DESTINATIONS[word]), fonts=word == "fonttbl")
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word in ENDS:
            self._put("\r")
        elif word in _PROPERTIES:
            _PROPERTIES[word](self, value)
        return place

    def _begin_unknown(self, word: str) -> None:
        """A group that a reader who does not know its word leaves out."""
        group = replace(self._group, star=False)
        if word == "ud":
            self._group = replace(group, place=self._above[-2].place if len(self._above) > 1 else BODY)
        else:
            self._group = replace(group, place=self._inner(DESTINATIONS.get(word, MUTE)))

    def _inner(self, place: str) -> str:
        """Nothing in a group that is left out is read, but for the text of a shape."""
        return place if self._group.place != MUTE or place == "text box" else MUTE

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group = replace(self._group, star=True)
        elif sign in b"\\{}":
            self._put_bytes(sign)
        elif self._skip:
            self._skip -= 1
        elif sign in (b"\r", b"\n"):
            self._flush()
            self._put("\r")
        elif sign in b"~_-":
            self._flush()
            self._put({b"~": "\u00a0", b"_": "\u2011", b"-": ""}[sign])

    def _unicode(self, value: int) -> None:
        self._flush()
        code = value % 65_536
        self._put(symbol(code) if self._group.encoding == SYMBOL and code >= 0xF000 else chr(code))
        self._skip = self._group.stand_ins

    def _put_bytes(self, data: bytes) -> None:
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        if self._group.place != MUTE:
            self._bytes += data[skipped:]

    def _flush(self) -> None:
        if not self._bytes:
            return
        if self._group.encoding == SYMBOL:
            text = "".join(map(symbol, self._bytes))
        else:
            text = self._bytes.decode(self._group.encoding or self._encoding, "replace")
        self._bytes.clear()
        self._put(text)

    def _put(self, text: str) -> None:
        group = self._group
        if group.place != MUTE and not group.hidden and not group.deleted:
            self._texts.setdefault(group.place, []).append(text)

    def set_encoding(self, value: int | None) -> None:
        self._encoding = known_encoding(f"cp{value}") or "cp1252"

    def set_font(self, value: int | None) -> None:
        if self._group.fonts:
            self._font = value or 0
        else:
            self._group = replace(self._group, encoding=self._fonts.get(value or 0, ""))

    def set_character_set(self, value: int | None) -> None:
        if self._group.fonts and value is not None:
            self._fonts[self._font] = SYMBOL if value == 2 else known_encoding(CHARACTER_SETS.get(value, ""))

    def set_default_font(self, value: int | None) -> None:
        self._default_font = value or 0

    def set_stand_ins(self, value: int | None) -> None:
        self._group = replace(self._group, stand_ins=min(max(value if value is not None else 1, 0), 8))

    def set_hidden(self, value: int | None) -> None:
        self._group = replace(self._group, hidden=value != 0)

    def set_deleted(self, value: int | None) -> None:
        self._group = replace(self._group, deleted=value != 0)

    def set_plain(self, _: int | None) -> None:
        font = self._fonts.get(self._default_font, "")
        self._group = replace(self._group, hidden=False, deleted=False, encoding=font)


_PROPERTIES: dict[str, Callable[[_Reading, int | None], None]] = {
    "ansicpg": _Reading.set_encoding,
    "mac": lambda reading, _: reading.set_encoding(10_000),
    "pc": lambda reading, _: reading.set_encoding(437),
    "pca": lambda reading, _: reading.set_encoding(850),
    "f": _Reading.set_font,
    "fcharset": _Reading.set_character_set,
    "deff": _Reading.set_default_font,
    "uc": _Reading.set_stand_ins,
    "v": _Reading.set_hidden,
    "deleted": _Reading.set_deleted,
    "plain": _Reading.set_plain,
}
