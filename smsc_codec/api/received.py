"""Requests to operations: whatever a client of the service sends, with what is odd about it (BEY-9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

import msgspec
from msgspec import Struct, structs

from smsc_codec.api import form, multipart
from smsc_codec.api.access import Access, Key, Login
from smsc_codec.api.building import REST, Format
from smsc_codec.api.operations import ENDPOINTS, Operation, Send
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.parameters.table import Form, Oddity, missing
from smsc_codec.diagnostics import Problem, Span
from smsc_codec.text.charsets import CHARSETS, Charset

#: The parameters of every endpoint.
COMMON = ("login", "psw", "apikey", "fmt", "charset")
#: The endpoints by their paths.
PATHS = {f"/sys/{name}.php": name for name in sorted(set(ENDPOINTS.values()))} | {
    REST: "send",
    REST[:-1]: "send",
}
#: More than any endpoint has.
MOST_PARAMETERS = 1000


class Received(Struct, frozen=True, kw_only=True):
    """What was understood of a request.

    `operation` is None where the request does not tell one, `endpoint` where there is none at its path; `access` is
    None where nobody is named. `oddities` are in no order; those whose problem has no severity are errors. `empty` are
    the parameters that were given without a value, which says nothing but to a sender (BEY-9).
    """

    endpoint: str | None
    operation: Operation | None = None
    access: Access | None = None
    fmt: Format = 0
    charset: Charset = "windows-1251"
    oddities: tuple[Oddity, ...] = ()
    empty: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Oddity, ...]:
        """What keeps the request from being carried out as it stands."""
        return tuple(oddity for oddity in self.oddities if oddity.problem.severity is None)


def read_request(
    method: str, target: str, headers: Iterable[tuple[str, str]] = (), body: bytes = b""
) -> Received:
    """What a request says. Never raises, whatever is received.

    The query and the body count together, as for the service; the body where both name a parameter. A target may be
    in absolute form, as proxies send it; a body may be a form, multipart with files, or a JSON object.
    """
    path, _, query = _origin_form(target).partition("?")
    name = PATHS.get(path)
    pairs = [(pair.name, form.octets(query[pair.value.start : pair.value.end])) for pair in form.pairs(query)]
    files: tuple[Upload, ...] = ()
    charset: Charset | None = None
    oddities: list[Oddity] = []
    content = next((value for key, value in headers if key.lower() == "content-type"), "")
    # A GET with a content type and no body is seen from real clients (BEY-9).
    if body:
        try:
            if _is_json(content, body):
                pairs, charset = pairs + _json(body), "utf-8"
            else:
                more, files, told = _body(content, body)
                pairs += more
                oddities += told
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            oddities.append(_wrong_body("not a JSON object of strings and numbers"))
        if path in (REST, REST[:-1]):
            pairs.append(("fmt", b"3"))  # BEY-2: always answered in JSON
    made = understood(name, pairs, files=files, charset=charset)
    return structs.replace(made, oddities=(*oddities, *made.oddities))


def _origin_form(target: str) -> str:
    """The path with the query of a target, which a proxy gets with scheme and host before it (RFC 9112 3.2.2)."""
    scheme, mark, rest = target.partition("://")
    if mark and "/" not in scheme and "?" not in scheme:
        _, slash, path = rest.partition("/")
        target = slash + path
    return "/" + target.lstrip("/")  # `http://host/` and `/sys/send.php` put together have two


_NAMELESS = Problem("a file without a name is ignored", Span(0, 0), "unused-parameter", severity="warning")


def _wrong_body(reason: str) -> Oddity:
    return Oddity("", Problem(f"the body: {reason}", Span(0, 0), "request-body"))


def _body(content: str, body: bytes) -> tuple[list[tuple[str, bytes]], tuple[Upload, ...], list[Oddity]]:
    """The parameters, the files, and what is odd about them. What a body says before it is cut counts."""
    kind = content.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        parts, error = multipart.read(content, body)
        told = [] if error is None else [_wrong_body(str(error))]
        # A file field that was left empty comes without a name (RFC 7578 4.2).
        uploads = tuple(Upload(p.filename, p.data, p.media) for p in parts if p.filename)
        told += [Oddity("", _NAMELESS)] * sum(1 for p in parts if p.filename == "" and p.data)
        return [(p.name, p.data) for p in parts if p.filename is None], uploads, told
    text = body.decode("latin-1").strip("\r\n")
    said = [(pair.name, _octets(text[pair.value.start : pair.value.end])) for pair in form.pairs(text)]
    return said, (), []


def _is_json(content: str, body: bytes) -> bool:
    kind = content.partition(";")[0].strip().lower()
    return kind == "application/json" or (kind in ("", "text/plain") and body.lstrip()[:1] == b"{")


def _json(body: bytes) -> list[tuple[str, bytes]]:
    said = msgspec.json.decode(body, type=dict[str, str | int | float | bool | None])
    return [(name, _plain(value)) for name, value in said.items()]


def _octets(text: str) -> bytes:
    """What an urlencoded body says; octets that were not encoded stand for themselves."""
    if text.isascii():
        return form.octets(text)
    return form.octets("".join(c if c.isascii() else f"%{ord(c):02X}" for c in text))


def _plain(value: Any) -> bytes:
    if isinstance(value, bool):
        return b"1" if value else b"0"
    return b"" if value is None else str(value).encode()


def understood(
    endpoint: str | None,
    pairs: Iterable[tuple[str, bytes]],
    *,
    files: tuple[Upload, ...] = (),
    charset: Charset | None = None,
) -> Received:
    """What the parameters of a request say. Where one is given twice the last counts, as for the service.

    `charset` is one to read them by, whatever they say.
    """
    pairs = tuple(pairs)
    if files:  # which may be large, and are not held on to
        return _understood(endpoint, pairs, files, charset)
    # The charset said or found, so that both who ask are given the same.
    named = _charset(dict(pairs[:MOST_PARAMETERS]), [])
    return _understood_last(endpoint, pairs, (), charset or named)


def _understood(
    endpoint: str | None,
    pairs: tuple[tuple[str, bytes], ...],
    files: tuple[Upload, ...],
    charset: Charset | None,
) -> Received:
    given: dict[str, bytes] = {}
    oddities: list[Oddity] = []
    for number, (name, value) in enumerate(pairs):
        if number == MOST_PARAMETERS:
            oddities.append(Oddity("", Problem("too many parameters", Span(0, 0), "request-body")))
            break
        if given.get(name) and given[name] != value:
            twice = Problem(
                "this parameter is given twice: only the last value counts",
                Span(0, 0),
                "repeated-parameter",
                severity="warning",
            )
            oddities.append(Oddity(name, twice))
        given[name] = value
    named = _charset(given, oddities)
    said = Form(given, charset or named, COMMON, files)
    access = _access(said)
    fmt = _fmt(said)
    operation: Operation | None = None
    if endpoint is None:
        known = tuple(f"'{path}'" for path in PATHS)
        said.odd("", Problem("the service has no such endpoint", Span(0, 0), "unknown-endpoint", known))
    else:
        operation = import_module(f"smsc_codec.api.parameters.{endpoint}").read(said)
        if files and not isinstance(operation, Send):
            told = "only send.php takes files: these are ignored"
            said.odd("", Problem(told, Span(0, 0), "unused-parameter", severity="warning"))
        said.leftovers()
    return Received(
        endpoint=endpoint,
        operation=operation,
        access=access,
        fmt=fmt,
        charset=named,
        oddities=(*oddities, *said.oddities),
        empty=tuple(name for name, value in given.items() if not value),
    )


#: Who answers a request and judges it as well asks twice in a row.
_understood_last = lru_cache(1)(_understood)


def _charset(given: Mapping[str, bytes], oddities: list[Oddity]) -> Charset:
    """REQ-6: windows-1251 when absent."""
    said = given.get("charset", b"").decode("ascii", "replace")
    if not said:
        return CHARSETS[0]
    for charset in CHARSETS:
        if said.lower().replace("_", "-") == charset:
            return charset
    known = tuple(f"'{charset}'" for charset in CHARSETS)
    oddities.append(
        Oddity(
            "charset",
            Problem("the service does not know this charset", Span(0, len(said)), "unknown-charset", known),
        )
    )
    return CHARSETS[0]


def _fmt(said: Form) -> Format:
    text = said.text("fmt")
    for fmt in (0, 1, 2, 3):
        if text == str(fmt):
            return fmt
    if text is not None:
        formats = ("'0' for words", "'1' for numbers", "'2' for XML", "'3' for JSON")
        said.odd(
            "fmt",
            Problem(
                "the service does not know this format", Span(0, len(text)), "request-parameter", formats
            ),
        )
    return 0


def _access(said: Form) -> Access | None:
    """REQ-3, BEY-1: an empty login makes the password a key, as the official libraries have it."""
    login, psw, apikey = (said.text(name) for name in ("login", "psw", "apikey"))
    if apikey:
        return Key(apikey)
    if login and psw:
        return Login(login, psw)
    if psw and "login" in said.given:
        return Key(psw)
    for name, value in (("login", login), ("psw", psw)):
        if value is None:
            said.odd(name, missing(name))
    return None
