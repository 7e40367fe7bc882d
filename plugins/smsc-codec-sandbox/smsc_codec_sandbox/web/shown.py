"""A message as its phone shows it: bubbles with their parts, pictures and buttons, octets, menus by their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads import menu
from smsc_codec.payloads import message as messages
from smsc_codec.payloads.binary import payload, push
from smsc_codec.payloads.menu.model import Back, Call, End, Record, Repeat, Say, Sms, Start, Unread, Url
from smsc_codec.payloads.message.model import Button, NoUnsub, Remote, Stored, Uploaded
from smsc_codec.text.parts import Count, count
from smsc_codec_sandbox.model import Exchange, Message
from smsc_codec_sandbox.statuses import network
from smsc_codec_sandbox.web import texts
from smsc_codec_sandbox.web.found import Found
from smsc_codec_sandbox.web.room import Asked
from smsc_codec_sandbox.web.texts import Piece
from smsc_codec_sandbox.web.uploads import Offered, offered

#: So many rows of octets are shown, and so many lines of a menu.
_MOST_ROWS, _MOST_LINES = 400, 400


class Part(Struct, frozen=True):
    """One part of a short message: its text, its units, and its money."""

    pieces: list[Piece]
    units: int
    cost: Decimal


class OctetRow(Struct, frozen=True):
    """Some octets, and what they say."""

    place: int
    octets: str
    text: str
    depth: int
    wrong: bool


class Line(Struct, frozen=True):
    """A line of a menu: a key with what it does; the spoken texts have no key."""

    depth: int
    key: str
    text: str


class Picture(Struct, frozen=True):
    """A picture of a message: what names it, and where it is in the sandbox; nothing is loaded from elsewhere."""

    name: str
    address: str = ""


class Shown(Struct, frozen=True, kw_only=True):
    """What the phone shows. `look` names the template's way to show it."""

    look: str
    pieces: list[Piece] = []
    parts: list[Part] = []
    counted: Count | None = None
    pictures: tuple[Picture, ...] = ()
    button: Button | None = None
    files: tuple[Offered, ...] = ()
    title: str = ""
    rows: list[OctetRow] = []
    lines: list[Line] = []
    pairs: tuple[tuple[str, str], ...] = ()


def shown(asked: Asked, found: Found, exchange: Exchange | None) -> Shown:
    """How a message looks."""
    one = found.message
    marks = _marks(one, exchange)
    files = offered(asked, one.request, one.files)
    if one.channel in ("sms", "flash"):
        return _short(one, marks)
    if one.channel == "call":
        return Shown(
            look="call", pieces=texts.pieces(one.text, marks), lines=list(_menu(asked, one)), files=files
        )
    if one.channel in ("bin", "push"):
        return _octets(one, marks)
    if one.channel == "mail":
        return Shown(
            look="mail",
            title=one.subj,
            files=files,
            pieces=texts.pieces(one.text, marks),
        )
    if one.channel in ("hlr", "ping"):
        told = network(one.phone) if one.channel == "hlr" and found.state == "good" else {}
        return Shown(look="number", pairs=tuple(told.items()))
    return _rich(one, marks, exchange, files)


def _marks(one: Message, exchange: Exchange | None) -> list[texts.Span]:
    """The findings of the request that are in this message."""
    if exchange is None:
        return []
    for name in ("mes", "list"):
        decoded = texts.value(exchange, name)
        if decoded is not None:
            after = max(0, decoded.text.find(one.phone)) if name == "list" else 0
            offset = decoded.text.find(one.text, after)
            # A message that was changed on its way has no such places.
            if offset >= 0:
                return texts.within(decoded, offset, len(one.text), texts.spans(exchange))
    return []


def _short(one: Message, marks: Sequence[texts.Span]) -> Shown:
    try:
        counted = count(one.text)
    except CodecError:
        return Shown(look=one.channel, pieces=texts.pieces(one.text, marks))
    each = one.cost / max(1, counted.parts)
    parts = [
        Part(texts.pieces(one.text, marks, start, end), units, each)
        for start, end, units in zip((0, *counted.ends[:-1]), counted.ends, counted.sizes, strict=True)
    ]
    return Shown(look=one.channel, parts=parts, counted=counted)


