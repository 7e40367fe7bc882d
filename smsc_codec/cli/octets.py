"""What octets can be decoded as, and their JSON form: `decode --json` writes it, `encode` reads it.

Octets stand in JSON as hexadecimal digits, since that is how one speaks of them everywhere else here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

import msgspec
from msgspec import Struct

from smsc_codec.diagnostics import BuildError, CodecError, Problem
from smsc_codec.payloads.binary import dcs, payload, pid, push, udh
from smsc_codec.payloads.binary.elements import Element
from smsc_codec.payloads.binary.markup import Markup
from smsc_codec.payloads.binary.payload import BinaryMessage
from smsc_codec.payloads.binary.push import Push, Service
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.payloads.binary.wbxml import Document, Token
from smsc_codec.text.near import nearest

KINDS = ("binary", "push", "udh", "dcs", "pid")

#: The fields that hold octets, in every value that has them.
OCTETS = frozenset({"body", "data", "head", "string_table", "extension", "value", "markup"})

#: What `encode` passes over: `as` says what the rest is.
_EXTRA = ("as", "problems", "mms")


class PushMessage(Struct, frozen=True, omit_defaults=True):
    """A push in JSON: what its document says, if its shortest form is these octets; else its tokens or its XML."""

    service: Service | None = None
    transaction: int = 0
    header: Header | None = None
    head: bytes | None = None
    document: Document | None = None
    markup: bytes | None = None
    pid: int | None = None
    dcs: int | None = None


class BadJson(CodecError):
    """The JSON does not describe what it should; the text says where and why."""


def push_message(found: Push, number: int | None, coding: int | None) -> PushMessage:
    """The JSON form of a push, with the pid and dcs said beside it."""
    try:
        short = push.message(found.service, found.transaction) == found
    except CodecError:
        short = False
    if short:
        return PushMessage(found.service, found.transaction, pid=number, dcs=coding)
    document = found.document
    tokens, text = (None, document.data) if isinstance(document, Markup) else (document, None)
    return PushMessage(
        None, found.transaction, found.header, found.head, tokens, text, pid=number, dcs=coding
    )


def to_json(kind: str, value: Any, problems: tuple[Problem, ...] = ()) -> bytes:
    """The JSON of a value of a kind, with what was wrong in the octets, by places in octets."""
    made = {"as": kind, **_digits(msgspec.to_builtins(value, builtin_types=(bytes,)))}
    if problems:
        made["problems"] = [
            {"message": one.message, "start": one.span.start, "end": one.span.end} for one in problems
        ]
    return msgspec.json.format(msgspec.json.encode(made), indent=2)


def from_json(text: str, kind: str | None) -> str:
    """The digits that the JSON describes; `kind` where the JSON itself does not say it.

    Raises BadJson for what is no such JSON, and BuildError for a value that cannot be written.
    """
    try:
        given = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise BadJson(f"not JSON: {str(error).removeprefix('JSON is malformed: ')}") from None
    except RecursionError:
        raise BadJson("nested too deeply") from None
    if not isinstance(given, dict):
        raise BadJson("expected an object, as `decode --json` prints it")
    said = given.get("as", kind or ("push" if "service" in given or "document" in given else "binary"))
    if said not in KINDS:
        raise BadJson(f"as: {said!r} is not one of {', '.join(KINDS)}")
    if kind is not None and kind != said:
        raise BadJson(f"as: the JSON describes {said}, not {kind}")
    if given.get("problems"):
        raise BadJson("problems: the octets had errors and part of them is lost; fix them first")
    type_, build = _WRITERS[said]
    plain = {name: one for name, one in given.items() if name not in _EXTRA}
    _check_names(plain, type_.__struct_fields__, "")
    try:
        plain = _octets(plain, "")
        value = msgspec.convert(plain, type_, builtin_types=(bytes,))
        _check_all(plain, msgspec.to_builtins(value, builtin_types=(bytes,)), "")
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$")
        place = place.strip("`.")
        raise BadJson(f"{place}: {reason}{_meant(reason, place)}" if place else reason) from None
    except RecursionError:
        raise BadJson("nested too deeply") from None
    return build(value)


def _meant(reason: str, place: str) -> str:
    """What the misspelt name of an element, a token or a service was to be, if that can be told."""
    said = re.fullmatch("Invalid value '(.*)'", reason)
    types = (*get_args(Element), *get_args(Token), *get_args(Service)) if place.endswith("type") else ()
    meant = said and nearest(said[1], [one.__struct_config__.tag for one in types])
    return f"; did you mean '{meant}'?" if meant else ""


def _digits(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex().upper()
    if isinstance(value, dict):
        return {name: _digits(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_digits(one) for one in value]
    return value


def _octets(value: Any, path: str) -> Any:
    """The value with the digits of its octets read."""
    if isinstance(value, list):
        return [_octets(one, f"{path}[{index}]") for index, one in enumerate(value)]
    if not isinstance(value, dict):
        return value
    made = {}
    for name, one in value.items():
        place = f"{path}.{name}" if path else name
        if name in OCTETS and isinstance(one, str):
            made[name] = _from_digits(one, place)
        else:
            made[name] = _octets(one, place)
    return made


def _from_digits(digits: str, place: str) -> bytes:
    bad = re.search("[^0-9A-Fa-f]", digits)
    if bad:
        raise BadJson(f"{place}: {bad[0]!r} at offset {bad.start()} is not a hexadecimal digit")
    if len(digits) % 2:
        raise BadJson(f"{place}: odd number of hexadecimal digits: {len(digits)}")
    return bytes.fromhex(digits)


def _check_names(given: Iterable[str], fields: Iterable[str], path: str) -> None:
    """Refuse a field that nobody reads: a misspelt one would be left out in silence."""
    fields = tuple(fields)
    for name in given:
        if name not in fields:
            meant = nearest(name, fields)
            hint = f"did you mean {meant}?" if meant else f"choose one of {', '.join(fields)}"
            raise BadJson(f"{path}{name}: no such field; {hint}")


def _check_all(given: Any, taken: Any, path: str) -> None:
    """The same for every value within: `taken` is what was read of `given`."""
    if isinstance(given, list):
        for index, (one, other) in enumerate(zip(given, taken, strict=True)):
            _check_all(one, other, f"{path}[{index}]")
    elif isinstance(given, dict):
        _check_names(given, taken, f"{path}.")
        for name, one in given.items():
            _check_all(one, taken.get(name), f"{path}.{name}" if path else name)


def _hex(octets: bytes) -> str:
    return octets.hex().upper()


def _build_push(value: PushMessage) -> str:
    if value.service is not None:
        if value.header or value.head or value.document or value.markup:
            raise BuildError("service", "replaces header, head and document: give either it or them")
        made = push.message(value.service, value.transaction)
    elif value.header is None or value.head is None or (value.document is None) == (value.markup is None):
        raise BuildError("service", "expected service, or header, head and document (or its markup)")
    else:
        document = value.document or Markup(value.markup or b"")
        made = Push(value.header, value.transaction, value.head, document)
    data = push.build(made)
    header = udh.parse(data)
    return payload.build_hex(BinaryMessage(header, data[data[0] + 1 :], value.pid, value.dcs))


_WRITERS: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "binary": (BinaryMessage, payload.build_hex),
    "push": (PushMessage, _build_push),
    "udh": (Header, lambda value: _hex(udh.build(value))),
    "dcs": (dcs.DataCoding, lambda value: f"{dcs.build(value):02X}"),
    "pid": (pid.Protocol, lambda value: f"{pid.build(value):02X}"),
}
