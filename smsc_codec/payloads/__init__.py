"""The mini-languages of a payload, one folder each, all alike inside: model, codec, rules.

`codec(kind)` gives the codec of a language; nothing of a language is imported before it is asked for. A package of
somebody else's adds one by an entry point of the group `smsc_codec.codecs`, whose name is the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from smsc_codec.payloads.codec import Codec
from smsc_codec.plugins import CODECS, PluginError, describe, installed, load, note_broken

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: Each built-in language: the package whose `CODEC` it is, and the endings of files that hold it.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "menu": ("smsc_codec.payloads.menu", (".menu", ".ivr", "menu.txt", "ivr.txt")),
    "schedule": ("smsc_codec.payloads.schedule", (".schedule",)),
    "voice": ("smsc_codec.payloads.voice", (".voice",)),
    "recipients": ("smsc_codec.payloads.recipients", (".recipients",)),
    "mailing": ("smsc_codec.payloads.mailing", (".list", ".mailing")),
    "message": ("smsc_codec.payloads.message", (".sms", ".msg")),
    "viber": ("smsc_codec.payloads.message.viber", (".viber",)),
    "call": ("smsc_codec.payloads.call", (".call",)),
    "request": ("smsc_codec.api.text", (".request", ".curl")),
}

#: Other words for a kind, where one asks for it.
ALIASES = {"sms": "message"}


def codec(kind: str) -> Codec:
    """The codec of one kind of payload.

    Raises KeyError for a kind that does not exist, PluginError for one whose package is broken.
    """
    if kind in KINDS:
        built_in: Codec = import_module(KINDS[kind][0]).CODEC
        return built_in
    made = _other(kind)
    if isinstance(made, PluginError):
        raise made
    return made


def foreign_kinds() -> tuple[str, ...]:
    """The kinds that packages of others add, broken or not."""
    return tuple(_others())


def foreign_codecs() -> Iterator[Codec]:
    """The languages of others, without those whose packages are broken: `plugins.complaints` tells of these."""
    made = (_other(kind) for kind in foreign_kinds())
    return (one for one in made if not isinstance(one, PluginError))


def package_of(kind: str) -> str:
    """The package that adds a kind, in words."""
    return describe(_others()[kind])


@cache
def _others() -> Mapping[str, EntryPoint]:
    points = dict(installed(CODECS))
    for kind in (*KINDS, *ALIASES):
        if kind in points:
            reason = f"not used: the kind '{kind}' is built in"
            note_broken(PluginError(describe(points.pop(kind)), reason))
    return points


@cache
def _other(kind: str) -> Codec | PluginError:
    """A language of somebody else's, loaded and looked at when it is first asked for, or what is wrong with it."""
    from smsc_codec.payloads.foreign import checked

    point = _others()[kind]
    try:
        return checked(load(point), kind, package_of(kind))
    except PluginError as error:
        note_broken(error)
        return error
