"""What a lint run comes to: what is reported of each block, what counts for the exit code."""

from __future__ import annotations

from smsc_codec.diagnostics import SEVERITIES
from smsc_codec.linter.block import Block
from smsc_codec.linter.line import Line
from smsc_codec.linter.reports import FileReport


class Outcome:
    """What a run has come to so far."""

    def __init__(self, line: Line) -> None:
        settings = line.settings
        self._told = line.severities.told
        self.failed = False
        self.fixed = 0
        self._limit = -1 if settings.fail_on == "never" else SEVERITIES[settings.fail_on]

    def note(self, report: FileReport) -> FileReport:
        """Take a report into account, and give it on."""
        self.failed |= report.failure is not None
        for finding in report.findings:
            self.failed |= SEVERITIES[finding.severity] <= self._limit
        return report

    def reported(self, name: str, block: Block) -> FileReport:
        """What the report is given of a block."""
        if not block.findings:
            return FileReport(name, first_line=block.first_line)
        found = self._told(block.findings)
        return FileReport(name, block.text, found, first_line=block.first_line, shown=block.shown())
