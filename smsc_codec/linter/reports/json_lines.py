"""For programs that read as it comes: one JSON object a line, as `json` writes each finding.

A file that could not be checked is an object with `path` and `failure`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style
from smsc_codec.linter.reports.as_json import encode, json_finding


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One line a finding."""
    for report in reports:
        if report.failure is not None:
            yield encode({"path": report.path, "failure": report.failure}) + "\n"
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield encode(json_finding(report.path, lines, finding)) + "\n"
