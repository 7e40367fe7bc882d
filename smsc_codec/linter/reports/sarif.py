"""SARIF 2.1.0, the OASIS standard that code scanning services read.

Paths are relative to `%SRCROOT%`; columns count code points; a finding keeps its fingerprint when lines above
it come and go. A failure to read a file is a notification of the invocation, which then was not successful.

What callers do to come to a loop, a trap or a payment made twice is a code flow, step by step.

Messages write `{` once although the standard (3.11.5) doubles it: `{menu:` is in many of them, none has
arguments, and the services show a message without arguments as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from smsc_codec.diagnostics import Finding, Fix, Lines, Severity, Span
from smsc_codec.linter.reports import FileReport, RuleInfo, Style, place
from smsc_codec.linter.reports.as_json import encode
from smsc_codec.linter.reports.fingerprints import Fingerprints
from smsc_codec.linter.reports.links import HOME, page_of
from smsc_codec.linter.reports.words import details, fix_title
from smsc_codec.linter.words import Language, said

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class Part(Struct, frozen=True, rename="camel", omit_defaults=True):
    """What every object of the format is; each is named as the standard names it and documented there."""


class Message(Part, frozen=True):
    """3.11."""

    text: str


class Region(Part, frozen=True):
    """3.30. The end is not included; all four are always written."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class ArtifactLocation(Part, frozen=True):
    """3.4."""

    uri: str
    uri_base_id: str


class PhysicalLocation(Part, frozen=True):
    """3.29."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class Location(Part, frozen=True):
    """3.28."""

    physical_location: PhysicalLocation
    message: Message | None = None


class Content(Part, frozen=True):
    """3.3."""

    text: str


class Replacement(Part, frozen=True):
    """3.57."""

    deleted_region: Region
    inserted_content: Content | None = None


class ArtifactChange(Part, frozen=True):
    """3.56."""

    artifact_location: ArtifactLocation
    replacements: list[Replacement]


class SarifFix(Part, frozen=True):
    """3.55."""

    description: Message
    artifact_changes: list[ArtifactChange]


class ThreadFlowLocation(Part, frozen=True):
    """3.38."""

    location: Location


class ThreadFlow(Part, frozen=True):
    """3.37."""

    locations: list[ThreadFlowLocation]


class CodeFlow(Part, frozen=True):
    """3.36."""

    thread_flows: list[ThreadFlow]


class Result(Part, frozen=True):
    """3.27."""

    rule_id: str
    rule_index: int
    level: str
    message: Message
    locations: list[Location]
    partial_fingerprints: dict[str, str]
    related_locations: list[Location] = []
    code_flows: list[CodeFlow] = []
    fixes: list[SarifFix] = []


class Configuration(Part, frozen=True):
    """3.50."""

    level: str


class Descriptor(Part, frozen=True):
    """3.49."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration
    help_uri: str


class Component(Part, frozen=True):
    """3.19."""

    name: str
    version: str
    information_uri: str
    rules: list[Descriptor]


class Tool(Part, frozen=True):
    """3.18."""

    driver: Component


class Notification(Part, frozen=True):
    """3.58."""

    level: str
    message: Message
    locations: list[Location]


class Invocation(Part, frozen=True):
    """3.20."""

    execution_successful: bool
    tool_execution_notifications: list[Notification] = []


def render(
    reports: Iterable[FileReport], style: Style, rules: Mapping[str, RuleInfo], version: str
) -> Iterator[str]:
    """One line a result; the rules that were broken stand after them."""
    broken: dict[str, Descriptor] = {}
    indexes: dict[str, int] = {}
    failures = []
    fingerprints = Fingerprints()
    yield f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[\n'
    yield '{"columnKind":"unicodeCodePoints","results":[\n'
    before = ""
    for report in reports:
        artifact = ArtifactLocation(_uri(report.path), "%SRCROOT%")
        if report.failure is not None:
            here = Location(PhysicalLocation(artifact))
            failures.append(Notification("error", Message(report.failure), [here]))
        lines = Lines(report.text, report.first_line)
        if report.first_line == 1:
            fingerprints = Fingerprints()
        for finding in report.findings:
            if finding.code not in broken:
                indexes[finding.code] = len(broken)
                broken[finding.code] = _descriptor(finding, rules.get(finding.code), style.language)
            index, fingerprint = indexes[finding.code], fingerprints.of(lines, finding)
            result = _result(artifact, lines, finding, index, fingerprint, style.language)
            yield before + encode(result)
            before = ",\n"
    tool = Tool(Component("smsc-codec", version, HOME, list(broken.values())))
    invocation = Invocation(not failures, failures)
    yield f'\n],"tool":{encode(tool)},"invocations":[{encode(invocation)}]}}]}}\n'


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path, errors="surrogateescape")


def _region(lines: Lines, span: Span) -> Region:
    at = place(lines, span)
    return Region(at.line, at.column, at.end_line, at.end_column)


def _result(
    artifact: ArtifactLocation,
    lines: Lines,
    finding: Finding,
    index: int,
    fingerprint: str,
    language: Language,
) -> Result:
    def location(span: Span, text: str) -> Location:
        message = Message(text) if text else None
        return Location(PhysicalLocation(artifact, _region(lines, span)), message)

    steps = [ThreadFlowLocation(location(step.span, step.text)) for step in finding.steps]
    return Result(
        finding.code,
        index,
        _LEVELS[finding.severity],
        Message("\n".join([finding.message, *details(finding, language)])),
        [location(finding.span, finding.primary)],
        # The one key that GitHub compares, besides the rule and the path.
        {"primaryLocationLineHash": fingerprint},
        [location(label.span, label.text) for label in finding.labels],
        [CodeFlow([ThreadFlow(steps)])] if steps else [],
        [_fix(artifact, lines, fix, language) for fix in finding.fixes if fix.edits],
    )


def _fix(artifact: ArtifactLocation, lines: Lines, fix: Fix, language: Language) -> SarifFix:
    replacements = [
        Replacement(_region(lines, edit.span), Content(edit.text) if edit.text else None)
        for edit in fix.edits
    ]
    return SarifFix(Message(fix_title(fix, language)), [ArtifactChange(artifact, replacements)])


def _descriptor(finding: Finding, rule: RuleInfo | None, language: Language) -> Descriptor:
    """A rule as far as it is known: one that is missing in the mapping is described by its finding."""
    from textwrap import dedent

    first, _, rest = (rule.page if rule else "").partition("\n")
    summary = first.strip() or finding.name
    page = f"{summary}\n{dedent(rest)}".strip()
    about = page.split("\n\n")
    severity: Severity = rule.severity if rule else finding.severity
    return Descriptor(
        finding.code,
        rule.name if rule else finding.name,
        Message(said(summary, language)),
        Message(" ".join(about[min(1, len(about) - 1)].split())),
        Message(page),
        Configuration(_LEVELS[severity]),
        page_of(finding.code),
    )
