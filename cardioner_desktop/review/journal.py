"""The journal of a session: one JSON object a line, in the order in which things were done.

The first line names the format and its version and says what the file holds. Then, in any order:
- `{"open": KEY, "id": ..., "path": ..., "language": ...}` and `{"close": KEY, "on": DAY}`: letters that came and went,
  the language where a person chose one;
- `{"listed": [PATH, ...], "reason": ..., "names": [ID, ...]}` and `{"unlisted": [PATH, ...]}`: files in the list of
  which no letter is open, because they wait or have failed for a reason, `names` where they are known;
- `{"left": KEY, "at": OFFSET}`: where a person was;
- `{"edit": CHANGE}`, with `"joined": true` where it is undone with the one before; `{"undo": 1}`, `{"redo": 1}`;
- in a journal that was written anew: `{"work": ...}` for each letter, `{"thresholds": ...}`, and `{"past": CHANGE}`,
  `{"future": CHANGE}` for what can be undone and done again, the next one last.

KEY is a digest of the letter's text. Never in it: the text, or any part of it, but for what a person wrote into a note.
A last line without its end was being written when the program was killed, and is dropped.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cardioner_desktop.review.changes import Change, LetterChange
from cardioner_desktop.review.edits import Description
from cardioner_desktop.review.ledger import (
    Closed,
    Edited,
    Forgotten,
    Ledger,
    Left,
    Listed,
    Opened,
    Record,
    Redone,
    Undone,
    Unlisted,
)
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.review.span_values import of_type, span_of, span_value
from cardioner_desktop.review.work import Work

VERSION = 2  # 2 brought what waits or failed, and where she left
HEADER = {
    "cardioner": "review",
    "version": VERSION,
    "holds": "Decisions on letters: digests, names and paths of letters; offsets, labels, scores, codes and notes of "
    "mentions. Never the text of a letter.",
}


class NewerVersion(Exception):  # noqa: N818 - a case, no defect
    """The journal was written by a newer program; nothing of it was read."""


class Damaged(Exception):  # noqa: N818
    """A line in the midst of the journal is none of ours; `ledger` holds what the lines before it say."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("a line cannot be read")
        self.ledger = ledger


def line(value: Mapping[str, Any]) -> bytes:
    """A journal line, its end included; plain ASCII."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def record_value(record: Record) -> dict[str, Any]:
    """A record as its line has it."""
    match record:
        case Opened(key, document_id, path, language):
            # Older programs read a line with more in it, and no line that is new to them.
            return {"open": key, "id": document_id, "path": path, **({"language": language} if language else {})}
        case Closed(key, on):
            return {"close": key, "on": on}
        case Edited(change, joined):
            return {"edit": _change_value(change), **({"joined": True} if joined else {})}
        case Listed(paths, reason, names):
            return {"listed": list(paths), "reason": reason, **({"names": list(names)} if names else {})}
        case Unlisted(paths):
            return {"unlisted": list(paths)}
        case Left(key, offset):
            return {"left": key, "at": offset}
        case Undone():
            return {"undo": 1}
        case Redone():
            return {"redo": 1}
        case Forgotten():
            raise ValueError("What is forgotten leaves no line; the journal is written anew.")


def ledger_values(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The lines of a journal that says in one go what a long one said step by step, the header first."""
    yield HEADER
    for work in ledger.works.values():
        if work.is_kept or work.is_open:
            yield {
                "work": work.key,
                "id": work.document_id,
                "path": work.path,
                "is_open": work.is_open,
                "held": [_mention_value(mention) for mention in work.held.values()] if work.edited else [],
                "reviewed": work.reviewed,
                "edited": work.edited,
                "next_id": work.next_id,
                "closed_on": work.closed_on,
                "language": work.language,
            }
    reasons = sorted(set(ledger.listed.values()))
    for reason in reasons:
        paths = tuple(path for path, why in ledger.listed.items() if why == reason)
        for named in (True, False):
            if some := tuple(path for path in paths if (path in ledger.names) is named):
                yield record_value(Listed(some, reason, tuple(ledger.names[path] for path in some if named)))
    if ledger.left is not None:
        yield record_value(ledger.left)
    yield {"thresholds": dict(ledger.thresholds)}
    for change in ledger.done:
        yield {"past": _change_value(change)}
    for change in ledger.undone:
        yield {"future": _change_value(change)}


def read(content: bytes) -> tuple[Ledger, int]:
    """What a journal says, and how many of its bytes are whole lines.

    Raises NewerVersion, and Damaged for anything that cannot have come from a program killed while writing.
    """
    ledger = Ledger()
    whole = content.rfind(b"\n") + 1
    lines = content[:whole].split(b"\n")[:-1]
    try:
        for number, one in enumerate(lines):
            value = json.loads(one)
            if number == 0:
                _check_header(value)
            else:
                _take(ledger, value)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Damaged(ledger) from error
    return ledger, whole


