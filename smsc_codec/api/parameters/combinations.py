"""What the parameters of one sending must be together (REQ-4, PAR-5, PAR-14, PAR-19, PFX-1 .. PFX-3)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from smsc_codec.api.operations.send import Send, has_whatsapp_number
from smsc_codec.api.parameters import attachments, listed
from smsc_codec.api.parameters.messages import how_it_goes, is_wordless, needs_no_text, prefix_conflict
from smsc_codec.api.parameters.table import Oddity, missing
from smsc_codec.diagnostics import Problem, Severity, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.message.words import PROBES, speaks
from smsc_codec.payloads.param import read as read_settings
from smsc_codec.payloads.phones import MAX_DIGITS, international
from smsc_codec.payloads.recipients.model import Email, Phone, TelegramId, TelegramName
from smsc_codec.payloads.schedule.model import At
from smsc_codec.text.parts import MOST_PARTS

#: PAR-5.
LONGEST_NAME = 11
_NAME = compiled(r"[ -~]{1,11}")
_MAIL = compiled(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: Which recipients need which way of sending (PAR-2, BEY-7).
_WAYS: dict[type, tuple[str, str]] = {
    Email: ("mail", "an e-mail address"),
    TelegramName: ("tg", "a Telegram name"),
    TelegramId: ("tg", "a Telegram id"),
}


def _odd(parameter: str, message: str, kind: str, *expected: str, severity: Severity | None = None) -> Oddity:
    return Oddity(parameter, Problem(message, Span(0, 0), kind, expected, severity=severity))


def oddities(
    send: Send, given: Container[str] | None = None, place: Callable[[int], Span] | None = None
) -> Iterator[Oddity]:
    """What is wrong with a sending as a whole; those with a severity do not keep it from being sent.

    `given` are the parameters of a request that was received: what is there but makes no sense is not missing.
    `place` tells where a message of its list stands.
    """
    yield from listed.oddities(send, place)
    yield from attachments.oddities(send, how_it_goes(send), received=given is not None)
    given = () if given is None else given
    yield from _content(send, given)
    yield from _channel(send, given)
    yield from _sender(send)
    yield from _company(send)


#: What is told of a parameter that a list says for each of its messages.
BY_LIST = "cannot be used with 'list', which sets it for each message"


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
                f"'{name}' {BY_LIST}",
                "list-conflict",
                "only one of them",
            )
        if not send.list.lines and not given:  # of a list that was read its own problems are told
            yield _odd(
                "list", "the list has no messages", "missing-parameter", "a line such as 79990000000:text"
            )
        if send.files or send.binary is not None:
            yield _odd("list", "a list can contain only texts", "list-conflict", "'mes'")
        return
    if send.nl:
        yield _odd("nl", "'nl' works only with 'list'", "unused-parameter", "'list='", severity="warning")
    if (send.phones is None or not send.phones.items) and "phones" not in given:
        yield Oddity("phones", missing("phones"))
    if len(texts) > 1:
        yield _odd(
            texts[1],
            f"one message cannot have two texts: {' and '.join(texts)}",
            "content-conflict",
            "only one of them",
        )
    wordless = is_wordless(send)
    if needs_no_text(send) or (not wordless and (texts or "mes" in given)):
        return
    channel = how_it_goes(send)
    if channel == "mms":
        yield _odd("mes", "an MMS needs a text or a subject", "mms-no-text", "'mes=' or 'subj='")
    elif channel != "mail":  # what an e-mail needs is told of below
        if wordless:
            yield _odd("mes", "the message has no text", "missing-parameter", "a text")
        else:
            yield Oddity("mes", missing("mes"))


def _says(text: str | None) -> bool:
    """Whether a text is more than blanks."""
    return text is not None and bool(text.strip())


def _channel(send: Send, given: Container[str]) -> Iterator[Oddity]:
    """What one way of sending needs, and what means nothing there."""
    yield from prefix_conflict(send)
    channel = how_it_goes(send)
    if channel in PROBES and send.list is not None:
        told = f"'{channel}' does not use the texts of 'list'"
        yield _odd("list", told, "unused-parameter", "'phones='", severity="warning")
    if channel in PROBES and ((send.message and not send.message.channel) or send.binary or send.push):
        yield _odd("mes", f"'{channel}' sends no text", "unused-parameter", "no 'mes'")
    if channel not in ("sms", "flash") and (send.binary is not None or send.push is not None):
        what = "bin" if send.binary is not None else "push"
        yield _odd(
            what, f"'{what}' and '{channel}' cannot be used together", "channel-conflict", "only one of them"
        )
    if has_whatsapp_number(send) and channel != "whatsapp":
        yield _odd("bot", f"'bot' and '{channel}' cannot be used together", "channel-conflict", "one of them")
    if channel == "mail":
        yield from _mail(send, given)
    elif send.subj is not None and channel != "mms":
        yield _odd("subj", "only MMS and e-mail have a subject", "unused-parameter", severity="warning")
    if channel != "call" and not any(line.text.startswith("__CALL__:") for line in _lines(send)):
        for name, value in (("voice", send.voice), ("param", send.param)):
            if value is not None:
                told = f"'{name}' works only for calls: here it is ignored"
                yield _odd(name, told, "unused-parameter", "'call=1'", severity="warning")
    elif send.param is not None and send.message and read_settings(send.message.comment or ""):
        told = "the call settings are given twice: in 'param' and after the text"
        yield _odd("param", told, "repeated-parameter", "only one of them", severity="warning")
    yield from _recipients(send, channel)


def _lines(send: Send) -> tuple[Line, ...]:
    return () if send.list is None else send.list.lines


def _mail(send: Send, given: Container[str]) -> Iterator[Oddity]:
    """PAR-14: an e-mail has a subject, a text and a sender; in a list each line may have a sender of its own."""
    lines = _lines(send)
    absent = [
        name
        for name, there in (
            ("subj", _says(send.subj)),
            (
                "mes",
                speaks(send.message, "mail") if send.message else lines or "mes" in given or "list" in given,
            ),
            ("sender", send.sender or (lines and all(line.sender for line in lines))),
        )
        if not there
    ]
    if absent:
        told = " and ".join(f"'{name}'" for name in absent)
        yield _odd(
            absent[0],
            f"missing from the e-mail: {told}",
            "mail-incomplete",
            *(f"'{name}='" for name in absent),
        )
    odd = next((line.sender for line in lines if line.sender and not _MAIL.fullmatch(line.sender)), None)
    if odd is not None:
        yield _odd("list", f"the sender of an e-mail must be an address, not '{odd}'", "list-sender")


def _recipients(send: Send, channel: str) -> Iterator[Oddity]:
    """PAR-2, BEY-7: whom a channel reaches."""
    for item in send.phones.items if send.phones else ():
        way, what = _WAYS.get(type(item), ("", ""))
        if way and channel != way:
            yield _odd("phones", f"{what} cannot receive this message", "recipient-channel", f"'{way}=1'")
            break
        if channel == "mail" and isinstance(item, Phone):
            told = "an e-mail cannot be sent to a phone number"
            yield _odd("phones", told, "recipient-channel", "an e-mail address", "no 'mail=1'")
            break
    for line in _lines(send):
        # LST020 tells of it at its place.
        if channel == "mail" and any("@" not in phone and phone[0] not in "Gg" for phone in line.phones):
            yield _odd(
                "list", "an e-mail cannot be sent to a phone number", "list-recipient", "an e-mail address"
            )
            break
        if channel != "mail" and any("@" in phone for phone in line.phones):
            yield _odd("list", "an e-mail address cannot receive this message", "list-recipient", "'mail=1'")
            break


def _sender(send: Send) -> Iterator[Oddity]:
    """PAR-5: a name, a phone number for a call, an address for an e-mail."""
    if send.sender is not None:
        yield from senders(send.sender, how_it_goes(send))


def senders(sender: str, channel: str) -> Iterator[Oddity]:
    """What is wrong with a sender, by the channel that it sends through."""
    if channel == "mail":
        if not _MAIL.fullmatch(sender):
            yield _odd(
                "sender",
                "the sender of an e-mail must be an address",
                "sender-invalid",
                "an address such as alex@example.org",
            )
    elif sender.isascii() and sender.isdigit():
        if len(sender) > MAX_DIGITS:
            yield _odd(
                "sender",
                f"the sender is too long: {len(sender)} digits",
                "sender-invalid",
                f"up to {MAX_DIGITS} digits",
            )
    elif international(sender) is not None:
        return  # with a plus or marks
    elif not _NAME.fullmatch(sender):
        told = f"up to {LONGEST_NAME} Latin letters, digits and symbols, or up to {MAX_DIGITS} digits"
        yield _odd("sender", "this is not a valid sender", "sender-invalid", told)
    if channel == "call" and international(sender) is None:
        yield _odd(
            "sender",
            "the sender of a call must be a phone number",
            "sender-not-number",
            "a phone number",
            severity="info",
        )


def _company(send: Send) -> Iterator[Oddity]:
    """PAR-9, PAR-19: parameters that go together."""
    if send.maxsms is not None and send.maxsms > MOST_PARTS:
        told = f"a message has at most {MOST_PARTS} parts: a larger 'maxsms' has no effect"
        yield _odd("maxsms", told, "unused-parameter", f"1 to {MOST_PARTS}", severity="warning")
    if send.imgcode is not None and send.userip is None:
        yield _odd("imgcode", "'imgcode' needs 'userip'", "missing-parameter", "'userip='")
    if any(line.tz is not None for line in _lines(send)) and not isinstance(
        send.schedule.time, At
    ):  # BEY-8, unconfirmed
        told = "time zones in a list work only when 'time' has a date"
        yield _odd("list", told, "list-zone", "'time=DDMMYYhhmm'", severity="info")
    if send.schedule.freq is not None and send.schedule.period is None:
        yield _odd(
            "freq",
            "'freq' without 'period' is ignored",
            "freq-without-period",
            "'period='",
            severity="warning",
        )
