"""Message to text: what is written reads back equal, or it is not written."""

from __future__ import annotations

import msgspec

from smsc_codec.diagnostics import BuildError, Problem, Span
from smsc_codec.payloads import length
from smsc_codec.payloads.message import macros
from smsc_codec.payloads.message.channels import CHANNELS
from smsc_codec.payloads.message.model import Button, Message, Part, Remote, Stored, Text, Uploaded
from smsc_codec.payloads.message.read import read, split
from smsc_codec.text.mark import MARK, pattern

#: Where fields stand that were never read.
_NOWHERE = Span(0, 0)


def write(message: Message) -> str:
    """The text of a message that `read` has made; nothing is checked."""
    parts = (message.text,) if isinstance(message.text, str) else message.text
    text = "".join(part if isinstance(part, str) else macros.write(part) for part in parts)
    prefix = CHANNELS[message.channel].prefix if message.channel else ""
    if prefix.endswith(":"):
        prefix += " "
    return f"{prefix}{text}{'' if message.comment is None else f'{MARK}{message.comment}'}"


def build(message: Message) -> str:
    """The text of `message`, which reads back equal.

    Raises BuildError, which names the field, for a value that cannot be said: a text that would be read as a
    macro, a prefix or a comment, a button without a full address, text after a probe, whatever else would
    read back as something different, and more than 1000 characters (PAR-3).
    """
    try:
        message = msgspec.convert(msgspec.to_builtins(message), Message)
    except (msgspec.ValidationError, TypeError, RecursionError) as error:
        reason, _, path = str(error).partition(" - at `$")
        raise BuildError(path.strip("`.") or "message", reason) from None
    _check_text(message.text)
    if message.comment is not None:
        _encodable(message.comment, "comment")
    written = write(message)
    if message.text and message.channel and CHANNELS[message.channel].text == "unused":
        raise BuildError(
            "text", f"'{CHANNELS[message.channel].prefix}' takes the place of the text: leave one of them out"
        )
    back = read(written)
    if back.value != message:
        raise BuildError("text", _reason(message, back.value))
    if back.problems:
        raise BuildError("text", back.problems[0].message)
    return length.check(written, "text")


def _reason(message: Message, back: Message) -> str:
    if message.channel != back.channel:
        return "begins with a prefix, which says another channel"
    if message.comment != back.comment:
        return "contains a comment line '~~~', or makes one with what follows"
    if message.comment is not None and isinstance(message.text, str):
        return "ends in a carriage return, which would belong to the mark of the comment"
    return "would not read back as the same parts"


def _check_text(text: Text) -> None:
    if isinstance(text, str):
        _words(text, "text")
        return
    for i, part in enumerate(text):
        if isinstance(part, str):
            _words(part, f"text[{i}]")
        else:
            _macro(part, f"text[{i}]")


def _words(text: str, field: str) -> None:
    _characters(text, field)
    if split(text, 0, len(text)) != text:
        raise BuildError(field, "reads as a macro; give the macro as a separate part")


def _characters(text: str, field: str) -> None:
    if pattern().search(text):
        raise BuildError(field, "contains a comment line '~~~'")
    _encodable(text, field)


def _encodable(text: str, field: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        reason = f"contains half of a character (U+{code:04X}), which cannot be sent"
        raise BuildError(field, reason) from None


def _macro(part: Part, field: str) -> None:
    """Each field of a macro, by its own rule; then the macro as a whole."""
    match part:
        case Uploaded(number) if number < 1 or not macros.terminal("NUMBER").fullmatch(str(number)):
            raise BuildError(f"{field}.number", "uploaded files are numbered from 1")
        case Stored(path, width, height):
            if not macros.terminal("PATH").fullmatch(path):
                raise BuildError(f"{field}.path", "a path on the service, without blanks, '<' and '>'")
            for side, size in (("width", width), ("height", height)):
                if size is not None and not 0 <= size < 10**9:
                    raise BuildError(f"{field}.{side}", "a whole number of pixels")
            _characters(path, f"{field}.path")
        case Remote(url):
            if not macros.terminal("ADDRESS").fullmatch(url):
                raise BuildError(f"{field}.url", "an http(s) address without blanks, '<' and '>'")
            _characters(url, f"{field}.url")
        case Button(url, text):
            _told(macros.address_problems(url, _NOWHERE), f"{field}.url")
            _told(macros.label_problems(text, _NOWHERE), f"{field}.text")
            for name, value, odd in (("url", url, "{},"), ("text", text, "{}")):
                if any(c in value for c in odd) or value != value.strip():
                    reason = f"cannot hold {' '.join(odd)}, nor white space around it"
                    raise BuildError(f"{field}.{name}", reason)
                _characters(value, f"{field}.{name}")
    written = macros.write(part)
    _characters(written, f"{field}.source")
    match = macros.pattern().fullmatch(written)
    if match is None or macros.read(match)[0] != part:
        raise BuildError(field, "would not read back as the same macro")


def _told(problems: list[Problem], field: str) -> None:
    if problems:
        first = problems[0]
        raise BuildError(field, f"{first.message}; expected {' or '.join(first.expected)}")
