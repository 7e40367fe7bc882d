"""What a WAP push says, a service indication or a service loading, to its document and back (WAP-167, WAP-168)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from msgspec import Struct, structs

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.binary import dtd, markup, moment, wbxml
from smsc_codec.payloads.binary.dtd import Dtd
from smsc_codec.payloads.binary.markup import Markup
from smsc_codec.payloads.binary.tree import Element, tree
from smsc_codec.payloads.binary.wbxml import Document, Token

IndicationAction = Literal["signal-none", "signal-low", "signal-medium", "signal-high", "delete"]
LoadingAction = Literal["execute-low", "execute-high", "cache"]

#: WBXML 1.2 in UTF-8: what the page's example says.
_VERSION, _UTF_8 = 0x02, 106
_VALUE_CODES = {said: code for code, said in dtd.VALUES.items()}
_VALUE = compiled(f"({'|'.join(map(re.escape, _VALUE_CODES))})")


class Info(Struct, frozen=True, gc=False):
    """A further item of an indication, which only programs read: its class and its text."""

    class_name: str
    text: str = ""


class ServiceIndication(Struct, frozen=True, gc=False, tag="si"):
    """Tells the user of a link. Times are aware, in whole seconds; absent `action` means `signal-medium`."""

    href: str | None = None
    text: str = ""
    action: IndicationAction | None = None
    created: datetime | None = None
    expires: datetime | None = None
    si_id: str | None = None
    info: tuple[Info, ...] = ()


class ServiceLoading(Struct, frozen=True, gc=False, tag="sl"):
    """Makes the handset load a link; absent `action` means `execute-low`."""

    href: str
    action: LoadingAction | None = None


Service = ServiceIndication | ServiceLoading


def document(value: Service) -> Document:
    """The document of an indication or a loading, in its shortest form. Raises BuildError."""
    if isinstance(value, ServiceIndication):
        tokens = _indication_tokens(value)
        kind = dtd.SI
    elif isinstance(value, ServiceLoading):
        named = [("href", _checked("href", value.href))]
        if value.action is not None:
            named.append(("action", _one_of("action", value.action, LoadingAction)))
        tokens = _element(dtd.SL, "sl", _attributes(dtd.SL, named), [])
        kind = dtd.SL
    else:
        raise BuildError("", f"expected ServiceIndication or ServiceLoading, got {type(value).__name__}")
    made = Document(_VERSION, kind.public_id, _UTF_8, tuple(tokens))
    if service(made) != _in_utc(value):
        raise BuildError("", "does not read back the same")
    return made


def _in_utc(value: Service) -> Service:
    """The same with its times in UTC: Python calls a time that a zone has twice unequal to any in another zone."""
    if isinstance(value, ServiceLoading):
        return value
    created, expires = (when and when.astimezone(UTC) for when in (value.created, value.expires))
    return structs.replace(value, created=created, expires=expires)


def service(document: Document | Markup, kind: Dtd | None = None, charset: int | None = None) -> Service:
    """What a document says. Raises ParseError.

    `kind` helps where one of tokens does not name its type, `charset` (MIBenum) where one of text does not name it.
    """
    root = markup.tree(document, charset) if isinstance(document, Markup) else tree(document, kind)
    try:
        return _loading(root) if root.tag == "sl" else _indication(root)
    except _Misshapen as error:
        data = document.data if isinstance(document, Markup) else wbxml.write(document)
        raise ParseError(data, (Problem(str(error), Span(0, len(data)), kind="document"),)) from None


class _Misshapen(Exception):
    pass


def _loading(root: Element) -> ServiceLoading:
    attributes = dict(root.attributes)
    href = attributes.pop("href", None)
    if href is None:
        raise _Misshapen("a service loading needs an href")
    action: Any = _action(attributes.pop("action", None), LoadingAction)
    _nothing_left(root, attributes, root.content)
    return ServiceLoading(href, action)


def _indication(root: Element) -> ServiceIndication:
    """An `indication`, and perhaps an `info` of items (the DTD of WAP-167)."""
    kinds = [child.tag for child in root.children]
    if root.tag != "si" or kinds not in (["indication"], ["indication", "info"]):
        raise _Misshapen(f"expected si with one indication, found {root.tag} with {kinds or 'nothing'}")
    _nothing_left(root, root.attributes, root.text.strip())
    indication = root.children[0]
    for info in root.children[1:]:
        _nothing_left(info, info.attributes, info.text.strip())
    attributes = dict(indication.attributes)
    action: Any = _action(attributes.pop("action", None), IndicationAction)
    made = ServiceIndication(
        attributes.pop("href", None),
        indication.text,
        action,
        _time(attributes.pop("created", None)),
        _time(attributes.pop("si-expires", None)),
        attributes.pop("si-id", None),
        tuple(_info(item) for info in root.children[1:] for item in info.children),
    )
    _nothing_left(indication, attributes, indication.children)
    return made


def _info(item: Element) -> Info:
    attributes = dict(item.attributes)
    class_name = attributes.pop("class", None)
    if item.tag != "item" or class_name is None:
        raise _Misshapen("info must contain items with a class")
    _nothing_left(item, attributes, item.children)
    return Info(class_name, item.text)


def _nothing_left(element: Element, attributes: dict[str, str], content: Any) -> None:
    if attributes or content:
        what = ", ".join(attributes) or "content"
        raise _Misshapen(f"{element.tag} cannot have {what}")


def _action(value: str | None, allowed: Any) -> str | None:
    if value is not None and value not in get_args(allowed):
        raise _Misshapen(f"unknown action {value!r}: expected one of {', '.join(get_args(allowed))}")
    return value


def _time(value: str | None) -> datetime | None:
    if value is None:
        return None
    found = moment.from_text(value)
    if found is None:
        raise _Misshapen(f"{value!r} is not a time such as 2001-10-22T09:01:00Z")
    return found


def _indication_tokens(value: ServiceIndication) -> list[Token]:
    named: list[tuple[str, str | bytes]] = []
    if value.href is not None:
        named.append(("href", _checked("href", value.href)))
    if value.action is not None:
        named.append(("action", _one_of("action", value.action, IndicationAction)))
    for name, field, when in (
        ("created", "created", value.created),
        ("si-expires", "expires", value.expires),
    ):
        if when is not None:
            if not isinstance(when, datetime) or when.tzinfo is None or when.microsecond:
                raise BuildError(field, "expected a datetime with a time zone, in whole seconds")
            try:
                named.append((name, moment.octets(when)))
            except OverflowError:
                raise BuildError(field, "is before year 1 or after year 9999 in UTC") from None
    if value.si_id is not None:
        named.append(("si-id", _checked("si_id", value.si_id)))
    attributes = _attributes(dtd.SI, named)
    content = _element(dtd.SI, "indication", attributes, _text(_checked("text", value.text)))
    if not isinstance(value.info, tuple):
        raise BuildError("info", f"expected a tuple of Info, got {type(value.info).__name__}")
    if value.info:
        items: list[Token] = []
        for index, item in enumerate(value.info):
            if not isinstance(item, Info):
                raise BuildError(f"info[{index}]", f"expected Info, got {type(item).__name__}")
            named = [("class", _checked(f"info[{index}].class_name", item.class_name))]
            text = _text(_checked(f"info[{index}].text", item.text))
            items += _element(dtd.SI, "item", _attributes(dtd.SI, named), text)
        content += _element(dtd.SI, "info", [], items)
    return _element(dtd.SI, "si", [], content)


def _element(kind: Dtd, name: str, attributes: list[Token], content: list[Token]) -> list[Token]:
    code = next(code for code, tag in kind.tags.items() if tag == name)
    tokens: list[Token] = [wbxml.Tag(code, bool(attributes), bool(content))]
    if attributes:
        tokens += (*attributes, wbxml.End())
    if content:
        tokens += (*content, wbxml.End())
    return tokens


def _attributes(kind: Dtd, named: list[tuple[str, Any]]) -> list[Token]:
    """Each attribute by the code that says most of its value, the rest in the shortest pieces."""
    tokens: list[Token] = []
    for name, value in named:
        text = value if isinstance(value, str) else ""
        begin, code = max(
            (begin, code)
            for code, (attribute, begin) in kind.attributes.items()
            if attribute == name and text.startswith(begin)
        )
        tokens.append(wbxml.AttributeStart(code))
        if isinstance(value, bytes):
            tokens.append(wbxml.Opaque(value))
        else:
            tokens += _value_pieces(text[len(begin) :])
    return tokens


def _value_pieces(text: str) -> list[Token]:
    """An attribute's value, cut where a token says a piece of it."""
    tokens: list[Token] = []
    for piece in _VALUE.split(text):
        code = _VALUE_CODES.get(piece)
        tokens += _text(piece) if code is None else (wbxml.AttributeValue(code),)
    return tokens


def _text(text: str) -> list[Token]:
    return [wbxml.Text(text.encode())] if text else []


def _checked(field: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BuildError(field, f"expected str, got {type(value).__name__}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BuildError(f"{field}[{error.start}]", "half of a surrogate pair is not a character") from None
    if "\0" in value:
        raise BuildError(f"{field}[{value.index(chr(0))}]", "a string cannot contain a zero octet")
    return value


def _one_of(field: str, value: Any, allowed: Any) -> str:
    if value not in get_args(allowed):
        raise BuildError(field, f"{value!r} is not one of {', '.join(get_args(allowed))}")
    return str(value)
