"""REQ005, REQ013 .. REQ016, REQ022: the parameters of a request, each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from smsc_codec.api.text.context import OneRequest
from smsc_codec.api.text.parts import Given
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.payloads.quoted import quoted_sender
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ005", "id-invalid", "error")
def id_invalid(request: OneRequest) -> Iterator[Problem]:
    """The message id is not valid.

    An id is a number from 1 to 2147483647, or up to 40 Latin letters, digits, dots, hyphens and underscores (PAR-4).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&id=order+7

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&id=order-7

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("id-invalid")


@RULES.rule("REQ013", "unknown-parameter", "warning", fix="unsafe")
def unknown_parameter(request: OneRequest) -> Iterator[Problem]:
    """The endpoint has no such parameter.

    What the service does not know it passes over (PAR-10 and the rest of the page's list): a message without `flash`
    is no flash message, one without `cost` is paid for.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&falsh=1

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&flash=1

    Fix: unsafe: writes the name that was probably meant, which changes what is sent.
    Since: 0.1
    """
    told: set[str] = set()
    there = {one.name for one in request.given}
    for problem in request.problems("unknown-parameter", "missing-equals"):
        meant = problem.expected[0].strip("'") if problem.expected else ""
        if problem.kind == "missing-equals":  # the value stands right behind the name
            name = meant.removesuffix("=")
            sign = next(one.at for one in request.given if one.at.span() == problem.span)
            edit = sign.edit(Edit(Span(len(name), len(name)), "="))
            yield replace(problem, severity="error", fixes=(Fix("write '='", (edit,)),) if edit else ())
            continue
        ones = [one for one in request.given if one.at.span() == problem.span]
        if ones and meant and ones[0].name.partition("[")[0] == meant:
            # `phones[]`, as forms of PHP have it: one slip, however many there are.
            if meant in told:
                continue
            told.add(meant)
            ones = [one for one in request.given if one.name.partition("[")[0] == meant != one.name]
            problem = replace(
                problem, span=ones[0].at.span(), severity="error", message=_ARRAYS.format(meant)
            )
        fixes = _renamed(request, ones, meant) if meant and meant not in there else ()
        problem = replace(problem, severity=problem.severity or "error")  # one that has to be there is not
        yield replace(problem, fixes=fixes, notes=(f"did you mean '{meant}'?",) if meant else ())


_ARRAYS = "the service does not support arrays: list the values in '{}' separated by commas"


def _renamed(request: OneRequest, ones: list[Given], meant: str) -> tuple[Fix, ...]:
    """The name that was meant; several of one name become one, their values by comma."""
    edits = [one.at.edit(Edit(Span(0, len(one.at.text)), meant)) for one in ones[:1]]
    for before, one in pairwise(ones):
        start, end = before.value.span().end, one.value.span().start
        if request.source[start : one.at.span().start] != "&":
            return ()
        edits.append(Edit(Span(start, end), ","))
    if not edits or None in edits:
        return ()
    return (Fix(f"write '{meant}'", tuple(edit for edit in edits if edit)),)


@RULES.rule("REQ014", "missing-parameter", "error")
def missing_parameter(request: OneRequest) -> Iterator[Problem]:
    """A required parameter is missing.

    Every request says `login` and `psw` (REQ-3). Sending needs `phones` and `mes`, or `list` (REQ-4); a text that is
    only blanks, a prefix or a comment is none. `imgcode` needs `userip` (PAR-19). Other endpoints have parameters of
    their own that must be there (TPL-1, OPT-1, EVT-1, STA-1).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("missing-parameter")


@RULES.rule("REQ015", "repeated-parameter", "warning")
def repeated_parameter(request: OneRequest) -> Iterator[Problem]:
    """A parameter is given twice with different values.

    One of them is lost (REQ-2 knows one value a name): of several `phones` only the last get the message. Several
    numbers are one parameter, by comma (PAR-1).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&phones=79999999998&mes=Hello!

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999,79999999998&mes=Hello!

    Fix: none.
    Since: 0.1
    """
    for problem in request.problems("repeated-parameter"):
        if "[" not in request.source[problem.span.start : problem.span.end]:  # REQ013 tells of arrays
            yield problem


@RULES.rule("REQ016", "parameter-value", "error")
def parameter_value(request: OneRequest) -> Iterator[Problem]:
    """A parameter has a value that is not allowed.

    Flags are 0 or 1 (PAR-7, PAR-10, PAR-20, PAR-22); `translit`, `cost`, `fmt` and `bin` are numbers (PAR-6, PAR-15,
    PAR-16, BIN-1); `charset` is one of three (REQ-6); `fileurl` is a full address (PAR-11); `maxsms` counts parts
    (PAR-18); `userip` is an IP address (PAR-19).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&translit=yes

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&translit=1

    Fix: none.
    Since: 0.1
    """
    yield from request.problems(
        "request-parameter", "unknown-charset", "fileurl", "request-charset", "request-body"
    )
    if request.written.received.endpoint == "status":  # what RCP002 tells of in `phones`
        yield from request.problems("phone-format", "recipient-format")


@RULES.rule("REQ022", "request-sender", "error", fix="unsafe")
def sender_invalid(request: OneRequest) -> Iterator[Problem]:
    """The sender is neither a valid name nor a valid number.

    A name has up to 11 Latin letters, digits, blanks and signs, a number up to 15 digits; the sender of an e-mail is
    an address (PAR-5).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&sender=MyVeryLongShop

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello!&sender=MyShop

    Fix: unsafe: takes off the quotes around it, which are a warning.
    Since: 0.1
    """
    yield from _quoted(request) or request.problems("sender-invalid", "list-sender")


def _quoted(request: OneRequest) -> list[Problem]:
    """A sender in quotes, which nobody takes off."""
    text = request.written.texts.get("sender")
    if text is None or text.text[-1:].isalnum() or "sender" in request.written.opaque:
        return []
    told = quoted_sender(text.text, Span(0, len(text.text)))
    if told is None:
        return []
    edit = text.edit(told.fixes[0].edits[0])
    fixes = (replace(told.fixes[0], edits=(edit,)),) if edit else ()
    return [replace(told, span=text.span(), fixes=fixes)]
