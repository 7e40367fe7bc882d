"""The fields of a call as texts: of a form, a JSON object or an XML document, in the charset of the address."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from smsc_codec.api import form
from smsc_codec.api.replies.common import Odd
from smsc_codec.lazy import compiled
from smsc_codec.text.charsets import Charset

#: In bytes.
MOST = 1 << 20


class Number(str):
    """A number of a JSON object, as it is written there."""

    __slots__ = ()


#: Gives the text of a field, None where there is none. Raises Odd for what is no text of the charset.
Fields = Callable[[str], str | None]


def of(said: Mapping[str, bytes] | bytes, charset: Charset) -> Fields:
    """The fields of a body, or of parameters that somebody else has taken apart. Raises Odd."""
    if isinstance(said, Mapping):
        return _of_octets(said, charset)
    if not isinstance(said, bytes | bytearray | memoryview):
        raise Odd("a call is read from octets, or from parameters as octets")
    body = bytes(said)
    if len(body) > MOST:
        raise Odd(f"{len(body)} bytes; a call has up to {MOST}")
    body = body.removeprefix(b"\xef\xbb\xbf")
    begins = body.lstrip()[:1]
    if begins == b"{":
        return _of_json(_decoded(body, charset, "the JSON object")).get
    if begins == b"<":
        return _of_xml(_decoded(body, charset, "the XML document"), charset).get
    return _of_octets(_once(_form(body)), charset)


def _decoded(octets: bytes, charset: Charset, what: str) -> str:
    try:
        return octets.decode(charset)
    except UnicodeDecodeError as error:
        raise Odd(f"{what}: no {charset} at offset {error.start}; the address says the charset") from None


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Fields by their names. One that stands twice could be read as either by whoever looks."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise Odd(f"{name[:40]}: stands there twice")
        made[name] = value
    return made


def _of_octets(parameters: Mapping[str, bytes], charset: Charset) -> Fields:
    def text(name: str) -> str | None:
        octets = parameters.get(name)
        if octets is None:
            return None
        if not isinstance(octets, bytes):
            raise Odd(f"{name}: a parameter is given as octets, which are what was signed")
        return _decoded(octets, charset, name)

    return text


def _form(body: bytes) -> Iterator[tuple[str, bytes]]:
    for pair in re.findall(rb"[^&]+", body.strip(b"\r\n")):
        name, _, value = pair.partition(b"=")
        yield form.decoded(name).decode("utf-8", "replace"), form.decoded(value)


def _of_json(text: str) -> dict[str, str]:
    import json

    def constant(name: str) -> Any:
        raise Odd(f"{name} is not a number")

    try:
        said = json.loads(
            text, object_pairs_hook=_once, parse_int=Number, parse_float=Number, parse_constant=constant
        )
    except (ValueError, RecursionError):
        raise Odd("not a JSON object of texts and numbers") from None
    made = {}
    for name, value in said.items():
        if value is None:
            continue
        if not isinstance(value, str):
            raise Odd(f"{name[:40]}: a text or a number, not {_JSON[type(value)]}")
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise Odd(f"{name[:40]}: half of a surrogate pair")
        made[name] = value
    return made


_JSON = {bool: "true or false", list: "a list", dict: "an object"}
_DECLARED = compiled(r"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"'<>]*)""")


def _of_xml(text: str, charset: Charset) -> dict[str, str]:
    """The elements below the root; its name may be any, since the facts do not say it."""
    from smsc_codec.api.replies.xml import tree

    declared = _DECLARED.match(text)
    if declared and not _same(declared[1], charset):
        raise Odd(f"the XML document says another charset than the address, which says {charset}")
    root = tree(text.strip())
    for node in root.below:
        if node.below:
            raise Odd(f"{node.name[:40]}: a text, not elements")
    return _once((node.name, node.text) for node in root.below)


def _same(name: str, charset: Charset) -> bool:
    try:
        return codecs.lookup(name).name == codecs.lookup(charset).name
    except (LookupError, ValueError):
        return False
