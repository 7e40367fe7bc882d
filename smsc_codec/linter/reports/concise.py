"""One line a finding: `path:line:column: error IVR104 message [*]`; `[*]` marks one that `--fix` mends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Finding, Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.links import linked
from smsc_codec.linter.reports.width import visible


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One piece a report with findings."""
    for report in reports:
        if report.failure is not None:
            yield f"{visible(report.path)}: error {visible(report.failure)}\n"
            continue
        lines = Lines(report.text, report.first_line)
        rows = [f"{row(report.path, lines, finding, style)}\n" for finding in report.findings]
        if rows:
            yield "".join(rows)


def row(path: str, lines: Lines, finding: Finding, style: Style) -> str:
    """A finding in one line."""
    at = place(lines, finding.span)
    mark = " [*]" if any(fix.safe for fix in finding.fixes) else ""
    code = linked(finding.code, style)
    return (
        f"{visible(path)}:{at.line}:{at.column}: {finding.severity} {code} {visible(finding.message)}{mark}"
    )
