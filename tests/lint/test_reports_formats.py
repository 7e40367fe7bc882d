"""The formats for editors, programs and GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from smsc_codec.diagnostics import CodecError, Edit, Fix, Label, Span
from smsc_codec.linter.reports import FORMATS, FileReport, Style, render
from tests.lint.report_cases import LOOP, at, finding, loop, shown

FAILED = FileReport("b.menu", failure="not UTF-8")
EMOJI = "\U0001f1f7\U0001f1fa е\u0308 end\r\n1: url\n"


def test_an_unknown_format_is_refused_at_once() -> None:
    """The error names the format and what there is; it does not wait for the first piece."""
    with pytest.raises(CodecError, match=r"'xml'.*full, concise, json, json-lines, github, gitlab"):
        render("xml", [], style=Style(), rules={}, version="1")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_a_file_that_could_not_be_read(name: str) -> None:
    """A failure is never lost, and the other files are reported all the same."""
    report = shown(name, FAILED, FileReport("a.menu", LOOP, (loop(),)))
    assert "not UTF-8" in report
    assert "b.menu" in report
    assert "dialled for ever" in report


@pytest.mark.parametrize("name", FORMATS)
def test_reports_come_as_the_files_do(name: str) -> None:
    """A large run is not held in memory: the first error is written before the second file is asked for."""
    asked = []

    def reports() -> Iterator[FileReport]:
        for path in "ab":
            asked.append(path)
            yield FileReport(path, LOOP, (loop(),))

    for piece in render(name, reports(), style=Style(), rules={}, version="1"):
        if "dialled for ever" in piece:
            break
    assert asked == ["a"]


def test_concise() -> None:
    """One line a finding, columns in code points, a star for a safe fix, nothing that a terminal obeys."""
    safe = finding(at(EMOJI, "end"), fixes=(Fix("", (), True),), message="tab\there \x1b[2J")
    mild = finding(at(EMOJI, "url"), severity="warning", code="IVR218", fixes=(Fix("", ()),))
    expected = """\
dir/a<U+001B>.menu:1:7: error IVR104 tab<U+0009>here <U+001B>[2J [*]
dir/a<U+001B>.menu:2:4: warning IVR218 it is wrong
b.menu: error not UTF-8
"""
    assert shown("concise", FileReport("dir/a\x1b.menu", EMOJI, (safe, mild)), FAILED) == expected


def test_json() -> None:
    """One object with everything a program needs: code, places of all spans, edits, failures."""
    place = {"line": 3, "column": 36, "end_line": 3, "end_column": 41}
    expected = {
        "version": 1,
        "findings": [
            {
                "code": "IVR104",
                "name": "err-loop",
                "severity": "error",
                "message": "two numbers that never answer are dialled for ever",
                "path": "a.menu",
                **place,
                "labels": [
                    {
                        "line": 2,
                        "column": 36,
                        "end_line": 2,
                        "end_column": 41,
                        "text": "no answer here: go to 6 ...",
                    }
                ],
                "fixes": [
                    {
                        "title": "send the last one to a label",
                        "safe": False,
                        "edits": [{**place, "text": "err:callerr"}],
                    }
                ],
                "expected": [],
                "notes": ["keys: 5, then no answer"],
                "steps": [],
            }
        ],
        "failures": [{"path": "b.menu", "message": "not UTF-8"}],
    }
    assert json.loads(shown("json", FAILED, FileReport("a.menu", LOOP, (loop(),)))) == expected


def test_json_counts_code_points() -> None:
    """Two regional letters, a blank, a letter and its mark, a blank: `end` is at column 7 and ends before 10."""
    found = json.loads(shown("json", FileReport("a", EMOJI, (finding(at(EMOJI, "end")),))))["findings"][0]
    assert [found[key] for key in ("line", "column", "end_line", "end_column")] == [1, 7, 1, 10]


@pytest.mark.parametrize("reports", [[], [FileReport("a", "x")], [FAILED]])
def test_json_without_findings(reports: list[FileReport]) -> None:
    """No finding at all is still one sound object."""
    assert json.loads(shown("json", *reports))["findings"] == []


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_lone_surrogates_are_written(name: str) -> None:
    """A file whose name is not UTF-8 reaches us with lone surrogates; the report is JSON all the same."""
    report = shown(name, FileReport("\udcff.menu", "\udcfe", (finding(Span(0, 1), message="\udcfe"),)))
    assert "\udcfe" in json.dumps(json.loads(report), ensure_ascii=False)
    assert report.encode()


def test_github() -> None:
    """Errors first; the documented escapes; columns only for one line; details under the message."""
    path = "a: 100%,b.menu"
    text = "1: end\n2: end\n"
    reports = [
        FileReport(
            path,
            text,
            (
                finding(Span(0, 14), severity="info", message="all of it"),
                finding(Span(3, 6), severity="warning", message="50% of,\r\nthis: bad", expected=("a", "b")),
            ),
        ),
        FileReport("c", text, (finding(Span(10, 13), labels=(Label(Span(3, 6), "as here"),)),)),
        FAILED,
    ]
    file = "file=a%3A 100%25%2Cb.menu"
    expected = [
        "::error file=c,line=2,endLine=2,col=4,endColumn=7,title=IVR104 err-loop::it is wrong%0Aline 1: as here",
        "::error file=b.menu,title=not checked::not UTF-8",
        f"::warning {file},line=1,endLine=1,col=4,endColumn=7,title=IVR104 err-loop"
        "::50%25 of,<U+000D><U+000A>this: bad%0Aexpected: a or b",
        f"::notice {file},line=1,endLine=3,title=IVR104 err-loop::all of it",
        "Found 1 error, 1 warning and 1 info message in 2 files. 1 file could not be checked.",
    ]
    assert shown("github", *reports).splitlines() == expected


@pytest.mark.parametrize(("errors", "warnings", "hidden"), [(10, 10, 0), (13, 11, 4), (9, 30, 20)])
def test_github_says_how_many_annotations_are_not_shown(errors: int, warnings: int, hidden: int) -> None:
    """GitHub shows ten of a kind a step; all are printed, and the closing line counts the others."""
    found = [finding(Span(0, 1), severity="warning")] * warnings + [finding(Span(0, 1))] * errors
    *commands, closing = shown("github", FileReport("a", "x", tuple(found))).splitlines()
    kinds = [command.split(" ", 1)[0] for command in commands]
    assert kinds == ["::error"] * errors + ["::warning"] * warnings
    more = f" GitHub shows 10 annotations of a kind; {hidden} more are only in this log."
    assert closing.endswith(more) if hidden else "GitHub" not in closing


def test_github_offers_the_fix() -> None:
    """What would mend a finding is in the annotation, and whether it is safe."""
    fixes = (Fix("drop it", (Edit(Span(0, 1), ""),), True), Fix("keep it", (Edit(Span(0, 1), "y"),)))
    report = shown("github", FileReport("a", "x", (finding(Span(0, 1), fixes=fixes),)))
    assert report.splitlines()[0].endswith("::it is wrong%0Ahelp: drop it%0Ahelp: keep it (unsafe)")
