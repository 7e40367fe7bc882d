"""What a command shows when a file cannot be read or understood."""

from __future__ import annotations

import sys
from contextlib import suppress

from smsc_codec import __version__, plugins
from smsc_codec.cli import FINDINGS, USAGE, files, terminal
from smsc_codec.diagnostics import Finding, ParseError, Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter, shown
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.payloads.codec import Codec
from smsc_codec.rules import Rule


def show_unreadable(name: str, error: files.Unreadable) -> int:
    """Say why a file cannot be read; gives the exit code."""
    terminal.say(f"{name}: {error}")
    return FINDINGS


def show_broken_packages(code: int) -> int:
    """Say which packages were passed over since they are broken; gives the exit code, `code` where there was none."""
    for error in plugins.broken_packages():
        terminal.say(str(error))
        code = USAGE
    return code


def show_parse_error(name: str, error: ParseError, language: Codec) -> None:
    """Show every problem of a text that does not parse, each in its frame, on standard error."""
    assert isinstance(error.source, str)
    rules = all_rules()
    named = _rules_of(error.source, language)
    findings = []
    for p in error.problems:
        rule = named.get((p.message, p.span))
        code, kind = (rule.code, rule.name) if rule else ("", p.kind)
        told = (p.message, p.span, p.expected, p.labels, p.fixes, p.notes, p.primary)
        findings.append(Finding(code, kind, "error", *told))
    report = FileReport(name, shown(language, error.source), tuple(findings))
    style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr), terminal.language())
    for piece in render("full", [report], style=style, rules=rules, version=__version__):
        sys.stderr.write(piece)


def _rules_of(text: str, language: Codec) -> dict[tuple[str, Span], Rule]:
    """The rule that tells of each problem of a text, as the linter knows it."""
    found: tuple[Finding, ...] = ()
    with suppress(plugins.PluginError):  # `show_broken_packages` tells of it
        found = Linter(language, Settings(profile="pedantic")).check(text)[0]
    rules = all_rules()
    return {(one.message, one.span): rules[one.code] for one in found}
