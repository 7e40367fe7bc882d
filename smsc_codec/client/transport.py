"""What a transport is: it carries one request to one address and brings what came back, or says what it knows."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from smsc_codec.api.building import Request


class Response(Struct, frozen=True, gc=False):
    """What came back: the HTTP status and the body, as octets."""

    status: int
    body: bytes

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.body)} bytes>"


class TransportError(Exception):
    """The base of the two things that can go wrong on the way. The text is shown: it must hold no secret."""


class NotSent(TransportError):
    """Nothing has reached the other side: no connection, no name, no free place. It is safe to try again."""


class Unclear(TransportError):
    """Some of it was sent and no whole reply came: whether the service has carried it out is not known."""


class Transport(Protocol):
    """Carries requests, one at a time.

    `base` is an address without a path, such as `https://smscentre.com`. A redirect is not followed, since the body
    holds the password; whatever HTTP status came is in the Response. Raises NotSent or Unclear.
    """

    def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply."""


class AsyncTransport(Protocol):
    """The same, without blocking."""

    async def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply."""
