"""A request as people write it to what it asks: an address, a form's body, a curl command, an HTTP message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct, structs

from smsc_codec.api.building import Format
from smsc_codec.api.operations import Operation
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.received import Received, understood
from smsc_codec.api.text import named, unknown
from smsc_codec.api.text.address import endpoint
from smsc_codec.api.text.find import find
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Given, Parts, trimmed
from smsc_codec.api.text.slips import decoded_again, percent_u
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.codec import Path, Reading, Spans
from smsc_codec.text.charsets import CHARSETS, Charset


class Asked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What a request asks, and how it wants to be answered. Who asks is left out: nobody may see that."""

    operation: Operation
    fmt: Format = 0
    charset: Charset = "windows-1251"


class Written(Struct, frozen=True):
    """A request as text, understood: its parts, what they say, and the text of each parameter with its places.

    `charset` is the one the values are in. It was `guessed` where the text is UTF-8 though nothing says so (REQ-6):
    it was read as what was meant. `by_name`: the endpoint is known by its name only.
    """

    parts: Parts
    received: Received
    texts: dict[str, Mapped]
    charset: Charset
    guessed: bool
    by_name: bool = False
    #: The parameters whose values are not judged.
    opaque: frozenset[str] = frozenset()
    #: Those whose values are octets.
    octets_in: Set[str] = frozenset()
    #: The values that are urlencoded once too often: what they say, and whether that is certain.
    twice: dict[str, tuple[str, bool]] = {}


def understand(source: str, encoding: Charset = "utf-8") -> list[Written]:
    """What each request in a text says, in order. Never raises for any text."""
    return [_understood(parts, encoding) for parts in find(source)]


def _understood(parts: Parts, encoding: Charset) -> Written:
    name = endpoint(parts)
    octets_in = _octets_in(parts)
    charset, guessed = _charset(parts, encoding, octets_in)
    texts: dict[str, Mapped] = {}
    pairs: list[tuple[str, bytes]] = []
    opaque: set[str] = set()
    twice: dict[str, tuple[str, bool]] = {}
    for given in parts.given:
        if given.is_opaque:
            octets, text = b"", given.value
        elif given.name in octets_in:
            octets, text = given.read("utf-8")[0], given.octets()
        else:
            octets, text = given.read(charset)
            if "%" in text.text and not given.is_secret and (said := decoded_again(text.text, charset)):
                twice[given.name] = said
        coded = given.encoded or "%u" in given.value.text
        if given.is_opaque or given.name in twice or (coded and percent_u(given.value.text)):
            # What is told of it elsewhere, or cannot be: nothing else is told of it.
            opaque.add(given.name)
            octets = unknown.STAND_INS.get(given.name, b"")
        texts[given.name] = text
        pairs.append((given.name, octets))
    received = understood(
        name or None,
        pairs,
        files=tuple(Upload(file, b"") for file in parts.files),
        charset=charset,
    )
    kept = unknown.certain(received.oddities, parts, opaque, by_name=name == "")
    if name == "":
        kept = (*kept, *named.oddities(parts.path or "", parts.given, opaque))
    return Written(
        parts,
        structs.replace(received, oddities=kept),
        texts,
        charset,
        guessed,
        by_name=name == "",
        opaque=frozenset(opaque),
        octets_in=octets_in,
        twice=twice,
    )


def _octets_in(parts: Parts) -> Set[str]:
    """The parameter that holds octets and no text (BIN-1)."""
    said = next((given for given in reversed(parts.given) if given.name == "bin"), None)
    return {"mes"} if said is not None and said.read("utf-8")[0].lstrip(b"0") == b"1" else set()


def _charset(parts: Parts, encoding: Charset, octets_in: Set[str]) -> tuple[Charset, bool]:
    """The charset that the values are in (REQ-6), and whether it was guessed."""
    said_so = next((one for one in reversed(parts.given) if one.name == "charset" and one.value.text), None)
    if parts.json:
        return "utf-8", False
    if said_so is not None and not said_so.is_opaque:
        said = said_so.read("utf-8")[1].text.lower().replace("_", "-")
        if said in CHARSETS:
            return CHARSETS[CHARSETS.index(said)], False
    is_utf8 = _is_utf8((one for one in parts.given if one.name not in octets_in), encoding)
    return ("utf-8", said_so is None and not parts.open) if is_utf8 else (CHARSETS[0], False)


