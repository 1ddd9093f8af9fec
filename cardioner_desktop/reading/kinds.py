"""The kinds of files that can be read, by the ending of their name."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what people call it, the module that reads it, the endings of its names.

    A `container` may hold several documents, whose ids lie below the file's; a `streamed` one is read row by row,
    whatever its size.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    container: bool = False
    streamed: bool = False


PLAIN = Kind("plain text", "", (".txt",))
KINDS = (
    PLAIN,
    Kind("Word", "docx", (".docx", ".docm", ".dotx", ".dotm")),
    Kind("old Word", "doc", (".doc",)),  # so that none is passed over in silence
    Kind("PDF", "pdf", (".pdf",)),
    Kind("RTF", "rtf", (".rtf",)),
    Kind("OpenDocument", "odt", (".odt", ".ott")),
    Kind("HTML", "html", (".html", ".htm", ".xhtml")),
    Kind("XML", "xml", (".xml", ".cda")),
    Kind("FHIR JSON", "fhir", (".json",), container=True),
    Kind("HL7 v2", "hl7v2", (".hl7", ".hl7v2"), container=True),
    Kind("table", "rows", (".csv", ".tsv"), container=True, streamed=True),
    Kind("JSON lines", "jsonl", (".jsonl", ".ndjson"), container=True, streamed=True),
    Kind("Parquet", "parquet", (".parquet",), container=True, streamed=True),
    Kind("zip", "archive", (".zip",), container=True),
)

_BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
_ADVICE = {
    ".dot": "is an old Word file; save it as .docx",
    ".pages": "is a Pages file; export it as .docx or PDF",
    ".msg": "is an Outlook message; save its text as .txt",
    ".xlsx": "is a workbook; save its sheet as CSV with an id and a text column",
    ".xls": "is a workbook; save its sheet as CSV with an id and a text column",
    ".7z": "is a packed archive of another kind; pack it as .zip",
    ".rar": "is a packed archive of another kind; pack it as .zip",
    ".tar": "is a packed archive of another kind; pack it as .zip",
    ".gz": "is a packed file; unpack it",
    ".jpg": "is a picture; recognise its text first",
    ".jpeg": "is a picture; recognise its text first",
    ".png": "is a picture; recognise its text first",
    ".tif": "is a picture; recognise its text first",
    ".tiff": "is a picture; recognise its text first",
    ".dcm": "is a DICOM file; export its report as text",
}
ENDINGS = tuple(_BY_ENDING)


def kind_of(path: PurePath) -> Kind | None:
    """The kind of a file by its name; `None` where it is none that can be read."""
    return _BY_ENDING.get(path.suffix.lower())


def advice_for(path: PurePath) -> str:
    """What to do with a file that cannot be read, as the end of a sentence that begins with its name."""
    known = "use .txt, .docx, .odt, .rtf, .pdf, .html, .xml, .json (FHIR), .hl7, .csv, .jsonl, .parquet or .zip"
    return _ADVICE.get(path.suffix.lower(), f"is of a kind that cannot be read; {known}")
