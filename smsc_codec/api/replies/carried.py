"""What each format can carry of a reply: the others leave it out."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, structs

from smsc_codec.api.building import Format
from smsc_codec.api.operations import GetStatus, Operation
from smsc_codec.api.replies.common import due
from smsc_codec.api.replies.model import (
    Balance,
    Failure,
    OperatorTemplates,
    Price,
    Reply,
    Sent,
    Status,
    Statuses,
)
from smsc_codec.api.replies.numbers import ABOUT, HLR, MARK, names_of
from smsc_codec.api.replies.words import IN_WORDS, TOLD

#: The fields that a format has no place for, by format and type; `rest` is only ever read.
MISSING: dict[Format, dict[type, tuple[str, ...]]] = {
    0: {
        Sent: ("code",),
        Status: tuple(n for n in Status.__struct_fields__ if n not in IN_WORDS and n not in TOLD),
        Balance: ("credit",),
    },
    1: {Sent: ("code",), Failure: ("text",), Balance: ("currency", "credit")},
    2: {Sent: ("rest",), Price: ("rest",), Failure: ("rest",)},
    3: {Sent: ("rest",), Price: ("rest",), Failure: ("rest",)},
}


def carried(reply: Reply, to: Operation, fmt: Format) -> Reply:
    """The reply as a format says it: without what it has no place for."""
    if isinstance(reply, Statuses):
        return Statuses(tuple(_status(item, to, fmt, many=True) for item in reply.items))
    if isinstance(reply, Status):
        return _status(reply, to, fmt)
    names = MISSING[fmt].get(type(reply), ())
    if fmt == 1 and isinstance(reply, Failure) and due(to) is OperatorTemplates:
        names += ("id",)  # it would look like an operator whose id is missing
    made: Reply = _without(reply, names)
    return made


def _status(status: Status, to: Operation, fmt: Format, many: bool = False) -> Status:
    names = MISSING[fmt].get(Status, ())
    if fmt == 0 and not (isinstance(to, GetStatus) and to.all):
        names += tuple(TOLD)
    if fmt == 1:
        all = to.all if isinstance(to, GetStatus) else 0
        hlr = any(getattr(status, name) is not None for name in HLR)
        if hlr and all:
            status = structs.replace(status, sender_id=MARK)
        kept = names_of(all, hlr) + (ABOUT[all] if many else ())
        names = tuple(name for name in Status.__struct_fields__ if name not in kept)
    made: Status = _without(status, names)
    return made


def _without(value: Struct, names: tuple[str, ...]) -> Any:
    defaults = {field.name: field.default for field in structs.fields(type(value)) if field.name in names}
    return structs.replace(value, **defaults)
