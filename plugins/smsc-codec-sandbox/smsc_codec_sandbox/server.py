"""The sandbox on a port, for as long as it is wanted."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext, suppress

from smsc_codec_sandbox import connection
from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.service import Service

HOST, PORT = "127.0.0.1", 8025
#: Seconds that requests under way have to be answered when the server is told to end.
GRACE = 10.0
#: Seconds in which a client has to take what was written to it before its connection ended.
_FLUSH = 2.0


def listening(host: str = HOST, port: int = PORT) -> socket.socket:
    """A socket that listens; port 0 is any free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol: asyncio sends small pieces at once only where it sees one.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def address(listener: socket.socket) -> str:
    """The address of a sandbox that listens there; one of this machine where it listens at all of them."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": HOST, "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Server:
    """Serves one sandbox: `run` it, and `stop` it from any thread or signal handler. `beside` is entered meanwhile."""

    def __init__(self, service: Service, beside: AbstractAsyncContextManager[object] | None = None) -> None:
        self._app = App(service)
        self._beside = beside or nullcontext()
        self._most = service.config.max_connections
        #: Connections that wait for a request (False) or the rest of one (True), the longest first.
        self._waiting: OrderedDict[asyncio.Task[None], bool] = OrderedDict()
        self._open: set[asyncio.Task[None]] = set()
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending = asyncio.Event()

    def run(self, listener: socket.socket) -> None:
        """Serve until it is told to stop; then answer what is under way, and return."""
        asyncio.run(self._serve(listener))

    def stop(self) -> None:
        """End; told once more, end at once."""
        if self._loop is None:
            self._ending.set()
        else:
            with suppress(RuntimeError):  # it has ended already
                self._loop.call_soon_threadsafe(self._end)

    def started(self, timeout: float) -> bool:
        """Wait until it serves."""
        return self._ready.wait(timeout)

    def _end(self) -> None:
        if self._ending.is_set():
            for task in self._open:
                task.cancel()
        self._ending.set()

    async def _serve(self, listener: socket.socket) -> None:
        self._loop = asyncio.get_running_loop()
        server = await asyncio.start_server(self._connected, sock=listener, limit=connection.PACKET)
        deliveries = asyncio.create_task(self._app.deliver())
        try:
            async with self._beside:
                self._ready.set()
                await self._ending.wait()
        finally:
            server.close()
            for task in [task for task, begun in self._waiting.items() if not begun]:
                task.cancel()
            if self._open:
                await asyncio.wait(self._open, timeout=GRACE)
            for task in [deliveries, *self._open]:
                task.cancel()
            await asyncio.gather(deliveries, *self._open, return_exceptions=True)
            self._app.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Talk with a client that has come. A new one takes the place of who has kept the server waiting longest."""
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            if len(self._open) > self._most and not self._make_room():
                writer.write(connection.crowded())
            else:
                talk = connection.Connection(
                    self._app, reader, writer, lambda begun: self._waits(task, begun), self._ending
                )
                await talk.hold()
        except (ConnectionError, TimeoutError, asyncio.CancelledError):
            pass  # the client is gone, does not read, or had to make room
        finally:
            self._waits(task, None)
            await self._closed(writer)
            self._open.discard(task)

    async def _closed(self, writer: asyncio.StreamWriter) -> None:
        writer.close()
        try:
            async with asyncio.timeout(_FLUSH):
                await writer.wait_closed()
        except (OSError, TimeoutError, asyncio.CancelledError):
            writer.transport.abort()

    def _waits(self, task: asyncio.Task[None], begun: bool | None) -> None:
        self._waiting.pop(task, None)
        if begun is not None:
            self._waiting[task] = begun

    def _make_room(self) -> bool:
        for wanted in (False, True):
            for task, begun in self._waiting.items():
                if begun is wanted:
                    del self._waiting[task]
                    task.cancel()
                    return True
        return False


@contextmanager
def running(service: Service, host: str = HOST, port: int = 0) -> Iterator[str]:
    """A sandbox in a thread; gives its address, and ends it. Raises OSError where it cannot listen."""
    listener = listening(host, port)
    made = Server(service)
    thread = threading.Thread(target=made.run, args=(listener,), daemon=True, name="smsc-sandbox")
    thread.start()
    made.started(GRACE)
    try:
        yield address(listener)
    finally:
        made.stop()
        thread.join(GRACE + _FLUSH)
        listener.close()
