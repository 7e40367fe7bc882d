"""What is around a mailing, for tests: a service that counts what it carried out, and all that can go wrong."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from msgspec import Struct

from smsc_codec.client import Entry, HeldBack, Journal, NotSent, Response, Unclear
from smsc_codec.payloads.mailing.model import Line
from smsc_codec_testing.stores import Store


class Killed(BaseException):
    """The process is dead: nobody sees a result."""


class Oops(Exception):
    """What breaks outside of the client."""


class World(Struct, frozen=True):
    """What there is between two runs. Lines are counted from 1."""

    saved: Any
    #: How often the service carried out each line.
    carried: tuple[int, ...]
    #: The ids that the service knows.
    ids: frozenset[int | str]
    #: The lines that some run said went out perhaps twice, and those that were taken for sent by somebody's word.
    told: frozenset[int]
    by_word: frozenset[int]
    #: How often each line was begun, less the times that are known to have done nothing; and the lines that are sent.
    #: Both as far as the journal was told.
    maybe: tuple[int, ...]
    settled: frozenset[int]
    #: How many lines each request has.
    sizes: tuple[int, ...] = ()
    #: How many ids were made up.
    made: int = 0


class Tape:
    """What happens, choice by choice: as it was told, and then the first of each."""

    def __init__(self, told: list[int]) -> None:
        self._told = told
        self.taken: list[tuple[int, int]] = []
        self.words: list[str] = []

    def choose(self, place: str, *choices: str) -> str:
        """One of the choices; the first is that nothing goes wrong."""
        at = len(self.taken)
        chosen = self._told[at] % len(choices) if at < len(self._told) else 0
        self.taken.append((chosen, len(choices)))
        if chosen:
            self.words.append(f"{place}: {choices[chosen]}")
        return choices[chosen]

    def next(self) -> list[int] | None:
        """The tape of what comes after this, if anything does."""
        left = list(self.taken)
        while left and left[-1][0] + 1 == left[-1][1]:
            left.pop()
        return [*(chosen for chosen, _ in left[:-1]), left[-1][0] + 1] if left else None


#: What comes of an exchange, whether the service had carried it out or not.
_EXCHANGES = (
    "taken", "not sent", "taken, lost", "lost", "taken, killed", "killed", "refused", "too often",
    "taken, 303", "303", "taken, 504", "taken, error 504", "taken, error 0", "taken, error beside a count",
    "taken, given up", "given up", "taken, broken", "taken, cut",
)  # fmt: skip
_RESPONSES = {
    "refused": Response(200, b'{"error": "no money", "error_code": 3}'),
    "too often": Response(200, b'{"error": "duplicate request", "error_code": 9}'),
    "303": Response(303, b""),
    "504": Response(504, b"Gateway Timeout"),
    "error 504": Response(200, b'{"error": "gateway timeout", "error_code": 504}'),
    "error 0": Response(200, b'{"error": "ok", "error_code": 0, "id": 1, "cnt": 1}'),
    "error beside a count": Response(200, b'{"error": "x", "error_code": 7, "id": 1, "cnt": 1}'),
    "cut": Response(200, b'{"id": 1, "cn'),
}


class Service:
    """The service, and the way to it."""

    def __init__(self, tape: Tape, world: World, lines: list[Line], given_up: type[BaseException]) -> None:
        self._tape = tape
        self._numbers = {line.text: number for number, line in enumerate(lines)}
        self._given_up = given_up
        self.carried = list(world.carried)
        self.ids = set(world.ids)

    def exchange(self, request: Any, base: str) -> Response:
        """Carry a request out or not, and answer or not."""
        said = dict(parse_qsl(request.body.decode()))
        if request.target == "/sys/status.php":
            return self._status(said["id"])
        numbers = [self._numbers[line.partition(":")[2]] for line in said["list"].split("\n")]
        what = self._tape.choose(f"request of line {numbers[0] + 1}", *_EXCHANGES)
        if what.startswith("taken"):
            for number in numbers:
                self.carried[number] += 1
            self.ids.add(said["id"])
            what = what.removeprefix("taken, ")
        match what:
            case "taken":
                return Response(200, b'{"id": "%s", "cnt": %d}' % (said["id"].encode(), len(numbers)))
            case "not sent":
                raise NotSent("no connection")
            case "lost":
                raise Unclear("timed out")
            case "killed":
                raise Killed
            case "given up":
                raise self._given_up
            case "broken":
                raise Oops
        return _RESPONSES[what]

    def _status(self, id: str) -> Response:
        what = self._tape.choose("status", "answered", "not sent", "killed", "given up", "refused")
        match what:
            case "not sent":
                raise NotSent("no connection")
            case "killed":
                raise Killed
            case "given up":
                raise self._given_up
            case "refused":
                return Response(200, b'{"status": 24}')
        known = id in self.ids
        return Response(200, b'{"status": %d}' % (1 if known else -3))


class AsyncService:
    """The same, to be awaited."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def exchange(self, request: Any, base: str) -> Response:
        """Carry a request out or not, and answer or not."""
        return self._service.exchange(request, base)


class Written:
    """A journal whose process may die at every entry, and whose disk may be full."""

    def __init__(self, inner: Journal, store: Store, tape: Tape, world: World) -> None:
        self._inner = inner
        self._store = store
        self._tape = tape
        self.sizes = list(world.sizes)
        self.maybe = list(world.maybe)
        self.settled = set(world.settled)

    def read(self) -> Any:
        """What the journal says."""
        return self._inner.read()

    def _told(self, entry: Entry) -> None:
        self.sizes[entry.number :] = [entry.lines]
        first = sum(self.sizes[: entry.number])
        for number in range(first, first + entry.lines):
            self.maybe[number] += {"begun": 1, "refused": -1}.get(entry.event, 0)
            if entry.event in ("sent", "taken"):
                self.settled.add(number + 1)

    def write(self, entry: Entry) -> None:
        """Write an entry, or die, or fail."""
        place = f"{entry.event!r} of request {entry.number}"
        what = self._tape.choose(
            place, "written", "killed before", "killed in it", "killed after", "full before", "full after"
        )
        if what == "killed in it":
            self._store.tear(self._inner, entry)
        if what.startswith("killed") and what != "killed after":
            raise Killed
        if what != "full before":
            self._inner.write(entry)
            self._told(entry)
        if what == "killed after":
            raise Killed
        if what.startswith("full"):
            raise OSError("No space left on device")


class Gate:
    """The limits: the request goes, or has to wait."""

    def __init__(self, inner: Any, tape: Tape) -> None:
        self._inner = inner
        self._tape = tape

    def enter(self, *given: Any) -> Any:
        """Let a request go, or hold it back."""
        if self._tape.choose("limits", "free", "held back") == "held back":
            raise HeldBack("too soon", 60.0)
        return self._inner.enter(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)
