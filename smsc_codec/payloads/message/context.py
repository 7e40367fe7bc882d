"""What a message's rules are given, and what several of them share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from smsc_codec.diagnostics import Edit, Problem, Span
from smsc_codec.payloads.codec import Embedded
from smsc_codec.payloads.files import File, Remote, Stored, Uploaded, uploads
from smsc_codec.payloads.message.channels import CHANNELS, IN_PARTS, PREFIXES, Channel, Name
from smsc_codec.payloads.message.menus import meant_as_menu
from smsc_codec.payloads.message.model import Message, Part, VoiceMenu
from smsc_codec.payloads.message.options import MessageOptions
from smsc_codec.payloads.message.read import read

if TYPE_CHECKING:
    from smsc_codec.payloads.menu.context import MenuContext

#: What a message tells of all its text, the menu in it as well: it knows the request's charset.
_OF_THE_WHOLE = ("REQ009", "VOX004")


class MessageContext:
    """One message as its rules see it."""

    def __init__(self, source: str, options: MessageOptions) -> None:
        self.source = source
        self.options = options
        self.reading = read(source)
        self.message: Message = self.reading.value

    def problems(self, kind: str) -> list[Problem]:
        """What the reader found of one kind."""
        return [problem for problem in self.reading.problems if problem.kind == kind]

    def span(self, *path: str | int) -> Span:
        """Where a part of the value stands."""
        return self.reading.spans[path]

    def words(self, span: Span) -> str:
        """The source at a span."""
        return self.source[span.start : span.end]

    @cached_property
    def name(self) -> Name:
        """How the message is sent: by its prefix, or what was meant as it, else by the options; octets have none."""
        if self.options.channel == "bin":
            return "bin"
        if self.message.channel:
            return self.message.channel
        for problem in self.reading.problems:
            if problem.kind in ("prefix-case", "unknown-prefix", "prefix-not-at-start") and problem.fixes:
                word = problem.fixes[0].edits[0].text or self.words(problem.span)
                return PREFIXES[word.strip("_:")]
        return self.options.channel or "sms"

    @property
    def is_said(self) -> bool:
        """Whether anything says how it is sent."""
        return bool(self.options.channel) or self.has_prefix

    @property
    def channel(self) -> Channel:
        """What the message's channel allows."""
        return CHANNELS[self.name]

    @cached_property
    def has_prefix(self) -> bool:
        """Whether the text says its channel, or was meant to."""
        return self.message.channel is not None or any("prefix" in p.kind for p in self.reading.problems)

    @property
    def body(self) -> Span:
        """Where the text stands, its macros with it."""
        return self.span("text")

    @property
    def dialling(self) -> Span | None:
        """What stands after a call's text where its parameters belong (PFX-1)."""
        if self.name != "call" or ("comment",) not in self.reading.spans:
            return None
        span = self.span("comment")
        words = self.words(span)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    @property
    def spoken(self) -> Span | None:
        """The end of a call's text, after its last macro. Where tildes are in it, CMT001 tells of them."""
        if self.name != "call" or not self.parts:
            return None
        part, span = self.parts[-1]
        if not isinstance(part, str) or "~~" in part:
            return None
        return Span(span.start, span.start + len(part.rstrip()))

    @cached_property
    def parts(self) -> list[tuple[str | Part, Span]]:
        """The parts of the text in order, each with its place; none after a probe, where the text is not used."""
        text = self.message.text
        if self.channel.text == "unused":
            return []
        if isinstance(text, str):
            return [(text, self.body)] if text else []
        return [(part, self.span("text", i)) for i, part in enumerate(text)]

    def texts(self) -> Iterator[Span]:
        """The places of plain text between the macros; none in a call with a menu, where its own rules look at them."""
        return (span for part, span in self.parts if isinstance(part, str) and not self.has_menu)

    @property
    def is_octets(self) -> bool:
        """Whether each character stands for an octet (`bin=1`), so that nothing of it is words."""
        return self.options.raw and self.name == "bin"

    def bodies(self) -> Iterator[tuple[str, int]]:
        """The text, its macros with it, and where it starts."""
        if not self.is_octets:
            yield self.words(self.body), self.body.start

    def paid(self) -> Iterator[tuple[str, int]]:
        """The same where it is sent in parts of an SMS."""
        return self.bodies() if self.name in IN_PARTS else iter(())

    def wordings(self) -> Iterator[tuple[str, int]]:
        """The plain texts between the macros, and where they start."""
        # What was meant as a prefix is told as that.
        odd = max((p.span.end for p in self.reading.problems if p.kind == "unknown-prefix"), default=0)
        return ((self.source[max(span.start, odd) : span.end], max(span.start, odd)) for span in self.texts())

    def macros(self, *kinds: type) -> list[tuple[int, Part, Span]]:
        """The macros of these types: the number of the part, its value and place."""
        return [
            (i, part, span)
            for i, (part, span) in enumerate(self.parts)
            if not isinstance(part, str) and isinstance(part, kinds)
        ]

    @cached_property
    def files(self) -> list[tuple[int, File, Span]]:
        """The files of the text, as `macros` gives them."""
        return self.macros(Uploaded, Stored, Remote)  # type: ignore[return-value]

    @cached_property
    def has_menu(self) -> bool:
        """Whether it is a call with a menu, or what was meant as one, whose own rules look at the whole text."""
        if self.name != "call":
            return False
        return bool(self.macros(VoiceMenu)) or meant_as_menu(self.source, self.body.start)

    @cached_property
    def embedded(self) -> list[Embedded]:
        """The whole text of a call with a menu, which is one of the menu's language."""
        if not self.has_menu:
            return []
        start = self.body.start

        def span(inside: Span) -> Span:
            return Span(start + inside.start, start + inside.end)

        def edit(inside: Edit) -> Edit:
            return Edit(span(inside.span), inside.text)

        return [Embedded("menu", self.source[start:], span, edit, without=_OF_THE_WHOLE)]

    def item_at(self, offset: int) -> str | None:
        """The key of the menu's item that stands at an offset; configuration ignores rules by item."""
        start = self.body.start
        return self._menu.item_at(offset - start) if self.has_menu and offset >= start else None

    @cached_property
    def _menu(self) -> MenuContext:
        from smsc_codec.payloads.menu.context import MenuContext
        from smsc_codec.payloads.menu.options import MenuOptions

        return MenuContext(self.source[self.body.start :], MenuOptions())

    def numbers(self) -> Iterator[tuple[int, Span]]:
        """The numbers of the uploaded files that marks name, in the text and in its menus, each with its place."""
        for i, part, span in self.macros(Uploaded, VoiceMenu):
            if isinstance(part, Uploaded):
                yield part.number, self.span("text", i, "number")
            else:
                assert isinstance(part, VoiceMenu)
                for number, at, end in uploads(part.source):
                    yield number, Span(span.start + at, span.start + end)

    @property
    def newline(self) -> str:
        """The line end of this source."""
        return "\r\n" if "\r\n" in self.source else "\n"

    @property
    def structure(self) -> list[Span]:
        """The places where nothing is there to be read: the prefix, and what macros lead to."""
        fields = ("channel", "number", "path", "url", "width", "height")
        return [span for path, span in self.reading.spans.items() if path[-1] in fields]
