"""REQ010 .. REQ012, REQ019 .. REQ021, REQ023: how a request is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.api.form import quoted
from smsc_codec.api.received import PATHS
from smsc_codec.api.text.context import RequestContext, place_of_end
from smsc_codec.api.text.parts import Given
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ010", "charset-not-said", "error", fix="sometimes safe")
def charset_not_said(request: RequestContext) -> Iterator[Problem]:
    """The text is UTF-8, and the request does not say so.

    Without `charset` the service reads a request as windows-1251 (REQ-6), and every Cyrillic letter arrives as two
    wrong ones, at twice the price.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%D0%94%D0%B0

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%D0%94%D0%B0&charset=utf-8

    Fix: safe: adds `charset=utf-8`.
    Since: 0.1
    """
    if not request.written.guessed:
        return
    for one in request.given:
        mapped = request.written.texts[one.name]
        at = next((i for i, character in enumerate(mapped.text) if not character.isascii()), None)
        if at is None or one.is_secret or (one.name == "mes" and getattr(request.operation, "raw", False)):
            continue
        end = place_of_end(request)
        fix = Fix("add 'charset=utf-8'", (Edit(end, "&charset=utf-8"),), safe=True) if end else None
        yield Problem(
            "this is UTF-8, which the service reads as windows-1251",
            mapped.span(Span(at, at + 1)),
            expected=("'charset=utf-8'",),
            fixes=(fix,) if fix else (),
        )
        return


#: RFC 3986: what stands for itself in a query, and the signs that separate there.
_PLAIN = re.compile(r"[^A-Za-z0-9._~!$'()*+,;:@/?%=\[\]\\|{}^`<>\"-]+|%(?![0-9A-Fa-f]{2})")


@RULES.rule("REQ011", "not-urlencoded", "warning", fix="safe")
def not_urlencoded(request: RequestContext) -> Iterator[Problem]:
    """A value holds characters that are not urlencoded.

    Every parameter is urlencoded (REQ-2): blanks, letters other than Latin ones and lone percent signs are not taken
    the same way by all that a request passes through.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello world

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello+world

    Fix: safe: urlencodes them.
    Since: 0.1
    """
    for one in request.given:
        found = one.encoded and _PLAIN.search(one.value.text)
        if found:
            span = one.value.span(Span(*found.span()))
            yield Problem(
                "this is not urlencoded",
                span if not one.is_secret else one.at.span(),
                expected=()
                if one.is_secret
                else (f"'{quoted(found.group().encode('utf-8', 'replace'))[:40]}'",),
                fixes=_encoded(one),
            )


def _encoded(one: Given) -> tuple[Fix, ...]:
    """Write what is not urlencoded so. Nothing of a secret is in a fix."""
    if one.is_secret:
        return ()
    edits = []
    for match in _PLAIN.finditer(one.value.text):
        try:
            octets = match.group().encode()
        except UnicodeEncodeError:
            return ()
        edit = one.value.edit(Edit(Span(*match.span()), quoted(octets)))
        if edit is None:
            return ()
        edits.append(edit)
    return (Fix("urlencode it", tuple(edits), safe=True),)


@RULES.rule("REQ012", "plus-not-encoded", "warning", fix="safe")
def plus_not_encoded(request: RequestContext) -> Iterator[Problem]:
    """A plus stands for itself, and is read as a blank.

    In a request a plus is written `%2B` (REQ-2). Without it a number loses the plus that switches correction off
    (PAR-1), and a time is not counted from now (TIM-5).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=+79999999999&mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=%2B79999999999&mes=Hello

    Fix: safe: writes `%2B`.
    Since: 0.1
    """
    for one in request.given:
        if not one.encoded or one.name not in ("phones", "phone", "time", "tz", "sender"):
            continue
        for match in re.finditer(r"(?<![^,;])\+(?=[0-9])", one.value.text):
            edit = one.value.edit(Edit(Span(*match.span()), "%2B"))
            fixes = (Fix("write '%2B'", (edit,), safe=True),) if edit else ()
            yield Problem(
                "this plus is read as a blank",
                one.value.span(Span(*match.span())),
                expected=("'%2B'",),
                fixes=fixes,
            )


@RULES.rule("REQ019", "password-in-address", "info", profile="pedantic")
def password_in_address(request: RequestContext) -> Iterator[Problem]:
    """The password stands in the address.

    Addresses are kept in logs, histories and proxies. The service takes the same parameters in the body of a POST
    (REQ-2).

    Bad::

        https://smscentre.com/sys/balance.php?login=alex&psw=123

    Good::

        curl https://smscentre.com/sys/balance.php -d 'login=alex&psw=123'

    Fix: none.
    Since: 0.1
    """
    parts = request.written.parts
    if parts.address is None:
        return
    query = request.source.find("?", parts.address.span().end - 1)
    for one in parts.given:
        if (
            one.is_secret
            and query >= 0
            and (parts.method == "GET" or one.at.place(0) < _end_of_word(request, query))
        ):
            yield Problem("a password or key in the address", one.at.span(), expected=("a POST",))
            return


def _end_of_word(request: RequestContext, start: int) -> int:
    found = re.compile(r"[\s'\"]|\Z").search(request.source, start)
    return found.start() if found else start


@RULES.rule("REQ020", "insecure-address", "warning", fix="safe")
def insecure_address(request: RequestContext) -> Iterator[Problem]:
    """The request goes out without encryption, password and all.

    The service's endpoints are https addresses (REQ-1).

    Bad::

        http://smscentre.com/sys/balance.php?login=alex&psw=123

    Good::

        https://smscentre.com/sys/balance.php?login=alex&psw=123

    Fix: safe: writes `https`.
    Since: 0.1
    """
    parts = request.written.parts
    host = parts.host.partition(":")[0]
    if parts.scheme != "http" or parts.address is None or host in ("localhost", "127.0.0.1", "[") or not host:
        return
    span = Span(0, 4)
    edit = parts.address.edit(Edit(span, "https"))
    yield Problem(
        "the password goes out for everyone to read",
        parts.address.span(span),
        expected=("'https'",),
        fixes=(Fix("write 'https'", (edit,), safe=True),) if edit else (),
    )


@RULES.rule("REQ021", "unknown-endpoint", "error", fix="unsafe")
def unknown_endpoint(request: RequestContext) -> Iterator[Problem]:
    """The service has nothing at this address.

    The endpoints are `/sys/send.php`, `/sys/templates.php`, `/sys/op_templates.php`, `/sys/ping.php` (REQ-1),
    `/sys/status.php` (STA-1) and `/sys/balance.php` (BAL-1).

    Bad::

        https://smscentre.com/sys/sent.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Fix: unsafe: writes the endpoint that was probably meant.
    Since: 0.1
    """
    from smsc_codec.text.near import nearest

    parts = request.written.parts
    for problem in request.problems("unknown-endpoint"):
        if parts.address is None or parts.path is None:
            continue
        start = len(parts.address.text) - len(parts.path)
        span = Span(start, len(parts.address.text)) if parts.path else Span(0, start)
        meant = nearest(parts.path, PATHS, 3)
        edit = parts.address.edit(Edit(span, meant)) if meant else None
        yield Problem(
            problem.message,
            parts.address.span(span),
            expected=(f"'{meant}'",) if meant else problem.expected,
            fixes=(Fix(f"write '{meant}'", (edit,)),) if edit else (),
        )


@RULES.rule("REQ023", "request-syntax", "error", fix="sometimes safe")
def request_syntax(request: RequestContext) -> Iterator[Problem]:
    """A command does not say what it seems to say.

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
