"""`smsc-codec big prepare`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click
from smsc_codec_httpx.commands.common import Ended, errors_in_words, show

from smsc_codec.cli.options import encoding_option
from smsc_codec_dask.commands.where import where_options

if TYPE_CHECKING:
    from smsc_codec_dask.prepare.cutting import Rules
    from smsc_codec_dask.prepare.run import Prepared


@click.command("prepare")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--into", required=True, metavar="FOLDER", help="The folder for the shards, on storage that all share."
)
@click.option("--template", metavar="TEXT", help="The message of each row of a table, with {column} in it.")
@click.option("--to", metavar="COLUMN", help="The column with the numbers (phone, number ...).")
@click.option("--sender", metavar="NAME", help="The sender of each row's message.")
@click.option("--at", metavar="COLUMN", help="The column that says when each row's message goes.")
@click.option("--local", is_flag=True, help="The times of --at are meant where the recipient is.")
@click.option(
    "--hours", metavar="FROM-TO", help="Send between these hours of the recipient's day, such as 10-20."
)
@click.option("--zones", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="A table of prefixes and their hours from Moscow: '7916,0' a line.")  # fmt: skip
@click.option("--elsewhere", type=click.IntRange(-15, 11), metavar="HOURS",
              help="The zone, in hours from Moscow, of numbers that may be anywhere.")  # fmt: skip
@click.option("--stop", multiple=True, metavar="SOURCE", help="Numbers that nothing is sent to, one a line.")
@click.option("--same", type=click.Choice(["text", "number"]), default="text", show_default=True,
              help="What makes a message a duplicate: number and text, or the number alone.")  # fmt: skip
@click.option("--name", metavar="NAME", help="The ids of the requests begin with it; one is made up.")
@click.option("--most-lines", type=click.IntRange(1), default=1000, show_default=True, help="Of one request.")
@click.option("--skip-wrong", is_flag=True, help="Leave out lines that cannot be sent, in place of stopping.")
@encoding_option("The files' encoding (UTF-8, or windows-1251 where it is not that).")
@where_options
def command(
    sources: tuple[str, ...], into: str, stop: tuple[str, ...], name: str | None, skip_wrong: bool,
    encoding: str | None, scheduler: str | None, workers: int | None, memory: str, **given: Any,
) -> int:  # fmt: skip
    """Make shards of lists and tables: a folder that 'big send' sends.

    \b
    Examples:
      smsc-codec big prepare july/*.list.gz --into s3://mailings/july --hours 10-20 --elsewhere 0
      smsc-codec big prepare clients.parquet --template '{name}, your order is ready' --stop never.txt --into july/

    Exit codes: 0 all is prepared, 1 nothing is, or some messages are set apart, 2 usage.
    """
    from smsc_codec.cli import CLEAN, FINDINGS
    from smsc_codec.compose.rows import mailing_from
    from smsc_codec_dask.engine import engine
    from smsc_codec_dask.prepare.pieces import numbers_in, pieces_of
    from smsc_codec_dask.prepare.run import Sources, WrongLines, prepare
    from smsc_codec_dask.progress import Progress
    from smsc_codec_dask.sources import find
    from smsc_codec_dask.sources.tables import Filling

    filling = None
    if given["template"] is not None:
        filling = Filling(given["template"], given["to"], given["sender"], given["at"])
    elif any(given[one] for one in ("to", "sender", "at", "local")):
        raise click.UsageError("--to, --sender, --at and --local are for tables: they go with --template")
    try:
        with errors_in_words():
            rules = _rules(given)
            if filling is not None:
                mailing_from([], filling.template)  # a template that is none is told before anything is read
            found, stopped = find(sources), find(stop)
            with (
                engine(scheduler, workers=workers, memory=memory) as cluster,
                Progress("prepare", sum(one.size for one in (*found, *stopped))) as progress,
            ):
                try:
                    made = prepare(
                        cluster,
                        into,
                        Sources(pieces_of(cluster, found, encoding, filling), sum(one.size for one in found)),
                        rules,
                        stops=Sources(numbers_in(cluster, stopped, encoding), 0),
                        name=name,
                        skip_wrong=skip_wrong,
                        done=progress.done,
                    )
                except WrongLines as error:
                    _name_wrong(error)
                    raise
    except Ended as end:
        return end.code
    _tell(made, rules)
    return FINDINGS if made.apart else CLEAN


def _rules(given: dict[str, Any]) -> Rules:
    from smsc_codec.diagnostics import ParseError
    from smsc_codec.payloads.schedule.model import Time, Window
    from smsc_codec.payloads.schedule.read import read_parameters
    from smsc_codec_dask.prepare.cutting import Rules
    from smsc_codec_dask.prepare.zones import read_table

    hours: Window | None = None
    said: Time | None = None
    if given["hours"] is not None:
        with suppress(ParseError):
            said = read_parameters({"time": given["hours"]}).time
        if not isinstance(said, Window) or said.end <= said.start:
            raise click.UsageError("--hours: expected two hours of one day, such as 10-20")
        hours = said
        if given["at"] is not None:
            raise click.UsageError("--hours and --at both say when: one of them")
    zones = {}
    if given["zones"] is not None:
        with open(given["zones"], encoding="utf-8") as file:
            zones = read_table(file)
    return Rules(
        same=given["same"], hours=hours, local=given["local"], zones=zones, elsewhere=given["elsewhere"],
        most_lines=given["most_lines"],
    )  # fmt: skip


def _name_wrong(of: Any) -> None:
    from smsc_codec.cli import terminal

    for one in of.named:
        terminal.say(f"{one.file}:{one.number}: {one.reason}")


def _tell(made: Prepared, rules: Rules) -> None:
    from smsc_codec.cli import terminal

    if made.wrong:
        _name_wrong(made)
        terminal.say(f"{made.wrong} lines cannot be sent, and were left out")
    if made.apart:
        hours = rules.hours
        between = f"between {hours.start} and {hours.end}" if hours is not None else "known"
        terminal.say(
            f"{made.apart} messages are set apart, in apart/: where their recipients may be there is no hour that is "
            f"{between} for sure. --zones FILE says where they are, --elsewhere HOURS takes one zone for all of them"
        )
        for prefix, count in made.prefixes.items():
            terminal.say(f"  {count} to numbers that begin with {prefix}")
    show(made)
