"""What was explored, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smsc_codec.linter.reports.totals import plural
from smsc_codec.payloads.menu.caller.explore import Ending, Explored
from smsc_codec.payloads.menu.caller.graph import in_words
from smsc_codec.payloads.menu.caller.readings import Reading


def lines(name: str, found: Explored, held: Sequence[Reading] | None) -> Iterator[str]:
    """The lines of the report."""
    states, edges = len(found.states), len(found.edges)
    yield f"{name}: {states} of {found.of_states} states, {edges} of {found.of_edges} edges"
    yield "where the page is silent: " + ", ".join(f"{key} {value}" for key, value in found.policy.items())
    yield ""
    yield from _endings(found)
    if found.traps:
        yield from ("", f"Callers get stuck in {plural(len(found.traps), 'place')} and can only hang up:")
        yield from (f"  {trap.at:<12} {way(trap.keys)}" for trap in found.traps)
    if found.dead_keys:
        yield from ("", f"Nothing leads to: {', '.join(found.dead_keys)}")
    if found.numbers:
        yield from ("", "Numbers, in the order in which callers first come to them:")
        for one in found.numbers:
            wait = "" if one.wait is None else f", rings up to {one.wait} s"
            more = f", number {one.order} of its call" if one.order > 1 else ""
            yield f"  {one.number:<16} at {one.key}{wait}{more}; {way(one.keys)}"
    if found.spoken:
        yield from ("", *_spoken(found))
    if held is not None:
        yield from ("", *_held(held))


def way(keys: Sequence[str]) -> str:
    """What a caller does, in words."""
    return ", ".join(words for key in keys if (words := in_words(key))) or "from the beginning"


def _endings(found: Explored) -> Iterator[str]:
    if not found.endings:
        yield "Nothing leaves this menu."
        return
    rows = [("Ending", "keys", "shortest", "median", "longest", "cost"), *map(_row, found.endings)]
    if not any(row[5] for row in rows[1:]):
        rows = [row[:5] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        left = "  ".join(cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False))
        yield (left + "  " + "  ".join(map(str.rjust, row[2:], widths[2:]))).rstrip()
    if not all(ending.complete for ending in found.endings):
        yield "There are more ways than can be counted: medians and longest times are of those that were followed."


def _spoken(found: Explored) -> Iterator[str]:
    """How long each text takes, and at which speed."""
    speed = found.speed
    some = [
        f"{rate:g} {language}"
        for language, rate, used in (
            ("Russian", speed.russian, any(one.russian for one in found.spoken)),
            ("English", speed.english, any(one.english for one in found.spoken)),
        )
        if used
    ]
    spread = f"{speed.spread:.0%}".replace("%", " %")
    yield f"Read aloud at {' and '.join(some)} characters a second, {spread} faster to {spread} slower:"
    wide = max(len(one.at) for one in found.spoken)
    for one in found.spoken:
        counts = [
            f"{one.russian} Russian" if one.russian else "",
            f"{one.english} English" if one.english else "",
        ]
        told = " and ".join(filter(None, counts))
        yield f"  {one.at:<{wide}}  {one.quickest:g} to {one.slowest:g} s ({told} characters)"


def _row(ending: Ending) -> tuple[str, ...]:
    times = (ending.seconds.shortest, ending.seconds.median, ending.seconds.longest)
    cost = "" if ending.cost is None else f"{ending.cost[0]} to {ending.cost[1]}"
    at = f"{ending.why} at {ending.at or 'the menu'}"
    return (at, " ".join(ending.keys) or "none", *(f"{seconds:g} s" for seconds in times), cost)


def _held(held: Sequence[Reading]) -> Iterator[str]:
    yield f"However the service reads what its page does not say ({held[0].of if held else 0} readings):"
    yield from (_together([one for one in held if one.holds == one.of]) or ["  nothing"])
    some = [one for one in held if one.holds < one.of]
    if some:
        yield from ("", "Under some readings only:", *_together(some))


def _together(held: Sequence[Reading]) -> list[str]:
    """A line for findings of one kind that hold under the same readings."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in held:
        told, what = _named(one)
        found.setdefault((told, _when(one)), []).append(what)
    return [f"  {told} {', '.join(what)}{when}" for (told, when), what in found.items()]


def _when(one: Reading) -> str:
    if one.holds == one.of:
        return ""
    when = "; ".join(f"{option} {' or '.join(values)}" for option, values in one.when.items())
    some = "" if one.exact else "some of " if when else "some of all"
    return f": {some}{when} ({one.holds} of {one.of})"


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
