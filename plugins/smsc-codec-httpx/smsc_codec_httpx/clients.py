"""Clients that need nothing but who asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from smsc_codec import client
from smsc_codec.api.access import Access
from smsc_codec.api.hosts import addresses
from smsc_codec_httpx.transport import AsyncHttpxTransport, HttpxTransport


class Client(client.Client):
    """The client that blocks, over httpx. `options` are those of `httpx.Client`: proxy, verify, timeout and so on."""

    def __init__(self, access: Access, *, hosts: Sequence[str] = addresses(), **options: Any) -> None:
        transport = HttpxTransport(**options)
        super().__init__(access, transport, clock=time.monotonic, sleep=time.sleep, hosts=hosts)


class AsyncClient(client.AsyncClient):
    """The client that does not block, over httpx. `options` are those of `httpx.AsyncClient`."""

    def __init__(self, access: Access, *, hosts: Sequence[str] = addresses(), **options: Any) -> None:
        self._httpx = AsyncHttpxTransport(**options)
        super().__init__(access, self._httpx, clock=time.monotonic, sleep=asyncio.sleep, hosts=hosts)

    async def close(self) -> None:
        """Close its connections."""
        await self._httpx.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
