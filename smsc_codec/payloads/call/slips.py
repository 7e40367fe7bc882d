"""What is told of a line that is none of a call, and what was probably meant. Loaded only for such."""

from __future__ import annotations

import re
from unicodedata import decimal

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.grammar.compiled.call import TABLES
from smsc_codec.grammar.runtime import Unexpected
from smsc_codec.lazy import compiled
from smsc_codec.payloads.call.model import OUTCOMES, POLICIES
from smsc_codec.payloads.call.quotes import quoted
from smsc_codec.text.near import nearest

EVENTS = ("hear", "call", "sms", "notify", "record", "leave", "nothing", "unread")
_KEYS = "a key: 0 to 9, * or #"
_HAPPENS = ("'...'", *(f"'{event}'" for event in EVENTS))
#: Other words that people have for the same.
_FOR_EVENTS = {
    "say": "hear", "says": "hear", "speak": "hear", "play": "hear", "prompt": "hear", "hears": "hear",
    "dial": "call", "ring": "call", "text": "sms", "message": "sms", "send": "sms", "url": "notify",
    "handler": "notify", "webhook": "notify", "recording": "record", "end": "leave", "exit": "leave",
    "goodbye": "leave", "left": "leave", "…": "...", "..": "...", "....": "...", "anything": "...",
}  # fmt: skip
_FOR_OUTCOMES = {
    "star": "*", "asterisk": "*", "hash": "#", "pound": "#", "zero": "0", "timeout": "silence", "nothing": "silence",
    "wait": "silence", "answer": "answered", "pick up": "answered", "picked up": "answered", "talk": "answered",
    "busy": "no answer", "not answered": "no answer", "unanswered": "no answer", "noanswer": "no answer",
    "hang up": "hung up", "hangup": "hung up", "invalid": "wrong key", "invalid key": "wrong key",
    "wrong": "wrong key", "any other key": "wrong key", "end of recording": "recorded",
}  # fmt: skip
_KEY = compiled(TABLES.terminals["KEY"])
_SEVERAL = compiled(r"[0-9*#](?:[\s,]*[0-9*#]){1,8}")
_NAMED = compiled(r"([\w-]+)[ \t]*[:=][ \t]*(.*)")
#: Texts in quotes beside each other, and a text in quotes that are not plain ones.
_BESIDE = compiled(r'"[^"\\]*"(?:[ \t]+(?:\.+|…)?[ \t]*"[^"\\]*")+')
#: A comment behind a step: outside quotes, and behind something.
_COMMENT_BEHIND = compiled(r'([<>][ \t]*[^\s"#](?:[^"\n#]|"(?:[^"\\\n]|\\.)*")*[ \t])(#.*)')
_BETWEEN = compiled(r'(?<=")[ \t]+(?:\.+|…)?[ \t]*(?=")')
_OTHER_QUOTES = compiled(r"[“”„«‘’'](.*)[“”»‘’']")


def odd(text: str, line: Span, stopped: Unexpected | None) -> Problem:
    """The problem of one line; `stopped` is where it ceases to make sense."""
    words = text[line.start : line.end].rstrip()
    span = Span(line.start, line.start + len(words))
    mark, rest = words[:1], words[1:].lstrip(" \t")
    comment = _COMMENT_BEHIND.fullmatch(words)
    if comment:
        apart = Edit(span, f"{comment[2]}{_line_end(text)}{comment[1].rstrip()}")
        told, place = "a comment must be on a line of its own", Span(line.start + comment.start(2), span.end)
        return Problem(
            told, place, "call-line", fixes=(Fix("put it on the line above", (apart,), safe=True),)
        )
    inner = Span(span.end - len(rest), span.end)
    if mark == "<":
        return _given(rest, inner, span, _line_end(text))
    if mark == ">":
        return _happens(rest, inner, span, stopped)
    return _other(words, span)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _given(rest: str, span: Span, whole: Span, end: str) -> Problem:
    """What comes from outside, and cannot."""
    if not rest:
        return Problem("missing key or event after '<'", whole, "call-key", (_KEYS, *map(repr, OUTCOMES)))
    if rest.split()[0].lower() in EVENTS:
        return _turned(whole, "<", ">", "what the service does is written after '>'")
    plain = " ".join(re.split(r"[\s_-]+", rest.lower()))
    if plain in OUTCOMES:
        return _instead(f"'{shortened(rest)}' is not the exact spelling", span, plain, "call-key", safe=True)
    digit = decimal(rest, None) if len(rest) == 1 else None
    if digit is not None:
        return _instead(f"'{rest}' is not a plain digit", span, str(digit), "call-key", safe=True)
    if _SEVERAL.fullmatch(rest):
        keys = re.findall(r"[0-9*#]", rest)
        fix = Fix("write one line per key", (Edit(whole, end.join(f"< {key}" for key in keys)),))
        return Problem(
            f"'{rest}' is more than one key", span, "call-key", ("one key per line",), fixes=(fix,)
        )
    meant = _FOR_OUTCOMES.get(plain) or nearest(plain, OUTCOMES)
    told = f"'{shortened(rest)}' is not a key"
    if meant:
        return _instead(told, span, meant, "call-key")
    return Problem(told, span, "call-key", (_KEYS, *map(repr, OUTCOMES)))


