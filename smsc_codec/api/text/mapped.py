"""Text that was unwrapped from another, of quotes and urlencoding, and where each of its characters came from."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, count, islice, repeat
from operator import sub

from smsc_codec.api import form
from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import compiled

#: Where each character starts and ends in the source, and where an empty text stands.
Places = tuple[Sequence[int], Sequence[int], int]
#: What has to stand in the source for a text; None where that cannot be.
Write = Callable[[str], str | None]
#: What may be put between quotes of each kind, and where there are none.
_SAFE = {
    "'": compiled(r"[^']*"),
    '"': compiled(r'[^"$`\\!]*'),
    "": compiled(r"[\w.,:/=+@%~-]*", re.ASCII),
}
_ESCAPE = compiled(r"%[0-9A-Fa-f]{2}")
#: What stands for an escape while the octets of letters are counted; it is no letter.
_MARK = "\udfff"
#: How long an octet is in ASCII that has 0x80 for each escape, and a letter by its first octet in UTF-8.
_ASCII = bytes([1] * 0x80 + [3] * 0x80)
_UTF8 = bytes([1] * 0xC0 + [2] * 0x20 + [3] * 0x10 + [4] * 0x10)
#: An escape has so many signs more than the octet that it says.
_FURTHER_SIGNS = 2
#: How many characters are looked for one by one: each takes time in proportion to the text's length.
_FEW = 40
#: The octets of UTF-8 that begin no letter.
_FURTHER = bytes(range(0x80, 0xC0))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _as_it_is(text: str) -> str | None:
    return text


def never(text: str) -> str | None:
    """What writes nothing: for texts of which nothing can be edited."""
    return None


class Mapped:
    """A text with the places of its characters in the source, which are found when one is asked for: most never are.

    `write` turns a text into what has to stand in the source for it, or gives None where that cannot be done. `holes`
    are the parts that stand for something else, such as `$(date)` and `{name}`: what they say is not known here, and
    no edit touches them.
    """

    def __init__(
        self,
        text: str,
        places: Callable[[], Places],
        write: Write = _as_it_is,
        holes: Sequence[Span] = (),
    ) -> None:
        self.text = text
        self._find = places
        self.write = write
        self.holes = holes
        #: Whether placeholders were looked for.
        self.searched = False

    @classmethod
    def of(cls, source: str, start: int, end: int, write: Write = _as_it_is) -> Mapped:
        """A part of the source as it stands."""
        return cls(source[start:end], lambda: (range(start, end), range(start + 1, end + 1), start), write)

    @cached_property
    def has_lone_percent(self) -> bool:
        """Whether there is a percent sign that begins no escape."""
        return form.LONE.search(self.text) is not None

    @cached_property
    def places(self) -> Places:
        """The places of its characters."""
        return self._find()

    def part(self, start: int, end: int) -> Mapped:
        """Some of its characters."""

        def places() -> Places:
            starts, ends, _ = self.places
            return starts[start:end], ends[start:end], self.place(start)

        made = Mapped(self.text[start:end], places, self.write, self._holes_in(start, end))
        made.searched = self.searched
        return made

    def _holes_in(self, start: int, end: int) -> Sequence[Span]:
        first = bisect_right(self.holes, start, key=_end)
        last = bisect_left(self.holes, end, key=_start)
        return [Span(max(h.start, start) - start, min(h.end, end) - start) for h in self.holes[first:last]]

    def with_holes(self, holes: Iterable[Span]) -> Mapped:
        """The same text with more holes."""
        merged: list[Span] = []
        for hole in sorted([*self.holes, *holes]):
            if merged and hole.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, hole.end))
            else:
                merged.append(hole)
        return Mapped(self.text, lambda: self.places, self.write, merged)

    def in_hole(self, at: int) -> bool:
        """Whether a character is in a hole."""
        return bool(self.holes) and bool(self._holes_in(at, at + 1))

    def find(self, sign: str, start: int = 0, end: int | None = None) -> int:
        """Where a sign stands first outside of the holes, -1 if nowhere."""
        at = self.text.find(sign, start, end)
        while at >= 0 and self.in_hole(at):
            at = self.text.find(sign, at + 1, end)
        return at

    def literals(self) -> Iterator[Mapped]:
        """What is said here: the parts between the holes."""
        starts = [0, *(hole.end for hole in self.holes)]
        ends = [*(hole.start for hole in self.holes), len(self.text)]
        for start, end in zip(starts, ends, strict=True):
            if start < end:
                yield self.part(start, end)

    def place(self, offset: int) -> int:
        """Where a character begins in the source; the end for one behind the last."""
        if offset < len(self.text):
            return self.at(offset)[0]
        return self.at(offset - 1)[1] if self.text else self.places[2]

    def at(self, offset: int) -> tuple[int, int]:
        """Where a character begins in the source, and where it ends."""
        starts, ends, _ = self.places
        return starts[offset], ends[offset]

    def is_one_piece(self, first: int, last: int) -> bool:
        """Whether nothing stands between some characters in the source."""
        starts, ends, _ = self.places
        return ends[first:last] == starts[first + 1 : last + 1]

    def span(self, span: Span | None = None) -> Span:
        """Where some characters, or all, stand in the source."""
        start, end = (0, len(self.text)) if span is None else (span.start, min(span.end, len(self.text)))
        if start >= end:
            return Span(self.place(start), self.place(start))
        return Span(self.at(start)[0], self.at(end - 1)[1])

    def edit(self, edit: Edit) -> Edit | None:
        """The edit of the source that is an edit of the text; None where it cannot be made."""
        if self._holes_in(edit.span.start, edit.span.end):
            return None
        span = self.span(edit.span)
        # What is cut at a quote or an escape cannot be put together again.
        first, last = edit.span.start, min(edit.span.end, len(self.text)) - 1
        if last > first and not self.is_one_piece(first, last):
            return None
        written = self.write(edit.text)
        return None if written is None else Edit(span, written)

    def unescaped(
        self, pattern: re.Pattern[str], say: Callable[[re.Match[str]], str], write: Write
    ) -> Mapped:
        """The text with each match of `pattern` outside of the holes put as `say` has it."""
        if not pattern.search(self.text):
            return Mapped(self.text, lambda: self.places, write, self.holes)
        matches = [m for m in pattern.finditer(self.text) if not self.in_hole(m.start())]
        said = [say(match) for match in matches]
        pieces, at = [], 0
        for match, text in zip(matches, said, strict=True):
            pieces += [self.text[at : match.start()], text]
            at = match.end()

        def places() -> Places:
            own_starts, own_ends, empty = self.places
            starts, ends, at = array("q"), array("q"), 0
            for match, text in zip(matches, said, strict=True):
                begin, end = match.span()
                starts.extend(own_starts[at:begin])
                ends.extend(own_ends[at:begin])
                starts.extend([own_starts[begin]] * len(text))
                ends.extend([own_ends[end - 1]] * len(text))
                at = end
            starts.extend(own_starts[at:])
            ends.extend(own_ends[at:])
            return starts, ends, empty

        ends = [match.end() for match in matches]
        shifts = [
            0,
            *accumulate(len(text) - len(match[0]) for match, text in zip(matches, said, strict=True)),
        ]
        moved = (shifts[bisect_right(ends, hole.start)] for hole in self.holes)
        holes = [Span(h.start + by, h.end + by) for h, by in zip(self.holes, moved, strict=True)]
        return Mapped("".join([*pieces, self.text[at:]]), places, write, holes)

    def decoded(self, charset: str) -> tuple[bytes, Mapped]:
        """What urlencoding says: the octets, and their text; a text that is broken is mapped as a whole.

        Escapes are octets of the charset; a letter that was not urlencoded is the letter that is seen.
        """
        octets = form.octets(self.text, charset)
        text = octets.decode(charset, "replace")

        def write(said: str) -> str | None:
            try:
                return self.write(form.quoted(said.encode(charset)))
            except UnicodeEncodeError:
                return None

        if text == self.text:  # nothing was escaped
            return octets, Mapped(text, lambda: self.places, write)
        whole = charset == "utf-8" and "\ufffd" in text
        if not whole and self.text.isascii() and not self.has_lone_percent:
            return octets, _Decoded(text, lambda: self._of_text(text, charset, whole), write, self, charset)
        return octets, Mapped(text, lambda: self._of_text(text, charset, whole), never if whole else write)

    def _of_text(self, text: str, charset: str, whole: bool) -> Places:
        """The places of the characters of an urlencoded text."""
        starts, ends = self._of_octets(charset)
        at = self.place(0)
        if whole:
            return [starts[0]] * len(text), [ends[-1]] * len(text), at
        if charset != "utf-8":
            return starts, ends, at
        return *_gathered(starts, ends, text.encode().translate(_UTF8, _FURTHER)), at

    def _of_octets(self, charset: str) -> tuple[Sequence[int], Sequence[int]]:
        """The places of the octets of an urlencoded text."""
        own_starts, own_ends, _ = self.places
        if self.text.isascii():
            sizes = _ESCAPE.sub("\x80", self.text).encode("latin-1").translate(_ASCII)
            return _gathered(own_starts, own_ends, sizes)
        signs = _ESCAPE.sub(_MARK, self.text.replace(_MARK, "\ufffd"))
        sizes = b"\3".join(b"\1" * len(piece) for piece in signs.split(_MARK))
        starts, ends = _gathered(own_starts, own_ends, sizes)
        if charset != "utf-8":
            return starts, ends
        # How many octets of UTF-8 each sign takes, an escape one.
        widths = signs.replace(_MARK, "%").encode("utf-8", "surrogatepass").translate(_UTF8, _FURTHER)
        return (
            array("q", [*chain.from_iterable(map(repeat, starts, widths))]),
            array("q", [*chain.from_iterable(map(repeat, ends, widths))]),
        )


class _Decoded(Mapped):
    """What an urlencoded text says. The places of a few characters are found without those of all."""

    def __init__(
        self, text: str, places: Callable[[], Places], write: Write, written: Mapped, charset: str
    ) -> None:
        super().__init__(text, places, write)
        self._written = written
        self._is_utf8 = charset == "utf-8"
        self._asked = 0

    def at(self, offset: int) -> tuple[int, int]:
        if self._asked > _FEW:
            return super().at(offset)
        self._asked += 1
        start, end = self._index(offset), self._index(offset + 1)
        return self._written.at(start)[0], self._written.at(end - 1)[1]

    def is_one_piece(self, first: int, last: int) -> bool:
        if self._asked > _FEW:
            return super().is_one_piece(first, last)
        self._asked += 1
        return self._written.is_one_piece(self._index(first), self._index(last + 1) - 1)

    def _index(self, offset: int) -> int:
        """Where a character begins in the urlencoded text."""
        octets = len(self.text[:offset].encode()) if self._is_utf8 else offset
        return octets + _FURTHER_SIGNS * bisect_left(self._before, octets)

    @cached_property
    def _before(self) -> list[int]:
        """How many octets stand before each escape."""
        *pieces, _ = self._written.text.split("%")
        return [*map(sub, accumulate(map(len, pieces)), count())]


def _gathered(starts: Sequence[int], ends: Sequence[int], sizes: bytes) -> tuple[array[int], array[int]]:
    """The places of characters that take so many places each."""
    firsts = accumulate(sizes[:-1], initial=0)
    lasts = islice(accumulate(sizes, initial=-1), 1, None)
    # Through lists, since an array takes from an iterator slowly.
    return array("q", [*_picked(starts, firsts)]), array("q", [*_picked(ends, lasts)])


def _picked(places: Sequence[int], at: Iterable[int]) -> Iterable[int]:
    if isinstance(places, range):  # the source's own, a step of one apart
        return map(places.start.__add__, at)
    return map(places.__getitem__, at)


def joined(pieces: Sequence[Mapped], write: Write | None = None) -> Mapped:
    """Pieces next to each other as one text, which `write` writes."""
    if write is None and len(pieces) == 1:
        return pieces[0]

    def places() -> Places:
        starts, ends = array("q"), array("q")
        for piece in pieces:
            starts.extend(piece.places[0])
            ends.extend(piece.places[1])
        return starts, ends, pieces[0].place(0) if pieces else 0

    holes: list[Span] = []
    at = 0
    for piece in pieces:
        holes += [Span(hole.start + at, hole.end + at) for hole in piece.holes]
        at += len(piece.text)
    # What may stand without quotes may stand in any.
    return Mapped("".join(piece.text for piece in pieces), places, write or between_quotes(""), holes)


def fixed(text: str, at: Span) -> Mapped:
    """A text that stands at a place as a whole, and cannot be edited there."""
    return Mapped(text, lambda: ([at.start] * len(text), [at.end] * len(text), at.start), never)


def between_quotes(quote: str) -> Write:
    """What may stand between such quotes as it is."""
    safe = _SAFE[quote]
    return lambda text: text if safe.fullmatch(text) else None
