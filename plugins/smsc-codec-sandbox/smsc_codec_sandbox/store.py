"""Where caught messages and requests are kept: SQLite, in memory or in a file, the oldest dropped."""

from __future__ import annotations

import itertools
import os
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress

import msgspec

from smsc_codec_sandbox.model import Answered, Exchange, Message

_TABLES = """
CREATE TABLE IF NOT EXISTS messages
  (key INTEGER PRIMARY KEY, login TEXT, id TEXT, phone TEXT, request INTEGER, body BLOB);
CREATE INDEX IF NOT EXISTS asked ON messages (login, id, phone);
CREATE INDEX IF NOT EXISTS brought ON messages (request);
CREATE TABLE IF NOT EXISTS exchanges (key INTEGER PRIMARY KEY, login TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS answers (key INTEGER PRIMARY KEY, message INTEGER, body BLOB);
CREATE TABLE IF NOT EXISTS accounts (login TEXT PRIMARY KEY, body BLOB);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, body BLOB);
"""
#: More than any key.
_ALL = 1 << 62
_ENCODER = msgspec.json.Encoder()
_MESSAGES = msgspec.json.Decoder(Message)
_EXCHANGES = msgspec.json.Decoder(Exchange)
_ANSWERS = msgspec.json.Decoder(Answered)


def private(path: str, flags: int) -> int:
    """Open a file that nobody else may read: what clients send is in it. One that is there becomes so."""
    handle = os.open(path, flags, 0o600)
    with suppress(OSError, AttributeError):  # not ours, or not on this system
        os.fchmod(handle, 0o600)
    return handle


class StoreError(ValueError):
    """A file that is no store of the sandbox's."""


