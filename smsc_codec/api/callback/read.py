"""Octets to calls: each field of its own type, the signature checked (CBK-1, CBK-2, CBK-3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

from smsc_codec.api.callback import fields
from smsc_codec.api.callback.fields import Number
from smsc_codec.api.callback.model import SIGNED, AwaitedCall, Callback, Incoming, StatusReport
from smsc_codec.api.callback.signature import Signing, Unsigned, settled
from smsc_codec.api.replies.common import Odd, identifier, money, number, shorter
from smsc_codec.diagnostics import BuildError, CodecError
from smsc_codec.lazy import compiled
from smsc_codec.text.charsets import Charset


class CallbackError(CodecError):
    """A call of the service's that makes no sense, or whose signature is wrong. Holds no secret."""


def read_callback(
    said: Mapping[str, bytes] | bytes, *, sign: Signing | Unsigned, charset: Charset | None = None
) -> Callback:
    """What a call says: the body as it came, a form, a JSON object or XML; or parameters as octets.

    `sign` is what the address says (`read_address`, `signing`), its charset included; `charset` is another one. The
    signature is checked, in a time that tells nothing of it; UNSIGNED says that none is. Raises CallbackError for
    whatever may be sent, BuildError for another `sign` or `charset`.
    """
    sign = settled(sign, charset)
    try:
        return _callback(fields.of(said, sign.charset), sign)
    except Odd as odd:
        raise CallbackError(str(odd)) from None


def _callback(field: fields.Fields, sign: Signing | Unsigned) -> Callback:
    kind = _kind(field)
    texts = {name: _text(field, name) for name in _types(kind)}
    missing = [name for name, (_, needed) in _types(kind).items() if needed and texts[name] is None]
    if missing:
        raise Odd(f"neither a status, nor a message, nor a call: {', '.join(missing)} is missing")
    values = {
        name: _value(name, text, _types(kind)[name][0]) for name, text in texts.items() if text is not None
    }
    if isinstance(sign, Signing):
        _check(field, sign, {name: texts[name] or "" for name in SIGNED[kind]})
    callback: Callback = kind(**values)
    return callback


def _kind(field: fields.Fields) -> type:
    if field("status") is None:
        return AwaitedCall if field("mes") is None else Incoming
    if field("mes") is not None:
        raise Odd("both a status and a message")
    return StatusReport


@cache
def _types(kind: type) -> dict[str, tuple[type, bool]]:
    """What each field is, and whether it has to be there."""
    made = {}
    for name, hint in get_type_hints(kind).items():
        types = get_args(hint) or (hint,)
        made[name] = types[0], type(None) not in types
    return made


def _text(field: fields.Fields, name: str) -> str | None:
    """The text of a field; an empty one says nothing, unless it is a message."""
    text = field(name)
    if name == "phone":
        several = field("phones") or text  # SEN-3
        if text and text != several:
            raise Odd("phone and phones: two numbers, of which one is signed")
        text = several
    return None if text == "" and name != "mes" else text


#: What is signed is joined by colons (CBK-2), and nothing says of which kind the call is. So that the signature of one
#: call is never that of another, its fields hold no colon but the message, and no number that is written to looks like
#: a status.
_PHONE = compiled(r"[0-9]{1,20}", re.ASCII)
_WHOLE = compiled(r"-?[0-9]+", re.ASCII)
_STATUS = compiled(r"-?[0-9]{1,2}", re.ASCII)


def _value(name: str, text: str, kind: type) -> Any:
    try:
        if isinstance(text, Number) and kind is not Decimal and (name == "mes" or not _WHOLE.fullmatch(text)):
            raise Odd(f"the number {shorter(text)} where a text or a whole number belongs")
        text = str(text)
        if name == "id":
            return identifier(text)
        if name == "phone" and not _PHONE.fullmatch(text):
            raise Odd(f"{shorter(text)} is not a phone number in digits")
        if name == "status" and not _STATUS.fullmatch(text):
            raise Odd(f"{shorter(text)} is not a status; expected a number of up to two digits")
        if name == "to" and (":" in text or _STATUS.fullmatch(text)):
            raise Odd(f"{shorter(text)} is not a number that messages are sent to")
        if kind is int:
            return number(text)
        if kind is Decimal:
            return money(text)
        return text
    except Odd as odd:
        raise Odd(f"{name}: {odd}") from None


def _check(field: fields.Fields, sign: Signing, signed: Mapping[str, str]) -> None:
    given = field(sign.method)
    if not given:
        raise Odd("missing signature")
    try:
        fits = sign.fits(given, signed)
    except BuildError as error:
        raise Odd(f"{error}, so no signature can be over it") from None
    if not fits:
        raise Odd("the signature is wrong")
