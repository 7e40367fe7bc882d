"""Mailings: the `list=` parameter, one message to its own recipients a line.

A list of any length is read and written in constant memory by `read_lines` and `build_lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsc_codec.diagnostics import ParseError, a_text, no_text
from smsc_codec.payloads.codec import Reading
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.payloads.mailing.read import match_line, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smsc_codec.diagnostics import Problem
    from smsc_codec.payloads.carried import Carried
    from smsc_codec.payloads.mailing.context import MailingContext
    from smsc_codec.rules import Rule

__all__ = ["CODEC", "Line", "Mailing", "MailingCodec", "MailingOptions", "build", "build_lines", "contexts",
           "format_text", "looks_like", "parse", "read", "read_lines"]  # fmt: skip


def parse(text: str, *, nl: bool = False) -> Mailing:
    """The messages of a list. Raises ParseError, which carries the problem of every wrong line with its place."""
    a_text(text, "mailing.parse")
    reading = read(text, nl=nl)
    if reading.problems:
        raise ParseError(text, reading.problems)
    mailing: Mailing = reading.value
    return mailing


def build(mailing: Mailing, *, nl: bool = False) -> str:
    """The text of a list, which reads back equal. Raises BuildError, which names the field: `lines[3].sender`."""
    no_text(mailing, "Mailing", "mailing.build")
    from smsc_codec.payloads.mailing.write import build

    return build(mailing, nl=nl)


def read_lines(pieces: Iterable[str], *, nl: bool = False) -> Iterator[tuple[int, Line | Problem]]:
    """Each message, or what is wrong with a line, with its number from 1, in constant memory.

    `pieces` make the text when joined: an open file, or chunks of any size. Places in a Problem count from the
    beginning of its line.
    """
    from smsc_codec.payloads.mailing.stream import read_lines

    return read_lines(pieces, nl=nl)


def build_lines(lines: Iterable[Line], *, nl: bool = False) -> Iterator[str]:
    """The text of each message with its line end, in constant memory. Raises BuildError, which names the field."""
    from smsc_codec.payloads.mailing.stream import build_lines

    return build_lines(lines, nl=nl)


def contexts(pieces: Iterable[str], options: MailingOptions | None = None) -> Iterator[MailingContext]:
    """What the rules are given, block by block in constant memory."""
    from smsc_codec.payloads.mailing.stream import contexts

    return contexts(pieces, options)


def format_text(text: str) -> str:
    """The same messages in canonical layout, in the source's own line ends. Raises ParseError.

    `:` between head and text, no blanks around the signs of a head, no blank lines, one line end at the end.
    """
    parse(text)
    from smsc_codec.payloads.mailing.layout import canonical

    return canonical(text)


def looks_like(text: str) -> bool:
    """Whether the first line that says something is a message to an address, or to a number as long as a mobile's.

    A shorter number before a colon is as often a time or a date.
    """
    match = match_line(text.lstrip().partition("\n")[0].rstrip("\r"))
    first = match["PHONES"].partition(",")[0] if match else ""
    return "@" in first or sum(map(str.isdigit, first)) >= 11


class MailingCodec:
    """The codec of the `list=` parameter, in the shape all codecs have. It reads as a request without `nl=1` does."""

    kind = "mailing"
    title = "mailing (list=)"
    value = Mailing
    options = MailingOptions

    def read(self, text: str) -> Reading:
        """Understand as much as can be understood; never raises for any text."""
        return read(text)

    def parse(self, text: str) -> Mailing:
        """The messages of `text`, or ParseError with every problem."""
        return parse(text)

    def build(self, value: Mailing) -> str:
        """The text of a list, which reads back equal, or BuildError."""
        return build(value)

    def format(self, text: str) -> str:
        """The text in canonical layout, or ParseError."""
        return format_text(text)

    def looks_like(self, text: str) -> bool:
        """Whether a text is probably a list of messages."""
        return looks_like(text)

    def rules(self) -> list[Rule]:
        """The list's lint rules."""
        from smsc_codec.payloads.mailing.rules import RULES

        return RULES

    def context(self, text: str, options: MailingOptions) -> MailingContext:
        """What the rules are given."""
        from smsc_codec.payloads.mailing.context import MailingContext

        return MailingContext(text, options)

    def carried(self, context: MailingContext) -> list[Carried]:
        """Each message to each of its recipients."""
        from smsc_codec.payloads.mailing.carried import carried

        return carried(context)

    def contexts(self, pieces: Iterable[str], options: MailingOptions) -> Iterator[MailingContext]:
        """What the rules are given of each block of a long list."""
        return contexts(pieces, options)


CODEC = MailingCodec()
