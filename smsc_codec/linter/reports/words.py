"""What a finding says beside its message, as lines of plain text."""

from __future__ import annotations

from smsc_codec.diagnostics import Finding, Fix
from smsc_codec.linter.words import Language, said


def listed(words: tuple[str, ...], language: Language = "en") -> str:
    """`a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} {said('or', language)} {last}" if most else last


def details(finding: Finding, language: Language = "en") -> list[str]:
    """What was expected, then the notes."""
    if not finding.expected:
        return list(finding.notes)
    return [f"{said('expected', language)}: {listed(finding.expected, language)}", *finding.notes]


def fix_title(fix: Fix, language: Language = "en") -> str:
    """The fix in a few words, and a warning where it is not safe."""
    return fix.title if fix.safe else f"{fix.title} ({said('unsafe', language)})"
