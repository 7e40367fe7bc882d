"""What the formats share: the error, the kind of reply that is due, numbers, money and rows of phones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from smsc_codec.api.operations import (
    AddTemplate,
    ChangeTemplate,
    DeleteTemplate,
    GetBalance,
    GetStatus,
    GetTemplates,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.parameters.message_id import plain
from smsc_codec.api.replies.model import (
    Balance,
    Done,
    OperatorTemplates,
    PhoneRow,
    Price,
    Sent,
    Status,
    Statuses,
    Templates,
    TemplateSaved,
)
from smsc_codec.diagnostics import BuildError, CodecError, shortened
from smsc_codec.lazy import compiled


class ReplyError(CodecError):
    """The reply is none that the service gives. Carries its octets, its text as far as there is one, and why."""

    def __init__(self, data: bytes, text: str, reason: str) -> None:
        self.data = data
        self.text = text
        self.reason = reason
        super().__init__(data, text, reason)

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= 200 else self.text[:197] + "..."
        return f"{self.reason}: {shown!r}" if shown else self.reason

    def __repr__(self) -> str:
        return f"<ReplyError {self}>"


class Odd(Exception):
    """A reply that makes no sense, before its octets are known."""


def due(to: Operation) -> type:
    """The type of the reply that an operation gets, if it does not fail."""
    match to:
        case Send():
            return Price if to.cost == 1 else Sent
        case AddTemplate():
            return TemplateSaved
        case ChangeTemplate() | DeleteTemplate() | Notify():
            return Done
        case GetTemplates():
            return Templates
        case GetStatus():
            if to.delete:
                return Done
            return Statuses if to.many or len(to.messages) > 1 else Status
        case GetBalance():
            return Balance
    return OperatorTemplates


@cache
def _types(kind: type) -> dict[str, tuple[type, ...]]:
    return {name: get_args(hint) or (hint,) for name, hint in get_type_hints(kind).items()}


def struct(kind: type, said: Callable[[str], str | None]) -> Any:
    """A Struct whose fields `said` gives as texts, None for one that is not there; an empty one is not known."""
    values: dict[str, Any] = {}
    for name, types in _types(kind).items():
        text = said(name)
        if text is None or (text == "" and type(None) in types):
            continue
        if name == "id" and str in types:
            values[name] = identifier(text)
        elif name in ("id", "sms_cnt"):
            values[name] = natural(text)
        elif int in types:
            values[name] = number(text or "0")
        else:
            values[name] = money(text) if Decimal in types else text
    try:
        return kind(**values)
    except TypeError:
        raise Odd(f"a {kind.__name__} with a field missing") from None


def shorter(text: str) -> str:
    """A text from outside as it stands in a message."""
    return repr(shortened(text))


_MONEY = compiled(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?", re.ASCII)
_NUMBER = compiled(r"-?[0-9]{1,18}", re.ASCII)
#: The id of a message (PAR-4).
ID = compiled(r"[A-Za-z0-9._-]{1,40}")


def money(text: str) -> Decimal:
    """An amount, exactly as it is written (RSP-8)."""
    if not _MONEY.fullmatch(text):
        raise Odd(f"{shorter(text)} is not an amount of money")
    return Decimal(text)


def sensible(value: Decimal) -> bool:
    """Whether a decimal number may be an amount: `1e999999999` is small to send, and large to write."""
    return value.is_finite() and -19 <= value.adjusted() <= 18


def number(text: str) -> int:
    """A whole number."""
    if not _NUMBER.fullmatch(text):
        raise Odd(f"{shorter(text)} is not a number")
    return int(text)


def natural(text: str) -> int:
    """A count, or the id of a template: never below nothing, so that `-5` is no success."""
    value = number(text)
    if value < 0:
        raise Odd(f"{shorter(text)} is below zero")
    return value


def identifier(text: str) -> int | str:
    """The id of a message; one that is written as a number is a number, wherever it stands (BEY-5)."""
    if not ID.fullmatch(text):
        raise Odd(f"{shorter(text)} is not an id")
    return plain(text)


def written(value: Any) -> str:
    """A value as text: nothing for None, money without an exponent."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


#: STA-3: what has no value is there all the same, empty: after `all=1` and, if the parts are counted, `all=2`.
_ALWAYS = ("sender_id", "message", "comment")
_ALWAYS_2 = ("operator", "region", "country", "mccmnc")


def fields_of(value: Struct) -> dict[str, Any]:
    """A reply's fields by their names, as JSON and XML have them."""
    fields = {name: getattr(value, name) for name in value.__struct_fields__}
    if isinstance(value, Status) and value.status_name is not None:
        for name in (*_ALWAYS, *(_ALWAYS_2 if value.sms_cnt is not None else ())):
            if fields[name] is None:
                fields[name] = ""
    return fields


def row(fields: Iterable[str]) -> PhoneRow:
    """A row of one number: phone, codes of country and operator, cost, status, error; what is empty is not known."""
    phone, mccmnc, cost, status, error = fields
    if not phone:
        raise Odd("a row without a number")
    return PhoneRow(
        phone,
        mccmnc or None,
        money(cost) if cost else None,
        number(status) if status else None,
        number(error) if error else None,
    )


def row_fields(row: PhoneRow) -> tuple[str, str, str, str, str]:
    """The fields of a row, in order."""
    return row.phone, written(row.mccmnc), written(row.cost), written(row.status), written(row.error)


def items(lines: Iterable[str], begins: Callable[[str], object]) -> list[str]:
    """Rows whose last field is a text with line ends of its own: a line that begins none goes on with the one above."""
    made: list[list[str]] = []
    for line in lines:
        if begins(line) or not made:
            made.append([line])
        else:
            made[-1].append(line)
    return [item for item in map("\n".join, made) if item]


def rows(lines: list[str]) -> tuple[tuple[PhoneRow, ...], str]:
    """Rows a line each (RSP-5), and whatever else is there, as text (RSP-9)."""
    made: list[PhoneRow] = []
    rest: list[str] = []
    for line in lines:
        if not line and not rest:
            continue  # an empty line among rows says nothing
        fields = line.split(",")
        try:
            if len(fields) != 5 or rest:
                raise Odd
            made.append(row(fields))
        except Odd:
            rest.append(line)
    return tuple(made), "\n".join(rest).strip("\n")


def lines_of(head: str, phones: tuple[PhoneRow, ...], rest: str) -> str:
    """A reply of one line with its rows below."""
    for index, one in enumerate(phones):
        if any("," in field or "\n" in field for field in row_fields(one)):
            raise BuildError(f"phones[{index}]", "a field of a row cannot contain a comma")
    return "\n".join([head, *(",".join(row_fields(one)) for one in phones), *([rest] if rest else [])])
