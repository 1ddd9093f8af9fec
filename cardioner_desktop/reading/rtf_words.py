"""Words of RTF that say where text goes, what it is, and how its bytes are to be read."""

BODY, MUTE, SYMBOL = "", "mute", "symbol"
"""The text itself, what is left out, and the encoding of the font Symbol."""

DESTINATIONS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    "footnote": "footnotes",
    "shptxt": "text box",
    **dict.fromkeys(
        (
            *("fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "objclass", "objname", "fldinst", "upr"),
            *("shpinst", "shprslt", "sp", "themedata", "colorschememapping", "datastore", "latentstyles", "listtable"),
            *("listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "filetbl", "ftnsep", "ftnsepc"),
            *("ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "bkmkstart", "bkmkend", "annotation", "atnid"),
            *("atnauthor", "template", "nonesttables", "private", "docvar"),
        ),
        MUTE,
    ),
}
"""Where the text of a group goes that begins with such a word. `ud` says in Unicode what `upr` says in bytes."""

CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "cell": "\t", "nestcell": "\t", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
ENDS = frozenset(("par", "sect", "page", "column", "row", "nestrow"))
CHARACTER_SETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip


def known_encoding(encoding: str) -> str:
    """An encoding of Python, empty for that of the file; Windows' Western page where Python knows none of the name."""
    names = {"cp10000": "mac_roman", "cp0": "", "cp1": "", "cp65001": "utf-8", "cp936": "gbk", "cp28591": "latin_1"}
    name = names.get(encoding, encoding)
    try:
        "".encode(name or "cp1252")
    except LookupError:
        return "cp1252"
    return name
