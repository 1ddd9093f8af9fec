"""Small dumps and letters for the tests of the corpus, all written for them."""

import bz2
import json
from pathlib import Path

LETTER = (
    "La paciente acude a urgencias por un dolor opresivo en el pecho que comenzó tres horas antes de la consulta.",
    "Exploración",
    "Se ausculta un soplo sistólico en el foco mitral y la tensión arterial es normal en ambos brazos esa tarde.",
)
OTHER_LETTER = (
    "El enfermo fue operado de una hernia inguinal hace varios años y no ha vuelto a tener molestias desde entonces.",
    "Se le recomienda caminar todos los días y volver a la consulta de cirugía dentro de seis meses para una revisión.",
)

_ANEMIA = """{{Ficha de enfermedad
| nombre = Anemia | CIE10 = {{CIE-10|D|50}} }}
[[Archivo:Sangre.jpg|thumb|Un frotis de [[sangre]]]]
La '''anemia''' ({{lang-grc|ἀναιμία}}) es \
la falta de [[Hemoglobina|hemoglobina]]<ref>{{cita libro|a=1}}</ref>; \
el límite es de {{unidad|13|g/dl}} en los varones &mdash; y algo menos en las mujeres.<ref name="a" />

== Causas ==
* Falta de [[hierro]].
* Pérdida de sangre por el [[tubo digestivo]], que a menudo no se ve.<br>Una colonoscopia la muestra.

{| class="wikitable"
! Grado !! Hb
|-
| Leve || 11
|}
=== Detalle ===
Más en [https://example.org/anemia la guía] de la sociedad. <!-- revisar -->

== Véase también ==
* [[Leucemia]]
=== Otros ===
* [[Policitemia]]

== Tratamiento ==
El hierro se toma por la boca en ayunas y las heces se vuelven oscuras mientras dura el tratamiento.

== Referencias ==
{{listaref}}
[[Categoría:Anemias]]
[[en:Anemia]]
"""


def _page(title: str, text: str, *, number: int, kind: int = 0, redirect: str = "") -> str:
    to = f'<redirect title="{redirect}" />' if redirect else ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<page><title>{title}</title><ns>{kind}</ns><id>{number}</id>{to}"
        f'<revision><id>{number}</id><text xml:space="preserve">{escaped}</text></revision></page>\n'
    )


def wikipedia_xml() -> str:
    """A dump of five pages: an article with every kind of mark-up, a redirect, a talk page, a town, an empty one."""
    pages = [
        _page("Anemia", _ANEMIA, number=1),
        _page("Anemia ferropénica", "#REDIRECCIÓN [[Anemia]]", number=2, redirect="Anemia"),
        _page("Discusión:Anemia", "Esto no es un artículo.", number=3, kind=1),
        _page("Villanueva", "Villanueva es un municipio.", number=4),
        _page("Gripe", "", number=5),
    ]
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="es">\n'
        f"<siteinfo><dbname>eswiki</dbname></siteinfo>\n{''.join(pages)}</mediawiki>\n"
    )


def wikipedia(folder: Path) -> Path:
    file = folder / "eswiki-pages-articles.xml.bz2"
    file.write_bytes(bz2.compress(wikipedia_xml().encode()))
    return file


def _claim(value: str, *, rank: str = "normal") -> list[dict[str, object]]:
    return [{"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": rank}]


def _item(number: int, title: str, claims: dict[str, object], *, aliases: list[str] | None = None) -> dict[str, object]:
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {"es": {"language": "es", "value": title.lower()}},
        "descriptions": {"es": {"language": "es", "value": f"cosa llamada {title}"}},
        "aliases": {"es": [{"language": "es", "value": alias} for alias in aliases]} if aliases else [],
        "claims": claims,
        "sitelinks": {"eswiki": {"site": "eswiki", "title": title}},
    }


def wikidata_lines() -> list[str]:
    """Four items: two medical ones, a town, and one whose only identifier is deprecated."""
    items = [
        _item(1, "Anemia", {"P494": _claim("D50"), "P31": _claim("Q2")}, aliases=["falta de sangre", "anemia"]),
        _item(2, "Gripe", {"P486": _claim("D007251")}),
        _item(3, "Villanueva", {"P31": _claim("Q4")}),
        _item(4, "Mal de ojo", {"P2892": _claim("C1", rank="deprecated")}),
    ]
    return ["[", *(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "," for item in items[:-1]),
            json.dumps(items[-1], ensure_ascii=False, separators=(",", ":")), "]"]  # fmt: skip


def wikidata(folder: Path) -> Path:
    file = folder / "wikidata-all.json.bz2"
    file.write_bytes(bz2.compress("\n".join(wikidata_lines()).encode()))
    return file


def letters(folder: Path, *texts: tuple[str, ...]) -> Path:
    """A folder with one text file a letter."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, paragraphs in enumerate(texts):
        (folder / f"letter{number}.txt").write_text("\n".join(paragraphs), encoding="utf-8")
    return folder
