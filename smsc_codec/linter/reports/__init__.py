"""How findings are shown: what every report is given, and the table of formats.

Each format is one module with one function `render`, loaded when it is asked for. It yields its output piece
by piece, as the reports come, so that a large run needs little memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol

from msgspec import Struct, structs

from smsc_codec.diagnostics import CodecError, Finding, Lines, Severity, Span, discreet
from smsc_codec.lazy import regex
from smsc_codec.linter.words import Language, said_of, translated

_MODULES = {
    "full": "full",
    "concise": "concise",
    "json": "as_json",
    "json-lines": "json_lines",
    "github": "github",
    "gitlab": "gitlab",
    "azure": "azure",
    "sarif": "sarif",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "markdown": "markdown",
}
FORMATS = tuple(_MODULES)
#: Those whose lines are such orders, all of them ours.
_ORDERS = ("github", "azure")
#: What the logs of CI services obey wherever it stands in a line.
ORDER = regex(r"##(?=\w{0,40}\[)")
#: What they obey at the beginning of one, behind any blanks.
_BEGINNING = regex(r"^([^\S\n]*):(?=:)", re.MULTILINE)


class FileReport(Struct, frozen=True):
    """What was found in one file, or in one block of a file: its blocks come one after the other.

    `path` is relative, with forward slashes, as people know the file. `findings` are in order of place. A
    file that could not be read has `failure`, which says why, and neither text nor findings. `first_line` is the
    number of the text's first line in the file; at 1 a file begins. `shown` is the text as its language blots it.
    Nothing of it is shown before `discreet_report` has taken the secrets out, as `render` does; `discreet`: it has.
    """

    path: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    failure: str | None = None
    first_line: int = 1
    shown: str = ""
    discreet: bool = False


class Style(Struct, frozen=True, gc=False):
    """What the reader's terminal can do, the reader's language, and what the reader asked for.

    `width` counts columns; None or 0: do not wrap. `links`: a rule's code leads to its page.
    `statistics`: a report for programs ends with counts.
    """

    color: bool = False
    width: int | None = None
    language: Language = "en"
    statistics: bool = False
    links: bool = False


class RuleInfo(Protocol):
    """What a report tells of a rule; `smsc_codec.rules.Rule` is one."""

    @property
    def name(self) -> str:
        """Its readable name, `err-loop`."""

    @property
    def severity(self) -> Severity:
        """How bad it is unless configured otherwise."""

    @property
    def page(self) -> str:
        """Its documentation; the first line is the summary."""


class Place(Struct, frozen=True, gc=False):
    """A span as lines and columns, both from 1, columns in code points; the end is not included."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(lines: Lines, span: Span) -> Place:
    """Where a span stands; one that leaves the text is cut to it."""
    start = min(max(span.start, 0), len(lines.text))
    end = min(max(span.end, start), len(lines.text))
    return Place(*lines.position(start), *lines.position(end))


def discreet_report(report: FileReport) -> FileReport:
    """The report without the secrets of its text, found by pattern, whatever the text was taken for."""
    if not report.findings or report.discreet:
        return report
    from smsc_codec.secrets.told import Hidden

    hidden = Hidden(report.text, report.shown)
    if not hidden.values:
        return structs.replace(report, shown="", discreet=True)
    found = tuple(discreet(finding, hidden) for finding in report.findings)
    return structs.replace(report, text=hidden.text, findings=found, shown="", discreet=True)


def in_language(report: FileReport, language: Language) -> FileReport:
    """The report with all that its findings say, or why there are none, in a language."""
    if language == "en":
        return report
    failure = None if report.failure is None else said_of(report.failure, language)
    findings = tuple(translated(finding, language) for finding in report.findings)
    return structs.replace(report, findings=findings, failure=failure)


def render(
    name: str,
    reports: Iterable[FileReport],
    *,
    style: Style,
    rules: Mapping[str, RuleInfo],
    version: str,
) -> Iterator[str]:
    """The reports in the format `name`, as pieces of text to be written one after the other.

    `rules` maps codes to rules; a finding whose code is missing there is shown all the same. `version` is the
    tool's own. Raises CodecError for a name that is not in FORMATS.
    """
    if name not in _MODULES:
        raise CodecError(f"unknown report format {name!r}: choose one of {', '.join(FORMATS)}")
    pieces: Iterator[str] = import_module(f"{__name__}.{_MODULES[name]}").render(
        (in_language(discreet_report(report), style.language) for report in reports), style, rules, version
    )
    return pieces if name in _ORDERS else map(harmless, pieces)


def harmless(lines: str) -> str:
    """Visible lines, none of which begins with what orders something of a CI service: `::error::`."""
    if "::" not in lines:
        return lines
    return _BEGINNING.sub(r"\1<U+003A>", lines)
