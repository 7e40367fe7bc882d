"""Operations to requests, for whatever transport there is (REQ-1 .. REQ-6, BEY-1, BEY-2)."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

import msgspec
from msgspec import Struct

from smsc_codec.api import form, multipart
from smsc_codec.api.access import SECRETS, Access, Key, Login
from smsc_codec.api.operations import ENDPOINTS, Operation, Send
from smsc_codec.api.parameters.table import Said
from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.conform import conform
from smsc_codec.text.charsets import CHARSETS, Charset, encode, misfit

Method = Literal["GET", "POST"]
#: How a reply is formatted: words, numbers, XML, JSON (PAR-16).
Format = Literal[0, 1, 2, 3]
FORM = "application/x-www-form-urlencoded"
#: Where a JSON object is taken instead of a form (BEY-2).
REST = "/rest/send/"


class Request(Struct, frozen=True, gc=False):
    """An HTTP request as octets: the method, the target, the headers that matter, the body.

    Host, `Content-Length` and connection are the transport's. What it holds is never shown: the target of a GET and
    the body of a POST carry the password.
    """

    method: Method
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def target(self) -> str:
        """The path with the query, as a request line has it. Holds the secrets of a GET."""
        return f"{self.path}?{self.query}" if self.query else self.path

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.path}, {len(self.query)} characters, {len(self.body)} bytes>"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method), ("path", self.path)]


def endpoint(operation: Operation) -> str:
    """The word for the endpoint of an operation. Raises BuildError for what is none."""
    try:
        return ENDPOINTS[type(operation)]
    except KeyError:
        raise BuildError("operation", f"{type(operation).__name__} is not an operation") from None


def parameters(operation: Operation) -> dict[str, str | bytes]:
    """What an operation says, by the names of the service's parameters, in the page's order.

    A value is octets where no charset has to do with it: those of a binary message (BIN-1).
    Raises BuildError for all that stands in its way: `error.all` has every field, `error.field` the first.
    """
    name = endpoint(operation)
    said = Said()
    if not isinstance(operation, Send):  # whose parts are checked by their own builders
        operation = conform(operation, type(operation))
    import_module(f"smsc_codec.api.parameters.{name}").write(operation, said)
    if said.errors:
        first, *others = said.errors
        raise BuildError(first.field, first.reason, tuple(others))
    return said.texts


def build_request(
    operation: Operation,
    access: Access,
    *,
    fmt: Format = 3,
    charset: Charset = "utf-8",
    method: Method = "POST",
    rest: bool = False,
) -> Request:
    """The request that asks for an operation.

    POST keeps the password out of addresses, which get logged. `rest` sends a JSON object to `/rest/send/`
    (unconfirmed, BEY-2), without files and in UTF-8. Raises BuildError, which names every field that cannot be said.
    """
    said: dict[str, str | bytes] = {**_access(access), **parameters(operation)}
    if fmt not in (0, 1, 2, 3):
        raise BuildError("fmt", "0, 1, 2 or 3")
    if charset not in CHARSETS:
        raise BuildError("charset", f"one of {', '.join(CHARSETS)}")
    files = operation.files if isinstance(operation, Send) else ()
    if fmt:
        said["fmt"] = str(fmt)
    if rest:
        if not isinstance(operation, Send):
            raise BuildError("rest", f"{REST} only sends messages; without 'rest' everything can be asked")
        if files:
            raise BuildError("rest", "cannot send files")
        return _rest(said)
    if charset != CHARSETS[0]:
        said["charset"] = charset
    octets = {name: _encoded(name, text, charset) for name, text in said.items()}
    path = f"/sys/{endpoint(operation)}.php"
    if files:
        if method == "GET":
            raise BuildError("files", "can only be sent with POST (REQ-5)")
        parts = multipart.plain_parts(octets)
        parts += [multipart.Part(f"file{n}", f.data, f.name, f.media) for n, f in enumerate(files, 1)]
        kind, body = multipart.build(parts)
        return Request("POST", path, headers=(("Content-Type", kind),), body=body)
    written = form.encode(octets)
    if method == "GET":
        return Request("GET", path, written)
    return Request("POST", path, headers=(("Content-Type", FORM),), body=written.encode())


def _rest(said: dict[str, str | bytes]) -> Request:
    if isinstance(said.get("mes"), bytes):
        raise BuildError(
            "raw", "a JSON object cannot contain octets; without 'raw' they are hexadecimal digits"
        )
    body = msgspec.json.encode(said)
    return Request("POST", REST, headers=(("Content-Type", "application/json; charset=utf-8"),), body=body)


def _access(access: Access) -> dict[str, str]:
    """`login` and `psw`, or `apikey`. Nothing of them is in an error."""
    match access:
        case Login(login, psw):
            values = {"login": login, "psw": psw}
        case Key(apikey):
            values = {"apikey": apikey}
        case _:
            raise BuildError("access", "expected a Login or a Key")
    for name, value in values.items():
        if not isinstance(value, str) or not value or not value.isprintable():
            raise BuildError(name, "expected a text of printable characters")
    return values


def _encoded(name: str, text: str | bytes, charset: Charset) -> bytes:
    if isinstance(text, bytes):
        return text
    if name in SECRETS and misfit(text, charset):
        raise BuildError(name, f"{charset} cannot represent it")
    return encode(text, charset, name)


def masked(name: str, text: str) -> str:
    """A parameter's text as it may be shown."""
    return "***" if name in SECRETS else text
