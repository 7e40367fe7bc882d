"""A text as it stands, and with its escapes undone, once, twice and more: each layer knows its places in the source.

Linear in the text's length, whatever it is: nothing here looks back, and there is a bound to the layers.
"""

from __future__ import annotations

import re
from codecs import charmap_decode
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

from smsc_codec.lazy import regex

if TYPE_CHECKING:
    from array import array

#: A request in a JSON string in a shell's quotes in a form has four; nobody writes many more.
_MOST = 12

_ENTITIES = {
    "amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "equals": "=", "colon": ":", "semi": ";",
    "comma": ",", "sol": "/", "bsol": "\\", "percnt": "%", "plus": "+", "num": "#", "lowbar": "_", "hyphen": "-",
    "dash": "-", "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "lcub": "{",
    "lbrace": "{", "rcub": "}", "rbrace": "}", "lpar": "(", "rpar": ")", "dollar": "$", "grave": "`", "excl": "!",
    "period": ".", "ast": "*", "NewLine": "\n", "Tab": "\t", "shy": "", "zwnj": "", "zwj": "",
}  # fmt: skip
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "f": "\f", "0": ""}
#: Characters that take no room: what stands around them reads as if they were not there.
_UNSEEN = "\0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff" + "".join(
    map(chr, range(0x2060, 0x206A))
)

#: A letter of two octets, as every Cyrillic one: words of them are undone at once, which is much faster.
_LETTER = r"(?:[cC][2-9A-Fa-f]|[dD][0-9A-Fa-f])%[89abAB][0-9A-Fa-f]"
_SIGNS = rf"%\\&^`\"'{_UNSEEN}"
#: First by its sign, so that nothing is tried where none stands.
_ESCAPE = regex(
    rf"(?s:[{_SIGNS}](?:"
    r"(?<=%)(?:"
    rf"(?P<letters>(?:{_LETTER})(?>(?:%{_LETTER})+))"
    r"|(?P<utf8>[c-dC-D][0-9A-Fa-f]%[89abAB][0-9A-Fa-f]|[eE][0-9A-Fa-f](?:%[89abAB][0-9A-Fa-f]){2}"
    r"|[fF][0-4](?:%[89abAB][0-9A-Fa-f]){3})"
    r"|(?P<octet>[0-9A-Fa-f]{2})"
    r"|u(?P<wide>[0-9A-Fa-f]{4}))"
    r"|(?<=\\)(?:u(?P<unit>[0-9A-Fa-f]{4})|[ux]\{(?P<braced>[0-9A-Fa-f]{1,6})\}|U(?P<code>[0-9A-Fa-f]{8})"
    r"|x(?P<hex>[0-9A-Fa-f]{2})|(?P<octal>[0-3][0-7]{2})|(?P<broken>\r?\n)|(?P<plain>.))"
    r"|(?<=&)(?:(?:#(?P<number>[0-9]{1,7})|#[xX](?P<hexnumber>[0-9A-Fa-f]{1,6})|(?P<entity>[A-Za-z]{2,8}));"
    r"|(?P<bare>amp|quot|apos|lt|gt)(?![A-Za-z0-9;]))"
    # cmd.exe and PowerShell: a sign before a line end, or before a character that means something.
    r"|(?<=[\^`])(?P<dropped>\r?\n)|(?<=\^)(?P<caret>[%\"&^<>|!()'`=\\ ])|(?<=`)(?P<tick>[\"'$`&])"
    rf"|(?<=[{_UNSEEN}])(?P<unseen>[{_UNSEEN}]*)"
    # A shell joins what stands in quotes inside a word: p"s"w.
    r"|(?<=\w[\"'])(?P<joined>[\"']?)(?=\w)"
    r"))"
)
#: The same where quotes are all the signs that there are, as in most texts that have any.
_QUOTES = regex(r"[\"'](?<=\w.)(?P<joined>[\"']?)(?=\w)")
_OTHER_SIGNS = ("%", "\\", "&", "^", "`", *_UNSEEN)
#: Where it counts for an escape whether a plus is one or a blank.
_PLUS_COUNTS = regex(r"[\\^]\+")
_QUOTED_PRINTABLE = regex(r"=(?:(?P<octet>[0-9A-Fa-f]{2})|(?P<broken>[ \t]{0,3}\r?\n))")
_IS_QUOTED_PRINTABLE = regex(r"=(?:3[Dd]|(?<=[^\n]{60}=)\r?\n|[0-9A-F]{2}=(?:[0-9A-F]{2}|\r?\n))")
#: What stands before every line of a text in a comment or a quotation.
_COMMENT = regex(r"(?m)^[ \t]{0,40}(?P<mark>(?:#|//|>|--|;|\*|[Rr][Ee][Mm]\b)+[ \t]?)")
_COMMENT_LINE = regex(r"\n[ \t]{0,40}(?:[#>;*]|//|--|[Rr][Ee][Mm]\b)")
#: What stands for the same sign: full-width letters, other quotes, other blanks, Cyrillic letters that look Latin.
_ALIKE = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    0x130: "I",  # which has two small letters
    **dict.fromkeys(map(ord, "\u2028\u2029\u0085"), "\n"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛‹›′＇"), "'"),
    **dict(zip(map(ord, "аеорсухкмтвнАЕОРСУХКМТВН"), "aeopcyxkmtbhAEOPCYXKMTBH", strict=True)),
    **dict.fromkeys(map(ord, "﹦＝⁼꞊"), "="),
    **dict.fromkeys(map(ord, "﹕：∶꞉"), ":"),
    **dict.fromkeys(map(ord, "﹠＆"), "&"),
    **dict.fromkeys(map(ord, "→⇒➜➔"), "\u2192"),
    **dict.fromkeys(map(ord, "—–−"), "\u2014"),
}  # fmt: skip


