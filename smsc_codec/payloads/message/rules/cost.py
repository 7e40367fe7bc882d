"""LST013, LST014, LST018, REQ006 .. REQ009: what a text costs, what cuts it, and what cannot carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import BuildError, Edit, Fix, ParseError, Problem, Span
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()

#: The channels whose texts are sent in parts of an SMS, each paid.
_IN_PARTS = ("sms", "flash")


@RULES.rule("LST013", "extra-parts", "info", fix="unsafe")
def extra_parts(message: MessageContext) -> Iterator[Problem]:
    """A few characters make the message cost more parts.

    One character outside the Latin alphabet of SMS makes a part 70 characters instead of 160 (SEG-1, SEG-2), and each
    part is paid. Where plainer characters would say the same in fewer parts, this tells of them.

    Bad::

        Dear customer, your order № 4711 has left our warehouse and will be with you tomorrow between nine and twelve.

    Good::

        Dear customer, your order N 4711 has left our warehouse and will be with you tomorrow between nine and twelve.

    Fix: unsafe: writes the plainer characters.
    Since: 0.1
    """
    if message.name not in _IN_PARTS:
        return
    from smsc_codec.text import cheaper, find_costly

    body = message.words(message.body)
    if body.isascii():
        return
    try:
        saving = cheaper(body.replace("\r\n", "\n"))
    except BuildError:  # more than 255 parts
        return
    if saving is None or saving.after.parts >= saving.before.parts:
        return
    costly = list(find_costly(body))
    at = message.body.start
    edits = tuple(
        Edit(Span(at + c.start, at + c.start + len(c.character)), c.replacement or "") for c in costly
    )
    first = costly[0]
    yield Problem(
        f"'{first.character}' (U+{ord(first.character[0]):04X}) makes this {saving.before.parts} parts"
        f" instead of {saving.after.parts}",
        edits[0].span,
        notes=(f"{len(costly)} such characters in all",) if len(costly) > 1 else (),
        expected=(f"'{first.replacement}'",),
        fixes=(Fix("write plainer characters", edits),),
    )


@RULES.rule("LST014", "mixed-script-word", "warning", fix="safe")
def mixed_script_word(message: MessageContext) -> Iterator[Problem]:
    """A word mixes Latin and Cyrillic letters that look alike.

    It costs the Cyrillic rate where it need not (SEG-1), is not found by who searches for it, and looks like phishing
    to filters.

    Bad::

        Пpивет, ваш заказ готов.

    Good::

        Привет, ваш заказ готов.

    Fix: safe: writes the word in the script that most of it is in.
    Since: 0.1
    """
    from smsc_codec.text import find_mixed_words

    for span in message.texts():
        words = message.words(span)
        if words.isascii():
            continue
        for mixed in find_mixed_words(words):
            place = Span(span.start + mixed.start, span.start + mixed.end)
            yield Problem(
                f"'{mixed.word}' mixes Latin and Cyrillic letters",
                place,
                expected=(f"'{mixed.fixed}'",),
                fixes=(Fix(f"write '{mixed.fixed}' in one script", (Edit(place, mixed.fixed),), safe=True),),
            )


@RULES.rule("LST018", "charset-unencodable", "error")
def charset_unencodable(message: MessageContext) -> Iterator[Problem]:
    """The charset of the request cannot carry a character of the text.

    `charset` is windows-1251, koi8-r or utf-8 (REQ-6). What it cannot carry is lost or garbled on the way. This is told
    where the option `charset` says which one the project uses.

    Options::

        charset = "koi8-r"

    Bad::

        Оплата 10 € получена

    Good::

        Оплата 10 EUR получена

    Fix: none: another charset, or another character.
    Since: 0.1
    """
    if message.options.charset:
        yield from _misfit(message, message.options.charset, "the request's charset")


@RULES.rule("REQ009", "charset-missing", "info")
def charset_missing(message: MessageContext) -> Iterator[Problem]:
    """The text has a character that the default charset cannot carry.

    Without `charset` the service reads a request as windows-1251 (REQ-6). This text needs `charset=utf-8`; the option
    `charset` says that the project always sends it.

    Bad::

        Party tonight 🎉

    Good::

        Party tonight!

    Fix: none: it is the request that says its charset.
    Since: 0.1
    """
    if not message.options.charset:
        yield from _misfit(
            message, "windows-1251", "the service's default: the request must say charset=utf-8"
        )


def _misfit(message: MessageContext, charset: str, role: str) -> Iterator[Problem]:
    from smsc_codec.text import charsets_for, misfit

    body = message.words(message.body)
    if body.isascii():
        return
    found = misfit(body, charset)
    if found is not None:
        start = message.body.start + found.start
        able = charsets_for(body)
        yield Problem(
            f"{charset} has no '{found.character}' (U+{ord(found.character[0]):04X}); it is {role}",
            Span(start, start + len(found.character)),
            expected=tuple(f"charset={name}" for name in able),
        )


@RULES.rule("REQ006", "push-format", "error")
def push_format(message: MessageContext) -> Iterator[Problem]:
    """The text of a WAP push is not a link, a line end and a title.

    With `push=1`, `mes` is the link, a line feed and the title (PUSH-1). The option `channel` says that a text is sent
    so.

    Options::

        channel = "push"

    Bad::

        http://wap.ru

    Good::

        http://wap.ru
        WAP.RU

    Fix: none.
    Since: 0.1
    """
    if message.name != "push":
        return
    from smsc_codec.payloads.binary.push import from_text

    try:
        from_text(message.words(message.body).rstrip("\r\n").replace("\r\n", "\n"))
    except (ParseError, BuildError) as error:
        reason = error.problems[0].message if isinstance(error, ParseError) else error.reason
        yield Problem(reason, message.body, expected=("a link, a line end and a title",))


@RULES.rule("REQ007", "bin-hex", "error")
def bin_hex(message: MessageContext) -> Iterator[Problem]:
    """The text of a binary message is no whole octets, or its header does not fit.

    With `bin=2`, `mes` is hexadecimal digits, whose first octet is the length of the header (BIN-1, BIN-2). The option
    `channel` says that a text is sent so.

    Options::

        channel = "bin"

    Bad::

        050A0307056

    Good::

        050A0307056048656C6C6F2C20576F726C6421

    Fix: none.
    Since: 0.1
    """
    if message.name != "bin":
        return
    from smsc_codec.payloads.binary.payload import read

    _, problems = read(message.source.rstrip("\r\n"))
    yield from problems


@RULES.rule("REQ008", "silent-truncation", "warning")
def silent_truncation(message: MessageContext) -> Iterator[Problem]:
    """The message takes more parts than `maxsms` allows: the service cuts it.

    What does not fit into `maxsms` parts is not sent (PAR-18, SEG-4), and nobody is told. The option `max-sms` says
    what the project's requests carry.

    Options::

        max-sms = 1

    Bad::

        Здравствуйте! Ваш заказ собран и ждёт вас в пункте выдачи на улице Ленина, дом 5, ежедневно с девяти до девяти.

    Good::

        Здравствуйте! Ваш заказ ждёт вас на Ленина, 5, с девяти до девяти.

    Fix: none.
    Since: 0.1
    """
    limit = message.options.max_sms
    if not limit or message.name not in _IN_PARTS:
        return
    from smsc_codec.text import cut

    body = message.words(message.body)
    text = body.rstrip("\r\n").replace("\r\n", "\n")
    kept = cut(text, limit)
    if kept.lost:
        start = message.body.start + _place(body, len(kept.kept))
        yield Problem(
            f"from here on {len(kept.lost)} characters are cut off",
            Span(start, message.body.start + len(body.rstrip("\r\n"))),
            expected=(f"what fits into {limit} part{'s' if limit > 1 else ''}",),
        )


def _place(source: str, offset: int) -> int:
    """Where in the source an offset of the text with plain line ends stands."""
    extra = 0
    for match in re.finditer("\r\n", source):
        if match.start() - extra >= offset:
            break
        extra += 1
    return offset + extra
