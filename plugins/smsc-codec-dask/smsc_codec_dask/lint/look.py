"""The first pass over a slice: what rules over the whole list have to know of it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import repeat
from typing import Any

from msgspec import Struct, structs

from smsc_codec.diagnostics import Problem
from smsc_codec.payloads.mailing import Line, read_lines
from smsc_codec.payloads.mailing.context import same_phone
from smsc_codec.payloads.mailing.read import message_places
from smsc_codec_dask.shuffle import ROWS, Run, Scratch, column
from smsc_codec_dask.sources.blocks import Slice
from smsc_codec_dask.sources.scan import Scanned, scan
from smsc_codec_dask.sources.tables import TableSlice

#: A line that begins with one plain number, as most do: its key is the number itself.
_PLAIN = re.compile(r"^([1-79][0-9]{6,17})[:;]", re.MULTILINE)
_SEPARATORS = {sign: re.compile(rf"^[^:;\n]*+{sign}", re.MULTILINE) for sign in ":;"}
#: Keys of what is no plain number have this bit.
_HASHED = 1 << 63


class Wanted(Struct, frozen=True):
    """What the first pass looks for, and where it writes it."""

    scratch: Scratch
    buckets: int
    nl: bool
    #: The number of each file, by its name: what stands in two files is never the same.
    files: dict[str, int]
    #: Whether LST005 or LST006 runs, and LST017.
    repeated: bool
    alike: bool


class Looked(Struct, frozen=True):
    """What the first pass knows of a slice beside its lines."""

    #: The separators of its messages, that of the first one with its line, counted from the slice's first.
    separators: str = ""
    first: str = ""
    first_at: int = 0
    #: How many messages it has if all say the same and nothing is wrong, else -1; and what they say.
    alike: int = 0
    said: bytes = b""
    #: The numbers of its recipients, the blocks they are in, and how often each is there.
    runs: tuple[Run, ...] = ()


def look(wanted: Wanted, one: Slice | TableSlice) -> Scanned:
    """Count the lines of a slice, and learn what the rules need."""
    wanted = structs.replace(wanted, nl=wanted.nl and not isinstance(one, TableSlice))
    looking = _Looking(wanted, one)
    counted = scan(one, nl=wanted.nl, see=looking.see)
    return structs.replace(counted, found=looking.done()) if counted.sound else counted


class _Looking:
    def __init__(self, wanted: Wanted, one: Slice | TableSlice) -> None:
        self._wanted = wanted
        self._where = place_of(wanted.files[one.source.name], one.number)
        self._name = f"numbers-{self._where:x}"
        self._separators = ""
        self._first, self._first_at, self._lines = "", 0, 0
        self._alike: int | None = 0 if wanted.alike else None
        self._said: Any = None
        self._keys, self._blocks = array("Q"), array("Q")
        self._runs: list[Run] = []

    def see(self, text: str) -> None:
        """Take one block into account."""
        wanted = self._wanted
        if len(self._separators) < 2:
            self._separate(text)
        if self._alike is not None:
            self._compare(text)
        if wanted.repeated:
            self._keys.extend(numbers(text, nl=wanted.nl))
            self._blocks.extend(repeat(self._lines, len(self._keys) - len(self._blocks)))
            if len(self._keys) > ROWS:
                self._write()
        self._lines += text.count("\n")

    def done(self) -> Looked:
        """All that was seen."""
        if self._keys:
            self._write()
        said = repr(self._said).encode() if self._alike else b""
        return Looked(
            "".join(sorted(self._separators)), self._first, self._first_at, -1 if self._alike is None else self._alike,
            blake2b(said, digest_size=16).digest(), tuple(self._runs),
        )  # fmt: skip

    def _separate(self, text: str) -> None:
        other = [sign for sign in ":;" if sign not in self._separators]
        if not any(sign in text and _SEPARATORS[sign].search(text) for sign in other):
            return
        for start, begin, _ in message_places(text, self._wanted.nl):
            sign = text[begin - 1]
            if not self._first:
                self._first, self._first_at = sign, self._lines + text.count("\n", 0, start)
            if sign not in self._separators:
                self._separators += sign
                if len(self._separators) == 2 or not any(
                    s in text and _SEPARATORS[s].search(text) for s in ":;" if s not in self._separators
                ):
                    return

    def _compare(self, text: str) -> None:
        for _, line in read_lines((text,), nl=self._wanted.nl):
            if type(line) is not Line:
                self._alike = None
                return
            said = line.text, line.sender, line.tz, line.comment
            if self._said is None:
                self._said = said
            if said != self._said or self._alike is None:
                self._alike = None
                return
            self._alike += 1

    def _write(self) -> None:
        import pyarrow as pa

        table = (
            pa.table({"number": column(self._keys), "block": column(self._blocks)})
            .group_by(["number", "block"])
            .aggregate([([], "count_all")])
        )
        name = f"{self._name}-{len(self._runs)}"
        where = pa.repeat(pa.scalar(self._where, pa.uint64()), table.num_rows)
        columns = {
            "number": table["number"], "block": table["block"], "count": table["count_all"], "where": where,
        }  # fmt: skip
        self._runs.append(self._wanted.scratch.write(name, columns, "number", self._wanted.buckets))
        self._keys, self._blocks = array("Q"), array("Q")


def place_of(file: int, number: int) -> int:
    """A slice as a whole number: that of its file, then its own."""
    return file << 32 | number


def numbers(text: str, *, nl: bool) -> Iterable[int]:
    """The key of each recipient of a block; of lines that are no message perhaps, too."""
    plain = _PLAIN.findall(text)
    if len(plain) == text.count("\n") + (not text.endswith("\n")):
        return map(int, plain)
    return (key_of(phone) for line in messages(text, nl) for phone in line[1].phones)


def messages(text: str, nl: bool) -> Iterator[tuple[int, Line]]:
    """The messages of a block, each with the number of its line there, from 0."""
    for number, line in read_lines((text,), nl=nl):
        if not isinstance(line, Problem):
            yield number - 1, line


def key_of(phone: str) -> int:
    """A recipient as a whole number; two ways to write a number are one."""
    same = same_phone(phone)
    if same.isascii() and same.isdigit() and len(same) < 19 and same[0] != "0":
        return int(same)
    return int.from_bytes(blake2b(same.encode(), digest_size=8).digest()) | _HASHED


def pair_key(phone: str, text: str, sender: str | None) -> int:
    """A message to one recipient as a whole number, by which two are the same (LST005)."""
    said = f"{phone}\0{'' if sender is None else sender}\0{sender is None:d}{text}"
    return int.from_bytes(blake2b(said.encode(), digest_size=8).digest())
