"""The mini-languages of a payload, one folder each, all alike inside: model, codec, rules.

`codec(kind)` gives the codec of a language; nothing of a language is imported before it is asked for. A package of
somebody else's adds one by an entry point of the group `smsc_codec.codecs`, whose name is the kind.
"""

from __future__ import annotations

from functools import cache
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
    """The codec of one kind of payload.

    Raises KeyError for a kind that does not exist, PluginError for one whose package is broken.
    """
    if kind in KINDS:
        made: Codec = import_module(KINDS[kind][0]).CODEC
        return made
    return _others()[kind]()


def others() -> tuple[str, ...]:
    """The kinds that packages of others add."""
    return tuple(_others())


def endings(kind: str) -> tuple[str, ...]:
    """The endings of files that hold a kind, each with its dot, in small letters."""
    return KINDS[kind][1] if kind in KINDS else getattr(codec(kind), "endings", ())


@cache
def _others() -> dict[str, _Other]:
    from smsc_codec.plugins import CODECS, found

    return {name: _Other(name) for name in found(CODECS) if name not in (*KINDS, *ALIASES)}


class _Other:
    """A language of somebody else's, loaded and looked at when it is first asked for."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._codec: Codec | None = None

    def __call__(self) -> Codec:
        if self._codec is None:
            from smsc_codec.payloads.foreign import checked
            from smsc_codec.plugins import CODECS, found, load, told

            point = found(CODECS)[self.kind]
            self._codec = checked(load(point), self.kind, told(point))
        return self._codec
