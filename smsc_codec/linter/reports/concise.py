"""One line a finding: `path:line:column: error IVR104 message [*]`; `[*]` marks one that `--fix` mends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.width import visible


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One piece a report with findings."""
    for report in reports:
        path = visible(report.path)
        if report.failure is not None:
            yield f"{path}: error {visible(report.failure)}\n"
            continue
        lines = Lines(report.text, report.first_line)
        out = []
        for finding in report.findings:
            at = place(lines, finding.span)
            mark = " [*]" if any(fix.safe for fix in finding.fixes) else ""
            message = visible(finding.message)
            out.append(f"{path}:{at.line}:{at.column}: {finding.severity} {finding.code} {message}{mark}\n")
        if out:
            yield "".join(out)
