"""GitHub's workflow commands: each finding becomes an annotation of the changed file.

All findings are printed, errors first, because GitHub shows the first ten annotations of a kind a step and
leaves the others to the log; the closing line says how many those are. It is plain text: a notice would be
counted, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smsc_codec.diagnostics import SEVERITIES, Finding, Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.totals import Totals
from smsc_codec.linter.reports.width import visible
from smsc_codec.linter.reports.words import details, fix_title
from smsc_codec.linter.words import Language, said

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """Errors as they come, then the milder findings, then one line that sums up."""
    totals = Totals()
    later: dict[str, list[str]] = {severity: [] for severity in SEVERITIES}
    shown = dict.fromkeys(SEVERITIES, 0)
    for report in reports:
        totals.add(report)
        if report.failure is not None:
            shown["error"] += 1
            title = said("not checked", style.language)
            yield f"::error file={_property(report.path)},title={title}::{_data([report.failure])}\n"
            continue
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            shown[finding.severity] += 1
            later[finding.severity].append(_command(report.path, lines, finding, style.language))
        yield "".join(later["error"])
        later["error"].clear()
    for commands in later.values():
        yield "".join(commands)
    hidden = sum(max(0, count - _SHOWN) for count in shown.values())
    more = (
        " "
        + said(
            f"GitHub shows {_SHOWN} annotations of a kind; {hidden} more are only in this log.",
            style.language,
        )
        if hidden
        else ""
    )
    yield f"{totals.sentence(style.language)}{more}\n"


def _command(path: str, lines: Lines, finding: Finding, language: Language) -> str:
    at = place(lines, finding.span)
    where = f"line={at.line},endLine={at.end_line}"
    if at.line == at.end_line:
        # The runner refuses columns of a span over several lines.
        where += f",col={at.column},endColumn={at.end_column}"
    body = [finding.message, *details(finding, language)]
    body += [
        f"{said('line', language)} {place(lines, label.span).line}: {label.text}" for label in finding.labels
    ]
    body += [f"{said('help', language)}: {fix_title(fix, language)}" for fix in finding.fixes]
    title = _property(f"{finding.code} {finding.name}")
    return f"::{_KINDS[finding.severity]} file={_property(path)},{where},title={title}::{_data(body)}\n"


def _data(lines: list[str]) -> str:
    """A message as the documentation of workflow commands wants it: %, CR and LF escaped."""
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    """A property's value: the colon and the comma end it, so they are escaped too."""
    return _data([text]).replace(":", "%3A").replace(",", "%2C")
