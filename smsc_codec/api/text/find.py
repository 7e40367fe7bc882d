"""Where requests stand in a text, which may be a script, a page, a log, or a request and nothing else.

What is understood is taken apart; nothing else is touched or judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from smsc_codec.api.parameters.names import PARAMETERS, meant
from smsc_codec.api.text import curl, http, tools
from smsc_codec.api.text.address import address, is_ours
from smsc_codec.api.text.apart import apart
from smsc_codec.api.text.bodies import json
from smsc_codec.api.text.code import Places, addresses, commands, remarks
from smsc_codec.api.text.literals import literals
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Parts, pairs, trimmed, unwrapped
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

#: More than a person writes; what comes behind is not looked at.
MOST_REQUESTS = 1000

_ADDRESS = compiled(r"https?://|/(?:sys|rest)/")
_COMMENT = compiled(r"[ \t]*(?:#|//)(?!\w)[^\n]*")
#: A body of a form and nothing else: each parameter but the last ends in an `&`.
_FORM = compiled(r"\??(?:[\w.\[\]%-]{1,60}|\{\{[^{}\n]{1,60}\}\})=")
_NEXT_SETTING = compiled(r"\n[ \t]*(?:export[ \t]+)?[\w.]{1,60}[ \t]*=")
_TEXT = compiled(r"\??(?:mes|msg|list|subj)=")


def find(source: str) -> list[Parts]:
    """The requests of a text, in order, taken apart. Takes time in proportion to the text's length."""
    found = _whole(source)
    if found is None:
        found = []
        for parts in _within(source):
            if len(found) == MOST_REQUESTS:
                told = f"more than {MOST_REQUESTS} requests: the rest are not checked"
                parts.problems = []
                found[-1].odd(told, Span(parts.span.start, parts.span.start), severity="info")
                break
            found.append(parts)
    return found


def _whole(source: str) -> list[Parts] | None:
    """The requests of a text that is nothing else; None for one that is something else, or more."""
    word = trimmed(source)
    if _ADDRESS.match(word.text):
        return _lines(source)
    parts = Parts("form", word.span(), method="POST")
    if word.text.startswith("{") and word.text.endswith("}"):
        json(word, parts)
        parts.form = "json"
        if not parts.given or not is_ours(parts):
            return None
        return [parts]
    if not _FORM.match(word.text) or _NEXT_SETTING.search(word.text):
        return None
    text = unwrapped(word)
    pairs(text.part(1, len(text.text)) if text.text.startswith("?") else text, parts)
    if not is_ours(parts) or not _is_form(parts, text.text):
        return None
    parts.end = word.part(len(word.text), len(word.text))
    return [parts]


def _is_form(parts: Parts, text: str) -> bool:
    """Whether a text is a body of a form as a whole, and not the beginning of something else."""
    if _CALL.search(text) or not meant(parts.given[0].name, PARAMETERS):
        return False
    spaced = [given for given in parts.given if re.search(r"\s", given.value.text.strip())]
    return all(given.name.lower() in _SPACED for given in spaced) and _lines_belong(text)


#: A request of its own.
_CALL = compiled(r"\bcurl[ \t]+-|/sys/\w+\.php\?|^[ \t]*[\w.]+=[^&\n]*\n[ \t]*[\w.]+=", re.MULTILINE)


def _lines_belong(text: str) -> bool:
    """Whether line ends stand in texts only, or at the end of others: another is where something else begins."""
    return all("\n" not in said.rstrip() or _TEXT.match(said.lstrip()) for said in text.split("&"))


def _lines(source: str) -> list[Parts] | None:
    """Addresses, each from the beginning of a line; the lines between them are empty, comments, or go on."""
    places: list[Span] = []
    at = 0
    for line in source.splitlines(keepends=True):
        text = line.strip()
        begin = at + len(line) - len(line.lstrip())
        if _ADDRESS.match(text):
            places.append(Span(begin, begin + len(text)))
        elif places and text.startswith(("&", "?")):
            places.append(Span(places.pop().start, begin + len(text)))
        elif text and not _COMMENT.match(line):
            return None
        at += len(line)
    if len(places) > MOST_REQUESTS:
        return None
    found: list[Parts] = []
    for place in places:
        word = unwrapped(Mapped.of(source, place.start, place.end), remarks=True)
        parts = Parts("url", word.span())
        address(word, parts)
        if not _is_address(word.text) or not is_ours(parts):
            return None
        found.append(parts)
    return found


#: The parameters in which blanks are likely.
_SPACED = frozenset(
    ("mes", "msg", "list", "subj", "phones", "time", "sender", "name", "info", "message", "text")
)


def _is_address(text: str) -> bool:
    """Whether blanks stand in values only where people leave them, so that this is no sentence about an address."""
    text = _BESIDE_A_NAME.sub("", text)
    blank = re.search(r"\s", text)
    if not blank:
        return True
    if re.search(r"\s=\s", text) or re.search(r"\s&\s", _ROCK_AND_ROLL.sub("", text)):
        return False
    query = text[: blank.start()].partition("?")[2]
    name, sign, _ = query.rpartition("&")[2].partition("=")
    return bool(sign) and name.lower() in _SPACED


#: Words with an `&` between them in a text.
_ROCK_AND_ROLL = compiled(
    r"(?<=[?&])(?:mes|msg|subj|name)=(?>[^&=\n]*)(?>(?:(?<=[ \t])&(?=[ \t])[^&=\n]*(?![^&\n]))+)"
)
#: Blanks that stand at the name of a parameter, which is told of there.
_BESIDE_A_NAME = compiled(r"(?<=[?&])[ \t]+(?=\w{2,20}=)|(?<=\w)[ \t]+(?==\S)")


def _within(source: str) -> list[Parts]:
    """The requests that stand in a text among other things, in order of place; at most one more than is checked."""
    places = Places()
    found = islice(
        chain(
            _messages(source, places),
            _commands(source, places),
            _addresses(source, places),
            _said(source, places),
        ),
        MOST_REQUESTS + 1,
    )
    return sorted(found, key=lambda parts: parts.span.start)


def _messages(source: str, places: Places) -> Iterator[Parts]:
    for line, end, variables in http.messages(source):
        parts = http.read(source, line, end, variables)
        if is_ours(parts):
            places.take(line.start(), end)
            yield parts


def _commands(source: str, places: Places) -> Iterator[Parts]:
    for made in commands(source, remarks(source, places)):
        tool = tools.is_tool(made.words[0].value.text)
        read = [tools.read(made, tool)] if tool else curl.read(source, made)
        # What asks for a page alone, without a parameter, is no request.
        several = [parts for parts in read if is_ours(parts) and (parts.given or not tool)]
        if several and (tool or not curl.is_prose(made)):
            places.take(several[0].span.start, made.end)
            yield from several


def _addresses(source: str, places: Places) -> Iterator[Parts]:
    return (parts for parts in addresses(source, places) if is_ours(parts) and parts.given)


def _said(source: str, places: Places) -> Iterator[Parts]:
    mappings = Places()
    for parts in literals(source, places):
        if is_ours(parts):
            mappings.take(parts.span.start, parts.span.end)
            yield parts
    yield from (parts for parts in apart(source, places, mappings) if is_ours(parts))
