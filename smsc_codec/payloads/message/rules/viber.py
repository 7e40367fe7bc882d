"""VIB006 .. VIB009: a Viber message as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Label, Problem, Span
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.model import Button
from smsc_codec.payloads.message.rules.attached import odd_formats
from smsc_codec.payloads.message.viber_kinds import KINDS, links
from smsc_codec.rules import Ruleset

RULES = Ruleset()


def _uploaded_links(message: MessageContext) -> list[Span]:
    """The plain links of uploaded files, each of which is a picture (VIB-3)."""
    if "/upload/files/sms/" not in message.source:
        return []
    return [
        Span(*match.span())
        for span in message.texts()
        for match in links().finditer(message.source, span.start, span.end)
    ]


def _pictures(message: MessageContext) -> list[Span]:
    return sorted([span for _, _, span in message.files] + _uploaded_links(message))


@RULES.rule("VIB006", "multiple-buttons", "error")
def multiple_buttons(message: MessageContext) -> Iterator[Problem]:
    """A Viber message has more than one button.

    Each kind of message has one button at most; two of them are none (VIB-2).

    Bad::

        __VIBER__: Sale! {button,https://example.com,Open} {button,tel:79990000000,Call}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: none.
    Since: 0.1
    """
    if message.name == "viber":
        spans = [span for _, _, span in message.macros(Button)]
        yield from _more_than_one(spans, "button")


@RULES.rule("VIB007", "unsupported-combination", "error")
def unsupported_combination(message: MessageContext) -> Iterator[Problem]:
    """A Viber message has a button but no text.

    There are four kinds: text; picture; text and button; text, button and picture; and a text and a picture without
    a button, as the page's ready templates have it (VIB-2, VIB-4).

    Bad::

        __VIBER__: {button,https://example.com,Open}

    Good::

        __VIBER__: Sale! {button,https://example.com,Open}

    Fix: none.
    Since: 0.1
    """
    buttons = message.macros(Button)
    if message.name != "viber" or not buttons:
        return
    plain = _uploaded_links(message)
    words = "".join(message.words(span) for span in message.texts())
    for link in plain:
        words = words.replace(message.words(link), "", 1)
    if not words.strip():
        pictures = _pictures(message)
        yield Problem(
            "a picture with a button needs a text" if pictures else "a button needs a text",
            buttons[0][2],
            expected=KINDS,
            labels=tuple(Label(span, "the picture is here") for span in pictures[:1]),
        )


@RULES.rule("VIB008", "multiple-pictures", "error")
def multiple_pictures(message: MessageContext) -> Iterator[Problem]:
    """A Viber message has more than one picture.

    Each kind of message has one picture at most; two of them are none (VIB-2). The plain link of an uploaded file is
    a picture too (VIB-3).

    Bad::

        __VIBER__: Sale! <file https://example.com/a.png> <file https://example.com/b.png>

    Good::

        __VIBER__: Sale! <file https://example.com/a.png>

    Fix: none.
    Since: 0.1
    """
    if message.name == "viber":
        yield from _more_than_one(_pictures(message), "picture")


def _more_than_one(spans: list[Span], what: str) -> Iterator[Problem]:
    if len(spans) > 1:
        yield Problem(
            f"too many {what}s in one Viber message: {len(spans)}",
            spans[1],
            expected=(f"one {what}",),
            labels=(Label(spans[0], "first one here"),),
        )


@RULES.rule("VIB009", "picture-format", "error")
def picture_format(message: MessageContext) -> Iterator[Problem]:
    """A picture of a Viber message is not JPG, GIF or PNG.

    These are the formats it takes (FIL-8). An address whose ending says nothing of a format is left alone.

    Bad::

        __VIBER__: Sale! <file https://example.com/a.webp>

    Good::

        __VIBER__: Sale! <file https://example.com/a.png>

    Fix: none.
    Since: 0.1
    """
    if message.name == "viber":
        yield from odd_formats(message)
