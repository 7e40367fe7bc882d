"""VIB001 .. VIB005, VIB011, VIB012: one button."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.model import Button
from smsc_codec.payloads.message.rules.prefixes import prefixed
from smsc_codec.payloads.phone_lengths import odd_length
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import nearest

RULES = Ruleset()


@RULES.rule("VIB001", "button-macro-typo", "error", fix="sometimes safe")
def button_macro_typo(message: MessageContext) -> Iterator[Problem]:
    """A button is written incorrectly, so it is sent as text.

    The macro is `{button,address,text}` (VIB-1). The page describes it with angle brackets in one place: that is read
    as a button, and told of as a warning (IVR-13).

    Bad::

        __VIBER__: Sale! {button;https://example.com;Open}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: safe: writes the macro as the page does; unsafe where its end is missing.
    Since: 0.1
    """
    yield from message.problems("button-macro-typo")
    for _, _, span in message.macros(Button):
        if message.source.startswith("<button,", span.start):
            edits = (Edit(Span(span.start, span.start + 1), "{"), Edit(Span(span.end - 1, span.end), "}"))
            yield Problem(
                "buttons are written in braces, not angle brackets",
                Span(span.start, span.start + len("<button,")),
                expected=("'{button,'",),
                fixes=(Fix("use braces", edits, safe=True),),
                severity="warning",
            )
        outer = [
            Span(at, at + 1)
            for at, brace in ((span.start - 1, "{"), (span.end, "}"))
            if message.body.start <= at and message.source[at : at + 1] == brace
        ]
        if outer:
            yield Problem(
                "a button has one pair of braces: the outer ones are sent as text",
                outer[0],
                expected=("'{button,address,text}'",),
                fixes=(Fix("remove them", tuple(Edit(one, "") for one in outer), safe=True),),
            )
    for span in message.texts():
        for match in _openings().finditer(message.source, span.start, span.end):
            problem = _meant(message, match, span.end)
            if problem:
                yield problem


@cache
def _openings() -> re.Pattern[str]:
    return compiled(
        r"\{[ \t]*+(?=(?:https?://|tel:|www\.)[^\s,;|{}]++[ \t]*+[,;|][^{}\n]++\})"
        r"|(?:[{<\[(]|&lt;)[ \t]*+(?P<name>[^\W\d_]{3,8}+)(?:[ \t]*+[,;:|=]|[ \t]++(?=https?:|tel:|www\.))",
        re.IGNORECASE,
    )


@cache
def _fields() -> re.Pattern[str]:
    """The rest of a macro on its line: what it opens, a mark, its text, a closing bracket."""
    return compiled(
        r"\s*+(?P<url>[^\s,;|{}<>\[\]]++)(?:[ \t]*+(?P<mark>[,;|]))?(?P<text>[^{}<>\[\]\n]*+)(?P<close>[}>\])])?"
    )


def _meant(message: MessageContext, match: re.Match[str], end: int) -> Problem | None:
    """A text that begins like a button; None where it only looks like one."""
    name = match["name"] or "button"
    fields = _fields().match(message.source, match.end(), end)
    if fields is None or not re.match(r"(?i)https?:/|tel:|www\.", fields["url"]):
        return None
    if name.lower() not in ("btn", "кнопка", "url", "link", "ссылка") and nearest(name, ("button",)) is None:
        return None
    fixes: tuple[Fix, ...] = ()
    if name.lower() in ("url", "link", "ссылка") and not (fields["mark"] and fields["close"]):
        return None
    closed, text, stop = bool(fields["close"]), fields["text"].strip(), fields.end()
    if match.group()[0] == "(" and not closed and text.endswith(")"):
        closed, text = True, text[:-1].rstrip()
    elif match.group()[0] == "&" and "&gt;" in text:
        closed, stop = True, message.source.index("&gt;", fields.start("text")) + len("&gt;")
        text = text.partition("&gt;")[0].rstrip()
    if (fields["mark"] or fields["text"][:1].isspace()) and text:
        url = fields["url"]
        made = f"{{button,{url},{text}}}"
        fixes = (
            Fix(
                f"write '{made}'",
                (Edit(Span(match.start(), stop), made),),
                safe=bool(fields["mark"]) and closed,
            ),
        )
    opening = match.group()
    missing = opening == "{button," and not closed
    return Problem(
        "this button has no closing brace" if missing else f"'{opening}' does not start a button",
        Span(match.start(), match.end()),
        expected=("'{button,address,text}'",),
        fixes=fixes,
    )


@RULES.rule("VIB002", "button-text-too-long", "error")
def button_text_too_long(message: MessageContext) -> Iterator[Problem]:
    """A button text is longer than 30 characters.

    That is the most a button can have (VIB-1).

    Bad::

        __VIBER__: Sale! {button,https://example.com,Read the full terms and conditions}

    Good::

        __VIBER__: Sale! {button,https://example.com,Terms}

    Fix: none.
    Since: 0.1
    """
    yield from message.problems("button-text-too-long")


@RULES.rule("VIB003", "button-text-empty", "error")
def button_text_empty(message: MessageContext) -> Iterator[Problem]:
    """A button has no text.

    It has an address and a text, with commas between them (VIB-1).

    Bad::

        __VIBER__: Sale! {button,https://example.com}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: none.
    Since: 0.1
    """
    yield from message.problems("button-text-empty")


@RULES.rule("VIB004", "button-url-not-full", "error", fix="unsafe")
def button_url_not_full(message: MessageContext) -> Iterator[Problem]:
    """A button leads neither to a full address nor to a call.

    A button has a full http(s) address, or `tel:` and a number (VIB-1).

    Bad::

        __VIBER__: Sale! {button,example.com,Open}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: unsafe: writes `https://` before a domain.
    Since: 0.1
    """
    yield from message.problems("button-url-not-full")


@RULES.rule("VIB005", "button-tel-invalid", "error", fix="safe")
def button_tel_invalid(message: MessageContext) -> Iterator[Problem]:
    """A button calls something that is not a phone number.

    `tel:` is followed by the digits of a number in international form (VIB-1, PAR-1).

    Bad::

        __VIBER__: We are here for you. {button,tel:8 (800) 700-76-72,Call}

    Good::

        __VIBER__: We are here for you. {button,tel:78007007672,Call}

    Fix: safe: writes the number in international form, where it is sure which one is meant.
    Since: 0.1
    """
    told = message.problems("button-tel-invalid")
    yield from told
    for i, part, _ in message.macros(Button):
        assert isinstance(part, Button)
        number = part.url.removeprefix("tel:").removeprefix("+")
        if part.url.startswith("tel:") and number.isdigit() and (odd := odd_length(number)):
            span = message.span("text", i, "url")
            if not any(problem.span == span for problem in told):
                yield Problem(f"'{number}' has {odd}", span, severity="warning")


@cache
def _rest_of_address() -> re.Pattern[str]:
    # What goes on with an address: no blanks, and something that a button's words do not have.
    return compiled(r"(?=[^\s]*[0-9=/&%#])[\w.~:/?#@!$&'()*+;=%-]+")


@RULES.rule("VIB011", "comma-in-button-url", "warning", fix="unsafe")
def comma_in_button_url(message: MessageContext) -> Iterator[Problem]:
    """The address of a button seems to contain a comma, which ends it early.

    Commas divide the macro's fields (VIB-1): what follows the first one is the button's text. In an address a comma is
    written as `%2C`.

    Bad::

        __VIBER__: Our shop. {button,https://example.com/map?at=55.7,37.6,Map}

    Good::

        __VIBER__: Our shop. {button,https://example.com/map?at=55.7%2C37.6,Map}

    Fix: unsafe: writes `%2C`, so that the button opens another address.
    Since: 0.1
    """
    for i, part, _ in message.macros(Button):
        if not isinstance(part, Button) or "/" not in part.url.partition("//")[2] or "," not in part.text:
            continue
        pieces = part.text.split(",")[:-1]
        if not all(_rest_of_address().fullmatch(piece) for piece in pieces):
            continue
        span = message.span("text", i, "text")
        at = span.start + len(",".join(pieces))
        start = message.span("text", i, "url").end
        if span.start != start + 1:
            continue  # a blank after the comma: the address ends here
        commas = [n for n in range(start, at) if message.source[n] == ","]
        edits = tuple(Edit(Span(n, n + 1), "%2C") for n in commas)
        yield Problem(
            f"the address ends at this comma, which makes '{part.text}' the button text",
            Span(start, start + 1),
            expected=("'%2C' for a comma inside the address",),
            fixes=(Fix("use '%2C' in the address", edits),),
        )


@RULES.rule("VIB012", "viber-macro-in-other-channel", "warning", fix="unsafe")
def viber_macro_in_other_channel(message: MessageContext) -> Iterator[Problem]:
    """A button is in a message that is not sent by Viber, so it is sent as text.

    Buttons are Viber's (VIB-1): `viber=1` in the request, or the prefix `__VIBER__:` (PFX-2). Where the request
    says it, name the file `.viber`, or set the option `channel = "viber"`.

    Bad::

        Sale! {button,https://example.com,Open}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: unsafe: begins the text with `__VIBER__:`, which makes it a Viber message.
    Since: 0.1
    """
    if message.channel.buttons:
        return
    for _, _, span in message.macros(Button):
        yield Problem(
            f"buttons work only in Viber: here it is sent as text ({message.channel.title})",
            span,
            expected=("'__VIBER__:' at the start, or 'viber=1' in the request",),
            fixes=prefixed(message, "__VIBER__:"),
        )
        return
