"""Finds the secrets of a text by pattern, whatever the text is, and blots them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smsc_codec.secrets.forms import Span, decoded, forms
from smsc_codec.secrets.layers import Layer, alike, layers
from smsc_codec.secrets.names import in_programs, is_common, is_header, is_name, names
from smsc_codec.secrets.tables import cells
from smsc_codec.secrets.values import Reader

#: A value that is as long is blotted wherever it stands in the text, and not where its name is alone.
REPEATED = 6
_MOST_REPEATED = 60

_IT_IS = alike("это")
#: What may stand between a name and the sign that gives it a value: `psw[]`, `"psw"`, `$_POST['psw']`, `**psw**`.
_SIGN = re.compile(
    r"(?:\[[^\]\n]{0,40}\])?(?P<close>[\"'`\])}*]{0,3})(?P<blank>[ \t]{0,20})"
    r"(?P<sign>[:?+|.!~*]{0,2}={1,3}[>~]?|:{1,2}[->+?=]?|->|<-|\u2192|,|\(|\|{1,2}|\?{2}"
    rf"|\.(?=[ \t]{{1,5}}[\"'])|(?:is|to|or|equals|{_IT_IS})\b[ \t]*:?)"
)
#: `psw string = "123"` (Go), `PSW As String = "123"` (VB).
_TYPED = re.compile(r"(?:[ \t]+[&*]?[\w<>.\[\]]{1,40}){1,3}[ \t]{0,20}:?=[ \t]{0,20}(?=[@$]?[\"'`])")
#: `password for the sandbox: 123`
_EXPLAINED = re.compile(r"(?:[ \t]+[^\W\d_]{1,20}){1,4}[ \t]{0,3}[:=][ \t]{0,5}(?=(?=\S{0,200}\d)\S{4})")
#: `"123" == psw`
_COMPARED = re.compile(
    r"([\"'])(?P<secret>(?:(?!\1)[^\n]){1,30})\1\s{0,3}(?:={2,3}|->|!=|\beq\b)\s{0,3}\$?\Z"
)
_PLACEHOLDER = re.compile(r"%[sd(]|\{\w{0,20}\}|\?")
_FILLING = re.compile(r"[^\"'`\n]{0,300}[\"'`]\s{0,5}(?:,|%|\.format\w{0,5}|\.replace)")
_ARGUMENT = re.compile(r"\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|(?P<end>\n[ \t]*\n|;)")
#: A word for a pair's first half, where it names another secret or has its value beside it.
_PAIR = re.compile(r"(?i)key\Z")
_PAIRED = re.compile(
    r"[\"']?\s{0,5}[=:]\s{0,5}[\"']?[\w.-]{1,60}[\"']?\s{0,5}[,;]?\s{0,20}[\"']?(?:value|val|type)\b"
    r"|=[\"'][\w.-]{1,60}[\"']\s{0,5}>|>\s{0,5}[\w.-]{1,60}\s{0,5}</"
)
#: What stands before a name that is itself a value: `name="psw"`, `"key": "psw"`.
_NAMING = re.compile(
    r"(?i)(?:name|key|id|field|param(?:eter)?|header|type|property|variable|var|for)[\"']?\s{0,5}[=:]\s{0,5}[\"'`]?\Z"
)
_VALUE = re.compile(
    r"(?i)(?<![\w-])(?:value|val|content|default|data|text|string)[\"']?\s{0,5}(?P<sign>[=:])(?P<blank>\s{0,5})"
    r"|(?P<name>(?<![\w-])(?:name|key)[\"']?\s{0,5}[=:])"
)
_PART = re.compile(
    r"[\"']?[ \t]{0,5}(?:;[^\n]{0,300})?\r?\n(?:[ \t]{0,20}[A-Za-z-]{1,40}:[^\n]{0,300}\n){0,5}[ \t]{0,20}\r?\n"
)
_ELEMENT = re.compile(
    r"[\"']?(?:\s{1,20}[\w:.-]{1,40}\s{0,5}=\s{0,5}(?:\"[^\"]{0,200}\"|'[^']{0,200}')){0,10}\s{0,20}>"
)
_IN_TAG = re.compile(r"<(?:[\w.-]{1,30}:)?\Z|>\s*\Z")
_TAGS = re.compile(r"(?:\s{0,200}</?[\w:.-]{1,60}(?:\s[^<>]{0,200})?>){0,6}\s{0,200}")
_CLOSING = re.compile(r"\s{0,20}</")
_QUOTED = re.compile(r"\s{0,20}[A-Za-z@$]{0,2}[\"'`]")
_ANOTHER = re.compile(r"[\"'`]?[ \t]*,[ \t]*(?=[\"'`])")
_DASH = re.compile(r"[ \t]{0,3}\u2014[ \t]{0,3}(?=(?=\S{0,200}\d)\S{4})")
_NEXT_LINE = re.compile(r"\r?\n[ \t]{0,20}(?P<word>\S{1,200})[ \t]{0,20}(?=[\r\n]|\Z)")
#: A page's own words, copied: who it is, and then the password.
_ASKED = re.compile(r"(?i)(?:log[io]n|логин|user\w{0,10}|e-?mail)[ \t]{0,5}:?\s{1,5}\S{1,100}\s{1,5}\Z")
_BLANK = re.compile(r"[ \t]{1,20}(?:[\u2014-][ \t]{1,5})?")
_CELL = re.compile(r"[^|\n]*")
_WORD = re.compile(r"[^\s,;]{1,300}")
_QUOTE = re.compile(r"[ \t]{1,20}[\"'`]")
_TELLING = re.compile(r"(?=\S{0,200}\d)\S{4}")
_TRIMMED = " \t\r\n\"'`,;{}[]()<>&"
_PLAIN_WORDS = re.compile(
    r"(?i)string|number|integer|boolean|object|required|optional|secret|hidden|unknown|undefined|environ|process|get\w*|str|true|false|null|none"
)


def blotted(text: str) -> str:
    """The text with a star for every character of its secrets; its length and its line ends stay."""
    return starred(text, spans(text))


def starred(text: str, places: Iterable[Span]) -> str:
    """The text with stars at some places."""
    pieces: list[str] = []
    at = 0
    for start, end in places:
        pieces += (text[at:start], re.sub(r"[^\r\n]", "*", text[start:end]))
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def spans(text: str) -> list[Span]:
    """Where secrets stand, in order and apart from each other."""
    return _found(text)[0]


def found(text: str) -> tuple[list[Span], frozenset[str]]:
    """Where secrets stand, and what they are, as they are written and with their escapes undone."""
    return _found(text)


def _found(text: str) -> tuple[list[Span], frozenset[str]]:
    places: list[Span] = []
    values: dict[str, None] = {}
    seen: list[tuple[Layer, str]] = []
    for layer in layers(text):
        plain = alike(layer.text)
        seen.append((layer, plain))
        for start, end in _in_layer(plain):
            if start < end:
                places.append((layer.place(start), layer.place(end)))
                _remember(values, layer.text[start:end])
    if not places:
        return [], frozenset()
    again = [value for value in values if len(value) >= REPEATED and not _is_plain(value)][:_MOST_REPEATED]
    if again:
        pattern = re.compile("|".join(re.escape(value) for value in sorted(again, key=len, reverse=True)))
        for layer, _ in seen:
            places += [
                (layer.place(match.start()), layer.place(match.end()))
                for match in pattern.finditer(layer.text)
            ]
    return _merged(places), frozenset(values)


def _remember(values: dict[str, None], said: str) -> None:
    value = said.strip(_TRIMMED)
    if value and len(value) <= 500:
        values[value] = None
        inner = decoded(value.rpartition(" ")[2])
        if inner:
            values[inner] = None
            values[inner.partition(":")[2]] = None
        values.pop("", None)


def _is_plain(value: str) -> bool:
    """Whether a value is no secret but a word for one: a placeholder, a type, a variable."""
    return value[0] in "$%{<" or is_name(value) or bool(_PLAIN_WORDS.fullmatch(value))


def _merged(places: list[Span]) -> list[Span]:
    made: list[Span] = []
    for start, end in sorted(places):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif start < end:
            made.append((start, end))
    return made


def _in_layer(text: str, deep: bool = True) -> Iterator[Span]:
    """Where secrets stand in one layer, in any order."""
    finds = (
        (lambda inner: any(start < end for start, end in _in_layer(alike(inner), False)))
        if deep
        else (lambda _: False)
    )
    yield from forms(text, finds)
    yield from cells(text)
    reader = Reader(text)
    done = 0
    for start, end in names(text):
        if start < done:
            continue
        reader.move(start)
        for place in _given(reader, start, end):
            done = max(done, place[1])
            yield place


def _given(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """What is given to the name that stands there."""
    text = reader.text
    before = text[max(0, start - 40) : start]
    compared = _COMPARED.search(before) if "=" in before or "->" in before else None
    if compared:
        yield start - len(before) + compared.start("secret"), start - len(before) + compared.end("secret")
    if end - start == 3 and _PAIR.fullmatch(text, start, end) and _PAIRED.match(text, end):
        return
    naming = ("=" in before or ":" in before) and bool(_NAMING.search(before))
    if naming:
        part = _PART.match(text, end) if re.search(r"name=[\"']?\Z", before) else None
        if part:
            yield _part(reader, part.end())
            return
        yield from _beside(reader, start, end)
    if naming or (("<" in before or ">" in before) and _IN_TAG.search(before)):
        element = _element(reader, before, end)
        if element:
            yield element
            return
    sign = _SIGN.match(text, end)
    if sign:
        for place in _assigned(reader, start, end, sign):
            yield place
            yield from _filled_in(text, *place)
        return
    typed = _TYPED.match(text, end)
    if typed is None and not in_programs(text[start:end]):
        typed = _EXPLAINED.match(text, end)
    if typed:
        yield reader.value(typed.end(), tight=False)
        return
    yield from _behind_blank(reader, start, end)


def _filled_in(text: str, start: int, end: int) -> Iterator[Span]:
    """What a program puts in place of a value that only holds the place: `"psw=%s" % ("123",)`."""
    if _PLACEHOLDER.match(text, start):
        behind = _FILLING.match(text, end)
        for match in _ARGUMENT.finditer(text, behind.end(), behind.end() + 300) if behind else ():
            if match["end"]:
                return
            yield match.span()


def _part(reader: Reader, at: int) -> Span:
    """The content of a part of a multipart body, up to its boundary (RFC 2046 5.1.1)."""
    boundary = re.compile(r"\r?\n[ \t]{0,20}--").search(reader.text, at, at + 8000)
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
        at = end
    else:
        return None
    if text.startswith("<![CDATA[", at):
        close = text.find("]]>", at)
        return at, close if close >= 0 else len(text)
    tags = _TAGS.match(text, at)
    at = tags.end() if tags else at
    if text.startswith("<![CDATA[", at):
        close = text.find("]]>", at)
        return at, close if close >= 0 else len(text)
    close = text.find("<", at)
    return at, close if close >= 0 else len(text)


def _beside(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """The value that stands beside a name in the same brackets, or below it: `name: psw`, `value: 123`."""
    text = reader.text
    if not reader.pay(1200):
        yield end, len(text)
        return
    low = max(0, start - 600)
    opening = max(text.rfind("{", low, start), text.rfind("<", low, start))
    inside = opening >= 0 and max(text.rfind("}", opening, start), text.rfind(">", opening, start)) < 0
    stop = re.compile(r"[}>]|\n[ \t\r]*\n").search(text, end, end + 600)
    yield from _values(reader, end, stop.end() if stop else end + 600, not inside)
    if inside:
        yield from _values(reader, opening, start, False)


def _values(reader: Reader, low: int, high: int, until_name: bool) -> Iterator[Span]:
    for match in _VALUE.finditer(reader.text, low, high):
        if match["name"]:
            if until_name:
                return
            continue
        yield reader.value(match.end(), tight=match["sign"] == "=" and not match["blank"], in_object=True)


def _assigned(reader: Reader, start: int, end: int, sign: re.Match[str]) -> Iterator[Span]:
    """The value behind a sign such as `=`, `:`, `=>`."""
    text = reader.text
    said, at = sign["sign"].rstrip(": \t"), sign.end()
    quoted = bool(_QUOTED.match(text, at))
    closed = any(mark in sign["close"] for mark in "\"'`")
    program = in_programs(text[start:end]) or text[start - 1 : start] == "$"
    last = text[max(0, start - 20) : start].rstrip()[-1:]
    in_object = closed or last in ("{", "[", "(", ",")
    if said in (",", "("):
        if not quoted and not (closed and said == ","):
            if said == "(" and program:
                yield reader.value(at, tight=True)
            return
        yield _next_line_too(reader, at, in_object=True)
    elif said in ("|", "||"):
        if quoted or said == "||":
            yield reader.value(at, tight=False)
        elif last == "|":
            cell = _CELL.match(text, at)
            yield at, cell.end() if cell else at
    elif said in ("is", "to", "or", "equals", _IT_IS, "."):
        if quoted or (said not in ("or", ".") and _TELLING.match(text[at : at + 220].lstrip(" \t"))):
            yield reader.value(at, tight=not quoted)
    else:
        tight = "=" in said and not sign["blank"] and text[at : at + 1] not in (" ", "\t")
        told = (
            tight
            or quoted
            or in_object
            or reader.is_first(start, " \t-#*>/")
            or not is_common(text[start:end])
        )
        if not told and not _TELLING.match(text[at : at + 220].lstrip(" \t")):
            return
        header = is_header(text[start:end])
        in_query = text[start - 1 : start] in ("&", "?", ";") or reader.is_first(start, " \t\r")
        yield reader.value(at, tight=tight, in_query=in_query, in_object=in_object, header=header)


def _next_line_too(reader: Reader, at: int, *, in_object: bool) -> Span:
    """A value that may stand on the next line, as arguments and the items of lists do."""
    text = reader.text
    while at < len(text) and text[at].isspace():
        at += 1
    return reader.value(at, tight=False, in_object=in_object)


def _behind_blank(reader: Reader, start: int, end: int) -> Iterator[Span]:
    """The value that only a blank, or a line's end, parts from its name: options, environment files, sentences."""
    text = reader.text
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
        elif text[end : end + 1] in ("\r", "\n") and reader.is_first(start, " \t\"'>#*-"):
            below = _NEXT_LINE.match(text, end)
            asked = _ASKED.search(text[max(0, start - 200) : start])
            if below and (asked or _TELLING.match(below["word"])):
                yield below.span("word")
        return
    blank = _BLANK.match(text, end)
    assert blank is not None
    word = _WORD.match(text, blank.end())
    if word is None:
        return
    option = text[start : start + 1] == "-" or bool(re.search(r"(?<!\S)/\Z", text[max(0, start - 2) : start]))
    alone = text[word.end() : word.end() + 1] in ("", "\r", "\n")
    said = word.group()
    is_value = option and not said.startswith("-")
    in_program = in_programs(text[start:end]) and (alone or re.search("[A-Z]", said[1:]))
    if is_value or in_program or _TELLING.match(said):
        yield reader.value(blank.end(), tight=True)
