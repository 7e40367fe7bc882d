"""HTTP/1.1 without a socket: octets of one connection in, requests out; and what replies look like.

The same octets mean the same however they are cut into packets.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from http import HTTPStatus

import h11
from msgspec import Struct

#: The longest head of a request, its request line included, in octets.
MOST_HEAD = 65_536
_LINE = re.compile(rb"([!-~]+) ([^\r\n]*) (HTTP/1\.[01]\r?\n)")
_NO_TARGET = re.compile(rb"[^!-~]")
_HEAD_END = re.compile(rb"\n\r?\n")
_BEFORE = re.compile(rb"[\r\n]+")
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]")


class Head(Struct, frozen=True):
    """What stands before the body of a request; names of headers are in small letters."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    version: str

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        return [value for key, value in self.headers if key == name]

    def first(self, name: str) -> str:
        """The first value of a header; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def keeps_alive(self) -> bool:
        """Whether the client goes on with the connection after the reply."""
        tokens = ",".join(self.all("connection")).lower().split(",")
        return self.version == "1.1" and "close" not in (token.strip() for token in tokens)

    @property
    def waits(self) -> bool:
        """Whether the client sends the body only when it is told to go on."""
        return self.version == "1.1" and self.first("expect").lower() == "100-continue"

    @property
    def length(self) -> int | None:
        """The length of the body that the head says."""
        said = self.first("content-length")
        return int(said) if said else None


class Refused(Exception):
    """What is no HTTP, or too large: the status to answer with, and why. The connection cannot go on."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Incoming:
    """The requests of one connection, one after the other: `head`, then `piece` until the body is at its end."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._searched = 0
        self._parser: h11.Connection | None = None
        #: Octets of a body with what frames it, for whoever bounds them; there is a body behind a head alone.
        self.taken: int

    @property
    def begun(self) -> bool:
        """Whether some of a request is here that `head` has not given yet."""
        return bool(self._waiting)

    def feed(self, data: bytes) -> None:
        """Take octets that have come."""
        if not data:  # which h11 would take for the end of the connection
            return
        if self._parser is None:
            self._waiting += data
            if blank := _BEFORE.match(
                self._waiting
            ):  # RFC 9112 2.2: blank lines before a request are passed over
                del self._waiting[: blank.end()]
        else:
            self._parser.receive_data(data)
            self.taken += len(data)

    def head(self) -> Head | None:
        """The head of the next request; None while it is not whole. Raises Refused."""
        waiting = self._waiting
        if waiting and not _TOKEN.match(waiting):
            raise Refused(400, "this is no HTTP request")
        end = _HEAD_END.search(waiting, max(0, self._searched - 2), MOST_HEAD)
        if end is None:
            if len(waiting) >= MOST_HEAD:
                raise Refused(431, f"the head of a request is at most {MOST_HEAD} octets")
            self._searched = len(waiting)
            return None
        octets, rest = bytes(waiting[: end.end()]), bytes(waiting[end.end() :])
        self._waiting, self._searched = bytearray(), 0
        self._parser = h11.Connection(h11.SERVER, max_incomplete_event_size=sys.maxsize)
        self._parser.receive_data(_mended(octets))
        event = self._event()
        assert isinstance(event, h11.Request)
        names = [name for name, _ in event.headers]
        if b"transfer-encoding" in names and b"content-length" in names:
            raise Refused(400, "a body has Content-Length or Transfer-Encoding, not both")
        self.taken = 0
        self.feed(rest)
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers)
        return Head(
            event.method.decode(),
            event.target.decode().partition("#")[0],
            headers,
            event.http_version.decode(),
        )

    def piece(self) -> bytes | None:
        """Some of the body, nothing at its end; None while more has to come. Raises Refused."""
        event = self._event()
        if event is h11.NEED_DATA:
            return None
        if isinstance(event, h11.Data):
            return bytes(event.data)
        assert isinstance(event, h11.EndOfMessage)
        assert self._parser is not None
        rest, _ = self._parser.trailing_data
        self.taken -= len(rest)
        self._parser = None
        self.feed(rest)
        return b""

    def _event(self) -> object:
        assert self._parser is not None
        try:
            return self._parser.next_event()
        except h11.RemoteProtocolError as error:
            lacks = "Host" in str(error)
            reason = "HTTP/1.1 wants one Host header" if lacks else "this is no HTTP request"
            raise Refused(error.error_status_hint, reason) from None


def _mended(head: bytes) -> bytes:
    """A head whose address has its letters and blanks urlencoded, as `curl` and browsers' bars may send them."""
    line = _LINE.match(head)
    if line is None:
        return head
    target = _NO_TARGET.sub(lambda octet: b"%%%02X" % ord(octet[0]), line[2])
    return b"%b %b %b%b" % (line[1], target, line[3], head[line.end() :])


CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def reply(
    status: int, headers: Iterable[tuple[str, str]], data: bytes, *, bare: bool = False, endless: bool = False
) -> bytes:
    """The octets of a reply; `bare` is one to a HEAD, which has no body; more follows one that is `endless`."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers)]
    if status in (204, 304):
        data = b""
    elif not endless:
        lines.append(f"content-length: {len(data)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + (b"" if bare else data)
