"""JUnit's XML: each file a test case, which fails where something is found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.xml import attribute


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One test case a file."""
    # How many there will be is not known before the end, and the attributes that say so may be left out.
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n<testsuite name="smsc-codec">\n'
    end = ""
    for report in reports:
        if report.first_line == 1:
            yield f'{end}<testcase classname="smsc-codec" name={attribute(report.path)}'
            end = "/>\n"
        rows = _rows(report)
        if rows:
            yield (">\n" if end == "/>\n" else "") + rows
            end = "</testcase>\n"
    yield f"{end}</testsuite>\n</testsuites>\n"


def _rows(report: FileReport) -> str:
    if report.failure is not None:
        return f'<error type="not-checked" message={attribute(report.failure)}/>\n'
    if not report.findings:
        return ""
    lines = Lines(report.text, report.first_line)
    rows = []
    for finding in report.findings:
        at = place(lines, finding.span)
        told = f"{at.line}:{at.column}: {finding.severity} {finding.code} {finding.message}"
        rows.append(f"<failure type={attribute(finding.code)} message={attribute(told)}/>\n")
    return "".join(rows)
