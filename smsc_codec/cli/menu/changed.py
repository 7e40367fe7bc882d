"""What changed between two menus, as text or Markdown: `say` says each sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.cli.menu.explored import Say, way
from smsc_codec.payloads.menu.caller.diff import Change, Diff


def lines(name: str, found: Diff, say: Say) -> Iterator[str]:
    """The lines of the report as text."""
    yield f"{name}: {_verdict(found, say)}"
    yield from (f"  {sentence(one, say)}" for one in found.changes)
    yield from (f"  {line}" for line in _also(found, say))


def markdown(name: str, found: Diff, say: Say) -> Iterator[str]:
    """The same as Markdown, for a pull request."""
    yield from (f"**{_code(name)}: {_verdict(found, say)}**", "")
    if found.changes:
        heads = ("What", "Before", "After", "How callers come to it")
        yield from (f"| {' | '.join(map(say, heads))} |", "|---|---|---|---|")
        for one in found.changes:
            told = (_said(words, say) for words in (one.what, one.before, one.after))
            yield f"| {' | '.join(map(_cell, (*told, way(one.keys, say) + _places(one, say))))} |"
        yield ""
    also = list(_also(found, say))
    if also:
        yield from (*(f"- {_cell(line)}" for line in also), "")


def sentence(one: Change, say: Say) -> str:
    """A change in a sentence."""
    before, after = _said(one.before, say), _said(one.after, say)
    if one.what.endswith((" is gone", " is new")):
        told = f": {before or after}"
    elif not one.before:
        told = say(" now also ") + after
    elif not one.after:
        told = say(" no longer ") + before
    else:
        told = say(" now ") + after + say("; before: ") + before
    return f"{_said(one.what, say)}{told}{_places(one, say)}"


def _said(text: str, say: Say) -> str:
    """Several things that happen, each in its words; how callers came to it stays."""
    if text.startswith("after "):
        return f"{say('after')} {text.removeprefix('after ')}"
    return "; ".join(map(say, text.split("; ")))


def _places(one: Change, say: Say) -> str:
    return say(f" (in {one.places} places)") if one.places > 1 else ""


def _verdict(found: Diff, say: Say) -> str:
    if found.same:
        return say("same behaviour, other words" if found.reworded else "same behaviour")
    return say("other behaviour for callers")


def _also(found: Diff, say: Say) -> Iterator[str]:
    before, after = found.leaving.before, found.leaving.after
    if before != after:
        now = "the menu cannot be left now" if after is None else f"leaving takes {_keys(after)}"
        yield say(
            now + (" instead of " + _keys(before) if before is not None else ", and was not possible before")
        )
    yield from (say(f"{number} is not dialled any more") for number in found.numbers.gone)
    yield from (say(f"{number} is dialled now") for number in found.numbers.new)
    yield from (say(f"callers no longer get stuck at {trap}") for trap in found.traps.gone)
    yield from (say(f"callers get stuck at {trap} now") for trap in found.traps.new)
    if found.reworded:
        yield say(f"other words: {', '.join(found.reworded)}")


def _keys(number: int) -> str:
    return "no key" if not number else "one key" if number == 1 else f"{number} keys"


def _cell(text: str) -> str:
    """A text that Markdown shows as it is: nothing in it is a command, a tag or a cell's end."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>|#~!@&" else sign for sign in " ".join(text.split()))


def _code(text: str) -> str:
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
