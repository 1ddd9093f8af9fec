"""How much of the machine one file may take, so that no file, broken or hostile, stops the others."""

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for each file that is not plain text."""

    file_bytes: int = 64 * MIB
    """A letter has some thousand; tables, read row by row, and archives, read entry by entry, have no bound."""
    unpacked_bytes: int = 256 * MIB
    """Of all that a DOCX, an ODT or an archive within an archive holds."""
    ratio: int = 300
    """Unpacked to packed bytes of one entry; XML of documents reaches 40, bombs 1,000."""
    entries: int = 20_000
    """Of a DOCX, an ODT or an archive within an archive."""
    archive_entries: int = 500_000
    """Of an archive: their list takes some 300 bytes for each."""
    nesting: int = 3
    """Archives within archives."""
    characters: int = 64 * MIB
    """Of one text."""
    documents: int = 5_000_000
    """Of one table: a hospital of 2,000 beds writes as many in some years."""
    texts_ratio: int = 300
    """Characters of all texts to bytes of the file, above the first 64 Mi; columns of Parquet reach 30."""
    seconds: float = 60.0
    """Without the next text from the parser; a thousand pages of PDF take some seconds."""
    memory_bytes: int = 2048 * MIB
    """Of the parser process."""


DEFAULT = Limits()
