"""For programs that read as it comes: one JSON object a line, as `json` writes each finding.

A file that could not be checked is an object with `path` and `failure`. Where counts are asked for, they are the last
line: an object with `statistics`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style
from smsc_codec.linter.reports.as_json import encode, json_finding
from smsc_codec.linter.reports.statistics import Statistics


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One line a finding."""
    statistics = Statistics()
    for report in reports:
        statistics.add(report)
        if report.failure is not None:
            yield encode({"path": report.path, "failure": report.failure}) + "\n"
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield encode(json_finding(report.path, lines, finding)) + "\n"
    if style.statistics:
        yield encode({"statistics": statistics.rows()}) + "\n"