@cache
def _alike() -> dict[int, str]:
    """The same with all letters that texts mostly have: one that a table lacks takes several times as long."""
    return {**{code: chr(code) for code in range(0x500)}, **_ALIKE}


#: The characters of windows-1251, and the same made plain: most texts fit into it, and it takes a twentieth.
WINDOWS = bytes(range(256)).decode("cp1251", "replace")
_PLAIN = "".join(_ALIKE.get(ord(sign), sign) for sign in WINDOWS)
_SMALL = _PLAIN.lower()
#: Letters that a pattern which ignores case takes for others, and `lower` does not.
_CASES = {"\u0131": "i", "\u017f": "s", "\u1c81": "д"}


def alike(text: str) -> str:
    """The text, of the same length, with one sign for all that look or mean the same."""
    if text.isascii():
        return text
    try:
        octets = text.encode("cp1251")
    except UnicodeEncodeError:
        return text.translate(_alike())
    return charmap_decode(octets, "strict", _PLAIN)[0]


def small(text: str) -> str:
    """The text in small letters, as patterns see it that ignore case."""
    low = text.lower()
    for letter, plain in _CASES.items():
        low = low.replace(letter, plain)
    return low


def plain(text: str) -> tuple[str, str]:
    """The text as `alike` has it, and that as `small` has it."""
    if text.isascii():
        return text, text.lower()
    try:
        octets = text.encode("cp1251")
    except UnicodeEncodeError:
        text = text.translate(_alike())
        return text, small(text)
    return charmap_decode(octets, "strict", _PLAIN)[0], charmap_decode(octets, "strict", _SMALL)[0]


class Layer:
    """A text made of another by undoing escapes, with the places of its characters in the source."""

    def __init__(self, text: str, below: Layer | None = None, undone: _Undone | None = None) -> None:
        """`undone` is what was undone in the layer below; without it all has its place there."""
        self.text = text
        self._below = below
        self._undone = undone

    def place(self, offset: int) -> int:
        """Where the character at an offset begins in the source."""
        if self._below is None:
            return offset
        return self._below.place(self._undone.place(offset) if self._undone else offset)


def layers(text: str) -> Iterator[Layer]:
    """The text as it stands, then with its escapes undone again and again while there are any."""
    layer = Layer(text)
    seen = {text}
    waiting = deque([layer])
    while waiting:
        layer = waiting.popleft()
        yield layer
        for made in _undone(layer):
            if made is not None and len(seen) < _MOST and made.text not in seen:
                seen.add(made.text)
                waiting.append(made)


