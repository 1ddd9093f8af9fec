"""Invented letters in files of the kinds that the readers of this folder's tests read."""

import base64
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.piece import Blank, Broken, Piece
from cardioner_desktop.reading.readers import reader_named, row_reader_named
from tests.reading.pdfs import column, pdf

SPANISH = "Paciente de 63 años con fibrilación auricular.\nSe inició bisoprolol 2,5 mg. ¿Alergias? No 🙂.\n"
ENGLISH = "A 71-year-old woman with aortic stenosis.\nShe takes warfarin 5\u00a0mg; naïve T-cells 38 °C.\n"
ITALIAN = "Il paziente è in terapia con furosemide.\nNon più dispnea; perciò si riduce la dose. Caffe\u0300.\n"
NO_XML = "<nonXMLBody><text mediaType='{}' representation='B64'>{}</text></nonXMLBody>"
LETTERS = {"es": SPANISH, "en": ENGLISH, "it": ITALIAN}


def items(module: str, data: bytes) -> list[Piece | Broken]:
    """All that a reader finds but rows without a text; every place lies in its text and is not blank."""
    if module in ("rows", "jsonl", "parquet"):
        found = list(row_reader_named(module)(io.BytesIO(data)))
    else:
        found = list(reader_named(module)(data))
    for item in found:
        if isinstance(item, Piece):
            check(item)
    return [item for item in found if not isinstance(item, Blank)]


def blanks(module: str, data: bytes) -> int:
    """How many rows without a text a reader of tables tells."""
    return sum(isinstance(item, Blank) for item in row_reader_named(module)(io.BytesIO(data)))


def pieces(module: str, data: bytes) -> list[Piece]:
    """All that a reader finds, where all of it can be read."""
    found = items(module, data)
    assert not [item for item in found if isinstance(item, Broken)]
    return [item for item in found if isinstance(item, Piece)]


def refusal(module: str, data: bytes) -> str:
    """The sentence of a reader that refuses a file."""
    try:
        found = items(module, data)
    except ReadingError as error:
        return str(error)
    raise AssertionError(f"read {found}")


def check(piece: Piece) -> None:
    """What is true of every document: its text can be written, its places ascend, and name something."""
    piece.text.encode()
    piece.name.encode()
    assert "\0" not in piece.text
    assert piece.language in (None, "es", "en", "it")
    end = 0
    for place in piece.places:
        assert end <= place.start < place.end <= len(piece.text)
        assert place.name
        assert piece.text[place.start : place.end].strip()
        end = place.end


def at(piece: Piece, place: str) -> str:
    """The text at a place, which there is once."""
    (found,) = [item for item in piece.places if item.name == place]
    return piece.text[found.start : found.end]


def b64(content: str | bytes) -> str:
    return base64.b64encode(content if isinstance(content, bytes) else content.encode()).decode()


def html(body: str, *, head: str = '<meta charset="utf-8">') -> bytes:
    return f'<!DOCTYPE html><html lang="es"><head>{head}<title>no</title></head><body>{body}</body></html>'.encode()


