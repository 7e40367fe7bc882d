"""Bounds that only show at their edges: how many processes, which outputs are streams, how much is drawn and told."""

from __future__ import annotations

import io
import sys
import threading
from pathlib import Path

import pytest

from smsc_codec.cli import jobs
from smsc_codec.cli.jobs import _Handful, _next
from smsc_codec.cli.outputs import special
from smsc_codec.diagnostics import Finding, Lines, Span
from smsc_codec.linter.gate import lint
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.linter.reports.change import _full_end
from smsc_codec.linter.reports.statistics import Count
from tests.cli.conftest import Cli


@pytest.mark.parametrize(("threads", "count"), [(1, 4), (2, 1), (3, 1)])
def test_processes(monkeypatch: pytest.MonkeyPatch, threads: int, count: int) -> None:
    """Where other threads run nothing is forked."""
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    assert jobs.processes(4, 300) == count


def test_processes_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody has loaded threads there are none."""
    monkeypatch.delitem(sys.modules, "threading")
    assert jobs.processes(3, 300) == 3


def test_frames() -> None:
    """What a process says is whole, or it has failed: nothing, a length alone, and half a frame are no answer."""
    import msgspec

    frame = msgspec.msgpack.encode(_Handful([], [], [], []))
    whole = len(frame).to_bytes(8, "big") + frame
    assert _next(io.BytesIO(whole)) == _Handful([], [], [], [])
    for cut in (0, 4, 8, 9, len(whole) - 1):
        assert _next(io.BytesIO(whole[:cut])) is None
    assert _next(io.BytesIO(bytes(8) + frame)) is None


def test_streams(folder: Path) -> None:
    """What stands for a stream, or is no regular file, is written to as it is; a file and nothing are made anew."""
    (folder / "file").write_text("")
    assert [special(path) for path in ("/dev/stdout", "/dev/nothing", ".", "file", "nothing")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def drawn(lines: int) -> list[str]:
    """The numbers of the lines that are drawn of a span of so many lines."""
    text = "abc\n" * 9
    found = Finding("X1", "x", "error", "m", Span(0, 4 * lines - 1))
    shown = "".join(render("full", [FileReport("f", text, (found,))], style=Style(), rules={}, version="1"))
    return [line[0] for line in shown.splitlines() if line[:1].isdigit()]


def test_long_spans() -> None:
    """A span of four lines is drawn whole, of a longer one the first and the last."""
    assert [drawn(lines) for lines in (1, 3, 4, 5)] == [
        ["1"],
        ["1", "2", "3"],
        ["1", "2", "3", "4"],
        ["1", "5"],
    ]


def test_ends_of_lines() -> None:
    """A line's end with its carriage return, before its line feed."""
    assert [_full_end(Lines("ab\r\nc\nd\r"), line) for line in (1, 2, 3)] == [3, 5, 8]


def test_counts_begin_at_nothing() -> None:
    """Nothing was found yet."""
    assert (
        Count("A", "a", "error").count,
        Count("A", "a", "error").files,
        Count("A", "a", "error").fixable,
    ) == (0, 0, 0)


def test_what_nothing_is_known_of() -> None:
    """A text of no kind is marked by its first sixty characters, or by its only line."""
    for length, end in ((59, 59), (60, 60), (61, 60)):
        text = "xy " * 30
        (found,) = [one for one in lint(text[:length]) if "nothing says what this text is" in one.message]
        assert found.span == Span(0, end)


@pytest.mark.parametrize(("price", "code"), [("999999.99", 0), ("1000000", 2), ("0", 0), ("-0.1", 2)])
def test_prices(cli: Cli, folder: Path, price: str, code: int) -> None:
    """A price is from nothing to a million."""
    (folder / "a.menu").write_text("{menu: Press 1 to leave.\n1: end}\n", encoding="utf-8")
    assert cli("menu", "explore", "--price", price, "a.menu").code == code


def test_json_is_set_out(cli: Cli, folder: Path) -> None:
    """Two blanks a level, as everywhere."""
    (folder / "a.menu").write_text("{menu: Press 1 to leave.\n1: end}\n", encoding="utf-8")
    lines = cli("menu", "explore", "--format", "json", "a.menu").out.splitlines()
    assert (lines[0], lines[1][:3]) == ("{", '  "')


def test_read_aloud_in_russian(cli: Cli, folder: Path) -> None:
    """Of each language as many characters as there are, and nothing of one that nobody speaks."""
    (folder / "a.menu").write_text("{menu: Нажмите 1.\n1: end}\n", encoding="utf-8")
    aloud = cli("menu", "explore", "a.menu").out.partition("Read aloud at ")[2]
    assert "Russian characters a second" in aloud
    assert "English" not in aloud
    assert "(10 Russian characters)" in aloud
