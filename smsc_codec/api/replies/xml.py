"""Replies in XML, `fmt=2` (RSP-3, RSP-6, ERR-3, TPL-4, TPL-5, OPT-2, EVT-2, BAL-1)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.parsers import expat

from msgspec import Struct

from smsc_codec.api.operations import Operation
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

#: The deepest reply of the service has three levels.
_DEEPEST = 16


#: The elements of lists (TPL-5, OPT-2). What those of statuses are called, the page does not say.
_LISTED: dict[type, str] = {Templates: "template", OperatorTemplates: "template"}


class Node(Struct, gc=True):
    """An element: its name, attributes, elements and text."""

    name: str
    attributes: dict[str, str] = {}
    below: list[Node] = []
    text: str = ""

    def get(self, name: str) -> str | None:
        """The text of the element with a name below; None where there is none. Raises Odd for two that differ."""
        found = {node.text for node in self.below if node.name == name}
        if len(found) > 1:
            raise Odd(f"two values of {name!r} in one element")
        return found.pop() if found else None


def tree(text: str) -> Node:
    """The root of a document. Raises Odd for one that is not well formed, has a DOCTYPE, or is too deep."""
    top = Node("")
    path = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(path) > _DEEPEST:
            raise Odd("elements within elements, deeper than the service has them")
        node = Node(name, attributes, [])
        path[-1].below.append(node)
        path.append(node)

    def end(name: str) -> None:
        path.pop()

    def characters(data: str) -> None:
        path[-1].text += data

    def doctype(*ignored: Any) -> None:
        raise Odd("a document type, which may hide more than it shows")

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise Odd(f"not XML: {error}") from None
    except UnicodeEncodeError:
        raise Odd("not XML: half of a surrogate pair") from None
    return top.below[0]


#: What only a request has that was carried out (RSP-3, EVT-2).
_DONE = ("cnt", "cost", "balance", "result")


def _alone(root: Node) -> None:
    """That a failure has nothing of a success: such a reply proves neither."""
    names = [node.name for node in root.below]
    beside = next((name for name in _DONE if name in names), None)
    if beside is not None:
        raise Odd(f"an error and {beside!r} in one reply")


def read(text: str, to: Operation) -> Reply:
    """The reply that a text says. Raises Odd."""
    kind = due(to)
    root = tree(text)
    code = root.get("error_code")
    if code is not None:
        _alone(root)
        id = root.get("id")
        return Failure(
            code=number(code),
            text=root.get("error") or "",
            id=identifier(id) if id else None,
            phones=_phones(root),
        )
    if kind is Sent:
        id, cnt = root.get("id"), root.get("cnt")
        if id is None or cnt is None:
            raise Odd("no id and no count")
        return Sent(
            id=identifier(id),
            cnt=natural(cnt),
            cost=_money(root.get("cost")),
            balance=_money(root.get("balance")),
            phones=_phones(root),
            code=root.get("code"),
        )
    if kind is Price:
        cost, cnt = root.get("cost"), root.get("cnt")
        if cost is None or cnt is None:
            raise Odd("no cost and no count")
        return Price(cost=money(cost), cnt=natural(cnt), phones=_phones(root))
    if kind is Done and root.text.strip() == "OK":
        return Done()
    if kind is TemplateSaved and root.get("id") is not None:
        return TemplateSaved(natural(root.get("id") or ""))
    if kind is Templates:
        return Templates(tuple(struct(Template, node.get) for node in _listed(root, kind)))
    if kind is OperatorTemplates:
        return OperatorTemplates(tuple(struct(OperatorTemplate, node.get) for node in _listed(root, kind)))
    if kind is Status and root.get("status") is not None:
        made: Status = struct(Status, root.get)
        return made
    if kind is Statuses:
        nodes = [root] if root.get("status") is not None else _listed(root, kind)
        return Statuses(tuple(struct(Status, node.get) for node in nodes))
    if kind is Balance:
        balance = root.text.strip() if root.name == "balance" else root.get("balance")
        if balance:
            return Balance(
                balance=money(balance), currency=root.get("currency"), credit=_money(root.get("credit"))
            )
    raise Odd(f"not a reply of this kind ({kind.__name__})")


def _listed(root: Node, kind: type) -> list[Node]:
    """What a list holds. Raises Odd where it is none: that nothing is listed is an answer, so it must be said."""
    found = [node for node in root.below if node.name == _LISTED.get(kind, node.name)]
    if not found and (root.below or root.text.strip()):
        raise Odd(f"not a reply of this kind ({kind.__name__})")
    return found


def _money(text: str | None) -> Decimal | None:
    return money(text) if text else None


def _phones(root: Node) -> tuple[PhoneRow, ...]:
    names = ("mccmnc", "cost", "status", "error")
    return tuple(
        row((phone.text, *(phone.attributes.get(name, "") for name in names)))
        for phones in root.below
        if phones.name == "phones"
        for phone in phones.below
        if phone.name == "phone"
    )


_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


#: RSP-3: the price stands before the count where it is all that was asked for.
_ORDER: dict[type, tuple[str, ...]] = {Sent: ("id", "cnt", "cost", "balance", "code"), Price: ("cost", "cnt")}


def element(name: str, value: Any) -> str:
    """An element of a text on its line; nothing for None."""
    return "" if value is None else f"<{name}>{written(value).translate(_ESCAPES)}</{name}>\n"


def write(reply: Reply) -> str:
    """The text of a reply, in the page's layout."""
    match reply:
        case Failure():
            inside = (
                element("error", reply.text) + element("error_code", reply.code) + element("id", reply.id)
            )
            return f"<result>\n{inside}{_rows(reply.phones)}</result>"
        case Sent() | Price():
            inside = "".join(element(name, getattr(reply, name)) for name in _ORDER[type(reply)])
            return f"<result>\n{inside}{_rows(reply.phones)}</result>"
        case Done():
            return "<result>OK</result>"
        case TemplateSaved():
            return f"<template>\n{element('id', reply.id)}</template>"
        case Templates():
            return (
                "<list>\n"
                + "".join(f"<template>\n{_struct(t)}</template>\n" for t in reply.items)
                + "</list>"
            )
        case OperatorTemplates():
            return (
                "<result>\n"
                + "".join(f"<template>\n{_struct(t)}</template>\n" for t in reply.items)
                + "</result>"
            )
        case Status():
            return f"<sms>\n{_struct(reply)}</sms>"
        case Statuses():
            return "<list>\n" + "".join(f"<sms>\n{_struct(s)}</sms>\n" for s in reply.items) + "</list>"
        case Balance():
            if reply.currency is None and reply.credit is None:
                return f"<balance>{written(reply.balance)}</balance>"
            return f"<result>\n{_struct(reply)}</result>"
    raise BuildError("", f"{type(reply).__name__} is not a reply")


def _struct(value: Struct) -> str:
    return "".join(element(name, one) for name, one in fields_of(value).items())


def _rows(phones: tuple[PhoneRow, ...]) -> str:
    if not phones:
        return ""
    made = []
    for one in phones:
        phone, mccmnc, cost, status, error = (field.translate(_ESCAPES) for field in row_fields(one))
        made.append(
            f'<phone mccmnc="{mccmnc}" cost="{cost}" status="{status}" error="{error}">{phone}</phone>\n'
        )
    return f"<phones>\n{''.join(made)}</phones>\n"
