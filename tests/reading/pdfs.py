"""PDFs written by hand, small enough to know what is in them."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Line: TypeAlias = tuple[float, float, str]
"""x and y of a line's beginning in points from the lower left corner, and its text."""

WIDTH, HEIGHT = 595, 842
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def column(lines: Iterable[str], *, x: float = 60, top: float = 780, leading: float = 14) -> list[Line]:
    """Lines under each other."""
    return [(x, top - leading * number, line) for number, line in enumerate(lines)]


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    scans: Sequence[int] = (),
    password: str = "",
    fields: Sequence[Line] = (),
    drawn: bool = True,
) -> bytes:
    """A PDF with a page for each list of lines; those whose numbers (from 0) are in `scans` show a picture too.

    `fields` of a form are filled in on the first page; where they are not `drawn`, the file has their values alone.
    """
    key = _key(password) if password else b""
    numbers = [5 + 2 * number for number in range(len(pages))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    bodies: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: _stream(
            _crypted(b"\x80", key, 4),
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    }
    for index, (number, lines) in enumerate(zip(numbers, pages, strict=True)):
        resources = b"<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>"
        bodies[number] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R >>" % (
            WIDTH, HEIGHT, resources, number + 1,
        )  # fmt: skip
        content = b"".join(_shown(*line) for line in lines)
        if index in scans:
            content += b"q %d 0 0 %d 0 0 cm /I Do Q\n" % (WIDTH, HEIGHT)
        bodies[number + 1] = _stream(_crypted(content, key, number + 1))
    if fields:
        _fill_in(bodies, fields, drawn)
    return _file(bodies, _encryption(password) if password else b"")


def _fill_in(bodies: dict[int, bytes], fields: Sequence[Line], drawn: bool) -> None:
    first = 1 + max(bodies)
    notes = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(fields)))
    bodies[1] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] /DR << /Font << /F 3 0 R >> >> >> >>" % notes
    bodies[5] = bodies[5].replace(b"/Contents", b"/Annots [%s] /Contents" % notes)
    for number, (x, y, text) in enumerate(fields):
        own = first + 2 * number
        value = text.encode("cp1252")
        look = b"/AP << /N %d 0 R >>" % (own + 1) if drawn else b""
        bodies[own] = (
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V (%s) /Rect [%.1f %.1f %.1f %.1f] /F 4 "
            b"/DA (/F 10 Tf 0 g) %s >>" % (number, value, x, y - 3, x + 200, y + 15, look)
        )
        bodies[own + 1] = _stream(
            b"/Tx BMC q BT /F 10 Tf 0 3 Td (%s) Tj ET Q EMC" % value,
            b"/Type /XObject /Subtype /Form /BBox [0 0 200 18] /Resources << /Font << /F 3 0 R >> >>",
        )


def _shown(x: float, y: float, text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"BT /F 10 Tf %.1f %.1f Td (%s) Tj ET\n" % (x, y, escaped.encode("cp1252"))


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def _file(bodies: dict[int, bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in sorted(bodies.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(bodies))
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, start)
    return bytes(out)


# The standard security handler, revision 2 (PDF 1.4, 3.5.2): RC4 with a key of 40 bits.


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    permissions = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    return hashlib.md5(_padded(password) + _owner(password) + permissions + b"0123456789abcdef").digest()[:5]


def _encryption(password: str) -> bytes:
    owner, user = _owner(password).hex().encode(), _rc4(_key(password), _PADDING).hex().encode()
    identity = b"0123456789abcdef".hex().encode()
    return b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
        owner, user, identity, identity,
    )  # fmt: skip


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _crypted(content: bytes, key: bytes, number: int) -> bytes:
    return _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], content) if key else content


def _rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
