"""What a person did to one text, without the text: kept while the letter is open, closed, or not opened again yet."""

from dataclasses import dataclass, field
from hashlib import blake2b

from cardioner_desktop.review.changes import LetterChange
from cardioner_desktop.review.mention import Mention


@dataclass(slots=True)
class Work:
    """Decisions on one text.

    `key` is the digest of the text, with a number behind it for a second letter of the same text. `document_id` and
    `path` are what the letter was last called and where it lay, empty where nobody said. `held` are the mentions that
    a person decided, wrote a note on, or read from a file, by id. `edited` says whether an edit has touched it.
    `closed_on` is the day on which the letter was closed, as `2026-11-23`; empty while it is open. `language` is what a
    person chose for the letter, empty where it is detected.
    """

    key: str
    document_id: str = ""
    path: str = ""
    is_open: bool = False
    held: dict[int, Mention] = field(default_factory=dict)
    reviewed: bool = False
    edited: bool = False
    next_id: int = 1
    closed_on: str = ""
    language: str = ""

    def take(self, change: LetterChange) -> None:
        """Do what a change says; to do it twice is to do it once."""
        for mention in change.before:
            self.held.pop(mention.id, None)
        for mention in change.after:
            self.held[mention.id] = mention
        self.next_id = max(self.next_id, *(mention.id + 1 for mention in (*change.before, *change.after)), 1)
        if change.reviewed is not None:
            self.reviewed = change.reviewed[1]
        self.edited = True

    def copy(self) -> "Work":
        """One that changes apart."""
        return Work(
            self.key,
            self.document_id,
            self.path,
            self.is_open,
            dict(self.held),
            self.reviewed,
            self.edited,
            self.next_id,
            self.closed_on,
            self.language,
        )

    @property
    def is_kept(self) -> bool:
        """Whether a person did something here that is kept when the letter is closed."""
        return self.edited or bool(self.language)

    @property
    def text_digest(self) -> str:
        """The digest of the text alone."""
        return self.key.partition("-")[0]


def digest(text: str) -> str:
    """What names a text, in 32 hexadecimal digits; the text cannot be had back from it."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
