"""`smsc-codec parts`: what a text takes as a message."""

from __future__ import annotations

import sys

import click

from smsc_codec.cli import CLEAN, FINDINGS, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.diagnostics import BuildError
from smsc_codec.text import CHARSETS, LANGUAGES


@click.command("parts")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object rather than a picture.")
@click.option("--charset", type=click.Choice(CHARSETS), help="Also tell what this charset cannot carry.")
@click.option("--maxsms", type=click.IntRange(min=1), metavar="N", help="Also tell what `maxsms` would cut.")
@click.option("--reference", type=click.Choice(["8", "16"]), default="8",
              help="Bits of the number that ties parts together (8).")  # fmt: skip
@click.option("--graphemes", is_flag=True, help="End no part inside what a reader sees as one character.")
@click.option("--language", "languages", multiple=True, type=click.Choice(LANGUAGES), metavar="CODE",
              help=f"A national language table that may be used, may be repeated: {', '.join(LANGUAGES)}.")  # fmt: skip
@encoding_option("The file's encoding.")
def command(
    path: str,
    as_json: bool,
    charset: str | None,
    maxsms: int | None,
    reference: str,
    graphemes: bool,
    languages: tuple[str, ...],
    encoding: str | None,
) -> int:
    """Show what a text takes as a message: alphabet, units, parts, and what makes it dear.

    The file holds the text of one message. Its final line end is not part of the message, nor is a comment after
    a line ~~~. Every part is shown with a bar of how full it is, and ends at a |.

    \b
    Examples:
      smsc-codec parts message.txt
      echo "Order №5 is ready" | smsc-codec parts
      smsc-codec parts --maxsms 2 --charset windows-1251 message.txt
      smsc-codec parts --json message.txt | jq .units

    Exit codes: 0 counted; 1 a file that cannot be read, more than 255 parts, a text that --charset cannot carry or
    that --maxsms cuts; 2 usage.
    """
    from smsc_codec.cli.parts_report import message, options, report

    name = relative_name(path)
    try:
        source = files.read(path, encoding)
        made = report(source.text, options(reference, graphemes, languages, charset, maxsms))
    except files.Unreadable as error:
        return show_unreadable(name, error)
    except BuildError as error:
        terminal.say(f"{name}: {error}")
        return FINDINGS
    if source.note:
        terminal.say(f"{name}: {source.note}")
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(made), indent=2))
    else:
        from smsc_codec.cli.parts_picture import picture
        from smsc_codec.linter.reports import Style

        style = Style(terminal.has_color(sys.stdout, "auto"), terminal.width(sys.stdout))
        for line in picture(name, message(source.text), made, style, _blocks()):
            sys.stdout.write(line + "\n")
    return FINDINGS if made.charset.misfit or (made.cut and made.cut.lost) else CLEAN


def _blocks() -> str:
    """A filled and an empty step of a bar, in characters that the output can hold."""
    try:
        "█░".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return "#."
    return "█░"
