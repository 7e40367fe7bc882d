"""A transcript played against its menu: what does not go as it is told, and what of the menu it has been to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from smsc_codec.payloads.call.events import first_misfit, step_of
from smsc_codec.payloads.call.model import POLICIES, Given, Happens, Nothing, Step, Transcript
from smsc_codec.payloads.menu.caller.explore import name
from smsc_codec.payloads.menu.caller.graph import Graph
from smsc_codec.payloads.menu.caller.machine import State
from smsc_codec.payloads.menu.caller.speech import Range
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.player import NotPossible, Player


class Turn(Struct, frozen=True):
    """What comes from outside, None at the pick-up, and the lines on what happens then, by their numbers."""

    given: int | None
    lines: tuple[int, ...]


class Misfit(Struct, frozen=True):
    """Where a call does not go as it is told.

    `step` is the number of the step that does not fit, or of the last one that does where `more` happens behind it;
    `told` says what is wrong; `came` is what happens there instead, up to where the call waits.
    """

    step: int
    told: str
    came: tuple[Happens, ...] = ()
    more: bool = False


class Played(Struct, frozen=True):
    """A transcript that was played: what did not fit, where the call has been, and how long it took, in seconds."""

    misfits: tuple[Misfit, ...]
    options: MenuOptions
    been: frozenset[tuple[State, str]]
    done: frozenset[int]
    seconds: Range


class Covered(Struct, frozen=True):
    """How much of a menu some transcripts have been to, of what callers can come to.

    An item is one line of the menu; an edge is one thing that can come from outside in one state. What is `missing`
    is said in words.
    """

    items: int
    all_items: int
    edges: int
    all_edges: int
    missing_items: tuple[str, ...]
    missing_edges: tuple[str, ...]

    @property
    def percent(self) -> float:
        """The smaller of the two parts; of a menu without items, all."""
        parts = [(self.items, self.all_items), (self.edges, self.all_edges)]
        return min(100.0 * some / of if of else 100.0 for some, of in parts)


def options_of(transcript: Transcript, options: MenuOptions) -> MenuOptions:
    """The options with the policies that a transcript says."""
    said = {name.replace("-", "_"): getattr(transcript, name.replace("-", "_")) for name in POLICIES}
    return structs.replace(options, **{name: value for name, value in said.items() if value is not None})


def turns(steps: Iterable[Step]) -> Iterator[Turn]:
    """The steps, from one that comes from outside to the next."""
    given: int | None = None
    lines: list[int] = []
    for number, step in enumerate(steps):
        if isinstance(step, Given):
            yield Turn(given, tuple(lines))
            given, lines = number, []
        else:
            lines.append(number)
    yield Turn(given, tuple(lines))


def happens(player: Player, transcript: Transcript, turn: Turn) -> tuple[Happens, ...]:
    """What happens in a turn, line by line. Raises NotPossible."""
    if turn.given is None:
        made = player.began
    else:
        step = transcript.steps[turn.given]
        assert isinstance(step, Given)
        made = player.give(step.what)
    return tuple(line for one in made if (line := step_of(one)) is not None)


def run(transcript: Transcript, menu: Menu, options: MenuOptions | None = None) -> Played:
    """Play a transcript against a menu. Never raises; what cannot come from outside ends it.

    Where nothing is told behind what comes from outside, nothing is looked at; where something is, it is all that may
    happen, in order.
    """
    used = options_of(transcript, options or MenuOptions())
    player = Player(menu, used)
    misfits: list[Misfit] = []
    for turn in turns(transcript.steps):
        try:
            came = happens(player, transcript, turn)
        except NotPossible as error:
            assert turn.given is not None
            misfits.append(Misfit(turn.given, str(error)))
            break
        misfit = judged(transcript, turn, came)
        if misfit:
            misfits.append(misfit)
    return Played(tuple(misfits), used, frozenset(player.given), frozenset(player.done), player.seconds)


def judged(transcript: Transcript, turn: Turn, came: tuple[Happens, ...]) -> Misfit | None:
    """What of one turn is not as it is told."""
    if not turn.lines:
        return None
    lines: list[Happens] = [transcript.steps[number] for number in turn.lines]  # type: ignore[misc]
    if lines == [Nothing()]:
        return Misfit(turn.lines[0], "something happens here", came) if came else None
    found = first_misfit(lines, came)
    if found is None:
        return None
    line, at = found
    rest = came[at:]
    if line == len(lines):
        return Misfit(turn.lines[-1], "more happens after this", rest, more=True)
    told = "something else happens here" if rest else "nothing happens here"
    return Misfit(turn.lines[line], told, rest)


def covered(menu: Menu, calls: Iterable[Played]) -> Covered:
    """What of a menu some calls have been to, together, under each reading of the page's silence that they have."""
    calls = list(calls)
    every: dict[tuple[State, str], None] = {}
    items: dict[int, None] = {}
    for options in dict.fromkeys(call.options for call in calls):
        graph = Graph(menu.items, options)
        for state in graph.reached:
            for given, step in graph.steps(state).items():
                every[state, given] = None
                items |= dict.fromkeys(step.done)
    been = frozenset().union(*(call.been for call in calls))
    done = frozenset().union(*(call.done for call in calls))
    missing = [pair for pair in every if pair not in been]
    left = sorted(set(items) - done)
    return Covered(
        len(items) - len(left),
        len(items),
        len(every) - len(missing),
        len(every),
        tuple(f"{menu.items[number].key} (item {number + 1})" for number in left),
        tuple(f"{given} in {name(state)}" for state, given in missing),
    )
