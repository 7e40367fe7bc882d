"""Replies of the service: octets to typed values and back, in words, numbers, XML and JSON."""

from __future__ import annotations

from smsc_codec.api.building import Format
from smsc_codec.api.operations import ENDPOINTS, GetStatus, GetTemplates, Operation, Send
from smsc_codec.api.replies.common import Odd, ReplyError, due
from smsc_codec.api.replies.model import (
    Balance,
    Done,
    Failure,
    OperatorTemplate,
    OperatorTemplates,
    PhoneRow,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
    Template,
    Templates,
    TemplateSaved,
)
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.conform import conform
from smsc_codec.text.charsets import CHARSETS, Charset

__all__ = [
    "MAX_REPLY", "Balance", "Done", "Failure", "OperatorTemplate", "OperatorTemplates", "PhoneRow",
    "Price", "Reply", "ReplyError", "Sent", "Status", "Statuses", "Template", "TemplateSaved",
    "Templates", "build", "build_reply", "read", "read_reply"
]  # fmt: skip

#: In bytes: a list of fifty thousand statuses with their messages is smaller.
MAX_REPLY = 32 * 1024 * 1024
# The same of a reply that holds no rows: what JSON says takes up to thirty times its octets once it is read.
_MAX_PLAIN = 1024 * 1024


def _longest(to: Operation) -> int:
    rows = to.err or to.op if isinstance(to, Send) else due(to) not in (Balance, Done, Status, TemplateSaved)
    return MAX_REPLY if rows else _MAX_PLAIN


def read_reply(data: bytes, to: Operation, *, fmt: Format = 3, charset: Charset = "utf-8") -> Reply:
    """What the service answers to an operation that was asked with this `fmt` and `charset`.

    A refusal is a Failure, not an error: the service says it with HTTP status 200 (BEY-4). Raises ReplyError, which
    carries the octets, for anything that is none of the service's replies.
    """
    text: str | bytes = data
    try:
        if len(data) > _longest(to):
            raise Odd(f"a reply of {len(data)} bytes; up to {_longest(to)} are read")
        data = data.removeprefix(b"\xef\xbb\xbf")
        if fmt == 3:
            from smsc_codec.api.replies import objects

            # JSON is in UTF-8, unless the service's charset went into it.
            text = data.strip() if data.isascii() else _decoded(data, charset)
            return objects.read(text, to)
        text = _decoded(data, charset)
        if fmt == 2:
            from smsc_codec.api.replies import xml

            return xml.read(text, to)
        text = text.replace("\r\n", "\n").rstrip("\n")
        if not _ends_in_a_text(to, fmt):
            text = text.rstrip(" \t")
        if fmt == 1:
            from smsc_codec.api.replies import numbers

            return numbers.read(text, to)
        from smsc_codec.api.replies import words

        return words.read(text, to)
    except Odd as odd:
        shown = text if isinstance(text, str) else text[:10_000].decode("latin-1")
        raise ReplyError(data, shown, str(odd) or "no reply of the service") from None


def _ends_in_a_text(to: Operation, fmt: Format) -> bool:
    """Whether a reply in words or numbers may end in a text, whose blanks are its own (TPL-5, STA-2)."""
    if fmt == 1 and isinstance(to, GetStatus):
        return to.all > 0 and due(to) is Status
    return isinstance(to, GetTemplates)


def _decoded(data: bytes, charset: Charset) -> str:
    try:
        return data.decode(charset).lstrip(" \t\ufeff")
    except UnicodeDecodeError as error:
        raise Odd(f"no {charset}: byte 0x{data[error.start]:02X} at offset {error.start}") from None


def build_reply(reply: Reply, to: Operation, *, fmt: Format = 3, charset: Charset = "utf-8") -> bytes:
    """The octets of a reply, which read back equal.

    Raises BuildError for one that an operation does not get, and for what a format cannot carry: docs/api.md says
    which does what.
    """
    reply = conform(reply, Reply)
    if type(reply) not in (due(to), Failure):
        raise BuildError(
            "", f"{ENDPOINTS[type(to)]} is answered by {due(to).__name__}, not {type(reply).__name__}"
        )
    if charset not in CHARSETS:
        raise BuildError("charset", f"one of {', '.join(CHARSETS)}")
    data = _written(reply, to, fmt, charset)
    try:
        back = read_reply(data, to, fmt=fmt, charset=charset)
    except ReplyError as error:
        raise BuildError(
            _field(reply, None), f"{_FORMATS[fmt]} cannot represent it: {error.reason}"
        ) from None
    if back != reply:
        raise BuildError(_field(reply, back), f"{_FORMATS[fmt]} cannot represent it")
    return data


_FORMATS = ("a reply in words", "a reply in numbers", "a reply in XML", "a reply in JSON")


def _field(reply: Reply, back: Reply | None) -> str:
    """The first field that did not come back."""
    if type(back) is not type(reply):
        return ""
    return next(name for name in reply.__struct_fields__ if getattr(reply, name) != getattr(back, name))


def _written(reply: Reply, to: Operation, fmt: Format, charset: Charset) -> bytes:
    if fmt == 3:
        from smsc_codec.api.replies import objects

        said = objects.write(reply)
        if charset == "utf-8":
            import msgspec

            return msgspec.json.encode(said)
        import json

        return json.dumps(said).encode()  # every other letter is written \uXXXX
    if fmt == 2:
        from smsc_codec.api.replies import xml

        text = xml.write(reply)
    elif fmt == 1:
        from smsc_codec.api.replies import numbers

        text = numbers.write(reply, to)
    else:
        from smsc_codec.api.replies import words

        text = words.write(reply)
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        raise BuildError("", f"{charset} has no {sign!r}") from None


#: `sms.reply.read(octets, operation)` and `sms.reply.build(reply, operation)`.
read, build = read_reply, build_reply
