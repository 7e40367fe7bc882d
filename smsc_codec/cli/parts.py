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
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object instead of a picture.")
@click.option(
    "--charset", type=click.Choice(CHARSETS), help="Also show characters that this charset does not have."
)
@click.option(
    "--maxsms", type=click.IntRange(min=1), metavar="N", help="Also show what `maxsms` would cut off."
)
@click.option("--reference", type=click.Choice(["8", "16"]), default="8",
              help="Bits of the reference number that joins the parts (8).")  # fmt: skip
@click.option(
    "--graphemes", is_flag=True, help="Do not split what looks like one character between two parts."
)
@click.option("--language", "languages", multiple=True, type=click.Choice(LANGUAGES), metavar="CODE",
              help=f"A national language table to use; can be repeated: {', '.join(LANGUAGES)}.")  # fmt: skip
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
    """Show how many parts a text takes: alphabet, units, parts, and what makes it expensive.

    The file contains the text of one message, without its last line end and without a comment after a line ~~~.
    Each part is shown with a bar that tells how full it is, and ends with |.

    \b
    Examples:
      smsc-codec parts message.txt
      echo "Order №5 is ready" | smsc-codec parts
      smsc-codec parts --maxsms 2 --charset windows-1251 message.txt
      smsc-codec parts --json message.txt | jq .units

    Exit codes: 0 counted; 1 a file that cannot be read, more than 255 parts, a text that does not fit --charset or
    --maxsms; 2 usage.
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

        color, width = terminal.has_color(sys.stdout, "auto"), terminal.width(sys.stdout)
        style = Style(color, width, language=terminal.language())
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
