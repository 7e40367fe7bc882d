"""Lists of any length, in constant memory: read, written, and given to the rules block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.payloads.mailing.read import LINES, Odd, Walk, entries_nl, message_at, to_lines
from smsc_codec.payloads.mailing.write import Writer

#: After so many characters a block ends with the piece. No piece of a large file has fewer: so where its blocks begin
#: can be told at each of its pieces, whatever stands before.
LEAST = 15_360
#: Where no message begins a block ends after so many characters at a line; with `nl=1` it goes on.
_LONGEST = 4_194_304


class Part(Struct, frozen=True):
    """A part of a long list, for who reads the parts of one list beside one another.

    Parts begin and end at borders between the pieces of the whole list. A border stands for the first message that
    begins in the line around it, or below: what is above the first message of a part is the end of the part before. So
    the parts' blocks, one after the other, are the blocks of the whole list.
    """

    #: From the beginning of the line that holds the first border up to the last border.
    pieces: Iterable[str]
    #: What comes after that: the last message goes on there.
    beyond: Iterable[str] = ()
    #: The number of the line with its first message, in the whole list.
    first_line: int = 1
    #: Whether it is another part than the first.
    inside: bool = False
    #: What is known of the whole list; nothing is known of it where this is None.
    memory: Memory | None = None

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)

    def blocks(self, *, nl: bool = False) -> Iterator[tuple[int, str]]:
        """Each block with the number of its first line."""
        texts = blocks(self.pieces, nl=nl, inside=self.inside, beyond=self.beyond)
        if self.inside:
            next(texts, "")
        line = self.first_line
        for text in texts:
            yield line, text
            line += text.count("\n")


def blocks(
    pieces: Iterable[str], *, nl: bool = False, inside: bool = False, beyond: Iterable[str] = ()
) -> Iterator[str]:
    """The text that the pieces make when joined, in blocks that begin with a message.

    `inside` and `beyond` are as in a `Part`: `inside` a list, the first text is the end of the block before.
    """
    held: list[str] = []
    size, ending, above = 0, inside, inside
    for lines, border, after in _whole_lines(pieces, beyond):
        if after and above:
            break
        ending = ending or border
        head = first_head(lines) if ending else None
        if head is not None:
            if held or head or above:
                yield "".join((*held, lines[:head]))
            if after:
                return
            held, size, ending, above = [], 0, False, False
            lines = lines[head:]
        elif ending and size > _LONGEST and not (nl or above):
            yield "".join(held)
            held, size = [], 0
        held.append(lines)
        size += len(lines)
    if held:
        yield "".join(held)


def _whole_lines(pieces: Iterable[str], beyond: Iterable[str]) -> Iterator[tuple[str, bool, bool]]:
    """The pieces, each from the line that holds its beginning up to the one that holds its end.

    With each, whether enough stands before it for a block, and whether it is `beyond`.
    """
    line: list[str] = []  # the beginning of the line that holds the border
    size, border, after = 0, False, False
    for text, after in chain(((piece, False) for piece in pieces), ((piece, True) for piece in beyond)):
        if size >= LEAST and text:
            size, border = 0, True
        size += len(text)
        cut = text.rfind("\n") + 1
        if not cut:
            line.append(text)
            continue
        yield "".join((*line, text[:cut])), border, after
        line, border = [text[cut:]], False
    last = "".join(line)
    if last:
        yield last, border, after


def first_head(lines: str) -> int | None:
    """Where the first of some lines starts that begins a message; None where none does."""
    start = 0
    while start < len(lines):
        end = lines.find("\n", start)
        end = len(lines) if end < 0 else end
        if message_at(lines, start, end):
            return start
        start = end + 1
    return None


def read_lines(pieces: Iterable[str], *, nl: bool = False) -> Iterator[tuple[int, Line | Problem]]:
    """Each message of a list, or what is wrong with a line, with the number of its first line, from 1.

    `pieces` make the text when joined: an open file, or chunks of any size. Places in a Problem count from the
    beginning of its line. Blank lines say nothing.
    """
    first, walk = 1, Walk("")
    for text in blocks(pieces, nl=nl):
        if nl:
            for number, at, item in entries_nl(text):
                yield first + number, _moved(item, at)
        else:
            end = len(text) - text.endswith("\n")
            rows = LINES.findall(text, 0, end)
            try:
                yield from enumerate(to_lines(rows), first)
                walk.follows = True
            except Odd:
                follows = walk.follows or walk.end is not None
                walk = Walk(text, follows=follows)
                for number, at, item in chain(walk.entries(0, end, rows), walk.run_ends()):
                    yield first + number, _moved(item, at)
        first += text.count("\n")


def _moved(item: Line | Problem, by: int) -> Line | Problem:
    """A problem with its places counted from `by`."""
    if type(item) is Line or not by:
        return item
    assert type(item) is Problem

    def moved(span: Span) -> Span:
        return Span(span.start - by, span.end - by)

    return replace(
        item,
        span=moved(item.span),
        labels=tuple(Label(moved(label.span), label.text) for label in item.labels),
        fixes=tuple(
            Fix(fix.title, tuple(Edit(moved(edit.span), edit.text) for edit in fix.edits), fix.safe)
            for fix in item.fixes
        ),
    )


def build_lines(lines: Iterable[Line], *, nl: bool = False) -> Iterator[str]:
    """Each message as a line with its ending. Raises BuildError, which names the field: `lines[3].sender`."""
    for text in Writer(nl=nl).write(lines):
        for line in (text,) if nl else text.split("\n"):
            yield line + "\n"


def contexts(pieces: Iterable[str] | Part, options: MailingOptions | None = None) -> Iterator[MailingContext]:
    """What the rules are given, block by block.

    Rules that look at the whole list remember the blocks before, in bounded memory. What all messages have in common
    (LST017) is told where `pieces` can be gone through twice. In a `Part` of a list lines have the numbers that they
    have in the whole, and what its rules remember is the part's `memory`.
    """
    options = options or MailingOptions()
    if isinstance(pieces, Part):
        memory = pieces.memory or Memory(0)
        texts = pieces.blocks(nl=options.nl)
    else:
        memory = Memory()
        if iter(pieces) is not pieces:
            memory.alike = _alike(pieces, options.nl)
        texts = enumerate(blocks(pieces, nl=options.nl))
    for line, text in texts:
        if isinstance(pieces, Part):
            memory.line = line
        memory.mark()
        yield MailingContext(text, options, memory)


def _alike(pieces: Iterable[str], nl: bool) -> int:
    """How many messages there are if all say the same and nothing is wrong, else 0; soon known for most lists."""
    first: object = None
    count = 0
    for _, line in read_lines(pieces, nl=nl):
        count += 1
        if type(line) is not Line:
            return 0
        said = line.text, line.sender, line.tz, line.comment
        if first is None:
            first = said
        elif said != first:
            return 0
    return count
