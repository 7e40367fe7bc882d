"""Lists of any length, in constant memory: read, written, and given to the rules block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.payloads.mailing.context import MailingContext
from smsc_codec.payloads.mailing.memory import Memory
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.payloads.mailing.read import LINES, Odd, Walk, entries_nl, message_at, to_lines
from smsc_codec.payloads.mailing.write import Writer

#: So many characters are held at a time, or one message with `nl=1` that is longer.
_BLOCK = 1 << 16
#: A block ends before a message, so that what goes on with one is in its block; but after so many characters anywhere.
_LONGEST = 1 << 22


def blocks(pieces: Iterable[str], *, nl: bool = False) -> Iterator[str]:
    """The text that the pieces make when joined, in blocks that begin with a message."""
    held: list[str] = []
    size, limit = 0, _BLOCK
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size < limit:
            continue
        text = "".join(held)
        cut = _last_head(text)
        if not (cut or nl) and size > _LONGEST:
            cut = text.rfind("\n") + 1
        if cut:
            yield text[:cut]
        held = [text[cut:]]
        size = len(held[0])
        limit = max(_BLOCK, 2 * size)  # a message longer than a block is not joined again for every piece
    rest = "".join(held)
    if rest:
        yield rest


def _last_head(text: str) -> int:
    """Where the last line that begins a message starts; 0 where only the first line does."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if start and message_at(text, start, end):
            return start
        end = start - 1
    return 0


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


def contexts(pieces: Iterable[str], options: MailingOptions | None = None) -> Iterator[MailingContext]:
    """What the rules are given, block by block.

    Rules that look at the whole list remember the blocks before, in bounded memory. What all messages have in common
    (LST017) is told where `pieces` can be gone through twice.
    """
    options, memory = options or MailingOptions(), Memory()
    if iter(pieces) is not pieces:
        memory.alike = _alike(pieces, options.nl)
    for text in blocks(pieces, nl=options.nl):
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
