"""The check that every writer begins with: msgspec's constructors take anything."""

from __future__ import annotations

from typing import Any

import msgspec

from smsc_codec.diagnostics import BuildError


def conform(value: Any, kind: Any, field: str = "") -> Any:
    """`value`, which stands at the path `field`, as `kind`, with every part of its own type.

    Raises BuildError, which names the part; "value" where that is the whole and has no name.
    """
    try:
        plain = msgspec.to_builtins(value)
        try:
            return msgspec.convert(plain, kind)
        except UnicodeEncodeError:  # half of a character where no text belongs: the same complaint without it
            return msgspec.convert(_encodable(plain), kind)
    except (msgspec.ValidationError, TypeError, RecursionError) as error:
        message, _, path = str(error).partition(" - at `$")
        raise BuildError((field + path.strip("`")).lstrip(".") or "value", message) from None


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_encodable(key): _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list | tuple) else value