def _is_utf8(given: Iterable[Given], encoding: Charset) -> bool:
    """Whether there is a letter that is no ASCII, and all such are UTF-8."""
    found = False
    for one in given:
        for literal in one.value.literals() if not one.elsewhere else ():
            octets = literal.decoded(encoding)[0] if one.encoded else literal.text.encode(encoding, "replace")
            if octets.isascii():
                continue
            found = True
            try:
                octets.decode("utf-8")
            except UnicodeDecodeError:
                return False
    return found


def read(text: str) -> Reading:
    """What can be understood of `text`, with every problem and the place of each parameter. Never raises.

    The value is an `Asked`, None where nothing is asked, or more than one thing. `spans` has the place of each
    parameter's value, `("mes",)`, of the first request, as far as it was given.
    """
    return reading(text, understand(text))


def reading(text: str, requests: list[Written]) -> Reading:
    """The reading of the requests that were understood."""
    if not requests:
        return Reading(text, None, (nothing(text),), {})
    first = requests[0]
    problems = [problem for one in requests for problem in problems_of(one)]
    value = None
    received = first.received
    if len(requests) > 1:
        told = f"expected one request, found {len(requests)}: this is the second"
        problems.append(Problem(told, requests[1].parts.span, "several-requests", ("one request",)))
    elif first.by_name:
        told = "the parameters of this endpoint are not known"
        problems.append(Problem(told, first.parts.span, "known-by-name"))
    elif first.opaque or first.parts.open:
        told = "this request is incomplete: it has placeholders or parts stored elsewhere"
        problems.append(Problem(told, first.parts.span, "placeholder", ("the complete request",)))
    elif received.operation is not None:
        value = Asked(operation=received.operation, fmt=received.fmt, charset=received.charset)
    return Reading(text, value, tuple(problems), Spans(_places(first.texts)))


def nothing(text: str) -> Problem:
    """No request was found in a text."""
    start = trimmed(text).span().start
    return Problem(
        "no request to the service found: nothing was checked",
        Span(start, start + len(text[start:].rstrip().partition("\n")[0])),
        "no-request",
        ("an address of the service", "a curl command", "an HTTP message", "the body of a form"),
    )


def problems_of(written: Written) -> Iterator[Problem]:
    """Every problem of one request, with its place."""
    yield from written.parts.problems
    for oddity in written.received.oddities:
        yield placed(written, oddity)


def _places(texts: Mapping[str, Mapped]) -> Iterator[tuple[Path, int, int]]:
    for name, mapped in texts.items():
        span = mapped.span()
        yield (name,), span.start, span.end


def placed(written: Written, oddity: Oddity) -> Problem:
    """An oddity with its place in the source: in the parameter, or at the beginning of the request."""
    problem = oddity.problem
    given = next((one for one in reversed(written.parts.given) if one.name == oddity.parameter), None)
    file = _FILE.fullmatch(oddity.parameter) if given is None else None
    if file and int(file[1]) < len(written.parts.files_at):
        return structs.replace(problem, span=written.parts.files_at[int(file[1])], fixes=(), labels=())
    if given is None:
        address = written.parts.address
        whole = address.span() if address is not None and address.text else written.parts.span
        return structs.replace(problem, span=whole, fixes=(), labels=())
    mapped = written.texts[given.name]
    if problem.kind in _OF_NAMES or not mapped.text:
        span = given.at.span()
    elif problem.span.end > problem.span.start and not given.is_secret:
        span = mapped.span(problem.span)
    else:
        span = mapped.span()
    return structs.replace(problem, span=span, fixes=(), labels=())


#: One of the files beside the parameters.
_FILE = compiled(r"files\[([0-9]{1,4})\]")
#: What is told of a parameter's name, whatever its value.
_OF_NAMES = frozenset(
    ("unknown-parameter", "missing-equals", "repeated-parameter", "unused-parameter", "list-conflict")
)
