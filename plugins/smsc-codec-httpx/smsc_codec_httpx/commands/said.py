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
                 help="The text is a binary message in hexadecimal digits: 1 sends octets, 2 sends the digits."),
    click.option("--push", is_flag=True, help="The text is a WAP push: a link and, on the next line, a title."),
    click.option("--sender", help="The name, number or address that is shown as the sender."),
    click.option("--subj", help="The subject of an e-mail or MMS."),
    click.option("--time", "when", help="When: 31.01.26 09:00, 9-18, +30 ..."),
    click.option("--tz", help="The time zone of --time, in hours from Moscow time."),
    click.option("--valid", metavar="HOURS|HH:MM", help="How long an operator tries to deliver it."),
    click.option("--period", metavar="HOURS", help="Spread the messages of a list over this many hours."),
    click.option("--freq", metavar="MINUTES", help="With --period: send a portion every so many minutes."),
    click.option("--id", "id_", help="The message's id; without it one is made."),
    click.option("--translit", type=click.IntRange(0, 2), default=0,
                 help="Write the text in Latin letters: 1 'translit', 2 'mpaHc/Ium'."),
    click.option("--tinyurl", is_flag=True, help="Shorten the links in the text."),
    click.option("--maxsms", type=click.IntRange(1), help="The most parts to send; the service cuts off the rest."),
    click.option("--voice", help="The voice of a call: m, m2, m3, m4, w, w2, w3, w4."),
    click.option("--param", metavar="W,I,N",
                 help="How to dial: seconds to wait, seconds between attempts, attempts."),
    click.option("--fileurl", metavar="URL", help="The address of a file that the service adds to the message."),
    click.option("--attach", multiple=True, type=click.Path(), metavar="FILE",
                 help="A file to send with the message; the text names them as '<file 1>', '<file 2>'."),
    click.option("--cost", type=click.IntRange(0, 3), default=0,
                 help="1 shows the price and sends nothing; 2 sends and shows the cost; 3 also shows the balance."),
    click.option("--err", is_flag=True, help="The reply lists the wrong numbers."),
    click.option("--op", is_flag=True, help="The reply lists every number, with its operator and price."),
    click.option("--imgcode", metavar="CODE", help="The code that a visitor typed from an image; needs --userip."),
    click.option("--userip", metavar="ADDRESS", help="The visitor's IP address, for the account's daily limit."),
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
        raise click.UsageError(f"{option}: this is not a {kind.__name__.lower()}")
    return value


def _upload(path: str) -> Upload:
    with errors_in_words(path), files.opened(path) as file:
        return Upload(os.path.basename(path), file.read())
