"""LST024: links in a text that nobody can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.lazy import compiled
from smsc_codec.payloads.files import Remote
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.model import Button
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@cache
def _links() -> re.Pattern[str]:
    """Each alternative is what people write in place of `https://` or of a domain."""
    host = r"(?=(?:www\.)?[\w-]{1,63}\.[^\W\d_])"
    return compiled(
        rf"(?i)(?<![\w/.@=?&-])(?:(?P<scheme>https?(?::/(?!/)|:\\\\|:\\|;//|//|:[ \t]{{1,3}}//|[ \t]{{1,3}}://|:(?!/)){host}"
        rf"|(?:htps?|htttps?|hhttps?|htpps?|ttps?|httpps?|httpss|htts)://{host})"
        r"|(?P<twice>https?://)(?=https?:?//)"
        r"|https?://(?P<comma>[\w-]{1,63},(?=(?:ru|рф|com|net|org|su|by|kz|ua|uz|me|info|online|shop)\b))"
        r"|(?P<own>https?://(?:localhost|127\.[0-9.]+|0\.0\.0\.0|192\.168\.[0-9.]+|10\.[0-9]+\.[0-9.]+"
        r"|172\.(?:1[6-9]|2[0-9]|3[01])\.[0-9.]+)(?![\w.-])[^\s<>]{0,100}))"
    )


@RULES.rule("LST024", "broken-link", "warning", fix="unsafe")
def broken_link(message: MessageContext) -> Iterator[Problem]:
    """A link in a message does not open.

    A phone opens what is written (PAR-3): without `://` most take it for words, a comma ends it, and an address of your
    own network leads nowhere for everybody else.

    Bad::

        Your order is ready: https:/example.com/orders

    Good::

        Your order is ready: https://example.com/orders

    Fix: unsafe: writes the link that was probably meant.
    Since: 0.1
    """
    if message.name in ("call", "bin", "push"):
        return
    for i, part, _ in message.macros(Button, Remote):
        assert isinstance(part, Button | Remote)
        own = _links().fullmatch(part.url)
        if own and own["own"]:
            yield _told(own, message.span("text", i, "url").start)
    for words, at in message.wordings():
        if "ttp" in words or "htp" in words:
            yield from (_told(match, at) for match in _links().finditer(words))


def _told(match: re.Match[str], at: int) -> Problem:
    if match["own"]:
        told = f"'{shortened(match['own'])}' is an address of your own network: recipients cannot open it"
        return Problem(told, Span(at + match.start(), at + match.end()), expected=("a public address",))
    group = "scheme" if match["scheme"] else "comma" if match["comma"] else "twice"
    written = match[group]
    if group == "comma":
        made, told = f"{written[:-1]}.", f"the comma in '{written}' ends the link"
        span = Span(at + match.end() - 1, at + match.end())
        return Problem(told, span, expected=("'.'",), fixes=(Fix("write '.'", (Edit(span, "."),)),))
    span = Span(at + match.start(group), at + match.end(group))
    if group == "twice":
        told = f"'{written}' stands twice: the link does not open"
        return Problem(told, span, expected=("it once",), fixes=(Fix("remove it", (Edit(span, ""),)),))
    secure = "s" in written.lower()
    made = "https://" if secure else "http://"
    told = f"'{written}' does not begin a link"
    return Problem(told, span, expected=(f"'{made}'",), fixes=(Fix(f"write '{made}'", (Edit(span, made),)),))
