"""A table of prices: what a part costs, by the beginning of the number, a country's or an operator's."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from smsc_codec.diagnostics import CodecError

#: Prices have no more digits behind the point, so that sums of millions are exact as whole numbers.
DIGITS = 6


class PriceError(CodecError):
    """A table of prices that cannot be used; the text says where and why."""


class Prices(Struct, frozen=True):
    """Prices of a part by prefixes without a plus, "" for all other numbers, in millionths of the currency's unit."""

    by_prefix: dict[str, int]

    def prefix_of(self, number: str) -> str | None:
        """The longest prefix that a number begins with; None where nothing says its price."""
        by_prefix = self.by_prefix
        for end in range(min(len(number), self.longest), -1, -1):
            if number[:end] in by_prefix:
                return number[:end]
        return None

    @property
    def longest(self) -> int:
        """How long the longest prefix is."""
        return max(map(len, self.by_prefix), default=0)


def read_prices(name: str, text: str) -> Prices:
    """A table as TOML, `[prices]` with `"7916" = "2.10"` below it, or as CSV, `7916,2.10` a line. Raises PriceError.

    A heading, blank lines and lines that begin with `#` are passed over in CSV; `default` or an empty prefix is for all
    other numbers.
    """
    text = text.removeprefix("\ufeff")
    rows = _toml(name, text) if name.lower().endswith(".toml") else _csv(name, text)
    found: dict[str, int] = {}
    for where, prefix, price in rows:
        key = "" if prefix.lower() in ("", "default", "*") else prefix.removeprefix("+")
        if not (key.isascii() and (key.isdigit() or not key)):
            raise PriceError(f"{where}: '{prefix}' is no beginning of a number; expected digits such as 7916")
        if key in found:
            raise PriceError(f"{where}: '{prefix}' has a price already")
        found[key] = _money(where, price)
    if not found:
        raise PriceError(f"{name}: no prices; expected lines such as 7916,2.10")
    return Prices(found)


def _toml(name: str, text: str) -> Iterable[tuple[str, str, str]]:
    try:
        table = tomllib.loads(text, parse_float=str).get("prices")
    except (ValueError, RecursionError) as error:
        raise PriceError(f"{name}: not TOML: {error}") from None
    if not isinstance(table, dict):
        raise PriceError(f'{name}: expected a table [prices] with lines such as "7916" = "2.10"')
    return [(f"{name}: prices", str(prefix), str(price)) for prefix, price in table.items()]


def _csv(name: str, text: str) -> Iterable[tuple[str, str, str]]:
    head = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    sign = max(";\t,", key=head.count)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if len(cells) < 2:
            raise PriceError(f"{name}:{number}: expected a prefix and a price, such as 7916,2.10")
        if number == 1 and not any(sign.isdigit() for sign in cells[0] + cells[1]):
            continue  # the heading
        yield f"{name}:{number}", cells[0], cells[1]


def _money(where: str, said: str) -> int:
    try:
        price = Decimal(said.replace(",", "."))
    except InvalidOperation:
        price = Decimal("NaN")
    if not (price.is_finite() and 0 <= price < 10**6):
        raise PriceError(f"{where}: '{said}' is no price of a part; expected an amount such as 2.10")
    millionths = price.scaleb(DIGITS)
    if millionths != int(millionths):
        raise PriceError(f"{where}: '{said}' has more than {DIGITS} digits behind the point")
    return int(millionths)


def in_words(millionths: int) -> str:
    """An amount with two digits behind the point, or as many as it has."""
    amount = Decimal(millionths).scaleb(-DIGITS)
    exact = amount.normalize()
    tail = exact.as_tuple().exponent
    return f"{exact:,f}" if isinstance(tail, int) and tail < -2 else f"{amount:,.2f}"
