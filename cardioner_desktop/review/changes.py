"""What an edit changed, whole: enough to take it back, to do it again, and to keep it in a file without the text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cardioner_desktop.review.edits import Description
from cardioner_desktop.review.mention import Mention


@dataclass(frozen=True, slots=True)
class LetterChange:
    """The held mentions of one letter that went, those that came (the same ids where they were changed), and where the
    letter became reviewed or unreviewed, what it was and is. `key` names the letter by its text (see `work.Work`)."""

    key: str
    before: tuple[Mention, ...] = ()
    after: tuple[Mention, ...] = ()
    reviewed: tuple[bool, bool] | None = None

    @property
    def inverse(self) -> "LetterChange":
        """The change that takes this one back."""
        reviewed = None if self.reviewed is None else (self.reviewed[1], self.reviewed[0])
        return LetterChange(self.key, self.after, self.before, reviewed)


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as it came out; `thresholds` are those before and after, where it changed them."""

    description: Description
    letters: tuple[LetterChange, ...] = ()
    thresholds: tuple[Mapping[str, float], Mapping[str, float]] | None = None

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        thresholds = None if self.thresholds is None else (self.thresholds[1], self.thresholds[0])
        return Change(self.description, tuple(letter.inverse for letter in reversed(self.letters)), thresholds)


def combined(description: Description, changes: Iterable[Change]) -> Change:
    """One change that does what several do one after the other."""
    letters: dict[str, LetterChange] = {}
    thresholds = None
    for change in changes:
        for letter in change.letters:
            letters[letter.key] = _followed(letters[letter.key], letter) if letter.key in letters else letter
        if change.thresholds is not None:
            thresholds = (change.thresholds if thresholds is None else thresholds)[0], change.thresholds[1]
    kept = tuple(letter for letter in letters.values() if letter.before or letter.after or letter.reviewed)
    changed = sum(len({mention.id for mention in (*letter.before, *letter.after)}) for letter in kept)
    return Change(replace(description, mentions=changed, documents=len(kept)), kept, thresholds)


def _followed(first: LetterChange, second: LetterChange) -> LetterChange:
    came = {mention.id: mention for mention in first.after}
    before = [*first.before, *(mention for mention in second.before if mention.id not in came)]
    gone = {mention.id for mention in second.before}
    after = [*(mention for mention in first.after if mention.id not in gone), *second.after]
    same = {(mention.id, mention) for mention in before} & {(mention.id, mention) for mention in after}
    unchanged = {mention_id for mention_id, _ in same}
    reviewed = first.reviewed or second.reviewed
    if first.reviewed and second.reviewed:
        reviewed = None if first.reviewed[0] == second.reviewed[1] else (first.reviewed[0], second.reviewed[1])
    return LetterChange(
        first.key,
        tuple(mention for mention in before if mention.id not in unchanged),
        tuple(mention for mention in after if mention.id not in unchanged),
        reviewed,
    )
