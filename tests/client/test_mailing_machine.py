"""Mailings of several requests over many runs, each cut into requests otherwise; what the search is too large for."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Any, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from smsc_codec_testing import MemoryStore, Player
from smsc_codec_testing.world import Tape

from smsc_codec.api import Login
from smsc_codec.client import AsyncClient, MemoryJournal, Response
from smsc_codec.client.gate import Gate
from smsc_codec.client.mailing import Unclear
from smsc_codec.payloads.mailing.model import Line

#: Where something can happen, the more often the more there is.
PLACES = ("request",) * 6 + ("'begun'", "'sent'", "'refused'", "'unclear'", "'taken'", "status", "limits", "progress",
                            "source", "password")  # fmt: skip


class At(Tape):
    """Something happens at some places, each the so-manyth of its kind; nothing goes wrong elsewhere."""

    def __init__(self, events: list[tuple[str, int, int]]) -> None:
        super().__init__([])
        self._events = {(place, number): choice for place, number, choice in events}
        self._seen: Counter[str] = Counter()

    def choose(self, place: str, *choices: str) -> str:
        kind = place.split()[0]
        chosen = choices[self._events.get((kind, self._seen[kind]), 0) % len(choices)]
        self._seen[kind] += 1
        if chosen != choices[0]:
            self.words.append(f"{place}: {chosen}")
        return chosen


class Mailings(RuleBasedStateMachine):
    """Runs of one mailing, whatever happens in them: the Player raises Fault for the first promise that is broken."""

    @initialize(lines=st.integers(1, 12), kind=st.sampled_from(["blocking", "asynchronous"]))
    def begin(self, lines: int, kind: Any) -> None:
        self.player = Player(MemoryStore(), lines=lines, kind=kind)
        self.first = self.world = self.player.first()

    @rule(
        policy=st.sampled_from(get_args(Unclear)),
        most_lines=st.integers(1, 3),
        events=st.lists(
            st.tuples(st.sampled_from(PLACES), st.integers(0, 1), st.integers(1, 17)), min_size=1, max_size=2
        ),
    )
    def run(self, policy: Unclear, most_lines: int, events: list[tuple[str, int, int]]) -> None:
        """A run in which something happens; when all is sent, the next is the first of another mailing."""
        if len(self.world.settled) == len(self.player.lines):
            self.world = self.first
        self.world = self.player.play(self.world, policy, At(events), most_lines=most_lines)

    def teardown(self) -> None:
        """A run to which nothing happens ends it: no line is lost."""
        if hasattr(self, "player"):
            world = self.player.play(self.world, "repeat", Tape([]))
            assert min(world.carried) >= 1 or world.by_word


Mailings.TestCase.settings = settings(max_examples=100, stateful_step_count=20, deadline=None)
TestMailings = Mailings.TestCase


LINES = [Line((str(79990000001 + n),), f"line {n + 1}") for n in range(4)]


class Stuck:
    """A transport, a source and a pause that wait for ever at one place, and say when they are there."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.there = asyncio.Event()
        self.asked: list[str] = []

    async def wait(self, place: str) -> None:
        if place == self.place:
            self.there.set()
            await asyncio.Event().wait()

    async def exchange(self, request: Any, base: str) -> Response:
        kind = (
            "status"
            if "status" in request.target
            else f"request {sum('send' in one for one in self.asked) + 1}"
        )
        self.asked.append(request.target)
        await self.wait(kind)
        return Response(200, b'{"status": -3}' if kind == "status" else b'{"id": 1, "cnt": 1}')

    async def sleep(self, seconds: float) -> None:
        await self.wait("pause")

    async def lines(self) -> AsyncIterator[Line]:
        for number, line in enumerate(LINES, 1):
            await self.wait(f"line {number}")
            yield line


class Full(Gate):
    """Limits with no place left."""

    def __init__(self) -> None:
        super().__init__(lambda: 0.0)

    def enter(self, *given: Any) -> Any:
        return None


def cancelled(
    place: str, journal: MemoryJournal, prepare: Callable[[AsyncClient], None] = lambda client: None
) -> Any:
    """A mailing whose task is cancelled while it waits at a place."""

    async def run() -> Any:
        stuck = Stuck(place)
        client = AsyncClient(
            Login("alex", "123"), stuck, clock=lambda: 0.0, sleep=stuck.sleep, hosts=["http://127.0.0.1:9"]
        )
        prepare(client)
        task = asyncio.create_task(
            client.mailing(stuck.lines(), journal=journal, most_lines=1, unclear="ask")
        )
        await stuck.there.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        return stuck, caught.value

    return asyncio.run(run())


@pytest.mark.parametrize("number", [1, 2])
def test_cancelled_under_way(number: int) -> None:
    """A task that is cancelled while its request is under way leaves it unclear, and says which lines it had."""
    journal = MemoryJournal()
    _, error = cancelled(f"request {number}", journal)
    assert [entry.event for entry in journal.entries][-1] == "begun"
    assert any(f"lines {number} to {number} " in note and "nobody knows" in note for note in error.__notes__)
    before = journal.read()
    stuck, _ = cancelled("status", journal)
    assert stuck.asked == ["/sys/status.php"]
    assert journal.read() == before


@pytest.mark.parametrize("place", ["line 1", "line 3"])
def test_cancelled_before(place: str) -> None:
    """One that is cancelled while it waits for a line has begun nothing that is not over."""
    journal = MemoryJournal()
    cancelled(place, journal)
    assert [entry.event for entry in journal.entries][-1:] in ([], ["sent"])


def test_cancelled_before_it_has_a_place() -> None:
    """LIM-2: one that waits for a place among the requests at once has begun nothing; an unclear one stays so."""

    def full(client: AsyncClient) -> None:
        client._flows.asking.gate = Full()

    journal = MemoryJournal()
    stuck, _ = cancelled("pause", journal, full)
    assert (journal.entries, stuck.asked) == ([], [])
