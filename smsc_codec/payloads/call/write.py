"""Transcript to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.call.model import (
    POLICIES,
    Anything,
    Call,
    Given,
    Hear,
    Leave,
    Nothing,
    Notify,
    Pattern,
    Record,
    Sms,
    Step,
    Transcript,
    Unread,
)
from smsc_codec.payloads.call.quotes import quoted
from smsc_codec.payloads.call.read import Comment, Header, lines, read
from smsc_codec.payloads.conform import conform


def build(transcript: Transcript) -> str:
    """The text of `transcript`, which reads back equal. Raises BuildError, which names the field."""
    transcript = conform(transcript, Transcript)
    text = "\n".join(_lines(transcript))
    back = read(text)
    if back.problems or back.value != transcript:
        raise BuildError(_difference(transcript, back.value), "would not read back as the same value")
    return text


def _lines(transcript: Transcript) -> Iterator[str]:
    for name in ("menu", *POLICIES):
        field = name.replace("-", "_")
        value = getattr(transcript, field)
        if value is not None:
            yield line(Header(field, _text(value, field)))
    if transcript.steps and any(getattr(transcript, name) is not None for name in _FIELDS):
        yield ""
    for number, step in enumerate(transcript.steps):
        made = line(step)
        _text(made, f"steps[{number}]")
        if not is_sayable(step):
            raise BuildError(f"steps[{number}]", _reason(step))
        yield made


def is_sayable(step: Step) -> bool:
    """Whether the line of a step reads back as that step alone."""
    back = read(line(step))
    return not back.problems and back.value.steps == (step,)


_FIELDS = ("menu", *(name.replace("-", "_") for name in POLICIES))


def _difference(mine: Transcript, back: Transcript) -> str:
    return next((name for name in _FIELDS if getattr(mine, name) != getattr(back, name)), "steps")


def _text(text: str, field: str) -> str:
    if "\n" in text or "\r" in text:
        raise BuildError(field, "contains a line break: every step is one line")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        told = f"contains half of a character (U+{code:04X}), which cannot be sent"
        raise BuildError(field, told) from None
    return text


def _reason(step: Step) -> str:
    match step:
        case Given():
            return "one of the keys 0 to 9, * and #, or what came of it, such as 'no answer'"
        case Call():
            return "phone numbers, and a wait of 0 to 999 seconds"
        case Sms():
            return "a phone number, a sender that is not empty, and a text of parts with anything between"
        case Notify():
            return "an http(s) address without blanks, '}' and '>'"
        case Record():
            return "a whole number of seconds from 0"
    return "a text of parts with anything between"


def line(says: Comment | Header | Step) -> str:
    """One line in canonical layout, unchecked."""
    match says:
        case Comment(text):
            return text
        case Header(field, value):
            return f"{field.replace('_', '-')}: {value}"
        case Given(what):
            return f"< {what}"
        case Anything():
            return "> ..."
        case Nothing():
            return "> nothing"
        case Hear(text):
            return f"> hear{_pattern(text)}"
        case Leave(text):
            return f"> leave{_pattern(text)}"
        case Sms(phone, sender, text):
            to = f" {phone}" if phone is not None else ""
            by = f" from {quoted(sender)}" if sender is not None else ""
            return f"> sms{to}{by}{_pattern(text)}"
        case Call(phones, wait, record):
            to = f" {', '.join(phones)}" if phones else ""
            seconds = f" wait {wait}" if wait is not None else ""
            return f"> call{to}{seconds}{' record' if record else ''}"
        case Notify(address):
            return f"> notify {address}" if address is not None else "> notify"
        case Record(seconds):
            return f"> record {seconds}" if seconds is not None else "> record"
        case Unread():
            return "> unread"


def _pattern(pattern: Pattern) -> str:
    return "".join(" ..." if part is None else f" {quoted(part)}" for part in pattern)


def layout(text: str) -> str:
    """The lines of a text that parses in canonical layout, comments and single blank lines among them."""
    made: list[str] = []
    end = 0
    for one in lines(text)[0]:
        assert one.says is not None
        if made and text.count("\n", end, one.start) > 1:
            made.append("")
        made.append(line(one.says))
        end = one.end
    return "\n".join(made) + "\n" if made else ""
