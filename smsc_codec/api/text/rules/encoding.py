"""REQ010 .. REQ012, REQ028 .. REQ030, REQ032: how the values of a request are written for their way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from smsc_codec.api.form import quoted
from smsc_codec.api.text.context import OneRequest
from smsc_codec.api.text.mapped import Mapped
from smsc_codec.api.text.parts import Given
from smsc_codec.api.text.slips import percent_u, without_percent_u
from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.phones import digits, international
from smsc_codec.rules import Ruleset

RULES = Ruleset()

_NUMBER = compiled(r"[0-9][0-9 ()-]*")
_BLANK_IN_NUMBER = compiled(r"[0-9)-][ \t]+[0-9(-]")


@RULES.rule("REQ010", "charset-not-said", "error", fix="sometimes safe")
def charset_not_said(request: OneRequest) -> Iterator[Problem]:
    """The text is not in the charset that the request names.

    Without `charset` the service reads a request as windows-1251 (REQ-6). Of UTF-8 every Cyrillic letter then arrives
    as two wrong ones, at twice the price. Letters that are not urlencoded are sent as the file has them.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%D0%94%D0%B0

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%D0%94%D0%B0&charset=utf-8

    Fix: safe: adds `charset`, or urlencodes the letters in the charset that the request says.
    Since: 0.1
    """
    written = request.written
    if written.parts.json or written.parts.open:
        return
    charset = "utf-8" if written.guessed else request.encoding
    if not written.guessed and charset == written.charset:
        return
    named = any(one.name == "charset" and one.value.text for one in request.given)
    # Of letters in what is to be octets, or their digits, REQ007 tells; of those in a name or an id REQ022 and REQ005.
    others = {"sender", "id", *written.octets_in}
    if any(one.name == "bin" and one.value.text.strip("0") for one in request.given):
        others.add("mes")
    for one in request.given:
        if one.elsewhere or one.is_secret or one.name in others:
            continue
        for literal in one.value.literals():
            at = _foreign(literal, everything=written.guessed and one.encoded)
            if at is None:
                continue
            if named or (not written.guessed and one.encoded and not one.in_body):
                told = f"this letter is sent as {charset}, but the service reads {written.charset}"
                fixes = _encoded(one, written.charset)
            else:
                told = f"this text is {charset.upper()}, but the service reads it as windows-1251"
                edit = written.parts.adding(f"charset={charset}")
                fixes = (Fix(f"add 'charset={charset}'", (edit,), safe=True),) if edit else ()
            expected = f"'charset={charset}'"
            yield Problem(told, literal.span(at), expected=(expected,), fixes=fixes)
            return


def _foreign(literal: Mapped, *, everything: bool) -> Span | None:
    """The first letter that is no ASCII, as it stands, or any that an escape says."""
    pattern = _LETTER_OR_ESCAPES if everything else _LETTER
    found = pattern.search(literal.text)
    return Span(*found.span()) if found else None


_LETTER = compiled(r"[^\x00-\x7f]")
#: One letter of UTF-8, as it stands or by its escapes.
_LETTER_OR_ESCAPES = compiled(r"[^\x00-\x7f]|%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])*")

#: RFC 3986: what stands for itself in a query, and the signs that separate there; to be put in brackets.
_SENT = r"A-Za-z0-9._~!$*'()+,;:@/?%=\[\]\\|{}^`<>\"#-"
_UNSENT = compiled(rf"[^{_SENT}]")
_PLAIN = compiled(rf"[^{_SENT}]+|%(?!u?[0-9A-Fa-f]{{2}})")
#: The same where letters travel as they are.
_PLAIN_IN_BODY = compiled(rf"[^\x80-\U0010ffff{_SENT}]+|%(?!u?[0-9A-Fa-f]{{2}})")


@RULES.rule("REQ011", "not-urlencoded", "warning", fix="safe")
def not_urlencoded(request: OneRequest) -> Iterator[Problem]:
    """A value has characters that are not urlencoded.

    Every parameter is urlencoded (REQ-2): blanks, letters other than Latin ones and lone percent signs are not taken
    the same way by all that a request passes through. In a body letters arrive as they are, if the request says their
    charset.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello world

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello+world

    Fix: safe: urlencodes them, in the charset that the request says.
    Since: 0.1
    """
    if request.written.parts.form == "code":
        return  # what opens the address may well encode it
    charset = request.written.charset
    for one in request.given:
        if not one.encoded or one.elsewhere:
            continue
        if one.name.startswith("phone") and _BLANK_IN_NUMBER.search(one.value.text):
            continue  # RCP002 tells of it
        if _cut_off(request, one) or "&" in one.value.text:
            continue  # REQ028 tells of it, or REQ023
        plain = _plain(request, one)
        for literal in one.value.literals():
            found = (
                plain.search(literal.text)
                if literal.has_lone_percent or _UNSENT.search(literal.text)
                else None
            )
            if not found or (one.name in ("id", "sender") and not found.group().isascii()):
                continue  # that such a value has other letters has a rule of its own
            span = literal.span(Span(*found.span()))
            expected = f"'{_quoted(one, found, charset, 'replace')[:40]}'"
            yield Problem(
                "this is not urlencoded",
                span if not one.is_secret else one.at.span(),
                expected=() if one.is_secret else (expected,),
                fixes=_encoded(one, charset, plain),
            )
            break


def _plain(request: OneRequest, one: Given) -> re.Pattern[str]:
    """What is not urlencoded though it has to be; of letters that are sent in another charset REQ010 tells."""
    if one.in_body or (request.encoding != request.written.charset and not request.written.guessed):
        return _PLAIN_IN_BODY
    return _PLAIN


_LONG = 20_000


def _encoded(one: Given, charset: str, plain: re.Pattern[str] = _LETTER) -> tuple[Fix, ...]:
    """Write what is not urlencoded so. Nothing of a secret is in a fix."""
    if one.is_secret or not one.encoded:
        return ()
    edits = []
    for literal in one.value.literals():
        if len(literal.text) > _LONG:  # one edit of all
            try:
                said = plain.sub(lambda match: _quoted(one, match, charset), literal.text)
            except UnicodeEncodeError:
                return ()
            whole = literal.edit(Edit(Span(0, len(literal.text)), said))
            if whole is None:
                return ()
            edits.append(whole)
            continue
        for match in plain.finditer(literal.text):
            try:
                said = _quoted(one, match, charset)
            except UnicodeEncodeError:
                return ()
            edit = literal.edit(Edit(Span(*match.span()), said))
            if edit is None:
                return ()
            edits.append(edit)
    return (Fix("urlencode it", tuple(edits), safe=True),)


#: What a plus means something in.
_WITH_PLUS = ("phones", "phone", "time", "tz", "sender")


def _quoted(one: Given, match: re.Match[str], charset: str, errors: str = "strict") -> str:
    """What is matched, urlencoded: a blank before a number as no plus, which would look as if it were meant as one."""
    said = quoted(match.group().encode(charset, errors))
    first = one.name in _WITH_PLUS and match.string[: match.start()][-1:] in ("", ",", ";")
    return said.replace("+", "%20") if first else said


@RULES.rule("REQ012", "plus-not-encoded", "warning", fix="sometimes safe")
def plus_not_encoded(request: OneRequest) -> Iterator[Problem]:
    """A plus is not encoded, so it is read as a space.

    In a request a plus is written `%2B` (REQ-2). Without it a number loses the plus that switches correction off
    (PAR-1), and a time is not counted from now (TIM-5).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=+79999999999&mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=%2B79999999999&mes=Hello

    Fix: safe: writes `%2B`; unsafe before a number that is corrected without the plus, such as `89990000000` or
    `9990000000`, for it leads elsewhere with it.
    Since: 0.1
    """
    for one in request.given:
        if not one.encoded or one.name not in _WITH_PLUS:
            continue
        for match in re.finditer(r"(?<![^,;])\+(?=[0-9])", one.value.text):
            if one.value.in_hole(match.start()):
                continue
            edit = one.value.edit(Edit(Span(*match.span()), "%2B"))
            number = _NUMBER.match(one.value.text, match.end())
            dialled = number is None or one.name[:5] != "phone" or _is_dialled(number[0])
            fixes = (Fix("write '%2B'", (edit,), safe=dialled),) if edit else ()
            yield Problem(
                "this plus is read as a space",
                one.value.span(Span(*match.span())),
                expected=("'%2B'",),
                fixes=fixes,
            )


def _is_dialled(number: str) -> bool:
    """Whether a number leads to the same place with a plus before it and without."""
    plain = digits(number)
    return plain is not None and international(number) == plain and (len(plain), plain[0]) != (10, "9")


@RULES.rule("REQ028", "cut-address", "error", fix="sometimes safe")
def cut_address(request: OneRequest) -> Iterator[Problem]:
    """A `#` cuts the address off.

    What stands behind it is for browsers and never sent (RFC 3986 3.5): the text ends there, and the parameters behind
    it are lost, `charset` among them. In a value `#` is written `%23` (REQ-2).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Order+#15&charset=utf-8

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Order+%2315&charset=utf-8

    Fix: safe: writes `%23`; unsafe unless a parameter follows, which was plainly meant to be sent, and was not said
    before.
    Since: 0.1
    """
    for problem in request.problems("fragment"):
        one = next((one for one in request.given if _cut_off(request, one)), None)
        if one is not None and problem.fixes:
            more = _encoded(one, request.written.charset, _plain(request, one))
            edits = tuple(edit for fix in more for edit in fix.edits)
            fix = problem.fixes[0]
            problem = replace(problem, fixes=(replace(fix, edits=(*fix.edits, *edits)),))
        yield problem


def _cut_off(request: OneRequest, one: Given) -> bool:
    """Whether a `#` cuts the address off in this value."""
    if "#" not in one.value.text or one.in_body:
        return False
    span = one.value.span()
    return any(span.start <= problem.span.start < span.end for problem in request.problems("fragment"))


@RULES.rule("REQ029", "html-escaped", "error", fix="safe")
def html_escaped(request: OneRequest) -> Iterator[Problem]:
    """The address was copied from the HTML source of a page.

    HTML writes `&` as `&amp;`. Outside of HTML the service sees parameters of the names `amp;psw`, `amp;phones`, and
    passes over them (REQ-2).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&amp;psw=123&amp;phones=79999999999&amp;mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello

    Fix: safe: writes `&`.
    Since: 0.1
    """
    yield from request.problems("html-escaped")


@RULES.rule("REQ030", "encoded-twice", "error", fix="sometimes safe")
def encoded_twice(request: OneRequest) -> Iterator[Problem]:
    """A value is urlencoded twice.

    The service undoes it once (REQ-2), and the phone shows `%D0%9F`. So it is too where curl encodes a value that is
    encoded already, by `--data-urlencode`, and where nothing is to be encoded, in JSON and in forms with files.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%25D0%2594%25D0%25B0&charset=utf-8

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%D0%94%D0%B0&charset=utf-8

    Fix: safe: urlencodes it once; unsafe unless the escapes are letters of UTF-8, which nobody wants to send.
    Since: 0.1
    """
    for name, (said, certain) in request.written.twice.items():
        one = next(given for given in reversed(request.given) if given.name == name)
        text = one.read(request.written.charset)[1]
        edit = text.edit(Edit(Span(0, len(text.text)), said))
        yield Problem(
            f"urlencoded twice: recipients would get '{shortened(text.text)}'",
            one.value.span(),
            expected=(f"'{shortened(said)}'",),
            fixes=(Fix("urlencode it once", (edit,), safe=certain),) if edit else (),
        )


@RULES.rule("REQ032", "unicode-escape", "error", fix="safe")
def unicode_escape(request: OneRequest) -> Iterator[Problem]:
    """A letter is written as `%uXXXX`.

    So JavaScript's `escape` has it. Urlencoding knows octets only (REQ-2), and the phone shows `%u041F`. Its
    `encodeURIComponent` writes what `charset=utf-8` says.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%u0414%u0430

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=%C4%E0

    Fix: safe: urlencodes the letters, in the charset that the request says.
    Since: 0.1
    """
    for one in request.given:
        if one.is_secret or one.elsewhere or one.name in request.written.octets_in:
            continue
        found = percent_u(one.value.text) if one.encoded or "%u" in one.value.text else []
        if not found:
            continue
        edits = [_urlencoded(one, match, request.written.charset) for match in found]
        span = one.value.span(Span(*found[0].span()))
        fixes = (
            (Fix("urlencode it", tuple(edit for edit in edits if edit), safe=True),)
            if None not in edits
            else ()
        )
        yield Problem(
            f"'{found[0].group().partition('u')[0]}u' is not valid in urlencoding: it is sent as is",
            span,
            expected=("octets such as %D0%94",),
            fixes=fixes,
        )


def _urlencoded(one: Given, match: re.Match[str], charset: str) -> Edit | None:
    said = without_percent_u(match.group())
    try:
        written = quoted(said.encode(charset)) if one.encoded else said
    except UnicodeEncodeError:
        return None
    return one.value.edit(Edit(Span(*match.span()), written))
