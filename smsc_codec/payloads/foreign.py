"""The look at a language of somebody else's before it is let in."""

from __future__ import annotations

import re
from typing import Any

from smsc_codec.payloads.codec import Codec
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Rule

_METHODS = ("read", "parse", "build", "format", "looks_like", "rules", "context")


def checked(codec: Any, kind: str, where: str) -> Codec:
    """The codec, if it has the shape of one. Raises PluginError, which names the package and what is missing."""

    def wrong(reason: str) -> PluginError:
        return PluginError(where, reason)

    missing = [name for name in (*_METHODS, "title", "value", "options") if not hasattr(codec, name)]
    if missing:
        raise wrong(f"this is no codec: it has no {', '.join(missing)}")
    if getattr(codec, "kind", None) != kind:
        raise wrong(f"its kind is {getattr(codec, 'kind', None)!r}, its entry point says '{kind}'")
    endings = getattr(codec, "endings", ())
    if not isinstance(endings, tuple) or not all(re.fullmatch(r"\.[a-z0-9.]+", str(end)) for end in endings):
        raise wrong("its endings are a tuple of texts such as '.hours'")
    try:
        rules = list(codec.rules())
    except Exception as error:
        raise wrong(f"its rules cannot be had: {type(error).__name__}: {error}") from error
    for rule in rules:
        if not isinstance(rule, Rule) or not re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code):
            raise wrong("its rules are Rules with codes such as HRS001")
    made: Codec = codec
    return made
