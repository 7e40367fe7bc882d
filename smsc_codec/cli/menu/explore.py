"""`smsc-codec menu explore`: everything that callers can come to."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import click

from smsc_codec.cli import CLEAN, FINDINGS, USAGE, files, terminal
from smsc_codec.cli.discover import relative_name
from smsc_codec.cli.menu.source import config_option, menu_file, policy, policy_options, show_errors
from smsc_codec.cli.options import encoding_option
from smsc_codec.cli.trouble import show_unreadable
from smsc_codec.linter.registry import ConfigError

#: A longer menu is not explored under each of many policies: it would take minutes, and no service takes it.
MOST_UNDER_POLICIES = 20_000


def _price(ctx: click.Context, parameter: click.Parameter, said: str | None) -> Decimal | None:
    if said is None:
        return None
    try:
        price = Decimal(said.replace(",", "."))
    except InvalidOperation:
        price = Decimal("NaN")
    if not (price.is_finite() and 0 <= price < 1_000_000):
        raise click.BadParameter(f"'{said}' is not a price; expected a number such as 2.5")
    return price


@click.command("explore")
@click.argument("path", default="-", type=click.Path(), metavar="[FILE|-]")
@click.option(
    "--price", callback=_price, metavar="PER_MINUTE", help="The price of a minute: also show what calls cost."
)
@click.option("--policies", is_flag=True,
              help="Also show what is true however the service does what its documentation does not say.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Print words or one JSON object.")  # fmt: skip
@policy_options
@config_option
@encoding_option("The file's encoding.")
def command(
    path: str,
    price: Decimal | None,
    policies: bool,
    form: str,
    config: str | None,
    encoding: str | None,
    **said: str | None,
) -> int:
    """Show everything that can happen in a menu.

    Every state is visited. This shows each ending with its shortest keys and its shortest, median and longest time,
    without talks; places that cannot be left, with the keys that lead there; keys that nothing leads to; and
    numbers in the order in which they are dialled. The JSON Schema of --format json is
    docs/schemas/menu-explore.schema.json.

    \b
    Examples:
      smsc-codec menu explore main.menu
      smsc-codec menu explore --price 2.5 main.menu
      smsc-codec menu explore --policies --format json main.menu | jq .traps

    Exit codes: 0 explored; 1 callers get stuck or a key cannot be reached, or not all of the file could be read (what
    could be is explored); 2 usage or configuration.
    """
    name = relative_name(path)
    try:
        options = policy(config, said)
        file = menu_file(path, encoding)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    except files.Unreadable as error:
        return show_unreadable(name, error)
    if policies and len(file.text) > MOST_UNDER_POLICIES:
        reason = f"the menu has {len(file.text)} characters, and no more than {MOST_UNDER_POLICIES} are tried"
        terminal.say(f"--policies: {reason} under every policy (the service takes 1000)")
        return USAGE
    show_errors(file, config)
    from smsc_codec.payloads.menu.caller.explore import explore
    from smsc_codec.payloads.menu.caller.readings import Report, readings

    explored = explore(file.menu, options, price)
    held = readings(file.menu, options) if policies else None
    if form == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(Report.of(explored, file.whole, held)), indent=2))
    else:
        from smsc_codec.cli.menu.explored import lines

        for line in lines(file.name, explored, held, terminal.spoken):
            click.echo(terminal.plain(line))
    return CLEAN if file.whole and not explored.traps and not explored.dead_keys else FINDINGS
