"""How a text becomes the parts of a short message: counted, split, cut (SEG-1 to SEG-4, PAR-3, PAR-18).

One part holds 140 octets: 160 septets or 70 UCS-2 units. In a message of several parts each begins with a
header (3GPP TS 23.040 9.2.3.24), so 153 or 67 are left; a national language table takes its place there too.
A pair (an escape and its code, two halves of a surrogate pair) is never torn, so a part may end a unit early,
and the number of parts is not the number of units divided.

These functions count all of the text they are given. A comment is not sent (SEG-3): `without_comment` first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import Literal

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.text.alphabet import PLAIN, Encoding, septets, sixteens
from smsc_codec.text.mark import MARK

#: The number of parts is one octet (3GPP TS 23.040 9.2.3.24.1).
MOST_PARTS = 255

_OCTETS = 140
_CONCATENATION = {8: 5, 16: 6}
_LANGUAGE = 3


class Count(Struct, frozen=True, gc=False):
    """What a text takes. `units` are septets in `gsm7`, sixteen bits in `ucs2`.

    `left`: units left in the last part. `ends`: where each part ends, as offsets of the text's characters.
    `sizes`: the units in each part. `locking` and `single`: the national language tables it needs, if any.
    """

    encoding: Encoding
    units: int
    parts: int
    left: int
    ends: tuple[int, ...]
    sizes: tuple[int, ...]
    locking: str = ""
    single: str = ""


class Cut(Struct, frozen=True, gc=False):
    """A text cut to so many parts: what is kept, and what is lost."""

    kept: str
    lost: str


def without_comment(text: str) -> str:
    """The part of a message's text that is sent: what stands before the first comment mark (CMT-1, SEG-3)."""
    return text.partition(MARK)[0]


def count(
    text: str,
    *,
    reference: Literal[8, 16] = 8,
    graphemes: bool = False,
    languages: Iterable[str] = (),
) -> Count:
    """The alphabet, units and parts that `text` takes (3GPP TS 23.038 6.2, 23.040 9.2.3.24).

    `reference`: bits of the number that ties parts together; 16 leave 152 and 66 units a part.
    `graphemes`: end no part inside what a reader sees as one character, if a part can hold it whole.
    `languages`: the national language tables (names in `LANGUAGES`) that may be used rather than UCS-2; the
    service is not known to use any. The pair of tables is taken that needs the fewest parts, then units.

    Raises BuildError for more than 255 parts, an unknown language or another size of reference.
    """
    made = _count(text, reference, graphemes, tuple(languages))
    if made.parts > MOST_PARTS:
        raise BuildError("text", f"takes {made.parts} parts, but a message has at most {MOST_PARTS}")
    return made


def split(
    text: str,
    *,
    reference: Literal[8, 16] = 8,
    graphemes: bool = False,
    languages: Iterable[str] = (),
) -> tuple[str, ...]:
    """The parts of `text`, in order; joined they are `text` again. Options and errors as of `count`."""
    made = count(text, reference=reference, graphemes=graphemes, languages=languages)
    start = 0
    pieces = []
    for end in made.ends:
        pieces.append(text[start:end])
        start = end
    return tuple(pieces)


def cut(
    text: str,
    maxsms: int,
    *,
    reference: Literal[8, 16] = 8,
    graphemes: bool = False,
    languages: Iterable[str] = (),
) -> Cut:
    """The longest beginning of `text` that takes at most `maxsms` parts, and the rest (SEG-4, PAR-18).

    The beginning is counted by itself: what is lost does not make it dearer. No message has more than 255
    parts, so a larger `maxsms` means 255. Raises BuildError for a `maxsms` below 1; the rest as of `count`.
    """
    if maxsms < 1:
        raise BuildError("maxsms", f"is {maxsms}, but a message has at least one part")
    most = min(maxsms, MOST_PARTS)
    tables = tuple(languages)

    def parts(last: int) -> int:
        return _count(text[: last + 1], reference, graphemes, tables).parts

    # A longer beginning never takes fewer parts, and no part holds more than 160 characters.
    end = bisect_right(range(min(len(text), 160 * most)), most, key=parts)
    if graphemes and end < len(text):
        starts = (0, *_count(text[:end], reference, graphemes, tables).ends)
        end = _whole(text, starts[-2], end)
    return Cut(text[:end], text[end:])