def _rich(
    one: Message, marks: Sequence[texts.Span], exchange: Exchange | None, files: Sequence[Offered]
) -> Shown:
    """A message with pictures and a button, as Viber and MMS have them."""
    read = messages.read(one.text).value
    parts = (read.text,) if isinstance(read.text, str) else read.text
    pictures = [Picture(part.url) for part in parts if isinstance(part, Remote)]
    pictures += [Picture(part.path) for part in parts if isinstance(part, Stored)]
    marked = [part.number for part in parts if isinstance(part, Uploaded)]
    pictures += [_uploaded(files, number) for number in marked]
    said: dict[str, Any] = (exchange.operation if exchange else None) or {}
    pictures += [Picture(said["fileurl"])] if "fileurl" in said else []
    button = next((part for part in parts if isinstance(part, Button)), None)
    words = "".join(part for part in parts if isinstance(part, str))
    plain = all(isinstance(part, str | NoUnsub) for part in parts)
    look = "mms" if one.channel == "mms" else "rich"
    return Shown(
        look=look, title=one.subj, pictures=tuple(pictures), button=button,
        pieces=texts.pieces(one.text, marks) if plain else texts.pieces(words.strip(), []),
        # FIL-1: files that no mark names go to the end.
        files=tuple(file for number, file in enumerate(files, 1) if number not in marked),
    )  # fmt: skip


def _uploaded(files: Sequence[Offered], number: int) -> Picture:
    if not 0 < number <= len(files):
        return Picture(f"<file {number}>")
    one = files[number - 1]
    return Picture(one.file.name, one.address if one.file.picture else "")


def _octets(one: Message, marks: Sequence[texts.Span]) -> Shown:
    # The tables of octets are loaded for who looks at some.
    from smsc_codec.cli.decode import by_rows

    if one.channel == "push":
        link, _, title = one.text.partition("\n")
        try:
            value = push.from_text(one.text)
            data, made = push.build(value), payload.BinaryMessage(value.header)
        except CodecError:
            return Shown(look="push", title=title or link, pieces=texts.pieces(link, []))
        _, rows = by_rows(data, made)
        return Shown(look="push", title=title or link, pieces=texts.pieces(link, []), rows=_rows(data, rows))
    made, _ = payload.read(one.said)
    try:
        data = bytes.fromhex(one.said)
    except ValueError:
        return Shown(look="binary", pieces=texts.pieces(one.said, marks))
    title, rows = by_rows(data, made)
    return Shown(look="binary", title=title, rows=_rows(data, rows), pieces=texts.pieces(one.said, marks))


def _rows(data: bytes, rows: Sequence[Any]) -> list[OctetRow]:
    return [
        OctetRow(row.start, data[row.start : row.end].hex(" ").upper(), row.text, row.depth, row.wrong)
        for row in rows[:_MOST_ROWS]
    ]


def _menu(asked: Asked, one: Message) -> Iterator[Line]:
    """A voice menu by its keys, those of sub-menus below their own."""
    value = menu.read(one.text).value
    if value is None:
        return
    yield from (Line(0, "", text) for text in (_speech(value.start_text), _speech(value.menu_text)) if text)
    for item in value.items[:_MOST_LINES]:
        depth = min(len(item.key), 8) - 1 if item.key.isdigit() else 0
        yield Line(depth, item.key, _action(asked, item.action))
    if value.end_text:
        yield Line(0, "", _speech(value.end_text))


def _action(asked: Asked, action: object) -> str:
    say = asked.say
    match action:
        case Say(text):
            return _speech(text)
        case Call(phones, wait, ok_end, err, record):
            told = [say("call {phones}", phones=", ".join(phones))]
            told += [say("for {seconds} s", seconds=wait)] if wait is not None else []
            told += [say("else {key}", key=err)] if err else []
            told += [say("then leave")] if ok_end else []
            return ", ".join([*told, *([say("recorded")] if record else [])])
        case Sms(phone, sender, text):
            return say("SMS to {phone} from {sender}: {text}", phone=phone, sender=sender, text=text)
        case Record(seconds):
            return say("record {seconds} s", seconds=30 if seconds is None else seconds)
        case Url(address):
            return say("tell {address}", address=address or say("the handler"))
        case Unread(source):
            return source
        case Back():
            return say("back")
        case Start():
            return say("to the beginning")
        case Repeat():
            return say("again")
        case End():
            return say("leave")
    return ""


def _speech(text: Any) -> str:
    """What is spoken; files by what names them."""
    said = (
        part if isinstance(part, str) else f" [{getattr(part, part.__struct_fields__[0])}] " for part in text
    )
    return " ".join("".join(said).split())
