"""For people at a terminal: every finding drawn over its source, and what was found in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style
from smsc_codec.linter.reports.totals import Totals


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One piece a finding, each followed by an empty line."""
    totals = Totals()
    for report in reports:
        totals.add(report)
        if report.failure is None and not report.findings:
            continue
        # Files without findings are the rule: what draws them is not loaded then.
        from smsc_codec.linter.reports.frame import frame, unread

        if report.failure is not None:
            yield unread(report.path, report.failure, style) + "\n"
            continue
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield frame(report.path, lines, finding, style) + "\n"
    yield f"{totals.sentence(style.language)}\n"
