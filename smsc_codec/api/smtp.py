"""A sending as a mail: one line that says all of it, for whoever carries mails but no HTTP (SMT-1).

::

    <login>:<psw>:<id>:<time>,<tz>:<translit>,<format>,<sender>,<test>:<phones>:<mes>
    <login>:<psw>:<id>:<time>,<tz>:<translit>,<format>,<sender>,<test>::<list>
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct, structs

from smsc_codec.api.access import Access, Login
from smsc_codec.api.building import parameters
from smsc_codec.api.operations import Send
from smsc_codec.api.operations.send import Channel
from smsc_codec.api.received import understood
from smsc_codec.diagnostics import BuildError, ParseError, Problem, Span
from smsc_codec.grammar.runtime import Tables
from smsc_codec.lazy import compiled
from smsc_codec.text.charsets import Charset, encode

#: What a mail is in where nothing else is said.
CHARSET: Charset = "koi8-r"
#: `format` by channel (SMT-1, STA-6). Libraries of the service number some of these otherwise in their own functions.
FORMATS: dict[Channel, str] = {
    "sms": "0", "flash": "1", "hlr": "4", "ping": "5", "mms": "6", "call": "7", "mail": "8", "viber": "10", "soc": "12",
}  # fmt: skip
#: The parameters of a request that the line has a place for.
_SAID = ("phones", "mes", "list", "id", "time", "tz", "translit", "sender")


class Mail(Struct, frozen=True, forbid_unknown_fields=True):
    """What a mail says: what is sent and who sends it; with `test` nothing is."""

    operation: Send
    access: Login
    test: bool = False


def build(mail: Mail) -> str:
    """The line of a mail, which reads back equal. The lines of a list follow one another.

    Raises BuildError for what has no place in it: files, binary messages, prices, a message of several lines, a
    field with a colon, a sender with a comma.
    """
    operation, access = mail.operation, mail.access
    if not isinstance(access, Login):
        raise BuildError("access", "expected a Login: an e-mail cannot use a key")
    said = {name: text for name, text in parameters(operation).items() if isinstance(text, str)}
    if operation.channel not in FORMATS:
        raise BuildError("channel", f"an e-mail cannot send '{operation.channel}'")
    if operation.files:
        raise BuildError("files", "an e-mail of this kind cannot have files")
    for name in said:
        if name not in (*_SAID, operation.channel):
            raise BuildError(name, "cannot be set by e-mail")
    if "\n" in said.get("mes", "") or "\r" in said.get("mes", ""):
        raise BuildError("message", "must be one line in an e-mail; in a list write a line break as '\\n'")
    colon, comma = (_tables().written[name] for name in ("_COLON", "_COMMA"))
    fields = {"login": access.login, "psw": access.psw} | {
        name: said.get(name, "") for name in ("time", "sender", "phones")
    }
    for name, text in fields.items():
        odd = next(
            (sign for sign in f"{colon}\r\n" + (comma if name in ("time", "sender") else "") if sign in text),
            None,
        )
        if odd is not None:
            raise BuildError(name, f"an e-mail cannot contain {odd!r} there")
    how = (said.get("translit", "0"), FORMATS[operation.channel], fields["sender"], str(int(mail.test)))
    line = colon.join(
        (
            access.login,
            access.psw,
            said.get("id", "0"),
            comma.join((fields["time"], said.get("tz", ""))),
            comma.join(how),
            fields["phones"],
            said.get("list", said.get("mes", "")),
        )
    )
    if read(line) != mail:
        raise BuildError("", "an e-mail cannot express this exactly")
    return line


def octets(mail: Mail, charset: Charset = CHARSET) -> bytes:
    """The body of a mail. Raises BuildError, for a character that the charset cannot carry too."""
    line = build(mail)
    for name in ("login", "psw"):
        try:
            getattr(mail.access, name).encode(charset)
        except UnicodeEncodeError:
            raise BuildError(name, f"{charset} cannot represent it") from None
    return encode(line, charset, "list" if mail.operation.list is not None else "message")


def read(text: str) -> Mail:
    """What a mail says. Raises ParseError, which shows no password."""
    text = text.rstrip("\r\n")
    match = _pattern().fullmatch(text)
    if match is None:
        raise _no_line(text)
    spans = _spans(match)
    said = {name: match[name] or "" for name in spans}
    shown = "".join((text[: spans["PSW"].start], "*" * len(said["PSW"]), text[spans["PSW"].end :]))
    content = "mes" if said["PHONES"] else "list"
    named = {
        "login": "LOGIN", "psw": "PSW", "id": "ID", "time": "TIME", "tz": "TZ", "translit": "TRANSLIT",
        "sender": "SENDER", "phones": "PHONES", content: "TEXT",
    }  # fmt: skip
    places = {name: (said[field], spans[field]) for name, field in named.items()}
    channel = next((name for name, number in FORMATS.items() if number == (said["FORMAT"] or "0")), None)
    if channel is None:
        known = tuple(f"'{number}' {name}" for name, number in FORMATS.items())
        raise ParseError(shown, (Problem("no format of a mail", spans["FORMAT"], "mail-format", known),))
    if said["TEST"] not in ("", "0", "1"):
        raise ParseError(shown, (Problem("'test' is 0 or 1", spans["TEST"], "mail-line", ("'0'", "'1'")),))
    pairs = [(name, value.encode("utf-8", "replace")) for name, (value, _) in places.items()]
    if channel != "sms":
        pairs.append((channel, b"1"))
    received = understood("send", pairs, charset="utf-8")
    problems = tuple(
        _moved(one.problem, places.get(one.parameter, ("", Span(0, len(text))))[1]) for one in received.errors
    )
    if problems:
        raise ParseError(shown, tuple(sorted(problems, key=lambda problem: problem.span)))
    assert isinstance(received.operation, Send)
    return Mail(received.operation, _login(received.access), said["TEST"] == "1")


def _login(access: Access | None) -> Login:
    assert isinstance(access, Login)
    return access


def _tables() -> Tables:
    """Grammar `smtp`."""
    from smsc_codec.grammar.compiled.smtp import TABLES

    return TABLES


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(_tables().pattern or "")


def _spans(match: re.Match[str]) -> dict[str, Span]:
    """Where each field stands; an empty one behind its colon or comma, where there is one."""
    colon, comma = (_tables().written[name] for name in ("_COLON", "_COMMA"))
    spans, at = {}, 0
    for name in _pattern().groupindex:
        start, end = match.span(name)
        sign = comma if name in ("TZ", "FORMAT", "SENDER", "TEST") else colon
        at += name != "LOGIN" and match.string.startswith(sign, at)
        spans[name] = Span(start, end) if start >= 0 else Span(at, at)
        at = spans[name].end
    return spans


def _no_line(text: str) -> ParseError:
    """What is wrong with a text that is no such line, which may hold a password anywhere."""
    pieces = text.split(":", 6)
    if len(pieces) < 7:
        form = "<login>:<psw>:<id>:<time>,<tz>:<translit>,<format>,<sender>,<test>:<phones>:<mes>"
        told = Problem("six colons belong into a mail", Span(0, len(text)), "mail-line", (form,))
    else:
        at = 3 if pieces[3].count(",") > 1 else 4
        start = sum(len(piece) + 1 for piece in pieces[:at])
        told = Problem("too many commas", Span(start, start + len(pieces[at])), "mail-line")
    shown = "*" * len(text) if len(pieces) < 7 else ":".join((pieces[0], "*" * len(pieces[1]), *pieces[2:]))
    return ParseError(shown, (told,))


def _moved(problem: Problem, to: Span) -> Problem:
    """A problem of one field, at its place in the line, without what only the field knows."""
    span = Span(
        min(to.start + problem.span.start, to.end),
        min(to.start + max(problem.span.end, problem.span.start), to.end),
    )
    return structs.replace(problem, span=span, labels=(), fixes=())
