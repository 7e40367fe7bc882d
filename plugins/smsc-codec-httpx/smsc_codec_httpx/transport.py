"""The transports: which of httpx's errors say that nothing was sent, and which that nobody knows."""

from __future__ import annotations

from typing import Any

import anyio
import httpx

from smsc_codec.api.building import Request
from smsc_codec.api.limits import MOST_AT_ONCE
from smsc_codec.client.transport import NotSent, Response, TransportError, Unclear
from smsc_codec_httpx import bounds

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
    httpx.InvalidURL,
)


def settings(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments of httpx's clients: `options` over what is sensible here; redirects are never followed."""
    return {"timeout": TIMEOUT, "limits": LIMITS} | options | {"follow_redirects": False}


def failure(error: Exception) -> TransportError:
    """What an error says of the request. The address in some of httpx's texts is not repeated.

    It is raised where no other error is being handled: those of httpx hold the request, and with it the password.
    """
    if isinstance(error, TransportError):
        return type(error)(*error.args)
    kind = type(error).__name__
    if isinstance(error, httpx.ConnectError):
        return NotSent(f"{kind}: {error}")
    return (NotSent if isinstance(error, _NOT_SENT) else Unclear)(kind)


def _arguments(request: Request, base: str) -> dict[str, Any]:
    return {
        "method": request.method,
        "url": base + request.target,
        "headers": [*request.headers, bounds.ENCODING],
        "content": request.body,
    }


class HttpxTransport:
    """Carries requests over HTTP. `options` are those of `httpx.Client`: proxy, verify, timeout, limits and so on.

    `total` is how many seconds an exchange may take in all; five times the longest time-out where it is not said.
    """

    def __init__(self, *, total: float | None = None, **options: Any) -> None:
        options = settings(options)
        self._total = bounds.total(options) if total is None else total
        self._client = httpx.Client(**options)
        bounds.bind(self._client)

    def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply. Raises NotSent or Unclear."""
        if self._client.is_closed:
            raise NotSent("the transport is closed")
        try:
            with bounds.within(self._total), self._client.stream(**_arguments(request, base)) as reply:
                body = bounds.Body(reply)
                if not body.whole:
                    for some in reply.iter_raw():
                        body.add(some)
                return Response(reply.status_code, bytes(body.octets))
        except Exception as error:
            told = failure(error)
        raise told

    def close(self) -> None:
        """Close its connections."""
        self._client.close()


class AsyncHttpxTransport:
    """The same without blocking. `options` are those of `httpx.AsyncClient`, `total` is that of HttpxTransport."""

    def __init__(self, *, total: float | None = None, **options: Any) -> None:
        options = settings(options)
        self._total = bounds.total(options) if total is None else total
        self._client = httpx.AsyncClient(**options)

    async def exchange(self, request: Request, base: str) -> Response:
        """Send a request, wait for its reply. Raises NotSent or Unclear."""
        if self._client.is_closed:
            raise NotSent("the transport is closed")
        try:
            with anyio.fail_after(self._total):
                async with self._client.stream(**_arguments(request, base)) as reply:
                    body = bounds.Body(reply)
                    if not body.whole:
                        async for some in reply.aiter_raw():
                            body.add(some)
                    return Response(reply.status_code, bytes(body.octets))
        except Exception as error:
            told = failure(error)
        raise told

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()
