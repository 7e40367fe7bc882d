"""Markdown, for the summary of a CI run or a comment: a table a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.totals import Totals
from smsc_codec.linter.reports.width import visible
from smsc_codec.linter.reports.words import fix_title
from smsc_codec.linter.words import said

#: What Markdown or the HTML in it would take for a mark.
_MARKS = "\\`*_[]<>#|~"


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One table a file with findings; then one line that sums up."""
    totals = Totals()
    end = ""
    for report in reports:
        if report.first_line == 1:
            yield end
            end = ""
        totals.add(report)
        if report.failure is not None:
            yield f"**{_plain(report.path)}**: {_plain(report.failure)}\n\n"
        if not report.findings:
            continue
        lines = Lines(report.text, report.first_line)
        head = f"**{_plain(report.path)}**\n\n| {said('line', style.language)} | | | |\n|---|---|---|---|\n"
        rows = [] if end else [head]
        for finding in report.findings:
            told = _plain(finding.message)
            if finding.fixes:
                told += f" ({_plain(fix_title(finding.fixes[0], style.language))})"
            line = place(lines, finding.span).line
            rows.append(f"| {line} | {finding.severity} | {finding.code} | {told} |\n")
        yield "".join(rows)
        end = "\n"
    yield f"{end}{_plain(totals.sentence(style.language))}\n"


def _plain(text: str) -> str:
    """A text without marks."""
    shown = "".join(f"\\{c}" if c in _MARKS else c for c in visible(text))
    return shown.replace("@", "&#64;").replace("://", ":&#8203;//")  # nobody is called, nothing is a link
