"""The closing line of a report for people: how much was found, and how much of it can be mended."""

from __future__ import annotations

from smsc_codec.diagnostics import SEVERITIES
from smsc_codec.linter.reports import FileReport
from smsc_codec.linter.words import Language, said

_WORDS = {"error": "error", "warning": "warning", "info": "info message"}


def plural(count: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


class Totals:
    """Counts of everything that `add` has seen."""

    def __init__(self) -> None:
        self.by_severity = dict.fromkeys(SEVERITIES, 0)
        self.files = 0
        self.files_with_findings = 0
        self.failures = 0
        self.safe = 0
        self.unsafe = 0
        self._found = False  # something, in the file that is being counted

    def add(self, report: FileReport) -> None:
        """Count one file, or one block of a file."""
        if report.failure is not None:
            self.failures += 1
            return
        if report.first_line == 1:
            self.files += 1
            self._found = False
        self.files_with_findings += bool(report.findings) and not self._found
        self._found |= bool(report.findings)
        for finding in report.findings:
            self.by_severity[finding.severity] += 1
            if any(fix.safe for fix in finding.fixes):
                self.safe += 1
            elif finding.fixes:
                self.unsafe += 1

    def sentence(self, language: Language = "en") -> str:
        """`Found 3 errors in 2 files; 2 can be fixed with --fix (1 more with --unsafe-fixes).`"""
        words = [plural(count, _WORDS[severity]) for severity, count in self.by_severity.items() if count]
        if words:
            *most, last = words
            what = f"{', '.join(most)} and {last}" if most else last
            line = said(f"Found {what} in {plural(self.files_with_findings, 'file')}", language)
            line += "".join(f"; {said(fixable, language)}" for fixable in self._fixable()) + "."
        elif not self.files:
            line = said("Nothing was checked.", language)
        else:
            line = said(f"No problems found in {plural(self.files, 'file')}.", language)
        if self.failures:
            line += " " + said(f"{plural(self.failures, 'file')} could not be checked.", language)
        return line

    def _fixable(self) -> list[str]:
        if self.safe and self.unsafe:
            return [f"{self.safe} can be fixed with --fix ({self.unsafe} more with --unsafe-fixes)"]
        if self.safe:
            return [f"{self.safe} can be fixed with --fix"]
        return [f"{self.unsafe} can be fixed with --fix --unsafe-fixes"] if self.unsafe else []
