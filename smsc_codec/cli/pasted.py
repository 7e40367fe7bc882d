"""Octets as people paste them, as plain digits: `06 05`, `06:05`, `\\x06\\x05`, `%06%05`, `0x06, 0x05`."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.text.mark import MARK

#: Pairs of digits, apart or not, perhaps behind the sign of their form. Behind `\\x` and `%` stands one pair; what
#: follows it at once stands for itself.
_PAIR = r"(?:0[xX])?(?>(?:[0-9A-Fa-f]{2})+)|(?:\\x|%)[0-9A-Fa-f]{2}(?![0-9A-Fa-f])"
_PAIRS = compiled(rf"\s*+[\[{{(]?\s*+(?>(?:(?>{_PAIR})[\s:,;-]*+)*)[\]}})]?\s*+")
#: Octets that are printable stand for themselves beside those that are escaped.
_ESCAPED = compiled(r"""\s*+b?(["']?)((?:\\x[0-9A-Fa-f]{2}|\\[nrt0\\'"]|[^\\\r\n])*?)\1\s*+""")
_ENCODED = compiled(r"\s*+((?>(?:%[0-9A-Fa-f]{2}|[!-$&-~])*))\s*+")
_ONE = compiled(r"""\\x([0-9A-Fa-f]{2})|%([0-9A-Fa-f]{2})|\\(.)|(.)""", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def plain(text: str) -> tuple[str, Problem | None]:
    """The text with its octets as plain digits, what follows them as it was; and where reading had to stop."""
    body, mark, trailer = text.partition(MARK)
    if _PAIRS.fullmatch(body):
        return _digits(body) + mark + trailer, None
    escaped = _ESCAPED.fullmatch(body) if "\\x" in body else None
    encoded = _ENCODED.fullmatch(body) if re.search("%[0-9A-Fa-f]{2}", body) else None
    said = escaped[2] if escaped else encoded[1].replace("+", " ") if encoded else None
    if said is not None and said.isascii():
        return "".join(map(_octet, _ONE.finditer(said))) + mark + trailer, None
    end = _PAIRS.match(body).end()  # type: ignore[union-attr] # it fits the empty text
    if not re.search("[^0-9A-Fa-f]", body[:end]):
        return text, None  # plain digits with something wrong in them, which their reader tells of
    wrong = body[end : end + 1]
    why = f"{wrong!r} at offset {end} is not a hexadecimal digit"
    if re.match("[0-9A-Fa-f]", wrong):
        why = f"half an octet at offset {end}: two digits make one"
    problem = Problem(why, Span(end, end + len(wrong)), kind="hex")
    return _digits(body[:end]) + mark + trailer, problem


def _digits(body: str) -> str:
    return "".join(re.findall("[0-9A-Fa-f]{2}", re.sub(r"0[xX](?=[0-9A-Fa-f])", " ", body)))


def _octet(found: re.Match[str]) -> str:
    hexadecimal = found[1] or found[2]
    if hexadecimal:
        return hexadecimal
    character = _NAMED.get(found[3], found[3]) if found[3] else found[4]
    return f"{ord(character):02X}"
