"""What answers a request: the service's endpoints, the JSON API or the page."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from smsc_codec_sandbox import api, callbacks, doors
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import Web

#: How often due callbacks are looked for, in seconds.
TICK = 0.05
#: Longer requests are worked on in a thread, one after the other, so that others need not wait for them.
SHORT = 16_384
_LOG = logging.getLogger("smsc_codec_sandbox")


class App:
    """One sandbox. The raw octets of a request reach the codec as they came (BEY-9)."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.web = Web(service)
        self._workers = ThreadPoolExecutor(1, thread_name_prefix="smsc-sandbox-long")
        #: What looks through all that is kept for the page has a thread of its own.
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="smsc-sandbox-page")
        self._told: set[str] = set()

    async def answer(self, head: Head, body: bytes) -> Answer:
        """The reply to a request. Never raises: what goes wrong here is told in the log, and as status 500."""
        try:
            path, _, query = doors.origin_form(head.target)[1].partition("?")
            if len(head.target) + len(body) > SHORT:
                workers = self._workers
            elif doors.is_own(path) and self.web.is_long(path, query):
                workers = self._readers
            else:
                await self._wait(head)
                return self._answer(head, body)
            return await asyncio.get_running_loop().run_in_executor(workers, self._answer, head, body)
        except Exception as error:
            path = doors.origin_form(head.target)[1].partition("?")[0]
            _LOG.exception("%s %s was answered with status 500: %s", head.method, path, type(error).__name__)
            return Answer(b"the sandbox failed: its log says why\n", status=500)

    async def _wait(self, head: Head) -> None:
        """Let who waits for a list wait, until there is something in it or the time is over."""
        path, _, query = doors.origin_form(head.target)[1].partition("?")
        loop = asyncio.get_running_loop()
        until = loop.time() + api.waits(head.method, path, query)
        seen: int | None = None
        while loop.time() < until:
            if seen != self.service.store.changes:
                seen = self.service.store.changes
                answer = api.answer(self.service, "GET", path, query, b"")
                if answer.data != api.EMPTY:
                    return
            await asyncio.sleep(TICK)

    def _answer(self, head: Head, body: bytes) -> Answer:
        _, target = doors.origin_form(head.target)
        path, _, query = target.partition("?")
        if head.method == "CONNECT":
            return Answer(b"the sandbox has no TLS: use addresses with http://\n", status=405)
        if path.startswith(api.ROOT):
            return api.answer(self.service, head.method, path, query, body)
        if (shown := self.web.answer(head, path, query, body)) is not None:
            return shown
        if path == "/favicon.ico":  # which browsers ask for by themselves
            return Answer(b"", status=404)
        answer = self.service.answer(head.method, target, head.first("content-type"), body)
        return Answer(b"there is nothing here\n", status=404) if answer is None else answer

    def too_large(self, head: Head) -> Answer:
        """The reply to a request whose body is larger than what is read."""
        return self.service.too_large(doors.origin_form(head.target)[1])

    def turned_away(self, head: Head, reason: str) -> None:
        """A request was not let in: the log says so once for each reason, and nothing is kept of it."""
        if reason not in self._told and len(self._told) < 100:
            self._told.add(reason)
            _LOG.warning("a request was refused: %s", reason)

    async def deliver(self) -> None:
        """Make the callbacks that are due, until it is cancelled."""
        rounds = callbacks.Rounds(self.service.courier, self.service.told)
        try:
            while True:
                self.service.phone.tick()
                rounds.start(self.service.clock.now())
                self.service.keep_told()
                if turned := self.service.turns.due(self.service.clock.now()):
                    self.web.hub.tell("messages", turned)
                await asyncio.sleep(TICK)
        finally:
            await rounds.end()
            self.service.keep_told()

    def close(self) -> None:
        """Take on no more."""
        for workers in (self._workers, self._readers):
            workers.shutdown(wait=False, cancel_futures=True)
