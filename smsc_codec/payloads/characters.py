"""LST013, LST014, LST018, REQ009: characters that make a text dear, that mix scripts, and that a charset cannot carry.

The rules of every language whose texts are sent: a context has the methods of `Texts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from smsc_codec.diagnostics import BuildError, Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.rules import Ruleset

if TYPE_CHECKING:
    from smsc_codec.text import Saving

RULES = Ruleset()

_UNBROKEN = compiled(r"[^\s<>\"']*")
#: What a word has that was read in another encoding than it was written in.
_MISREAD = compiled("[а-яё][А-ЯЁ]")
#: An address with or without a scheme, a mailbox, and letters beside digits. A full stop may be one without its blank.
_ADDRESS = compiled(r"//|@|[/\\=_#&]|\d|(?i:www\.)|\w\.(?:[a-z]{2,}|\u0440\u0444)")
#: What counts twice (SEG-2): the extension table of the Latin alphabet; where that is not used, what has two units.
_TWICE_IN_LATIN = r"[\f^{}\\\[~\]|\u20ac]"
_TWICE_IN_CYRILLIC = "[\U00010000-\U0010ffff]"
#: Words and where they start. They are as long as their place in the source, and `\\r\\n` in them is one line end.
Words = tuple[str, int]


class Texts(Protocol):
    """What these rules are given. Words of ASCII alone may be left out."""

    #: Has `charset`, that of the project's requests; "" is none.
    options: Any

    def bodies(self) -> Iterable[Words]:
        """Each text that is sent, its macros with it."""

    def paid(self) -> Iterable[Words]:
        """Those of them that are sent in parts of an SMS, each paid."""

    def wordings(self) -> Iterable[Words]:
        """What is read of them, without macros."""


@RULES.rule("LST013", "extra-parts", "info", fix="unsafe")
def extra_parts(context: Texts) -> Iterator[Problem]:
    """A few characters make the message take more parts.

    One character outside the Latin alphabet of SMS makes a part 70 characters instead of 160 (SEG-1, SEG-2), and each
    part is paid. Where plainer characters would say the same in fewer parts, this tells of them. Some characters of
    that alphabet count twice, such as a brace or the sign of the euro, and so do emoji where a part has 70 characters:
    where these alone make one more part, the first of them is told of.

    Bad::

        79990000001:Dear customer, your order № 4711 has left our warehouse and will be with you tomorrow.

    Good::

        79990000001:Dear customer, your order N 4711 has left our warehouse and will be with you tomorrow.

    Fix: unsafe: writes the plainer characters.
    Since: 0.1
    """
    from smsc_codec.text import cheaper

    for words, at in context.paid():
        # So few characters, of two units each at most, fit into one part of any alphabet (SEG-1).
        if len(words) <= 35 or (
            words.isascii() and (len(words) <= 80 or not re.search(_TWICE_IN_LATIN, words))
        ):
            continue
        try:
            saving = cheaper(words.replace("\r\n", "\n"))
        except BuildError:  # more than 255 parts
            continue
        if saving and saving.parts > 0:
            yield _dear(words, at, saving)
        else:
            yield from _doubled(words, at)


def _doubled(words: str, at: int) -> Iterator[Problem]:
    """The first of the characters that count twice, where the text takes fewer parts if each counts once."""
    from smsc_codec.text import count

    text = words.replace("\r\n", "\n")
    try:
        before = count(text)
    except BuildError:  # more than 255 parts
        return
    latin = before.encoding == "gsm7"
    twice = _TWICE_IN_LATIN if latin else _TWICE_IN_CYRILLIC
    found = [match.start() for match in re.finditer(twice, words)]
    if not found:
        return
    after = count(re.sub(twice, "-" if latin else "\u2013", text))
    if after.parts < before.parts:
        first = words[found[0]]
        yield Problem(
            f"'{first}' (U+{ord(first):04X}) counts twice, which makes this text take {before.parts} parts instead of"
            f" {after.parts}",
            Span(at + found[0], at + found[0] + 1),
            notes=(f"such characters in total: {len(found)}",) if len(found) > 1 else (),
            expected=("a character that counts once",),
            primary=_price(before.parts, after.parts),
        )


def _price(before: int, after: int) -> str:
    """What the parts of a text cost, beside what fewer would: each part is paid."""
    return f"{before} parts with it, {after} without: {before / after:.2g} times the price"


def _dear(words: str, at: int, saving: Saving) -> Problem:
    from smsc_codec.text import find_costly

    costly = find_costly(words)
    edits = tuple(
        Edit(Span(at + c.start, at + c.start + len(c.character)), c.replacement or "") for c in costly
    )
    first = costly[0]
    return Problem(
        f"'{first.character}' (U+{ord(first.character[0]):04X}) makes this text take {saving.before.parts} parts"
        f" instead of {saving.after.parts}",
        edits[0].span,
        notes=(f"such characters in total: {len(costly)}",) if len(costly) > 1 else (),
        expected=(f"'{first.replacement}'",),
        primary=_price(saving.before.parts, saving.after.parts),
        fixes=(Fix("use plain characters", edits),),
    )


@RULES.rule("LST014", "mixed-script-word", "warning", fix="sometimes safe")
def mixed_script_word(context: Texts) -> Iterator[Problem]:
    """A word mixes Latin and Cyrillic letters that look alike, or has a digit for a letter.

    It costs the Cyrillic rate where it need not (SEG-1), no search finds it, it looks like phishing to filters, and a
    voice may read it wrongly.

    Bad::

        79990000001:Пpивет, ваш заказ готов.

    Good::

        79990000001:Привет, ваш заказ готов.

    Fix: safe: writes the word in the script that most of it is in; unsafe for a digit, within an address or a code with
    digits, where another letter leads elsewhere, and where a capital follows a small letter: that may be text of
    another encoding.
    Since: 0.1
    """
    from smsc_codec.text import find_mixed_words
    from smsc_codec.text.homoglyphs import find_digits_for_letters

    for words, at in context.wordings():
        for mixed in find_digits_for_letters(words):
            place = Span(at + mixed.start, at + mixed.end)
            yield Problem(
                f"'{mixed.word}' has a digit where a letter was meant", place, expected=(f"'{mixed.fixed}'",),
                fixes=(Fix(f"write '{mixed.fixed}'", (Edit(place, mixed.fixed),)),),
            )  # fmt: skip
        for mixed in find_mixed_words(words):
            place = Span(at + mixed.start, at + mixed.end)
            yield Problem(
                f"'{mixed.word}' mixes Latin and Cyrillic letters",
                place,
                expected=(f"'{mixed.fixed}'",),
                fixes=(
                    Fix(
                        f"write '{mixed.fixed}' in one alphabet",
                        (Edit(place, mixed.fixed),),
                        safe=not _leads(words, mixed.start, mixed.end) and not _MISREAD.search(mixed.fixed),
                    ),
                ),
            )


def _leads(words: str, start: int, end: int) -> bool:
    """Whether a word is in an address or a code, which are copied or followed, letter by letter."""
    before = _UNBROKEN.match(words[max(0, start - 200) : start][::-1])
    behind = _UNBROKEN.match(words, start, end + 200)
    assert before is not None
    assert behind is not None
    return _ADDRESS.search(before.group()[::-1] + behind.group()) is not None


@RULES.rule("LST018", "charset-unencodable", "error")
def charset_unencodable(context: Texts) -> Iterator[Problem]:
    """A character does not exist in the charset of the request.

    `charset` is windows-1251, koi8-r or utf-8 (REQ-6). What it cannot carry is lost or garbled on the way. This is told
    where the option `charset` says which one the project uses.

    Options::

        charset = "koi8-r"

    Bad::

        79990000001:Оплата 10 € получена

    Good::

        79990000001:Оплата 10 EUR получена

    Fix: none: another charset, or another character.
    Since: 0.1
    """
    if context.options.charset:
        yield from unencodable(context, context.options.charset, "the charset of the request")


@RULES.rule("REQ009", "charset-missing", "info")
def charset_missing(context: Texts) -> Iterator[Problem]:
    """A character does not exist in the default charset.

    Without `charset` the service reads a request as windows-1251 (REQ-6). This text needs `charset=utf-8`; the option
    `charset` says that the project always sends it.

    Bad::

        79990000001:Party tonight 🎉

    Good::

        79990000001:Party tonight!

    Fix: none: it is the request that says its charset.
    Since: 0.1
    """
    if not context.options.charset:  # one is enough: it is the request that is told of it
        yield from islice(unencodable(context, "windows-1251", "the default charset"), 1)


def unencodable(context: Texts, charset: str, role: str) -> Iterator[Problem]:
    """The first character of each text that a charset, which has a role here, cannot carry."""
    from smsc_codec.text import charsets_for, misfit

    for words, at in context.bodies():
        found = None if words.isascii() else misfit(words, charset)
        if found is not None:
            yield Problem(
                f"{charset}, {role}, has no '{found.character}' (U+{ord(found.character[0]):04X})",
                Span(at + found.start, at + found.start + len(found.character)),
                expected=tuple(f"charset={name}" for name in charsets_for(words)),
            )
