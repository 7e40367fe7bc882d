"""One slip: what is told of it, and how the text reads as it was meant."""

from __future__ import annotations

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Severity, Span


class Slip(Struct, frozen=True):
    """A mistake whose meaning is plain. `mend` makes the text that is judged in place of what was written."""

    code: str
    problem: Problem
    mend: tuple[Edit, ...]

    @property
    def sure(self) -> bool:
        """Whether nothing else can be meant: such a slip is mended without asking."""
        return any(fix.safe for fix in self.problem.fixes)


def slip(
    code: str,
    message: str,
    span: Span,
    mend: tuple[Edit, ...],
    *,
    title: str = "",
    safe: bool = False,
    expected: tuple[str, ...] = (),
    labels: tuple[Label, ...] = (),
    notes: tuple[str, ...] = (),
    severity: Severity | None = None,
    fix: tuple[Edit, ...] = (),
) -> Slip:
    """A slip that `fix` mends, or its own mending, where `title` says what that does; without a title it has no fix."""
    fixes = (Fix(title, fix or mend, safe=safe),) if title else ()
    problem = Problem(
        message, span, expected=expected, labels=labels, fixes=fixes, notes=notes, severity=severity
    )
    return Slip(code, problem, mend)
