"""A sandbox without a socket: octets in pieces as packets bring them, and what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
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


async def conversation(app: Any, packets: Iterable[bytes]) -> bytes:
    """What a client gets that sends such packets, and nothing more."""
    reader, pipe = asyncio.StreamReader(), Pipe()
    connection = Connection(app, reader, pipe, lambda begun: None, asyncio.Event())  # type: ignore[arg-type]
    task = asyncio.create_task(_held(connection))
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
