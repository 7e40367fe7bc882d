"""Who looks at the page is told what has changed, as server-sent events: keys only, the page asks for what it shows.

A listener holds what has changed since it was told last, each key once, so one that is slow costs no more than a fast
one. One that takes nothing at all is let go by the connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from threading import Lock

import msgspec

from smsc_codec_sandbox.service import Answer

#: So many pages listen at once; no more than half of the connections, so that clients find a place.
MOST_LISTENERS = 32
#: More keys than these are told as "all of them".
MOST_KEYS = 500
#: Seconds between two events, in which changes come together; and after which a quiet listener hears a sign of life.
PAUSE, BEAT = 0.03, 15.0


class Listener:
    """One page that is open."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._changed: dict[str, set[int] | None] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news = asyncio.Event()

    def tell(self, topic: str, keys: Iterable[int]) -> None:
        """Something has changed; no keys are any of the topic. Any thread may call it."""
        with self._lock:
            known = self._changed.setdefault(topic, set())
            new = set(keys)
            if known is not None:
                known |= new
                if not new or len(known) > MOST_KEYS:
                    self._changed[topic] = None
            loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the server has ended
                loop.call_soon_threadsafe(self._news.set)

    async def events(self) -> AsyncIterator[bytes]:
        """What it is told, without an end."""
        with self._lock:
            self._loop = asyncio.get_running_loop()
        yield b"retry: 1000\nevent: hello\ndata: {}\n\n"
        while True:
            with self._lock:
                changed, self._changed = self._changed, {}
            if changed:
                told = {topic: None if keys is None else sorted(keys) for topic, keys in changed.items()}
                yield b"event: change\ndata: " + msgspec.json.encode(told) + b"\n\n"
                await asyncio.sleep(PAUSE)
                continue
            try:
                async with asyncio.timeout(BEAT):
                    await self._news.wait()
                self._news.clear()
            except TimeoutError:
                yield b": still here\n\n"


class Hub:
    """All who listen. Any thread may call it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._listeners: set[Listener] = set()

    def listen(self) -> Listener | None:
        """One more listener; None where there are enough."""
        with self._lock:
            if len(self._listeners) >= self._most:
                return None
            made = Listener()
            self._listeners.add(made)
            return made

    def leave(self, listener: Listener) -> None:
        """A listener is gone."""
        with self._lock:
            self._listeners.discard(listener)

    def tell(self, topic: str, keys: Iterable[int] = ()) -> None:
        """Tell all that something of a topic has changed; no keys are any of it."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener.tell(topic, keys)


def answer(hub: Hub) -> Answer:
    """The stream of a new listener."""
    listener = hub.listen()
    if listener is None:
        return Answer(b"too many pages listen already\n", status=503)
    return Answer(
        b"", media="text/event-stream", stream=listener.events, release=lambda: hub.leave(listener),
        headers=(("x-accel-buffering", "no"),),
    )  # fmt: skip
