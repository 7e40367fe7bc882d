"""Tables that are prepared: each row by the template, each wrong row by its number, whatever the file holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from smsc_codec_dask.engine import Here
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.pieces import Filling, numbers_in, pieces_of
from smsc_codec_dask.prepare.run import Sources, WrongLines, prepare
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import Manifest
from smsc_codec_dask.sources import SourceError, find

from smsc_codec.payloads import mailing
from smsc_codec.payloads.mailing.model import Line

TEMPLATE = Filling("{name}, your order is ready", sender="Shop")
ROWS = [{"phone": 79990000001 + n, "name": f"Ann {n}"} for n in range(2500)]


def written(path: Path, rows: list[dict[str, Any]], **more: Any) -> Path:
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(rows), path, **more)
        return path
    names = list(rows[0])
    lines = [";".join(names), *(";".join(str(row[name]) for name in names) for row in rows)]
    path.write_text("\n".join(lines), encoding=more.get("encoding", "utf-8"))
    return path


def prepared(path: Path, filling: Filling | None = TEMPLATE, encoding: str | None = None, **more: Any) -> Any:
    found = find([str(path)])
    pieces = pieces_of(Here(), found, encoding, filling)
    into = str(path.parent / "shards")
    return prepare(Here(), into, Sources(pieces, found[0].size), Rules(), name="m", **more)


def lines_in(path: Path) -> list[Line]:
    folder = Folder(str(path.parent / "shards"))
    return [line for one in Manifest(folder) for line in mailing.parse(folder.read(one.file).decode()).lines]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_each_row(tmp_path: Path, name: str) -> None:
    """The messages are those that `mailing_from` makes, however the file is cut into pieces."""
    path = written(tmp_path / name, ROWS, **({"row_group_size": 700} if name == "a.parquet" else {}))
    assert prepared(path).read == 2500
    expected = [Line((str(row["phone"]),), f"{row['name']}, your order is ready", "Shop") for row in ROWS]
    assert sorted(lines_in(path), key=str) == sorted(expected, key=str)


def test_times_of_rows(tmp_path: Path) -> None:
    """A moment of a table is that moment (TIM-4), one without a zone is the calendar's (TIM-2), nothing is at once."""
    times = [datetime(2026, 12, 1, 9, tzinfo=UTC), None]
    path = written(tmp_path / "a.parquet", [{**row, "at": at} for row, at in zip(ROWS, times, strict=False)])
    prepared(path, Filling("{name}", at="at"))
    found = [one.schedule.time for one in Manifest(Folder(str(tmp_path / "shards")))]
    assert [getattr(one, "timestamp", None) for one in found] == [None, 1796115600]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_rows_that_are_wrong(tmp_path: Path, name: str) -> None:
    """Each is named by its number, and the others are not lost for it."""
    rows = [dict(row, phone=str(row["phone"])) for row in ROWS[:50]]
    rows[6]["phone"], rows[31]["name"] = "nobody", "{menu:1}"
    path = written(tmp_path / name, rows)
    with pytest.raises(WrongLines) as caught:
        prepared(path)
    assert [one.number for one in caught.value.named] == [7, 32]
    assert prepared(path, skip_wrong=True).header.lines == 48


@pytest.mark.parametrize(
    ("name", "octets"),
    [
        ("a.parquet", b""),
        ("a.parquet", b"PAR1 nothing PAR1"),
        ("a.csv", "phone;name\n79990000001;Анна".encode("cp1251")),
        ("a.csv", b'phone;name\n79990000001;"' + b"x" * 200_000),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, octets: bytes) -> None:
    """It is told in words, with the file."""
    path = tmp_path / name
    path.write_bytes(octets)
    with pytest.raises(SourceError, match=name):
        prepared(path)


def test_another_encoding(tmp_path: Path) -> None:
    """It is read by its name."""
    path = written(tmp_path / "a.csv", [{"phone": 79990000001, "name": "Анна"}], encoding="cp1251")
    prepared(path, encoding="windows-1251")
    assert [line.text for line in lines_in(path)] == ["Анна, your order is ready"]


def test_a_table_without_a_template(tmp_path: Path) -> None:
    """It says no messages."""
    with pytest.raises(SourceError, match="--template"):
        prepared(written(tmp_path / "a.csv", ROWS[:1]), None)


def test_a_stop_list_that_is_a_table(tmp_path: Path) -> None:
    """A Parquet file's numbers, a CSV file's first column."""
    path = written(tmp_path / "a.csv", ROWS[:10])
    stops = [written(tmp_path / "s.parquet", ROWS[2:4]), written(tmp_path / "s.csv", ROWS[5:6])]
    found = find([str(one) for one in stops])
    made = prepared(path, stops=Sources(numbers_in(Here(), found, None), 0))
    assert (made.stopped, made.header.lines) == (3, 7)
