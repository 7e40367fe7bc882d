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
    return _ending(file)[0]


def _ending(file: Remote | Stored) -> tuple[str, int]:
    """The ending, and where its dot stands in the address."""
    address = file.url if isinstance(file, Remote) else file.path
    path = address.partition("#")[0].partition("?")[0]
    first = path.find("/", len("https://")) if isinstance(file, Remote) else 0
    dot = path.rfind(".", max(path.rfind("/"), first))
    found = path[dot + 1 :].lower()
    return (found, dot) if 0 <= first < dot and found in _FORMATS else ("", 0)


def odd_ending(message: MessageContext, number: int, file: Remote | Stored, what: str) -> Iterator[Problem]:
    """A file of a format that the message's channel does not take."""
    (found, dot), allowed = _ending(file), message.channel.endings
    if not found or allowed is None or found in allowed:
        return
    span = message.span("text", number, "url" if isinstance(file, Remote) else "path")
    yield Problem(
        f"'.{found}' is not a format for {what}",
        Span(span.start + dot, span.start + dot + len(found) + 1),
        expected=tuple(f".{name}" for name in allowed),
    )
