"""Where a menu's source is no text: keys, commands, numbers, senders, what stands between them."""

from __future__ import annotations

from typing import Any

from smsc_codec.diagnostics import Span
from smsc_codec.lazy import regex
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
    for start, end in sorted([(text.start, text.end) for text in texts]):
        if at < start:
            found.append(Span(at, start))
        at = max(at, end)
    if at < len(menu.source):
        found.append(Span(at, len(menu.source)))
    if _ODD_BLANK.search(menu.source) is None:
        return found
    inside = [
        Span(*match.span())
        for text in menu.texts.values()
        if text.path[0] not in ("start_text", "end_text")
        for match in _ODD_KEY.finditer(menu.source, text.span.start, text.span.end)
    ]
    return sorted(found + inside)


#: What would be a key, were its blanks plain ones.
_ODD_KEY = regex(r"(?<=\n)[^\S\n]*+(?:[*#]|[0-9]+)[^\S\n]*+:")
_ODD_BLANK = regex("[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
