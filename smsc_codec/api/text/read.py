"""A request as people write it to what it asks: an address, a form's body, a curl command, an HTTP message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from smsc_codec.api.building import Format
from smsc_codec.api.operations import Operation
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.received import PATHS, Received, understood
from smsc_codec.api.text import curl
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Given, Parts, address, pairs, trimmed, unwrapped
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.text.charsets import Charset


class Asked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What a request asks, and how it wants to be answered. Who asks is left out: nobody may see that."""

    operation: Operation
    fmt: Format = 0
    charset: Charset = "windows-1251"


class Written(Struct, frozen=True):
    """A request as text, understood: its parts, what they say, and the text of each parameter with its places."""

    parts: Parts
    received: Received
    texts: dict[str, Mapped]
    #: The text is UTF-8 though nothing says so (REQ-6): it was read as what was meant.
    guessed: bool


@cache
def _http() -> re.Pattern[str]:
    return re.compile(r"(GET|POST)[ \t]+(\S+)(?:[ \t]+HTTP/[0-9.]+)?[ \t]*\r?\n")


def take_apart(source: str) -> Parts:
    """The parts of a text that holds one request."""
    word = trimmed(source)
    start = word.place(0)
    prompt = re.compile(r"\$[ \t]+(?=curl\b)").match(source, start)
    start = prompt.end() if prompt else start
    if re.compile(r"curl(?:\.exe)?[ \t\\]").match(source, start):
        return curl.read(source, start)
    message = _http().match(source + "\n", start)
    if message:
        return _message(source, message)
    parts = Parts("url")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://|/", word.text):
        address(unwrapped(word), parts)
    else:
        parts.form, parts.method = "form", "POST"
        pairs(unwrapped(word), parts)
        parts.end = word.part(len(word.text), len(word.text))
    return parts


def _message(source: str, line: re.Match[str]) -> Parts:
    """An HTTP message, as files of editors have it: a request line, headers, an empty line, a body."""
    parts = Parts("http")
    address(Mapped.of(source, *line.span(2)), parts)
    parts.method = line[1]
    head = re.compile(r"\r?\n[ \t]*(?:\r?\n|\Z)").search(source, line.end() - 1)
    for header in re.finditer(
        r"(?im)^(host|authorization|cookie)[ \t]*:[ \t]*(.*?)[ \t]*\r?$",
        source[: head.start() if head else None],
    ):
        if header[1].lower() == "host":
            parts.host = header[2]
        else:
            parts.hidden.append(Span(*header.span(2)))
    body = trimmed(source[head.end() :]) if head else None
    if head and body and body.text:
        word = Mapped.of(source, head.end() + body.place(0), head.end() + body.place(0) + len(body.text))
        if word.text.startswith("{"):
            curl.json(word, parts)
        else:
            pairs(unwrapped(word), parts)
            parts.end = word.part(len(word.text), len(word.text))
    return parts


def understand(source: str) -> Written:
    """What a request as text says. Never raises for any text."""
    parts = take_apart(source)
    name = PATHS.get(parts.path) if parts.path is not None else _endpoint(parts.given)
    named = next((given.value.text for given in parts.given if given.name == "charset"), "")
    plain = [(given, *given.read("utf-8")) for given in parts.given]
    binary = next((octets for given, octets, _ in reversed(plain) if given.name == "bin"), b"")
    raw = {"mes"} if binary.lstrip(b"0") == b"1" else set()
    texts_only = [octets for given, octets, _ in plain if given.name not in raw]
    guessed = not (named or parts.json) and _is_utf8(texts_only)
    said: Charset | None = "utf-8" if guessed or any(not given.encoded for given in parts.given) else None
    received = understood(
        name,
        [(given.name, octets) for given, octets, _ in plain],
        files=tuple(Upload(file, b"") for file in parts.files),
        charset=said,
    )
    charset = said or received.charset
    texts = {given.name: text if charset == "utf-8" else given.read(charset)[1] for given, _, text in plain}
    texts |= {given.name: given.octets() for given in parts.given if given.name in raw}
    return Written(parts, received, texts, guessed)


def _endpoint(given: list[Given]) -> str:
    """The endpoint of a body, whose address is not seen: by the parameters that only one has."""
    names = {one.name for one in given}
    if names & {"add", "chg", "del", "get"} and not names & {"phones", "mes", "phone"}:
        return "op_templates" if "sender" in names and "name" not in names else "templates"
    if "phone" in names and "phones" not in names:
        return "status"
    return "send"


def _is_utf8(values: list[bytes]) -> bool:
    foreign = [value for value in values if not value.isascii()]
    try:
        for value in foreign:
            value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(foreign)


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem and the place of each parameter. Never raises.

    The value is an `Asked`, None where nothing is asked. `spans` has the place of each parameter's value,
    `("mes",)`, as far as it was given.
    """
    return reading(text, understand(text))


def reading(text: str, written: Written) -> Reading:
    """The reading of a request that was understood."""
    received = written.received
    problems = [*written.parts.problems, *(placed(written, text, oddity) for oddity in received.oddities)]
    value = None
    if received.operation is not None:
        value = Asked(operation=received.operation, fmt=received.fmt, charset=received.charset)
    return Reading(text, value, tuple(problems), Spans(_places(written.texts)))


def _places(texts: Mapping[str, Mapped]) -> Iterator[tuple[Path, int, int]]:
    for name, mapped in texts.items():
        span = mapped.span()
        yield (name,), span.start, span.end


def placed(written: Written, source: str, oddity: Oddity) -> Problem:
    """An oddity with its place in the source: in the parameter, or at the beginning of the request."""
    from msgspec.structs import replace

    problem = oddity.problem
    given = next((one for one in reversed(written.parts.given) if one.name == oddity.parameter), None)
    if given is None:
        whole = (written.parts.address or trimmed(source)).span()
        return replace(problem, span=whole, fixes=(), labels=())
    mapped = written.texts[given.name]
    if problem.kind in _OF_NAMES or not mapped.text:
        span = given.at.span()
    elif problem.span.end > problem.span.start and not given.is_secret:
        span = mapped.span(problem.span)
    else:
        span = mapped.span()
    return replace(problem, span=span, fixes=(), labels=())


#: What is told of a parameter's name, whatever its value.
_OF_NAMES = frozenset(("unknown-parameter", "repeated-parameter", "unused-parameter", "list-conflict"))
