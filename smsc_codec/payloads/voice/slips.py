"""What is told of a text that is no voice and no parameters of dialling. Loaded only when there is one."""

from __future__ import annotations

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.grammar.compiled.voice import TABLES
from smsc_codec.grammar.runtime import Parser, Unexpected
from smsc_codec.payloads.voice.model import VOICES

_PARSER = Parser(TABLES)
_EXPECTED = ("a male voice: m, m2, m3 or m4", "a female voice: w, w2, w3 or w4")
#: Words for a voice that are not near to its letter.
_MEANT = {"f": "w", "female": "w", "woman": "w", "male": "m", "man": "m"}


def syntax(text: str, place: Span) -> Problem:
    """Where the text at `place` stops making sense, and what could have stood there."""
    words = text[place.start : place.end]
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


def unknown_voice(word: str, span: Span) -> Problem:
    """A word that is no voice (PAR-12)."""
    bare = word.casefold()
    meant = bare if bare in VOICES else _MEANT.get(bare)
    fixes = (Fix(f"write '{meant}'", (Edit(span, meant),), safe=meant == bare),) if meant else ()
    notes = (f"did you mean '{meant}'?",) if meant else ()
    return Problem(f"unknown voice '{word}'", span, "unknown-voice", _EXPECTED, fixes=fixes, notes=notes)
