"""What comes from outside, without the secret of who asks, should somebody echo it: in any encoding and charset."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar, cast

from msgspec import Struct

from smsc_codec.api.access import Access, Key, Login
from smsc_codec.secrets.layers import layers
from smsc_codec.text.charsets import CHARSETS

T = TypeVar("T")

_STARS = "***"
#: A secret that is shorter could be a part of an ordinary word: it counts only as a word of its own.
_LONG = 6
#: One that is no longer than this could be an ordinary word: it has to stand beside a sign that sets it off, too.
_SHORT = 3
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{4,}={0,2}")


def masked(text: str, access: Access) -> str:
    """A text without the password or key of `access`."""
    return _without(text, _pattern(access))


def masked_octets(data: bytes, access: Access) -> bytes:
    """The same for octets of any charset."""
    return _without(data.decode("latin-1"), _pattern(access)).encode("latin-1")


def masked_value(value: T, access: Access) -> T:
    """The same for every text in a value, as what the service says of a refusal."""
    made: Any = value
    if isinstance(value, str):
        made = masked(value, access)
    elif isinstance(value, tuple):
        made = tuple(masked_value(one, access) for one in value)
    elif isinstance(value, Struct):
        fields = {name: masked_value(getattr(value, name), access) for name in value.__struct_fields__}
        made = type(value)(**fields)
    return cast(T, made)


def _without(text: str, secret: re.Pattern[str] | None) -> str:
    if secret is None:
        return text
    found = sorted(
        {
            (layer.place(start), layer.place(end))
            for layer in layers(text)
            for start, end in _places(layer.text, secret)
        }
    )
    pieces: list[str] = []
    at = 0
    for start, end in found:
        if start >= at:
            pieces += (text[at:start], _STARS)
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _places(text: str, secret: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in secret.finditer(text):
        yield match.span()
    for word in _BASE64.finditer(text):
        # Where the word begins is not known: something may stand before it without a gap.
        for shift in range(4):
            octets = _decoded(word.group()[shift:])
            if secret.search(octets):
                yield word.span()
                break


def _decoded(word: str) -> str:
    word = word.rstrip("=").translate({ord("-"): "+", ord("_"): "/"})
    if len(word) % 4 == 1:
        word = word[:-1]
    return b64decode(f"{word}==").decode("latin-1")  # more than is needed does no harm


@lru_cache(8)
def _pattern(access: Access) -> re.Pattern[str] | None:
    """What the secret looks like once escapes are undone; the service takes a password's MD5 as well."""
    secret = access.psw if isinstance(access, Login) else access.apikey
    if not secret:
        return None
    return re.compile("|".join(_forms(secret, not isinstance(access, Key))))


def _forms(secret: str, has_digest: bool) -> Iterator[str]:
    from hashlib import md5

    # Undoing escapes of what came undoes those of the secret, too, should it look as if it had some.
    words = {layer.text for layer in layers(secret)}
    words |= {word.replace(" ", "+") for word in words}
    octets = {one for word in words for charset in CHARSETS if (one := _octets(word, charset))}
    words |= {one.decode("latin-1") for one in octets}
    units = secret.encode("utf-16-be", "surrogatepass")  # as JSON escapes what is beyond U+FFFF
    words.add("".join(chr(units[at] << 8 | units[at + 1]) for at in range(0, len(units), 2)))
    for word in sorted(filter(None, words), key=len, reverse=True):
        yield _guarded(word)
    spelt = [one.hex() for one in octets if len(one) >= _LONG]
    if has_digest:
        spelt += [md5(one, usedforsecurity=False).hexdigest() for one in octets]
    for word in spelt:
        yield f"(?i:{word})"


def _octets(word: str, charset: str) -> bytes:
    try:
        return word.encode(charset)
    except UnicodeEncodeError:
        return b""


def _guarded(word: str) -> str:
    made = re.escape(word)
    if len(word) >= _LONG:
        return made
    alone = rf"(?<!\w){made}(?!\w)"
    if len(word) > _SHORT:
        return alone
    return rf"(?<=[^\w\s]){alone}|{alone}(?=[^\w\s])|(?<![\s\S]){made}(?![\s\S])"
