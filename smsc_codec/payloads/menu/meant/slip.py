"""One slip: what is told of it, and how the text reads as it was meant."""

from __future__ import annotations

from msgspec import Struct, structs

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


def together(key: Slip, command: Slip) -> Slip:
    """One slip of two in one short line, such as `9 end.`: what its key is told, and one fix for all of it."""
    mend = key.mend + command.mend
    fix = Fix(f"write '{''.join(edit.text for edit in mend)}'", mend, safe=key.sure and command.sure)
    return Slip(key.code, structs.replace(key.problem, fixes=(fix,)), mend)
