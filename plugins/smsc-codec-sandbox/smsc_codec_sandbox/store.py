"""Where caught messages and requests are kept: SQLite, in memory or in a file, the oldest dropped."""

from __future__ import annotations

import itertools
import os
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

import msgspec

from smsc_codec_sandbox.model import Answered, Brief, Exchange, Marks, Message

_TABLES = """
CREATE TABLE IF NOT EXISTS messages
  (key INTEGER PRIMARY KEY, login TEXT, id TEXT, phone TEXT, request INTEGER, body BLOB);
CREATE INDEX IF NOT EXISTS asked ON messages (login, id, phone);
CREATE INDEX IF NOT EXISTS brought ON messages (request);
CREATE TABLE IF NOT EXISTS exchanges (key INTEGER PRIMARY KEY, login TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS answers (key INTEGER PRIMARY KEY, message INTEGER, body BLOB);
CREATE TABLE IF NOT EXISTS accounts (login TEXT PRIMARY KEY, body BLOB);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, body BLOB);
CREATE TABLE IF NOT EXISTS files
  (request INTEGER, number INTEGER, size INTEGER, body BLOB, PRIMARY KEY (request, number));
CREATE TABLE IF NOT EXISTS marks (key INTEGER PRIMARY KEY, pinned INTEGER, body BLOB);
"""
#: Files whose request and messages are gone.
_NOBODYS = "request NOT IN (SELECT key FROM exchanges) AND request NOT IN (SELECT request FROM messages)"
#: No more messages are pinned: what is pinned is kept beside `keep`.
MOST_PINNED = 1000
#: More than any key.
_ALL = 1 << 62
_ENCODER = msgspec.json.Encoder()
_MESSAGES = msgspec.json.Decoder(Message)
_EXCHANGES = msgspec.json.Decoder(Exchange)
_ANSWERS = msgspec.json.Decoder(Answered)
_BRIEFS = msgspec.json.Decoder(Brief)
_MARKS = msgspec.json.Decoder(Marks)
#: So many keys are asked for at once.
_AT_ONCE = 500
#: Told what has changed: `messages` or `requests`, and their keys; no keys are any of them.
Watcher = Callable[[str, tuple[int, ...]], None]


def private(path: str, flags: int) -> int:
    """Open a file that nobody else may read: what clients send is in it. One that is there becomes so."""
    handle = os.open(path, flags, 0o600)
    with suppress(OSError, AttributeError):  # not ours, or not on this system
        os.fchmod(handle, 0o600)
    return handle


class StoreError(ValueError):
    """A file that is no store of the sandbox's."""


class TooMany(ValueError):
    """More is pinned than can be kept."""


