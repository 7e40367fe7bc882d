"""What a finding says beside its message, as lines of plain text."""

from __future__ import annotations

from smsc_codec.diagnostics import Finding, Fix


def listed(words: tuple[str, ...]) -> str:
    """`a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def details(finding: Finding) -> list[str]:
    """What would have been allowed, then the notes."""
    allowed = [f"expected: {listed(finding.expected)}"] if finding.expected else []
    return [*allowed, *finding.notes]


def fix_title(fix: Fix) -> str:
    """The fix in a few words, and a warning where it is not safe."""
    return fix.title if fix.safe else f"{fix.title} (unsafe)"
