"""`smsc-codec menu new`: a sound menu, from a few questions or from a table."""

from __future__ import annotations

import os
import sys

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.menu.table import Table, TableError, phones, read_table
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.settings import load
from smsc_codec.diagnostics import BuildError, Finding
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads.menu.draft import WAIT, Row


@click.command("new")
@click.argument("path", type=click.Path(), metavar="FILE|-")
@click.option("--from", "table", type=click.Path(), metavar="TABLE",
              help="Take keys, texts and numbers from a table: .csv, .json or .yaml.")  # fmt: skip
@click.option("--greeting", default="", metavar="TEXT", help="What the caller hears first.")
@click.option("--goodbye", default="", metavar="TEXT", help="What the caller hears last.")
@click.option(
    "--language",
    type=click.Choice(["en", "ru"]),
    help="The language of words that are added; otherwise that of the texts.",
)
@click.option("--wait", type=click.IntRange(0, 120), default=WAIT, show_default=True, metavar="SECONDS",
              help="How many seconds a number rings.")  # fmt: skip
@encoding_option("The table's encoding.")
def command(
    path: str,
    table: str | None,
    greeting: str,
    goodbye: str,
    language: str | None,
    wait: int,
    encoding: str | None,
) -> int:
    """Write a new menu that lints clean, from a few questions or from a table.

    A table has the columns key, text and number, and name for what the caller is offered; of these key and one of
    text and name are needed. Key 12 stands in the menu below key 1. The content of a cell is spoken or dialled, and
    never becomes anything else. Ways to leave, to repeat and to go back are added and announced.

    \b
    Examples:
      smsc-codec menu new shop.menu
      smsc-codec menu new --from shop.csv shop.menu
      smsc-codec menu new --from shop.yaml - | smsc-codec lint -

    Exit codes: 0 written, 1 not (what is wrong is shown), 2 usage or configuration.
    """
    if path != "-" and os.path.lexists(path):
        terminal.say(f"{path}: this file already exists; write the menu into a new one")
        return USAGE
    name = table or terminal.spoken("the answers")
    try:
        settings = load().settings
        made = _asked() if table is None else read_table(table, encoding)
        text = _text(made, greeting, goodbye, language, wait)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    except (files.Unreadable, TableError, BuildError) as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    from smsc_codec.linter.gate import lint

    found = lint(text, "menu", settings)
    if found:
        _show(text, found)
        terminal.say(f"{name}: not written: the linter found problems in it")
        return FINDINGS
    if path == "-":
        print(text, end="")
        return CLEAN
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        terminal.say(f"{path}: not written: {error.strerror or error}")
        return USAGE
    terminal.say(f"{path}: written")
    return CLEAN


def _text(made: Table, greeting: str, goodbye: str, language: str | None, wait: int) -> str:
    from smsc_codec.payloads.menu import build
    from smsc_codec.payloads.menu.draft import drafted

    menu = drafted(
        made.rows,
        greeting=greeting or made.greeting,
        goodbye=goodbye or made.goodbye,
        language=language,  # type: ignore[arg-type]
        wait=wait,
    )
    return build(menu)


def _show(text: str, found: tuple[Finding, ...]) -> None:
    """What would be wrong with the menu, over the menu as it would be."""
    from smsc_codec.diagnostics import Lines
    from smsc_codec.linter.reports import FileReport, Style, discreet_report
    from smsc_codec.linter.reports.frame import frame
    from smsc_codec.linter.words import translated

    report = discreet_report(FileReport("<new menu>", text, found, shown=text))
    style = Style(terminal.has_color(sys.stderr, "auto"), terminal.width(sys.stderr), terminal.language())
    for finding in report.findings:
        told = translated(finding, style.language)
        print(frame(report.path, Lines(report.text), told, style), file=sys.stderr)


def _asked() -> Table:
    """The answers to a few questions, on a terminal or line by line."""
    greeting = _answer("What does the caller hear first?")
    rows: list[Row] = []
    while True:
        key = _answer("A key, such as 1, or 12 for key 2 below key 1 (nothing: that is all)")
        if not key:
            break
        name = _answer(f"What is the caller offered on key {key}? (for example: sales)")
        text = _answer("What is spoken when it is pressed? (nothing: no text)")
        numbers = _answer("Which number is called then? (nothing: none; several by comma)")
        rows.append(Row(key, text, phones(numbers), name))
    return Table(tuple(rows), greeting, _answer("What does the caller hear last?"))


def _answer(question: str) -> str:
    """One line; "" when there are no more."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        print(f"{terminal.spoken(question)}: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
