"""Every code that binary messages have, in words. Writes codes.txt anew: `python -m tests.binary.codes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from smsc_codec.payloads.binary import control, dcs, dtd, elements, ems, mms_names, pid, wsp_names, wsp_words
from smsc_codec.payloads.binary.tree import CHARSETS
from smsc_codec.payloads.binary.wsp import Parameter
from tests.told import shown

PATH = Path(__file__).parent / "codes.txt"
#: How long the data of an element is tried to be.
_SIZES = (*range(10), 32, 33, 34, 128, 129, 130)
_WORDS = (
    ("Content-Type", b"\x03\x81\xea"), ("Content-Type", b"\x9c"), ("Accept", b"\xb0"), ("Content-Type", b"\x1f"),
    ("Encoding-Version", b"\x81"), ("Encoding-Version", b"\x81\x93"), ("Encoding-Version", b"\x81\x9f"),
    ("Accept-Charset", b"\xea\x80"), ("Accept-Charset", b"\x02\x03\xe8"), ("Cache-Control", b"\x82\x01\x78"),
    ("Cache-Control", b"\x99"), ("Content-Disposition", b"\x81\x98"), ("Content-Disposition", b""),
    ("Age", b"\x01\x02"), ("Age", 7), ("Age", "text"), ("Encoding-Version", 0x13), ("Level", 0x1F), ("Push-Flag", 0),
    ("Push-Flag", 5), ("Push-Flag", 7), ("Push-Flag", 8), ("Date", 0), ("Date", 1293840000), ("Expires", 1),
    ("If-Modified-Since", 1), ("If-Unmodified-Since", 1), ("Last-Modified", 1), ("Creation-date", 1),
    ("Modification-date", 1), ("X-Wap-Tod", 2**63),
    ("Read-date", 1), ("Charset", 0), ("Charset", 3), ("Charset", 106), ("Charset", 2251), ("Charset", 4),
    ("Charset", 1), ("Accept-Charset", 1015), ("Size", 0),
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of codes.txt."""
    yield from _alike("pid", range(256), pid.describe)
    yield from _alike("dcs", range(256), dcs.describe)
    yield from _alike("element", range(256), _element)
    yield from _alike("language", range(-1, 16), control.language)
    yield from _alike("header source", range(5), lambda code: control.HeaderSource(code).creator)
    yield from _table("sound", dict(enumerate(ems.SOUNDS)))
    yield from _table("animation", dict(enumerate(ems.ANIMATIONS)))
    yield from _table("object", ems.OBJECTS)
    yield from _table("charset", CHARSETS)
    yield from _table("content type", wsp_names.CONTENT_TYPES)
    yield from _table("field of WSP", wsp_names.FIELDS)
    yield from _table("parameter of WSP", wsp_names.PARAMETERS)
    for name in sorted({"SEC", *wsp_names.FIELDS.values()}):
        told = {code: wsp_words.words(Parameter(name, code)) for code in range(40)}
        if told != {code: f"{code}" for code in told} and name not in _OTHERWISE:
            yield from _table(name, {code: words for code, words in told.items() if words != str(code)})
    yield from _table("field of MMS", mms_names.FIELDS)
    yield from _table("message of MMS", mms_names.TYPES)
    for name, tokens in mms_names.TOKENS.items():
        yield from _table(name, tokens)
    for name, fields in mms_names.MANDATORY.items():
        yield f"{name} needs {', '.join(fields)}"
    for one in dtd.DTDS.values():
        yield f"{one.public_id:02X} {one.name}, moments: {', '.join(one.dates)}"
        yield from _table("  tag", one.tags)
        yield from _table("  attribute", {code: "=".join(said) for code, said in one.attributes.items()})
        yield from _table("  value", one.values)
    for name, value in _WORDS:
        written = value.hex() if isinstance(value, bytes) else value
        yield f"{name} {written}: {wsp_words.words(Parameter(name, value))}"
    for number in (*range(0x26), 0x26, 0x70, 0x7F, 0x80, 0x9F, 0xA0, 0xC0, 0xDF, 0xE0, 0xFF):
        yield from _decoded(number)


#: What is in a table above, a moment or flags: _WORDS has some of each.
_OTHERWISE = frozenset(
    ("Accept", "Accept-Charset", "Content-Type", "Date", "Encoding-Version", "Expires", "If-Modified-Since",
     "If-Unmodified-Since", "Last-Modified", "Push-Flag", "X-Wap-Tod")
)  # fmt: skip


def _element(number: int) -> str:
    row = elements.describe(number)
    return f"{row.title} ({row.category}{', repeatable' if row.repeatable else ''})"


def _decoded(number: int) -> Iterator[str]:
    """The lengths that an element's data may have, and what the shortest of these say, of bits of several kinds."""
    taken = [
        size for size in _SIZES if not isinstance(elements.decode(number, bytes(size)), elements.Unknown)
    ]
    yield f"element {number:02X}: {' '.join(map(str, taken))}"
    for size in taken[:2] if taken[:1] < [9] else ():
        for data in {bytes(range(1, size + 1)): 0, bytes([0x80] * size): 0, bytes([0xFF] * size): 0}:
            made = elements.decode(number, data)
            if not isinstance(made, elements.Unknown):
                assert elements.encode(made) == (number, data)
                yield f"  {data.hex()} {made!r}"


def _table(name: str, table: Mapping[int, Any]) -> Iterator[str]:
    yield f"{name}: {'; '.join(f'{code:02X} {shown(str(words))}' for code, words in table.items())}"


def _alike(name: str, codes: Iterable[int], words: Callable[[int], object]) -> Iterator[str]:
    """A line for each run of codes that say the same."""
    runs: list[tuple[int, int, object]] = []
    for code in codes:
        said = words(code)
        if runs and runs[-1][2] == said:
            runs[-1] = (runs[-1][0], code, said)
        else:
            runs.append((code, code, said))
    for first, last, said in runs:
        yield f"{name} {first:02X}{f'-{last:02X}' if last > first else ''}: {said}"


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
