"""VOX004, VOX005, MMS003, FIL010: how many files a channel takes, and of which formats."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.files import Remote, Stored
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.formats import allowed, of_address, takes, told
from smsc_codec.payloads.message.rules.files import numbered
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("VOX004", "too-many-attachments", "error")
def too_many_attachments(message: MessageContext) -> Iterator[Problem]:
    """A call plays more than four files.

    It takes four, and drops the others (FIL-7). Files on the service or elsewhere are counted too, as a warning: the
    page speaks of those that are uploaded with the request.

    Bad::

        __CALL__: <file 1> <file 2> <file 3> <file 4> <file 5>

    Good::

        __CALL__: <file 1> <file 2> <file 3> <file 4>

    Fix: none.
    Since: 0.1
    """
    if message.name != "call":
        return
    most = message.channel.max_files
    assert most is not None
    dropped = [(number, span) for number, span in numbered(message) if number > most]
    if dropped:
        number, span = dropped[0]
        yield Problem(
            f"file {number} is dropped: too many files in one call", span, expected=(f"up to {most} files",)
        )
        return
    seen: dict[object, Span] = {}
    for _, part, span in message.files:
        seen.setdefault(part, span)
    if len(seen) > most:
        yield Problem(
            f"too many files in one call: {len(seen)}",
            list(seen.values())[most],
            expected=(f"up to {most} files",),
            severity="warning",
        )


@RULES.rule("VOX005", "attachment-type", "error")
def attachment_type(message: MessageContext) -> Iterator[Problem]:
    """A call plays a file that is neither WAV nor MP3.

    These are the formats it takes (FIL-7). An address whose ending says nothing of a format is left alone.

    Bad::

        __CALL__: <file /upload/files/sms/123abc/hello.ogg>

    Good::

        __CALL__: <file /upload/files/sms/123abc/hello.mp3>

    Fix: none.
    Since: 0.1
    """
    if message.name == "call":
        yield from odd_formats(message)


@RULES.rule("MMS003", "mms-format", "error")
def mms_format(message: MessageContext) -> Iterator[Problem]:
    """An MMS has a file of a format that MMS does not support.

    It carries text (txt), pictures (jpg, gif, png), sound (wav, amr, mp3, mid) and film (mp4, 3gp) (FIL-5). An address
    whose ending says nothing of a format is left alone.

    Options::

        channel = "mms"

    Bad::

        Our dog: <file https://mysite.com/dog.pdf>

    Good::

        Our dog: <file https://mysite.com/dog.jpg>

    Fix: none.
    Since: 0.1
    """
    if message.name == "mms":
        yield from odd_formats(message)


@RULES.rule("FIL010", "file-program", "error")
def file_program(message: MessageContext) -> Iterator[Problem]:
    """A file is a program, which is never delivered.

    What each channel takes is listed for MMS, calls and Viber (FIL-5, FIL-7, FIL-8). For the others the page names no
    formats, but mail servers refuse programs, and nothing else could run them.

    Options::

        channel = "mail"

    Bad::

        The program: <file https://mysite.com/setup.exe>

    Good::

        The program: <file https://mysite.com/setup.zip>

    Fix: none.
    Since: 0.1
    """
    if message.channel.endings is None:
        yield from odd_formats(message)


def odd_formats(message: MessageContext) -> Iterator[Problem]:
    """The files of formats that the message's channel does not take, by the endings of their addresses."""
    for i, part, _ in message.files:
        if not isinstance(part, Remote | Stored):
            continue
        found, dot = of_address(part.url if isinstance(part, Remote) else part.path)
        if takes(message.channel, found):
            continue
        span = message.span("text", i, "url" if isinstance(part, Remote) else "path")
        yield Problem(
            told(message.channel, found),
            Span(span.start + dot, span.start + dot + len(found) + 1),
            expected=allowed(message.channel),
        )
