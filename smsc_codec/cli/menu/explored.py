"""What was explored, in words: `say` says each sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smsc_codec.linter.reports.totals import plural
from smsc_codec.payloads.menu.caller.explore import Ending, Explored
from smsc_codec.payloads.menu.caller.graph import in_words
from smsc_codec.payloads.menu.caller.readings import Reading

Say = Callable[[str], str]


def lines(name: str, found: Explored, held: Sequence[Reading] | None, say: Say) -> Iterator[str]:
    """The lines of the report."""
    states, edges = len(found.states), len(found.edges)
    yield say(f"{name}: {states} of {found.of_states} states, {edges} of {found.of_edges} edges")
    yield say(
        "where the page is silent: " + ", ".join(f"{key} {value}" for key, value in found.policy.items())
    )
    yield ""
    yield from _endings(found, say)
    if found.traps:
        yield from (
            "",
            say(f"Callers get stuck in {plural(len(found.traps), 'place')} and can only hang up:"),
        )
        yield from (f"  {trap.at:<12} {way(trap.keys, say)}" for trap in found.traps)
    if found.dead_keys:
        yield from ("", say(f"Nothing leads to: {', '.join(found.dead_keys)}"))
    if found.numbers:
        yield from ("", say("Numbers, in the order in which callers first come to them:"))
        for one in found.numbers:
            wait = "" if one.wait is None else say(f", rings up to {one.wait} s")
            more = say(f", number {one.order} of its call") if one.order > 1 else ""
            yield f"  {one.number:<16} {say('at')} {one.key}{wait}{more}; {way(one.keys, say)}"
    if found.spoken:
        yield from ("", *_spoken(found, say))
    if held is not None:
        yield from ("", *_held(held, say))


def way(keys: Sequence[str], say: Say) -> str:
    """What a caller does, in words."""
    return ", ".join(say(words) for key in keys if (words := in_words(key))) or say("from the beginning")


def _endings(found: Explored, say: Say) -> Iterator[str]:
    if not found.endings:
        yield say("Nothing leaves this menu.")
        return
    heads = tuple(map(say, ("Ending", "keys", "shortest", "median", "longest", "cost")))
    rows = [heads, *(_row(ending, say) for ending in found.endings)]
    if not any(row[5] for row in rows[1:]):
        rows = [row[:5] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        left = "  ".join(cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False))
        yield (left + "  " + "  ".join(map(str.rjust, row[2:], widths[2:]))).rstrip()
    if not all(ending.complete for ending in found.endings):
        yield say(
            "There are more ways than can be counted: medians and longest times are of those that were followed."
        )


def _spoken(found: Explored, say: Say) -> Iterator[str]:
    """How long each text takes, and at which speed."""
    speed, both = found.speed, f" {say('and')} "
    some = [
        f"{rate:g} {say(language)}"
        for language, rate, used in (
            ("Russian", speed.russian, any(one.russian for one in found.spoken)),
            ("English", speed.english, any(one.english for one in found.spoken)),
        )
        if used
    ]
    spread = f"{speed.spread:.0%}".replace("%", " %")
    yield say(f"Read aloud at {both.join(some)} characters a second, {spread} faster to {spread} slower:")
    wide = max(len(one.at) for one in found.spoken)
    for one in found.spoken:
        language = "English" if one.english else "Russian"
        also = f"{one.russian} Russian and " if one.russian and one.english else ""
        told = say(also + plural(one.english or one.russian, f"{language} character"))
        times = f"{one.quickest:g}{say(' to ')}{one.slowest:g}{say(' s')}"
        yield f"  {one.at:<{wide}}  {times} ({told})"


def _row(ending: Ending, say: Say) -> tuple[str, ...]:
    times = (ending.seconds.shortest, ending.seconds.median, ending.seconds.longest)
    cost = "" if ending.cost is None else f"{ending.cost[0]}{say(' to ')}{ending.cost[1]}"
    at = f"{say(f'{ending.why} at')} {ending.at or say('the menu')}"
    keys = " ".join(map(say, ending.keys))
    return (at, keys or say("none"), *(f"{seconds:g}{say(' s')}" for seconds in times), cost)


def _held(held: Sequence[Reading], say: Say) -> Iterator[str]:
    yield say(f"However the service reads what its page does not say ({held[0].of} readings):")
    yield from (_together([one for one in held if one.holds == one.of], say) or [f"  {say('nothing')}"])
    some = [one for one in held if one.holds < one.of]
    if some:
        yield from ("", say("Under some readings only:"), *_together(some, say))


def _together(held: Sequence[Reading], say: Say) -> list[str]:
    """A line for findings of one kind that hold under the same readings."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in held:
        told, what = _named(one)
        found.setdefault((told, _when(one, say)), []).append(say(what) if what == "the menu" else what)
    return [f"  {say(told)} {', '.join(what)}{when}" for (told, when), what in found.items()]


def _when(one: Reading, say: Say) -> str:
    if one.holds == one.of:
        return ""
    either = f" {say('or')} "
    when = "; ".join(f"{option} {either.join(values)}" for option, values in one.when.items())
    some = "" if one.exact else say("some of ") if when else say("some of all")
    return f": {some}{when}{say(f' ({one.holds} of {one.of})')}"


def _named(one: Reading) -> tuple[str, str]:
    match one.kind:
        case "ending":
            why, _, at = one.what.partition(" at ")
            return f"left by {why} at", at
        case "trap":
            return "callers get stuck at", one.what
        case "dead key":
            return "nothing leads to", one.what
    return "dialled:", one.what
