"""LST022, LST023: what people receive as it is written although it was never meant to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.unfilled import UNFILLED
from smsc_codec.rules import Ruleset

RULES = Ruleset()


_FIELD = r"(?:имя|фио|name|client|customer|клиент|дата|date|сумма|sum|amount)(?:[ _]\w{1,20})?"


@cache
def _placeholders() -> re.Pattern[str]:
    return compiled(
        r"\{\{[^{}\n]{1,40}\}\}|\{%[^{}\n]{1,40}%\}|<%[^<>\n]{1,40}%>|<\?[^<>\n]{1,60}\?>|[$#]\{[A-Za-z_][\w.]{0,30}\}"
        r"|\{(?!(?:no_unsub|menu|button)\b)(?:[^\W\d]\w{1,30}(?:\.\w{1,20})?|[0-9])\}"
        r"|(?<![\w%])%[^\W\d]\w{1,30}%(?!\w)|(?<![\d%])%[sd](?![\w%])|(?<![\w#&])\#[^\W\d_a-zа-я]{2,20}\#"
        r"|(?<![\w$])\$(?!phone\b)[a-z_]{2,20}\b"
        rf"|(?i:\[{_FIELD}\]|<{_FIELD}>)|\[object Object\]|\b(?:undefined|NaN)\b(?![.-]\w)"
        r"|(?<![\w/=.&?-])[A-ZА-Я]{2,20}(?:_[A-ZА-Я]{2,20}){1,4}(?![\w/=-])"
        rf"|{UNFILLED}"
    )


@cache
def _markup() -> re.Pattern[str]:
    return compiled(
        r"(?i)</?(?:b|i|u|s|p|a|em|strong|br|hr|h[1-6]|li|ul|ol|div|span|font|table|tr|td|th|code|pre|img)\b[^<>\n]{0,200}>"
        r"|&(?:nbsp|amp|quot|apos|laquo|raquo|mdash|ndash|#[0-9]{1,6}|#x[0-9a-f]{1,5});"
    )


#: What stands for a sign; a blank stands for a line end, and a tag for nothing.
_SIGNS = {"&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&apos;": "'", "&laquo;": "«", "&raquo;": "»"}
_BREAK = compiled(r"(?i)<br\b")


@RULES.rule("LST022", "placeholder-sent", "warning")
def placeholder_sent(message: MessageContext) -> Iterator[Problem]:
    """A placeholder in a message was not filled in.

    The service fills nothing in: what stands between the macros of the page (FIL-2, IVR-1, VIB-1, MAIL-1) is sent as it
    is written. What is kept as a template, and what a program puts into a request, is not judged.

    Bad::

        Dear {name}, your order is ready.

    Good::

        Dear Ann, your order is ready.

    Fix: none: only you know what belongs there.
    Since: 0.1
    """
    if message.options.template or message.name in ("bin", "push"):
        return
    for words, at in message.wordings():
        for match in _placeholders().finditer(words):
            yield Problem(
                f"placeholder {match.group()} was not filled in: callers would hear it as is"
                if message.name == "call"
                else f"placeholder {match.group()} was not filled in: it is sent as it is",
                Span(at + match.start(), at + match.end()),
                expected=("the actual text",),
            )


@RULES.rule("LST023", "markup-sent", "warning", fix="unsafe")
def markup_sent(message: MessageContext) -> Iterator[Problem]:
    """A message has HTML, Markdown, or escapes that nothing undoes.

    Only e-mail shows HTML, and nobody undoes what addresses and programs write for letters and line ends; the text
    arrives as it is written (PAR-3), and each sign of it is paid for (SEG-1). In a list `\\n` is a line end (LIST-3).

    Bad::

        Your order is ready.<br>We are open till nine.

    Good::

        Your order is ready. We are open till nine.

    Fix: unsafe: takes the tags out, and writes what codes stand for.
    Since: 0.1
    """
    if message.name in ("bin", "push"):
        return
    from smsc_codec.payloads.message.escapes import escapes

    yield from escapes(message.wordings(), heard=message.name == "call")
    if message.name == "mail":
        return
    yield from _markdown(message)
    found = [(match, at) for words, at in message.wordings() for match in _markup().finditer(words)]
    if not found:
        return
    edits = [
        Edit(Span(at + match.start(), at + match.end()), _plain(match.group()))
        for match, at in found[:_MOST_EDITS]
    ]
    yield Problem(
        f"'{found[0][0].group()}' is HTML: {_end(message)}",
        edits[0].span,
        expected=("plain text",),
        fixes=(Fix("write plain text", tuple(edits)),),
    )


def _end(message: MessageContext) -> str:
    """What becomes of markup."""
    return "callers would hear the markup" if message.name == "call" else "it is sent as it is"


@cache
def _links() -> re.Pattern[str]:
    return compiled(r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,100})\]\((?P<url>https?://[^\s()]{1,500})\)")


def _markdown(message: MessageContext) -> Iterator[Problem]:
    """A link or a picture as Markdown has it."""
    for words, at in message.wordings():
        for match in _links().finditer(words):
            picture = match["image"] and message.name in ("viber", "mms")
            plain = f"<file {match['url']}>" if picture else f"{match['words']} {match['url']}".strip()
            span = Span(at + match.start(), at + match.end())
            yield Problem(
                f"'{shortened(match.group())}' is Markdown: {_end(message)}",
                span,
                expected=(f"'{shortened(plain)}'",),
                fixes=(Fix("write plain text", (Edit(span, plain),)),),
            )


#: Nobody writes more tags into a message.
_MOST_EDITS = 50


def _plain(written: str) -> str:
    return " " if _BREAK.match(written) else _SIGNS.get(written.lower(), "")
