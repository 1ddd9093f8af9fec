"""What a person did to one text, without the text: kept while the letter is open, closed, or not opened again yet."""

from dataclasses import dataclass, field
from hashlib import blake2b

from cardioner_desktop.review.changes import LetterChange
from cardioner_desktop.review.mention import Mention


@dataclass(slots=True)
class Work:
    """Decisions on one text. `key` is the digest of the text, with a number behind it for a second letter of the same
    text; `document_id` and `path` are what the letter was last called and where it lay, empty where nobody said."""

    key: str
    document_id: str = ""
    path: str = ""
    held: dict[int, Mention] = field(default_factory=dict)
    reviewed: bool = False
    next_id: int = 1

    def take(self, change: LetterChange) -> None:
        """Do what a change says."""
        for mention in change.before:
            self.held.pop(mention.id, None)
        for mention in change.after:
            self.held[mention.id] = mention
            self.next_id = max(self.next_id, mention.id + 1)
        for mention in change.before:
            self.next_id = max(self.next_id, mention.id + 1)
        if change.reviewed is not None:
            self.reviewed = change.reviewed[1]

    @property
    def touched(self) -> bool:
        """Whether there is anything to keep."""
        return self.reviewed or bool(self.held)


def digest(text: str) -> str:
    """What names a text, in 32 hexadecimal digits; the text cannot be had back from it."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
