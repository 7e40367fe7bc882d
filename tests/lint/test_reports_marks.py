"""Marks under a line, and what is shown of the line."""

from __future__ import annotations

import json

import pytest

from smsc_codec.diagnostics import Finding, Span
from smsc_codec.linter.pages import markdown
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.linter.reports.frame import _focus, _Mark, _under
from smsc_codec.linter.reports.row import Row
from smsc_codec.linter.reports.unified import _lines

LINE = "abcdefghij"


def mark(start: int, end: int, text: str = "", *, main: bool = False) -> _Mark:
    return _Mark(1, start, end, "^" if main else "-", text, main)


@pytest.mark.parametrize(
    ("marks", "room", "under"),
    [
        ([mark(0, 1, main=True)], 40, ["^"]),
        ([mark(0, 1, "one", main=True)], 40, ["^ one"]),
        ([mark(2, 4, "one", main=True)], 40, ["  ^^ one"]),
        ([mark(0, 2), mark(4, 5, main=True)], 40, ["--  ^"]),
        ([mark(0, 2), mark(2, 5, main=True)], 40, ["--", "  ^^^"]),  # side by side they would look like one
        ([mark(0, 2), mark(1, 5, main=True)], 40, ["--", " ^^^^"]),
        ([mark(1, 2), mark(2, 3), mark(4, 5)], 40, [" -", "  - -"]),
        ([mark(4, 5, "two"), mark(0, 1, "one")], 40, ["- one", "    - two"]),
        ([mark(0, 5), mark(0, 5, main=True)], 40, ["^^^^^", "-----"]),
        ([mark(3, 3, "end", main=True)], 40, ["   ^ end"]),
        ([mark(2, 4, "just fits it", main=True)], 17, ["  ^^ just fits it"]),
        ([mark(2, 4, "just fits it", main=True)], 16, ["  ^^", "  just fits it"]),
        ([mark(2, 4, "just fits it", main=True)], 13, ["  ^^", " just fits it"]),
        ([mark(8, 9, "just fits it", main=True)], 8, ["        ^", " just", " fits it"]),
    ],
)
def test_marks_under_a_line(marks: list[_Mark], room: int, under: list[str]) -> None:
    """From left to right, each where its characters are; a text closes its row, and stands below where it is long."""
    row = Row(LINE, Span(0, len(LINE)), 0, 5, 40)
    assert list(_under(row, marks, room, Style(), "1")) == under


@pytest.mark.parametrize(
    ("marks", "room", "seen"),
    [
        ([], 40, (0, 0)),
        ([mark(3, 5, main=True), mark(10, 12)], 40, (3, 12)),
        ([mark(3, 5, main=True), mark(10, 13)], 10, (3, 13)),
        ([mark(3, 5, main=True), mark(10, 14)], 10, (3, 5)),
        ([mark(10, 14), mark(3, 5, main=True)], 10, (3, 5)),
    ],
)
def test_what_must_be_seen(marks: list[_Mark], room: int, seen: tuple[int, int]) -> None:
    """All marks of a line where they fit, else the main one."""
    assert _focus(marks, room) == seen


@pytest.mark.parametrize(
    ("start", "end", "columns"),
    [
        (0, 1, (0, 3)),
        (90, 91, (10, 11)),
        (90, 90, (10, 11)),
        (50, 92, (0, 12)),
        (99, 100, (16, 19)),
        (99, 99, (16, 17)),
    ],
)
def test_what_was_cut_off_is_at_the_dots(start: int, end: int, columns: tuple[int, int]) -> None:
    """A place that is not shown is at the dots that stand for it."""
    row = Row("a" * 100, Span(0, 100), 90, 91, 20)
    assert row.text == f"...{13 * 'a'}..."
    assert row.columns(start, end) == columns


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a\n"]),
        ("ab\ncd", ["ab\n", "cd"]),
        ("\n", ["\n"]),
        ("\n\na", ["\n", "\n", "a"]),
    ],
)
def test_lines_of_a_diff(text: str, lines: list[str]) -> None:
    """Lines with their endings, the last one perhaps without."""
    assert _lines(text) == lines


def test_fingerprints_of_two_files() -> None:
    """The same finding has the same fingerprint in each file: counting begins anew."""
    finding = Finding("GEN001", "mojibake", "error", "said", Span(0, 1))
    reports = [FileReport(name, "abc", (finding, finding)) for name in ("a.msg", "b.msg")]
    told = json.loads("".join(render("sarif", reports, style=Style(), rules=all_rules(), version="1")))
    prints = [json.dumps(one["partialFingerprints"]) for one in told["runs"][0]["results"]]
    assert prints[:2] == prints[2:]
    assert prints[0] != prints[1]


def test_a_page_names_its_options() -> None:
    """Examples that need a setting say which."""
    rules = all_rules()
    assert "## Options of the examples" in markdown(rules["BIN001"])
    assert "## Options of the examples" not in markdown(rules["IVR001"])