def _happens(rest: str, span: Span, whole: Span, stopped: Unexpected | None) -> Problem:
    """What happens, and is none of the events, or has more or less behind its name."""
    if not rest:
        return Problem("missing event after '>'", whole, "call-event", _HAPPENS)
    word = rest.split()[0]
    place = Span(span.start, span.start + len(word))
    if word in EVENTS:
        return _behind(word, rest[len(word) :].strip(), Span(place.end, span.end), stopped)
    low = word.lower().rstrip(":")
    if low in EVENTS:
        return _instead(f"'{shortened(word)}' is not the exact spelling", place, low, "call-event", safe=True)
    if rest.lower() in OUTCOMES or _KEY.fullmatch(rest):
        return _turned(whole, ">", "<", "what the caller does is written after '<'")
    key = _FOR_OUTCOMES.get(rest.lower())
    if key and low not in _FOR_EVENTS:
        return _instead("what the caller does is written after '<'", whole, f"< {key}")
    told = f"unknown event '{shortened(word)}'"
    meant = _FOR_EVENTS.get(low) or nearest(low, EVENTS)
    if meant:
        return _instead(told, place, meant, "call-event")
    return Problem(told, place, "call-event", _HAPPENS)


def _behind(event: str, rest: str, space: Span, stopped: Unexpected | None) -> Problem:
    """What stands behind the name of an event, and does not belong there."""
    at = Span(space.end - len(rest), space.end)
    if event in ("hear", "leave") and rest and " ..." not in rest and not rest.startswith("..."):
        told, inner = "the text must be in plain quotes", rest
        other = _OTHER_QUOTES.fullmatch(rest)
        if _BESIDE.fullmatch(rest):
            return _instead("put '...' between two texts", at, _BETWEEN.sub(" ... ", rest))
        if rest[0] == rest[-1] == '"' and rest != '"':
            told, inner = "a quote or backslash inside a text needs a backslash before it", rest[1:-1]
            inner = inner.replace('\\"', '"')
        elif rest[0] == '"' and rest.count('"') == 1:
            told, inner = "missing quote at the end of the text", rest[1:]
        elif other is not None:
            inner = other[1]
        return _instead(told, at, quoted(inner))
    if event == "call":
        option = re.search(r"\bwait[ \t]*[=:][ \t]*([0-9]{1,3})\b", rest)
        if option:
            place = Span(at.start + option.start(), at.start + option.end())
            return _instead(
                "write 'wait' and the number of seconds, separated by a space",
                place,
                f"wait {option[1]}",
                safe=True,
            )
    if stopped is None:  # a mark always begins a line of its own
        return Problem(f"unexpected text after '{event}'", at, "call-line")
    behind = rest[max(stopped.at - at.start, 0) :].lstrip() or rest
    place = Span(space.end - len(behind), space.end)
    expected = tuple(filter(None, (TABLES.names.get(name, "") for name in stopped.expected)))
    if "$END" in stopped.expected:
        expected = (*(one for one in expected if one != "a new line"), "the end of the line")
    return Problem(f"unexpected text after '{event}'", place, "call-line", expected)


def _other(words: str, span: Span) -> Problem:
    """A line with neither mark."""
    expected = ("a line that starts with '<', '>' or '#'", "'menu:'", *(f"'{name}:'" for name in POLICIES))
    first = words.split()[0]
    start = Edit(Span(span.start, span.start), "")
    if first.lower() in EVENTS or first == "...":
        fix = Fix("write '> ' before it", (Edit(start.span, "> "),), safe=True)
        return Problem("what the service does is written after '>'", span, "call-line", fixes=(fix,))
    if words.lower() in OUTCOMES or re.fullmatch("[0-9*]", words):
        fix = Fix("write '< ' before it", (Edit(start.span, "< "),))
        return Problem("what the caller does is written after '<'", span, "call-line", fixes=(fix,))
    comment = re.match(r"//+|--+|;+", words)
    if comment:
        place = Span(span.start, span.start + comment.end())
        return _instead("a comment starts with '#'", place, "#", safe=True)
    named = _NAMED.match(words)
    if named:
        return _named(named, span)
    return Problem(f"'{shortened(words)}' is not a line of a call", span, "call-line", expected)


def _named(named: re.Match[str], span: Span) -> Problem:
    """A line `name: value` that is not of the transcript's."""
    name = named[1].lower().replace("_", "-")
    place = Span(span.start, span.start + len(named[1]))
    if name in POLICIES and named[1] == name and ":" in named[0][: named.start(2)]:
        at = span.start + named.start(2) if named[2] else span.start
        return choice(name, named[2], Span(at, span.end))
    if named[1] == "menu" and not named[2]:
        return Problem("'menu:' has no file name", span, "call-header", ("the file of the menu",))
    meant = name if name in ("menu", *POLICIES) else nearest(name, ("menu", *POLICIES))
    if meant:
        whole = Span(span.start, span.start + named.start(2))
        return _instead(f"unknown setting '{shortened(named[1])}'", whole, f"{meant}: ", "call-header")
    expected = ("'menu:'", *(f"'{name}:'" for name in POLICIES))
    return Problem(f"unknown setting '{shortened(named[1])}:'", place, "call-header", expected)


def choice(name: str, value: str, span: Span) -> Problem:
    """A policy that is none of those there are."""
    allowed = POLICIES[name]
    told = f"'{name}' cannot be '{shortened(value)}'" if value else f"'{name}:' has no value"
    meant = nearest(value.strip().replace(" ", "-").replace("_", "-"), allowed)
    if meant:
        return _instead(told, span, meant, "call-header")
    return Problem(told, span, "call-header", tuple(f"'{one}'" for one in allowed))


def _turned(whole: Span, wrong: str, right: str, told: str) -> Problem:
    place = Span(whole.start, whole.start + 1)
    return _instead(told, place, right, "call-line", safe=True)


def _instead(told: str, span: Span, meant: str, kind: str = "call-line", *, safe: bool = False) -> Problem:
    fix = Fix(f"write '{meant.strip()}'", (Edit(span, meant),), safe=safe)
    return Problem(told, span, kind, (f"'{meant.strip()}'",), fixes=(fix,))
