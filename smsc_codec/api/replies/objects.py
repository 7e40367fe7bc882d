"""Replies in JSON, `fmt=3` (RSP-4, RSP-6, ERR-3, TPL-4, TPL-5, OPT-2, EVT-2, STA-3, BAL-1), with the drift of BEY-5."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.operations import Operation
from smsc_codec.api.parameters.message_id import plain
from smsc_codec.api.replies.common import (
    Odd,
    due,
    fields_of,
    identifier,
    money,
    natural,
    number,
    row,
    row_fields,
    sensible,
    shorter,
    struct,
    written,
)
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
from smsc_codec.lazy import compiled


class _Answer(Struct, gc=False):
    """What most replies to a sending are: read straight into this, the others field by field."""

    id: int | str | None = None
    cnt: int | None = None
    cost: Decimal | None = None
    balance: Decimal | None = None
    error: msgspec.Raw = msgspec.Raw()
    error_code: msgspec.Raw = msgspec.Raw()
    phones: msgspec.Raw = msgspec.Raw()
    code: msgspec.Raw = msgspec.Raw()


_ANSWERS = msgspec.json.Decoder(_Answer)
#: Money never becomes a binary float (RSP-8).
_ANYTHING = msgspec.json.Decoder(float_hook=Decimal)


@cache
def _rows_of_status() -> msgspec.json.Decoder[Any]:
    """Rows of statuses with whatever else is in them; numbers may be texts (BEY-5)."""
    fields = [
        (field.name, field.type, field.default) for field in structs.fields(Status) if field.name != "status"
    ]
    row = msgspec.defstruct("Row", [("status", int), *fields], gc=False)
    return msgspec.json.Decoder(list[row], strict=False)  # type: ignore[valid-type]


def _quick_statuses(text: str | bytes) -> Statuses | None:
    """A plain list of statuses; None where it has to be looked at closely."""
    try:
        found = _rows_of_status().decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    if _may_repeat(text, _OF_ROWS, len(found)):
        return None
    empty = ('""' in text) if isinstance(text, str) else (b'""' in text)
    made = []
    for one in found:
        if one.cost is not None and not sensible(one.cost):
            return None
        if type(one.id) is str:
            one.id = plain(one.id) if one.id else None
        values = structs.astuple(one)
        made.append(Status(*[None if value == "" else value for value in values] if empty else values))
    return Statuses(tuple(made))


#: What only a request has that was carried out (RSP-4, EVT-2).
_DONE = ("cnt", "cost", "balance", "result")


def read(text: str | bytes, to: Operation) -> Reply:
    """The reply that a text says. Raises Odd."""
    kind = due(to)
    if kind is Sent or kind is Price:
        made = _quick(text, kind)
        if made is not None:
            return made
    if kind is Statuses:
        listed = _quick_statuses(text)
        if listed is not None:
            return listed
    if kind is Done and text in ("", "OK", b"", b"OK"):
        return Done()
    try:
        said = _ANYTHING.decode(text)
        if len(_COLON[type(text)].findall(text)) > _names(said):
            _no_name_twice(text)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Odd(f"not JSON: {error}") from None
    except RecursionError:
        raise Odd("not JSON of the service: nested too deeply") from None
    return _reply(said, kind)


_COLON: dict[type, re.Pattern[Any]] = {str: compiled(r'"\s*:'), bytes: re.compile(rb'"\s*:')}


def _names(said: Any) -> int:
    """How many names the objects of a reply have, each counted once."""
    match said:
        case dict():
            return len(said) + sum(map(_names, said.values()))
        case list():
            return sum(map(_names, said))
    return 0


def _no_name_twice(text: str | bytes) -> None:
    """That no object has two values by one name, of which the last alone would be read. Raises Odd."""
    import json

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if made.setdefault(name, value) != value:
                raise Odd(f"two values of {shorter(name)} in one object")
        return made

    json.loads(text, object_pairs_hook=once, parse_float=str, parse_int=str)


#: What decides of a plain reply: whether one of these names may be in it twice is looked at.
_DECIDING = ("id", "cnt", "cost", "balance")
_OF_ROWS = ("status", "id", "phone", "err", "cost")


def _may_repeat(text: str | bytes, names: tuple[str, ...], most: int) -> bool:
    """Whether a name stands in a text more often than `most` times."""
    if isinstance(text, str):
        return any(text.count(f'"{name}"') > most for name in names)
    return any(text.count(b'"%b"' % name.encode()) > most for name in names)


def _quick(text: str | bytes, kind: type) -> Reply | None:
    """A plain answer to a sending; None where it has to be looked at closely."""
    try:
        said = _ANSWERS.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    if _may_repeat(text, _DECIDING, 1):
        return None
    cnt, cost, id, balance = said.cnt, said.cost, said.id, said.balance
    if said.error or said.error_code or said.phones or said.code or cnt is None or cnt < 0:
        return None
    if not (cost is None or sensible(cost)) or not (balance is None or sensible(balance)):
        return None
    if kind is Price:
        return None if cost is None else Price(cost=cost, cnt=cnt)
    if id is None or (type(id) is str and not id):
        return None
    return Sent(id=id if type(id) is int else plain(str(id)), cnt=cnt, cost=cost, balance=balance)


def _reply(said: Any, kind: type) -> Reply:
    if kind in (Templates, OperatorTemplates) and isinstance(said, list):
        if kind is Templates:
            return Templates(tuple(_struct(item, Template) for item in said))
        return OperatorTemplates(tuple(_operator(item) for item in said))
    if kind is Statuses and isinstance(said, list):
        return Statuses(tuple(_struct(item, Status) for item in said))
    if not isinstance(said, dict):
        raise Odd(f"not a reply of this kind ({kind.__name__})")
    if said.get("error_code") is not None:
        id = said.get("id")
        beside = next((name for name in _DONE if name in said), None)
        if beside is not None:
            raise Odd(f"an error and {beside!r} in one reply")
        return Failure(
            code=_code(_text(said["error_code"])),
            text=_text(said.get("error")),
            id=identifier(_text(id)) if _text(id) else None,
            phones=_phones(said),
        )
    if said.get("error"):
        raise Odd("an error without its code")
    if kind is Done and said.get("result") == "OK":
        return Done()
    if kind is TemplateSaved and "id" in said:
        return TemplateSaved(natural(_text(said["id"])))
    if kind is Sent and "id" in said and "cnt" in said:
        return Sent(
            id=identifier(_text(said["id"])),
            cnt=natural(_text(said["cnt"])),
            cost=_money(said.get("cost")),
            balance=_money(said.get("balance")),
            phones=_phones(said),
            code=_text(said.get("code")) or None,
        )
    if kind is Price and "cost" in said and "cnt" in said:
        return Price(cost=money(_text(said["cost"])), cnt=natural(_text(said["cnt"])), phones=_phones(said))
    if kind is Status and "status" in said:
        made: Status = _struct(said, Status)
        return made
    if kind is Statuses and "status" in said:
        return Statuses((_struct(said, Status),))
    if kind is Balance and "balance" in said:
        made_balance: Balance = _struct(said, Balance)
        return made_balance
    raise Odd(f"not a reply of this kind ({kind.__name__})")


def _code(text: str) -> int:
    """The code of an error (ERR-3), written as numbers are."""
    code = number(text)
    if str(code) != text:
        raise Odd(f"{text!r} is not an error code")
    return code


def _text(value: Any) -> str:
    """A text, number or nothing as text."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise Odd(f"{type(value).__name__} where a text or a number belongs")
    if isinstance(value, Decimal) and not sensible(value):
        raise Odd("a number beyond any amount of money")
    return written(value)


