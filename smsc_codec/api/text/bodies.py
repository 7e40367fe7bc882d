"""Bodies of requests: JSON objects (BEY-2), forms with files."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import msgspec

from smsc_codec.api.text.mapped import Mapped, Write, fixed
from smsc_codec.api.text.parts import Given, Parts, pairs, trimmed, unwrapped, with_placeholders
from smsc_codec.api.text.shell import within
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

_STRING = r'"(?>(?:[^"\\]|\\.)*)"'
_MEMBER = compiled(rf"[\s{{,]*(?P<name>{_STRING})\s*:\s*(?P<value>{_STRING}|[^\s,}}]+)", re.DOTALL)
_ESCAPE = compiled(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)", re.DOTALL)
#: What begins the body of a form (REQ-2).
_FORM = compiled(r"[\w.\[\]%-]{1,60}[ \t]{0,3}=|\{\{|\$")


def body(word: Mapped, parts: Parts, content: str = "") -> None:
    """The parameters that a body says, by its type or by how it looks; one of another kind is not looked at."""
    word = trimmed_of(word)
    if not word.text:
        return
    kind = content.partition(";")[0].strip().lower()
    if kind == "multipart/form-data" or (not kind and word.text.startswith("--")):
        _multipart(word, parts)
    elif kind == "application/json" or (word.text.startswith("{") and not with_placeholders(word).in_hole(0)):
        json(word, parts)
    elif _FORM.match(word.text):
        pairs(unwrapped(word), parts)
        parts.end = word.part(len(word.text), len(word.text))
    else:
        parts.open = True


def trimmed_of(word: Mapped) -> Mapped:
    """A text without white space around it."""
    inner = trimmed(word.text)
    return word.part(inner.place(0), inner.place(0) + len(inner.text))


def json(word: Mapped, parts: Parts) -> None:
    """The parameters of a JSON object."""
    word = with_placeholders(word)
    # A placeholder without quotes stands for a number, or for a text with its quotes.
    pieces, at = [], 0
    for hole in word.holes:
        pieces += [word.text[at : hole.start], "1" + " " * (hole.end - hole.start - 1)]
        at = hole.end
    bare = "".join([*pieces, word.text[at:]])
    try:
        said = msgspec.json.decode(bare, type=dict[str, str | int | float | bool | None])
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        parts.open = True
        parts.hidden.append(word.span())  # what it would have been told from is not there to be seen
        slip = _slip(bare)
        if slip or not word.holes:
            told = slip.what if slip else "not a JSON object of strings and numbers"
            span = word.span(slip.span) if slip else word.span()
            parts.odd(told, span, slip.expected if slip else 'an object such as {"phones": ...}')
        return
    parts.json = True
    for match in _MEMBER.finditer(bare):
        name, value = _string(word, *match.span("name")), _value(word, match)
        if not parts.add(Given(name.text, name, value, encoded=False)):
            break
    assert said is not None


class _Slip(NamedTuple):
    what: str
    span: Span
    expected: str


#: A comma behind the last member, the quotes of a Python dict, a name without any.
_TRAILING = compiled(r",(?=\s*\}\s*\Z)")
_SINGLE = compiled(r"\{\s*(?P<name>'[^'\"\n]{1,60}')\s*:")
_UNQUOTED = compiled(r"[{,]\s*(?P<name>[A-Za-z]\w{0,40})\s*:")


def _slip(text: str) -> _Slip | None:
    """What is plainly wrong with what was meant as an object."""
    if (found := _SINGLE.match(text)) or (found := _UNQUOTED.match(text)):
        name = found["name"].strip("'")
        return _Slip("JSON has names and texts in double quotes", Span(*found.span("name")), f"'\"{name}\"'")
    if found := _TRAILING.search(text):
        return _Slip("JSON has no comma after the last value", Span(*found.span()), "no comma")
    return None


def _value(word: Mapped, match: re.Match[str]) -> Mapped:
    start, end = match.span("value")
    text = match["value"]
    if text.startswith('"'):
        return _string(word, start, end)
    if word.in_hole(start):
        return word.part(start, next(hole.end for hole in word.holes if hole.end > start))
    if text in ("true", "false", "null"):
        return fixed({"true": "1", "false": "0", "null": ""}[text], word.part(start, end).span())
    return word.part(start, end)


def _string(word: Mapped, start: int, end: int) -> Mapped:
    """A string of JSON without its quotes."""
    inner = word.part(start + 1, end - 1)
    return inner.unescaped(_ESCAPE, _unescape, _between_quotes(word.write))


def _unescape(match: re.Match[str]) -> str:
    try:
        text: str = msgspec.json.decode(f'"{match.group()}"')
    except msgspec.DecodeError:  # half of a surrogate pair
        return "\ufffd"
    return text


def _between_quotes(write: Write) -> Write:
    def printable(text: str) -> str | None:
        return write(text) if text.isprintable() else None

    return within(printable, '"\\')


_PART = compiled(r"(?m)^--(?P<mark>[^\r\n]{1,80}?)(?:--)?[ \t]*\r?$")
_NAME = compiled(r'(?i)content-disposition:[^\n]*?\bname="([^"\n]*)"')
_FILE = compiled(r'(?i)\bfilename="([^"\n]*)"')
_GAP = compiled(r"\r?\n[ \t]*\r?\n")


def _multipart(word: Mapped, parts: Parts) -> None:
    """A body in parts, as it travels: each with its own head."""
    text = word.text
    first = _PART.match(text)
    marks = [m for m in _PART.finditer(text) if first and m["mark"] == first["mark"]]
    if not marks:
        parts.open = True
        return
    for mark, following in pairwise(marks):
        start, end = mark.end(), following.start()
        gap = _GAP.search(text, start, end)
        name = _NAME.search(text, start, gap.start()) if gap else None
        if not gap or not name:
            continue
        file = _FILE.search(text, start, gap.start())
        value = text[gap.end() : end].removesuffix("\n").removesuffix("\r")
        if file:
            parts.files.append(file[1])
            parts.files_at.append(word.span(Span(*file.span(1))))
            continue
        said = with_placeholders(word.part(gap.end(), gap.end() + len(value)))
        if not parts.add(Given(name[1], word.part(*name.span(1)), said, encoded=False)):
            return
