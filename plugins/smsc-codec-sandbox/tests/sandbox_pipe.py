"""A sandbox without a socket, and where it is asked for without waiting: octets in pieces as packets bring them, and
what comes back.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from typing import Any

from sandbox_wire import PATIENCE
from smsc_codec_sandbox.connection import Connection

#: So many turns of the loop take a connection to where it waits for more.
_TURNS = 15


class Pipe:
    """What a connection writes to."""

    def __init__(self) -> None:
        self.octets = b""
        self.ended = False

    def write(self, data: bytes) -> None:
        self.octets += data

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.ended = True

    async def drain(self) -> None:
        pass

    def get_extra_info(self, name: str) -> Any:
        return ("127.0.0.1", 8025) if name == "sockname" else None


class _Instant(asyncio.SelectorEventLoop):
    """A loop whose time passes only when there is nothing to do, and then at once."""

    def __init__(self) -> None:
        self._passed = 0.0
        passes = self._passes

        class Selector(selectors.DefaultSelector):
            def select(self, timeout: float | None = None) -> Any:
                ready = super().select(None if timeout is None else 0)
                if not ready:
                    passes(timeout or 0.0)
                return ready

        super().__init__(Selector())

    def _passes(self, seconds: float) -> None:
        self._passed += seconds

    def time(self) -> float:
        return self._passed


def at_once(made: Coroutine[Any, Any, bytes]) -> bytes:
    """Run what waits as if its time had passed."""
    with asyncio.Runner(loop_factory=_Instant) as runner:
        return runner.run(made)


def opened(app: Any) -> tuple[asyncio.Task[None], asyncio.StreamReader, Pipe]:
    """A connection: what holds it, what it reads, what it writes to."""
    reader, pipe = asyncio.StreamReader(), Pipe()
    connection = Connection(app, reader, pipe, lambda begun: None, asyncio.Event())  # type: ignore[arg-type]
    return asyncio.create_task(_held(connection)), reader, pipe


async def conversation(app: Any, packets: Iterable[bytes]) -> bytes:
    """What a client gets that sends such packets, and nothing more."""
    task, reader, pipe = opened(app)
    for packet in packets:
        if packet:
            reader.feed_data(packet)
        for _ in range(_TURNS):
            await asyncio.sleep(0)
    reader.feed_eof()
    await asyncio.wait_for(task, PATIENCE)
    return pipe.octets


async def _held(connection: Connection) -> None:
    with suppress(ConnectionResetError):  # the client left in the middle of a request
        await connection.hold()
