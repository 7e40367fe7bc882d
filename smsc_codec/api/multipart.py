"""The body of a POST that carries files: multipart/form-data (RFC 7578, REQ-5), both ways."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span

#: More than any client of the service has reason to send.
_MOST_PARTS = 1000
_MOST_HEAD = 8192

_FIELD = re.compile(rb"(?i)content-disposition[ \t]*:[ \t]*form-data")
_SAID = re.compile(rb'[ \t]*;[ \t]*([^=;\s"]*)(?:[ \t]*=[ \t]*("(?>(?:[^"\\]|\\.)*)"|[^;\s]*))?')
_MEDIA = re.compile(rb"(?i)content-type[ \t]*:[ \t]*([^\r\n]*)")


class Part(Struct, frozen=True, gc=False):
    """One field of a form; `filename` is None where it is no file."""

    name: str
    data: bytes
    filename: str | None = None
    media: str = ""


def build(parts: Iterable[Part]) -> tuple[str, bytes]:
    """The content type, which names the boundary, and the body. The same parts give the same bytes."""
    pieces = [head(part) + b"\r\n\r\n" + part.data for part in parts]
    boundary = hashlib.sha256(b"".join(pieces)).hexdigest()[:32]
    while any(boundary.encode() in piece for piece in pieces):
        boundary = hashlib.sha256(boundary.encode()).hexdigest()[:32]
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\r\n" + piece + b"\r\n" for piece in pieces) + line + b"--\r\n"
    return f"multipart/form-data; boundary={boundary}", body


def head(part: Part) -> bytes:
    """The head of a part. Raises BuildError, which names `name`, `filename` or `media`, for what could end it."""
    said = f'Content-Disposition: form-data; name="{_quoted(part.name, "name")}"'
    if part.filename is not None:
        said += f'; filename="{_quoted(part.filename, "filename")}"'
    if part.media:
        if not part.media.isascii() or not part.media.isprintable() or part.media != part.media.strip():
            raise BuildError("media", "a type and a subtype, such as image/png")
        said += f"\r\nContent-Type: {part.media}"
    return said.encode()


def _quoted(text: str, field: str) -> str:
    # How a quote or a line end is escaped differs from reader to reader.
    if re.search('["\\\\\\x00-\\x1f\\x7f\\ud800-\\udfff]', text):
        raise BuildError(
            field, "cannot contain quotes, backslashes, control characters or halves of characters"
        )
    return text


def parse(content_type: str, body: bytes) -> tuple[Part, ...]:
    """The parts of a body. Raises ParseError for one that is not whole; its spans count octets."""
    parts, error = read(content_type, body)
    if error is not None:
        raise error
    return parts


def read(content_type: str, body: bytes) -> tuple[tuple[Part, ...], ParseError | None]:
    """The parts of a body that are whole, and what is wrong behind them; None for a body that is whole."""
    parts: list[Part] = []
    try:
        _collect(content_type, body, parts)
    except ParseError as error:
        return tuple(parts), error
    return tuple(parts), None


def _collect(content_type: str, body: bytes, parts: list[Part]) -> None:
    boundary = _boundary(content_type, body)
    # RFC 2046 5.1.1: the line end before a boundary belongs to it. A body without any part is its last line alone.
    line = b"--" + boundary
    at = 0 if body.startswith(line) else body.find(b"\r\n" + line) + 2
    if at == 1:
        raise _wrong(body, 0, "the body has no part: its boundary does not occur")
    at += len(line)
    while not body.startswith(b"--", at):
        if len(parts) == _MOST_PARTS:
            raise _wrong(body, at, f"more than {_MOST_PARTS} parts")
        blank = re.compile(rb"[ \t]*\r\n").match(body, at)
        head = body.find(b"\r\n\r\n", blank.end() - 2, blank.end() + _MOST_HEAD) if blank else -1
        if blank is None or head < 0:
            raise _wrong(body, at, "a part has no head")
        end = body.find(b"\r\n" + line, head + 2)
        if end < 0:
            raise _wrong(body, len(body), "the body ends inside a part")
        parts.append(_part(body, blank.end(), head, body[head + 4 : end]))
        at = end + 2 + len(line)


def _part(body: bytes, start: int, end: int, data: bytes) -> Part:
    name = filename = None
    media = ""
    for header in body[start:end].split(b"\r\n"):
        field, kind = _FIELD.match(header), _MEDIA.match(header)
        if field:
            said = _said(header, field.end())
            name, filename = said.get("name"), said.get("filename")
        elif kind:
            media = kind[1].decode("latin-1").strip()
            media = media if media.isascii() and media.isprintable() else ""
    if name is None:
        raise _wrong(body, start, "a part has no name")
    return Part(name, data, filename, media)


def _said(header: bytes, at: int) -> dict[str, str]:
    """What a header says behind its first word, each by its name; the first of two counts."""
    said: dict[str, str] = {}
    while (match := _SAID.match(header, at)) is not None:
        if match[2] is not None:
            said.setdefault(match[1].decode("latin-1").lower(), _plain(match[2]))
        at = match.end()
    return said


def _plain(quoted: bytes) -> str:
    text = quoted.decode("utf-8", "replace")
    return re.sub(r'\\(["\\])', r"\1", text[1:-1]) if text.startswith('"') else text


def _boundary(content_type: str, body: bytes) -> bytes:
    found = re.search(r'(?i);\s*boundary=(?:"([^"]{1,200})"|([^\s;,"]{1,200}))', content_type)
    if not content_type.lower().startswith("multipart/form-data") or not found:
        raise _wrong(body, 0, "the content type names no boundary")
    return (found[1] or found[2]).encode()


def _wrong(body: bytes, at: int, message: str) -> ParseError:
    return ParseError(body, (Problem(message, Span(at, at), "multipart"),))


def plain_parts(parameters: Mapping[str, bytes]) -> list[Part]:
    """The parts of parameters that are no files."""
    return [Part(name, data) for name, data in parameters.items()]
