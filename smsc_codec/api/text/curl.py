"""A curl command to the parts of its requests: one, or more where it has several addresses or `--next`."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.api.parameters.names import PARAMETERS
from smsc_codec.api.text import placeholders, prompt, shell
from smsc_codec.api.text.address import address, is_ours
from smsc_codec.api.text.bodies import body, json
from smsc_codec.api.text.curl_options import LETTERS, WITH_VALUE, WITHOUT_VALUE, option
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Given, Parts, pairs, with_placeholders
from smsc_codec.api.text.shell import Command, Word
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled

_DATA = frozenset(("data", "data-ascii", "data-raw", "data-binary"))
_BODIES = _DATA | {"form", "form-string", "data-urlencode", "json", "url-query"}
_SECRET_HEADER = compiled(r"(?i)\s*(?:authorization|proxy-authorization|cookie|x-api-key)\s*:")
#: What a word is that can be an address; a word of prose is none.
_ADDRESS = compiled(r"[^\s]*[./:$%{<\[]")
#: What curl itself makes several addresses of, unless `-g` is said.
_GLOB = compiled(r"\{[^{}\s:]{0,200},[^{}\s:]{0,200}\}|\[[0-9A-Za-z]{1,9}-[0-9A-Za-z]{1,9}(?::[0-9]{1,9})?\]")


#: What was meant as the contents of a file; to curl an `@` means that only where the whole of the data begins.
_FILE_AS_TEXT = compiled(
    r"(?:\A|&)(?P<name>mes|list)=(?P<file>@[\w./\\~-]{1,200}\.(?:txt|csv|list|menu|sms|html?|json))(?=&|\Z)"
)


class _Request(Struct):
    """What the options of one request say."""

    targets: list[Mapped] = []
    bodies: list[tuple[str, Word]] = []
    method: str = ""
    content: str = ""
    in_query: bool = False
    glob: bool = True
    open: bool = False
    hidden: list[Span] = []
    problems: list[Problem] = []


def command(source: str, start: int, end: int, forbidden: str = "") -> Command:
    """The words of the command that begins at `start`, as the shell it is written for has them."""
    if prompt.is_of_prompt(source, start, end):
        return prompt.words(source, start, end)
    return shell.words(source, start, end, powershell=_is_powershell(source, start, end), forbidden=forbidden)


def _is_powershell(source: str, start: int, end: int) -> bool:
    line = compiled(r"[^\n]*").match(source, start, end)
    return line is not None and re.search(r"[ \t]`[ \t]*\r?$|^curl\.exe\b", line.group()) is not None


def is_prose(made: Command) -> bool:
    """Whether the word `curl` stands in a sentence: no option follows, and first a word that cannot be an address."""
    words = [word.value.text for word in made.words[1:]]
    return not any(re.match("(?:--?|[–—])[A-Za-z]", word) for word in words) and not _ADDRESS.match(words[0])


def read(source: str, made: Command) -> list[Parts]:
    """The parts of the requests of a command."""
    requests, problems = _split(made)
    span = Span(made.words[0].span.start, made.end)
    found = [parts for request in requests for parts in _parts(request, span)]
    if not found:
        parts = Parts("curl", span)
        _fill(parts, requests[0])
        parts.odd("no address", made.words[0].span, "an http(s) address")
        found = [parts]
    first = next((parts for parts in found if is_ours(parts)), found[0])
    for parts in found:
        parts.open |= made.cut
    if any(problem.message.startswith(_NO_QUOTES) for problem in problems):
        first.problems = problems  # without them the shell takes all of it otherwise
    else:
        first.problems = [*made.problems, *problems, *first.problems]
    return found


def _split(made: Command) -> tuple[list[_Request], list[Problem]]:
    """What each request of a command says."""
    request = _Request()
    requests = [request]
    problems: list[Problem] = []
    queue = deque(made.words[1:])
    strays: list[Word] = []
    while queue:
        for name, word in _options(queue, problems):
            value = word.value
            if value.text[:1] and value.text[0] in _TYPOGRAPHIC:
                value = _plain(value, problems)
                word = Word(value, word.span)
            match name:
                case "" if (
                    request.bodies and value.text.partition("=")[0] in PARAMETERS and "=" in value.text
                ):
                    strays.append(word)
                    request.bodies.append(("data", word))
                case "":
                    if _is_hole(value) and request.targets:
                        request.open = True  # `$OPTIONS`
                    elif _ADDRESS.match(
                        value.text
                    ):  # what it is not may be the value of an option not known here
                        request.targets.append(value)
                case "url":
                    request.targets.append(value)
                case "next":
                    request = _Request()
                    requests.append(request)
                case "request":
                    request.method = value.text.upper()
                case "get":
                    request.in_query = True
                case "globoff":
                    request.glob = False
                case "config" | "variable":
                    request.open = True
                case "user" | "cookie" | "oauth2-bearer" | "proxy-user" | "pass":
                    request.hidden.append(value.span())
                case "header":
                    if _SECRET_HEADER.match(value.text):
                        request.hidden.append(value.span())
                    key, _, said = value.text.partition(":")
                    if key.strip().lower() == "content-type":
                        request.content = said.strip().lower()
                case _ if name in _BODIES:
                    request.bodies.append((name, word))
    if strays:
        problems.append(_strays(strays))
    for request in requests:
        known = [target for target in request.targets if not _is_hole(target)]
        if known and len(known) < len(request.targets):  # `$OPTIONS` before the address
            request.targets = known
            request.open = True
    return requests, problems


def _strays(words: list[Word]) -> Problem:
    """`-d login=... psw=...`: an option takes one word, and curl takes the others for addresses."""
    first = words[0].value
    name = first.text.partition("=")[0]
    told = f"'-d' takes one word: curl takes '{name}=...' for an address"
    edits = tuple(Edit(Span(word.span.start, word.span.start), "-d ") for word in words)
    return Problem(
        told,
        first.part(0, len(name)).span(),
        "request-syntax",
        (f"'-d {name}=...'",),
        fixes=(Fix("write '-d' before each", edits),),
    )


def _is_hole(value: Mapped) -> bool:
    """Whether all of a word is put in by something else."""
    return bool(value.holes) and value.holes[0] == Span(0, len(value.text))


def _options(queue: deque[Word], problems: list[Problem]) -> Iterator[tuple[str, Word]]:
    """The options that the next word says, each with its value; "" is the name of a word that is none."""
    word = queue.popleft()
    text = word.value.text
    if text[:1] in _OTHER_DASHES or (text[:1] == "-" and text[1:] in _LONG):
        text = _two_dashes(word.value, problems)
    nothing = Word(word.value.part(len(text), len(text)), word.span)
    if not text.startswith("-") or text == "-":
        yield "", word
    elif text.startswith("--"):
        written, sign, _ = text.partition("=")
        name, taken = option(written)
        if sign and taken and name in WITH_VALUE:
            at = len(written)
            told = "curl separates an option from its value by a space, not '='"
            problems.append(Problem(told, word.value.span(Span(at, at + 1)), "request-syntax", ("a space",)))
            yield name, Word(word.value.part(at + 1, len(text)), word.span)
        else:
            yield name, (queue.popleft() if taken and queue else nothing)
    elif text == "-":
        yield "", word
    else:  # `-sSd value` and `-dvalue`: letters up to the first that takes a value
        for at, letter in enumerate(text[1:], 1):
            name = LETTERS.get(letter, "")
            if name in WITH_VALUE:
                rest = word.value.part(at + 1, len(text))
                yield name, (Word(rest, word.span) if rest.text else queue.popleft() if queue else nothing)
                return
            yield name, nothing


_OTHER_DASHES = ("–", "—")
#: Long options that are no letters of short ones.
_LONG = frozenset(name for name in (*WITH_VALUE, *WITHOUT_VALUE) if len(name) > 3)


def _two_dashes(word: Mapped, problems: list[Problem]) -> str:
    """`–d` and `—data`, as word processors write them, `-data`: the option that was meant."""
    bare = word.text.lstrip("–—-")
    right = f"-{bare}" if len(bare) == 1 else f"--{bare}"
    edit = word.edit(Edit(Span(0, len(word.text) - len(bare)), right[: len(right) - len(bare)]))
    told = f"'{word.text[:40]}' is not an option of curl"
    fixes = (Fix(f"write '{right[:40]}'", (edit,)),) if edit else ()
    problems.append(Problem(told, word.span(), "request-syntax", (f"'{right[:40]}'",), fixes=fixes))
    return right


_TYPOGRAPHIC = "“”„«»‘’"


def _plain(value: Mapped, problems: list[Problem]) -> Mapped:
    """A word without typographic quotes, which no shell takes for quotes."""
    text = value.text
    start = len(text) - len(text.lstrip(_TYPOGRAPHIC))
    end = max(start, len(text.rstrip(_TYPOGRAPHIC)))
    if not any(problem.message.startswith(_NO_QUOTES) for problem in problems):
        edits = [value.edit(Edit(Span(*at), "'")) for at in ((0, start), (end, len(text))) if at[0] < at[1]]
        whole = len(edits) == 2 and all(edits)
        fixes = (Fix("use plain quotes", tuple(edit for edit in edits if edit)),) if whole else ()
        problems.append(
            Problem(
                f"{_NO_QUOTES}: '{text[:1]}'",
                value.span(Span(0, 1)),
                "request-syntax",
                ("plain quotes",),
                fixes=fixes,
            )
        )
    return value.part(start, end)


_NO_QUOTES = "the shell takes typographic quotes for letters"


def _parts(request: _Request, span: Span) -> Iterator[Parts]:
    """The parts of each address; options are the same for all."""
    for target in request.targets:
        parts = Parts("curl", span)
        if request.glob and (globs := [Span(*m.span()) for m in _GLOB.finditer(target.text)]):
            target = target.with_holes(globs)
        address(target, parts)
        _fill(parts, request)
        yield parts


def _fill(parts: Parts, request: _Request) -> None:
    parts.open |= request.open
    parts.hidden += request.hidden
    bodies = request.bodies
    for name, word in bodies:
        in_body = not (request.in_query or name == "url-query")
        _body(name, word.value, parts, request.content, in_body)
    if bodies:
        parts.options = bodies[-1][1].span.end
        parts.option = "-F" if bodies[-1][0].startswith("form") else "-d"
    posted = any(name != "url-query" for name, _ in bodies) and not request.in_query
    parts.method = request.method or ("POST" if posted else "GET")


def _body(name: str, value: Mapped, parts: Parts, content: str, in_body: bool) -> None:
    """What one option adds."""
    text = value.text
    if name in ("form", "form-string"):
        _form(value, parts, literal=name == "form-string")
    elif name == "data-urlencode" or name == "url-query":
        _urlencoded(value, parts, in_body, plus=name == "url-query")
    elif text.startswith("@") and name != "data-raw":
        parts.open = True
        told = "the contents of this file are not checked"
        parts.problems.append(Problem(told, value.span(), "request-syntax", severity="info"))
    elif name == "json":
        json(value, parts)
    elif sent := _FILE_AS_TEXT.search(text):
        parts.open = True
        span = value.span(Span(*sent.span("file")))
        told = f"curl sends '{sent['file'][:40]}' as text: inside --data it reads no file"
        name = sent["name"]
        parts.problems.append(
            Problem(told, span, "request-syntax", (f"'--data-urlencode {name}{sent['file'][:40]}'",))
        )
        body(value, parts, "")
    elif not in_body:
        pairs(value, parts, in_body=False)
    else:
        kind = content if content.startswith(("application/json", "multipart/")) else ""
        body(value, parts, kind)


def _form(value: Mapped, parts: Parts, *, literal: bool) -> None:
    """`name=content`, `name="content"`, `name=content;type=text/plain`, `name=@file`, `name=<file` (curl's manual)."""
    name, sign, said = value.text.partition("=")
    at = value.part(0, len(name))
    if not sign or at.holes:
        parts.open = True
        return
    start, end = len(name) + 1, len(value.text)
    if not literal and said.startswith("@"):
        file = said[1:].partition(";")[0]
        parts.files.append(file.strip('"'))
        parts.files_at.append(value.span(Span(len(name) + 2, len(name) + 2 + len(file))))
        return
    if not literal and said.startswith("<"):
        parts.add(Given(name, at, value.part(start, end), encoded=False, elsewhere=True))
        return
    content = value.part(start, end)
    more = None if literal or name in placeholders.TEXTS else _SEVERAL.search(said)
    if more:
        _of_one(value.part(start, end), more, parts, "-F")
        pairs(value, parts) if more["sign"] == "&" else _semicolons(value, parts)
        return
    if not literal:
        quoted = compiled(r'\s*"((?>(?:[^"\\]|\\.)*))"\s*(?:;|\Z)', re.DOTALL).match(said)
        if quoted:
            inner = content.part(*quoted.span(1))
            content = inner.unescaped(
                compiled(r'\\["\\]'), lambda m: m.group()[1], shell.within(inner.write, '"\\')
            )
        else:
            more = compiled(r";\s*(?:type|filename|headers|encoder)=").search(said)
            content = content.part(0, more.start()) if more else content
    parts.add(Given(name, at, with_placeholders(content), encoded=False))


def _semicolons(value: Mapped, parts: Parts) -> None:
    """`login=a;psw=b`, as if they were one form."""
    at = 0
    for sign in [*(match.start() for match in _SEVERAL.finditer(value.text)), len(value.text)]:
        name, _, said = value.text[at:sign].partition("=")
        begin = sign - len(said)
        content = with_placeholders(value.part(begin, sign))
        parts.add(Given(name, value.part(at, at + len(name)), content, encoded=False))
        at = sign + 1


def _urlencoded(value: Mapped, parts: Parts, in_body: bool, *, plus: bool) -> None:
    """`name=content`, `=content`, `name@file`, `@file`, `content`; what stands behind `+` is taken as it is."""
    text = value.text
    if plus and text.startswith("+"):
        pairs(value.part(1, len(text)), parts, in_body=in_body)
        return
    at = value.find("=")
    file = at < 0
    at = value.find("@") if file else at
    name = value.part(0, max(at, 0))
    if not name.text or name.holes:  # what it says is all there is: no name is known
        parts.open = True
        if in_body and at < 0 and text and not value.holes:
            parts.odd(
                "this value has no parameter's name before it", value.span(), "a name and '=' before it"
            )
        return
    more = None if file or name.text in placeholders.TEXTS else _SEVERAL.search(text, at)
    if more:
        _of_one(value, more, parts, "--data-urlencode")
        pairs(value, parts, in_body=in_body)
        return
    content = with_placeholders(value.part(at + 1, len(text)))
    parts.add(Given(name.text, name, content, encoded=False, in_body=in_body, elsewhere=file))


#: Another parameter in the value of one.
_SEVERAL = compiled(r"(?P<sign>[&;])(?:login|psw|apikey|phones|mes|list|fmt|charset|sender)=")


def _of_one(value: Mapped, more: re.Match[str], parts: Parts, option: str) -> None:
    """An option that takes one parameter was given several: the others are sent as a part of its value."""
    told = (
        f"'{option}' takes one parameter: this '{more['sign']}' and what follows it are a part of its value"
    )
    parts.odd(told, value.span(Span(*more.span("sign"))), f"'{option}' before each parameter")
