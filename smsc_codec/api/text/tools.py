"""The commands of wget and HTTPie to the parts of their requests."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from smsc_codec.api.text.address import address
from smsc_codec.api.text.bodies import body
from smsc_codec.api.text.parts import Given, Parts, with_placeholders
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

if TYPE_CHECKING:
    from smsc_codec.api.text.mapped import Mapped
    from smsc_codec.api.text.shell import Command

#: Options of wget and of HTTPie whose value is the next word, where it does not stand behind an `=`.
_WITH_VALUE = frozenset((
    "--post-data", "--body-data", "--post-file", "--body-file", "--method", "--header", "--user", "--password",
    "--http-user", "--http-password", "--output-document", "--output-file", "--append-output", "--tries",
    "--timeout", "--wait", "--user-agent", "--referer", "--execute", "--directory-prefix", "--ca-certificate",
    "--certificate", "--private-key", "--limit-rate", "--load-cookies", "--save-cookies", "--auth", "--auth-type",
    "--output", "--print", "--pretty", "--style", "--session", "--session-read-only", "--proxy", "--verify",
    "--cert", "--cert-key", "--boundary", "--max-redirects", "--response-charset", "--response-mime",
    "--format-options", "--default-scheme",
))  # fmt: skip
#: The letters of each that take a value.
_LETTERS = {"wget": "OoaetTwPUiQlARDXIB", "http": "opsaA"}
_SCHEME = compiled(r"[A-Za-z][\w+.-]*://")
_METHOD = compiled(r"[A-Z]{3,10}")
#: What stands between a name and what it says: of a form or an object, in the address, in a header, in a file.
_ITEM = compiled(r"(?P<name>[\w.\[\]-]{1,60})(?P<sign>:=@|==|=@|:=|=|:|@)")


def is_tool(word: str) -> str:
    """Which of the two a word names; "" for none."""
    name = re.split(r"[\\/]", word)[-1]
    return "wget" if name == "wget" else "http" if name in ("http", "https", "xh", "xhs") else ""


def read(made: Command, tool: str) -> Parts:
    """The parts of the request of a command."""
    parts = Parts("curl", Span(made.words[0].span.start, made.end))
    parts.option = "--body-data" if tool == "wget" else ""
    queue = deque(word.value for word in made.words[1:])
    bodies: list[Mapped] = []
    items: list[Mapped] = []
    form = False
    while queue:
        word = queue.popleft()
        text = word.text
        if not text.startswith("-") or text == "-":
            items.append(word)
            continue
        name, sign, _ = text.partition("=")
        value = word.part(len(name) + 1, len(text)) if sign else None
        letters = "" if text.startswith("--") else text[1:]
        form |= name in ("--form", "--multipart") or "f" in letters
        valued = next((at for at, letter in enumerate(letters, 1) if letter in _LETTERS[tool]), 0)
        if valued:
            rest = word.part(valued + 1, len(text))
            value = rest if rest.text or not queue else queue.popleft()
        elif name in _WITH_VALUE and value is None and queue:
            value = queue.popleft()
        if value is None:
            continue
        if name in ("--post-data", "--body-data"):
            bodies.append(value)
        elif name == "--method":
            parts.method = value.text.upper()
        elif name in ("--user", "--password", "--http-user", "--http-password", "--auth", "--header", "-a"):
            parts.hidden.append(value.span())
        elif name in ("--post-file", "--body-file"):
            parts.open = True
    if tool == "http" and items and _METHOD.fullmatch(items[0].text):
        parts.method = items.pop(0).text
    if not items:
        parts.odd("no address", made.words[0].span, "an http(s) address")
        return parts
    address(items[0], parts)
    if tool == "http":
        _httpie(items[1:], parts, form, made.words[0].value.text.endswith("s"))
    for value in bodies:
        body(value, parts)
    if bodies and parts.method == "GET":
        parts.method = "POST"
    parts.problems = [*made.problems, *parts.problems]
    parts.open |= made.cut
    return parts


def _httpie(items: list[Mapped], parts: Parts, form: bool, secure: bool) -> None:
    """`name=value` of a form or, without `--form`, of a JSON object; `name==value` in the address."""
    if secure and parts.scheme == "http" and not _SCHEME.match(parts.address.text if parts.address else ""):
        parts.scheme = "https"
    for word in items:
        match = _ITEM.match(word.text)
        if match is None or match["sign"] == ":":
            parts.open |= match is None
            continue
        value = with_placeholders(word.part(match.end(), len(word.text)))
        sign = match["sign"]
        if sign == "@":
            parts.files.append(value.text)
            parts.files_at.append(value.span())
            continue
        in_body = sign != "=="
        parts.json |= in_body and not form
        name = word.part(0, len(match["name"]))
        said = Given(name.text, name, value, encoded=False, in_body=in_body, elsewhere="@" in sign)
        if not parts.add(said):
            return
        if in_body and parts.method == "GET":
            parts.method = "POST"
