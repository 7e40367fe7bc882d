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
    "channel": "sms", "sender": None, "when": None, "id_": None, "subj": None, "valid": None, "tz": None,
    "translit": 0, "maxsms": None, "voice": None, "param": None, "fileurl": None, "attach": (),
}  # fmt: skip

_OPTIONS = (
    click.option("--channel", type=click.Choice(get_args(Channel)), default="sms", show_default=True,
                 help="How it is sent."),
    click.option("--call", "channel", flag_value="call", help="The same as --channel call."),
    click.option("--sender", help="The name, number or address that is shown as the sender."),
    click.option("--subj", help="The subject of an e-mail or MMS."),
    click.option("--time", "when", help="When: 31.01.26 09:00, 9-18, +30 ..."),
    click.option("--tz", help="The zone that --time is meant in, in hours from Moscow time."),
    click.option("--valid", metavar="HOURS|HH:MM", help="How long an operator tries to deliver it."),
    click.option("--id", "id_", help="The message's id; one is made up where none is said."),
    click.option("--translit", type=click.IntRange(0, 2), default=0,
                 help="Write it in Latin letters: 1 'translit', 2 'mpaHc/Ium'."),
    click.option("--maxsms", type=click.IntRange(1), help="The most parts; the service cuts the rest off."),
    click.option("--voice", help="The voice of a call: m, m2, m3, m4, w, w2, w3, w4."),
    click.option("--param", metavar="W,I,N",
                 help="How a call is dialled: seconds to wait, seconds between attempts, attempts."),
    click.option("--fileurl", metavar="URL", help="A file that the service fetches and sends with it."),
    click.option("--attach", multiple=True, type=click.Path(), metavar="FILE",
                 help="A file that is sent with it, in the order of '<file 1>', '<file 2>' in the text."),
)  # fmt: skip


def said_options(command: F) -> F:
    """All of them, on a command, which gets them by the names of `UNSAID`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def said(given: Mapping[str, Any]) -> Send:
    """What the options say. Ends the command where one of them says nothing that can be understood."""
    times = {name: given[option] for name, option in (("time", "when"), ("tz", "tz"), ("valid", "valid"))}
    with errors_in_words("--time, --tz, --valid"):
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
