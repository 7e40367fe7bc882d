"""A curl command to the parts of its request."""

from __future__ import annotations

import re
from collections import deque

import msgspec

from smsc_codec.api.text import shell
from smsc_codec.api.text.mapped import Mapped, fixed
from smsc_codec.api.text.parts import Given, Parts, address, pairs
from smsc_codec.diagnostics import Problem, Span

#: Options with a value that says nothing of the request.
_WITH_VALUE = frozenset(
    (
        "-o", "--output", "-A", "--user-agent", "-e", "--referer", "-m", "--max-time", "--connect-timeout",
        "-x", "--proxy", "-c", "--cookie-jar", "-w", "--write-out", "--retry", "--retry-delay", "--cacert",
        "--capath", "-E", "--cert", "--key", "-D", "--dump-header", "-T", "--upload-file", "-r", "--range",
        "--resolve", "--limit-rate", "-C", "--continue-at", "-K", "--config", "--stderr", "--trace",
        "--trace-ascii", "-y", "-Y", "-z", "--interface", "--proxy-user", "-U",
    )
)  # fmt: skip
_DATA = frozenset(("-d", "--data", "--data-ascii", "--data-raw", "--data-binary"))
_FORM = frozenset(("-F", "--form", "--form-string"))
_SECRET_HEADER = re.compile(r"(?i)\s*(?:authorization|proxy-authorization|cookie|x-api-key)\s*:")
_SHORT = re.compile(r"-[A-Za-z]")


def read(source: str, start: int) -> Parts:
    """The parts of the command that begins at `start`."""
    words, problems = shell.words(source, start)
    parts = Parts("curl", problems=problems)
    queue = deque(words[1:])
    method = content = ""
    bodies: list[tuple[str, Mapped]] = []
    in_query = False
    target: Mapped | None = None
    while queue:
        word = queue.popleft()
        option, value = _option(word, queue)
        match option:
            case "":
                target = target or value
            case "--url":
                target = value
            case "-X" | "--request":
                method = value.text.upper()
            case "-G" | "--get":
                in_query = True
            case "-u" | "--user" | "-b" | "--cookie" | "--oauth2-bearer":
                parts.hidden.append(value.span())
            case "-H" | "--header":
                if _SECRET_HEADER.match(value.text):
                    parts.hidden.append(value.span())
                name, _, said = value.text.partition(":")
                content = said.strip().lower() if name.strip().lower() == "content-type" else content
            case _ if option in _DATA or option in _FORM or option in ("--data-urlencode", "--json"):
                bodies.append((option, value))
    if target is None:
        problem = Problem(
            "there is no address", Span(start, start + 4), "request-syntax", ("an http(s) address",)
        )
        parts.problems.append(problem)
    else:
        address(target, parts)
    for option, value in bodies:
        _body(option, value, parts, content)
    if bodies and not in_query:
        end = bodies[-1][1]
        parts.end = (
            end.part(len(end.text), len(end.text)) if bodies[-1][0] in _DATA and not parts.json else None
        )
    parts.method = method or ("POST" if bodies and not in_query else "GET")
    return parts


def _option(word: Mapped, queue: deque[Mapped]) -> tuple[str, Mapped]:
    """An option with its value; "" for a word that is none."""
    text = word.text
    nothing = word.part(len(text), len(text))
    if not text.startswith("-") or text == "-":
        return "", word
    if text.startswith("--"):
        name = text
        taken = name in _WITH_VALUE or name in _DATA or name in _FORM or name in _LONG
        return (name, queue.popleft()) if taken and queue else (name, nothing)
    # `-sSd value` and `-dvalue`: letters up to the first that takes a value.
    for at in range(1, len(text)):
        name = f"-{text[at]}"
        if name in _WITH_VALUE or name in _DATA or name in _FORM or name in ("-X", "-H", "-u", "-b"):
            rest = word.part(at + 1, len(text))
            return (name, rest) if rest.text else (name, queue.popleft() if queue else nothing)
    return ("-G" if "G" in text else text), nothing


_LONG = frozenset(
    ("--url", "--request", "--user", "--cookie", "--oauth2-bearer", "--header", "--data-urlencode", "--json")
)


def _body(option: str, value: Mapped, parts: Parts, content: str) -> None:
    text = value.text
    if option == "--json" or (option in _DATA and content.startswith("application/json")):
        json(value, parts)
    elif option in _FORM:
        name, sign, said = text.partition("=")
        if said.startswith(("@", "<")) and option != "--form-string":
            parts.files.append(said[1:].partition(";")[0])
            return
        start = len(name) + len(sign)
        parts.add(Given(name, value.part(0, len(name)), value.part(start, len(text)), encoded=False))
    elif option == "--data-urlencode":
        name, sign, said = text.partition("=")
        if sign:
            start = len(name) + 1
            parts.given.append(
                Given(name, value.part(0, len(name)), value.part(start, len(text)), encoded=False)
            )
    elif text.startswith("@") and option != "--data-raw":
        problem = Problem(
            "what this file says is not looked at", value.span(), "request-syntax", severity="info"
        )
        parts.problems.append(problem)
    else:
        pairs(value, parts)


def json(value: Mapped, parts: Parts) -> None:
    """The parameters of a JSON object (BEY-2); each stands where the whole object does."""
    try:
        said = msgspec.json.decode(value.text, type=dict[str, str | int | float | bool | None])
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        parts.hidden.append(value.span())  # what it would have been told from is not there to be seen
        told = "this is no JSON object of texts and numbers"
        parts.problems.append(
            Problem(told, value.span(), "request-syntax", ('an object such as {"phones": ...}',))
        )
        return
    parts.json = True
    span = value.span()
    for name, plain in said.items():
        text = "1" if plain is True else "0" if plain is False else "" if plain is None else str(plain)
        parts.add(Given(name, fixed(name, span), fixed(text, span), encoded=False))
    if any(given.is_secret for given in parts.given):
        parts.hidden.append(span)