def _money(value: Any) -> Decimal | None:
    text = _text(value)
    return money(text) if text else None


def _phones(said: dict[str, Any]) -> tuple[PhoneRow, ...]:
    rows = said.get("phones") or []
    if not isinstance(rows, list) or not all(isinstance(item, dict) for item in rows):
        raise Odd("'phones' is not a list of rows")
    names = ("phone", "mccmnc", "cost", "status", "error")
    return tuple(row(_text(item.get(name)) for name in names) for item in rows)


def _struct(said: Any, kind: type) -> Any:
    """A Struct whose fields are those of an object, by their names."""
    if not isinstance(said, dict):
        raise Odd(f"{type(said).__name__} where an object belongs")
    return struct(kind, lambda name: None if said.get(name) is None else _text(said[name]))


def _operator(said: Any) -> OperatorTemplate:
    """OPT-2: the key is the operator's name; `name` and `status` beside each other are taken too."""
    if not isinstance(said, dict):
        raise Odd("no operator")
    name = said.get("name")
    named = isinstance(name, str) and "status" in said
    states = {key: one for key, one in said.items() if key not in ("id", *(("name",) if named else ()))}
    if not states:
        raise Odd("no operator")
    first, *others = states
    more = next((key for key in others if _is_number(states[key])), None)
    if more is not None:
        raise Odd(f"two operators in one object: {shorter(first)} and {shorter(more)}")
    return OperatorTemplate(
        str(name) if named else first, number(_text(said["status" if named else first])), _id(said)
    )


def _is_number(value: Any) -> bool:
    try:
        number(_text(value))
    except Odd:
        return False
    return True


def _id(said: dict[str, Any]) -> int | None:
    text = _text(said.get("id"))
    return natural(text) if text else None


def write(reply: Reply) -> Any:
    """The reply as plain values: money and rows as texts, ids and counts as numbers (RSP-4, RSP-6)."""
    match reply:
        case Failure():
            return _some(error=reply.text, error_code=reply.code, id=reply.id) | _rows(reply.phones)
        case Sent():
            money = {"cost": reply.cost, "balance": reply.balance, "code": reply.code}
            return _some(id=reply.id, cnt=reply.cnt, **money) | _rows(reply.phones)
        case Price():
            return _some(cost=reply.cost, cnt=reply.cnt) | _rows(reply.phones)
        case Done():
            return {"result": "OK"}
        case TemplateSaved():
            return {"id": reply.id}
        case Templates():
            return [_all(item) for item in reply.items]
        case OperatorTemplates():
            return [_some(**{item.name: item.status, "id": item.id}) for item in reply.items]
        case Status() | Balance():
            return _all(reply)
        case Statuses():
            return [_all(item) for item in reply.items]
    raise BuildError("", f"{type(reply).__name__} is not a reply")


def _all(value: Struct) -> dict[str, Any]:
    return _some(**fields_of(value))


def _some(**values: Any) -> dict[str, Any]:
    plain = {name: written(value) if isinstance(value, Decimal) else value for name, value in values.items()}
    return {name: value for name, value in plain.items() if value is not None}


def _rows(phones: tuple[PhoneRow, ...]) -> dict[str, Any]:
    names = ("phone", "mccmnc", "cost", "status", "error")
    return {"phones": [dict(zip(names, row_fields(one), strict=True)) for one in phones]} if phones else {}
