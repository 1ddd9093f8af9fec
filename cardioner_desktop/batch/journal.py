"""The journal of a batch: which documents there are, what became of each, and what has been counted; in SQLite.

What it calls done was safe on the disk before it was told. It holds names and paths of documents, digests, counts, and
the words of mentions with how often each was found in the whole batch; it is readable by its owner alone.
"""

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown

VERSION = 1
APPLICATION = 0x43415244  # "CARD", so that a file of another program is told from ours

SETTLING, WAITING, FINISHED = "settling", "waiting", "finished"
"""States of a source: it may still be growing; it has to be read; it was read, and its documents say the rest."""

DONE, FAILED, STALE, GONE = "done", "failed", "stale", "gone"
"""States of a document: written; not, for a reason; its file has changed since, and has not been read to its end; it is
in its file no more, and its outputs stay."""

REFUSED = "\n"
"""The key of what cannot be read begins so, and no id does."""

_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE recipes (number INTEGER PRIMARY KEY, description TEXT NOT NULL UNIQUE);
CREATE TABLE runs (
  number INTEGER PRIMARY KEY, recipe INTEGER NOT NULL REFERENCES recipes, began REAL NOT NULL, ended REAL NOT NULL,
  workers TEXT NOT NULL
);
CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,   -- the id as file systems compare it, or a line end and a number for what cannot be read
  id TEXT NOT NULL,
  path BLOB NOT NULL,
  container INTEGER NOT NULL,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  sha256 TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  walk INTEGER NOT NULL       -- the last walk that met it
);
CREATE INDEX sources_by_state ON sources (state, number);
CREATE TABLE packs (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL,
  UNIQUE (name, version, sha256)
);
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  sentence TEXT NOT NULL,
  sha256 TEXT NOT NULL,       -- of the text
  language TEXT,
  pack INTEGER REFERENCES packs,
  recipe INTEGER NOT NULL REFERENCES recipes,
  run INTEGER NOT NULL REFERENCES runs,
  finished REAL NOT NULL,
  characters INTEGER NOT NULL,
  tally TEXT NOT NULL,        -- numbers in the table tally, each with its count
  UNIQUE (source, id)
);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_state ON documents (state);
CREATE TABLE outputs (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (document, name)
) WITHOUT ROWID;
CREATE TABLE tally (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL,
  UNIQUE (kind, label, key)
);
"""

_LATER = """
CREATE TABLE IF NOT EXISTS beside (  -- what else is told of a file with many documents
  source INTEGER PRIMARY KEY REFERENCES sources ON DELETE CASCADE,
  blank INTEGER NOT NULL,     -- rows without a text
  numbered INTEGER NOT NULL   -- documents whose ids end in a number, as their names were taken
)
"""
"""Came after the first journals: programs that do not know it leave it alone."""


class JournalError(CardioNerError):
    """The journal cannot be read or written."""


class Journal:
    """An open journal; for one thread. Methods raise JournalError."""

    def __init__(self, path: Path) -> None:
        """Open the journal, or make an empty one. A damaged one, or one of a newer program, is refused."""
        self.path = path
        self._run = 0
        self._recipe = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite gives its other files the same mode
        except OSError as error:
            raise JournalError(
                f"The journal {shown(path)} cannot be opened ({error.strerror}); choose a place for it (--journal)."
            ) from error
        with self.told():
            self.base = sqlite3.connect(path, isolation_level=None, timeout=30.0)
            try:
                self._prepare()
            except BaseException:
                self.base.close()
                raise

    def _prepare(self) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000"):
            self.base.execute(f"PRAGMA {pragma}")
        (version,) = self.base.execute("PRAGMA user_version").fetchone()
        (application,) = self.base.execute("PRAGMA application_id").fetchone()
        if version == 0 and not self.base.execute("SELECT 1 FROM sqlite_master").fetchone():
            with self.writing():
                for statement in _SCHEMA.split(";"):
                    self.base.execute(statement)
                self.base.execute(f"PRAGMA application_id = {APPLICATION}")
                self.base.execute(f"PRAGMA user_version = {VERSION}")
        elif application != APPLICATION or version < 1:
            raise JournalError(f"{shown(self.path)} is no journal of a batch; choose another folder.")
        elif version > VERSION:
            raise JournalError(
                f"The journal {shown(self.path)} was written by a newer program; go on with that one, or choose "
                "another folder."
            )
        self.base.execute(_LATER)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what SQLite raises into a sentence."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError, json.JSONDecodeError) as error:  # the last two are damage too
            full = "full" in str(error) or "disk I/O" in str(error)
            advice = (
                "make room, then go on with --resume"
                if full
                else "it is damaged or in use; move its folder away and begin anew, or restore it from a copy"
            )
            raise JournalError(
                f"The journal {shown(self.path)} cannot be used ({type(error).__name__}): {advice}."
            ) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that the block writes is there when it ends, also after power loss, or none of it is."""
        with self.told():
            self.base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.base.execute("ROLLBACK")
                raise
            self.base.execute("COMMIT")

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one at a time."""
        with self.told():
            yield from self.base.execute(query, values)

    def number(self, query: str, *values: object) -> int:
        """The one number that a query gives, 0 where it gives none."""
        row = next(self.rows(query, *values), None)
        return int(row[0] or 0) if row else 0

    def fact(self, name: str) -> str:
        """A fact about the whole batch, empty where it is not known."""
        row = next(self.rows("SELECT value FROM facts WHERE name = ?", name), None)
        return str(row[0]) if row else ""

    def set_fact(self, name: str, value: str) -> None:
        """Keep a fact; within `writing`."""
        self.base.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    @property
    def is_new(self) -> bool:
        """Whether no run has begun yet."""
        return not self.number("SELECT count(*) FROM runs")

    @property
    def recipe(self) -> dict[str, Any] | None:
        """What the last run was made with."""
        query = "SELECT description FROM recipes JOIN runs ON recipe = recipes.number ORDER BY runs.number DESC LIMIT 1"
        row = next(self.rows(query), None)
        with self.told():
            value = json.loads(str(row[0])) if row else None
        return value if value is None or isinstance(value, dict) else {}

    def begin_run(self, recipe: Mapping[str, Any], *, workers: str) -> None:
        """All that follows belongs to a new run."""
        description = json.dumps(recipe, sort_keys=True, ensure_ascii=False)
        with self.writing():
            self.base.execute("INSERT OR IGNORE INTO recipes (description) VALUES (?)", (description,))
            self._recipe = self.number("SELECT number FROM recipes WHERE description = ?", description)
            now = time.time()
            self._run = (
                self.base.execute(
                    "INSERT INTO runs (recipe, began, ended, workers) VALUES (?, ?, ?, ?)",
                    (self._recipe, now, now, workers),
                ).lastrowid
                or 0
            )

    @property
    def run_number(self) -> int:
        return self._run

    @property
    def recipe_number(self) -> int:
        return self._recipe

    def end_run(self) -> None:
        """The run goes no further; a killed one ends with its last document."""
        with self.writing():
            self.base.execute("UPDATE runs SET ended = ? WHERE number = ?", (time.time(), self._run))

    def close(self) -> None:
        """Let the file go."""
        self.base.close()


def path_of(value: bytes) -> Path:
    """A path as the journal has it."""
    return Path(os.fsdecode(value))
