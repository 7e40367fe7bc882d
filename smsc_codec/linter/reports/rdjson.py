"""Reviewdog's diagnostic format, one object a run; with what a fix would write as suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smsc_codec.diagnostics import Finding, Lines, Span
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.as_json import encode
from smsc_codec.linter.reports.words import details
from smsc_codec.linter.words import Language

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One diagnostic a finding."""
    before = '{"source":{"name":"smsc-codec"},"diagnostics":[\n'
    for report in reports:
        if report.failure is not None:
            location = {"path": report.path}
            yield before + encode({"message": report.failure, "location": location, "severity": "ERROR"})
            before = ",\n"
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield before + encode(_finding(report.path, lines, finding, style.language))
            before = ",\n"
    yield ("" if before == ",\n" else before) + "]}\n"


def _finding(path: str, lines: Lines, finding: Finding, language: Language) -> dict[str, Any]:
    made: dict[str, Any] = {
        "message": "\n".join([finding.message, *details(finding, language)]),
        "location": {"path": path, "range": _range(lines, finding.span)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    # A suggestion is one place: a fix of several is left to `--fix`.
    suggestions = [
        {"range": _range(lines, fix.edits[0].span), "text": fix.edits[0].text}
        for fix in finding.fixes
        if len(fix.edits) == 1
    ]
    return made | ({"suggestions": suggestions} if suggestions else {})


def _range(lines: Lines, span: Span) -> dict[str, Any]:
    """Its columns count the octets of UTF-8."""
    at = place(lines, span)

    def position(line: int, column: int) -> dict[str, int]:
        start = lines.span(line).start
        before = lines.text[start : start + column - 1]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    return {"start": position(at.line, at.column), "end": position(at.end_line, at.end_column)}
