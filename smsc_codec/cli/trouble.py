"""What a command shows when a file cannot be read or understood."""

from __future__ import annotations

import sys

from smsc_codec import __version__
from smsc_codec.cli import FINDINGS, files, terminal
from smsc_codec.diagnostics import Finding, ParseError
from smsc_codec.lint.engine import shown
from smsc_codec.lint.registry import all_rules
from smsc_codec.lint.reports import FileReport, Style, render
from smsc_codec.payloads.codec import Codec


def show_unreadable(name: str, error: files.Unreadable) -> int:
    """Say why a file cannot be read; gives the exit code."""
    terminal.say(f"{name}: {error}")
    return FINDINGS


def show_parse_error(name: str, error: ParseError, language: Codec | None = None) -> None:
    """Show every problem of a text that does not parse, each in its frame, on standard error."""
    assert isinstance(error.source, str)
    rules = all_rules()
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
    text = error.source if language is None else shown(language, error.source)
    report = FileReport(name, text, findings)
    style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr))
    for piece in render("full", [report], style=style, rules=rules, version=__version__):
        sys.stderr.write(piece)
