"""GitLab's Code Quality report: a JSON array, shown in merge requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from smsc_codec.diagnostics import Finding, Lines
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.as_json import encode
from smsc_codec.linter.reports.fingerprints import Fingerprints

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One object a finding."""
    before = "[\n"
    fingerprints = Fingerprints()
    for report in reports:
        if report.first_line == 1:
            fingerprints = Fingerprints()
        if report.failure is not None:
            yield before + encode(
                _object("not-checked", report.failure, "blocker", report.path, 1, "failure")
            )
            before = ",\n"
        lines = Lines(report.text, report.first_line)
        for finding in report.findings:
            yield before + encode(_finding(report.path, lines, finding, fingerprints.of(lines, finding)))
            before = ",\n"
    yield ("[" if before == "[\n" else "\n") + "]\n"


def _finding(path: str, lines: Lines, finding: Finding, fingerprint: str) -> dict[str, Any]:
    line = place(lines, finding.span).line
    return _object(finding.code, finding.message, _SEVERITIES[finding.severity], path, line, fingerprint)


def _object(name: str, message: str, severity: str, path: str, line: int, known_by: str) -> dict[str, Any]:
    # GitLab asks for one fingerprint in the whole report, so the path is in it.
    digest = sha256(f"{path}\n{name}\n{known_by}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return {
        "description": message,
        "check_name": name,
        "fingerprint": digest,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