class Store:
    """At most `keep` messages and `keep` requests. Any thread may call it.

    Raises StoreError for a file that is none, and for one that another process uses.
    """

    def __init__(self, path: str = ":memory:", keep: int = 10_000) -> None:
        self.keep = keep
        self._lock = threading.RLock()
        try:
            if path != ":memory:":
                # Before SQLite makes it; the files that it makes beside it get the mode of this one.
                os.close(private(path, os.O_RDWR | os.O_CREAT))
            self._db = sqlite3.connect(path, timeout=0, check_same_thread=False)
            # Two sandboxes would give the same keys: the first has the file for itself, as long as it lives.
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            # What a stand-in caught need not outlive a loss of power.
            self._db.execute("PRAGMA synchronous = OFF")
            self._db.executescript(_TABLES)
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.commit()
        except (sqlite3.Error, OSError) as error:
            if hasattr(self, "_db"):
                self._db.close()
            busy = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY
            raise StoreError(f"{path}: {'another sandbox uses it' if busy else error}") from None
        # One that nobody closed ends with its store, so that the file is free for the next.
        weakref.finalize(self, self._db.close)
        self._keys = itertools.count(self._last("messages") + 1)
        self._requests = itertools.count(self._last("exchanges") + 1)
        self._answers = itertools.count(self._last("answers") + 1)

    def _last(self, table: str) -> int:
        last: int = self._db.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()[0]
        return last

    def next_message(self) -> int:
        """A key that no message has."""
        return next(self._keys)

    def next_request(self) -> int:
        """A key that no request has."""
        return next(self._requests)

    def next_answer(self) -> int:
        """A key that no answer has."""
        return next(self._answers)

    def add(self, messages: Iterable[Message]) -> None:
        """Keep messages, which have keys in rising order."""
        rows = [(m.key, m.login, str(m.id), m.phone, m.request, _ENCODER.encode(m)) for m in messages]
        if not rows:
            return
        with self._lock, self._db:
            self._db.executemany("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)", rows[-self.keep :])
            self._db.execute("DELETE FROM messages WHERE key <= ?", (rows[-1][0] - self.keep,))

    def note(self, exchange: Exchange) -> None:
        """Keep a request with its reply."""
        with self._lock, self._db:
            row = (exchange.key, exchange.login, _ENCODER.encode(exchange))
            self._db.execute("INSERT INTO exchanges VALUES (?, ?, ?)", row)
            self._db.execute("DELETE FROM exchanges WHERE key <= ?", (exchange.key - self.keep,))

    def message(self, login: str, id: int | str, phone: str) -> Message | None:
        """The last message of an account with this id to this number."""
        query = "SELECT body FROM messages WHERE login = ? AND id = ? AND phone = ? ORDER BY key DESC LIMIT 1"
        rows = self._rows(query, (login, str(id), phone))
        return _MESSAGES.decode(rows[0]) if rows else None

    def by_key(self, key: int) -> Message | None:
        """The message of a key."""
        rows = self._rows("SELECT body FROM messages WHERE key = ?", (key,))
        return _MESSAGES.decode(rows[0]) if rows else None

    def replace(self, message: Message) -> None:
        """Keep a message in place of the one with its key; one that is gone stays gone."""
        with self._lock, self._db:
            self._db.execute(
                "UPDATE messages SET body = ? WHERE key = ?", (_ENCODER.encode(message), message.key)
            )

    def answered(self, answer: Answered) -> None:
        """Keep what somebody answered."""
        with self._lock, self._db:
            row = (answer.key, answer.message, _ENCODER.encode(answer))
            self._db.execute("INSERT INTO answers VALUES (?, ?, ?)", row)
            self._db.execute("DELETE FROM answers WHERE key <= ?", (answer.key - self.keep,))

    def answers(self, message: int | None = None, limit: int | None = None) -> Iterator[Answered]:
        """What was answered, to a message or at all, the newest first."""
        where, values = ("", ()) if message is None else ("WHERE message = ?", (message,))
        query = f"SELECT body FROM answers {where} ORDER BY key DESC LIMIT ?"
        for body in self._rows(query, (*values, self.keep if limit is None else limit)):
            yield _ANSWERS.decode(body)

    def delete(self, message: Message) -> None:
        """Forget a message."""
        with self._lock, self._db:
            self._db.execute("DELETE FROM messages WHERE key = ?", (message.key,))

    def messages(
        self, *, login: str | None = None, id: str | None = None, phone: str | None = None,
        request: str | None = None, before: int | None = None, limit: int | None = None,
    ) -> Iterator[Message]:  # fmt: skip
        """The messages, the newest first."""
        wanted = {"login": login, "id": id, "phone": phone, "request": request}
        named = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join([*(f"{name} = ?" for name in named), "key < ?"])
        query = f"SELECT body FROM messages WHERE {where} ORDER BY key DESC LIMIT ?"
        bounds = (_ALL if before is None else before, self.keep if limit is None else limit)
        for body in self._rows(query, (*named.values(), *bounds)):
            yield _MESSAGES.decode(body)

    def exchanges(
        self, *, key: int | None = None, before: int | None = None, limit: int | None = None
    ) -> Iterator[Exchange]:
        """The requests, the newest first."""
        where = "key < ?" if key is None else "key = ?"
        query = f"SELECT body FROM exchanges WHERE {where} ORDER BY key DESC LIMIT ?"
        values = (_ALL if before is None else before,) if key is None else (key,)
        for body in self._rows(query, (*values, self.keep if limit is None else limit)):
            yield _EXCHANGES.decode(body)

    def _rows(self, query: str, values: tuple[object, ...]) -> list[bytes]:
        with self._lock:
            return [row[0] for row in self._db.execute(query, values)]

    def state(self, name: str) -> bytes | None:
        """What is kept under a name."""
        rows = self._rows("SELECT body FROM state WHERE name = ?", (name,))
        return rows[0] if rows else None

    def keep_state(self, name: str, body: bytes) -> None:
        """Keep something under a name."""
        with self._lock, self._db:
            self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, body))

    def account(self, login: str) -> bytes | None:
        """What is kept of an account."""
        rows = self._rows("SELECT body FROM accounts WHERE login = ?", (login,))
        return rows[0] if rows else None

    def keep_account(self, login: str, body: bytes) -> None:
        """Keep the state of an account."""
        with self._lock, self._db:
            self._db.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?)", (login, body))

    def clear(self) -> None:
        """Forget everything; keys go on."""
        with self._lock, self._db:
            for table in ("messages", "exchanges", "answers", "accounts"):
                self._db.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
