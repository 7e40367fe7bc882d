"""The files of a sending, however they come: uploads, `fileurl`, marks in the text (FIL-1 .. FIL-8, VIB-2, VIB-3)."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.api import multipart
from smsc_codec.api.operations.send import Send
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.diagnostics import BuildError, Problem, Severity, Span
from smsc_codec.payloads.files import Remote, Stored, Uploaded, uploads
from smsc_codec.payloads.message import formats
from smsc_codec.payloads.message.attachments import misfits
from smsc_codec.payloads.message.channels import CHANNELS, Channel
from smsc_codec.payloads.message.model import Button, Part, VoiceMenu
from smsc_codec.payloads.message.viber_kinds import KINDS, pictures_by_link

_NONE = Span(0, 0)


def oddities(send: Send, name: str, *, received: bool) -> Iterator[Oddity]:
    """What becomes of files that are too many, too big, of a format that the channel does not take, or not there.

    `name` is the channel that the message goes by. The service takes a request whose files it drops (FIL-7); building
    one is an error, since nothing is lost silently.
    """
    yield from _names(send) if received else ()
    yield from of_message(send, name)
    sizes = [len(file.data) for file in send.files] if name in CHANNELS else []
    for misfit in misfits(CHANNELS[name], sizes) if sizes else ():  # type: ignore[index]
        taken = misfit.fate == "links" or (received and misfit.fate == "dropped")
        severity: Severity | None = "warning" if taken else None
        parameter = f"files[{misfit.index}]"
        yield Oddity(
            parameter, Problem(misfit.reason, _NONE, "attachments", (misfit.allowed,), severity=severity)
        )


def of_message(send: Send, name: str) -> Iterator[Oddity]:
    """What is wrong with the files of one message that goes by a channel, those beside it among them."""
    yield from _not_there(send)
    if name == "tg":
        return  # of whose files the page says nothing
    yield from _formats(send, CHANNELS[name])  # type: ignore[index]
    if name == "viber":
        yield from _viber(send)


def _parts(send: Send) -> tuple[str | Part, ...]:
    text = send.message.text if send.message is not None else ()
    return (text,) if isinstance(text, str) else text


def _names(send: Send) -> Iterator[Oddity]:
    """Names that no request can be built with."""
    for index, file in enumerate(send.files):
        try:
            multipart.head(multipart.Part("file", b"", file.name, file.media))
        except BuildError as error:
            told = f"the name of a file {error.reason}"
            yield Oddity(f"files[{index}]", Problem(told, _NONE, "attachments"))


def _not_there(send: Send) -> Iterator[Oddity]:
    """FIL-1: marks for files that are not uploaded; FIL009 tells of each at its place."""
    there = len(send.files)
    wanted = [part.number for part in _parts(send) if isinstance(part, Uploaded)]
    wanted += [n for part in _parts(send) if isinstance(part, VoiceMenu) for n, *_ in uploads(part.source)]
    missing = sorted({number for number in wanted if number > there})
    if missing:
        told = f"there is no file {missing[0]}; files uploaded: {there}"
        yield Oddity("mes", Problem(told, _NONE, "file-missing"))


def _formats(send: Send, channel: Channel) -> Iterator[Oddity]:
    """FIL-5, FIL-7, FIL-8: each file by the ending of its name or address."""
    named = [
        (f"files[{index}]", formats.of_name(file.name), "file-format")
        for index, file in enumerate(send.files)
    ]
    if send.fileurl is not None:
        named.append(("fileurl", formats.of_address(send.fileurl)[0], "file-format"))
    for part in _parts(send):
        if isinstance(part, Remote | Stored):
            address = part.url if isinstance(part, Remote) else part.path
            named.append(
                ("mes", formats.of_address(address)[0], "mark-format")
            )  # the message's own rules tell of it
    for parameter, ending, kind in named:
        if not formats.takes(channel, ending):
            told = formats.told(channel, ending)
            yield Oddity(parameter, Problem(told, _NONE, kind, formats.allowed(channel)))


def _viber(send: Send) -> Iterator[Oddity]:
    """VIB-2, VIB-3: one picture, however it comes; one button, and beside it a text."""
    parts = _parts(send)
    words = "".join(part for part in parts if isinstance(part, str))
    marks = [part for part in parts if isinstance(part, Remote | Stored)]
    links = pictures_by_link(words)
    inside = len(marks) + len(links) + sum(isinstance(part, Uploaded) for part in parts)
    beside = len(marks) + len(links) + len(send.files) + (send.fileurl is not None)
    buttons = sum(isinstance(part, Button) for part in parts)
    # What the text says by itself the message's own rules tell of: VIB006 .. VIB008.
    if inside > 1:
        yield _kind("mes", f"too many pictures in one Viber message: {inside}", "viber-kind")
    elif beside > 1 and len(send.files) < 2:
        where = "fileurl" if send.fileurl is not None else "files[0]"
        yield _kind(where, f"too many pictures in one Viber message: {beside}", "viber-picture")
    if buttons > 1:
        yield _kind("mes", f"too many buttons in one Viber message: {buttons}", "viber-kind")
    for link in links:
        words = words.replace(link, "", 1)
    if buttons and not words.strip():
        yield _kind("mes", "a button needs a text", "viber-kind")


def _kind(parameter: str, told: str, kind: str) -> Oddity:
    return Oddity(parameter, Problem(told, _NONE, kind, KINDS))
