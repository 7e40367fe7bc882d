"""Parameters that a program says as a mapping beside the address of an endpoint.

A dict of Python, an array of PHP, a table of PowerShell, an object of JavaScript: what is said in plain sight is taken,
and a value that is more than a literal is not known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set

from smsc_codec.api.text.address import COMMON, OWN, address
from smsc_codec.api.text.code import Places, cautious
from smsc_codec.api.text.mapped import Mapped, fixed, never
from smsc_codec.api.text.parts import Given, Parts, with_placeholders
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

#: The address of an endpoint without parameters, whole or behind what a variable says.
_ENDPOINT = compiled(
    r"(?P<address>(?:https?://[\w.:-]{1,200})?(?:/sys/\w{1,40}\.php|/rest/send/?))"
    r"\??(?=['\"`\s)\],]|\$?\{\w|\$\w|%s)"
)
_NAME = r"(?:\[?(?P<quote>['\"])(?P<quoted>[^\s'\"]{1,40})(?P=quote)\]?|(?P<bare>[^\W\d]\w{0,40}))"
_SIGN = r"[ \t]{0,20}(?:=>|:|=)(?!=)"
_OPENER = compiled(
    rf"(?:@?\{{|\[|\b(?:dict|array)\()(?=\s{{0,200}}(?:(?:#|//)[^\n]{{0,200}}\s{{1,200}}){{0,3}}"
    rf"(?:[({{\[]\s{{0,50}}['\"](?:key['\"]\s{{0,9}}:|[^\s'\"]{{1,40}}['\"][ \t]*,)"
    rf"|(?:(?:(?:\*\*|\.\.\.\$?)?[\w.()]{{1,60}},\s{{0,50}}){{1,3}})?{_NAME}{_SIGN}))"
)
#: A name and its value as a pair: `("login", "alex")`.
_PAIR = compiled(r"[({\[][ \t]*(?P<quote>['\"])(?P<quoted>[^\s'\"]{1,40})(?P=quote)[ \t]*,[ \t]*")
#: The same as Postman keeps it; more may follow.
_KEPT = compiled(
    r"\{\s{0,50}(?P<quote>\")key\"\s{0,9}:\s{0,9}\"(?P<quoted>[^\s\"]{1,40})\",\s{0,50}\"value\"\s{0,9}:\s{0,9}"
)
_GAP = compiled(r"(?:[\s,;]|(?:#|//)[^\n]*\n)*")
_ENTRY = compiled(rf"{_NAME}{_SIGN}[ \t]*\r?\n?[ \t]*")
#: A name alone, which JavaScript takes for the variable's value.
_SHORT = compiled(r"(?P<bare>[A-Za-z_]\w{0,40})(?=\s*[,}])")
TEXT = compiled(
    r"(?P<prefix>[rRuUbB]?)(?P<quote>['\"`])(?P<said>(?:(?!(?P=quote))[^\\\n]|\\[nrt\\'\"/]|\\u[0-9A-Fa-f]{4})*)(?P=quote)"
    r"(?=\s*(?:[,;)\]}]|\n|\Z))"
)
NUMBER = compiled(r"[0-9]{1,15}(?=\s*(?:[,;)\]}]|\n))")
#: The values of Go's forms: `{"79990000000"}`.
_WRAPPED, _UNWRAPPED = compiled(r"(?:\[\]string)?\{\s{0,20}(?=[\"`])"), compiled(r"\s{0,20},?\s{0,20}\}")
_ESCAPE = compiled(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")
_SAID = {"n": "\n", "r": "\r", "t": "\t"}
#: What a language puts into a text.
PUT_IN = compiled(r"\$[\w{(]|#\{")
_CLOSING = {"{": "}", "[": "]", "(": ")"}
_VARIABLE = compiled(r"(?P<name>\$?[A-Za-z_]\w{0,60})[ \t]*(?::[ \t]*[\w\[\], ]{1,60})?=[ \t]*\Z")
#: What is kept beside a login in settings, or said of how to ask.
_OF_SETTINGS = frozenset(
    ("url", "host", "base_url", "baseurl", "timeout", "method", "headers", "debug", "endpoint", "server")
)
#: What sends a mapping as a JSON object.
_AS_JSON = compiled(
    r"(?:\bjson[ \t]*[=:]|JSON\.stringify\(|json_encode\(|json\.dumps\(|\baxios\.(?:post|put)\([^()\n]{1,200},)\s*\Z"
)
#: So far from an address its mapping may be where several endpoints are asked.
_NEAR = 400
#: No mapping of parameters is longer that a person writes.
_LONGEST = 20_000
_LEAST = 2
#: For so many mappings it is looked whether more is added to them elsewhere.
_MOST_LOOKED_UP = 50


def literals(source: str, places: Places) -> Iterator[Parts]:
    """The requests of a text whose parameters are said so, outside of `places`."""
    endpoints = Endpoints(source, places)
    if not endpoints:
        return
    at, patience, taken = 0, 8 * len(source), 0
    for match in _OPENER.finditer(source):
        if match.start() < at or places.hold(match.start()) or patience < 0:
            continue
        parts = Parts("code", method="POST")
        end = _entries(source, match.end(), match.group(), parts)
        patience -= end - match.start()
        names = {given.name for given in parts.given}
        if not belongs(names):
            continue
        parts.open |= "login" not in names  # who asks is said elsewhere, and so may be more
        place = endpoints.of(Span(match.start(), end))
        if place is None:
            continue
        at = end
        endpoints.address(place, parts)
        before = source[max(0, match.start() - 260) : match.start()]
        parts.json = _AS_JSON.search(before) is not None
        taken += 1
        parts.open = parts.open or taken > _MOST_LOOKED_UP or _grows(source, before)
        parts.span = Span(match.start(), end)
        parts.end = fixed("", Span(end, end))  # another is written in the program's own way
        yield parts


class Endpoints:
    """The addresses of endpoints in a text, outside of `taken`, in order."""

    def __init__(self, source: str, taken: Places) -> None:
        self._source = source
        places = self._places = [
            Span(*match.span("address"))
            for match in _ENDPOINT.finditer(source)
            if not taken.hold(match.start())
        ]
        self._starts = [place.start for place in places]
        #: Whether all are one endpoint's, so that it is known which a mapping is sent to.
        self._one = len({source[place.start : place.end].rpartition("/")[2] for place in places}) == 1

    def __bool__(self) -> bool:
        return bool(self._places)

    def address(self, place: Span, parts: Parts) -> None:
        """Take apart the one that stands at a place."""
        address(Mapped.of(self._source, place.start, place.end, cautious), parts)

    def of(self, mapping: Span) -> Span | None:
        """The address that a mapping is sent to; None where that could be one of several."""
        at = bisect_left(self._starts, mapping.start)
        before = self._places[at - 1] if at else None
        at = bisect_left(self._starts, mapping.end)
        after = self._places[at] if at < len(self._places) else None
        if not self._one:
            before = before if before and mapping.start - before.end < _NEAR else None
            after = after if after and after.start - mapping.end < _NEAR else None
        if before and after and "\n\n" in self._source[before.end : mapping.start][-_LONGEST:]:
            return after
        return before or after


def belongs(names: Set[str]) -> bool:
    """Whether names are those of a request's parameters, and not of something else's beside a login."""
    return len(names & COMMON) >= _LEAST and bool(names & (OWN | {"login"})) and not names & _OF_SETTINGS


def _grows(source: str, before: str) -> bool:
    """Whether the mapping is kept in a variable to which more is added elsewhere."""
    found = _VARIABLE.search(before)
    if found is None:
        return False
    name = re.escape(found["name"])
    more = rf"(?<![\w$]){name}(?:\[|\.(?:update|setdefault|Add|append|set)\b|[ \t]*(?:\+|\|)=)|(?:\*\*|\.\.\.){name}\b"
    return re.search(more, source) is not None or "array_merge" in source


def _entries(source: str, at: int, opener: str, parts: Parts) -> int:
    """Take the entries of a mapping that begins behind its bracket, and give its end."""
    closing = _CLOSING[opener[-1]]
    stop = min(len(source), at + _LONGEST)
    while at < stop:
        gap = _GAP.match(source, at, stop)
        at = gap.end() if gap else at
        if source.startswith(closing, at):
            return at + 1
        kept = _KEPT.match(source, at, stop)
        pair = kept or _PAIR.match(source, at, stop)
        entry = pair or _ENTRY.match(source, at, stop)
        short = _SHORT.match(source, at, stop) if entry is None and opener == "{" else None
        if short:
            name = Mapped.of(source, *short.span("bare"), cautious)
            parts.add(
                Given(
                    name.text,
                    name,
                    Mapped.of(source, short.end(), short.end()),
                    encoded=False,
                    elsewhere=True,
                )
            )
            at = short.end()
            continue
        if entry is None:
            parts.open = True  # `**more`, `...more`: others, whose names are not seen
            after = over(source, at, stop, opener)
        else:
            after = _value(source, entry, stop, opener, parts)
            if kept:
                after = max(after, source.find("}", after, stop))
        if pair and source[after : after + 1] in _CLOSING.values():
            after += 1
        if after <= at:
            return stop
        at = after
    return stop


def _value(source: str, entry: re.Match[str], stop: int, opener: str, parts: Parts) -> int:
    """Take one entry, and give the end of its value."""
    name = Mapped.of(source, *entry.span("quoted" if entry["quoted"] else "bare"), cautious)
    at = entry.end()
    wrapped = _WRAPPED.match(source, at, stop)
    literal = TEXT.match(source, wrapped.end() if wrapped else at, stop)
    if wrapped and literal and not _UNWRAPPED.match(source, literal.end()):
        literal = None  # of several values one is not the value
    number = NUMBER.match(source, at, stop)
    end = over(source, at, stop, opener)
    span = literal.span("said") if literal else number.span() if number else (at, end)
    known = number is not None or (
        literal is not None and not (literal["quote"] != "'" and PUT_IN.search(literal["said"]))
    )
    value = with_placeholders(Mapped.of(source, *span, cautious))
    if literal and opener != "@{":  # there a backslash stands for itself
        said = text_of(source, literal, escapes=bool(entry["quoted"]) and ":" in entry.group())
        known, value = known and said is not None, said or value
    parts.add(Given(name.text, name, value, encoded=False, elsewhere=not known))
    return end


_STEP = compiled(
    r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`|[()\[\]{},;\n]|[^()\[\]{},;\n'\"`]+|."
)


def text_of(source: str, literal: re.Match[str], *, escapes: bool) -> Mapped | None:
    """What a literal says; None where that is not known. `escapes`: its language knows `\\n` in single quotes, too."""
    said = Mapped.of(source, *literal.span("said"), cautious)
    if "\\" in said.text and literal["prefix"] not in ("r", "R"):
        if not escapes and literal["quote"] == "'":
            return None
        return with_placeholders(said.unescaped(_ESCAPE, _unescaped, never))
    return with_placeholders(said)


def _unescaped(match: re.Match[str]) -> str:
    if match.group()[1] != "u":
        return _SAID.get(match.group()[1], match.group()[1])
    return bytes.fromhex(match.group().replace("\\u", "")).decode("utf-16-be", "replace")


def over(source: str, at: int, stop: int, opener: str) -> int:
    """The end of an expression: a comma, a semicolon, a closing bracket; in PowerShell the end of the line, too."""
    depth = 0
    while at < stop and (match := _STEP.match(source, at, stop)):
        sign = match.group()
        if depth == 0 and (sign in (",", ";", ")", "]", "}") or (sign == "\n" and opener == "@{")):
            return at
        if sign in ("(", "[", "{"):
            depth += 1
        elif sign in (")", "]", "}"):
            depth -= 1
        at = match.end()
    return stop
