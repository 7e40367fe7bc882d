"""What is told of a text that is no voice and no parameters of dialling. Loaded only when there is one."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.grammar.compiled.voice import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.lazy import compiled
from smsc_codec.payloads.param import pattern
from smsc_codec.payloads.voice.model import VOICES
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import nearest

_PARSER = Parser(TABLES)
_EXPECTED = ("a male voice: m, m2, m3 or m4", "a female voice: w, w2, w3 or w4")
#: Words for a voice that are not near to its letter.
_MEANT = {
    "f": "w", "female": "w", "woman": "w", "male": "m", "man": "m", "женский": "w", "жен": "w", "ж": "w",
    "мужской": "m", "муж": "m", "м": "m",
}  # fmt: skip
_NAMES = ("voice", "param")
_NAMED = compiled(r"(?P<head>(?P<name>[^\W\d]\w{0,20})[ \t]*(?P<sign>[=:])[ \t]*)(?P<value>[^\n]*)")
#: The three numbers with other signs between them, or more or fewer of them.
_NUMBERS = compiled(r"[0-9]{1,9}(?:[ \t]*[;,.:|/-][ \t]*[0-9]{1,9}|[ \t]+[0-9]{1,9}){1,5}[ \t]*[;,.]?")
_WORD = compiled(r"[^\W\d]\w{0,20}")


def syntax(text: str, place: Span) -> Problem:
    """Where the text at `place` stops making sense, and what could have stood there."""
    words = text[place.start : place.end]
    meant = _meant(words, place.start)
    if meant is not None:
        return meant
    at = len(words)
    expected: tuple[str, ...] = ()
    try:
        _PARSER.parse(words)
    except Unexpected as problem:
        at, expected = problem.at, problem.expected
    allowed = tuple(dict.fromkeys(TABLES.names[name] for name in expected if TABLES.names.get(name)))
    at += len(words[at:]) - len(words[at:].lstrip())
    span = Span(place.start + at, place.end)
    if at == len(words):
        what = "empty call setting" if not words else "incomplete call setting"
    else:
        what = f"unexpected '{words[at : at + 24]}'"
    return Problem(what, span, "call-setting", allowed or ("end of text",))


def _meant(words: str, start: int) -> Problem | None:
    """What was plainly meant: a setting by another name, numbers with other signs, two settings; None if it is not."""
    first, end, rest = words.partition("\n")
    if end and all(pattern().fullmatch(line.strip()) for line in words.split("\n") if line.strip()):
        at = start + len(first) + 1 + len(rest) - len(rest.lstrip())
        span = Span(at, start + len(words))
        return Problem(
            "only one call setting is allowed here", span, "call-setting", ("one setting in each text",)
        )
    named = _NAMED.fullmatch(words)
    if named and (named["name"] not in _NAMES or named["sign"] == ":"):
        near = nearest(named["name"], _NAMES)
        if near is None:
            return None
        told = (
            f"missing '=' after '{near}'" if near == named["name"] else f"unknown parameter '{named['name']}'"
        )
        span = Span(start, start + len(named["head"]))
        fix = Fix(f"write '{near}='", (Edit(span, f"{near}="),))
        return Problem(told, span, "call-setting", tuple(f"'{name}='" for name in _NAMES), fixes=(fix,))
    value = named["value"] if named else words
    span = Span(start + len(words) - len(value), start + len(words))
    name = named["name"] if named else ""
    if name != "voice" and _NUMBERS.fullmatch(value):
        numbers = re.findall("[0-9]+", value)
        made = ",".join(numbers)
        return Problem(
            "these are not valid call parameters",
            span,
            "call-setting",
            ("'param=w,i,n' with three whole numbers, such as 'param=25,60,3'",),
            fixes=(Fix(f"write '{made}'", (Edit(span, made),)),) if len(numbers) == 3 else (),
        )
    is_voice = name != "param" and value not in _NAMES and _WORD.fullmatch(value)
    return unknown_voice(value, span) if is_voice else None


def unknown_voice(word: str, span: Span) -> Problem:
    """A word that is no voice (PAR-12)."""
    bare = (latin(word) or word).casefold()
    meant = bare if bare in VOICES else _MEANT.get(word.casefold())
    fixes = (Fix(f"write '{meant}'", (Edit(span, meant),), safe=meant == bare),) if meant else ()
    notes = (f"did you mean '{meant}'?",) if meant else ()
    return Problem(f"unknown voice '{word}'", span, "unknown-voice", _EXPECTED, fixes=fixes, notes=notes)
