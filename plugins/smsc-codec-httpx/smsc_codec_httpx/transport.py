"""The transports: which of httpx's errors say that nothing was sent, and which that nobody knows."""

from __future__ import annotations

from typing import Any

import httpx

from smsc_codec.api.building import Request
from smsc_codec.api.limits import MOST_AT_ONCE
from smsc_codec.api.replies import MAX_REPLY
from smsc_codec.client.transport import NotSent, Response, TransportError, Unclear

#: In seconds. The service may take its time over a list; a place among the connections is waited for as long as needed.
TIMEOUT = httpx.Timeout(connect=10, read=60, write=60, pool=None)
#: LIM-2: fifteen requests at once are refused.
LIMITS = httpx.Limits(max_connections=MOST_AT_ONCE, max_keepalive_connections=MOST_AT_ONCE)
#: Before the first octet of the request went out.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def settings(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments of httpx's clients: `options` over what is sensible here; redirects are never followed."""
    return {"timeout": TIMEOUT, "limits": LIMITS} | options | {"follow_redirects": False}


def failure(error: httpx.HTTPError | httpx.InvalidURL) -> TransportError:
    """What an error of httpx's says of the request. The address in some of its texts is not repeated."""
    kind = type(error).__name__
    if isinstance(error, _NOT_SENT):
        return NotSent(f"{kind}: {error}" if isinstance(error, httpx.ConnectError) else kind)
    if isinstance(error, httpx.InvalidURL):
        return NotSent(kind)
    return Unclear(kind)


class _Body:
    """What came of a reply so far, which has a bound."""

    def __init__(self) -> None:
        self.octets = bytearray()

    def add(self, some: bytes) -> None:
        self.octets += some
        if len(self.octets) > MAX_REPLY:
            raise Unclear(f"a reply of more than {MAX_REPLY} bytes")


class HttpxTransport:
    """Carries requests over HTTP. `options` are those of `httpx.Client`: proxy, verify, timeout, limits and so on."""

    def __init__(self, **options: Any) -> None:
        self._client = httpx.Client(**settings(options))

    def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply. Raises NotSent or Unclear."""
        try:
            with self._client.stream(
                request.method, base + request.target, headers=request.headers, content=request.body
            ) as reply:
                body = _Body()
                for some in reply.iter_bytes():
                    body.add(some)
                return Response(reply.status_code, bytes(body.octets))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise failure(error) from error

    def close(self) -> None:
        """Close its connections."""
        self._client.close()


class AsyncHttpxTransport:
    """The same without blocking. `options` are those of `httpx.AsyncClient`."""

    def __init__(self, **options: Any) -> None:
        self._client = httpx.AsyncClient(**settings(options))

    async def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply. Raises NotSent or Unclear."""
        try:
            async with self._client.stream(
                request.method, base + request.target, headers=request.headers, content=request.body
            ) as reply:
                body = _Body()
                async for some in reply.aiter_bytes():
                    body.add(some)
                return Response(reply.status_code, bytes(body.octets))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise failure(error) from error

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()
