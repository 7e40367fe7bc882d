"""Where every front end and every program comes in: a text to its findings, and to its mended text."""

from __future__ import annotations

from msgspec import structs

from smsc_codec.diagnostics import Finding, Lines, WrongArgument, a_text, discreet
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.fixes import Fixed
from smsc_codec.linter.kinds import kind_of
from smsc_codec.payloads import ALIASES, KINDS, codec, foreign_kinds


def lint(text: str, kind: str | None = None, settings: Settings | None = None) -> tuple[Finding, ...]:
    """The findings of a text in order of place, each with its line and column.

    `kind` is what the text is: `"menu"`, `"mailing"`, `"request"` and so on; where it is not said, the text's content
    decides. Raises WrongArgument for a kind that does not exist, PluginError where somebody else's package is broken.
    """
    return located(text, _without_secrets(text, _linter(text, kind, settings, "lint").check(text)[0]))


def fix(
    text: str, kind: str | None = None, settings: Settings | None = None, *, unsafe: bool = False
) -> Fixed:
    """The text after its safe fixes, how many were applied, and what is still found in it.

    With `unsafe` also those that may change what the text says. Raises as `lint` does.
    """
    from smsc_codec.linter.fixes import fix

    linter = _linter(text, kind, settings, "fix")
    fixed = fix(text, lambda new: linter.look(new)[0], unsafe=unsafe)
    remaining = located(fixed.text, _without_secrets(fixed.text, fixed.remaining))
    return structs.replace(fixed, remaining=remaining)


def _without_secrets(text: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings as they may be shown and logged: a fix that would write a secret is left out."""
    if not findings:
        return findings
    from smsc_codec.secrets.told import Hidden

    hidden = Hidden(text)
    return tuple(discreet(finding, hidden) for finding in findings)


def located(text: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings with their lines and columns."""
    if not findings:
        return findings
    lines = Lines(text)
    made = []
    for finding in findings:
        line, column = lines.position(finding.span.start)
        end_line, end_column = lines.position(finding.span.end)
        made.append(
            structs.replace(finding, line=line, column=column, end_line=end_line, end_column=end_column)
        )
    return tuple(made)


def _linter(text: str, kind: str | None, settings: Settings | None, function: str) -> Linter:
    a_text(text, function)
    settings = settings or Settings()
    if kind is None:
        kind = kind_of("", text, globs={})[0]
    kind = ALIASES.get(kind, kind)
    if kind not in KINDS and kind not in foreign_kinds():
        raise WrongArgument(
            function, "kind", f"one of {', '.join((*KINDS, *foreign_kinds()))}; there is no {kind!r}"
        )
    return Linter(codec(kind), settings)