class Store:
    """At most `keep` messages and `keep` requests, and messages that are pinned; of the files that came with them the
    last ones that have `keep_files` bytes together. Any thread may call it.

    `watchers` are told of every change, `arrivals` are given messages that are new or others now, `newcomers` messages
    and requests that are new: each by the thread that made it.

    Raises StoreError for a file that is none, and for one that another process uses.
    """

    def __init__(self, path: str = ":memory:", keep: int = 10_000, keep_files: int = 50_000_000) -> None:
        self.keep, self.keep_files = keep, keep_files
        self.watchers: list[Watcher] = []
        self.arrivals: list[Callable[[list[Message]], None]] = []
        self.newcomers: list[Callable[[Sequence[Message], Sequence[Exchange]], None]] = []
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
            busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            raise StoreError(f"{path}: {'another sandbox uses it' if busy else error}") from None
        # One that nobody closed ends with its store, so that the file is free for the next.
        weakref.finalize(self, self._db.close)
        self._keys = itertools.count(self._last("messages") + 1)
        #: Grows with each message and request.
        self.changes = 0
        self._requests = itertools.count(self._last("exchanges") + 1)
        self._answers = itertools.count(self._last("answers") + 1)

    def _last(self, table: str) -> int:
        last: int = self._db.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()[0]
        return last

    def last_keys(self) -> tuple[int, int]:
        """The keys of the last message and the last request; 0 where there is none."""
        with self._lock:
            return self._last("messages"), self._last("exchanges")

    def next_message(self) -> int:
        """A key that no message has."""
        return next(self._keys)

    def next_request(self) -> int:
        """A key that no request has."""
        return next(self._requests)

    def next_answer(self) -> int:
        """A key that no answer has."""
        return next(self._answers)

    def add(self, messages: list[Message]) -> None:
        """Keep messages, which have keys in rising order."""
        rows = [(m.key, m.login, str(m.id), m.phone, m.request, _ENCODER.encode(m)) for m in messages]
        if not rows:
            return
        with self._lock, self._db:
            self._db.executemany("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)", rows[-self.keep :])
            oldest = rows[-1][0] - self.keep
            self._db.execute(
                "DELETE FROM messages WHERE key <= ? AND key NOT IN (SELECT key FROM marks WHERE pinned)",
                (oldest,),
            )
            self._db.execute("DELETE FROM marks WHERE key <= ? AND NOT pinned", (oldest,))
        for told in self.newcomers:
            told(messages, ())
        self._arrived(messages[-self.keep :])

    def _arrived(self, messages: list[Message]) -> None:
        for told in self.arrivals:
            told(messages)
        self.changed("messages", tuple(message.key for message in messages))

    def changed(self, topic: str, keys: tuple[int, ...] = ()) -> None:
        """Tell the watchers."""
        for watcher in self.watchers:
            watcher(topic, keys)

    def note(self, exchange: Exchange) -> None:
        """Keep a request with its reply."""
        with self._lock, self._db:
            row = (exchange.key, exchange.login, _ENCODER.encode(exchange))
            self._db.execute("INSERT INTO exchanges VALUES (?, ?, ?)", row)
            oldest = exchange.key - self.keep
            self._db.execute("DELETE FROM exchanges WHERE key <= ?", (oldest,))
            self._db.execute(f"DELETE FROM files WHERE request <= ? AND {_NOBODYS}", (oldest,))
            self.changes += 1
        for told in self.newcomers:
            told((), (exchange,))
        self.changed("requests", (exchange.key,))

    def keep_files_of(self, request: int, files: Sequence[bytes]) -> None:
        """Keep the files of a request, numbered from 1, before it is noted itself; the oldest make room."""
        with self._lock, self._db:
            rows = [(request, number, len(data), data) for number, data in enumerate(files, 1)]
            self._db.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", rows)
            sizes = self._db.execute("SELECT request, sum(size) FROM files GROUP BY request").fetchall()
            excess = sum(size for _, size in sizes) - self.keep_files
            for oldest, size in sorted(sizes):
                if excess <= 0:
                    break
                self._db.execute("DELETE FROM files WHERE request = ?", (oldest,))
                excess -= size

    def file(self, request: int, number: int) -> bytes | None:
        """A file that came with a request, by its number from 1."""
        rows = self._rows("SELECT body FROM files WHERE request = ? AND number = ?", (request, number))
        return rows[0] if rows else None

    def has_files(self, request: int) -> bool:
        """Whether the files of a request are kept still."""
        return bool(self._rows("SELECT 1 FROM files WHERE request = ? LIMIT 1", (request,)))

    def message(self, login: str, id: int | str, phone: str) -> Message | None:
        """The last message of an account with this id to this number."""
        query = "SELECT body FROM messages WHERE login = ? AND id = ? AND phone = ? ORDER BY key DESC LIMIT 1"
        rows = self._rows(query, (login, str(id), phone))
        return _MESSAGES.decode(rows[0]) if rows else None

    def messages_after(self, key: int, last: int, most: int) -> list[Message]:
        """The messages behind one, up to the last that is wanted, the oldest first."""
        query = "SELECT body FROM messages WHERE key > ? AND key <= ? ORDER BY key LIMIT ?"
        return [_MESSAGES.decode(body) for body in self._rows(query, (key, last, most))]

    def exchanges_after(self, key: int, last: int, most: int) -> list[Exchange]:
        """The requests behind one, up to the last that is wanted, the oldest first."""
        query = "SELECT body FROM exchanges WHERE key > ? AND key <= ? ORDER BY key LIMIT ?"
        return [_EXCHANGES.decode(body) for body in self._rows(query, (key, last, most))]

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
        self._arrived([message])

    def answered(self, answer: Answered) -> None:
        """Keep what somebody answered."""
        with self._lock, self._db:
            row = (answer.key, answer.message, _ENCODER.encode(answer))
            self._db.execute("INSERT INTO answers VALUES (?, ?, ?)", row)
            self._db.execute("DELETE FROM answers WHERE key <= ?", (answer.key - self.keep,))
        self.changed("messages", (answer.message,))

    def answers(self, message: int | None = None, limit: int | None = None) -> Iterator[Answered]:
        """What was answered, to a message or at all, the newest first."""
        where, values = ("", ()) if message is None else ("WHERE message = ?", (message,))
        query = f"SELECT body FROM answers {where} ORDER BY key DESC LIMIT ?"
        for body in self._rows(query, (*values, self.keep if limit is None else limit)):
            yield _ANSWERS.decode(body)

    def delete(self, message: Message) -> None:
        """Forget a message."""
        self.forget([message.key])

    def forget(self, keys: Iterable[int]) -> None:
        """Forget messages by their keys, with their marks."""
        gone = tuple(keys)
        with self._lock, self._db:
            requests = {message.request for message in self.chosen(gone)}
            for table in ("messages", "marks"):
                self._db.executemany(f"DELETE FROM {table} WHERE key = ?", [(key,) for key in gone])
            self._forget_files(requests)
        if gone:
            self.changed("messages", gone)

    def forget_requests(self, keys: Iterable[int]) -> None:
        """Forget requests by their keys; their messages stay."""
        gone = tuple(keys)
        with self._lock, self._db:
            self._db.executemany("DELETE FROM exchanges WHERE key = ?", [(key,) for key in gone])
            self._forget_files(gone)
        if gone:
            self.changed("requests", gone)

    def _forget_files(self, requests: Iterable[int]) -> None:
        self._db.executemany(
            f"DELETE FROM files WHERE request = ? AND {_NOBODYS}", [(request,) for request in requests]
        )

    def chosen(self, keys: Iterable[int]) -> list[Message]:
        """The messages with these keys that are there, the newest first."""
        return [_MESSAGES.decode(body) for body in self._by_key("messages", keys)]

    def chosen_requests(self, keys: Iterable[int]) -> list[Exchange]:
        """The requests with these keys that are there, the newest first."""
        return [_EXCHANGES.decode(body) for body in self._by_key("exchanges", keys)]

    def briefs(self, keys: Iterable[int]) -> dict[int, Brief]:
        """What lists show of requests, by their keys."""
        found = (_BRIEFS.decode(body) for body in self._by_key("exchanges", keys))
        return {brief.key: brief for brief in found}

    def _by_key(self, table: str, keys: Iterable[int]) -> list[bytes]:
        wanted = sorted(set(keys), reverse=True)
        found: list[bytes] = []
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            found += self._rows(
                f"SELECT body FROM {table} WHERE key IN ({marks}) ORDER BY key DESC", tuple(some)
            )
        return found

    def marks(self) -> dict[int, Marks]:
        """What was marked by hand, by the keys of messages."""
        with self._lock:
            rows = self._db.execute("SELECT key, body FROM marks").fetchall()
        return {key: _MARKS.decode(body) for key, body in rows}

    def mark(self, keys: Iterable[int], change: Callable[[Marks], Marks]) -> None:
        """Change the marks of messages. Raises TooMany where more would be pinned than is kept."""
        with self._lock:
            there = [message.key for message in self.chosen(keys)]
            before = self.marks()
            made = {key: change(before.get(key, Marks())) for key in there}
            pinned = sum(one.pinned for one in (before | made).values())
            if pinned > MOST_PINNED and any(one.pinned for one in made.values()):
                raise TooMany(f"at most {MOST_PINNED} messages are pinned")
            with self._db:
                self._db.executemany(
                    "INSERT OR REPLACE INTO marks VALUES (?, ?, ?)",
                    [(key, one.pinned, _ENCODER.encode(one)) for key, one in made.items()],
                )
        if there:
            self.changed("messages", tuple(there))

    def messages(
        self, *, login: str | None = None, id: str | None = None, phone: str | None = None,
        request: str | None = None, before: int | None = None, limit: int | None = None,
    ) -> Iterator[Message]:  # fmt: skip
        """The messages, the newest first."""
        wanted = {"login": login, "id": id, "phone": phone, "request": request}
        named = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join([*(f"{name} = ?" for name in named), "key < ?"])
        query = f"SELECT body FROM messages WHERE {where} ORDER BY key DESC LIMIT ?"
        most = self.keep + MOST_PINNED
        bounds = (_ALL if before is None else before, most if limit is None else limit)
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
            for table in ("messages", "exchanges", "answers", "accounts", "marks", "files"):
                self._db.execute(f"DELETE FROM {table}")
        self.changed("messages")
        self.changed("requests")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
