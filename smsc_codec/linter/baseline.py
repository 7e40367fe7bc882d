"""What a project knows of and leaves for later: findings that are not told again, each as often as it was found.

A baseline holds paths, codes and hashes, and nothing of a text. A finding is known by its code and its line's words,
secrets blotted: lines may come and go above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct, structs

from smsc_codec.diagnostics import Finding, Lines, Span
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.reports import FileReport, discreet_report
from smsc_codec.linter.reports.fingerprints import Fingerprints


class _File(Struct, forbid_unknown_fields=True):
    version: Literal[1]
    findings: dict[str, dict[str, int]]


class Baseline:
    """What was known before, and what is found in this run."""

    def __init__(self, text: str = "", where: str = "") -> None:
        """Read a baseline; "" is an empty one. Raises ConfigError for what is none."""
        self.text = text
        self._known: Mapping[str, Mapping[str, int]] = {}
        if text:
            try:
                self._known = msgspec.json.decode(text, type=_File).findings
            except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
                raise ConfigError(where, f"not a baseline: {error}") from None
        #: Of each file that was looked at: how often each finding is there.
        self._found: dict[str, Counter[str]] = {}
        self._fingerprints = Fingerprints()

    def left(self, path: str, report: FileReport) -> FileReport:
        """The report, on a file or its next block, without what is known of the file that is called `path` here."""
        if report.failure is not None:
            return report
        if report.first_line == 1:
            self._found[path] = Counter()
            self._fingerprints = Fingerprints()
        found, known = self._found[path], self._known.get(path, {})
        shown = discreet_report(report)
        lines = Lines(shown.text, shown.first_line)
        left = []
        for finding in report.findings:
            key = f"{finding.code}:{self._fingerprints.digest(lines, finding)}"
            found[key] += 1
            if found[key] > known.get(key, 0):
                left.append(finding)
        return structs.replace(report, findings=tuple(left))

    def gone(self, runs: Callable[[str], bool], exists: Callable[[str], bool]) -> tuple[Finding, ...]:
        """SUP002 for each entry that does not occur any more as often as it stands, placed in the baseline's text.

        Of rules that did not run nothing is known, and of files that were not looked at only whether they exist.
        """
        told = []
        for path, key, count, now in self._entries(runs, exists):
            if now >= count:
                continue
            code = key.partition(":")[0]
            what = f"no longer has this {code}" if not now else f"has this {code} {now} times, not {count}"
            message = f"'{path}' {what}" if exists(path) else f"there is no '{path}' any more"
            notes = ("'--update-baseline' removes what is gone",)
            told.append(
                Finding("SUP002", "gone-from-baseline", "info", message, self._place(path, key), notes=notes)
            )
        return tuple(sorted(told, key=lambda finding: finding.span))

    def updated(self, runs: Callable[[str], bool], exists: Callable[[str], bool]) -> str:
        """The baseline with what was found now; what nothing is known of stays."""
        new = {path: dict(found) for path, found in self._found.items()}
        for path, key, count, now in self._entries(runs, exists):
            if now == count:
                new.setdefault(path, {})[key] = count
        findings = {path: dict(sorted(new[path].items())) for path in sorted(new) if new[path]}
        return msgspec.json.format(msgspec.json.encode(_File(1, findings)), indent=1).decode() + "\n"

    def counts(self) -> tuple[int, int, int]:
        """How many findings there are now in what was looked at, how many of them are new, how many known are gone."""
        now, new, gone = 0, 0, 0
        for path, found in self._found.items():
            known = Counter(self._known.get(path, {}))
            now += found.total()
            new += (found - known).total()
            gone += (known - found).total()
        return now, new, gone

    def _entries(
        self, runs: Callable[[str], bool], exists: Callable[[str], bool]
    ) -> Iterator[tuple[str, str, int, int]]:
        """Each entry: file, key, how often it stands, how often it occurs now as far as that is known."""
        for path, known in self._known.items():
            found = self._found.get(path)
            for key, count in known.items():
                if found is not None and runs(key.partition(":")[0]):
                    yield path, key, count, found[key]
                else:
                    yield path, key, count, count if found is not None or exists(path) else 0

    def _place(self, path: str, key: str) -> Span:
        """Where an entry stands; the beginning where it is written in another way than by us."""
        name, entry = (msgspec.json.encode(one).decode() for one in (path, key))
        start = self.text.find(entry, max(self.text.find(f"{name}:"), self.text.find(f"{name} :"), 0))
        return Span(start, start + len(entry)) if start >= 0 else Span(0, 0)
