"""What is given to the name of a secret: by a sign, by a blank, by the row, call or section that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from smsc_codec.lazy import regex
from smsc_codec.secrets.filled import ARGUMENT, PLACEHOLDER, filled_in
from smsc_codec.secrets.forms import Span
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.names import in_programs, is_common, is_header
from smsc_codec.secrets.sentences import in_sentence
from smsc_codec.secrets.values import Reader

_IT_IS = alike("это")
#: What may stand between a name and the sign that gives it a value: `psw[]`, `"psw"`, `$_POST['psw']`, `**psw**`.
_SIGN = regex(
    r"(?:\[[^\]\n]{0,40}\]){0,3}(?P<close>[\"'`\])}*]{0,3})(?P<blank>[ \t]{0,20}(?:\r?\n(?==))?)"
    r"(?P<sign>[:?+|.!~*]{0,2}={1,3}[>~]?|:{1,2}[->+?=]?|->|<-|\u2192|,|\(|\|{1,2}|\?{2}"
    r"|<{3}|\{(?=\s{0,5}[\"'])|;[bids]:\d{1,6}:(?=\")|\{[ \t]{0,3}get;[^}\n]{0,40}\}[ \t]{0,3}="
    rf"|\.(?=[ \t]{{1,5}}[\"'])|\.\w{{1,30}}\((?=[\"'`])|(?:is|to|or|equals|with|{_IT_IS})\b[ \t]*:?)"
)
#: `psw string = "123"` (Go), `PSW As String = "123"` (VB).
_TYPED = regex(
    r"(?:[ \t]+[&*]?[\w<>.\[\]]{1,40}){1,3}[ \t]{0,20}(?::?=[ \t]{0,20}(?=[@$]?[\"'`])|\{[ \t]{0,5}(?=[\"'`]))"
)
#: `psw() { return "123" }`, `def psw(): return "123"`
_RETURNED = regex(
    r"\([^()\n]{0,60}\)[ \t]{0,3}(?:(?::|->)[ \t]{0,3}\w{1,20}[ \t]{0,3})?(?:=>|\{|:)\s{0,20}"
    r"(?:\"\"\"[^\"]{0,200}\"\"\"\s{0,20})?(?:return\s{1,5})?(?=[\"'`])"
    r"|(?<=[\w?])[ \t]{0,3}\r?\n\s{1,20}[\"'][^\"'\n]{1,100}[\"'][ \t]{0,3}\r?\n[ \t]{0,20}end\b"
)
#: `SET value = '123' WHERE name = 'psw'`
_UPDATED = regex(r"(?i)\bset\s{1,5}[\w.`\"]{1,60}\s{0,5}=\s{0,5}(?=[\"'])")
#: `(login, psw) VALUES ('alex', '123')`
_COLUMNS = regex(r"(?i)(?=[,)`\"' ])[^()\n]{0,300}\)\s{0,20}VALUES\s{0,20}(?=\()")
_TARGETS = regex(r"[,(\[]\s{0,20}[$*&@]?\Z")
#: `--name psw --value 123`
_VALUE_OPTION = regex(r"(?i)[\"']?[ \t]{1,5}--?(?:value|val|body|string|b|v)(?:[ \t]{1,5}|[=:])")
_IN_PATH = regex(r"/(?P<secret>(?=[^/?#\s]{0,200}\d)[^/?#\s]{4,200})")
#: A section of settings, a block, that is a secret's.
_SECTION = regex(r"[\"']?\][ \t]{0,10}\r?\n|[\"'][ \t]{0,5}\{[ \t]{0,10}\r?\n")
_IN_SECTION = regex(
    r"(?m)^[ \t]{0,20}[\w.-]{1,60}[ \t]{0,5}[=:][ \t]{0,5}(?P<secret>[^\n]{1,300})|(?P<end>^[ \t]{0,20}(?:\[|\}|$))"
)
_ASKED_FOR = regex(
    r"[?:][ \t]{0,5}(?:\r?\n[ \t]{0,20}){1,3}(?:[*>-][ \t]{1,3}|[^\W\d]{1,20}:[ \t]{1,3})?"
    r"(?P<secret>(?=\S{0,200}\d)\S{4,200})[ \t]{0,20}(?=[\r\n]|\Z)"
)
#: `/pass:123`, as Windows has options.
_SWITCH = regex(r"(?:(?<!\S)|(?<=[\"'=]))/\Z")
_TWO_CELLS = regex(
    r"[\"']?[;,][ \t]{0,5}(?P<secret>(?=[^\s,;]{0,200}\d)[^\s,;]{4,200})[ \t]{0,5}(?=[\r\n]|\Z)"
)
#: `password for the sandbox: 123`, `password (temporary): 123`
_EXPLAINED = regex(
    r"(?:(?:[ \t]+[^\W\d_]{1,20}){1,6}|[ \t]{0,3}\([^()\n]{1,40}\))[ \t]{0,3}"
    r"(?:[:=\u2014]|-(?=[ \t]))[ \t]{0,5}"
    r"(?=(?=\S{0,200}\d)\S{4})(?!\+?\d{10,15}(?!\w))"
)
#: `"123" == psw`
_COMPARED = regex(r"([\"'])(?P<secret>(?:(?!\1)[^\n]){1,30})\1\s{0,3}(?:={2,3}|->|!=|\beq\b)\s{0,3}\$?\Z")
_AMONG = regex(r"[\"'][\w, ]{1,50},[ ]?\Z")
_SETTING_NEXT = regex(r"\s{0,20}\w{1,30}[ \t]{0,3}=")
#: A word for a pair's first half, where it names another secret or has its value beside it.
_PAIR = regex(r"(?i)key\Z")
_PAIRED = regex(
    r"[\"']?\s{0,5}[=:]\s{0,5}[\"']?[\w.-]{1,60}[\"']?\s{0,5}[,;]?\s{0,20}[\"']?(?:value|val|type)\b"
    r"|=[\"'][\w.-]{1,60}[\"']\s{0,5}>|>\s{0,5}[\w.-]{1,60}\s{0,5}</"
)
#: What stands before a name that is itself a value: `name="psw"`, `"key": "psw"`.
_NAMING = regex(
    r"(?i)(?:name|key|id|field|param(?:eter)?|header|type|property|variable|var|for)[\"']?\s{0,5}[=:]\s{0,5}[\"'`]?\Z"
)
_VALUE = regex(
    r"(?i)(?<![\w-])(?:value|val|content|default|data|text|string|examples?|initial)[\"']?\s{0,5}(?P<sign>[=:])(?P<blank>\s{0,5})"
    r"|(?P<name>(?<![\w-])(?:name|key)[\"']?\s{0,5}[=:])"
)
_PART = regex(
    r"[\"']?[ \t]{0,5}(?:;[^\r\n]{0,300})?(?:\r?\n|\r)"
    r"(?:[ \t]{0,20}[A-Za-z-]{1,40}:[^\r\n]{0,300}(?:\r?\n|\r)){0,5}[ \t]{0,20}(?:\r?\n|\r)"
)
_ELEMENT = regex(
    r"[\"']?(?:\s{1,20}[\w:.-]{1,40}\s{0,5}=\s{0,5}(?:\"[^\"]{0,200}\"|'[^']{0,200}')){0,10}\s{0,20}>"
)
_IN_TAG = regex(r"<(?:[\w.-]{1,30}:)?\Z|>\s*\Z")
_TAGS = regex(r"(?:\s{0,200}</?[\w:.-]{1,60}(?:\s[^<>]{0,200})?>){0,6}\s{0,200}")
_CLOSING = regex(r"[:*]?\s{0,20}</")
#: What stands around a placeholder that is written like a tag: `psw=<password>&`, `"psw": "<password>",`.
_HOLDS, _HELD = regex(r"[=:\"'`][ \t]?<\Z"), regex(r"[\"'`&,;)]|\s(?>\s{0,200})(?!<)|\Z")
_QUOTED = regex(r"\s{0,20}[A-Za-z@$]{0,2}[\"'`]")
#: What stands behind a password in a call, and is none.
_PHONE = regex(r"\s{0,20}[\"'`]\+?\d{11,15}[\"'`]")
_ANOTHER = regex(r"[\"'`]?[ \t]*,[ \t]*(?=[\"'`])")
_DASH = regex(r"[ \t]{0,3}(?:\u2014|\u2026|\.{2,10}|~|>(?!<))[ \t]{0,3}(?=(?=\S{0,200}\d)\S{4})")
#: The next line, or the first below a rule and an empty line.
_NEXT_LINE = regex(
    r"(?:\r?\n[ \t]{0,20}[-=~_*]{0,60}(?=[ \t]{0,5}\r?\n)[ \t]{0,5}){0,2}\r?\n[ \t]{0,20}"
    r"(?:[:-][ \t]{1,5})?(?P<word>\S{1,200})[ \t]{0,20}(?=[\r\n]|\Z)"
)
#: A page's own words, copied: who it is, and then the password.
_ASKED = regex(r"(?i)(?:log[io]n|логин|user\w{0,10}|e-?mail)[ \t]{0,5}:?\s{1,5}\S{1,100}\s{1,5}\Z")
_BLANK = regex(r"[ \t]{1,20}(?:[\u2014|~/>-][ \t]{1,5}|<(?=[^\s<>]{1,200}>))?")
_CELL = regex(r"[^|\n]*")
_WORD = regex(r"[^\s,;]{1,300}")
_QUOTE = regex(r"[ \t]{1,20}[\"'`]")
_NAME = regex(r"(?i)name=[\"']?\Z")
_BOUNDARY = regex(r"(?:\r?\n|\r)[ \t]{0,20}--")
_STOP = regex(r"[}>]|\n[ \t\r]*\n")
_CAPITAL = regex("[A-Z]")
_TELLING = regex(r"(?=\S{0,200}\d)\S{4}")
_TELLING_NEXT = regex(r"[ \t]{0,200}+(?=\S{0,200}\d)\S{4}")
_SPACE = regex(r"\s*")
#: What an element holds: all up to the next tag, or a section of CDATA.
_CONTENT = regex(r"<!\[CDATA\[(?s:.*?)(?=\]\]>|\Z)|[^<]*")
#: The bracket that a name stands in.
_AROUND = regex(r"[{<][^{}<>]*\Z")
#: How far is looked for what stands right before a name, for what is near it, and for the end of a multipart's part.
_BEFORE, _NEAR, _PART_LENGTH = 60, 1000, 8000


def given(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """What is given to the name that stands there."""
    text = reader.text
    before = text[max(0, start - _BEFORE) : start]
    compared = _COMPARED.search(before)
    if compared:
        yield start - len(before) + compared.start("secret"), start - len(before) + compared.end("secret")
    if end - start == 3 and _PAIR.fullmatch(text, start, end) and _PAIRED.match(text, end):
        return
    naming = _behind_sign(before) and bool(_NAMING.search(before))
    if naming:
        part = _PART.match(text, end) if _NAME.search(before) else None
        if part:
            yield _part(reader, part.end())
            return
        yield from _beside(reader, start, end)
    if naming or _IN_TAG.search(before):
        element = _element(reader, before, end)
        if element:
            yield element
            return
    placed = False
    for place in _by_sign(reader, start, end, before):
        placed = True
        yield place
    if (
        not placed
        and not _about(text[start:end]).common
        and (text[end : end + 1] not in "\r\n" or before[-1:] in " (/")
    ):
        reader.pay(_BEFORE)
        yield from in_sentence(text, start, end)


def _by_sign(reader: Reader, start: int, end: int, before: str) -> Iterator[Span]:
    """What is given to a name by what stands behind it."""
    text = reader.text
    placed = tuple(_by_place(reader, start, end, before))
    yield from placed
    if placed:
        return
    sign = _SIGN.match(text, end)
    typed = None if sign else _TYPED.match(text, end)
    if sign:
        for place in _assigned(reader, start, end, before, sign):
            placed = (place,)
            yield place
            yield from filled_in(reader, *place)
    if not placed and typed is None and not _about(text[start:end]).program:
        typed = _EXPLAINED.match(text, end)
    if typed:
        yield reader.value(typed.end(), tight=False)
    elif not sign:
        yield from _behind_blank(reader, start, end, before)


class _About(NamedTuple):
    """What a name is."""

    program: bool
    common: bool
    header: bool


@lru_cache(1000)
def _about(name: str) -> _About:
    return _About(in_programs(name), is_common(name), is_header(name))


def _behind_sign(before: str) -> bool:
    """Whether a name stands behind `=` or `:`, in quotes or not."""
    return before[: -1 if before[-1:] in ('"', "'", "`") else None].rstrip()[-1:] in ("=", ":")


def _by_place(reader: Reader, start: int, end: int, before: str) -> Iterator[Span]:
    """What is given to a name by where it stands: in a row, a section, a path, or as what asks for an answer."""
    text = reader.text
    columns = _COLUMNS.match(text, end)
    section = _SECTION.match(text, end)
    if columns:
        for match in ARGUMENT.finditer(text, columns.end(), columns.end() + _NEAR):
            if match["end"]:
                return
            yield match.span()
        return
    if section:
        yield from _in_section(reader, section.end())
        return
    returned = _RETURNED.match(text, end)
    if returned:
        yield reader.value(returned.end(), tight=False, in_object=True)
        return
    single = _ASKED_FOR.match(text, end)
    if single is None and reader.is_first(start, " \t\"'"):
        single = _TWO_CELLS.match(text, end)
    if single is None and before.endswith("/"):
        single = _IN_PATH.match(text, end)
    if single:
        yield single.span("secret")


def _in_section(reader: Reader, at: int) -> Iterator[Span]:
    """The values of a section of settings, or of a block, up to its end."""
    reader.pay(_NEAR)
    for match in _IN_SECTION.finditer(reader.text, at, at + _NEAR):
        if match["end"] is not None:
            return
        yield match.span("secret")


def _part(reader: Reader, at: int) -> Span:
    """The content of a part of a multipart body, up to its boundary (RFC 2046 5.1.1)."""
    boundary = _BOUNDARY.search(reader.text, at, at + _PART_LENGTH)
    return at, boundary.start() if boundary else reader.end_of_line(at)


def _element(reader: Reader, before: str, end: int) -> Span | None:
    """What an element holds whose tag, or attribute, or content the name is."""
    text = reader.text
    opening = _ELEMENT.match(text, end)
    if opening:
        at = opening.end()
        if before.endswith(("<", ":")) and _CLOSING.match(text, at):
            return at, at
    elif before.rstrip().endswith(">") and _CLOSING.match(text, end):
        at = end + (text[end] in ":*")
    else:
        return None
    tags = _TAGS.match(text, at)
    assert tags is not None
    content = _CONTENT.match(text, tags.end())
    assert content is not None
    if (
        opening
        and _HOLDS.search(before)
        and _HELD.match(text, at)
        and not text.startswith("</", content.end())
    ):
        return at, at
    return content.span()


def _beside(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """The value that stands beside a name in the same brackets, or below it: `name: psw`, `value: 123`."""
    text = reader.text
    reader.pay(_NEAR)
    opening = _AROUND.search(text, max(0, start - _NEAR), start)
    stop = _STOP.search(text, end, end + _NEAR)
    yield from _values(reader, end, stop.end() if stop else end + _NEAR, opening is None)
    if opening:
        yield from _values(reader, opening.start(), start, False)
    else:
        updated = _UPDATED.search(text, max(reader.line, start - _NEAR), start)
        if updated:
            yield reader.value(updated.end(), tight=False, in_object=True)


def _values(reader: Reader, low: int, high: int, until_name: bool) -> Iterator[Span]:
    for match in _VALUE.finditer(reader.text, low, high):
        if match["name"]:
            if until_name:
                return
            continue
        yield reader.value(match.end(), tight=match["sign"] == "=" and not match["blank"], in_object=True)


def _assigned(reader: Reader, start: int, end: int, before: str, sign: re.Match[str]) -> Iterator[Span]:
    """The value behind a sign such as `=`, `:`, `=>`."""
    text = reader.text
    said, at = sign["sign"].rstrip(": \t"), sign.end()
    quoted = bool(_QUOTED.match(text, at))
    closed = any(mark in sign["close"] for mark in "\"'`")
    program = _about(text[start:end]).program or text[start - 1 : start] == "$"
    last = before.rstrip()[-1:]
    in_object = closed or last in ("{", "[", "(", ",")
    if said in (",", "{") or said.endswith("(") or said.startswith(";"):
        among = closed and not _about(text[start:end]).common and _AMONG.search(before)
        symbol = text[start - 1 : start] == ":" and not quoted
        if said == "," and (among or symbol or (closed and program and _SETTING_NEXT.match(text, at))):
            reader.pay(_NEAR)
            for match in ARGUMENT.finditer(text, at, at + _NEAR):
                if match["end"] or match["close"]:
                    return
                yield match.span()
            return
        if said == "," and _PHONE.match(text, at):
            return
        if not quoted and not (closed and said == ","):
            if said == "(" and program:
                yield reader.value(at, tight=True)
            return
        yield _next_line_too(reader, at, in_object=True)
    elif said in ("|", "||"):
        if quoted or said == "||":
            yield reader.value(at, tight=False)
        elif last == "|" or (not sign["blank"] and _TELLING.match(text, at)):
            cell = _CELL.match(text, at)
            assert cell is not None
            yield cell.span()
    elif said in ("is", "to", "or", "equals", "with", _IT_IS, "."):
        if quoted or (said not in ("or", ".", "with") and _TELLING_NEXT.match(text, at)):
            yield reader.value(at, tight=not quoted)
    else:
        tight = "=" in said and not sign["blank"] and text[at : at + 1] not in (" ", "\t")
        told = (
            tight
            or quoted
            or in_object
            or reader.is_first(start, " \t-#*>/")
            or not _about(text[start:end]).common
            or _SWITCH.search(before)
        )
        if not told and not _TELLING_NEXT.match(text, at):
            return
        header = _about(text[start:end]).header
        in_query = text[start - 1 : start] in ("&", "?", ";") or reader.is_first(start, " \t\r")
        place = reader.value(at, tight=tight, in_query=in_query, in_object=in_object, header=header)
        yield place
        if "=" in said and not closed and ("auth" in text[start:end].lower() or _TARGETS.search(before)):
            # login, psw = "alex", "123"
            more = _ANOTHER.match(text, place[1])
            if more:
                yield reader.value(more.end(), tight=False, in_object=True)


def _next_line_too(reader: Reader, at: int, *, in_object: bool) -> Span:
    """A value that may stand on the next line, as arguments and the items of lists do."""
    space = _SPACE.match(reader.text, at)
    assert space is not None
    return reader.value(space.end(), tight=False, in_object=in_object)


def _behind_blank(reader: Reader, start: int, end: int, before: str) -> Iterator[Span]:
    """The value that only a blank, or a line's end, parts from its name: options, environment files, sentences."""
    text = reader.text
    option_of_it = _VALUE_OPTION.match(text, end)
    if option_of_it:
        yield reader.value(option_of_it.end(), tight=True)
        return
    if _QUOTE.match(text, end):
        place = reader.value(end, tight=False, in_object=True)
        yield place
        more = _ANOTHER.match(text, place[1])
        if more:
            yield reader.value(more.end(), tight=False, in_object=True)
        return
    if text[end : end + 1] not in (" ", "\t"):
        dash = _DASH.match(text, end)
        if dash:
            yield reader.value(dash.end(), tight=True)
        elif text[end : end + 1] in ("\r", "\n") and reader.is_first(start, " \t\"'>#*-?"):
            below = _NEXT_LINE.match(text, end)
            if below and (
                text[start] == "-"
                or _TELLING.match(below["word"])
                or (reader.pay(_BEFORE) and _ASKED.search(text, max(0, start - 3 * _BEFORE), start))
            ):
                yield below.span("word")
        return
    blank = _BLANK.match(text, end)
    assert blank is not None
    word = _WORD.match(text, blank.end())
    if word is None:
        return
    option = text[start : start + 1] == "-" or bool(_SWITCH.search(before))
    alone = text[word.end() : word.end() + 1] in ("", "\r", "\n", ";")
    said = word.group()
    is_value = option and not said.startswith("-")
    if said.startswith("%"):
        holder = PLACEHOLDER.match(said)
        if holder:
            yield from filled_in(reader, word.start(), word.start() + holder.end())
            return
    in_program = _about(text[start:end]).program and (alone or _CAPITAL.search(said, 1))
    if is_value or in_program or _TELLING.match(said):
        yield reader.value(blank.end(), tight=True)
