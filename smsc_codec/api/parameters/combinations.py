"""What the parameters of one sending must be together (REQ-4, PAR-5, PAR-14, PAR-19, PFX-1 .. PFX-3)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from smsc_codec.api import multipart
from smsc_codec.api.operations.send import Send
from smsc_codec.api.parameters.table import Oddity, missing
from smsc_codec.diagnostics import BuildError, Problem, Severity, Span
from smsc_codec.payloads.message.attachments import misfits
from smsc_codec.payloads.message.channels import CHANNELS
from smsc_codec.payloads.phones import MAX_DIGITS, international
from smsc_codec.payloads.recipients.model import Email, TelegramId, TelegramName
from smsc_codec.payloads.schedule.model import At
from smsc_codec.text.parts import MOST_PARTS

#: PAR-5.
LONGEST_NAME = 11
_NAME = re.compile(r"[ -~]{1,11}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PROBES = ("ping", "hlr")
#: Which recipients need which way of sending (PAR-2, BEY-7).
_WAYS: dict[type, tuple[str, str]] = {
    Email: ("mail", "an e-mail address"),
    TelegramName: ("tg", "a name in Telegram"),
    TelegramId: ("tg", "an id in Telegram"),
}


def _odd(parameter: str, message: str, kind: str, *expected: str, severity: Severity | None = None) -> Oddity:
    return Oddity(parameter, Problem(message, Span(0, 0), kind, expected, severity=severity))


def oddities(send: Send, given: Container[str] | None = None) -> Iterator[Oddity]:
    """What is wrong with a sending as a whole; those with a severity do not keep it from being sent.

    `given` are the parameters of a request that was received: what is there but makes no sense is not missing.
    """
    yield from _files(send, received=given is not None)
    given = () if given is None else given
    yield from _content(send, given)
    yield from _channel(send, given)
    yield from _sender(send)
    yield from _company(send)


def _content(send: Send, given: Container[str]) -> Iterator[Oddity]:
    """REQ-4: recipients with a text, or a list."""
    texts = [
        name
        for name, value in (("message", send.message), ("binary", send.binary), ("push", send.push))
        if value is not None
    ]
    if send.list is not None:
        for name in (*(["phones"] if send.phones else []), *(["mes"] if texts else [])):
            yield _odd(
                name,
                f"'{name}' beside 'list', which says it for each message",
                "list-conflict",
                "one of them",
            )
        if not send.list.lines:
            yield _odd(
                "list", "a list without a message", "missing-parameter", "a line such as 79990000000:text"
            )
        if send.files or send.binary is not None:
            yield _odd("list", "a list holds texts only", "list-conflict", "'mes'")
        return
    if send.nl:
        yield _odd("nl", "'nl' is for a list", "unused-parameter", "'list='", severity="warning")
    if "list" in given and not send.phones:
        return  # a list that makes no sense is told of where it is read
    if (send.phones is None or not send.phones.items) and "phones" not in given:
        yield Oddity("phones", missing("phones"))
    if len(texts) > 1:
        yield _odd(
            texts[1], f"{' and '.join(texts)} are two texts of one message", "content-conflict", "one of them"
        )
    if texts or send.channel in _PROBES or "mes" in given:
        return
    if send.channel in ("call", "viber") and (send.fileurl is not None or send.files):
        return
    if send.channel == "mms" and not send.subj:
        yield _odd("mes", "an MMS without a text and a subject", "mms-no-text", "'mes=' or 'subj='")
    elif send.channel not in ("mms", "mail"):  # what an e-mail needs is told of below
        yield Oddity("mes", missing("mes"))


def _channel(send: Send, given: Container[str]) -> Iterator[Oddity]:
    """What one way of sending needs, and what means nothing there."""
    prefix = send.message.channel if send.message else None
    if prefix and send.channel not in ("sms", prefix):
        yield _odd(
            "mes",
            f"the prefix says '{prefix}', the request says '{send.channel}=1'",
            "prefix-flag-conflict",
            "one of them",
        )
    channel = send.channel if send.channel != "sms" else prefix or "sms"
    if channel in _PROBES and ((send.message and not prefix) or send.binary or send.push):
        yield _odd("mes", f"'{channel}' uses no text", "unused-parameter", "no 'mes'")
    if channel not in ("sms", "flash") and (send.binary is not None or send.push is not None):
        what = "bin" if send.binary is not None else "push"
        yield _odd(what, f"'{what}' and '{channel}' exclude each other", "channel-conflict", "one of them")
    if channel == "mail":
        absent = [
            name
            for name, there in (
                ("subj", send.subj),
                ("mes", send.message or "mes" in given),
                ("sender", send.sender),
            )
            if not there
        ]
        if absent and send.list is None:
            told = " and ".join(f"'{name}'" for name in absent)
            yield _odd(
                absent[0], f"an e-mail without {told}", "mail-incomplete", *(f"'{name}='" for name in absent)
            )
    elif send.subj is not None and channel != "mms":
        yield _odd("subj", "a subject is for MMS and e-mail", "unused-parameter", severity="warning")
    if channel != "call":
        for name, value in (("voice", send.voice), ("param", send.param)):
            if value is not None:
                yield _odd(
                    name,
                    f"'{name}' is for calls: it is ignored",
                    "unused-parameter",
                    "'call=1'",
                    severity="warning",
                )
    for item in send.phones.items if send.phones else ():
        way, what = _WAYS.get(type(item), ("", ""))
        if way and channel != way:
            yield _odd("phones", f"{what} is no recipient of this", "recipient-channel", f"'{way}=1'")
            break


def _sender(send: Send) -> Iterator[Oddity]:
    """PAR-5: a name, a phone number for a call, an address for an e-mail."""
    sender = send.sender
    if sender is None:
        return
    channel = send.channel if send.channel != "sms" or not send.message else send.message.channel or "sms"
    if channel == "mail":
        if not _MAIL.fullmatch(sender):
            yield _odd(
                "sender",
                "the sender of an e-mail is an address",
                "sender-invalid",
                "an address such as alex@example.org",
            )
    elif sender.isascii() and sender.isdigit():
        if len(sender) > MAX_DIGITS:
            yield _odd(
                "sender", f"a sender of {len(sender)} digits", "sender-invalid", f"up to {MAX_DIGITS} digits"
            )
    elif international(sender) is not None:
        return  # with a plus or marks
    elif not _NAME.fullmatch(sender):
        told = f"up to {LONGEST_NAME} Latin letters, digits and signs, or up to {MAX_DIGITS} digits"
        yield _odd("sender", "this cannot be a sender", "sender-invalid", told)
    if channel == "call" and international(sender) is None:
        yield _odd(
            "sender",
            "the sender of a call is a phone number",
            "sender-not-number",
            "a phone number",
            severity="info",
        )


def _files(send: Send, *, received: bool) -> Iterator[Oddity]:
    """FIL-5 .. FIL-8: what becomes of files that are too many or too big.

    The service takes a request whose files it drops (FIL-7); building one is an error, since nothing is lost silently.
    """
    if not send.files:
        return
    for index, file in enumerate(send.files) if received else ():
        try:
            multipart.head(multipart.Part("file", b"", file.name, file.media))
        except BuildError as error:
            yield _odd(f"files[{index}]", f"the name of a file {error.reason}", "attachments")
    name = send.channel if send.channel != "sms" or not send.message else send.message.channel or "sms"
    if name == "tg":
        return  # of whose files the page says nothing
    for misfit in misfits(CHANNELS[name], [len(file.data) for file in send.files]):
        taken = misfit.fate == "links" or (received and misfit.fate == "dropped")
        severity: Severity | None = "warning" if taken else None
        yield _odd(f"files[{misfit.index}]", misfit.reason, "attachments", misfit.allowed, severity=severity)


def _company(send: Send) -> Iterator[Oddity]:
    """PAR-9, PAR-19: parameters that go together."""
    if send.maxsms is not None and send.maxsms > MOST_PARTS:
        told = f"a message has at most {MOST_PARTS} parts (3GPP TS 23.040): a larger 'maxsms' limits nothing"
        yield _odd("maxsms", told, "unused-parameter", f"1 to {MOST_PARTS}", severity="warning")
    if send.imgcode is not None and send.userip is None:
        yield _odd("imgcode", "'imgcode' goes together with 'userip'", "missing-parameter", "'userip='")
    lines = send.list.lines if send.list is not None else ()
    if any(line.tz is not None for line in lines) and not isinstance(
        send.schedule.time, At
    ):  # BEY-8, unconfirmed
        told = "the zones in this list act only beside a time with a date"
        yield _odd("list", told, "list-zone", "'time=DDMMYYhhmm'", severity="info")
    if send.schedule.freq is not None and send.schedule.period is None:
        yield _odd(
            "freq",
            "'freq' without 'period' is ignored",
            "freq-without-period",
            "'period='",
            severity="warning",
        )
