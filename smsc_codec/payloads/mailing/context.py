"""What the rules of a list are given, and what several of them share."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property

from smsc_codec.diagnostics import Lines, Problem, Span
from smsc_codec.payloads.codec import Embedded, Path
from smsc_codec.payloads.mailing.inside import looked_at, messages
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.payloads.mailing.read import message_places, parts, read
from smsc_codec.payloads.message.channels import IN_PARTS
from smsc_codec.payloads.phones import international

#: E-mail addresses hold it, numbers and groups do not (PAR-2).
AT = "@"


class MailingContext:
    """One list as its rules see it; with a `memory`, one block of a stream, which begins at `first_line`."""

    def __init__(self, source: str, options: MailingOptions, memory: Memory | None = None) -> None:
        self.source = source
        self.options = options
        self.memory = memory
        self.first_line = memory.line if memory else 1
        self.reading = read(source, nl=options.nl, follows=bool(memory and memory.follows))
        self.mailing: Mailing = self.reading.value
        if memory:
            memory.line += source.count("\n")
            memory.follows = bool(self.mailing.lines)
        # The parts of one message are kept: a rule asks for them again and again.
        self._number = -1
        self._parts: dict[Path, tuple[int, int]] = {}

    def again(self, source: str) -> MailingContext:
        """The same block with another text; what the memory holds of this one is forgotten."""
        if self.memory:
            self.memory.back()
        return MailingContext(source, self.options, self.memory)

    def line_of(self, number: int) -> int:
        """The line of the source, from 1, on which a message begins."""
        return self._rows.position(self.places[number][0])[0]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The messages, in order."""
        return self.mailing.lines

    def problems(self, kind: str) -> list[Problem]:
        """What the reader found of one kind."""
        return [problem for problem in self.reading.problems if problem.kind == kind]

    @cached_property
    def places(self) -> list[tuple[int, int, int]]:
        """Where each message stands: the start of its head, the start of its text, its end."""
        return list(message_places(self.source, self.options.nl))

    def line_span(self, number: int) -> Span:
        """Where a message stands, from its head to its end."""
        start, _, end = self.places[number]
        return Span(start, end)

    def separator(self, number: int) -> Span:
        """Where the separator of a message stands."""
        begin = self.places[number][1]
        return Span(begin - 1, begin)

    def span(self, number: int, *path: str | int) -> Span:
        """Where a part of a message stands: `"sender"`, `"text"`, `("phones", 0)`, `"separator"`."""
        if number != self._number:
            self._number = number
            places = parts(self.source, *self.places[number], self.options.nl)
            self._parts = {part: (first, stop) for part, first, stop in places}
        return Span(*self._parts[path])

    def words(self, span: Span) -> str:
        """The source at a span."""
        return self.source[span.start : span.end]

    def phones(self) -> Iterator[tuple[int, int, str]]:
        """Each phone number with the numbers of its message and of its place there; no groups, no addresses."""
        for number, line in enumerate(self.lines):
            for index, phone in enumerate(line.phones):
                if AT not in phone and phone[0] not in "Gg":
                    yield number, index, phone

    @cached_property
    def embedded(self) -> list[Embedded]:
        """The messages that their own language may have something to say of."""
        return list(messages(self.source, self.lines, lambda: self.places, self.options, self._looked_at))

    @cached_property
    def _looked_at(self) -> Set[int]:
        return looked_at(self.source, self.lines, lambda: self.places, self.options)

    def bodies(self) -> Iterator[tuple[str, int]]:
        """Each text that is not of ASCII alone, `\\r\\n` standing for a written line end, and where it starts."""
        return ((words, at) for _, words, at in self._foreign)

    def wordings(self) -> Iterator[tuple[str, int]]:
        """Those of them that are words and nothing else: of others their own language tells."""
        return ((words, at) for number, words, at in self._foreign if number not in self._looked_at)

    def paid(self) -> Iterator[tuple[str, int]]:
        """Those of these that go to a phone as SMS: nothing else has parts."""
        if (self.options.channel or "sms") not in IN_PARTS:
            return iter(())
        lines = self.lines
        return (
            (words, at)
            for number, words, at in self._foreign
            if number not in self._looked_at and any(AT not in p for p in lines[number].phones)
        )

    @cached_property
    def _foreign(self) -> list[tuple[int, str, int]]:
        if self.source.isascii():
            return []
        source, real = self.source, self.options.nl
        found = []
        for number, (line, (_, at, end)) in enumerate(zip(self.lines, self.places, strict=True)):
            if not line.text.isascii():
                stop = end if line.comment is None else self.span(number, "text").end
                words = source[at:stop]
                found.append((number, words if real else words.replace("\\n", "\r\n"), at))
        return found

    def item_at(self, offset: int) -> str | None:
        """The number of the source's line, from 1, at an offset; configuration ignores rules by it."""
        return str(self._rows.position(offset)[0])

    @cached_property
    def _rows(self) -> Lines:
        return Lines(self.source, self.first_line)


def same_phone(phone: str) -> str:
    """A number by which two ways to write it are one."""
    if phone.isdigit() and phone[0] not in "08":
        return phone
    return international(phone) or phone
