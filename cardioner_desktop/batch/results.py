"""Outcomes in the journal: what is told of each document, and the counts of all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import time

from cardioner_desktop.batch import work
from cardioner_desktop.batch.journal import DONE, FAILED, FINISHED, GONE, REFUSED, STALE, WAITING, Journal
from cardioner_desktop.batch.tally import MENTIONS, Counted
from cardioner_desktop.batch.work import Facts, Outcome
from cardioner_desktop.core.document import Document, Provenance
from cardioner_desktop.reading.opening import Beside

WRITTEN = (DONE, STALE, GONE)
"""States of documents whose outputs are there."""


_BESIDE_NOW = "FROM beside JOIN sources ON source = sources.number WHERE walk >= ?"
_FAILED_NOW = "FROM documents JOIN sources ON source = sources.number WHERE documents.state = ? AND walk >= ?"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a batch is: documents by state, files not read yet, and inputs that are not there any more, whose outputs
    stay; and what is told of files `beside` their documents."""

    done: int
    failed: int
    waiting: int
    missing: int
    beside: Beside = field(default_factory=Beside)


def standing(journal: Journal) -> Standing:
    """Count what the journal holds."""
    states = dict(journal.rows("SELECT state, count(*) FROM documents GROUP BY state"))
    walk = last_walk(journal)
    return Standing(
        sum(states.get(state, 0) for state in WRITTEN),
        journal.number(f"SELECT count(*) {_FAILED_NOW}", FAILED, walk),
        journal.number("SELECT count(*) FROM sources WHERE state != ? AND walk = ?", FINISHED, walk),
        journal.number("SELECT count(*) FROM sources WHERE walk < ?", walk) + states.get(GONE, 0),
        Beside(*(journal.number(f"SELECT sum({what}) {_BESIDE_NOW}", walk) for what in ("blank", "numbered"))),
    )


def last_walk(journal: Journal) -> int:
    """The number of the last walk that went to its end."""
    told = journal.fact("walk")
    return int(told) if told.isdecimal() else 0


def failures(journal: Journal, *, most: int = -1) -> Iterator[tuple[str, str]]:
    """Ids of documents that failed, with their sentences, ordered by id; all where `most` is negative. Those of files
    that are not there any more have nothing left to be done about them."""
    query = f"SELECT documents.id, sentence {_FAILED_NOW} ORDER BY documents.id LIMIT ?"
    yield from journal.rows(query, FAILED, last_walk(journal), most)


def finished(journal: Journal) -> Iterator[Document]:
    """All documents whose outputs are there, without their texts, ordered by id (code points)."""
    query = (
        "SELECT id, language, name, version, packs.sha256 FROM documents LEFT JOIN packs ON pack = packs.number "
        "WHERE state != ? ORDER BY id"
    )
    for name, language, pack, version, sha256 in journal.rows(query, FAILED):
        made = None if pack is None else Provenance(pack, version, sha256)
        yield Document(name, "", language, provenance=made)


def labels(journal: Journal) -> list[str]:
    """All labels that were found, sorted."""
    return [
        label
        for (label,) in journal.rows(
            "SELECT DISTINCT label FROM tally WHERE kind != ? AND count > 0 ORDER BY 1", MENTIONS
        )
    ]


def known(journal: Journal, source: int, document_id: str) -> tuple[str, Mapping[str, str]]:
    """The SHA-256 of the text of a document that is done with the present recipe, else an empty one; and what is known
    of its outputs."""
    query = "SELECT number, state, recipe, sha256 FROM documents WHERE source = ? AND id = ?"
    row = next(journal.rows(query, source, document_id), None)
    if row is None:
        return "", {}
    number, state, recipe, sha256 = row
    outputs = dict(journal.rows("SELECT name, sha256 FROM outputs WHERE document = ?", number))
    valid = state in (DONE, STALE) and recipe == journal.recipe_number
    return (sha256 if valid else ""), outputs


def record(journal: Journal, outcome: Outcome, *, whole: bool) -> None:
    """Tell what became of a document; within `journal.writing`. `whole` says that it is all that its file holds."""
    if outcome.state == work.MOVING:  # it is looked at again; a watch waits until it stands still
        return
    if outcome.state == work.MISSING:  # what was made of it stays; no walk has met it, until one does again
        journal.base.execute("UPDATE sources SET walk = 0 WHERE number = ?", (outcome.source,))
        return
    if whole:
        _finish_source(journal, outcome.source, outcome.facts)
    if outcome.state == work.SAME:
        journal.base.execute(
            "UPDATE documents SET state = ? WHERE source = ? AND id = ? AND state = ?",
            (DONE, outcome.source, outcome.id, STALE),
        )
        return
    _put_document(journal, outcome)