def cda(sections: Mapping[str, str] | None = None, *, body: str = "") -> bytes:
    """A CDA document with sections of a title and a narrative block, or another body."""
    inner = "".join(
        f"<component><section><code code='1'/><title>{title}</title><text>{text}</text></section></component>"
        for title, text in (sections or {}).items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <title>Informe de alta</title><languageCode code="es-ES"/>
  <recordTarget><patientRole><patient><name>Inventada</name></patient></patientRole></recordTarget>
  <component>{body or f"<structuredBody>{inner}</structuredBody>"}</component>
</ClinicalDocument>
""".encode()


def resource(kind: str, **fields: Any) -> dict[str, Any]:
    return {"resourceType": kind, **fields}


def reference(name: str, *contents: tuple[str, str | bytes], **fields: Any) -> dict[str, Any]:
    """A DocumentReference with attachments of media types."""
    attached = [{"attachment": {"contentType": kind, "data": b64(content)}} for kind, content in contents]
    return resource("DocumentReference", id=name, content=attached, **fields)


def bundle(*resources: Mapping[str, Any]) -> dict[str, Any]:
    return resource("Bundle", type="collection", entry=[{"resource": item} for item in resources])


def fhir(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def hl7(*segments: str, control: str = "M1", charset: str = "UNICODE UTF-8") -> str:
    """A message of segments after its header, with `\\r` between."""
    header = f"MSH|^~\\&|LAB|HOSPITAL|HIS|HOSPITAL|20240101||ORU^R01|{control}|P|2.5||||||{charset}"
    return "\r".join((header, "PID|1||123||Inventada", *segments)) + "\r"


def table(*rows: Sequence[str], delimiter: str = ",") -> bytes:
    """A CSV file, with quotation marks where they are needed."""
    lines = []
    for row in rows:
        cells = ['"' + cell.replace('"', '""') + '"' if set(cell) & set('",;\t|\r\n') else cell for cell in row]
        lines.append(delimiter.join(cells) + "\r\n")
    return "".join(lines).encode()


def parquet(columns: Mapping[str, Sequence[Any]]) -> bytes:
    import pyarrow
    from pyarrow import parquet as writer

    out = io.BytesIO()
    writer.write_table(pyarrow.table(dict(columns)), out)
    return out.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """Files of each kind to begin with, by the module that reads them."""
    note = {"id": "n1", "text": SPANISH, "language": "es"}
    report = resource("DiagnosticReport", id="r1", conclusion=ITALIAN, language="it", note=[{"text": "nota"}])
    composition = resource(
        "Composition", title="Alta", section=[{"title": "Historia", "text": {"div": "<div><p>Disnea</p></div>"}}]
    )
    observation = "OBX|1|FT|T||Paciente con \\T\\ FA\\.br\\\\H\\grave\\N\\ \\XC3B1\\~otra||||||F"
    page = column(["Paciente varón con fibrilación auricular y con insufi-", "ciencia cardiaca.", "", "Angor."])
    return {
        "html": [
            html("<h1>Alta</h1><p>Fibrilación <b>auricular</b></p><table><tr><td>Bisoprolol<td>5 mg</tr></table>"),
            html("<pre>a\r\n b</pre><script>x</script><p hidden>y</p><!-- z -->ITC&nbsp;&shy;&#128512;"),
        ],
        "xml": [
            cda({"Historia": "<paragraph>Disnea</paragraph>", "Plan": "<list><item>Bisoprolol</item></list>"}),
            cda(body=NO_XML.format("text/html", b64(html("a")))),
            f"<?xml version='1.0'?><n a='1'><t>{ENGLISH}</t><t>b<i>c</i>d</t><!-- e --></n>".encode(),
        ],
        "fhir": [
            fhir(bundle(reference("d1", ("text/plain", SPANISH)), report, composition)),
            fhir(reference("d2", ("text/html", html("<p>hola</p>")), ("application/pdf", pdf([page])))),
            fhir(report) + b"\n" + fhir(reference("d3", ("text/rtf", r"{\rtf1 hola}"))) + b"\n",
        ],
        "hl7v2": [
            hl7("OBR|1", observation, f"OBX|2|ED|D||^TEXT^HTML^Base64^{b64(html('a'))}", "NTE|1||nota").encode(),
            (
                "FHS|^~\\&|A\rBHS|^~\\&|A\r" + hl7(observation) + hl7("NTE|1||x", control="M2") + "BTS|2\rFTS|1\r"
            ).encode(),
            b"\x0b" + hl7("OBX|1|TX|||angina", charset="8859/1").encode() + b"\x1c\r",
        ],
        "rows": [
            table(("id", "text", "language"), ("1", SPANISH, "es"), ("2", ENGLISH, "en")),
            table(("note_id", "note_text"), ("1", 'dice "angor"; sí'), ("", ITALIAN), delimiter=";"),
            b"sep=|\nid|texto\n1|a\xf1os\n",
        ],
        "jsonl": [
            json.dumps(note).encode() + b"\n\n" + json.dumps(note | {"id": 2}).encode() + b"\n",
            fhir(report) + b"\r\n" + fhir(bundle(report)) + b"\r\n",
        ],
        "parquet": [parquet({"id": ["a", "b"], "text": [SPANISH, None]}), parquet({"note_id": [1], "body": [b"x"]})],
        "pdf": [
            pdf([page, [], column(["a", "b"], x=300)], scans=[1]),
            pdf([page], password="secret"),
            pdf([page], fields=[(200, 600, "bisoprolol")], drawn=False),
            pdf([[(300, 300, "dos"), (60, 700, "uno"), (60, 500, "tres"), (60, 650, "cuatro")]]),
        ],
    }
