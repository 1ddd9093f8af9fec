"""Which columns of a table hold the id and the text of its letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.piece import quoted

IDS = (
    "note_id", "document_id", "doc_id", "report_id", "id_documento", "id_informe", "id_nota", "id_referto", "id",
    "uuid", "identifier", "record_id", "episode_id", "filename", "file_name", "file", "name", "documento", "nombre",
    "nome", "codigo", "código", "codice", "row_id", "idx",
)  # fmt: skip
"""Names of columns with ids, those first that speak of documents."""

TEXTS = (
    ("text", "note_text", "texto", "testo", "document_text", "report_text", "clinical_text", "full_text"),
    ("body", "note", "report", "letter", "content", "informe", "nota", "carta", "contenido", "cuerpo", "referto",
     "contenuto", "lettera", "lettera_di_dimissione", "epicrisis", "description"),
)  # fmt: skip
"""Names of columns with texts, in two ranks: the second counts where the first has none."""

LANGUAGES = ("language", "lang", "idioma", "lengua", "lingua", "language_code")
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The columns that a person named; `None` where the program is to find them."""

    id: str | None = None
    text: str | None = None


FOUND_BY_NAME = Asked()


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand, counted from 0. `id` is `None` where rows are numbered, `language` where it is told from
    the text."""

    id: int | None
    text: int
    language: int | None


def find_columns(names: Sequence[str], asked: Asked) -> Columns:
    """The columns of id, text and language among those of a table.

    Raises ReadingError that lists the columns where none, or more than one, may hold the text.
    """
    known = [" ".join(name.replace("_", " ").split()).strip("\ufeff").casefold() for name in names]
    return Columns(
        _asked(names, asked.id) if asked.id is not None else _first(known, IDS),
        _asked(names, asked.text) if asked.text is not None else _text(names, known),
        _first(known, LANGUAGES),
    )


def _asked(names: Sequence[str], asked: str) -> int:
    found = [index for index, name in enumerate(names) if name == asked]
    found = found or [index for index, name in enumerate(names) if name.strip().casefold() == asked.strip().casefold()]
    if not found:
        raise ReadingError(f"has no column called {asked}, but {_listed(names)}; name one of them")
    if len(found) > 1:
        raise ReadingError(f"has {len(found)} columns called {asked}; rename one of them")
    return found[0]


def _first(known: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((known.index(name) for name in map(_plain, wanted) if name in known), None)


def _text(names: Sequence[str], known: Sequence[str]) -> int:
    for rank in TEXTS:
        found = [index for index, name in enumerate(known) if name in map(_plain, rank)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = _listed([names[index] for index in found])
            raise ReadingError(f"has several columns that may hold the text ({listed}); say which with --text-column")
    raise ReadingError(
        f"has no column called text or note_text, but {_listed(names)}; say which holds the text with --text-column"
    )


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(quoted(name) for name in names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return shown or "none at all"
