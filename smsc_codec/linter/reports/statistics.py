"""How often each rule found something, for who cleans up a project."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.diagnostics import SEVERITIES, Severity
from smsc_codec.linter.reports import FileReport


class Count(Struct, gc=False):
    """What one rule found: how often, in how many files, and how much of it `--fix` mends."""

    code: str
    name: str
    severity: Severity
    count: int = 0
    files: int = 0
    fixable: int = 0


class Statistics:
    """Counts of the findings that `add` has seen."""

    def __init__(self) -> None:
        self._counts: dict[str, Count] = {}
        self._path: dict[str, str] = {}

    def add(self, report: FileReport) -> None:
        """Count one file, or one block of a file."""
        for finding in report.findings:
            code = finding.code
            count = self._counts.get(code)
            if count is None:
                count = self._counts[code] = Count(code, finding.name, finding.severity)
            count.severity = min(count.severity, finding.severity, key=SEVERITIES.__getitem__)
            count.count += 1
            count.files += self._path.get(code) != report.path
            count.fixable += any(fix.safe for fix in finding.fixes)
            self._path[code] = report.path

    def note(self, report: FileReport) -> FileReport:
        """Count one, and give it on."""
        self.add(report)
        return report

    def rows(self) -> list[Count]:
        """The counts, the greatest first; the severity is that of the worst finding."""
        return sorted(self._counts.values(), key=lambda count: (-count.count, count.code))
