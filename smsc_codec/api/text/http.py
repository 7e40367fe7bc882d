"""HTTP messages: as they travel, and as editors keep them in `.http` files, several in one, with `###` between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from smsc_codec.api.text.address import address
from smsc_codec.api.text.bodies import body
from smsc_codec.api.text.mapped import Mapped, never
from smsc_codec.api.text.parts import Parts, unwrapped
from smsc_codec.diagnostics import Edit, Fix, Span
from smsc_codec.lazy import compiled

#: A request line: a method, a target, perhaps a version; the target begins like an address or a path.
_LINE = compiled(
    r"^(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+"
    r"(?P<target>(?:https?://|/|\{\{)[^\r\n]*?)(?P<version>[ \t]+HTTP/[0-9.]+)?[ \t]*\r?$",
    re.MULTILINE,
)
_SEPARATOR = compiled(r"^###[^\r\n]*", re.MULTILINE)
_ANY = compiled(r"[^\n]*\n|[^\n]+")
_HEADER = compiled(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*([^\r\n]*)")
#: The beginning of a body right behind the headers.
_NO_HEADER = compiled(r"[ \t]*(?:[\w.\[\]%-]{1,60}=|\{[ \t]*[\"'])")
_MORE = compiled(r"[ \t]*[?&][^\r\n]*")
_COMMENT = compiled(r"[ \t]*(?:#|//)")
#: What editors do with a reply, and what they take a body from; also the end of a body.
_SCRIPT = compiled(r"^(?:<>?[ \t@]|>>?!?[ \t]).*", re.MULTILINE | re.DOTALL)
_SECRET = frozenset(("authorization", "cookie", "proxy-authorization", "x-api-key"))
_VARIABLE = compiled(r"^@([\w.-]{1,60})[ \t]*=[ \t]*([^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_SLOT = compiled(r"\{\{[ \t]*([\w.-]{1,60})[ \t]*\}\}")


def messages(source: str) -> Iterator[tuple[re.Match[str], int, dict[str, str]]]:
    """The request line of each message in a text, where the message ends, and the variables that the text sets."""
    lines = list(_LINE.finditer(source))
    if not lines:
        return
    variables = dict(_VARIABLE.findall(source))
    ends = sorted(match.start() for pattern in (_LINE, _SEPARATOR) for match in pattern.finditer(source))
    ends.append(len(source))
    for line in lines:
        yield line, ends[bisect_left(ends, line.end())], variables


def read(source: str, line: re.Match[str], end: int, variables: Mapping[str, str]) -> Parts:
    """The parts of one message."""
    parts = Parts("http", Span(line.start(), end))
    target, at = _target(source, line, end)
    address(target, parts, cuts=line["target"].startswith(("http", "{{")))
    parts.method = line["method"]
    _look_up(parts, target, variables)
    content, counted, at = _headers(source, at, end, parts)
    script = _SCRIPT.search(source, at, end)
    if script and source.startswith("<", script.start()):
        parts.open = True  # the body is in a file
    # Where a header counts its octets, a body that was edited would be cut off, or waited for.
    write = never if counted else _one_line
    body(Mapped.of(source, at, script.start() if script else end, write), parts, content)
    return parts


def _target(source: str, line: re.Match[str], end: int) -> tuple[Mapped, int]:
    """The target with the lines that go on with its query, and where the next line begins."""
    start, stop = line.span("target")
    at = _next(source, line.end(), end)
    while (more := _MORE.match(source, at, end)) or (
        _COMMENT.match(source, at, end) and _more(source, at, end)
    ):
        if more:
            stop = more.end()
        at = _next(source, at, end)
    return unwrapped(Mapped.of(source, start, stop, _one_line), remarks=True), at


def _more(source: str, at: int, end: int) -> bool:
    """Whether the line behind a comment goes on with a query."""
    return _MORE.match(source, _next(source, at, end), end) is not None


def _next(source: str, at: int, end: int) -> int:
    return source.find("\n", at, end) + 1 or end


def _headers(source: str, at: int, end: int, parts: Parts) -> tuple[str, bool, int]:
    """The content type, whether the body's length is said, and where the body begins."""
    content, counted = "", False
    for line in _ANY.finditer(source, at, end):
        header = _HEADER.match(line.group())
        if header:
            name, value = header[1].lower(), header[2].strip()
            if name == "host" and not parts.host:
                parts.host = value
            elif name == "content-type":
                content = value
            elif name == "content-length":
                counted = True
            elif name in _SECRET:
                parts.hidden.append(Span(line.start() + header.start(2), line.start() + header.end(2)))
        elif not _COMMENT.match(line.group()):
            if parts.method != "GET" and _NO_HEADER.match(line.group()):
                parts.odd(
                    "no empty line between the headers and the body: the parameters are taken for a header",
                    Span(line.start(), line.start() + len(line.group().rstrip())),
                    "an empty line before this one",
                    fixes=(
                        Fix("put an empty line before it", (Edit(Span(line.start(), line.start()), "\n"),)),
                    ),
                )
            return content, counted, line.start()
    return content, counted, end


def _look_up(parts: Parts, target: Mapped, variables: Mapping[str, str]) -> None:
    """Where a variable says the host or the beginning of the path, it is looked up."""
    said = target.text.partition("?")[0]
    for _ in range(3):  # a variable may name another
        said = _SLOT.sub(lambda match: variables.get(match[1], match.group()), said)
    looked = Parts("http")
    address(Mapped.of(said, 0, len(said)), looked)
    parts.scheme, parts.host, parts.path = looked.scheme, looked.host, looked.path


def _one_line(text: str) -> str | None:
    return None if any(sign in text for sign in "\r\n{}") else text
