"""Where a menu's source is no text: keys, commands, numbers, senders, what stands between them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.menu.model import Sms, Url
from smsc_codec.payloads.quoted import unquoted


def structure(menu: Any) -> list[Span]:
    """The places of the source, in order, that nobody hears or reads, handlers' addresses left out.

    `menu` is a MenuContext, which offers this as its own and so cannot be imported here.
    """
    if menu.reading.value is None:
        return []
    spans = menu.reading.spans
    texts = [text.span for text in menu.texts.values()]
    texts += [menu.item_span(number, "action") for number, _ in menu.actions(Url)]
    texts += [menu.item_span(number, "action", "text") for number, sms in menu.actions(Sms) if sms.text]
    texts += [  # IVR213 tells of the quotes round a sender
        menu.item_span(number, "action", "sender")
        for number, sms in menu.actions(Sms)
        if not sms.sender.isascii() and unquoted(sms.sender)
    ]
    if ("comment",) in spans:
        texts.append(menu.span("comment"))
    found, at = [], 0
    for text in sorted(texts):
        if at < text.start:
            found.append(Span(at, text.start))
        at = max(at, text.end)
    if at < len(menu.source):
        found.append(Span(at, len(menu.source)))
    inside = [
        Span(*match.span())
        for text in menu.texts.values()
        if text.path[0] not in ("start_text", "end_text")
        for match in _odd_keys().finditer(menu.source, text.span.start, text.span.end)
    ]
    return sorted(found + inside) if inside else found


@cache
def _odd_keys() -> re.Pattern[str]:
    # What would be a key, were its blanks plain ones.
    return compiled(r"(?<=\n)[^\S\n]*+(?:[*#]|[0-9]+)[^\S\n]*+:")
