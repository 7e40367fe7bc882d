"""REQ019 .. REQ021, REQ023, REQ031: to where a request goes, and how its command is written."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.api.hosts import DOMAINS
from smsc_codec.api.text.address import ENDPOINTS, is_service
from smsc_codec.api.text.context import OneRequest
from smsc_codec.api.text.parts import Parts
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ019", "password-in-address", "info", profile="pedantic")
def password_in_address(request: OneRequest) -> Iterator[Problem]:
    """The password is in the address.

    Addresses are kept in logs, histories and proxies. The service takes the same parameters in the body of a POST
    (REQ-2).

    Bad::

        https://smscentre.com/sys/balance.php?login=alex&psw=123

    Good::

        curl https://smscentre.com/sys/balance.php -d 'login=alex&psw=123'

    Fix: none.
    Since: 0.1
    """
    for one in request.given:
        if one.is_secret and not one.in_body and not one.is_opaque:
            yield Problem(
                "the password or key is in the address", one.at.span(), expected=("a POST request",)
            )
            return


@RULES.rule("REQ020", "insecure-address", "warning", fix="safe")
def insecure_address(request: OneRequest) -> Iterator[Problem]:
    """The request is sent unencrypted, including the password.

    The service's endpoints are https addresses (REQ-1).

    Bad::

        http://smscentre.com/sys/balance.php?login=alex&psw=123

    Good::

        https://smscentre.com/sys/balance.php?login=alex&psw=123

    Fix: safe: writes `https`.
    Since: 0.1
    """
    parts = request.written.parts
    if parts.scheme != "http" or parts.address is None or not is_service(parts.host):
        return
    said = parts.address.text.lower().startswith("http")  # curl takes an address without it for http
    span = Span(0, 4 if said else 0)
    edit = parts.address.edit(Edit(span, "https" if said else "https://"))
    yield Problem(
        "the password is sent unencrypted",
        parts.address.span(span if said else None),
        expected=("'https'",),
        fixes=(Fix("write 'https'", (edit,), safe=True),) if edit else (),
    )


@RULES.rule("REQ021", "unknown-endpoint", "error", fix="unsafe")
def unknown_endpoint(request: OneRequest) -> Iterator[Problem]:
    """The service has nothing at this address.

    The endpoints are `/sys/send.php`, `/sys/templates.php`, `/sys/op_templates.php`, `/sys/ping.php` (REQ-1),
    `/sys/status.php` (STA-1) and `/sys/balance.php` (BAL-1); others are known by their names, such as `/sys/get.php`
    (GET-1) and `/sys/info.php` (INF-1).

    Bad::

        https://smscentre.com/sys/sent.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Fix: unsafe: writes the endpoint that was probably meant; `send.php` only where there is something to send.
    Since: 0.1
    """
    parts = request.written.parts
    yield from _other_host(parts)
    for problem in request.problems("unknown-endpoint"):
        assert parts.address is not None
        assert parts.path is not None
        start = len(parts.address.text) - len(parts.path)
        span = Span(start, len(parts.address.text)) if parts.path else Span(0, start)
        meant = _meant(parts)
        edit = parts.address.edit(Edit(span, meant)) if meant else None
        yield Problem(
            problem.message,
            parts.address.span(span),
            expected=(f"'{meant}'",) if meant else problem.expected,
            fixes=(Fix(f"write '{meant}'", (edit,)),) if edit else (),
        )


def _other_host(parts: Parts) -> Iterator[Problem]:
    """A host whose name is nearly the service's: who asks there tells a stranger the password."""
    from smsc_codec.text.near import nearest

    host = parts.host.partition(":")[0].lower()
    if parts.address is None or not host or is_service(parts.host):
        return
    domain = ".".join(host.rsplit(".", 2)[-2:])
    meant = nearest(domain, DOMAINS, 2 if len(domain) > _LONG_DOMAIN else 1) or _of_name(domain)
    at = parts.address.text.lower().find(domain)
    if meant is None or at < 0:
        return
    span = Span(at, at + len(domain))
    edit = parts.address.edit(Edit(span, meant))
    yield Problem(
        f"'{domain}' is not a domain of the service",
        parts.address.span(span),
        expected=(f"'{meant}'",),
        fixes=(Fix(f"write '{meant}'", (edit,)),) if edit else (),
    )


