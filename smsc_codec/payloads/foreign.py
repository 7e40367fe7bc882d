"""The look at a language of somebody else's before it is let in."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from smsc_codec.payloads.codec import Codec
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Rule

_METHODS = ("read", "parse", "build", "format", "looks_like", "rules", "context")


def checked(codec: Any, kind: str, where: str) -> Codec:
    """The codec, if it has the shape of one. Raises PluginError, which names the package and what is missing."""
    try:
        reason = _wrong(codec, kind)
    except Exception as error:  # it is somebody else's code that is asked
        reason = f"it cannot be looked at: {type(error).__name__}: {error}"
    if reason:
        raise PluginError(where, reason)
    made: Codec = codec
    return made


def _wrong(codec: Any, kind: str) -> str:
    """What is wrong with a codec, or ""."""
    missing = [name for name in _METHODS if not callable(getattr(codec, name, None))]
    if missing:
        return f"this is not a codec: it has no {', '.join(missing)}"
    if getattr(codec, "kind", None) != kind:
        return f"its kind is {getattr(codec, 'kind', None)!r}, its entry point says '{kind}'"
    if not isinstance(getattr(codec, "title", None), str):
        return "its title is a text such as 'table of opening hours'"
    for name in ("value", "options"):
        made = getattr(codec, name, None)
        if not (isinstance(made, type) and issubclass(made, Struct)):
            return f"its {name} is the type of a msgspec Struct"
    codec.options()  # what rules are given where nothing is set
    endings = getattr(codec, "endings", ())
    if not isinstance(endings, tuple) or not all(re.fullmatch(r"\.[a-z0-9.]+", str(end)) for end in endings):
        return "its endings are a tuple of texts such as '.hours'"
    if not all(
        isinstance(rule, Rule) and re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code) for rule in codec.rules()
    ):
        return "its rules are Rules with codes such as HRS001"
    return ""
