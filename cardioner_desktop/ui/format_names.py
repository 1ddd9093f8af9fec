"""What the formats of an export are called, and what they are for."""

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.formats.kinds import Format


def format_name(form: Format) -> str:
    """A format as a person calls it."""
    names = {
        "brat": QCoreApplication.translate("Formats", "brat standoff (.txt and .ann)"),
        "table": QCoreApplication.translate("Formats", "Table for the MultiCardioNER scorer (.tsv)"),
        "conll": QCoreApplication.translate("Formats", "CoNLL columns"),
        "json": QCoreApplication.translate("Formats", "JSON"),
        "csv": QCoreApplication.translate("Formats", "Spreadsheet table (.csv)"),
        "xlsx": QCoreApplication.translate("Formats", "Excel workbook (.xlsx)"),
        "html": QCoreApplication.translate("Formats", "One web page with all letters"),
        "pages": QCoreApplication.translate("Formats", "A web page for each letter"),
    }
    return names.get(form.name, form.name)


def format_purpose(form: Format) -> str:
    """What a format is good for, in one sentence."""
    purposes = {
        "brat": QCoreApplication.translate(
            "Formats", "A folder ready for a brat server, and for opening here again with everything in it."
        ),
        "table": QCoreApplication.translate(
            "Formats", "One mention a row, as the scorer of the MultiCardioNER task reads it."
        ),
        "conll": QCoreApplication.translate("Formats", "One word a line with BIO tags, for training other models."),
        "json": QCoreApplication.translate("Formats", "Texts, mentions, scores and codes, for programs."),
        "csv": QCoreApplication.translate(
            "Formats", "One mention a row with its sentence, confirmed or not; opens in any spreadsheet."
        ),
        "xlsx": QCoreApplication.translate(
            "Formats", "One mention a row with its sentence, confirmed or not; a second sheet counts for each document."
        ),
        "html": QCoreApplication.translate(
            "Formats", "The letters with their highlights, to read and to print; one file that needs nothing else."
        ),
        "pages": QCoreApplication.translate(
            "Formats", "Each letter with its highlights, to read and to print; every file stands alone."
        ),
    }
    return purposes.get(form.name, "")
