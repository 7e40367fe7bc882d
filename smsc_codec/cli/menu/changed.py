"""What changed between two menus, as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.cli.menu.explored import way
from smsc_codec.payloads.menu.caller.diff import Change, Diff


def lines(name: str, found: Diff) -> Iterator[str]:
    """The lines of the report as text."""
    yield f"{name}: {_verdict(found)}"
    yield from (f"  {sentence(one)}" for one in found.changes)
    yield from (f"  {line}" for line in _also(found))


def markdown(name: str, found: Diff) -> Iterator[str]:
    """The same as Markdown, for a pull request."""
    yield from (f"**{_code(name)}: {_verdict(found)}**", "")
    if found.changes:
        yield from ("| What | Before | After | How callers come to it |", "|---|---|---|---|")
        for one in found.changes:
            cells = (one.what, one.before, one.after, way(one.keys) + _places(one))
            yield f"| {' | '.join(map(_cell, cells))} |"
        yield ""
    also = list(_also(found))
    if also:
        yield from (*(f"- {_cell(line)}" for line in also), "")


def sentence(one: Change) -> str:
    """A change in a sentence."""
    if one.what.endswith((" is gone", " is new")):
        told = f": {one.before or one.after}" if one.before or one.after else ""
    elif not one.before:
        told = f" now also {one.after}"
    elif not one.after:
        told = f" no longer {one.before}"
    else:
        told = f" now {one.after}; before: {one.before}"
    return f"{one.what}{told}{_places(one)}"


def _places(one: Change) -> str:
    return f" (in {one.places} places)" if one.places > 1 else ""


def _verdict(found: Diff) -> str:
    if found.same:
        return "same behaviour" + (", other words" if found.reworded else "")
    return "other behaviour for callers"


def _also(found: Diff) -> Iterator[str]:
    before, after = found.leaving.before, found.leaving.after
    if before != after:
        now = "the menu cannot be left now" if after is None else f"leaving takes {_keys(after)}"
        yield now + (
            " instead of " + _keys(before) if before is not None else ", and was not possible before"
        )
    yield from (f"{number} is not dialled any more" for number in found.numbers.gone)
    yield from (f"{number} is dialled now" for number in found.numbers.new)
    yield from (f"callers no longer get stuck at {trap}" for trap in found.traps.gone)
    yield from (f"callers get stuck at {trap} now" for trap in found.traps.new)
    if found.reworded:
        yield f"other words: {', '.join(found.reworded)}"


def _keys(number: int | None) -> str:
    if number is None:
        return "no way at all"
    return "no key" if not number else "one key" if number == 1 else f"{number} keys"


def _cell(text: str) -> str:
    """A text that Markdown shows as it is: nothing in it is a command, a tag or a cell's end."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>|#~!@&" else sign for sign in " ".join(text.split()))


def _code(text: str) -> str:
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
