"""What the rules of requests are given, and the texts of other languages inside them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from msgspec import structs

from smsc_codec.api.operations import AddOperatorTemplate, AddTemplate, ChangeTemplate, Operation, Send
from smsc_codec.api.operations.send import flagged
from smsc_codec.api.parameters.messages import CLASHES
from smsc_codec.api.text.mapped import Mapped, fixed, joined
from smsc_codec.api.text.options import RequestOptions
from smsc_codec.api.text.parts import Given
from smsc_codec.api.text.read import Written, problems_of, reading, understand
from smsc_codec.api.text.unknown import STAND_INS
from smsc_codec.diagnostics import Problem
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Embedded, Reading
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.secrets import starred
from smsc_codec.text.charsets import Charset

_VALUE = compiled(r"(?<=[=:])[^&\s]+")
#: What only some channels take, so that it tells nothing where the channel may be said elsewhere.
_PREFIXED = compiled(r"__(?:CALL|VIBER|SOC)__:")
_OF_CHANNELS = compiled(r"[{<]|__[A-Z]+__")


class RequestContext:
    """A text with the requests that stand in it."""

    def __init__(self, source: str, options: RequestOptions | None) -> None:
        self.source = source
        self.options = options or RequestOptions()
        written = understand(source, self.options.encoding)
        self.requests = [OneRequest(source, one, self.options.encoding) for one in written]

    @cached_property
    def reading(self) -> Reading:
        """What was understood, with every problem."""
        return reading(self.source, [request.written for request in self.requests])

    @property
    def embedded(self) -> list[Embedded]:
        """The texts of other languages in all requests."""
        return [part for request in self.requests for part in request.embedded()]

    @cached_property
    def shown(self) -> str:
        """The source with every secret blotted out."""
        if not self.requests:  # whatever has a name may be a secret
            return _VALUE.sub(lambda match: "*" * len(match.group()), self.source)
        hidden = [span for request in self.requests for span in request.written.parts.hidden]
        secret = [one.value.span() for request in self.requests for one in request.given if one.is_secret]
        return starred(self.source, sorted((span.start, span.end) for span in [*hidden, *secret]))


class OneRequest:
    """One request as its rules see it."""

    def __init__(self, source: str, written: Written, encoding: Charset) -> None:
        self.source = source
        self.written = written
        self.encoding = encoding

    @property
    def operation(self) -> Operation | None:
        """What is asked, as far as it was understood."""
        return self.written.received.operation

    @property
    def given(self) -> list[Given]:
        """The parameters, in order."""
        return self.written.parts.given

    @cached_property
    def _problems(self) -> list[Problem]:
        return list(problems_of(self.written))

    def problems(self, *kinds: str) -> list[Problem]:
        """What the reader found of some kinds."""
        return [problem for problem in self._problems if problem.kind in kinds]

    def embedded(self) -> Iterator[Embedded]:
        """The texts of other languages: recipients, message, menu, list, times, voice.

        One that holds placeholders is none: what it will say is not known.
        """
        opaque = self.written.opaque
        texts = {name: text for name, text in self.written.texts.items() if name not in opaque and text.text}
        operation = self.operation
        if isinstance(operation, Send):
            for name, kind in (("phones", "recipients"), ("voice", "voice"), ("param", "voice")):
                if name in texts:
                    # Of a recipient that the channel cannot reach REQ024 tells.
                    mixed = ("RCP003",) if name == "phones" and self.problems("recipient-channel") else ()
                    yield structs.replace(_part(kind, texts[name]), without=mixed)
            known = "mes" in texts and self._known(texts["mes"], operation, opaque)
            flags = _flags(texts)
            if known and operation.channel not in ("ping", "hlr"):
                yield from _message(texts["mes"], operation, self._charset_of(texts["mes"]), flags)
            if "list" in texts and self._clear(texts["list"]):
                options = judged_by(operation, self._charset_of(texts["list"]))  # no list is binary
                more = {"nl": operation.nl, "fileurl": "fileurl" in texts}
                part = _part("mailing", texts["list"], **more, **options)
                yield structs.replace(part, without=_FILLED_IN)
            yield from self._schedule(texts, opaque)
        elif isinstance(operation, AddTemplate | ChangeTemplate | AddOperatorTemplate) and "msg" in texts:
            form = getattr(operation, "format", None) or "sms"
            if "format" not in opaque:
                yield _part("message", texts["msg"], channel=form, charset=self._charset, template=True)

    def _known(self, text: Mapped, send: Send, opaque: Set[str]) -> bool:
        """Whether it is known how a message goes, as far as its text rests on that."""
        if self.written.parts.open or opaque & {"call", "viber", "soc", "mail", "mms", "bin", "push"}:
            said = send.channel != "sms" or _PREFIXED.match(text.text) is not None
            return said or not _OF_CHANNELS.search(text.text)
        return self._clear(text)

    def _clear(self, text: Mapped) -> bool:
        """Whether no flags contradict each other, as far as the text rests on how it goes."""
        clashes = self.problems(*CLASHES)
        return not clashes or not (_OF_CHANNELS.search(text.text) or _flags(self.written.texts))

    @property
    def _charset(self) -> str:
        return self.written.charset if not self.written.parts.open else "utf-8"

    def _charset_of(self, text: Mapped) -> str:
        """The charset that a text is judged by: of octets that are no text in theirs REQ016 tells."""
        damaged = "\ufffd" in text.text and "\ufffd" not in self.source
        return "utf-8" if damaged else self._charset

    def _schedule(self, texts: dict[str, Mapped], opaque: Set[str]) -> Iterator[Embedded]:
        """The times as one text, since they have to do with each other; a placeholder is a value that is sound."""
        pieces: list[Mapped] = []
        write = None
        for one in self.given:
            if one.name not in Schedule.__struct_fields__:
                continue
            if one.name in texts:
                text = texts[one.name]
                write = text.write
            elif one.name in opaque and one.name in STAND_INS:
                text = fixed(STAND_INS[one.name].decode(), one.value.span())
            else:
                continue
            if one.encoded and one.value.text.startswith("+") and text.text.startswith(" "):
                text = one.value  # REQ012 tells of the plus
            pieces += [fixed(f"{'&' if pieces else ''}{one.name}=", one.at.span()), text]
        if pieces:
            yield _part("schedule", joined(pieces, write or pieces[1].write))


def _part(kind: str, text: Mapped, **options: Any) -> Embedded:
    return Embedded(kind, text.text, text.span, text.edit, options)


#: The rules of messages that octets are judged by (BIN-1): they are no text.
_OF_OCTETS = ("BIN001", "BIN002", "BIN003", "REQ007", "REQ026")


#: What a request's text lacks a program may put in later.
_FILLED_IN = ("LST022",)


def _flags(texts: dict[str, Mapped]) -> Set[str]:
    """Those of `bin` and `push` that are set."""
    said = {name: texts[name].text.lstrip("0") for name in ("bin", "push") if name in texts}
    return {name for name, value in said.items() if value in ("1", "2")}


def _message(text: Mapped, send: Send, charset: str, flags: Set[str]) -> Iterator[Embedded]:
    """The message by its channel."""
    options = judged_by(send, charset, flags)
    only: tuple[str, ...] = ()
    if send.raw:
        options["raw"], only = True, _OF_OCTETS
    yield Embedded("message", text.text, text.span, text.edit, options, only, _FILLED_IN)


def judged_by(send: Send, charset: str = "utf-8", flags: Set[str] = frozenset()) -> dict[str, Any]:
    """What a sending says of its message, as options of the message's rules; `flags` are those of `bin` and `push`."""
    # Of Telegram's texts the page says as little as of WhatsApp's.
    channel: str = "whatsapp" if send.channel == "tg" else flagged(send)
    if flags:
        channel = "bin" if "bin" in flags else "push"
    said = {"channel": channel, "charset": charset, "max_sms": send.maxsms or 0}
    return said if send.list is not None else said | {"files": len(send.files)}


def blotted(source: str) -> str:
    """A request as text with every secret blotted out."""
    return RequestContext(source, None).shown
