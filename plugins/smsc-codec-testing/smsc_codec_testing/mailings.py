"""Every way a mailing can go: all that replies, failures and deaths can do to it, over any number of runs.

A search goes through the states that a journal and a service can be in between two runs, and plays every run that can
begin in each: every policy, and whatever can happen at each write and each exchange. It ends when no run leads to a
state that is new. In each it holds:

* a line went out twice only if the result or the error of some run said so, and no run says so of one that cannot have;
* no line is lost once a run says that the mailing is sent;
* what may have been carried out is sent again by nobody who was not told to;
* a run to which nothing happens ends the mailing, unless it stops at what is unclear.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Coroutine, Iterator
from typing import Any, Literal, get_args

from msgspec import structs

from smsc_codec.api.access import Login
from smsc_codec.client import AsyncClient, Client, ClientError, Journal, JournalError, Mailed, records
from smsc_codec.client.mailing import Unclear as Policy
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_testing.stores import Store
from smsc_codec_testing.world import AsyncService, Gate, Killed, Oops, Service, Tape, World, Written

#: The journal is used by a client that blocks, by one whose coroutine is driven here, or by each in every other run.
Kind = Literal["blocking", "asynchronous", "in turn"]
_ACCESS = Login("alex", "123")
#: A password that cannot be sent: the request cannot be built.
_WRONG = Login("alex", "12\n3")
_HOST = "http://127.0.0.1:9"


class Fault(AssertionError):
    """A promise that was broken, and the runs that broke it."""


class Player:
    """Plays runs of one mailing against a service of its own, and looks what they did. `runs` says how many."""

    def __init__(self, store: Store, *, lines: int = 1, kind: Kind = "blocking") -> None:
        self.lines = [Line((str(79990000001 + n),), f"line {n + 1}") for n in range(lines)]
        self.runs = 0
        self._store = store
        self._kind = kind

    def first(self) -> World:
        """What there is before the first run, with a store that has nothing yet."""
        zeros = (0,) * len(self.lines)
        none: frozenset[Any] = frozenset()
        return World(self._store.save(), zeros, none, none, none, zeros, none)

    def play(
        self, world: World, policy: Policy, tape: Tape, *, most_lines: int = 1, before: tuple[str, ...] = ()
    ) -> World:
        """One run. Raises Fault for the first promise that it breaks; `before` tells of the runs that led there."""
        self._store.load(world.saved)
        journal = self._store.open()
        try:
            after, end = self._run(world, policy, tape, journal, most_lines)
            self._check(world, after, policy, end, tape, before)
            if not isinstance(end, Killed) and policy == "stop" and tape.words:
                # The same process goes on with the journal that it has open.
                again = Tape([])
                later, end = self._run(structs.replace(after, saved=None), "stop", again, journal, most_lines)
                words = f"{_how(policy, tape)}; and then with the same open journal"
                self._check(after, later, "stop", end, again, (*before, words))
            return after
        finally:
            self._store.leave(journal)

    def _run(
        self, world: World, policy: Policy, tape: Tape, journal: Journal, most_lines: int
    ) -> tuple[World, Mailed | BaseException]:
        """One run, and how it ended."""
        self.runs += 1
        service = Service(tape, world, self.lines, KeyboardInterrupt)
        made = world.made

        def new_id() -> str:
            nonlocal made
            made += 1
            return f"m{made}"

        def progress(now: Any) -> None:
            if tape.choose("progress", "told", "breaks") == "breaks":
                raise Oops

        def source() -> Iterator[Line]:
            for line in self.lines:
                if tape.choose("source", "a line", "breaks") == "breaks":
                    raise Oops
                yield line

        access = _WRONG if tape.choose("password", "right", "wrong") == "wrong" else _ACCESS
        how: dict[str, Any] = {"hosts": [_HOST], "clock": lambda: 0.0, "new_id": new_id}
        written = Written(journal, self._store, tape, world)
        mailing: dict[str, Any] = {
            "journal": written,
            "unclear": policy,
            "progress": progress,
            "most_lines": most_lines,
        }
        end: Mailed | BaseException
        try:
            if self._kind == "blocking" or (self._kind == "in turn" and self.runs % 2):
                client = Client(access, service, sleep=lambda seconds: None, **how)
                client._flows.asking.gate = Gate(client._flows.asking.gate, tape)  # type: ignore[assignment]
                end = client.mailing(source(), **mailing)
            else:
                other = AsyncClient(access, AsyncService(service), sleep=_slept, **how)
                other._flows.asking.gate = Gate(other._flows.asking.gate, tape)  # type: ignore[assignment]
                end = _driven(other.mailing(source(), **mailing))
        except (Exception, KeyboardInterrupt, Killed) as error:
            end = error
        repeated, taken = _said(end)
        after = World(
            saved=self._store.save(),
            carried=tuple(service.carried),
            ids=frozenset(service.ids),
            told=world.told | repeated,
            maybe=tuple(written.maybe),
            settled=frozenset(written.settled),
            sizes=tuple(written.sizes),
            by_word=world.by_word | (taken if policy == "sent" else frozenset()),
            made=made,
        )
        return after, end

    def _check(
        self, world: World, after: World, policy: Policy, end: Any, tape: Tape, before: tuple[str, ...]
    ) -> None:
        def fault(words: str, lines: Any) -> None:
            runs = [*before, _how(policy, tape)]
            told = "\n".join(f"  run {number}: {how}" for number, how in enumerate(runs, 1))
            raise Fault(
                f"line {', '.join(str(line) for line in sorted(lines))} {words}:\n{told}\n  it ended: {end!r}"
            )

        everything = set(range(1, len(self.lines) + 1))
        twice = {number for number, count in enumerate(after.carried, 1) if count > 1}
        perhaps = {number for number, count in enumerate(after.maybe, 1) if count > 1}
        if not isinstance(end, Killed):
            if twice - after.told:
                fault("went out twice, and nobody was told", twice - after.told)
            if _said(end)[0] - perhaps:
                fault("cannot have gone out twice, though a run says so", _said(end)[0] - perhaps)
        again = {
            number
            for number, (old, new) in enumerate(zip(world.carried, after.carried, strict=True), 1)
            if new > max(old, 1) and policy != "repeat"
        }
        if again:
            fault("was sent again, though nobody said so", again)
        if isinstance(end, Mailed):
            missing = {number for number, count in enumerate(after.carried, 1) if not count}
            if missing - (after.by_word & _lines(end.taken)):
                fault("is lost", missing - (after.by_word & _lines(end.taken)))
            sent = _lines(record.lines for record in end.records if record.state == "sent")
            if end.lines != len(self.lines) or sent != everything:
                fault("is not sent, or not in the result", everything - sent or everything)
            return
        unclear = {number for number in everything - world.settled if world.maybe[number - 1] > 0}
        if not tape.words and not (policy == "stop" and unclear):
            fault("is not sent, though nothing stops it", everything)
        if "full" not in "".join(tape.words) and any(
            "written" in note for note in getattr(end, "__notes__", ())
        ):
            fault("has something that the journal does not take", everything)


class Search(Player):
    """Plays every run from every state, until no run leads to a new one. `states` says how many there were."""

    def __init__(
        self, store: Store, *, lines: int = 1, most_lines: int = 1, kind: Kind = "blocking", most: int = 3
    ) -> None:
        super().__init__(store, lines=lines, kind=kind)
        self.states = 0
        self._most_lines = most_lines
        # What happened so often is not counted further.
        self._most = most

    def all(self) -> Search:
        """Play them. Raises Fault for the first promise that is broken."""
        first = self.first()
        seen = {self._key(first)}
        waiting: deque[tuple[World, tuple[str, ...]]] = deque([(first, ())])
        while waiting:
            world, before = waiting.popleft()
            self.states += 1
            for after, how in self._from(world, before):
                try:
                    key = self._key(after)
                except JournalError as error:
                    raise Fault(f"a journal that cannot be read: {error}: {(*before, how)}") from error
                if key not in seen:
                    seen.add(key)
                    waiting.append((after, (*before, how)))
        return self

    def _from(self, world: World, before: tuple[str, ...]) -> Iterator[tuple[World, str]]:
        for policy in get_args(Policy):
            told: list[int] | None = []
            while told is not None:
                tape = Tape(told)
                after = self.play(world, policy, tape, most_lines=self._most_lines, before=before)
                told = tape.next()
                yield after, _how(policy, tape)

    def _key(self, world: World) -> Any:
        """What tells one state from another: ids and times are of no account, and high counts are alike."""
        self._store.load(world.saved)
        journal = self._store.open()
        try:
            kept = records(journal.read())
        finally:
            self._store.leave(journal)
        return (
            tuple(
                (one.last, one.state, min(one.times, self._most), one.taken, one.id in world.ids)
                for one in kept
            ),
            tuple(min(count, self._most) for count in world.carried),
            world.told,
            world.by_word,
            tuple(min(count, self._most) for count in world.maybe),
            world.settled,
        )


def _how(policy: Policy, tape: Tape) -> str:
    return f"{policy}, {'; '.join(tape.words) or 'nothing goes wrong'}"


def _lines(some: Any) -> frozenset[int]:
    return frozenset(number for one in some for number in range(one.first, one.last + 1))


def _said(end: Mailed | BaseException) -> tuple[frozenset[int], frozenset[int]]:
    """The lines that somebody sees were repeated, and that were taken for sent."""
    if isinstance(end, Killed):  # what an error of a dead process says nobody sees
        return frozenset(), _noted(end, "taken for sent")
    if isinstance(end, ClientError) and end.mailed is not None:
        end = end.mailed
    if isinstance(end, Mailed):
        return _lines(end.repeated), _lines(end.taken)
    return _noted(end, "sent again"), _noted(end, "taken for sent")


def _noted(error: BaseException, words: str) -> frozenset[int]:
    found = [
        re.fullmatch(r"lines (\d+) to (\d+) \(id .*\) were (.*)", note)
        for note in getattr(error, "__notes__", ())
    ]
    return frozenset(
        number for one in found if one and words in one[3] for number in range(int(one[1]), int(one[2]) + 1)
    )


async def _slept(seconds: float) -> None:
    """Time is not what this is about."""


def _driven(coroutine: Coroutine[Any, Any, Mailed]) -> Mailed:
    """Run a coroutine that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        done: Mailed = end.value
        return done
    finally:
        coroutine.close()
    raise AssertionError("it waits for something")
