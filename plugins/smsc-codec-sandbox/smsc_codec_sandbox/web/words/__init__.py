"""What the page says, in English and Russian. English sentences are the keys of the Russian ones.

What the linter finds is said by the linter's own catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from smsc_codec_sandbox.web.words import common, dashboard, failures, messages, phone, requests

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")
#: One catalogue a room.
RUSSIAN: dict[str, str] = {
    **common.RUSSIAN,
    **messages.RUSSIAN,
    **phone.RUSSIAN,
    **dashboard.RUSSIAN,
    **failures.RUSSIAN,
    **requests.RUSSIAN,
}


def chosen(switch: str, accepted: str) -> Language:
    """What the page's switch says, else the first known language that a browser accepts (RFC 9110 12.5.4)."""
    if switch in LANGUAGES:
        return switch
    weighed: list[tuple[float, str]] = []
    for one in accepted[:500].split(","):
        name, _, more = one.partition(";")
        try:
            weight = float(more.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        weighed.append((weight, name.strip().lower()[:2]))
    # Of equals the first one counts: `sorted` keeps their order.
    for _, name in sorted(weighed, key=lambda pair: -pair[0]):
        if name in LANGUAGES:
            return name
    return "en"


def said(text: str, language: Language, values: Mapping[str, object] | None = None) -> str:
    """A sentence in a language, its `{places}` filled; one that has no translation stays in English."""
    sentence = RUSSIAN.get(text, text) if language == "ru" else text
    return sentence.format(**values) if values else sentence
