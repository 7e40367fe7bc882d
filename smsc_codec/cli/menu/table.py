"""Rows of a menu from a table: CSV, JSON or YAML. What stands in a cell is data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, ClassVar

from msgspec import Struct

from smsc_codec.cli import files
from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads.menu.draft import Row

#: A menu has at most 1000 characters: a longer table is none for it.
_MOST = 500
_COLUMNS = {
    "key": "key keys digit button клавиша кнопка цифра",
    "text": "text message prompt say текст сообщение",
    "number": "number numbers phone phones tel call номер номера телефон",
    "name": "name title label option название пункт",
}
_KNOWN = {word: column for column, words in _COLUMNS.items() for word in words.split()}


class TableError(CodecError):
    """A table that cannot be read; the text says where."""


class Table(Struct, frozen=True):
    """The rows, and what is spoken before and after where the table says it."""

    rows: tuple[Row, ...]
    greeting: str = ""
    goodbye: str = ""


def read_table(path: str, encoding: str | None = None) -> Table:
    """The table of a file, by the ending of its name. Raises files.Unreadable, TableError."""
    text = files.read(path, encoding).text
    low = path.lower()
    if low.endswith((".csv", ".tsv", ".txt")):
        return Table(tuple(_rows(_csv(text))))
    if low.endswith(".json"):
        return _table(_json(text))
    if low.endswith((".yaml", ".yml")):
        return _table(_yaml(text))
    raise TableError("expected a table named .csv, .json or .yaml")


def _csv(text: str) -> Iterator[Mapping[str, Any]]:
    lines = text.removeprefix("\ufeff")
    head = lines.partition("\n")[0]
    sign = max(";\t,", key=head.count)
    try:
        rows = list(
            csv.reader(io.StringIO(lines, newline=""), delimiter=sign, skipinitialspace=True, strict=True)
        )
    except csv.Error as error:
        raise TableError(f"not CSV: {error}") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return
    first = [cell.strip().lower() for cell in rows[0]]
    names = first
    if not any(cell in _KNOWN for cell in first):
        names = ["key", "text", "number"]  # without a header, in this order
        rows.insert(0, [])
    columns = [_KNOWN.get(name, name) for name in names]
    twice = next((name for number, name in enumerate(columns) if name in columns[:number]), None)
    if twice is not None:
        raise TableError(f"row 1: the column '{twice[:40]}' appears twice")
    for number, row in enumerate(rows[1:], 1):
        if len(row) > len(names):
            raise TableError(
                f"row {number}: {len(row)} cells in {len(names)} columns; a comma in a text needs quotes"
            )
        yield dict(zip(names, row, strict=False))


def _json(text: str) -> Any:
    import msgspec

    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise TableError(f"not JSON: {error}") from None


def _yaml(text: str) -> Any:
    try:
        yaml: Any = import_module("yaml")
    except ImportError:
        raise TableError(
            "YAML needs PyYAML: pip install 'smsc-codec[yaml]'; CSV and JSON need nothing"
        ) from None

    class Plain(yaml.SafeLoader):  # type: ignore[misc]
        """Every scalar is the text that stands there: `no` is a word, `011` is a key, a number keeps its digits."""

        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                raise yaml.YAMLError("references (*) are not followed in a table")
            return super().compose_node(parent, index)

    try:
        return yaml.load(text, Plain)  # a loader of plain texts
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise TableError(f"not YAML: {' '.join(str(error).split())[:200]}") from None


def _table(data: Any) -> Table:
    """A list of rows, or a table with `greeting`, `items` and `goodbye`."""
    if isinstance(data, list):
        return Table(tuple(_rows(data)))
    if not isinstance(data, dict):
        raise TableError("expected a list of rows, or a table with 'greeting', 'items' and 'goodbye'")
    unknown = [str(name) for name in data if name not in ("greeting", "items", "goodbye")]
    if unknown:
        raise TableError(
            f"there is no '{unknown[0][:40]}' in a table: expected 'greeting', 'items' and 'goodbye'"
        )
    items = data.get("items")
    if not isinstance(items, list):
        raise TableError("'items' must be a list of rows")
    greeting, goodbye = (_cell(data.get(name), name) for name in ("greeting", "goodbye"))
    return Table(tuple(_rows(items)), greeting, goodbye)


def _rows(rows: Any) -> Iterator[Row]:
    for number, row in enumerate(rows, 1):
        if number > _MOST:
            raise TableError(f"more than {_MOST} rows: a menu has at most 1000 characters")
        if not isinstance(row, Mapping):
            raise TableError(f"row {number}: expected named columns, such as key, text, number")
        cells: dict[str, Any] = {}
        for name, value in row.items():
            column = _column(str(name), number)
            if column in cells:
                raise TableError(f"row {number}: the column '{column}' appears twice")
            cells[column] = value
        numbers = cells.get("number")
        several = numbers if isinstance(numbers, list) else [numbers]
        where = f"row {number}, number"
        yield Row(
            _cell(cells.get("key"), f"row {number}, key").strip(),
            _cell(cells.get("text"), f"row {number}, text"),
            tuple(one for value in several for one in phones(_cell(value, where))),
            _cell(cells.get("name"), f"row {number}, name"),
        )


def _column(name: str, number: int) -> str:
    word = name.strip().lower()
    if word in _KNOWN:
        return _KNOWN[word]
    from smsc_codec.text.near import nearest

    meant = nearest(word, _KNOWN)
    hint = f"did you mean '{meant}'?" if meant else f"there is {', '.join(_COLUMNS)}"
    raise TableError(f"row {number}: there is no column '{name[:40]}'; {hint}")


def _cell(value: Any, where: str) -> str:
    """A cell as text: spreadsheets and JSON make numbers of keys and phone numbers."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TableError(f"{where}: expected a text or a whole number, not {type(value).__name__}")
    return str(value)


def phones(text: str) -> tuple[str, ...]:
    """Numbers by comma or semicolon, each as it is dialled where it can only mean one."""
    from smsc_codec.payloads.phones import international

    written = filter(None, map(str.strip, text.replace(";", ",").split(",")))
    return tuple(international(one.removeprefix("+")) or one for one in written)
