"""Every order in which the steps of a few runs can come: each run is a thread that stops before each of its steps.

A run is deterministic but for what it sees, so two orders that leave the same world to runs that have seen the same
go on alike: only one of them is followed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Protocol

from msgspec import Struct


class Killed(BaseException):
    """A run is dead: nothing that it still does has any effect."""


class World(Protocol):
    """What the runs share."""

    def state(self) -> Hashable:
        """All of it."""


class Move(Struct, frozen=True):
    """What happens next: a run does its step, in one of the ways in which that can go, or dies instead."""

    run: int
    way: str


class Run:
    """One run, which does a step whenever it is let."""

    def __init__(self, number: int, body: Callable[[Run], Any]) -> None:
        self.number = number
        self.seen: list[Hashable] = []
        self.ways: tuple[str, ...] = ()
        self.result: Any = None
        self.error: BaseException | None = None
        self.over = False
        self._way = ""
        self._go, self._stopped = threading.Semaphore(0), threading.Semaphore(0)
        self._body = body
        self._thread = threading.Thread(target=self._all, daemon=True, name=f"run {number}")
        self._thread.start()
        self._stopped.acquire()

    def _all(self) -> None:
        try:
            self.result = self._body(self)
        except Killed:
            pass
        except BaseException as error:
            self.error = error
        self.over = True
        self._stopped.release()

    def step(self, ways: Iterable[str], enabled: Callable[[], bool] = lambda: True) -> str:
        """Wait until the next step may be done; in which way it goes. Called by the run itself."""
        if self._way == "kill":
            raise Killed
        self.ways, self.enabled = tuple(ways), enabled
        self._stopped.release()
        self._go.acquire()
        if self._way == "kill":
            raise Killed
        return self._way

    def move(self, way: str) -> None:
        """Let it do its step, up to the next one."""
        self._way = way
        self._go.release()
        self._stopped.acquire()

    def end(self) -> None:
        """Have no thread stay behind."""
        while not self.over:
            self.move("kill")
        self._thread.join()


class Search(Struct):
    """Counts what was searched."""

    states: int = 0
    ends: int = 0
    deepest: int = 0


def search(
    world: Callable[[], Any],
    bodies: Callable[[Any], list[Callable[[Run], Any]]],
    check: Callable[[Any, list[Run]], None],
    *,
    kills: int = 0,
) -> Search:
    """Follow every order of the steps, in every way that each can go, with up to so many deaths; check every end."""
    found = Search()
    known: set[Hashable] = set()
    trails: list[tuple[Move, ...]] = [()]
    while trails:
        trail = trails.pop()
        shared = world()
        runs = [Run(number, body) for number, body in enumerate(bodies(shared))]
        try:
            for move in trail:
                runs[move.run].move(move.way)
            # From here on one way is followed to its end; the others are left for later.
            while True:
                died = sum(move.way == "kill" for move in trail)
                state = (shared.state(), died, *((run.over, tuple(run.seen), run.ways) for run in runs))
                if state in known:
                    break
                known.add(state)
                found.states += 1
                found.deepest = max(found.deepest, len(trail))
                moves = list(_moves(runs, died < kills))
                if not moves:
                    found.ends += 1
                    try:
                        check(shared, runs)
                    except AssertionError as error:
                        way = " ".join(f"{move.run}:{move.way}" for move in trail)
                        raise AssertionError(f"{error}\nafter {way}") from error
                    break
                trails += [(*trail, other) for other in moves[1:]]
                trail = (*trail, moves[0])
                runs[moves[0].run].move(moves[0].way)
        finally:
            for run in runs:
                run.end()
    return found


def _moves(runs: list[Run], may_die: bool) -> Iterator[Move]:
    for run in runs:
        if run.over:
            continue
        if run.enabled():
            for way in run.ways:
                yield Move(run.number, way)
        if may_die:
            yield Move(run.number, "kill")
