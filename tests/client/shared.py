"""Both clients over one transport, run the same way, so that every test holds for both."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

from smsc_codec.api import Login
from smsc_codec.client import AsyncClient, Client, Transport
from smsc_codec.client.mock import Answer, MockTransport

SECRET = "c4n4ry&+=Ж"
ACCESS = Login("alex", SECRET)
HOSTS = ("https://one.example", "https://two.example")


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.now += seconds


class _Async:
    """A blocking transport as one that is awaited."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def exchange(self, request: Any, base: str) -> Any:
        return self._transport.exchange(request, base)


class Both:
    """An AsyncClient whose methods are called as those of a Client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Callable[..., Any]:
        async def call(*given: Any, **named: Any) -> Any:
            return await getattr(self._client, name)(*given, **named)

        return lambda *given, **named: asyncio.run(call(*given, **named))


def make(
    kind: str,
    answers: list[Answer] | Callable[..., Answer],
    time: Time | None = None,
    new_id: Callable[[], str] | None = None,
) -> tuple[Any, MockTransport]:
    """A client of a kind, and the transport that it asks. Its ids are `id-1`, `id-2` ..., unless it is given others."""
    transport = MockTransport(answers)
    time = time or Time()
    numbers = itertools.count(1)
    named: dict[str, Any] = {"hosts": HOSTS, "clock": time}
    named["new_id"] = new_id or (lambda: f"id-{next(numbers)}")
    if kind == "blocking":
        return Client(ACCESS, transport, sleep=time.sleep, **named), transport
    return Both(AsyncClient(ACCESS, _Async(transport), sleep=time.sleep_async, **named)), transport
