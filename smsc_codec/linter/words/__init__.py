"""What people read, in their language: English as the rules write it, Russian by a catalogue of its sentences.

Codes, names of rules, keys of JSON and what a text itself says stay as they are. Nothing here is loaded on the way to
an English report.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import structs

from smsc_codec.diagnostics import Finding, Fix, Label

if TYPE_CHECKING:
    from smsc_codec.linter.words.sentences import Catalogue

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")


def of_locale(environment: Mapping[str, str]) -> Language:
    """The language that the locale's variables ask for, the first that is set of LC_ALL, LC_MESSAGES and LANG."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ru" if environment[name][:2].lower() == "ru" else "en"
    return "en"


@cache
def catalogue() -> Catalogue:
    """The Russian sentences."""
    from smsc_codec.linter.words.russian import SENTENCES
    from smsc_codec.linter.words.sentences import Catalogue

    return Catalogue(SENTENCES)


def said(text: str, language: Language) -> str:
    """A sentence in a language; one that the catalogue does not know, as of a plugin's rule, stays in English."""
    return catalogue().said(text) if language == "ru" and text else text


def said_of(text: str, language: Language) -> str:
    """The same for a sentence with what it is about before it, `name: sentence`, which stays."""
    return catalogue().said_of(text) if language == "ru" else text


def translated(finding: Finding, language: Language) -> Finding:
    """A finding with everything that it says in a language."""
    if language == "en":
        return finding
    say = catalogue().said
    return structs.replace(
        finding,
        message=say(finding.message),
        expected=tuple(map(say, finding.expected)),
        labels=tuple(Label(label.span, say(label.text)) for label in finding.labels),
        steps=tuple(Label(step.span, say(step.text)) for step in finding.steps),
        fixes=tuple(Fix(say(fix.title), fix.edits, fix.safe) for fix in finding.fixes),
        notes=tuple(map(say, finding.notes)),
        primary=say(finding.primary),
    )
