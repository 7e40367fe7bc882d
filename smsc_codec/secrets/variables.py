"""Secrets that a text gives to another name first: `P=123` above `psw=$P`, `f("alex", "123")` of `f(login, psw)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.forms import Span
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.names import spots
from smsc_codec.secrets.values import Reader

_NAME = r"[^\W\d]\w{0,60}"
_OWNER = rf"(?:{_NAME}(?:\.|->|::)){{0,3}}"
#: A value that is another's: a shell's, a template's, YAML's.
_REFERENCE = regex(
    rf"[\"']?(?:\$\{{?(?:env:)?(?P<shell>{_NAME}|\d)\}}?|\$\((?P<make>{_NAME})\)|[%!](?P<cmd>{_NAME})[%!]"
    rf"|[#$]?\{{\{{?[ \t]*\$?{_OWNER}(?P<template>{_NAME})[ \t]*\}}?\}}|\*(?P<anchor>{_NAME})|@(?P<at>{_NAME}))"
    r"[\"']?[\"')\]},;]{0,3}"
)
#: A program's.
_BARE = regex(rf"(?:[\w.:>-]{{1,40}}\([ \t]{{0,3}})?[$@]?{_OWNER}(?P<bare>{_NAME})[)\]}},; \t\r]{{0,5}}")
#: What a program puts behind a text that ends with the name: `"&psw=" + p`.
_JOINED = regex(
    rf"[\"'`][ \t]{{0,5}}(?:\.{{1,2}}|[+&~,]|\|\||<<)[ \t]{{0,5}}(?:[\w.]{{1,40}}\([ \t]{{0,3}})?"
    rf"[$@]?{_OWNER}(?P<bare>{_NAME})"
)
_HOLDER = regex(r"%[a-z]|\{\w{0,20}\}|\?(?!\w)")
_FILLING = regex(r"[^\"'`\n]{0,300}[\"'`]\s{0,5}(?:,|%|\.format\w{0,5}\b)[ \t]{0,5}\(?")
_ARGUMENT = regex(
    r"\s{0,20}(?P<said>(?:\"(?:\\.|[^\"\\\n]){0,300}\"|'(?:\\.|[^'\\\n]){0,300}'|\([^()\n]{0,100}\)|[^,()\"'\n]){0,100})(?P<end>[,)]?)"
)
_KEYWORD = "|".join(
    ("def", "function", "func", "fun", "fn", "sub", "proc", alike("функция"), alike("процедура"))
)
#: `def send(login, psw)`, `void send(String login, String psw)`, and what makes something of a class.
_DEFINED = regex(
    rf"(?i)(?<!\w)(?P<keyword>(?:{_KEYWORD})[ \t]{{1,5}})?(?P<name>{_NAME})[ \t]{{0,3}}"
    r"\((?P<inside>[^()\n\"']{3,300})\)"
)
_WHO = regex(rf"(?i)log|user|e?mail|account|{alike('логин')}")
_CLASS = regex(rf"\bclass[ \t]{{1,5}}({_NAME})")
_MAKING = ("__init__", "__construct", "constructor", "initialize", "new")
_SELF = ("self", "this", "cls")
_SET = regex(r"(?m)^[ \t]{0,20}set[ \t]{1,5}--[ \t]{1,5}([^\n;]{1,300})")
#: A function of a shell, whose arguments have numbers.
_SHELL_FUNCTION = regex(
    r"(?m)^[ \t]{0,20}(?:function[ \t]{1,5})?([\w-]{1,60})[ \t]{0,5}(?:\([ \t]?\))?\s{0,5}\{"
)
_WORD = r"(?:'[^'\n]{0,200}'|\"[^\"\n]{0,200}\"|[^\s'\";&|]{1,200})"
_LINE = regex(r"[^\n]*")
_QUOTED = regex(r"\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'")
_LONGEST, _FAR = 80, 500
_MOST_NAMES, _ROUNDS = 20, 3


def variables(text: str, places: list[Span]) -> Iterator[Span]:
    """Where what is given to a secret's name under another name is written; `places` are the values of such names."""
    known: set[str] = set()
    names = _referred(text, places)
    for _ in range(_ROUNDS):
        new = sorted(names - known)[:_MOST_NAMES]
        if not new:
            return
        known.update(new)
        found = [*_assigned(text, [name for name in new if not name.isdigit()])]
        for number in filter(str.isdigit, new):
            yield from _words(text, int(number))
        yield from found
        names = _referred(text, found)


def _referred(text: str, places: Iterable[Span]) -> set[str]:
    """The names of what the values at some places stand for."""
    names: set[str] = set()
    for start, end in places:
        said = text[start:end].strip() if end - start <= _LONGEST else ""
        match = _REFERENCE.fullmatch(said)
        if match is None and text[start - 1 : start] not in ('"', "'", "`") and not _in_address(text, start):
            match = _BARE.fullmatch(said)
        if match is None and start == end:
            match = _JOINED.match(text, end)
        if match:
            names.add(next(filter(None, match.groups())))
        elif _HOLDER.match(text, start):
            names.update(_filling(text, start, end))
    return names


def _in_address(text: str, start: int) -> bool:
    """Whether a value stands among the parameters of an address, where a word is nothing but itself."""
    return re.search(r"[?&][\w.-]{1,60}=\Z", text[max(0, start - 64) : start]) is not None


