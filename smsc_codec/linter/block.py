"""What goes from room to room: a text that was read, and what is found in it or in a block of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from smsc_codec.diagnostics import Finding

if TYPE_CHECKING:
    from smsc_codec.payloads.carried import Carried


class Text(Struct, frozen=True):
    """A text that was read, and what its file's name says of it."""

    #: The text; of a long one no more than kinds go by.
    text: str
    #: The file's name as the configuration's globs know it; "" where it is of no file.
    known: str = ""
    #: How the file was encoded, for the languages to which that matters.
    encoding: str = ""
    #: What makes a long text, which is not held whole; can be gone through again.
    pieces: Iterable[str] | None = None

    def whole(self) -> str:
        """All of it."""
        return self.text if self.pieces is None else "".join(self.pieces)


class Seen(Struct, frozen=True):
    """A text and what is found in it.

    `hidden` are findings that are not told since they follow from others: mending those makes them no news. `carried`
    is what the text carries; None where its language does not say, and then nothing is known to be lost.
    """

    text: str
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...] = ()
    carried: Sequence[Carried] | None = None


class Block(Struct, frozen=True):
    """A text as its rules see it, or one block of a long text, which begins at the line `first_line`."""

    text: str
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    first_line: int
    #: The key of the item at an offset, by which the configuration ignores rules; None where there are no items.
    item_at: Callable[[int], str | None] | None
    carried: Callable[[], Sequence[Carried] | None]
    #: The text as it may be shown.
    shown: Callable[[], str]
    #: The same with another text in its place. Of a long text the blocks before and after it stay as they are.
    again: Callable[[str], Block]

    def seen(self) -> Seen:
        """What mending goes by."""
        return Seen(self.text, self.findings, self.hidden, self.carried())