def _check_header(value: dict[str, Any]) -> None:
    if value["cardioner"] != "review":
        raise ValueError("This is no journal of a review.")
    if value["version"] > VERSION:
        raise NewerVersion


def _take(ledger: Ledger, value: dict[str, Any]) -> None:
    match value:
        case {"edit": change}:
            ledger.take(Edited(_change(change), of_type(bool, value.get("joined", False))))
        case {"undo": _}:
            ledger.take(Undone())
        case {"redo": _}:
            ledger.take(Redone())
        case {"open": key, "id": document_id, "path": path}:
            language = of_type(str, value.get("language", ""))
            ledger.take(Opened(of_type(str, key), of_type(str, document_id), of_type(str, path), language))
        case {"close": key}:
            ledger.take(Closed(of_type(str, key), of_type(str, value.get("on", ""))))
        case {"listed": paths, "reason": reason}:
            names = tuple(of_type(str, name) for name in value.get("names", ()))
            ledger.take(Listed(tuple(of_type(str, path) for path in paths), of_type(str, reason), names))
        case {"unlisted": paths}:
            ledger.take(Unlisted(tuple(of_type(str, path) for path in paths)))
        case {"left": key, "at": offset}:
            ledger.take(Left(of_type(str, key), of_type(int, offset)))
        case {"work": key}:
            held = {mention.id: mention for mention in map(_mention, value["held"])}
            ledger.add(
                Work(
                    of_type(str, key),
                    of_type(str, value["id"]),
                    of_type(str, value["path"]),
                    of_type(bool, value["is_open"]),
                    held,
                    of_type(bool, value["reviewed"]),
                    of_type(bool, value["edited"]),
                    of_type(int, value["next_id"]),
                    of_type(str, value.get("closed_on", "")),
                    of_type(str, value.get("language", "")),
                )
            )
        case {"thresholds": thresholds}:
            ledger.thresholds = _thresholds(thresholds)
        case {"past": change}:
            ledger.done.append(_change(change))
        case {"future": change}:
            ledger.undone.append(_change(change))
        case _:
            raise ValueError("This line says nothing that is known.")


def _change_value(change: Change) -> dict[str, Any]:
    done = change.description
    value: dict[str, Any] = {"did": [done.key, done.mentions, done.documents, done.label]}
    if change.letters:
        value["letters"] = [_letter_value(letter) for letter in change.letters]
    if change.thresholds is not None:
        value["thresholds"] = [dict(thresholds) for thresholds in change.thresholds]
    return value


def _change(value: dict[str, Any]) -> Change:
    key, mentions, documents, label = value["did"]
    before_after = value.get("thresholds")
    return Change(
        Description(of_type(str, key), of_type(int, mentions), of_type(int, documents), of_type(str, label)),
        tuple(map(_letter, value.get("letters", ()))),
        None if before_after is None else (_thresholds(before_after[0]), _thresholds(before_after[1])),
    )


def _thresholds(value: dict[str, Any]) -> dict[str, float]:
    found = {label: float(threshold) for label, threshold in value.items()}
    if not all(0.0 <= threshold <= 1.0 for threshold in found.values()):
        raise ValueError("A threshold lies between 0 and 1.")
    return found


def _letter_value(letter: LetterChange) -> dict[str, Any]:
    value: dict[str, Any] = {"key": letter.key}
    if letter.before:
        value["before"] = [_mention_value(mention) for mention in letter.before]
    if letter.after:
        value["after"] = [_mention_value(mention) for mention in letter.after]
    if letter.reviewed is not None:
        value["reviewed"] = list(letter.reviewed)
    return value


def _letter(value: dict[str, Any]) -> LetterChange:
    reviewed = value.get("reviewed")
    return LetterChange(
        of_type(str, value["key"]),
        tuple(map(_mention, value.get("before", ()))),
        tuple(map(_mention, value.get("after", ()))),
        None if reviewed is None else (of_type(bool, reviewed[0]), of_type(bool, reviewed[1])),
    )


def _mention_value(mention: Mention) -> dict[str, Any]:
    value = {"id": mention.id, "state": mention.state.value, "span": span_value(mention.span)}
    return value if mention.origin is None else {**value, "origin": span_value(mention.origin)}


def _mention(value: dict[str, Any]) -> Mention:
    origin = value.get("origin")
    return Mention(
        of_type(int, value["id"]),
        span_of(value["span"]),
        State(value["state"]),
        None if origin is None else span_of(origin),
    )