def _put_document(journal: Journal, outcome: Outcome) -> None:
    query = "SELECT number, state, tally FROM documents WHERE source = ? AND id = ?"
    row = next(journal.rows(query, outcome.source, outcome.id), None)
    state = DONE if outcome.state == work.DONE else FAILED
    values = (
        state, outcome.sentence, outcome.text_sha256, outcome.language, _pack(journal, outcome.provenance),
        journal.recipe_number, journal.run_number, time(), outcome.characters,
    )  # fmt: skip
    if row is None:
        number = journal.base.execute(
            "INSERT INTO documents (source, id, state, sentence, sha256, language, pack, recipe, run, finished, "
            "characters, tally) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (outcome.source, outcome.id, *values),
        ).lastrowid
    else:
        number = row[0]
        _count(journal, _numbers(row[2]), -1)
        journal.base.execute(
            "UPDATE documents SET state = ?, sentence = ?, sha256 = ?, language = ?, pack = ?, recipe = ?, run = ?, "
            "finished = ?, characters = ?, tally = '' WHERE number = ?",
            (*values, number),
        )
    if state == DONE:
        counted = {_counted(journal, thing): count for thing, count in outcome.tally}
        _count(journal, counted, 1)
        told = " ".join(f"{thing}:{count}" for thing, count in counted.items())
        journal.base.execute("UPDATE documents SET tally = ? WHERE number = ?", (told, number))
        journal.base.executemany(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)",
            [(number, one.name, one.size, one.sha256) for one in outcome.outputs],
        )


def finish_container(journal: Journal, source: int, facts: Facts | None, beside: Beside, *, complete: bool) -> None:
    """A file with many documents was read as far as it goes. Those that a `complete` one has no more are told so; else
    they stay as they were. Within `writing`."""
    _finish_source(journal, source, facts)
    journal.base.execute("INSERT OR REPLACE INTO beside VALUES (?, ?, ?)", (source, beside.blank, beside.numbered))
    left = GONE if complete else DONE
    journal.base.execute("UPDATE documents SET state = ? WHERE source = ? AND state = ?", (left, source, STALE))
    if complete:  # what failed before and was not met again; outputs of an earlier day stay
        unmet = "source = ? AND state = ? AND finished = 0"
        written = "EXISTS (SELECT 1 FROM outputs WHERE document = documents.number)"
        journal.base.execute(f"DELETE FROM documents WHERE {unmet} AND NOT {written}", (source, FAILED))
        journal.base.execute(f"UPDATE documents SET state = ? WHERE {unmet}", (GONE, source, FAILED))


def open_container(journal: Journal, source: int) -> None:
    """A file with many documents is going to be read: none of them is known to be in it still. Within `writing`."""
    journal.base.execute("UPDATE documents SET state = ? WHERE source = ? AND state = ?", (STALE, source, DONE))
    journal.base.execute("UPDATE documents SET finished = 0 WHERE source = ? AND state = ?", (source, FAILED))


def retry_failures(journal: Journal) -> int:
    """Let every file with a document that failed be read again; how many there are."""
    with journal.writing():
        return journal.base.execute(
            "UPDATE sources SET state = ? WHERE state = ? AND substr(key, 1, 1) != ? "
            "AND number IN (SELECT source FROM documents WHERE state = ?)",
            (WAITING, FINISHED, REFUSED, FAILED),
        ).rowcount


def redo_others(journal: Journal) -> int:
    """Let every file be read again whose documents were made with another recipe; how many there are."""
    with journal.writing():
        return journal.base.execute(
            "UPDATE sources SET state = ? WHERE state = ? AND substr(key, 1, 1) != ? "
            "AND number IN (SELECT source FROM documents WHERE recipe != ?)",
            (WAITING, FINISHED, REFUSED, journal.recipe_number),
        ).rowcount


def wait_again(journal: Journal, sources: Sequence[int]) -> None:
    """Files have to be read again. Within `writing`."""
    journal.base.executemany("UPDATE sources SET state = ? WHERE number = ?", [(WAITING, one) for one in sources])


def _finish_source(journal: Journal, source: int, facts: Facts | None) -> None:
    if facts is None:
        journal.base.execute("UPDATE sources SET state = ? WHERE number = ?", (FINISHED, source))
        return
    journal.base.execute(
        "UPDATE sources SET state = ?, size = ?, mtime_ns = ?, sha256 = ? WHERE number = ?",
        (FINISHED, facts.size, facts.mtime_ns, facts.sha256, source),
    )


def _pack(journal: Journal, made: Provenance | None) -> int | None:
    if made is None:
        return None
    values = (made.pack, made.version, made.sha256)
    journal.base.execute("INSERT OR IGNORE INTO packs (name, version, sha256) VALUES (?, ?, ?)", values)
    return journal.number("SELECT number FROM packs WHERE name = ? AND version = ? AND sha256 = ?", *values)


def _counted(journal: Journal, thing: Counted) -> int:
    values = (thing.kind, thing.label, thing.key)
    journal.base.execute("INSERT OR IGNORE INTO tally (kind, label, key, count) VALUES (?, ?, ?, 0)", values)
    return journal.number("SELECT number FROM tally WHERE kind = ? AND label = ? AND key = ?", *values)


def _count(journal: Journal, counts: Mapping[int, int], sign: int) -> None:
    journal.base.executemany(
        "UPDATE tally SET count = count + ? WHERE number = ?",
        [(sign * count, number) for number, count in counts.items()],
    )


def _numbers(told: str) -> Counter[int]:
    pairs: Counter[int] = Counter()
    for pair in told.split():
        number, _, count = pair.partition(":")
        with suppress(ValueError):
            pairs[int(number)] += int(count)
    return pairs


def output_names(journal: Journal, source: int) -> Iterator[Path]:
    """The outputs of the documents of a file, below the folder of the batch."""
    query = "SELECT name FROM outputs JOIN documents ON document = documents.number WHERE source = ? AND state = ?"
    for (name,) in journal.rows(query, source, DONE):
        yield Path(name)
