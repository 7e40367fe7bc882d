"""Checkstyle's XML, which many CI services read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.xml import attribute


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One element a file with findings."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    end = ""
    for report in reports:
        if report.first_line == 1:
            yield end
            end = ""
        lines = Lines(report.text, report.first_line)
        rows = []
        if report.failure is not None:
            rows.append(_row(1, 1, "error", report.failure, "not-checked"))
        for finding in report.findings:
            at = place(lines, finding.span)
            rows.append(_row(at.line, at.column, finding.severity, finding.message, finding.code))
        if rows:
            yield ("" if end else f"<file name={attribute(report.path)}>\n") + "".join(rows)
            end = "</file>\n"
    yield f"{end}</checkstyle>\n"


def _row(line: int, column: int, severity: str, message: str, code: str) -> str:
    source = attribute(f"smsc-codec.{code}")
    return (
        f'<error line="{line}" column="{column}" severity="{severity}" '
        f"message={attribute(message)} source={source}/>\n"
    )
