"""The messages of a list as messages: what their own language has to say of them (CMT-1, FIL-1, IVR-1, PFX-1, VIB-1).

Most lines are plain words, of which it has nothing to say; only those that hold a sign of something else are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache
from typing import Any

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.payloads.codec import Embedded
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.mailing.options import MailingOptions
from smsc_codec.text.mark import TILDES

#: Where a message stands: the start of its head, the start of its text, its end.
Place = tuple[int, int, int]
#: What the list tells of itself, or what is told of a list as a whole.
_OF_THE_LIST = ("GEN001", "LST018", "REQ009", "REQ026")
#: Of messages that are sent so, all of the text says something to a machine (BIN-1, PUSH-1).
_WHOLE = ("bin", "push")
#: LST015 tells of three tildes that are no mark.
_TILDES = "CMT001"
#: So many characters fit into each part whatever they are (SEG-1).
_SURELY_IN_A_PART = 33


@cache
def _signs(channel: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Where a message may be more than words: macros, prefixes, tildes that are no mark, files.

    Each with what has to be in a text for it, which most texts are soon known by.
    """
    mark = r"(?<=\\n~~)~\\n|(?<=\n~~)~\r?\n"
    signs = [(sign, re.escape(sign)) for sign in ("{", "<", "[", "&lt;", "param", "/upload/files/sms/")]
    signs += [
        ("%", r"%(?:[^\W\d]|[0-9A-Fa-f]{2})"),
        ("&", r"&#?\w{2,6};"),
        ("#", r"#[^\W\d_]{2,20}#|#[A-ZА-Я]{1,8}[/!?0]"),
        ("@", r"@[А-Яа-яЁё]"),
        ("$", r"\$[a-z_{]"),
    ]
    signs += [("\\", r"\\[ux][0-9A-Fa-f]{2}|\\\\n|\\r"), ("/n", r"/n[\sА-ЯЁA-Z/]")]
    signs += [
        ("=", r"=\?[\w-]{1,20}\?[BQbq]\?|=D[01]="),
        ("~ ~", "~ ~"),
        ("__", r"__[ \t]*[A-Z]{3,5}\b"),
        ("C", r"(?:\b|(?<=\\n))C[A-Z]{3}[ \t]*:"),
        ("V", r"(?:\b|(?<=\\n))V[A-Z]{4}[ \t]*:"),
    ]
    odd = r"https?:|localhost|127\.|0\.0\.|192\.|10\.|172\.|[\w-]{1,63},"
    signs += [
        ("ttp", rf"(?i)ttps?(?!://[^\W_])|(?<!h)ttps?:|hhttp|https?://(?:{odd})"),
        ("htp", r"htpp?s?://"),
    ]
    signs += [("undefined", "undefined"), ("NaN", r"\bNaN\b")]
    signs += [
        ("_", r"_[^\W\d_]{2,12}[_:]|[A-Z]{3,5}_{1,3}:|[A-ZА-Я]{2}_[A-ZА-Я]{2}"),
        ("~~", rf"~~(?<!~~~)(?!{mark})"),
    ]
    if channel == "call":
        signs += [(TILDES, TILDES), (":", r"n[ \t]*[0-9*#]{1,4}[ \t]*:|\n[ \t]*[0-9*#]{1,4}[ \t]*:")]
    return tuple((needle, re.compile(pattern)) for needle, pattern in signs)


def looked_at(
    source: str, lines: Sequence[Line], places: Callable[[], list[Place]], options: MailingOptions
) -> Set[int]:
    """The numbers of the messages that their own language may have something to say of."""
    if options.channel in ("hlr", "ping"):
        return frozenset()
    found: set[int] = set(range(len(lines))) if options.channel in _WHOLE else set()
    for needle, pattern in _signs(options.channel):
        if needle in source:
            found.update(_with_sign(pattern, source, places))
    most = options.max_sms * _SURELY_IN_A_PART
    if most:
        found.update(number for number, line in enumerate(lines) if len(line.text) > most)
    return found


def messages(
    source: str,
    lines: Sequence[Line],
    places: Callable[[], list[Place]],
    options: MailingOptions,
    numbers: Iterable[int],
) -> Iterator[Embedded]:
    """The messages of these numbers, each with the way back to its place in the list."""
    given: dict[str, Any] = {
        "channel": options.channel,
        "charset": "utf-8",
        "max_sms": options.max_sms,
        "files": 0,  # a list brings none (FIL-1)
    }
    for number in sorted(numbers):
        text = lines[number].text
        told = TILDES in text and TILDES + "~" not in text
        without = (*_OF_THE_LIST, _TILDES) if told else _OF_THE_LIST
        _, begin, end = places()[number]
        mail = not options.channel and all("@" in phone for phone in lines[number].phones)  # PAR-2
        by = {**given, "channel": "mail"} if mail else given
        yield _embedded(source, begin, end, options.nl, by, without)


def _with_sign(pattern: re.Pattern[str], source: str, places: Callable[[], list[Place]]) -> Iterator[int]:
    """The messages that hold a sign, or have one above."""
    number = 0
    for match in pattern.finditer(source):
        at, known = match.start(), places()
        while number < len(known) and known[number][2] <= at:
            number += 1
        if number == len(known):
            return
        yield number


def _embedded(
    source: str, begin: int, end: int, nl: bool, options: dict[str, Any], without: tuple[str, ...]
) -> Embedded:
    """A message whose line ends are written as two characters, unless `nl` says that they are real (LIST-3, LIST-5)."""
    text = source[begin:end] if nl else source[begin:end].replace("\\n", "\n")

    def place(at: int) -> int:
        return begin + at + (0 if nl else text.count("\n", 0, at))

    def span(inside: Span) -> Span:
        return Span(place(inside.start), place(inside.end))

    def edit(inside: Edit) -> Edit | None:
        written = inside.text
        if "\\n" in written or "\r" in written or (nl and "\n" in written):
            return None
        return Edit(span(inside.span), written.replace("\n", "\\n"))

    return Embedded("message", text, span, edit, options, without=without)
