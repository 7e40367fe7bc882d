"""The mini-languages of a payload, one folder each, all alike inside: model, codec, rules.

`codec(kind)` gives the codec of a language; nothing of a language is imported before it is asked for.
"""

from __future__ import annotations

from importlib import import_module

from smsc_codec.payloads.codec import Codec

#: Each built-in language: the package whose `CODEC` it is, and the endings of files that hold it.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "menu": ("smsc_codec.payloads.menu", (".menu", ".ivr", ".menu.txt", ".ivr.txt")),
    "schedule": ("smsc_codec.payloads.schedule", (".schedule",)),
    "voice": ("smsc_codec.payloads.voice", (".voice",)),
    "recipients": ("smsc_codec.payloads.recipients", (".recipients",)),
    "mailing": ("smsc_codec.payloads.mailing", (".list", ".mailing")),
    "message": ("smsc_codec.payloads.message", (".sms", ".msg")),
    "viber": ("smsc_codec.payloads.message.viber", (".viber",)),
    "request": ("smsc_codec.api.text", (".request", ".curl")),
}

#: Other words for a kind, where one asks for it.
ALIASES = {"sms": "message"}


def codec(kind: str) -> Codec:
    """The codec of one kind of payload. Raises KeyError for a kind that does not exist."""
    found: Codec = import_module(KINDS[kind][0]).CODEC
    return found
