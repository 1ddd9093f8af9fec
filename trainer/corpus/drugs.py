"""Drug descriptions: tables with a name and describing columns, or DrugBank's full XML."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError
from cardioner_desktop.paths import shown
from trainer.corpus.streams import PACKED, Meter, bytes_of, opened
from trainer.corpus.tables import rows
from trainer.corpus.texts import Text

ENDINGS = (".csv", ".tsv", ".txt", ".xml")
_NAMES = frozenset(
    """name drug drug_name medicine medicine_name name_of_medicine nombre nombre_del_medicamento medicamento farmaco
    nome denominazione principio_activo principio_attivo""".split()
)
_DESCRIPTIONS = (
    frozenset("description descripcion descrizione summary resumen text texto testo".split()),
    frozenset(
        """indication indications therapeutic_indication condition_indication therapeutic_area_mesh indicacion
        indicaciones indicazione indicazioni""".split()
    ),
    frozenset("pharmacodynamics farmacodinamia farmacodinamica".split()),
    frozenset("mechanism_of_action mecanismo_de_accion meccanismo_d_azione".split()),
    frozenset(
        "toxicity side_effects adverse_reactions efectos_secundarios reacciones_adversas effetti_collaterali".split()
    ),
    frozenset("dosage posology posologia dosis".split()),
)
_ELEMENTS = ("description", "indication", "pharmacodynamics", "mechanism-of-action", "toxicity", "metabolism")


def texts(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    """One text a drug: its name, then each description that it has.

    A drug without a name is a Failure; one without any description is left out. Raises FormatError where the file is
    neither such a table nor DrugBank's XML, or is cut off.
    """
    meter.begin("drugs", bytes_of([file]))
    is_xml = file.name.lower().endswith(tuple(f".xml{packed}" for packed in PACKED))
    for found in _elements(file, meter) if is_xml else _rows(file, meter):
        if isinstance(found, Failure) or len(found.paragraphs) > 1:
            yield found


def _rows(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    described = False
    for row in rows(file, meter, columns=(_NAMES, *_DESCRIPTIONS), needed=1):
        if isinstance(row, Failure):
            yield row
            continue
        lines = [line for field in row.fields for line in field.splitlines() if line.strip()]
        described = described or len(lines) > 1
        yield Text(row.fields[0], tuple(lines))
    if not described:
        raise FormatError(f"{shown(file)} has no column that describes drugs; name one `description`.")


def _elements(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    name = shown(file)
    with opened(file, meter) as stream:
        try:
            events = ElementTree.iterparse(stream, events=("start", "end"))
            _, root = next(events)
            if root.tag.rpartition("}")[2] != "drugbank":
                raise FormatError(
                    f"{name} is not DrugBank's XML; give that file, or a table with a description column."
                )
            depth = 1
            for event, element in events:
                depth += 1 if event == "start" else -1
                if event == "end" and depth == 1:  # drugs stand inside drugs too, as members of pathways
                    yield _drug(element)
                    root.clear()
        except ElementTree.ParseError as error:
            line = error.position[0]
            raise FormatError(f"{name} is damaged or cut off at line {line}; copy or download it again.") from error


def _drug(element: ElementTree.Element) -> Text | Failure:
    name = element.findtext("{*}name", "").strip()
    if not name:
        return Failure(element.findtext("{*}drugbank-id", "?"), "it has no name.")
    described = (element.findtext(f"{{*}}{kind}") or "" for kind in _ELEMENTS)
    return Text(name, (name, *(line for text in described for line in text.splitlines() if line.strip())))
