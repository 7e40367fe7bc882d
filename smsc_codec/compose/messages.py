"""One message: `say`, `call`, `mail`. A plain text never becomes a call, a button, a comment or another recipient."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from smsc_codec.api.operations.send import Channel, Send, Upload
from smsc_codec.diagnostics import WrongArgument
from smsc_codec.payloads import menu, message, recipients, schedule
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Recipient, Recipients
from smsc_codec.payloads.schedule.model import Schedule
from smsc_codec.payloads.voice.model import Name, Param, Voice

#: Who a message goes to: a text as `phones` has it, several such texts, or values of `recipients`.
To = str | Sequence[str] | Recipients
#: What is sent: a plain text, or a message with files, buttons or a comment.
What = str | Message

_EMPTY = Schedule()


def say(
    to: To,
    text: What | Menu,
    *,
    channel: Channel = "sms",
    sender: str | None = None,
    id: int | str | None = None,
    schedule: Schedule | str = _EMPTY,
    subj: str | None = None,
    maxsms: int | None = None,
    translit: Literal[0, 1, 2] = 0,
    tinyurl: bool = False,
    fileurl: str | None = None,
    files: Iterable[Upload] = (),
    voice: Name | Voice | None = None,
    param: Param | None = None,
    comment: str | None = None,
    cost: Literal[0, 1, 2, 3] = 0,
    err: bool = False,
    op: bool = False,
    pp: str | None = None,
) -> Send:
    """A message to some numbers, by SMS or by another `channel`.

    `sender` is the name that is shown (PAR-5); `id` is the message's own (PAR-4); `schedule` is when it goes, a value
    or a text such as `"01.01.27 12:00"` (TIM-1 .. TIM-6); `maxsms` cuts what is longer (PAR-18); `comment` is for your
    history only (CMT-1); `cost`, `err` and `op` ask for more in the reply (PAR-15, PAR-20). Raises ParseError for a
    `to` or `schedule` that says nothing, WrongArgument for what is no text at all. Whether it can be sent is checked
    when it is built.
    """
    if channel == "call" or isinstance(text, Menu):
        if channel not in ("sms", "call"):
            raise WrongArgument(
                "say", "channel", "a voice menu goes by call: leave the channel out, or say 'call'"
            )
        channel = "call"
    return Send(
        phones=whom("say", to),
        message=_message("say", text, comment),
        channel=channel,
        sender=sender,
        id=id,
        schedule=when("say", schedule),
        subj=subj,
        maxsms=maxsms,
        translit=translit,
        tinyurl=tinyurl,
        fileurl=fileurl,
        files=tuple(files),
        voice=_voice(voice),
        param=param,
        cost=cost,
        err=err,
        op=op,
        pp=pp,
    )


def call(
    to: To,
    text: What | Menu,
    *,
    voice: Name | Voice | None = None,
    param: Param | None = None,
    sender: str | None = None,
    id: int | str | None = None,
    schedule: Schedule | str = _EMPTY,
    files: Iterable[Upload] = (),
    comment: str | None = None,
) -> Send:
    """A call that speaks a text, or leads callers through a voice menu: `call("79990000000", menu.parse(source))`.

    `voice` is who speaks (PAR-12), `param` how long and how often it is dialled (PAR-13), `sender` the number that is
    shown (PAR-5). `files` are recordings that the text names by `<file n>`. Raises as `say` does; BuildError for a
    menu that cannot be written.
    """
    return Send(
        phones=whom("call", to),
        message=_message("call", text, comment),
        channel="call",
        voice=_voice(voice),
        param=param,
        sender=sender,
        id=id,
        schedule=when("call", schedule),
        files=tuple(files),
    )


def mail(
    to: To,
    subject: str,
    text: What,
    *,
    sender: str,
    id: int | str | None = None,
    schedule: Schedule | str = _EMPTY,
    files: Iterable[Upload] = (),
    comment: str | None = None,
) -> Send:
    """An e-mail: subject, text and the sender's address are all needed (PAR-14). Raises as `say` does."""
    return Send(
        phones=whom("mail", to),
        message=_message("mail", text, comment),
        channel="mail",
        subj=subject,
        sender=sender,
        id=id,
        schedule=when("mail", schedule),
        files=tuple(files),
    )


def whom(function: str, to: To) -> Recipients:
    """The recipients that a caller named. Raises ParseError for a text that names none, WrongArgument."""
    if isinstance(to, Recipients):
        return to
    if isinstance(to, str):
        return recipients.parse(to)
    example = '"79990000000"'
    if isinstance(to, int | float):
        raise WrongArgument(function, "to", f"a phone number is written as text, such as {example}", to)
    if not isinstance(to, Sequence | set | frozenset) or isinstance(to, bytes):
        raise WrongArgument(function, "to", f"a phone number as text, such as {example}, or several", to)
    items: list[Recipient] = []
    for one in to:
        if isinstance(one, Recipient):
            items.append(one)
        else:
            items += whom(function, one).items
    return Recipients(tuple(items))


def when(function: str, value: Schedule | str) -> Schedule:
    """When it goes. Raises ParseError for a text that is no time, WrongArgument."""
    if isinstance(value, str):
        return schedule.parse(value)
    if not isinstance(value, Schedule):
        raise WrongArgument(function, "schedule", 'a Schedule, or a time such as "01.01.27 12:00"', value)
    return value


def _voice(voice: Name | Voice | None) -> Voice | None:
    return Voice(voice) if isinstance(voice, str) else voice


def _message(function: str, text: What | Menu, comment: str | None) -> Message:
    if isinstance(text, Menu):
        text = message.read(menu.build(text)).value
    if isinstance(text, str):
        return Message(text, comment=comment)
    if not isinstance(text, Message):
        raise WrongArgument(function, "text", "a text, a Message or a Menu", text)
    if comment is not None:
        raise WrongArgument(
            function, "comment", "the message that is given has a comment of its own, or none"
        )
    return text
