"""What the name of a file says about its format, where it says anything."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.files import Remote, Stored
from smsc_codec.payloads.message.context import MessageContext

PICTURES = frozenset(
    ("apng", "avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp")
)
#: Endings that are a format of the file itself. `.php` and the like are programs, which may give any.
_FORMATS = PICTURES | {
    "3gp", "aac", "aif", "aiff", "amr", "avi", "doc", "docx", "flac", "flv", "m4a", "m4v", "mid", "midi", "mkv", "mov",
    "mp3", "mp4", "mpeg", "mpg", "oga", "ogg", "opus", "pdf", "ppt", "pptx", "psd", "rar", "txt", "wav", "webm", "wma",
    "wmv", "xls", "xlsx", "zip",
}  # fmt: skip


def ending(file: Remote | Stored) -> str:
    """The ending of a file's name in small letters; "" where it says nothing of a format."""
    address = file.url if isinstance(file, Remote) else file.path
    path = address.partition("#")[0].partition("?")[0]
    if isinstance(file, Remote):
        path = path.partition("://")[2].partition("/")[2]
    found = path.rpartition("/")[2].rpartition(".")[2].lower()
    return found if found in _FORMATS else ""


def odd_ending(message: MessageContext, number: int, file: Remote | Stored, what: str) -> Iterator[Problem]:
    """A file of a format that the message's channel does not take."""
    found, allowed = ending(file), message.channel.endings
    if not found or allowed is None or found in allowed:
        return
    span = message.span("text", number, "url" if isinstance(file, Remote) else "path")
    at = message.source.lower().rfind(f".{found}", span.start, span.end)
    yield Problem(
        f"'.{found}' is not a format for {what}",
        Span(at, at + len(found) + 1),
        expected=tuple(f".{name}" for name in allowed),
    )