def _undone(layer: Layer) -> Iterator[Layer | None]:
    text = layer.text
    escaped = _Undone(layer, _ESCAPE)
    yield escaped.layer()
    if _IS_QUOTED_PRINTABLE.search(text):
        yield _unwrapped(layer, _QUOTED_PRINTABLE)
    if "+" in text:  # in a form it is a blank
        blanks = Layer(text.replace("+", " "), layer)
        if _PLUS_COUNTS.search(text):
            escaped = _Undone(blanks, _ESCAPE)
        yield escaped.layer(blanks) or blanks
    if len(_COMMENT_LINE.findall("\n" + text[:10_000])) > 1:
        yield _unwrapped(layer, _COMMENT)


class _Undone:
    """A layer's text in pieces: by turns what stays, and what an escape says."""

    def __init__(self, layer: Layer, escape: re.Pattern[str]) -> None:
        self._below = layer
        #: By turns where an escape begins and ends.
        self._bounds: list[int] = []
        self._said: list[str] = []
        if escape is _ESCAPE and not any(map(layer.text.__contains__, _OTHER_SIGNS)):
            if "'" not in layer.text and '"' not in layer.text:
                return
            escape = _QUOTES
        for match in escape.finditer(layer.text):
            kind = match.lastgroup or ""
            self._bounds += match.span()
            self._said.append(_SAID[kind](match[kind]))

    def layer(self, like: Layer | None = None) -> Layer | None:
        """The layer above, or above one whose escapes are the same; None where there is nothing to undo."""
        if not self._said:
            return None
        below = like or self._below
        text, bounds = below.text, [0, *self._bounds, len(below.text)]
        pieces = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        said = zip(pieces, [*self._said, ""], strict=True)
        return Layer("".join([piece for pair in said for piece in pair]), below, self)

    def place(self, offset: int) -> int:
        """Where the character at an offset of the layer above begins in the one below."""
        from bisect import bisect_right

        index = bisect_right(self._behind, offset)
        there = offset - self._behind[index - 1] + self._bounds[2 * index - 1] if index else offset
        start, end = self._bounds[2 * index : 2 * index + 2] or (there, there)
        if there <= start:
            return there
        # Inside of what an escape says: all its characters take the same room.
        return start + (there - start) * ((end - start) // len(self._said[index]))

    @cached_property
    def _behind(self) -> array[int]:
        """The offsets behind each escape in the layer above."""
        from array import array

        ends = self._bounds[1::2]
        taken = map(sub, ends, self._bounds[::2])
        return array("q", [*map(sub, ends, accumulate(map(sub, taken, map(len, self._said))))])


def _unwrapped(layer: Layer, escape: re.Pattern[str]) -> Layer | None:
    return _Undone(layer, escape).layer()


@lru_cache(1024)
def _code(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number < 0x110000 else ""


def _decimal(digits: str) -> str:
    return _code(f"{int(digits):x}")


def _utf8(digits: str) -> str:
    try:
        return bytes.fromhex(digits.replace("%", "")).decode()
    except UnicodeDecodeError:  # a surrogate, or an overlong form
        return "?"


def _entity(name: str) -> str:
    return _ENTITIES.get(name, f"&{name};")


def _nothing(_: str) -> str:
    return ""


def _itself(sign: str) -> str:
    return sign


_SAID: dict[str, Callable[[str], str]] = {
    "letters": _utf8, "utf8": _utf8, "octet": _code, "wide": _code, "unit": _code, "braced": _code, "code": _code,
    "hex": _code,
    "octal": lambda digits: chr(int(digits, 8)), "broken": _nothing, "plain": lambda sign: _LETTERS.get(sign, sign),
    "number": _decimal, "hexnumber": _code, "entity": _entity, "bare": _ENTITIES.__getitem__, "dropped": _nothing,
    "mark": _nothing, "caret": _itself, "tick": _itself, "unseen": _nothing, "joined": _nothing,
}  # fmt: skip
