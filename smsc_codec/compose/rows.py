"""A mailing from a table: rows of data and a template. What stands in a row is data and never becomes structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct, structs

from smsc_codec.diagnostics import BuildError, WrongArgument
from smsc_codec.lazy import compiled
from smsc_codec.payloads import mailing, message, recipients
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.text import count

#: A column's name in braces. `{no_unsub}` and the other macros are parts of their own by then.
_PLACE = compiled(r"\{([^{}\n]{1,60})\}")
#: Where no sign of these stands a text is no more than a text, whatever it says.
_PLAIN = compiled(r"[^{<_~\\]*").fullmatch
#: Names of the column with the numbers, where none is named.
_NUMBERS = ("phone", "phones", "number", "tel", "mobile", "телефон", "номер")


class MailingFrom(Struct, frozen=True):
    """The messages made of a table, in its order: `client.mailing(made.lines)` sends them.

    `parts` is how many SMS they take in all (SEG-1), each recipient counted.
    """

    lines: tuple[Line, ...]
    parts: int

    def preview(self, number: int = 3) -> str:
        """The first messages as a list has them, with their parts: to be read before anything is sent."""
        shown = []
        for line in self.lines[:number]:
            parts = count(line.text).parts
            shown.append(f"{', '.join(line.phones)} ({parts} SMS): {line.text}")
        more = len(self.lines) - number
        return "\n".join([*shown, f"... and {more} more"] if more > 0 else shown)

    def price(self, per_part: Decimal | str) -> Decimal:
        """What they cost at one price a part. What the service asks for them `client.cost` tells."""
        return self.parts * Decimal(per_part)

    @property
    def mailing(self) -> Mailing:
        """The lines as the value of `list=`."""
        return Mailing(self.lines)


def mailing_from(
    rows: Any,
    template: str,
    *,
    to: str | None = None,
    sender: str | None = None,
    comment: str | None = None,
) -> MailingFrom:
    """A message for each row: `template` with each `{column}` filled in.

    `rows` are mappings, an open CSV file (or its lines) with a header, or a DataFrame. `to` is the column with the
    phone numbers: `phone`, `number` or the like where it is not named. `sender` and `comment` are for every message.
    Macros of the template, such as `{button,...}`, stay macros. Raises BuildError, which names the row, for a column
    that is missing, a value that is empty, a number that is none, and a value that would be more than text.
    """
    if not isinstance(template, str):
        raise WrongArgument("mailing_from", "template", "a text with column names in braces", template)
    fill = _filler(template)
    made: list[Line] = []
    parts = 0
    for number, row in enumerate(_rows(rows), 1):
        where = f"rows[{number}]"
        column = to or next((name for name in row if str(name).strip().lower() in _NUMBERS), None)
        if column is None or column not in row:
            raise BuildError(
                where, f"no column '{to or 'phone'}' with the phone number; the columns are {_names(row)}"
            )
        phones = _phones(row[column], f"{where}.{column}")
        text = fill(row, where)
        line = Line(phones, text, sender, None, comment)
        made.append(line)
        parts += count(text).parts * len(phones)
    for _ in mailing.build_lines(made):
        pass  # whatever cannot be sent is told now, not in the middle of the mailing
    return MailingFrom(tuple(made), parts)


def _rows(rows: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of whatever holds a table."""
    if hasattr(rows, "iter_rows"):  # polars
        yield from rows.iter_rows(named=True)
    elif hasattr(rows, "to_pylist"):  # pyarrow
        yield from rows.to_pylist()
    elif hasattr(rows, "to_dict") and not isinstance(rows, Mapping):  # pandas
        yield from rows.to_dict("records")
    elif isinstance(rows, str):
        yield from _csv(rows.splitlines(keepends=True))
    elif isinstance(rows, Iterable) and not isinstance(rows, Mapping | bytes):
        source = iter(rows)
        for first in source:
            if isinstance(first, str):
                yield from _csv([first, *source])
                return
            for row in (first, *source):
                if not isinstance(row, Mapping):
                    raise WrongArgument(
                        "mailing_from", "rows", "rows that name their columns, such as dicts", row
                    )
                yield row
    else:
        raise WrongArgument("mailing_from", "rows", "dicts, an open CSV file or a DataFrame", rows)


def _csv(lines: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    import csv

    head = lines[0].removeprefix("\ufeff")
    sign = max(";\t,", key=head.count)
    for row in csv.DictReader([head, *lines[1:]], delimiter=sign, skipinitialspace=True):
        yield {name: value for name, value in row.items() if name is not None}


def _phones(value: Any, where: str) -> tuple[str, ...]:
    """The numbers of one cell, as text; spreadsheets make whole numbers and fractions of them."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise BuildError(where, "is empty; every row needs a phone number")
    reading = recipients.read(value.strip())
    if reading.problems or reading.value is None:
        told = reading.problems[0].message if reading.problems else "is not a phone number"
        raise BuildError(where, f"{value.strip()!r}: {told}; expected a number such as 79990000000")
    return tuple(
        recipients.build(structs.replace(reading.value, items=(item,))) for item in reading.value.items
    )


def _filler(template: str) -> Callable[[Mapping[str, Any], str], str]:
    """A function from a row to its text."""
    parsed = message.parse(template)
    pieces = (parsed.text,) if isinstance(parsed.text, str) else parsed.text

    def fill(row: Mapping[str, Any], where: str) -> str:
        plain = True

        def value(match: re.Match[str]) -> str:
            nonlocal plain
            said = _cell(row, match[1], where)
            plain = plain and _PLAIN(said) is not None
            return said

        filled = tuple(_PLACE.sub(value, piece) if isinstance(piece, str) else piece for piece in pieces)
        said = Message(filled[0] if isinstance(parsed.text, str) else filled, parsed.channel, parsed.comment)  # type: ignore[arg-type]
        if not plain or not isinstance(parsed.text, str) or parsed.channel:
            try:
                return message.build(said)
            except BuildError as error:
                raise BuildError(where, f"cannot be filled in as plain text: {error}") from None
        return filled[0]  # type: ignore[return-value]

    return fill


def _cell(row: Mapping[str, Any], name: str, where: str) -> str:
    value = row.get(name, row.get(name.strip(), _cell))
    if value is _cell:
        raise BuildError(where, f"no column '{name.strip()}' for the template; the columns are {_names(row)}")
    if value is None or value != value or str(value).strip() == "":  # a DataFrame has NaN where nothing is
        raise BuildError(f"{where}.{name.strip()}", "is empty, but the template uses it")
    return str(value)


def _names(row: Mapping[str, Any]) -> str:
    return ", ".join(repr(str(name)) for name in row) or "none at all"
