"""Where a document's files go below a folder."""

from pathlib import Path, PurePosixPath

from cardioner_desktop.errors import CardioNerError


def file_below(folder: Path, document_id: str, ending: str) -> Path:
    """The file of a document; raises CardioNerError where its id would lead out of the folder."""
    place = PurePosixPath(document_id)
    file = folder / f"{place}{ending}"
    if (
        not file.is_relative_to(folder)
        or ".." in file.relative_to(folder).parts
        or not place.name
        or "\0" in document_id
    ):
        raise CardioNerError(f"A document cannot be written under the name {document_id!r}; give it a relative path.")
    return file
