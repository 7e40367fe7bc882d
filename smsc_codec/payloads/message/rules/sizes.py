"""FIL008, MAI004, MMS001, VIB010, VOX009: files whose sizes the caller knows."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem, Severity, Span
from smsc_codec.payloads.files import File, Remote, Stored, Uploaded
from smsc_codec.payloads.message.attachments import LEAST, misfits, size_in_words
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()


def _size(message: MessageContext, file: File) -> int | None:
    """The size of a file by its number, path or address, if the options have it."""
    name = (
        str(file.number)
        if isinstance(file, Uploaded)
        else file.path
        if isinstance(file, Stored)
        else file.url
    )
    return message.options.sizes.get(name)


def _files(message: MessageContext) -> list[tuple[File, Span]]:
    """Each file once, in order, where it stands first."""
    seen: dict[File, Span] = {}
    for _, part, span in message.files:
        seen.setdefault(part, span)
    return list(seen.items())


def _misfits(message: MessageContext, severities: dict[str | None, Severity]) -> Iterator[Problem]:
    files = _files(message)
    for misfit in misfits(message.channel, [_size(message, file) for file, _ in files]):
        fate: dict[str | None, str] = {
            "links": "it is sent as a link",
            "dropped": "it is dropped",
            "refused": "the service replies with error 1",
        }
        yield Problem(
            misfit.reason,
            files[misfit.index][1],
            expected=(misfit.allowed,),
            notes=(fate[misfit.fate],),
            severity=severities[misfit.fate],
        )


@RULES.rule("FIL008", "fileurl-too-small", "info", profile="pedantic")
def fileurl_too_small(message: MessageContext) -> Iterator[Problem]:
    """A file that the service downloads is smaller than the minimum.

    It takes files of 101 bytes and more (PAR-11). The option `sizes` says how large files are, in bytes, by their
    number, path or address.

    Options::

        channel = "mail"
        sizes = { "https://mysite.com/dot.gif" = 43 }

    Bad::

        Look: <file https://mysite.com/dot.gif>

    Good::

        Look: <file https://mysite.com/logo.gif>

    Fix: none.
    Since: 0.1
    """
    for file, span in _files(message):
        size = _size(message, file) if isinstance(file, Remote) else None
        if size is not None and size < LEAST:
            yield Problem(
                f"the file is too small: {size_in_words(size)}", span, expected=(f"at least {LEAST} bytes",)
            )


@RULES.rule("MAI004", "mail-attachments", "error")
def mail_attachments(message: MessageContext) -> Iterator[Problem]:
    """An e-mail has too many or too large files.

    It takes 20 files of up to 10 MB, or the service replies with error 1; beyond 15 MB together
    files are sent as links, which is a warning (FIL-6). The option `sizes` says how large files are, in bytes.

    Options::

        channel = "mail"
        sizes = { "1" = 12_000_000 }

    Bad::

        The film: <file 1>

    Good::

        The film: <file https://mysite.com/film.mp4>

    Fix: none.
    Since: 0.1
    """
    if message.name == "mail":
        yield from _misfits(message, {"refused": "error", "links": "warning"})


@RULES.rule("MMS001", "mms-attachments", "warning")
def mms_attachments(message: MessageContext) -> Iterator[Problem]:
    """An MMS has too many or too large files.

    It takes 20 files of 300 KB together; what exceeds that is sent as links (FIL-5). The option `sizes` says how large
    files are, in bytes.

    Options::

        channel = "mms"
        sizes = { "1" = 400_000 }

    Bad::

        Our dog: <file 1>

    Good::

        Our dog: <file 2>

    Fix: none.
    Since: 0.1
    """
    if message.name == "mms":
        yield from _misfits(message, {"links": "warning"})


@RULES.rule("VIB010", "picture-too-big", "error")
def picture_too_big(message: MessageContext) -> Iterator[Problem]:
    """The picture of a Viber message is too large.

    It takes up to 512 KB (FIL-8). The option `sizes` says how large files are, in bytes, by their number, path or
    address.

    Options::

        channel = "viber"
        sizes = { "https://mysite.com/cat.png" = 600_000 }

    Bad::

        Look! <file https://mysite.com/cat.png>

    Good::

        Look! <file https://mysite.com/small.png>

    Fix: none.
    Since: 0.1
    """
    if message.name == "viber":
        yield from _too_big(message, "picture")


@RULES.rule("VOX009", "recording-too-big", "error")
def recording_too_big(message: MessageContext) -> Iterator[Problem]:
    """A file of a call is too large.

    It takes files of up to 5 MB, and leaves out the others (FIL-7). The option `sizes` says how large files are, in
    bytes, by their number, path or address.

    Options::

        channel = "call"
        sizes = { "1" = 6_000_000 }

    Bad::

        Hear our news. <file 1>

    Good::

        Hear our news. <file 2>

    Fix: none.
    Since: 0.1
    """
    if message.name == "call":
        yield from _too_big(message, "file")


def _too_big(message: MessageContext, what: str) -> Iterator[Problem]:
    """The files that are too big each by itself; VOX004 and VIB008 tell of those that are too many."""
    most = message.channel.max_file_size
    assert most is not None
    for file, span in _files(message):
        size = _size(message, file)
        if size is not None and size > most:
            yield Problem(
                f"the {what} is too large: {size_in_words(size)}",
                span,
                expected=(f"up to {size_in_words(most)}",),
            )
