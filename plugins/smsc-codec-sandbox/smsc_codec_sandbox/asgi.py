"""The sandbox as an ASGI application: the service's endpoints, the JSON API and the page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from smsc_codec_sandbox import api, callbacks, page
from smsc_codec_sandbox.service import Answer, Service

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
#: How often due callbacks are looked for, in seconds.
TICK = 0.05
#: A body that is too large is read to its end, so that the client gets to read the reply, unless it is so much larger.
_DRAINED = 20


class App:
    """One sandbox. The raw octets of a request reach the codec as they came (BEY-9)."""

    def __init__(self, service: Service) -> None:
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or live as long as the server does."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            answer = await self._answer(scope, receive)
            try:
                # At least one turn of the loop, so that requests that came together are under way together (LIM-2).
                await asyncio.sleep(answer.delay)
                await _send(answer, send)
            finally:
                answer.release()

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        deliveries = asyncio.create_task(self._deliver())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        deliveries.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await deliveries
        await send({"type": "lifespan.shutdown.complete"})

    async def _deliver(self) -> None:
        """Make the callbacks that are due."""
        while True:
            for due in self.service.courier.due(self.service.clock.now()):
                await callbacks.tell(self.service.courier, due)
            await asyncio.sleep(TICK)

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        query: bytes = scope["query_string"]
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        target = (raw.partition(b"?")[0] + (b"?" + query if query else b"")).decode("latin-1")
        method: str = scope["method"]
        headers = dict(scope["headers"])
        body = await _body(receive, self.service.config.max_body)
        if body is None:
            return self.service.too_large(target)
        if scope["path"].startswith(api.ROOT):
            return api.answer(self.service, method, scope["path"], query.decode("latin-1"), body)
        if scope["path"] == "/" and method in ("GET", "HEAD"):
            return page.answer(self.service)
        content: bytes = headers.get(b"content-type", b"")
        answer = self.service.answer(method, target, content.decode("latin-1"), body)
        return Answer(b"there is nothing here\n", status=404) if answer is None else answer


async def _body(receive: Receive, most: int) -> bytes | None:
    """The body of a request; None where it is longer."""
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        piece = message.get("body", b"")
        size += len(piece)
        if size <= most:
            pieces.append(piece)
        else:
            pieces.clear()
        if not message.get("more_body") or size > most * _DRAINED:
            return b"".join(pieces) if size <= most else None


async def _send(answer: Answer, send: Send) -> None:
    headers = [
        (b"content-type", f"{answer.media}; charset={answer.charset}".encode()),
        (b"content-length", str(len(answer.data)).encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'"),
    ]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.cut is None:
        await send({"type": "http.response.body", "body": answer.data})
    else:  # and nothing more, so that the server closes the connection
        await send({"type": "http.response.body", "body": answer.data[: answer.cut], "more_body": True})
