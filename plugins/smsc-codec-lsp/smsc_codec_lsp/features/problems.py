"""Findings as diagnostics, and their fixes as code actions."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from smsc_codec import fix
from smsc_codec.diagnostics import Finding, Span
from smsc_codec.diagnostics import Fix as OneFix
from smsc_codec.linter.reports.links import page_of
from smsc_codec_lsp.documents import Document

SOURCE = "smsc-codec"
FIX_ALL = "source.fixAll.smsc-codec"
_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
#: Rules whose findings are places that nothing leads to: editors show those in grey.
_UNREACHED = frozenset(("IVR102", "IVR103", "IVR107"))


def diagnostics(document: Document, uri: str) -> list[Diagnostic]:
    """The findings of a document."""
    return [_diagnostic(document, uri, finding) for finding in document.findings]


def _diagnostic(document: Document, uri: str, finding: Finding) -> Diagnostic:
    expected = f"\n{document.say('expected')}: {', '.join(finding.expected)}" if finding.expected else ""
    return Diagnostic(
        range=document.places.range(finding.span),
        message=finding.message + expected + "".join(f"\n{note}" for note in finding.notes),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=CodeDescription(page_of(finding.code)),
        source=SOURCE,
        tags=[DiagnosticTag.Unnecessary] if finding.code in _UNREACHED else None,
        related_information=[
            DiagnosticRelatedInformation(Location(uri, document.places.range(label.span)), label.text)
            for label in finding.labels
        ]
        or None,
    )


def actions(document: Document, uri: str, there: Range, wanted: list[str] | None) -> list[CodeAction]:
    """The fixes of the findings at a range, and all safe ones of the document at once."""
    made: list[CodeAction] = []
    if _asked(wanted, CodeActionKind.QuickFix):
        made += _quick(document, uri, document.places.span(there))
    if _asked(wanted, FIX_ALL):
        made += _all(document, uri)
    return made


def _asked(wanted: list[str] | None, kind: str) -> bool:
    return not wanted or any(kind == one or kind.startswith(one + ".") for one in wanted)


def _quick(document: Document, uri: str, there: Span) -> Iterator[CodeAction]:
    for finding in document.findings:
        if finding.span.end < there.start or there.end < finding.span.start:
            continue
        for one in finding.fixes:
            yield CodeAction(
                title=one.title if one.safe else f"{one.title} ({document.say('may change what is said')})",
                kind=CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(document, uri, finding)],
                edit=WorkspaceEdit({uri: _edits(document, one)}),
                is_preferred=one.safe,
            )


def _edits(document: Document, one: OneFix) -> list[TextEdit]:
    return [TextEdit(document.places.range(edit.span), edit.text) for edit in one.edits]


def _all(document: Document, uri: str) -> Iterator[CodeAction]:
    if not any(one.safe for finding in document.findings for one in finding.fixes):
        return
    fixed = fix(document.text, document.kind, document.settings, name=document.path)
    if fixed.text == document.text:
        return
    whole = document.places.range(Span(0, len(document.text)))
    yield CodeAction(
        title=f"{document.say('Apply all safe fixes')} ({fixed.applied})",
        kind=FIX_ALL,
        edit=WorkspaceEdit({uri: [TextEdit(whole, fixed.text)]}),
    )
