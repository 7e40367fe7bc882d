"""What the rules of a request are given, and the texts of other languages inside it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from smsc_codec.api.operations import AddOperatorTemplate, AddTemplate, ChangeTemplate, Operation, Send
from smsc_codec.api.text.mapped import Mapped, fixed, joined
from smsc_codec.api.text.parts import Given
from smsc_codec.api.text.read import Written, reading, understand
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.codec import Embedded
from smsc_codec.payloads.schedule.model import Schedule


class RequestContext:
    """One request as its rules see it."""

    def __init__(self, source: str, options: Any) -> None:
        self.source = source
        self.options = options
        self.written: Written = understand(source)
        self.reading = reading(source, self.written)

    @property
    def operation(self) -> Operation | None:
        """What is asked, as far as it was understood."""
        return self.written.received.operation

    @property
    def given(self) -> list[Given]:
        """The parameters, in order."""
        return self.written.parts.given

    def problems(self, *kinds: str) -> list[Problem]:
        """What the reader found of some kinds."""
        return [problem for problem in self.reading.problems if problem.kind in kinds]

    @cached_property
    def shown(self) -> str:
        """The source with every secret blotted out."""
        shown = list(self.source)
        spans = [one.value.span() for one in self.given if one.is_secret]
        for span in [*spans, *self.written.parts.hidden]:
            shown[span.start : span.end] = [c if c in "\r\n" else "*" for c in shown[span.start : span.end]]
        return "".join(shown)

    @cached_property
    def embedded(self) -> list[Embedded]:
        """The texts of other languages: recipients, message, menu, list, times, voice."""
        return list(self._embedded())

    def _embedded(self) -> Iterator[Embedded]:
        texts = self.written.texts
        operation = self.operation
        if isinstance(operation, Send):
            for name, kind in (("phones", "recipients"), ("voice", "voice"), ("param", "voice")):
                if name in texts and texts[name].text:
                    yield _part(kind, texts[name])
            if texts.get("mes") and texts["mes"].text and operation.channel not in ("ping", "hlr"):
                content = ("bin", "push")
                flags: set[str] = {
                    name for name in content if name in texts and texts[name].text.lstrip("0") in ("1", "2")
                }
                yield from _message(texts["mes"], operation, self._charset, flags)
            if texts.get("list") and texts["list"].text:
                yield _part("mailing", texts["list"], nl=operation.nl, **judged_by(operation, self._charset))
            yield from self._schedule()
        elif isinstance(operation, AddTemplate | ChangeTemplate | AddOperatorTemplate) and "msg" in texts:
            form = getattr(operation, "format", None) or "sms"
            yield _part("message", texts["msg"], channel=form, charset=self._charset, template=True)

    @property
    def _charset(self) -> str:
        return "utf-8" if self.written.guessed else self.written.received.charset

    def _schedule(self) -> Iterator[Embedded]:
        """The times as one text, since they have to do with each other."""
        pieces: list[Mapped] = []
        for one in self.given:
            if one.name in Schedule.__struct_fields__ and one.value.text:
                name = fixed(f"{'&' if pieces else ''}{one.name}=", one.at.span())
                pieces += [name, self.written.texts[one.name]]
        if pieces:
            yield _part("schedule", joined(pieces, pieces[1].write))


def _part(kind: str, text: Mapped, **options: Any) -> Embedded:
    return Embedded(kind, text.text, text.span, text.edit, options)


#: The rules of messages that octets are judged by (BIN-1): they are no text.
_OF_OCTETS = ("REQ007", "REQ026")


def _message(text: Mapped, send: Send, charset: str, flags: Set[str]) -> Iterator[Embedded]:
    """The message by its channel."""
    options = judged_by(send, charset)
    if flags & {"bin", "push"}:
        options["channel"] = "bin" if "bin" in flags else "push"
    only: tuple[str, ...] = ()
    if send.raw:
        options["raw"], only = True, _OF_OCTETS
    yield Embedded("message", text.text, text.span, text.edit, options, only)


def judged_by(send: Send, charset: str = "utf-8") -> dict[str, Any]:
    """What a sending says of its message, as options of the message's rules."""
    # Of Telegram's texts the page says as little as of WhatsApp's.
    channel = "whatsapp" if send.channel == "tg" else send.channel
    return {"channel": channel, "charset": charset, "max_sms": send.maxsms or 0}


def blotted(source: str) -> str:
    """A request as text with every secret blotted out."""
    return RequestContext(source, None).shown


def place_of_end(context: RequestContext) -> Span | None:
    """Where another parameter can be written, if that can be told."""
    end = context.written.parts.end
    return None if end is None else Span(end.place(0), end.place(0))
