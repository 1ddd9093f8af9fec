"""HL7 version 2 messages: the texts in OBX and NTE segments, one document a message, named by its control id.

Places are `OBX 3` and `NTE 1`, by the segment's number in the message. Segments are split here: python-hl7, which was
tried, parses every field of every segment, takes 5 times as long, and fails with an assertion where the header's
separators are not the usual ones.
"""

import re
import string
from collections.abc import Iterator

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import MARKS, decode, encoding_of
from cardioner_desktop.reading.media import read_base64, read_media
from cardioner_desktop.reading.piece import Broken, Piece, TextBuilder, quoted, readable

_TEXT_TYPES = frozenset(("TX", "FT", "ST", "CF", ""))
_WITHDRAWN = frozenset("DW")  # OBX-11: deleted, sent by mistake
_CHARSETS = {
    "ASCII": "cp1252",
    "8859/1": "cp1252",
    **{f"8859/{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 15)},
    "UNICODE UTF-8": "utf-8",
    "UTF-8": "utf-8",
    "WINDOWS-1252": "cp1252",
}
"""MSH-18 (table 0211) to codecs; programs that say ISO 8859/1 or ASCII write Windows' letters too."""

_ENVELOPES = (b"FHS", b"BHS", b"BTS", b"FTS")
_LINE_ENDS = re.compile(rb"\r\n|[\r\n\x0b\x1c]")  # the last two frame messages on a network (MLLP)
_MEDIA = {
    "PDF": "application/pdf",
    "RTF": "text/rtf",
    "HTML": "text/html",
    "XML": "text/xml",
    "X-HL7-CDA-LEVEL-ONE": "text/xml",
    "TEXT": "text/plain",
    "TXT": "text/plain",
    "PLAIN": "text/plain",
}
_ESCAPE = re.compile(r"\\([^\\\r\n]{0,2000}?)\\")
_NEW_LINE = re.compile(r"\.(?:br|sp|ce)[+-]?\d*", re.IGNORECASE)
_BROKEN_OFF = "\\.br\\"


def read(data: bytes) -> Iterator[Piece | Broken]:
    """The documents in a file of messages, with or without batch headers and MLLP's framing bytes."""
    if data.startswith(tuple(MARKS)) or 0 in data:
        try:
            data = decode(data).encode()
        except ReadingError as error:
            raise ReadingError(f"{error}; export it as UTF-8") from None
    found = messages = False
    usual = _usual_encoding(data)
    for number, lines in enumerate(_messages(data), 1):
        messages = True
        for item in _documents(lines, number, usual):
            found = True
            yield item
    if not messages:
        raise ReadingError("is no HL7 v2 file: it has no MSH segment; export it again")
    if not found:
        raise ReadingError("holds no HL7 message with text (OBX or NTE); export its reports")


def _usual_encoding(data: bytes) -> str:
    """That of the whole file, which tells more than one message."""
    try:
        return encoding_of(data)
    except ReadingError:
        return "utf-8"


def _messages(data: bytes) -> Iterator[list[bytes]]:
    """The segments of each message; a line that is none goes on in the one before.

    Some systems break the lines of a text where `\\.br\\` belongs.
    """
    message: list[bytes] = []
    for line in _LINE_ENDS.split(data):
        if _is_header(line):
            if message:
                yield message
            message = [line]
        elif not message or not line.strip():
            continue
        elif line[3:4] == message[0][3:4] and line.startswith(_ENVELOPES):
            yield message
            message = []
        elif line[3:4] == message[0][3:4] and re.match(rb"[A-Z][A-Z0-9]{2}", line):
            message.append(line)
        else:
            message[-1] += _BROKEN_OFF.encode() + line
    if message:
        yield message


def _is_header(line: bytes) -> bool:
    return line.startswith(b"MSH") and len(line) > 8 and chr(line[3]) in string.punctuation


def _documents(lines: list[bytes], number: int, usual: str) -> Iterator[Piece | Broken]:
    name = f"message-{number}"
    try:
        segments, encoding = _segments(lines, usual)
        separator = chr(lines[0][3])
        name = readable(_field(segments[0], 9)).strip() or name  # MSH-10: MSH-1 is the separator itself
        text = TextBuilder()
        refusals = list(_write(segments, separator, encoding, text))
    except ReadingError as error:
        yield Broken(name, str(error))
        return
    if not text.blank:
        yield text.piece(name)
    for place, sentence in refusals:
        yield Broken(f"{name}-{place}", sentence)


def _segments(lines: list[bytes], usual: str) -> tuple[list[list[str]], str]:
    """The fields of each segment, and the encoding they were in."""
    fields = lines[0].split(lines[0][3:4])
    named = fields[17].split(b"~")[0].decode("ascii", "replace").strip().upper() if len(fields) > 17 else ""
    for encoding in (_CHARSETS.get(named, usual), usual):
        try:
            return [line.decode(encoding).split(chr(lines[0][3])) for line in lines], encoding
        except UnicodeDecodeError:
            continue  # the header is wrong about its text
    raise ReadingError(f"is not in the character set that it names ({quoted(named) or 'none'}); export it as UTF-8")


def _write(segments: list[list[str]], separator: str, encoding: str, text: TextBuilder) -> Iterator[tuple[str, str]]:
    """Write the texts of a message; yields the places of attachments that cannot be read, and why."""
    signs = _signs(segments[0], separator)
    counts = {"OBX": 0, "NTE": 0}
    for segment in segments:
        kind = _field(segment, 0)
        if kind not in counts:
            continue
        counts[kind] += 1
        place = f"{kind} {counts[kind]}"
        value_type = _field(segment, 2).strip().upper()
        if kind == "OBX" and _field(segment, 11).strip().upper() in _WITHDRAWN:
            continue
        if kind == "OBX" and value_type == "ED":
            try:
                for line in _encapsulated(_field(segment, 5), signs, encoding):
                    text.line(line, place)
            except ReadingError as error:
                yield place, str(error)
        elif kind == "NTE" or value_type in _TEXT_TYPES:
            for repeated in _field(segment, 3 if kind == "NTE" else 5).split(signs["R"]):
                for line in _unescaped(repeated, signs, encoding).split("\n"):
                    text.line(line, place)


def _encapsulated(value: str, signs: dict[str, str], encoding: str) -> Iterator[str]:
    """The lines of an ED value: source, type, subtype, encoding, data."""
    parts = value.split(signs["S"], 4)
    if len(parts) < 5:
        return
    kind, subtype, how, data = (part.strip() for part in parts[1:])
    media = _MEDIA.get(subtype.upper()) or _MEDIA.get(kind.upper()) or (f"{kind}/{subtype}".lower() if subtype else "")
    if how.upper() == "BASE64":
        pieces = read_base64(data.replace(_BROKEN_OFF, ""), media)
    elif how.upper() == "HEX":
        try:
            pieces = read_media(bytes.fromhex(data.replace(_BROKEN_OFF, "")), media)
        except ValueError:
            raise ReadingError("holds an attachment that is no whole hexadecimal text; export it again") from None
    else:
        yield from _unescaped(data, signs, encoding).split("\n")
        return
    for piece in pieces:
        yield from re.split(r"\r\n|\r|\n", piece.text.strip("\r\n"))


def _field(segment: list[str], number: int) -> str:
    return segment[number] if number < len(segment) else ""


def _signs(header: list[str], separator: str) -> dict[str, str]:
    """What the escapes for separators stand for; messages may choose their own."""
    chosen = _field(header, 1)
    usual = "^~\\&"
    component, repetition, escape, subcomponent = [*chosen[:4], *usual[len(chosen[:4]) :]]
    return {"F": separator, "S": component, "R": repetition, "E": escape, "T": subcomponent}


def _unescaped(text: str, signs: dict[str, str], encoding: str) -> str:
    """The text with HL7's escapes resolved (chapter 2.7); those that only format are left out."""
    if signs["E"] != "\\":
        text = text.replace(signs["E"], "\\")

    def meant(found: re.Match[str]) -> str:
        code = found[1]
        if code in signs:
            return signs[code]
        if _NEW_LINE.fullmatch(code):
            return "\n"
        if code[:1] == "X":
            try:
                return re.sub(r"\r\n|\r", "\n", bytes.fromhex(code[1:]).decode(encoding, "replace"))
            except ValueError:
                return found[0]
        if code[:3].lower() == ".sk":
            return " "
        return (
            "" if code in ("H", "N") or re.fullmatch(r"\.(in|ti|fi|nf)[+-]?\d*|[CM][0-9A-F]{4,6}", code) else found[0]
        )

    return readable(_ESCAPE.sub(meant, text))
