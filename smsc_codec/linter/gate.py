"""Where every front end and every program comes in: a text to its findings, to its mended text, to a report."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from msgspec import structs

from smsc_codec.diagnostics import Finding, Lines, WrongArgument, a_text, discreet
from smsc_codec.linter.block import Block, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.fixes import Fixed, mend
from smsc_codec.linter.line import Line
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.words import Language
from smsc_codec.payloads import ALIASES, KINDS, foreign_kinds


def lint(
    text: str, kind: str | None = None, settings: Settings | None = None, *, name: str = ""
) -> tuple[Finding, ...]:
    """The findings of a text in order of place, each with its line and column.

    `kind` is what the text is: `"menu"`, `"mailing"`, `"request"` and so on; where it is not said, the text's content
    decides. `name` is the path of its file as the globs of the settings know it: per-file ignores count, and where no
    kind is said the name decides first. Raises WrongArgument for a kind that does not exist, PluginError where somebody
    else's package is broken.
    """
    line, block = _judged(text, kind, settings, "lint", name)
    return _told(line, text, block.findings)


def fix(
    text: str,
    kind: str | None = None,
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
    name: str = "",
) -> Fixed:
    """The text after its safe fixes, how many were applied, and what is still found in it.

    With `unsafe` also those that may change what the text says. `name` is as for `lint`, and it raises the same.
    """
    line, block = _judged(text, kind, settings, "fix", name)
    (done,) = mend([block], unsafe=unsafe)
    made = done.after.text
    return Fixed(made, done.applied, _told(line, made, done.after.findings))


def render(
    text: str,
    findings: Iterable[Finding],
    *,
    name: str = "<text>",
    form: str = "full",
    color: bool = False,
    language: Language = "en",
) -> str:
    """The findings of a text as `form` shows them: `"full"`, `"concise"`, `"json"`, `"github"`, `"sarif"`.

    `name` is what the text is called there, `language` is `"en"` or `"ru"`. Secrets are blotted out, and so is what a
    terminal would obey. Raises CodecError for a form that does not exist.
    """
    from smsc_codec.linter.reports import FileReport, Style
    from smsc_codec.linter.reports import render as pieces

    a_text(text, "render")
    # The package itself is loaded before any of its rooms, none of which imports it.
    version: str = sys.modules["smsc_codec"].__version__
    report = FileReport(name, text, tuple(findings))
    made = pieces(form, [report], style=Style(color, language=language), rules=all_rules(), version=version)
    return "".join(made)


def _told(line: Line, text: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return located(text, _without_secrets(text, line.severities.told(findings)))


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


def _judged(
    text: str, kind: str | None, settings: Settings | None, function: str, name: str
) -> tuple[Line, Block]:
    a_text(text, function)
    line, said = Line(settings or Settings()), Text(text, name)
    kind = line.identify(said)[0] if kind is None else ALIASES.get(kind, kind)
    if kind not in KINDS and kind not in foreign_kinds():
        raise WrongArgument(
            function, "kind", f"one of {', '.join((*KINDS, *foreign_kinds()))}; there is no {kind!r}"
        )
    (block,) = line.judge(kind, said)
    return line, block
