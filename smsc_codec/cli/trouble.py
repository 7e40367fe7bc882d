"""What a command shows when a file cannot be read or understood."""

from __future__ import annotations

import sys

from smsc_codec import __version__, plugins
from smsc_codec.cli import FINDINGS, USAGE, files, terminal
from smsc_codec.diagnostics import Finding, ParseError
from smsc_codec.linter.engine import shown
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.payloads.codec import Codec


def show_unreadable(name: str, error: files.Unreadable) -> int:
    """Say why a file cannot be read; gives the exit code."""
    terminal.say(f"{name}: {error}")
    return FINDINGS


def show_broken_packages(code: int) -> int:
    """Say which packages were passed over since they are broken; gives the exit code, `code` where there was none."""
    for error in plugins.complaints():
        terminal.say(str(error))
        code = USAGE
    return code


def show_parse_error(name: str, error: ParseError, language: Codec) -> None:
    """Show every problem of a text that does not parse, each in its frame, on standard error."""
    assert isinstance(error.source, str)
    rules = {rule.code: rule for rule in language.rules()}
    codes = {rule.name: rule.code for rule in rules.values()}
    findings = tuple(
        Finding(
            codes.get(p.kind, ""),
            p.kind,
            "error",
            p.message,
            p.span,
            p.expected,
            p.labels,
            p.fixes,
            p.notes,
            p.primary,
        )
        for p in error.problems
    )
    report = FileReport(name, shown(language, error.source), findings)
    style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr))
    for piece in render("full", [report], style=style, rules=rules, version=__version__):
        sys.stderr.write(piece)
