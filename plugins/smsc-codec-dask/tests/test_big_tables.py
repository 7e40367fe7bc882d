"""Tables that are prepared: each row by the template, each wrong row by its number, whatever the file holds."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import smsc_codec_dask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from smsc_codec_dask.engine import Here
from smsc_codec_dask.lint.run import Run
from smsc_codec_dask.prepare.cutting import Rules
from smsc_codec_dask.prepare.pieces import numbers_in, pieces_of
from smsc_codec_dask.prepare.run import Sources, WrongLines, prepare
from smsc_codec_dask.shards.folder import Folder
from smsc_codec_dask.shards.manifest import Manifest
from smsc_codec_dask.shuffle import scratch
from smsc_codec_dask.sources import SourceError, find
from smsc_codec_dask.sources.tables import CsvRows, Filling, rows_of, tables_of

from smsc_codec.compose.rows import mailing_from
from smsc_codec.diagnostics import Lines
from smsc_codec.linter.config import Settings
from smsc_codec.linter.reports import FileReport
from smsc_codec.payloads import mailing
from smsc_codec.payloads.mailing import MailingOptions
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


CELLS = [
    "",
    "a",
    "b c",
    '"q"',
    '"line\nend"',
    '"two\n\n"',
    '5" pipe',
    '"say ""hi"""',
    '"odd"tail',
    "я",
    "x\r",
    ' "s"',
]


@given(
    st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=3), max_size=60),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1251", "koi8-r", "utf-16"]),
    st.integers(1, 120),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_csv_in_parts(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    table: list[list[str]],
    end: str,
    encoding: str,
    size: int,
) -> None:
    """Whatever is quoted at a border, in the file's parts are the rows of the whole file, with their numbers."""
    path = tmp_path / "a.csv"
    text = end.join(["phone;name", *(";".join(row) for row in table)]) + end
    path.write_bytes(text.encode(encoding))
    (source,) = find([str(path)])
    whole = [row for rows in CsvRows(source, TEMPLATE, encoding=encoding).batches() for row in rows]
    plain = csv.DictReader(io.StringIO(text, newline=""), delimiter=";", skipinitialspace=True)
    assert whole == [{column: cell for column, cell in row.items() if column is not None} for row in plain]
    monkeypatch.setattr("smsc_codec_dask.sources.blocks.SLICE", size)
    parts = rows_of(Here(), source, TEMPLATE, encoding)
    number = 1
    for part in parts:
        assert part.first == number
        made = [row for rows in part.batches() for row in rows]
        assert made == whole[number - 1 : number - 1 + len(made)]
        number += len(made)
    assert number == len(whole) + 1


def test_csv_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSV file whose values hold line ends here and there still is several pieces of work."""
    rows = [{**row, "name": '"Ann\nSmith"'} if row["phone"] % 9 == 0 else row for row in ROWS]
    path = written(tmp_path / "a.csv", rows)
    monkeypatch.setattr("smsc_codec_dask.sources.blocks.SLICE", 4096)
    parts = rows_of(Here(), find([str(path)])[0], TEMPLATE)
    assert 10 < len(parts) <= 16
    assert sum(part.size for part in parts) == path.stat().st_size


def test_a_quote_that_nobody_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error in words, and takes no more memory than a value may have."""
    path = tmp_path / "a.csv"
    path.write_text('phone;name\n79990000001;"' + "x;y\n" * 100_000, encoding="utf-8")
    monkeypatch.setattr("smsc_codec_dask.sources.blocks.SLICE", 4096)
    (part,) = rows_of(Here(), find([str(path)])[0], TEMPLATE)
    with pytest.raises(SourceError, match="no CSV table: field larger than field limit"):
        list(part.batches())


def findings_of(reports: Iterable[FileReport]) -> list[tuple[int, str, str, str]]:
    """Row, code, words and severity of each finding."""
    return [
        (
            Lines(report.text, report.first_line).position(one.span.start)[0],
            one.code,
            one.message,
            one.severity,
        )
        for report in reports
        for one in report.findings
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.parquet"])
def test_a_table_is_linted_as_the_list_of_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The findings are those of one process in the list that `mailing_from` makes, line for row, across the parts;
    a row of which no message can be made is told of (LST001).
    """
    rows = [{"phone": str(79990000001 + n % 300), "name": f"Anna{n % 300}"} for n in range(450)]
    rows[20]["name"], rows[200]["name"] = "Аnna", "&lt;b&gt;"
    made = tmp_path / "a.list"
    lines = mailing_from(rows, "{name}, hi").lines
    made.write_text("".join(mailing.build_lines(lines)), encoding="utf-8")
    path = written(
        tmp_path / name.removesuffix(".gz"), rows, **({"row_group_size": 70} if "parquet" in name else {})
    )
    if name.endswith(".gz"):
        path = tmp_path / name
        path.write_bytes(gzip.compress((tmp_path / "a.csv").read_bytes()))
    monkeypatch.setattr("smsc_codec_dask.sources.blocks.SLICE", 1000)
    monkeypatch.setattr("smsc_codec.cli.large.CHUNK", 64)
    monkeypatch.setattr("smsc_codec.payloads.mailing.stream.LEAST", 15)
    nl = Settings(languages={"mailing": MailingOptions(nl=True)})
    told = []
    for one, how in ((path, nl), (made, Settings())):
        with scratch(None) as place:
            run = Run(Here(), place, how, tables=tables_of(Here(), Filling("{name}, hi"), None))
            told.append([found[:3] for found in findings_of(run.reports(find([str(one)])))])
    assert told[0] == told[1]
    assert {code for _, code, _ in told[0]} == {"LST005", "LST014"}


def test_rows_of_which_no_message_is_made(tmp_path: Path) -> None:
    """Each is told of at its number with the reason (LST001), as the configuration has it, and nothing else hides."""
    rows = [
        {"phone": "nobody", "name": "Ann"},
        {"phone": "79990000001", "name": "Ann"},
        {"phone": "", "name": ""},
    ]
    path = written(tmp_path / "a.csv", rows)
    told = "no message can be made of this row: phone"
    for how, expected in (
        (Settings(), [(1, "error", told), (3, "error", told)]),
        (Settings(severity={"LST001": "info"}), [(1, "info", told), (3, "info", told)]),
        (Settings(ignore=("LST001",)), []),
    ):
        made = smsc_codec_dask.lint_lists([str(path)], on=Here(), settings=how, template="{name}, hi")
        found = findings_of(made.reports)
        assert [(row, severity, said[: len(told)]) for row, _, said, severity in found] == expected
        assert made.lines == 3
        assert made.failed == (bool(expected) and expected[0][1] == "error")


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_rows(tmp_path: Path, name: str) -> None:
    """It has no findings, and is no error."""
    path = tmp_path / name
    if name == "a.csv":
        path.write_text("phone;name\n", encoding="utf-8")
    else:
        parquet.write_table(pa.table({"phone": pa.array([], pa.string())}), path)
    made = smsc_codec_dask.lint_lists([str(path)], on=Here(), template="{name}")
    assert (made.lines, made.counts, made.failed, len(made.reports)) == (0, {}, False, 1)