def _filling(text: str, start: int, end: int) -> Iterator[str]:
    """What fills the place of a value in a text: the argument of the same number."""
    behind = _FILLING.match(text, end)
    if behind is None:
        return
    quote = behind.group().rstrip(" \t(,%formatv.\n")[-1:]
    opening = max(text.rfind(quote, max(0, start - _FAR), start), 0) if quote in ("'", '"') else start
    number = sum(1 for _ in _HOLDER.finditer(text, opening, start))
    argument = _argument(text, behind.end(), number)
    match = _BARE.fullmatch(text[slice(*argument)].strip()) if argument else None
    if match:
        yield match["bare"]


def _argument(text: str, at: int, number: int) -> Span | None:
    """The place of an argument, from 0, behind an opening bracket."""
    for index in range(number + 1):
        match = _ARGUMENT.match(text, at)
        assert match is not None
        if index == number:
            return match.span("said")
        if match["end"] != ",":
            return None
        at = match.end()
    return None


def _assigned(text: str, names: list[str]) -> Iterator[Span]:
    """The values that variables of these names are given."""
    if not names:
        return
    one = rf"(?:{'|'.join(map(re.escape, names))})\b"
    pattern = re.compile(
        rf"(?<![\w$?&-])[$@&]?{one}"
        r"(?:[ \t]{0,3}:[ \t]{0,3}[\w<>\[\], |]{1,40}(?==)"
        r"|[ \t]{1,3}(?:str(?:ing)?|n?(?:var)?char(?:\(\d{1,5}\))?)(?=[ \t]{0,3}=))?"
        r"(?:,[ \t]{0,3}[$@]?\w{1,60}){0,4}[)\]}]?[ \t]{0,20}(?P<sign>[:?+]{0,2}=(?![=>~])|<-)(?P<blank>[ \t]{0,20})"
        rf"|[\"']{one}[\"'][ \t]{{0,5}}(?::|,|=>)(?P<data>[ \t]{{0,5}})(?=[\"'])"
        rf"|&{one}[ \t](?P<anchor>[ \t]{{0,5}})"
        rf"|(?m:^[ \t]{{0,20}}{one}:(?P<key>[ \t]{{1,5}}))"
        rf"|[{{,]\s{{0,20}}{one}[ \t]{{0,5}}:(?P<entry>[ \t]{{0,5}})(?=[\"'])"
        rf"|\bread\b[^\n<]{{0,60}}\b{one}[^\n<]{{0,60}}<<<(?P<read>[ \t]{{0,5}})"
        rf"|(?:\bset(?:[ \t]{{1,3}}-\w{{1,3}})?|\((?:setq|def|define|let)|#define)[ \t]{{1,3}}"
        rf"{one}(?P<set>[ \t]{{1,5}})"
    )
    reader = Reader(text)
    for match in pattern.finditer(text):
        if not reader.pay(_LONGEST):
            yield match.start(), len(text)
            return
        reader.move(match.start())
        in_object = match["data"] is not None or match["entry"] is not None
        yield reader.value(match.end(), tight=bool(match["sign"]) and not match["blank"], in_object=in_object)
        if "," in match.group() or text[max(0, match.start() - 2) : match.start()].strip() == ",":
            line = _LINE.match(text, match.end())
            assert line is not None
            yield from (quoted.span() for quoted in _QUOTED.finditer(text, match.end(), line.end()))


def _words(text: str, number: int) -> Iterator[Span]:
    """The words of a shell that have this number: those of `set --`, and of a function's calls."""
    for match in _SET.finditer(text):
        yield match.span(1)
    names = list(dict.fromkeys(_SHELL_FUNCTION.findall(text)))[:_MOST_NAMES]
    if names and 0 < number < 10:
        one = "|".join(map(re.escape, names))
        called = rf"(?m)(?:^|[;&|])[ \t]{{0,20}}(?:{one})(?:[ \t]{{1,5}}({_WORD})){{{number}}}"
        for match in re.finditer(called, text):
            yield match.span(1)


def arguments(text: str) -> Iterator[Span]:
    """What calls give to a parameter that is a secret's, where the text has the function, too."""
    numbers: dict[str, int] = {}
    for match in _DEFINED.finditer(text):
        inside = [one for one in match["inside"].split(",") if one.strip().lstrip("&*$") not in _SELF]
        secret = next((at for at, one in enumerate(inside) if next(spots(one.partition("=")[0]), None)), None)
        if secret is None or not (match["keyword"] or any(map(_WHO.search, inside[:secret]))):
            continue
        name = match["name"]
        if name in _MAKING:
            classes = _CLASS.findall(text, max(0, match.start() - 10 * _FAR), match.start())
            name = classes[-1] if classes else ""
        if name and len(numbers) < _MOST_NAMES:
            numbers[name] = secret
    if not numbers:
        return
    for call in re.finditer(rf"(?<!\w)({'|'.join(map(re.escape, numbers))})[ \t]{{0,3}}\(", text):
        place = _argument(text, call.end(), numbers[call[1]])
        if place and text[place[0] : place[0] + 3].strip("bBfFrRuU@$")[:1] in ("'", '"', "`"):
            yield place
