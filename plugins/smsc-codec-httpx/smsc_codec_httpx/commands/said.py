"""What the options of `send` say of a message, beside its text and its recipients."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

import click

from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import Channel, Upload
from smsc_codec.api.parameters.message_id import plain
from smsc_codec.cli import files
from smsc_codec.payloads import voice
from smsc_codec.payloads.schedule.read import read_parameters
from smsc_codec.payloads.voice.model import Param, Voice
from smsc_codec_httpx.commands.common import errors_in_words

F = TypeVar("F", bound=Callable[..., Any])

#: The options with what they are where nothing is said.
UNSAID: Mapping[str, Any] = {
    "channel": "sms", "bin_": None, "push": False, "sender": None, "when": None, "id_": None, "subj": None,
    "valid": None, "tz": None, "period": None, "freq": None, "translit": 0, "tinyurl": False, "maxsms": None,
    "voice": None, "param": None, "fileurl": None, "attach": (), "cost": 0, "err": False, "op": False,
    "imgcode": None, "userip": None, "pp": None,
}  # fmt: skip

_OPTIONS = (
    click.option("--channel", type=click.Choice(get_args(Channel)), default="sms", show_default=True,
                 help="How it is sent."),
    click.option("--call", "channel", flag_value="call", help="The same as --channel call."),
    click.option("--bin", "bin_", type=click.IntRange(1, 2),
                 help="The text is a binary message in hexadecimal digits: 1 sends its octets, 2 the digits."),
    click.option("--push", is_flag=True, help="The text is an address and, on its next line, a title: a WAP push."),
    click.option("--sender", help="The name, number or address that is shown as the sender."),
    click.option("--subj", help="The subject of an e-mail or MMS."),
    click.option("--time", "when", help="When: 31.01.26 09:00, 9-18, +30 ..."),
    click.option("--tz", help="The zone that --time is meant in, in hours from Moscow time."),
    click.option("--valid", metavar="HOURS|HH:MM", help="How long an operator tries to deliver it."),
    click.option("--period", metavar="HOURS", help="Spread the messages of a list over so many hours."),
    click.option("--freq", metavar="MINUTES", help="With --period: how often some of them go."),
    click.option("--id", "id_", help="The message's id; one is made up where none is said."),
    click.option("--translit", type=click.IntRange(0, 2), default=0,
                 help="Write it in Latin letters: 1 'translit', 2 'mpaHc/Ium'."),
    click.option("--tinyurl", is_flag=True, help="Shorten the links in the text."),
    click.option("--maxsms", type=click.IntRange(1), help="The most parts; the service cuts the rest off."),
    click.option("--voice", help="The voice of a call: m, m2, m3, m4, w, w2, w3, w4."),
    click.option("--param", metavar="W,I,N",
                 help="How a call is dialled: seconds to wait, seconds between attempts, attempts."),
    click.option("--fileurl", metavar="URL", help="A file that the service fetches and sends with it."),
    click.option("--attach", multiple=True, type=click.Path(), metavar="FILE",
                 help="A file that is sent with it, in the order of '<file 1>', '<file 2>' in the text."),
    click.option("--cost", type=click.IntRange(0, 3), default=0,
                 help="1 asks for the price and sends nothing; 2 sends and tells the cost, 3 the balance, too."),
    click.option("--err", is_flag=True, help="The reply lists the wrong numbers."),
    click.option("--op", is_flag=True, help="The reply lists every number, with its operator and price."),
    click.option("--imgcode", metavar="CODE", help="What somebody typed from an image; goes with --userip."),
    click.option("--userip", metavar="ADDRESS", help="The IP address that the account's daily limit is for."),
    click.option("--pp", metavar="ID", help="The partner who referred the account, for this request."),
)  # fmt: skip


def said_options(command: F) -> F:
    """All of them, on a command, which gets them by the names of `UNSAID`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def said(given: Mapping[str, Any]) -> Send:
    """What the options say. Ends the command where one of them says nothing that can be understood."""
    options = {"time": "when"} | {name: name for name in ("tz", "valid", "period", "freq")}
    times = {name: given[option] for name, option in options.items()}
    with errors_in_words("--time, --tz, --valid, --period, --freq"):
        schedule = read_parameters({name: text for name, text in times.items() if text is not None})
    return Send(
        channel=given["channel"],
        sender=given["sender"],
        subj=given["subj"],
        schedule=schedule,
        id=None if given["id_"] is None else plain(given["id_"]),
        translit=given["translit"],
        maxsms=given["maxsms"],
        voice=_setting("--voice", given["voice"], Voice),
        param=_setting("--param", given["param"], Param),
        fileurl=given["fileurl"],
        files=tuple(map(_upload, given["attach"])),
        **{name: given[name] for name in ("tinyurl", "cost", "err", "op", "imgcode", "userip", "pp")},
    )


def _setting(option: str, text: str | None, kind: type) -> Any:
    if text is None:
        return None
    with errors_in_words(option):
        value = voice.parse(text)
    if not isinstance(value, kind):
        raise click.UsageError(f"{option}: this is no {kind.__name__.lower()}")
    return value


def _upload(path: str) -> Upload:
    with errors_in_words(path), files.opened(path) as file:
        return Upload(os.path.basename(path), file.read())
