"""`smsc-codec big price`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smsc_codec.cli.options import encoding_option
from smsc_codec_dask.commands.common import asked_engine, engine_options

if TYPE_CHECKING:
    from smsc_codec_dask.price.run import Priced


@click.command("price")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--prices", required=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="What a part costs, by the beginning of the number: '7916,2.10' a line, or TOML.")  # fmt: skip
@click.option("--template", metavar="TEXT", help="The message of each row of a table, with {column} in it.")
@click.option("--to", metavar="COLUMN", help="The column with the numbers (phone, number ...).")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON, money in millionths.")
@encoding_option("The encoding of the files (UTF-8, otherwise windows-1251).")
@engine_options
def command(
    sources: tuple[str, ...], prices: str, template: str | None, to: str | None, as_json: bool,
    encoding: str | None, scheduler: str | None, workers: int | None, memory: str, scratch: str | None,
) -> int:  # fmt: skip
    """Count the parts of lists and tables, and what they cost; show the ten most expensive texts.

    \b
    Examples:
      smsc-codec big price --prices prices.csv 'july/*.list.gz'
      smsc-codec big price --prices prices.toml --template '{name}, your order is ready' clients.parquet

    Exit codes: 0 all is priced; 1 some lines hold no message, or some numbers have no price; 2 usage.
    """
    import sys

    from smsc_codec.cli import CLEAN, FINDINGS, files
    from smsc_codec_dask.prepare.pieces import pieces_of
    from smsc_codec_dask.price.run import price
    from smsc_codec_dask.price.table import PriceError, read_prices
    from smsc_codec_dask.progress import Progress
    from smsc_codec_dask.sources import SourceError, find
    from smsc_codec_dask.sources.tables import Filling

    if to is not None and template is None:
        raise click.UsageError("--to is for tables: it goes with --template")
    filling = None if template is None else Filling(template, to)
    try:
        table = read_prices(prices, files.read(prices).text)
        found = find(sources)
        with asked_engine(scheduler, workers, memory, scratch) as (engine, place):
            pieces = pieces_of(engine, found, encoding, filling)
            with Progress("price", sum(piece.size for piece in pieces)) as progress:
                made = price(engine, place, pieces, table, done=progress.done)
    except (PriceError, SourceError, files.Unreadable) as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(made).decode() + "\n")
    else:
        for line in told(made):
            click.echo(line)
    return FINDINGS if made.wrong or made.unpriced.messages else CLEAN


def told(made: Priced) -> list[str]:
    """The prices for people."""
    from smsc_codec.cli import terminal
    from smsc_codec_dask.price.table import in_words

    total = made.total
    lines = [
        f"{made.lines:,} lines, {total.messages:,} messages in {total.parts:,} parts cost {in_words(total.money)}"
    ]
    by_money = sorted(made.by_prefix.items(), key=lambda item: (-item[1].money, item[0]))
    for prefix, held in by_money:
        counted = f"{held.messages:>14,} messages  {held.parts:>14,} parts"
        lines.append(f"  {prefix or 'other':>15}  {counted}  {in_words(held.money):>18}")
    if made.unpriced.messages:
        lines.append(
            f"no price is known of {made.unpriced.messages:,} messages in {made.unpriced.parts:,} parts"
        )
    if made.apart:
        lines.append(f"{made.apart:,} recipients are e-mail addresses or groups, which are not priced")
    if made.wrong:
        lines.append(f"{made.wrong:,} lines hold no message that can be sent: 'big lint' tells why")
    for number, text in enumerate(made.texts, 1):
        said = terminal.line(" ".join(text.text.split()))
        lines.append(
            f"{number:>2}. {in_words(text.money)}: {text.messages:,} messages of {text.parts} parts, "
            f"{terminal.line(text.file)}:{text.line}"
        )
        lines.append(f"    {said if len(said) <= 90 else said[:89] + '…'}")
        for other in text.otherwise:
            lines.append(f"    {in_words(other.money)} with {other.how}: {other.parts} parts")
    return lines
