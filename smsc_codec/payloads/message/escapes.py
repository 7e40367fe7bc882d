r"""Texts that are still written for an address or a program: `%D0%94`, `\u0414`, `\n`. Nobody undoes that.

Loaded with the rule that tells of it; most texts hold none of the signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled

_SIGNS = ("%", "\\", "/n", "=?", "=D")
#: Nobody writes more of them into a message.
_MOST_EDITS = 100
_URLENCODED = "'{}' is urlencoded: it is sent as it is"
_ESCAPED = "'{}' is an escape code of a program: it is sent as it is"
_OF_MAIL = "'{}' is written for e-mail programs: it is sent as it is"
_NO_LINE_END = "'{}' is not a line break here: it is sent as it is"
_BEFORE_LINE_END = "'{}' is not needed before a line break: it is sent as it is"
#: What is expected of each, and what its fix is called; where nothing is said, what was meant and a general word.
_SAID = {
    _NO_LINE_END: ("a line break", "write a line break"),
    _BEFORE_LINE_END: ("a line break alone", "remove it"),
}

#: Where it stands, what is told of it, what it stands for.
_Found = tuple[int, int, str, str]


def escapes(wordings: Iterable[tuple[str, int]], *, heard: bool = False) -> Iterator[Problem]:
    """What is told of plain texts, each with the place where it starts: once of each way to write.

    `heard`: they are read aloud.
    """
    found: dict[str, list[tuple[Span, str, str]]] = {}
    for words, at in wordings:
        if any(sign in words for sign in _SIGNS):
            for start, end, what, plain in (*_letters(words), *_line_ends(words), *_of_mail(words)):
                found.setdefault(what, []).append((Span(at + start, at + end), words[start:end], plain))
    for what, places in found.items():
        span, written, plain = places[0]
        edits = tuple(Edit(place, meant) for place, _, meant in places[:_MOST_EDITS])
        expected, title = _SAID.get(what, (f"'{shortened(plain)}'", "write what it stands for"))
        told = what.format(shortened(written))
        if heard:
            told = told.replace("it is sent as it is", "callers would hear it as is")
        yield Problem(told, span, expected=(expected,), fixes=(Fix(title, edits),))


@cache
def _coded() -> re.Pattern[str]:
    return compiled(
        r"(?P<word>(?<!\S)(?>[^\s%]{0,100})%[0-9A-Fa-f]{2}\S*)"
        r"|(?P<escape>(?>(?:[\\%]u[0-9A-Fa-f]{4})+)|(?>(?:\\x[0-9A-Fa-f]{2}){2,}))"
    )


def _of_mail(words: str) -> Iterator[_Found]:
    """What a mail has for letters; it is said once."""
    found = _mail().search(words)
    if found:
        from binascii import a2b_base64, a2b_qp

        said = (found["said"] or found.group()).encode()
        try:
            octets = a2b_base64(said) if (found["by"] or "Q") in "Bb" else a2b_qp(said, header=True)
            plain = octets.decode(found["charset"] or "utf-8")
        except (LookupError, ValueError):
            return
        yield *found.span(), _OF_MAIL, plain


def _letters(words: str) -> Iterator[_Found]:
    """Letters that are written as numbers."""
    for match in _coded().finditer(words):
        if match["escape"]:
            plain = _unescaped(match["escape"])
            if plain:
                yield *match.span(), _ESCAPED, plain
        elif not ("/" in match["word"] or "=" in match["word"]):  # an address has them
            plain = _decoded(match["word"])
            if plain:
                yield *match.span(), _URLENCODED, plain


@cache
def _mail() -> re.Pattern[str]:
    """A word of a mail's head (RFC 2047), and Cyrillic letters of its body (RFC 2045)."""
    return compiled(
        r"(?i)=\?(?P<charset>[\w-]{1,20})\?(?P<by>[BQ])\?(?P<said>[^?\s]{1,200})\?=|(?:=D[01]=[89AB][0-9A-F]){3,}"
    )


def _unescaped(written: str) -> str:
    try:
        if written.startswith("\\x"):
            return bytes.fromhex(written.replace("\\x", "")).decode()
        return bytes.fromhex(re.sub(r"[\\%]u", "", written)).decode("utf-16-be")
    except UnicodeDecodeError:
        return ""


_CYRILLIC = compiled("[А-Яа-яЁёІіЇїЄєҐґ]")
_OCTET = re.compile(rb"%([0-9A-Fa-f]{2})")
_BLANKS = compiled(r"[^\W\d][,.!?:;]?%(?:20|0[Aa])[^\W\d]")


def _octet(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode())


def _decoded(written: str) -> str:
    """What a word says that is urlencoded: Cyrillic letters, or Latin words with coded blanks between them."""
    for charset in ("utf-8", "windows-1251"):
        try:
            plain = _OCTET.sub(_octet, written.replace("+", " ").encode(charset)).decode(charset)
        except UnicodeError:
            continue
        if len(_CYRILLIC.findall(plain)) - len(_CYRILLIC.findall(written)) > 1:
            return plain
        return plain if _BLANKS.search(written) else ""
    return ""


@cache
def _ends() -> re.Pattern[str]:
    return compiled(
        r"(?<![\\~])(?:\\r)?\\n(?!~)|\\r?(?=\r?\n)|(?<=[.!?,:;)»])/n(?=\s)|(?<=[^\W\d]|[.!?,:;)»])/n(?:/n)?(?=[А-ЯЁA-Z])"
    )


def _line_ends(words: str) -> Iterator[_Found]:
    """Line ends that are written as two signs where these are none, or with the wrong sign."""
    for match in _ends().finditer(words):
        before = words[max(0, match.start() - 100) : match.start()].rpartition(" ")[2]
        if ":\\" in before or before.startswith("\\\\") or before[1:] == ":":  # a path of Windows
            continue
        lone = words[match.end() : match.end() + 1] in ("\r", "\n")
        yield *match.span(), *((_BEFORE_LINE_END, "") if lone else (_NO_LINE_END, "\n"))
