"""Replies in words, `fmt=0`: each line is one of the grammar's (RSP-1, ERR-1, TPL-4, TPL-5, OPT-2, EVT-2, STA-2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from smsc_codec.api.operations import Operation
from smsc_codec.api.replies.common import (
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


def _tables() -> Tables:
    from smsc_codec.grammar.compiled.reply import TABLES

    return TABLES


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(_tables().pattern or "")


@cache
def _template_begins() -> Callable[[str], object]:
    return compiled(_tables().terminals["_T_ID"]).match


@cache
def _status_begins() -> Callable[[str], object]:
    terminals = _tables().terminals
    behind = "|".join((*(terminals[name] for name in ("_CHECKED", "_ERR", "_S_DATE")), r"\Z"))
    return compiled(f"{terminals['_STATUS']}{terminals['STATUS']}(?:{behind})").match


def _line(line: str) -> re.Match[str]:
    match = _pattern().fullmatch(line)
    if match is None:
        raise Odd("this line is not from the service")
    return match


def read(text: str, to: Operation) -> Reply:
    """The reply that a text says. Raises Odd."""
    kind = due(to)
    lines = text.split("\n")
    if kind is Templates and (not text.strip() or text.startswith(_tables().written["_T_ID"])):
        return Templates(tuple(_templates(lines)))
    if kind in (Status, Statuses) and text.startswith(_tables().written["_STATUS"]):
        found = tuple(_status(_line(item)) for item in items(lines, _status_begins()))
        if kind is Statuses:
            return Statuses(found)
        if len(found) == 1:
            return found[0]
        raise Odd("more statuses than one")
    match = _line(lines[0].rstrip(" \t"))
    if match["FAILURE"] is not None:
        phones, rest = rows(lines[1:])
        failed = match["FAILED_ID"]
        id = None if failed is None else identifier(failed)
        return Failure(
            code=number(match["FAILURE"]), text=match["TEXT"] or "", id=id, phones=phones, rest=rest
        )
    if kind is Sent and match["COUNT"] is not None:
        phones, rest = rows(lines[1:])
        return Sent(
            id=identifier(match["ID"]),
            cnt=natural(match["COUNT"]),
            cost=None if match["COST"] is None else money(match["COST"]),
            balance=None if match["BALANCE"] is None else money(match["BALANCE"]),
            phones=phones,
            rest=rest,
        )
    if kind is Price and match["PRICE"] is not None:
        phones, rest = rows(lines[1:])
        return Price(cost=money(match["PRICE"]), cnt=natural(match["PARTS"]), phones=phones, rest=rest)
    if kind is OperatorTemplates and match["STATE"] is not None:
        return OperatorTemplates(tuple(_operator(_line(line)) for line in lines if line))
    if len(lines) > 1:
        raise Odd("more lines than one")
    if kind is Done and match["DONE"] is not None:
        return Done()
    if kind is TemplateSaved and match["SAVED_ID"] is not None:
        return TemplateSaved(natural(match["SAVED_ID"]))
    if kind is Balance and match["AMOUNT"] is not None:
        return Balance(balance=money(match["AMOUNT"]), currency=match["CURRENCY"])
    raise Odd(f"not a reply of this kind ({kind.__name__})")


def _templates(lines: list[str]) -> list[Template]:
    """Templates: the message comes last, and may have line ends."""
    made: list[Template] = []
    for item in items(lines, _template_begins()):
        match = _line(item)
        if match["T_ID"] is None:
            raise Odd("no template")
        name, format, sender, flag, message = match.group("NAME", "FORMAT", "SENDER", "FLAG", "MESSAGE")
        made.append(
            Template(
                id=number(match["T_ID"]),
                name=name or "",
                format=format or "",
                sender=sender or "",
                flag=number(flag or "0"),
                message=message or "",
            )
        )
    return made


def _operator(match: re.Match[str]) -> OperatorTemplate:
    name, state, id = match.group("OPERATOR", "STATE", "O_ID")
    if name is None:
        raise Odd("no operator")
    return OperatorTemplate(name, number(state), None if id is None else number(id))


#: STA-2: what is told of any status.
IN_WORDS = ("status", "last_date", "err")
#: STA-2: what is told of a status with `all`, by the grammar's names.
TOLD = {
    "send_date": "S_DATE",
    "phone": "S_PHONE",
    "cost": "S_COST",
    "sender_id": "S_SENDER",
    "status_name": "S_NAME",
    "message": "S_TEXT",
    "comment": "S_NOTE",
    "type": "S_TYPE",
}


def _status(match: re.Match[str]) -> Status:
    status, checked, err = match.group("STATUS", "CHECKED", "ERR")
    told: dict[str, Any] = {name: match[group] for name, group in TOLD.items()}
    if told["cost"] is not None:
        told["cost"] = money(told["cost"])
    if told["type"] is not None:
        told["type"] = number(told["type"])
    return Status(
        status=number(status or ""), last_date=checked, err=None if err is None else number(err), **told
    )


def write(reply: Reply) -> str:
    """The text of a reply; what words do not say is not looked at here."""
    say = _tables().written
    match reply:
        case Failure():
            id = "" if reply.id is None else f"{say['_FAILED']}{reply.id}"
            told = f"{say['_OPEN']}{reply.text}{say['_CLOSE']}" if reply.text else ""
            return lines_of(f"{say['_REFUSED']}{reply.code}{told}{id}", reply.phones, reply.rest)
        case Sent():
            head = f"{say['_OK']}{reply.cnt}{say['_SMS']}{reply.id}"
            head += "" if reply.cost is None else f"{say['_COST']}{written(reply.cost)}"
            head += "" if reply.balance is None else f"{say['_BALANCE']}{written(reply.balance)}"
            return lines_of(head, reply.phones, reply.rest)
        case Price():
            price = f"{written(reply.cost)}{say['_SIZE']}{reply.cnt}{say['_END']}"
            return lines_of(price, reply.phones, reply.rest)
        case Done():
            return say["DONE"]
        case TemplateSaved():
            return f"{say['_SAVED']}{reply.id}"
        case Templates():
            return "\n".join(
                f"{say['_T_ID']}{t.id}{say['_NAME']}{t.name}{say['_FORMAT']}{t.format}{say['_SENDER']}{t.sender}"
                f"{say['_FLAG']}{t.flag}{say['_MESSAGE']}{t.message}"
                for t in reply.items
            )
        case OperatorTemplates():
            return "\n".join(
                f"{t.name}{say['_IS']}{t.status}" + ("" if t.id is None else f"{say['_O_ID']}{t.id}")
                for t in reply.items
            )
        case Status():
            return _status_line(reply)
        case Statuses():
            return "\n".join(map(_status_line, reply.items))
        case Balance():
            return written(reply.balance) + (
                "" if reply.currency is None else f"{say['_BLANK']}{reply.currency}"
            )
    raise BuildError("", f"{type(reply).__name__} is not a reply")


def _status_line(status: Status) -> str:
    say = _tables().written
    line = f"{say['_STATUS']}{status.status}"
    line += "" if status.last_date is None else f"{say['_CHECKED']}{status.last_date}"
    line += "" if status.err is None else f"{say['_ERR']}{status.err}"
    if any(getattr(status, name) is not None for name in TOLD):
        line += "".join(f"{say[f'_{field}']}{written(getattr(status, name))}" for name, field in TOLD.items())
    return line
