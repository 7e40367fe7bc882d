"""Makes the man page, the completions of shells, the schemas of what commands print, the pictures, and what the
extension of VS Code says of the languages.

python docs/generate.py [--check]
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import vscode
from click.shell_completion import get_completion_class

from smsc_codec import __version__
from smsc_codec.cli.app import COMMANDS, group
from smsc_codec.cli.configuration_schema import configuration_schema
from smsc_codec.cli.schema import schema_of
from smsc_codec.payloads import menu
from smsc_codec.payloads.menu.caller import diff, readings

HERE = Path(__file__).resolve().parent
#: What commands print as JSON, each by the name of its schema.
REPORTS = {"menu-explore": readings.Report, "menu-diff": diff.Comparison}
SHELLS = {
    "bash": "completion/smsc-codec.bash",
    "zsh": "completion/_smsc-codec",
    "fish": "completion/smsc-codec.fish",
}


def files() -> Iterator[tuple[str, str]]:
    """Each file by its path below docs/, and what it holds."""
    yield "man/smsc-codec.1", "\n".join(_page()) + "\n"
    for shell, path in SHELLS.items():
        kind = get_completion_class(shell)
        assert kind is not None
        yield path, kind(group, {}, "smsc-codec", "_SMSC_CODEC_COMPLETE").source().strip() + "\n"

    page = menu.parse((HERE / "examples" / "page.menu").read_text(encoding="utf-8"))
    yield "pictures/page-menu.svg", menu.graph(page)
    schemas = {name: schema_of(report) for name, report in REPORTS.items()}
    for name, schema in (schemas | {"configuration": configuration_schema()}).items():
        yield f"schemas/{name}.schema.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if vscode.EXTENSION.is_dir():  # it is no part of the source package
        for path, text in vscode.files():
            yield f"../plugins/vscode/{path}", text


def _page() -> Iterator[str]:
    """The lines of the man page, as man(7) has them."""
    yield f'.TH SMSC-CODEC 1 "" "smsc-codec {__version__}" "User Commands"'
    yield from (
        ".SH NAME",
        "smsc\\-codec \\- parse, check and build what one says to the SMSC messaging service",
    )
    yield from (".SH SYNOPSIS", ".B smsc\\-codec", ".I COMMAND", "[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]")
    yield ".SH DESCRIPTION"
    yield from _words(group.help or "")
    yield ".SH COMMANDS"
    context = click.Context(group, info_name="smsc-codec")
    for name in COMMANDS:
        yield from _command(context, name)
    yield from (".SH SEE ALSO", "https://github.com/smsc\\-codec/smsc\\-codec")


def _command(parent: click.Context, name: str) -> Iterator[str]:
    """A command by its whole name, and those inside it."""
    assert isinstance(parent.command, click.Group)
    command = parent.command.get_command(parent, name)
    assert command is not None
    inside = click.Context(command, info_name=name, parent=parent)
    path = _escaped(inside.command_path)
    yield f".SS {path}"
    yield from (".PP", f"\\fB{path}\\fR {_escaped(' '.join(command.collect_usage_pieces(inside)))}")
    yield from _words(command.help or "")
    for parameter in command.get_params(inside):
        record = parameter.get_help_record(inside)
        if record is not None:
            yield from (".TP", f"\\fB{_escaped(record[0])}\\fR", _escaped(" ".join(record[1].split())))
    if isinstance(command, click.Group):
        for one in command.list_commands(inside):
            yield from _command(inside, one)


def _words(help: str) -> Iterator[str]:
    """The paragraphs of a help text; those that are laid out by hand stay so."""
    for paragraph in re.split(r"\n\s*\n", help.strip()):
        lines = paragraph.split("\n")
        if lines[0].strip() == "\b":
            yield from (".PP", ".nf", *map(_escaped, lines[1:]), ".fi")
        else:
            yield from (".PP", _escaped(" ".join(paragraph.split())))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text


def main() -> int:
    """Write the files, or with --check say whether they are fresh."""
    stale = []
    for path, text in files():
        file = HERE / path
        if "--check" in sys.argv[1:]:
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                stale.append(path)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        print(f"docs/{path} is not what docs/generate.py makes")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
