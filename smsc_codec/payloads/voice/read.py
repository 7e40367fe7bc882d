"""Text to a voice or to parameters of dialling."""

from __future__ import annotations

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.payloads.param import pattern
from smsc_codec.payloads.voice.model import VOICES, Param, Setting, Voice

_FIELDS = (("WAIT", "wait"), ("INTERVAL", "interval"), ("ATTEMPTS", "attempts"))


def read(text: str) -> Reading:
    """What `text` says, white space around it left out; `value` is None where it says nothing. Never raises."""
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip()) if end else 0
    match = pattern().fullmatch(text, start, end)
    if match is None:
        from smsc_codec.payloads.voice.slips import syntax

        return Reading(text, None, (syntax(text, Span(start, end)),), {})
    if match["WAIT"] is not None:
        value: Setting = Param(*(int(match[token]) for token, _ in _FIELDS))
        places: list[tuple[Path, int, int]] = [((name,), *match.span(token)) for token, name in _FIELDS]
        return Reading(text, value, (), Spans(places))
    places = [(("name",), *match.span("VOICE"))]
    language = match["LANGUAGE"]
    if language is not None:
        places.append((("language",), *match.span("LANGUAGE")))
    problems: list[Problem] = []
    name = next((voice for voice in VOICES if voice == match["VOICE"]), None)
    if name is None:
        from smsc_codec.payloads.voice.slips import unknown_voice

        problems.append(unknown_voice(match["VOICE"], Span(*match.span("VOICE"))))
        return Reading(text, None, tuple(problems), Spans(places))
    return Reading(text, Voice(name, language), (), Spans(places))
