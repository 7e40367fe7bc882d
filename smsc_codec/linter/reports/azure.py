"""Azure Pipelines' logging commands: each finding becomes an issue of the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import Finding, Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.totals import Totals
from smsc_codec.linter.reports.width import visible
from smsc_codec.linter.reports.words import details
from smsc_codec.linter.words import Language

#: There is no milder kind than a warning.
_KINDS = {"error": "error", "warning": "warning", "info": "warning"}


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One line a finding, and one that sums up."""
    totals = Totals()
    for report in reports:
        totals.add(report)
        if report.failure is not None:
            yield f"##vso[task.logissue type=error;sourcepath={_property(report.path)}]{_text(report.failure)}\n"
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield _command(report.path, lines, finding, style.language)
    yield f"{totals.sentence(style.language)}\n"


def _command(path: str, lines: Lines, finding: Finding, language: Language) -> str:
    at = place(lines, finding.span)
    told = "; ".join([finding.message, *details(finding, language)])
    return (
        f"##vso[task.logissue type={_KINDS[finding.severity]};sourcepath={_property(path)};"
        f"linenumber={at.line};columnnumber={at.column};code={_property(finding.code)}]{_text(told)}\n"
    )


def _text(text: str) -> str:
    return visible(text).replace("%", "%AZP25")


def _property(text: str) -> str:
    """A property's value: the semicolon and the bracket end it, so they are escaped."""
    return _text(text).replace(";", "%3B").replace("]", "%5D")
