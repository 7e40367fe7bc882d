"""Text that was unwrapped from another, of quotes and urlencoding, and where each of its characters came from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable

from smsc_codec.api.form import quoted
from smsc_codec.diagnostics import Edit, Span

#: What may be put between quotes of each kind, and where there are none.
_SAFE = {
    "'": re.compile(r"[^']*"),
    '"': re.compile(r'[^"$`\\!]*'),
    "": re.compile(r"[\w.,:/=+@%~-]*", re.ASCII),
}


class Mapped:
    """`text`, whose character `i` stands in the source from `starts[i]` to `ends[i]`; an empty one stands at `at`.

    `write` turns a text into what has to stand in the source for it, or gives None where that cannot be done.
    """

    def __init__(
        self,
        text: str,
        starts: array[int],
        ends: array[int],
        at: int = 0,
        write: Callable[[str], str | None] = lambda text: text,
    ) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.at = at
        self.write = write

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Mapped:
        """A part of the source as it stands."""
        return cls(
            source[start:end], array("q", range(start, end)), array("q", range(start + 1, end + 1)), start
        )

    def part(self, start: int, end: int) -> Mapped:
        """Some of its characters."""
        return Mapped(
            self.text[start:end], self.starts[start:end], self.ends[start:end], self.place(start), self.write
        )

    def place(self, offset: int) -> int:
        """Where a character begins in the source; the end for one behind the last."""
        if offset < len(self.starts):
            return self.starts[offset]
        return self.ends[-1] if self.ends else self.at

    def span(self, span: Span | None = None) -> Span:
        """Where some characters, or all, stand in the source."""
        start, end = (0, len(self.text)) if span is None else (span.start, min(span.end, len(self.text)))
        if start >= end:
            return Span(self.place(start), self.place(start))
        return Span(self.starts[start], self.ends[end - 1])

    def edit(self, edit: Edit) -> Edit | None:
        """The edit of the source that is an edit of the text; None where it cannot be made."""
        span = self.span(edit.span)
        # What is cut at a quote or an escape cannot be put together again.
        inside = range(edit.span.start, min(edit.span.end, len(self.text)) - 1)
        if any(self.ends[i] != self.starts[i + 1] for i in inside):
            return None
        written = self.write(edit.text)
        return None if written is None else Edit(span, written)

    def decoded(self, charset: str) -> tuple[bytes, Mapped]:
        """What urlencoding says: the octets, and their text; a text that is broken is mapped as a whole."""
        octets, starts, ends = bytearray(), array("q"), array("q")
        for match in _RUNS.finditer(self.text):
            run, (start, end) = match.group(), match.span()
            if match.lastgroup == "ESCAPES":
                octets += bytes.fromhex(run.replace("%", ""))
                starts += self.starts[start:end:3]
                ends += self.ends[start + 2 : end : 3]
            elif match.lastgroup == "PLAIN":
                octets += run.encode().replace(b"+", b" ")
                starts += self.starts[start:end]
                ends += self.ends[start:end]
            else:
                said = run.encode("utf-8", "surrogatepass")
                octets += said
                starts.extend(self.starts[start:end] * len(said))
                ends.extend(self.ends[start:end] * len(said))

        def write(text: str) -> str | None:
            try:
                return self.write(quoted(text.encode(charset)))
            except UnicodeEncodeError:
                return None

        return bytes(octets), _text(bytes(octets), starts, ends, charset, self.at, write)


#: A run of escaped octets, or of characters that are one octet each, or one other character.
_RUNS = re.compile(r"(?P<ESCAPES>(?:%[0-9A-Fa-f]{2})+)|(?P<PLAIN>[\x00-$&-\x7f]+)|(?s:.)")


def _text(
    octets: bytes,
    starts: array[int],
    ends: array[int],
    charset: str,
    at: int,
    write: Callable[[str], str | None],
) -> Mapped:
    text = octets.decode(charset, "replace")
    if charset != "utf-8":
        return Mapped(text, starts, ends, at, write)
    if len(text) == len(octets) and "\ufffd" not in text:
        return Mapped(text, starts, ends, at, write)
    sizes = [len(c.encode("utf-8", "surrogatepass")) for c in text]
    if sum(sizes) != len(octets) or "\ufffd" in text:
        whole = len(text)
        return Mapped(
            text, array("q", [starts[0]] * whole), array("q", [ends[-1]] * whole), at, lambda text: None
        )
    first, last, place = array("q"), array("q"), 0
    for size in sizes:
        first.append(starts[place])
        place += size
        last.append(ends[place - 1])
    return Mapped(text, first, last, at, write)


def joined(pieces: list[Mapped], write: Callable[[str], str | None] | None = None) -> Mapped:
    """Pieces next to each other as one text, which `write` writes."""
    text = "".join(piece.text for piece in pieces)
    starts, ends = array("q"), array("q")
    for piece in pieces:
        starts.extend(piece.starts)
        ends.extend(piece.ends)
    if write is None:  # what may stand without quotes may stand in any
        write = pieces[0].write if len(pieces) == 1 else between_quotes("")
    return Mapped(text, starts, ends, pieces[0].at if pieces else 0, write)


def between_quotes(quote: str) -> Callable[[str], str | None]:
    """What may stand between such quotes as it is."""
    safe = _SAFE[quote]
    return lambda text: text if safe.fullmatch(text) else None
