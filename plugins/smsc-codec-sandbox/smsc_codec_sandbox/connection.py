"""One connection: requests are read and answered in turn, and no client holds it for longer than is allowed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from email.utils import formatdate

from smsc_codec_sandbox import doors, http1
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.http1 import Head, Incoming, Refused
from smsc_codec_sandbox.service import Answer

#: So many octets are taken at once; other connections have their turn in between.
PACKET = 16_384
#: A body that is too large is read to its end, so that the client gets to read the reply, unless it is so much larger.
_DRAINED = 20
#: What frames a body may be so many times as long as a body, and a little more.
_FRAMED, _LITTLE = 10, 65_536
_HEAD_END = b"\r\n\r\n"
#: How many seconds a client that was refused may go on sending before it reads why.
_LINGER = 1.0


class Connection:
    """A client's connection. `waits` is told what it waits for: a request (False), the rest of one (True), the reply
    (None). `ending` is set when the server ends.
    """

    def __init__(
        self, app: App, reader: asyncio.StreamReader, writer: asyncio.StreamWriter,
        waits: Callable[[bool | None], None], ending: asyncio.Event,
    ) -> None:  # fmt: skip
        self._app = app
        self._config = app.service.config
        self._reader, self._writer = reader, writer
        self._waits, self._ending = waits, ending
        self._incoming = Incoming()
        self._deadline = 0.0

    async def hold(self) -> None:
        """Answer requests until the client goes, or has to. Raises ConnectionError, TimeoutError."""
        while await self._one():
            pass

    async def _one(self) -> bool:
        """Answer one request; whether there may be another."""
        try:
            head = await self._head()
            if head is None:
                return False
            here = (self._writer.get_extra_info("sockname") or ("",))[0]
            if refusal := doors.refusal(head, self._config.allow_hosts, here):
                self._app.turned_away(head, refusal.reason)
                raise Refused(refusal.status, refusal.reason)
            body = await self._body(head)
        except TimeoutError:
            reason = f"a request has to come within {self._config.client_timeout:g} seconds"
            return await self._last(Answer(f"{reason}\n".encode(), status=408))
        except Refused as refused:
            return await self._last(Answer(f"{refused}\n".encode(), status=refused.status))
        if body is None:
            return await self._last(self._app.too_large(head))
        self._waits(None)
        answer = await self._app.answer(head, body)
        try:
            await self._delay(answer.delay)
            if answer.stream is not None and head.method != "HEAD":
                await self._stream(answer, answer.stream())
                return False
            return await self._reply(answer, head)
        finally:
            answer.release()

    async def _head(self) -> Head | None:
        """The head of the next request; None where none comes. Raises Refused, TimeoutError."""
        self._waits(False)
        quiet = self._after(self._config.idle_timeout)
        with suppress(TimeoutError):
            while not self._incoming.begun and await self._more(quiet):
                pass
        if not self._incoming.begun:
            return None
        self._waits(True)
        self._deadline = self._after(self._config.client_timeout)
        while (head := self._incoming.head()) is None:
            if not await self._more(self._deadline):
                return None
        return head

    async def _body(self, head: Head) -> bytes | None:
        """The body of a request; None where it is too large. Raises Refused, TimeoutError, ConnectionError."""
        most = self._config.max_body
        if head.waits:
            if (head.length or 0) > most:
                return None
            # Also where some of the body is here already: a reply does not depend on how octets were cut.
            self._writer.write(http1.CONTINUE)
        pieces: list[bytes] = []
        size = 0
        while (piece := self._incoming.piece()) != b"":
            if piece is not None:
                size += len(piece)
                if size <= most:
                    pieces.append(piece)
            elif self._incoming.taken > most * _DRAINED + _LITTLE:
                return None
            elif not await self._more(self._deadline):
                raise ConnectionResetError
        return b"".join(pieces) if size <= most and self._incoming.taken <= most * _FRAMED + _LITTLE else None

    async def _more(self, deadline: float) -> bool:
        """Whether more octets have come. Raises TimeoutError."""
        await asyncio.sleep(0)
        async with asyncio.timeout_at(deadline):
            data = await self._reader.read(PACKET)
        self._incoming.feed(data)
        return bool(data)

    def _after(self, seconds: float) -> float:
        return asyncio.get_running_loop().time() + seconds

    async def _delay(self, seconds: float) -> None:
        """Wait, until the server ends or the client goes at most. Without any it takes a turn of the loop, so that
        requests that came together are under way together (LIM-2).
        """
        await asyncio.sleep(0)
        if seconds > 0:
            await self._first(self._gone(), self._ending.wait(), timeout=seconds)

    async def _gone(self) -> None:
        """Wait until the client ends its side; what it asks next meanwhile is kept. Raises ConnectionError."""
        room = http1.MOST_HEAD
        while room > 0:
            data = await self._reader.read(PACKET)
            if not data:
                return
            self._incoming.feed(data)
            room -= len(data)
        await self._ending.wait()

    async def _first(self, *waits: Awaitable[object], timeout: float | None = None) -> None:
        """Wait for the first of several, and let go of the others."""
        tasks = [asyncio.ensure_future(waited) for waited in waits]
        try:
            await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _reply(self, answer: Answer, head: Head) -> bool:
        """Send a reply; whether the connection goes on. Raises ConnectionError, TimeoutError."""
        keep = head.keeps_alive and answer.cut is None and not self._ending.is_set()
        octets = _octets(answer, keep=keep, bare=head.method == "HEAD")
        if answer.cut is not None:
            head_end = octets.index(_HEAD_END) + len(_HEAD_END)
            octets = octets[: head_end + answer.cut]
        self._writer.write(octets)
        async with asyncio.timeout(self._config.client_timeout):
            await self._writer.drain()
        return keep

    async def _stream(self, answer: Answer, pieces: AsyncIterator[bytes]) -> None:
        """Send a reply that goes on until the client leaves, does not take it, or the server ends."""
        self._writer.write(_octets(answer, keep=False, endless=True))
        await self._first(self._pass_on(pieces), self._reader.read(PACKET), self._ending.wait())

    async def _pass_on(self, pieces: AsyncIterator[bytes]) -> None:
        async for piece in pieces:
            self._writer.write(piece)
            async with asyncio.timeout(self._config.client_timeout):
                await self._writer.drain()

    async def _last(self, answer: Answer) -> bool:
        """Send a reply to a client that may be still sending, and give it the time to read it."""
        self._writer.write(_octets(answer, keep=False))
        if self._writer.can_write_eof():
            self._writer.write_eof()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGER):
                while await self._reader.read(PACKET):
                    pass
        return False


def _octets(answer: Answer, *, keep: bool, bare: bool = False, endless: bool = False) -> bytes:
    own = {name for name, _ in answer.headers}
    headers = [
        ("date", formatdate(usegmt=True)),
        ("content-type", f"{answer.media}; charset={answer.charset}" if answer.charset else answer.media),
        *(header for header in doors.HEADERS if header[0] not in own),
        *answer.headers,
    ]
    if not keep:
        headers.append(("connection", "close"))
    return http1.reply(answer.status, headers, answer.data, bare=bare, endless=endless)


def crowded() -> bytes:
    """What a client gets that finds no place."""
    return _octets(Answer(b"too many connections\n", status=503), keep=False)