#: In a shorter name two slips make another one.
_LONG_DOMAIN = 8
#: Where the service could be, and is not; what stands in for it on a network of one's own ends otherwise.
_PUBLIC = frozenset(("ru", "com", "net", "org", "su", "kz", "ua", "by", "uz", "info", "pro", "online"))


def _of_name(domain: str) -> str | None:
    """The domain that was meant by the service's name with another ending: `smsc.com`, `smscenter.ru`."""
    from smsc_codec.text.near import nearest

    name, _, ending = domain.partition(".")
    if ending not in _PUBLIC:
        return None
    known = {one.partition(".")[0]: one for one in reversed(DOMAINS[:2])}
    near = name if name in known else nearest(name, [one for one in known if len(one) > _LONG_DOMAIN])
    return known[near] if near else None


def _meant(parts: Parts) -> str | None:
    """The endpoint that was probably meant. A question must not become a sending, which is paid for."""
    from smsc_codec.text.near import nearest

    path = (parts.path or "").rstrip("/").lower()
    sends = {"mes", "list"} & {given.name for given in parts.given}
    candidates = [
        one for one in ENDPOINTS if sends or one not in ("/sys/send.php", "/rest/send", "/rest/send/")
    ]
    if not path.startswith(("/sys/", "/rest/")):
        path = f"/sys{path}"
    if path.startswith("/sys/") and "." not in path:
        path += ".php"
    name = path.rpartition("/")[2].partition(".")[0]
    return nearest(path, candidates, 1 if len(name) <= 4 else 3)


@RULES.rule("REQ023", "request-syntax", "error", fix="sometimes safe")
def request_syntax(request: OneRequest) -> Iterator[Problem]:
    """A command does not do what it seems to do.

    A request is an address, the body of a form, an HTTP message or a `curl` command (REQ-2). In a shell an address
    with `&` stands in quotes, or the command ends there, and only the first parameter is sent.

    Bad::

        curl https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Good::

        curl 'https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello'

    Fix: safe: puts the address in quotes.
    Since: 0.1
    """
    yield from request.problems("request-syntax")
    yield from _unread_object(request.written.parts)
    yield from _body_of_a_get(request.written.parts)


def _unread_object(parts: Parts) -> Iterator[Problem]:
    """A JSON object in the body, where the service reads a form only (REQ-2); `/rest/send/` reads one (BEY-2)."""
    if not parts.json or parts.address is None or not (parts.path or "").endswith(".php"):
        return
    span = Span(len(parts.address.text) - len(parts.path or ""), len(parts.address.text))
    edit = parts.address.edit(Edit(span, "/rest/send/")) if parts.path == "/sys/send.php" else None
    yield Problem(
        "the service reads no JSON at this address: none of the parameters reach it",
        parts.address.span(span),
        expected=("the parameters as a form, such as 'login=...&psw=...'", "'/rest/send/', which takes JSON"),
        fixes=(Fix("write '/rest/send/'", (edit,)),) if edit else (),
    )


def _body_of_a_get(parts: Parts) -> Iterator[Problem]:
    """`curl -X GET -d ...`: a form is read from the body of a POST, or from the address (REQ-2)."""
    first = next((one for one in parts.given if one.in_body), None)
    if first is not None and parts.method == "GET" and parts.form in ("curl", "http"):
        yield Problem(
            "the body of a GET is not read: the service sees none of the parameters in it",
            first.at.span(),
            expected=("a POST", "the parameters in the address, as '-G' of curl puts them"),
            severity="warning",
        )


@RULES.rule("REQ031", "known-by-name", "info", profile="pedantic")
def known_by_name(request: OneRequest) -> Iterator[Problem]:
    """The parameters of the endpoint are not known, so they are not checked.

    The service has it, and what its parameters mean is not described here: only who asks is looked at (END-1).

    Bad::

        https://smscentre.com/sys/get_mnp.php?login=alex&psw=123&date=01.02.2024

    Good::

        https://smscentre.com/sys/balance.php?login=alex&psw=123

    Fix: none.
    Since: 0.1
    """
    parts = request.written.parts
    if request.written.by_name and parts.address is not None:
        yield Problem("the parameters of this endpoint are not checked", parts.address.span())
