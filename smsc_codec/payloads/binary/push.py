"""WAP push: a link sent to the handset, as octets and as the service's text form (WAP-167, WAP-168, PUSH-1)."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.grammar.runtime import Tables
from smsc_codec.lazy import compiled
from smsc_codec.payloads.binary import dtd, udh, wbxml, wsp
from smsc_codec.payloads.binary.checks import check_octets
from smsc_codec.payloads.binary.control import Ports16
from smsc_codec.payloads.binary.cursor import moved
from smsc_codec.payloads.binary.dtd import Dtd
from smsc_codec.payloads.binary.markup import Markup
from smsc_codec.payloads.binary.service import (
    IndicationAction,
    Info,
    LoadingAction,
    Service,
    ServiceIndication,
    ServiceLoading,
    document,
    service,
)
from smsc_codec.payloads.binary.udh import Header
from smsc_codec.payloads.binary.wbxml import Document

#: What a push says is of this module, too, for whoever has the octets.
__all__ = [
    "MEDIA", "PORTS", "IndicationAction", "Info", "LoadingAction", "Push", "Service", "ServiceIndication",
    "ServiceLoading", "build", "document", "from_text", "message", "parse", "read", "service", "si", "sl", "to_text",
]  # fmt: skip

#: The port at which a handset takes pushes, and the one they come from (IANA: wap-push, wap-wsp).
PORTS = Ports16(destination=2948, source=9200)
#: No document, where none could be read.
_NOTHING = Document(0, 0, None, ())

_TYPES: dict[str, Dtd] = {"application/vnd.wap.sic": dtd.SI, "application/vnd.wap.slc": dtd.SL}
#: The content types of documents that are text in XML, and those of all that can be read.
_MARKUP = ("text/vnd.wap.si", "text/vnd.wap.sl")
MEDIA = (*_TYPES, *_MARKUP)
_MEDIA = {known.public_id: media for media, known in _TYPES.items()}


class Push(Struct, frozen=True, gc=False):
    """A whole push message: header, transaction (0..255), content type and header fields, document."""

    header: Header
    transaction: int
    head: bytes
    document: Document | Markup

    @property
    def service(self) -> Service:
        """What the document says. Raises ParseError for a document that is neither SI nor SL."""
        content = wsp.PushUnit(self.transaction, self.head, b"").content_type
        return service(self.document, _TYPES.get(content.media), content.charset)


def parse(data: bytes) -> Push:
    """The push that a message's octets are, from the length of the header on; it builds to the same octets.

    Raises ParseError, also for one part of a longer message: join the parts' bodies first.
    """
    push, problems = read(data)
    if problems:
        raise ParseError(data, problems)
    return push


def read(data: bytes) -> tuple[Push, tuple[Problem, ...]]:
    """The push as far as it can be read, and what is wrong; never raises for any octets.

    What is wrong with one layer keeps the next one from being looked at.
    """
    header, problems = udh.read(data)
    unit = wsp.PushUnit(0, b"", b"")
    found: Document | Markup = _NOTHING
    start = data[0] + 1 if data else 0
    part = header.concatenation
    if part is not None and part.total > 1:
        why = f"this is part {part.sequence} of {part.total}: a push needs all its parts"
        problems = (Problem(why, Span(0, start)),)
    if not problems:
        unit, problems = wsp.read(data[start:])
        problems = moved(problems, start)
        start = len(data) - len(unit.body)
    if not problems:
        if unit.content_type.media in _MARKUP:
            found = Markup(unit.body)
        else:
            found, problems = wbxml.read(unit.body)
            problems = moved(problems, start)
    push = Push(header, unit.transaction, unit.head, found)
    if not problems:
        try:
            _ = push.service
        except ParseError as error:
            problems = moved(error.problems, start)
    return push, problems


def build(push: Push) -> bytes:
    """The octets of a push message. Raises BuildError."""
    if not isinstance(push, Push):
        raise BuildError("", f"expected Push, got {type(push).__name__}")
    document = push.document
    if isinstance(document, Markup):
        body = check_octets("document.data", document.data)
    else:
        body = wbxml.build(document)
    data = udh.build(push.header) + wsp.build(wsp.PushUnit(push.transaction, push.head, body))
    try:
        parse(data)
    except ParseError as error:
        raise BuildError("", error.problems[0].message) from None
    return data


def si(
    href: str | None,
    text: str,
    *,
    action: IndicationAction | None = None,
    created: datetime | None = None,
    expires: datetime | None = None,
    si_id: str | None = None,
    transaction: int = 0,
) -> Push:
    """A service indication in its shortest form, ready to build. Raises BuildError."""
    return message(ServiceIndication(href, text, action, created, expires, si_id), transaction)


def sl(href: str, *, action: LoadingAction | None = None, transaction: int = 0) -> Push:
    """A service loading in its shortest form, ready to build. Raises BuildError."""
    return message(ServiceLoading(href, action), transaction)


def message(value: Service, transaction: int = 0) -> Push:
    """The push message of an indication or a loading, in its shortest form. Raises BuildError."""
    made = document(value)
    push = Push(Header((PORTS,)), transaction, wsp.head(_MEDIA[made.public_id]), made)
    build(push)
    return push


def _tables() -> Tables:
    """Grammar `push`."""
    from smsc_codec.grammar.compiled.push import TABLES

    return TABLES


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(_tables().pattern or "")


def from_text(mes: str) -> Push:
    """The push of the service's text form: the link, a line feed, the title (PUSH-1). Raises ParseError."""
    match = _pattern().fullmatch(mes)
    if match is not None:
        try:
            return si(match["LINK"], match["TITLE"])
        except BuildError as error:
            problem = Problem(error.reason, Span(0, len(mes)))
            raise ParseError(mes, (problem,)) from None
    line_feed = _tables().written["_FEED"]
    link, feed, _ = mes.partition(line_feed)
    if not feed:
        why = "the link and the title must be on separate lines"
        problem = Problem(why, Span(0, len(mes)))
    elif not _pattern().fullmatch(f"{link}{line_feed}x"):
        problem = Problem("the link on the first line is empty or contains a space", Span(0, len(link)))
    else:
        problem = Problem("no title after the link", Span(len(mes), len(mes)))
    raise ParseError(mes, (problem,))


def to_text(push: Push | Service) -> str:
    """The service's text form of an indication (PUSH-1), which knows a link and a title. Raises BuildError."""
    value = push.service if isinstance(push, Push) else push
    if not isinstance(value, ServiceIndication):
        raise BuildError("", "only a service indication has a text form")
    if value != ServiceIndication(value.href, value.text):
        raise BuildError("", "the text form has only a link and a title: send it as octets")
    text = f"{value.href or ''}{_tables().written['_FEED']}{value.text}"
    try:
        same = from_text(text).service == value
    except ParseError as error:
        raise BuildError("", error.problems[0].message) from None
    if not same:
        raise BuildError("", "does not read back the same")
    return text
