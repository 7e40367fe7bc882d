"""The forms in which WSP writes a value: numbers, texts, lengths (WAP-230, 8.4.2). MMS messages are of them, too."""

from __future__ import annotations

from smsc_codec.payloads.binary.cursor import Cursor, Stop


def integer(cursor: Cursor, what: str) -> int:
    """A short integer, or a length up to 30 and so many octets (8.4.2.1)."""
    start = cursor.at
    first = cursor.octet(what)
    if first >= 128:
        return first & 127
    if not 0 < first < 31:
        raise Stop(f"{what} is not a number", start, cursor.at)
    return int.from_bytes(cursor.take(first, what), "big")


def text(cursor: Cursor, what: str) -> str:
    """A string up to its zero; a quote before an octet from 128 on is no part of it (8.4.2.1)."""
    return octets_of_text(cursor, what).decode("latin-1")


def octets_of_text(cursor: Cursor, what: str) -> bytes:
    """The octets of such a string, in whatever charset it is."""
    data = cursor.string(what)
    return data[1:] if data[:1] == b"\x7f" and data[1:2] >= b"\x80" else data


def sized(cursor: Cursor, what: str) -> Cursor:
    """A cursor over the octets that a value's length counts; the given one goes on behind them (8.4.2.2)."""
    start = cursor.at
    first = cursor.octet(what)
    if first > 31:
        raise Stop(f"{what} does not start with a length", start, cursor.at)
    size = cursor.number(f"the length of {what}") if first == 31 else first
    at = cursor.at
    cursor.take(size, what)
    return Cursor(cursor.data, cursor.problems, at, at + size)


def value(cursor: Cursor, what: str) -> int | str | bytes:
    """A value by its first octet (8.4.1.2): a length and octets, a string, or a short integer."""
    first = cursor.octet(what)
    if first >= 128:
        return first & 127
    cursor.at -= 1
    if first < 32:
        inner = sized(cursor, what)
        return inner.data[inner.at : inner.end]
    return text(cursor, what)


def media(cursor: Cursor) -> int | str:
    """A media type by its number or by its name (8.4.2.24)."""
    if cursor.at < cursor.end and 32 <= cursor.data[cursor.at] < 128:
        return text(cursor, "the media type")
    return integer(cursor, "the media type")
