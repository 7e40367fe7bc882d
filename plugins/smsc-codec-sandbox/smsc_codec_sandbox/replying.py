"""Replies as octets, whatever the format cannot carry (ERR-1 .. ERR-3, BEY-4)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, structs

from smsc_codec.api.building import Format
from smsc_codec.api.operations import GetBalance, Operation
from smsc_codec.api.replies import build_reply
from smsc_codec.api.replies.model import Failure, Reply
from smsc_codec.diagnostics import BuildError
from smsc_codec.text.charsets import Charset

#: BEY-4, and for the codes that it has no words for such as say the same.
TEXTS = {
    1: "parameters error", 2: "authorise error", 3: "no money", 4: "ip is blocked", 5: "bad date time format",
    6: "message is denied", 7: "invalid number", 8: "can't to deliver", 9: "duplicate request, wait a minute",
}  # fmt: skip
#: ERR-1: the failures that name the message.
_WITH_ID = (3, 6, 7, 8)
MEDIA = ("text/plain", "text/plain", "text/xml", "application/json")


def failure(code: int, text: str = "") -> Failure:
    """A refusal in the service's words."""
    return Failure(code=code, text=text or TEXTS.get(code, "unknown error"))


def written(reply: Reply, to: Operation | None, fmt: Format, charset: Charset) -> bytes:
    """The octets of a reply. What a format cannot carry becomes blanks, as a comma in a template's name with `fmt=1`;
    a letter that the charset has not becomes a question mark.
    """
    operation = to if to is not None else GetBalance()
    if isinstance(reply, Failure):
        reply = structs.replace(
            reply,
            text=(reply.text or failure(reply.code).text) if fmt != 1 else "",
            id=reply.id if reply.code in _WITH_ID else None,
        )
    if fmt != 3 and getattr(reply, "code", None) and not isinstance(reply, Failure):
        reply = structs.replace(reply, code=None)  # BEY-6: JSON alone has it
    refused = Failure(code=1, text="" if fmt == 1 else TEXTS[1])
    for attempt in (lambda: reply, lambda: _plainer(reply, charset), lambda: refused):
        try:
            return build_reply(attempt(), operation, fmt=fmt, charset=charset)
        except BuildError:
            continue
    raise AssertionError("a plain failure can always be said")


def _plainer(value: Any, charset: str) -> Any:
    """A reply whose texts are in the charset, and hold nothing that ends a field or a line."""
    if isinstance(value, str):
        kept = "".join(c if c.isprintable() and c != "," else " " for c in value)
        return kept.encode(charset, "replace").decode(charset).strip()
    if isinstance(value, tuple):
        return tuple(_plainer(one, charset) for one in value)
    if isinstance(value, Struct):
        made = {name: _plainer(getattr(value, name), charset) for name in value.__struct_fields__}
        return type(value)(**made)
    return value
