"""Replies in numbers, `fmt=1`: fields by comma (RSP-2, RSP-5, ERR-2, TPL-4, TPL-5, OPT-2, EVT-2, STA-2, BAL-1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import structs

from smsc_codec.api.operations import GetStatus, Operation
from smsc_codec.api.replies.common import (
    ID,
    Odd,
    due,
    identifier,
    items,
    lines_of,
    money,
    natural,
    number,
    rows,
    written,
)
from smsc_codec.api.replies.model import (
    Balance,
    Done,
    Failure,
    OperatorTemplate,
    OperatorTemplates,
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
from smsc_codec.grammar.runtime import Tables
from smsc_codec.lazy import compiled

SHORT = ("status", "last_timestamp", "err")
_MORE = ("send_timestamp", "phone", "cost", "sender_id", "status_name", "message")
_MOST = (
    "send_timestamp",
    "phone",
    "cost",
    "country",
    "operator",
    "region",
    "sender_id",
    "status_name",
    "message",
)
#: STA-2: the fields of a status by `all`; where the three more of `all=2` stand is assumed.
FIELDS: tuple[tuple[str, ...], ...] = (SHORT, SHORT + _MORE, SHORT + _MOST)
#: What is told of the number of an HLR request, after the first three (STA-3, STA-8).
HLR = ("imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet")
_INTEGERS = frozenset(("status", "last_timestamp", "err", "send_timestamp"))


def _tables() -> Tables:
    from smsc_codec.grammar.compiled.numbers import TABLES

    return TABLES


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(_tables().pattern or "")


@cache
def _template_begins() -> Callable[[str], object]:
    return compiled(_tables().terminals["T_ID"]).match


def read(text: str, to: Operation) -> Reply:
    """The reply that a text says. Raises Odd."""
    kind = due(to)
    lines = text.split("\n")
    line = _pattern().fullmatch(lines[0].rstrip(" \t"))
    # A balance below nothing has no comma, and no status has a time before 1970: nothing else looks like this,
    # but an operator whose id is missing.
    if line and line["FAILURE"] and (line["FAILED_ID"] == "0" or kind is not OperatorTemplates):
        phones, rest = rows(lines[1:])
        id = None if line["FAILED_ID"] == "0" else identifier(line["FAILED_ID"])
        return Failure(code=number(line["FAILURE"]), id=id, phones=phones, rest=rest)
    first, second, third, fourth = line.group("FIRST", "SECOND", "THIRD", "FOURTH") if line else (None,) * 4
    if kind is Sent and first and second:
        phones, rest = rows(lines[1:])
        return Sent(
            id=identifier(first),
            cnt=natural(second),
            cost=None if third is None else money(third),
            balance=None if fourth is None else money(fourth),
            phones=phones,
            rest=rest,
        )
    if kind is Price and first and second and third is None:
        phones, rest = rows(lines[1:])
        return Price(cost=money(first), cnt=natural(second), phones=phones, rest=rest)
    if kind is Templates:
        return Templates(tuple(_templates(lines)))
    if kind is OperatorTemplates:
        return OperatorTemplates(tuple(_operator(line) for line in lines if line))
    if kind is Statuses:
        assert isinstance(to, GetStatus)
        # Without `all` there is no text with line ends of its own.
        found = items(lines, _STATUS[to.all].match) if to.all else lines
        return Statuses(tuple(_row(item, to.all) for item in found))
    if kind is Status:
        assert isinstance(to, GetStatus)
        return _status(text, to.all)
    if kind is Done and text == "OK":
        return Done()
    if first and second is None and len(lines) == 1:
        if kind is TemplateSaved:
            return TemplateSaved(natural(first))
        if kind is Balance:
            return Balance(balance=money(first))
    raise Odd(f"not a reply of this kind ({kind.__name__})")


#: By `all`, how a row begins: whole, up to the text that ends it, or alone on its line, of a message that is not known.
_STATUS = [
    compiled(rf"-3(?:,[A-Za-z0-9._-]*){{0,4}}\Z|-?[0-9]+,[0-9]*,(?:[^,]*,){{{len(names) - 3}}}")
    for names in FIELDS
]


def _templates(lines: list[str]) -> list[Template]:
    made = []
    for item in items(lines, _template_begins()):
        row = _pattern().fullmatch(item)
        if row is None or row["T_ID"] is None:
            raise Odd("a template has six fields")
        id, name, format, sender, flag, message = row.group(
            "T_ID", "NAME", "FORMAT", "SENDER", "FLAG", "MESSAGE"
        )
        made.append(
            Template(
                id=number(id),
                name=name or "",
                format=format or "",
                sender=sender or "",
                flag=number(flag or "0"),
                message=message or "",
            )
        )
    return made


def _operator(line: str) -> OperatorTemplate:
    fields = line.rsplit(",", 2)
    if len(fields) != 3 or not fields[0]:
        raise Odd("an operator has three fields")
    return OperatorTemplate(fields[0], number(fields[1]), number(fields[2]) if fields[2] else None)


def names_of(all: int, hlr: bool) -> tuple[str, ...]:
    """The fields of a status by `all`; those of an HLR request stand after the first three (STA-8)."""
    return SHORT + HLR + FIELDS[all][len(SHORT) :] if hlr else FIELDS[all]


#: STA-8: where the mark of an HLR request stands, by `all`: it is the sender's name.
_MARKED = {1: 14, 2: 17}
MARK = "HLR"
#: Where other rows have the time of sending, with fewer digits.
_IMSI = compiled(r"[0-9]{14,16}|", re.ASCII)


def _is_hlr(text: str, all: int) -> bool:
    if all == 0:
        return text.count(",") == len(SHORT + HLR) - 1
    # A message may hold commas, and the mark between them.
    fields = text.split(",", len(names_of(all, True)) - 1)
    marked = len(fields) == len(names_of(all, True)) and fields[_MARKED[all]] == MARK
    return marked and _IMSI.fullmatch(fields[len(SHORT)]) is not None


def _status(text: str, all: int) -> Status:
    names = names_of(all, _is_hlr(text, all))
    fields = text.split(",", len(names) - 1)
    if len(fields) not in (len(names), 1, 2, 3):
        raise Odd(f"a status has {len(names)} fields")
    values = {}
    for name, field in zip(names, fields, strict=False):
        field = field if name == "message" else field.rstrip(" \t")
        if field:
            values[name] = number(field) if name in _INTEGERS else money(field) if name == "cost" else field
    if "status" not in values:
        raise Odd("no status")
    return Status(**values)  # type: ignore[arg-type]


#: STA-2: what each of several rows ends in, by `all`.
ABOUT = (("id", "phone"), ("id",), ("id",))


#: A message that is not known, with its id and phone right behind: no error has seven digits.
_UNKNOWN = compiled(r"-3,(?P<id>[A-Za-z0-9._-]{1,40}),(?P<phone>\+?[0-9]{7,15})", re.ASCII)


def _row(text: str, all: int) -> Status:
    """One of several statuses: it ends in what it is about; a short row may not."""
    unknown = _UNKNOWN.fullmatch(text) if all == 0 else None
    if unknown:
        return Status(status=-3, id=identifier(unknown["id"]), phone=unknown["phone"])
    fields = text.rsplit(",", len(ABOUT[all]))
    whole = len(fields) == 1 + len(ABOUT[all]) and (all > 0 or fields[0].count(",") >= len(SHORT) - 1)
    if not whole or (fields[1] and not ID.fullmatch(fields[1])):
        return _status(text, all)
    made = _status(fields[0], all)
    about: dict[str, Any] = {"id": identifier(fields[1]) if fields[1] not in ("", "0") else None}
    if all == 0:
        about["phone"] = fields[2] or None
    return structs.replace(made, **about)


def write(reply: Reply, to: Operation) -> str:
    """The text of a reply; what numbers do not say is not looked at here."""
    match reply:
        case Failure():
            failed = f"{0 if reply.id is None else reply.id}{_tables().written['_MINUS']}{reply.code}"
            return lines_of(failed, reply.phones, reply.rest)
        case Sent():
            if reply.balance is not None and reply.cost is None:
                raise BuildError("cost", "is missing, but there is a balance")
            money = [written(value) for value in (reply.cost, reply.balance) if value is not None]
            return lines_of(_fields(reply.id, reply.cnt, *money), reply.phones, reply.rest)
        case Price():
            return lines_of(_fields(written(reply.cost), reply.cnt), reply.phones, reply.rest)
        case Done():
            return "OK"
        case TemplateSaved():
            return str(reply.id)
        case Templates():
            return "\n".join(
                _fields(t.id, t.name, t.format, t.sender, t.flag, t.message) for t in reply.items
            )
        case OperatorTemplates():
            return "\n".join(f"{t.name},{t.status},{written(t.id)}" for t in reply.items)
        case Status():
            return _status_line(reply, to)
        case Statuses():
            return "\n".join(_status_line(item, to, many=True) for item in reply.items)
        case Balance():
            return written(reply.balance)
    raise BuildError("", f"{type(reply).__name__} is not a reply")


def _fields(*values: object) -> str:
    return _tables().written["_COMMA"].join(map(str, values))


def _status_line(status: Status, to: Operation, many: bool = False) -> str:
    assert isinstance(to, GetStatus)
    all = to.all
    names = names_of(all, any(getattr(status, name) is not None for name in HLR))
    fields = [written(getattr(status, name)) for name in names]
    about = [written(getattr(status, name)) for name in ABOUT[all]] if many else []
    if all == 0 and names == SHORT and not any(about):
        while not fields[-1]:
            fields.pop()
        about.clear()
    return ",".join(fields + about)