def _count(text: str, reference: int, graphemes: bool, languages: tuple[str, ...]) -> Count:
    if reference not in _CONCATENATION:
        raise BuildError("reference", f"is {reference}, and it has 8 or 16 bits (3GPP TS 23.040 9.2.3.24)")
    # Most messages, answered without loading a table.
    if len(text) <= 160 and text.isascii() and not text.encode().translate(None, PLAIN):
        size = len(text)
        return Count("gsm7", size, 1, 160 - size, (size,), (size,))
    units = septets(text)
    if units is not None:
        return _fill(text, units, "gsm7", reference, graphemes)
    if languages:
        made = _national(text, reference, graphemes, languages)
        if made is not None:
            return made
    return _fill(text, sixteens(text), "ucs2", reference, graphemes)


def _national(text: str, reference: int, graphemes: bool, languages: tuple[str, ...]) -> Count | None:
    """The best that a locking and a single shift table do together, or None if no two say all of `text`."""
    made = [
        _fill(text, units, "gsm7", reference, graphemes, locking, single)
        for locking, single in _tables(languages)
        if (units := septets(text, locking, single)) is not None
    ]
    return min(made, key=lambda one: (one.parts, one.units), default=None)


def _tables(languages: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pairs of a locking and a single shift table that may be tried; `""` is the default one."""
    from smsc_codec.text.tables import LANGUAGES, LOCKING

    for language in languages:
        if language not in LANGUAGES:
            raise BuildError("languages", f"has no table for {language!r}; there are {', '.join(LANGUAGES)}")
    locking = ["", *(language for language in languages if language in LOCKING)]
    return [(one, other) for one in locking for other in ("", *languages) if one or other]


@cache
def _room(encoding: Encoding, elements: int) -> int:
    """The units that a part holds beside a header whose information elements take so many octets."""
    header = elements + 1 if elements else 0
    if encoding == "gsm7":
        return (_OCTETS - header) * 8 // 7
    return (_OCTETS - header) // 2


def _fill(
    text: str,
    units: bytes,
    encoding: Encoding,
    reference: int,
    graphemes: bool,
    locking: str = "",
    single: str = "",
) -> Count:
    """Fill part after part; `units` as `septets` and `sixteens` make them."""
    total = len(units)
    elements = _LANGUAGE * ((locking != "") + (single != ""))
    room = _room(encoding, elements)
    ends: tuple[int, ...]
    sizes: tuple[int, ...]
    if total <= room:
        ends, sizes = (len(text),), (total,)
    else:
        room = _room(encoding, elements + _CONCATENATION[reference])
        ends, sizes = _walk(text, units, room, graphemes)
    return Count(encoding, total, len(ends), room - sizes[-1], ends, sizes, locking, single)


def _walk(text: str, units: bytes, room: int, graphemes: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each part ends, and its units; a zero in `units` may not be the last of a part."""
    ends, sizes = [], []
    start = at = 0  # of the part, in units and in characters
    while len(units) - start > room:
        end = start + room
        if not units[end - 1]:
            end -= 1
        stop = at + end - start - units.count(0, start, end)
        if graphemes:
            whole = _whole(text, at, stop)
            for _ in range(stop - whole):
                end -= 1 if units[end - 2] else 2
            stop = whole
        ends.append(stop)
        sizes.append(end - start)
        start, at = end, stop
    return (*ends, len(text)), (*sizes, len(units) - start)


def _whole(text: str, start: int, end: int) -> int:
    """The last place from `start` to `end` that is inside no grapheme, or `end` if one fills all of it."""
    from smsc_codec.text.graphemes import joined

    return next((at for at in range(end, start, -1) if not joined(text, at, start)), end)
