"""For programs: one JSON object, `{"version": 1, "findings": [...], "failures": [...]}`.

Lines and columns count from 1, columns in code points; an end is not included. While `version` stays 1,
fields are only added. Findings are written as their files come, so failures stand last, and counts, where they are
asked for, behind them: `"statistics": [...]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, json, to_builtins

from smsc_codec.diagnostics import Finding, Fix, Lines, Severity, Span
from smsc_codec.linter.reports import FileReport, Place, RuleInfo, Style, place
from smsc_codec.linter.reports.statistics import Statistics

VERSION = 1


class JsonLabel(Place, frozen=True, gc=False):
    """A second place of a finding."""

    text: str


class JsonEdit(Place, frozen=True, gc=False):
    """What a fix writes over a place."""

    text: str


class JsonFix(Struct, frozen=True):
    """What would mend a finding."""

    title: str
    safe: bool
    edits: list[JsonEdit]


class JsonFinding(Struct, frozen=True):
    """A finding. `steps` is the way that leads there, as what callers do one after the other."""

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    labels: list[JsonLabel]
    fixes: list[JsonFix]
    expected: tuple[str, ...]
    notes: tuple[str, ...]
    steps: list[JsonLabel] = []


class JsonFailure(Struct, frozen=True, gc=False):
    """A file that could not be checked."""

    path: str
    message: str


def encode(value: Any) -> str:
    """The value as JSON, with escapes for what a terminal or a CI log would obey or hide.

    So a lone surrogate, as in a file name that is not UTF-8, is written as `\\udcff`.
    """
    try:
        text = json.encode(value).decode()
    except UnicodeEncodeError:
        from json import dumps

        text = dumps(to_builtins(value))
    from smsc_codec.linter.reports import ORDER
    from smsc_codec.linter.reports.cells import invisible

    text = ORDER.sub(r"\\u0023#", text)
    return text if text.isprintable() else "".join(_escaped(c) if invisible(c) else c for c in text)


def _escaped(char: str) -> str:
    octets = char.encode("utf-16-be")
    return "".join(f"\\u{octets[at : at + 2].hex()}" for at in range(0, len(octets), 2))


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One line a finding."""
    failures = []
    statistics = Statistics()
    before = f'{{"version":{VERSION},"findings":[\n'
    for report in reports:
        if report.failure is not None:
            failures.append(JsonFailure(report.path, report.failure))
        statistics.add(report)
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield before + encode(json_finding(report.path, lines, finding))
            before = ",\n"
    if before != ",\n":
        yield before
    counts = f',"statistics":{encode(statistics.rows())}' if style.statistics else ""
    yield f'\n],"failures":{encode(failures)}{counts}}}\n'


def json_finding(path: str, lines: Lines, finding: Finding) -> JsonFinding:
    """A finding with its places as lines and columns."""
    return JsonFinding(
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        path,
        *_place(lines, finding.span),
        [JsonLabel(*_place(lines, label.span), label.text) for label in finding.labels],
        [_fix(lines, fix) for fix in finding.fixes],
        finding.expected,
        finding.notes,
        [JsonLabel(*_place(lines, step.span), step.text) for step in finding.steps],
    )


def _place(lines: Lines, span: Span) -> tuple[int, int, int, int]:
    at = place(lines, span)
    return at.line, at.column, at.end_line, at.end_column


def _fix(lines: Lines, fix: Fix) -> JsonFix:
    edits = [JsonEdit(*_place(lines, edit.span), edit.text) for edit in fix.edits]
    return JsonFix(fix.title, fix.safe, edits)
