"""REQ006 .. REQ008, REQ026: what a text is for its channel, and what cuts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import BuildError, Edit, Fix, ParseError, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads import length
from smsc_codec.payloads.message.channels import IN_PARTS
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ006", "push-format", "error", fix="sometimes safe")
def push_format(message: MessageContext) -> Iterator[Problem]:
    """The text of a WAP push is not a link, a line break and a title.

    With `push=1`, `mes` is the link, which is a full http(s) address, a line feed and the title (PUSH-1). The option
    `channel` says that a text is sent so.

    Options::

        channel = "push"

    Bad::

        http://wap.ru

    Good::

        http://wap.ru
        WAP.RU

    Fix: safe where the line break is written as `\\n`; else none.
    Since: 0.1
    """
    if message.name != "push":
        return
    from smsc_codec.payloads import links
    from smsc_codec.payloads.binary.push import from_text

    escaped = _escaped(message.words(message.body))
    if escaped is not None:
        place = Span(message.body.start + escaped.start, message.body.start + escaped.end)
        fix = Fix("write a real line break", (Edit(place, "\n"),), safe=True)
        told = "'\\n' is two characters here: the link and the title must be on separate lines"
        yield Problem(told, place, expected=("a link, a line break and a title",), fixes=(fix,))
        return
    address = message.words(message.body).partition("\n")[0].removesuffix("\r")
    wrong = links.problem(address)
    if wrong:
        span = Span(message.body.start, message.body.start + len(address))
        yield Problem(wrong, span, expected=(links.ALLOWED,))
        return
    try:
        from_text(message.words(message.body).rstrip("\r\n").replace("\r\n", "\n"))
    except (ParseError, BuildError) as error:
        reason = error.problems[0].message if isinstance(error, ParseError) else error.reason
        yield Problem(reason, message.body, expected=("a link, a line break and a title",))


def _escaped(words: str) -> Span | None:
    """Where a line break is written as two characters behind a full address, and there is no real one."""
    from smsc_codec.payloads import links

    link, mark, title = words.partition("\\n")
    wrong = (
        not mark
        or not title.strip()
        or "\n" in words.rstrip("\r\n")
        or links.problem(link.removesuffix("\\r"))
    )
    return None if wrong else Span(len(link.removesuffix("\\r")), len(link) + len(mark))


@RULES.rule("REQ007", "bin-hex", "error", fix="sometimes safe")
def bin_hex(message: MessageContext) -> Iterator[Problem]:
    """The text of a binary message is not whole octets, or its header does not fit.

    With `bin=2`, `mes` is hexadecimal digits, with `bin=1` the octets themselves, urlencoded (BIN-1). The first octet
    is the length of the header (BIN-2); pid and dcs follow a line `~~~` (CMT-3). The option `channel` says that a text
    is sent so.

    Options::

        channel = "bin"

    Bad::

        050A0307056

    Good::

        050A0307056048656C6C6F2C20576F726C6421

    Fix: safe where only the signs around pid and dcs differ; else none.
    Since: 0.1
    """
    if message.name != "bin":
        yield from _sent_as_digits(message)
        return
    from smsc_codec.payloads.binary import payload, raw

    if message.options.raw:
        _, problems = raw.read(message.source.encode("latin-1", "replace"))
    else:
        _, problems = payload.read(message.source.rstrip("\r\n"))
    yield from problems


#: A header and at least a letter: fewer digits may be a number that somebody is told.
_OCTETS = compiled(r"(?:[0-9A-Fa-f]{2}){10,500}")
_SHORTEST_HEADER, _LONGEST_HEADER = 4, 30


def _sent_as_digits(message: MessageContext) -> Iterator[Problem]:
    """The digits of a binary message that is sent as a text: nothing says `bin=2` (BIN-1)."""
    text = message.source.strip()
    if message.name != "sms" or not text[:2].isalnum() or not _OCTETS.fullmatch(text) or text.isdigit():
        return
    if not _SHORTEST_HEADER <= int(text[:2], 16) <= _LONGEST_HEADER:
        return
    from smsc_codec.payloads.binary import payload

    _, problems = payload.read(text)
    if problems:
        return
    start = message.source.index(text)
    yield Problem(
        "these are the digits of a binary message: without 'bin=2' people receive the digits",
        Span(start, start + len(text)),
        expected=("'bin=2' beside it",),
        severity="warning",
    )


@RULES.rule("REQ026", "text-too-long", "error")
def text_too_long(message: MessageContext) -> Iterator[Problem]:
    """The message has more than 1000 characters.

    That is the most the service takes (PAR-3), prefix, macros and comment included; of a binary message its digits.
    Every character counts as one; a line end counts as one, and the last one of the file as none. What is kept as a
    template is told of as a warning: what a message is made of it need not be all of it.

    Bad::

        Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday. Our
        shop at the station is open every day of the year, public holidays included, and sells newspapers too. You can
        return what you have bought within thirty days, with the receipt, in any of our shops in the country. Our shop
        in the High Street is open from nine in the morning to six in the evening from Monday to Friday. Our shop at
        the station is open every day of the year, public holidays included, and sells newspapers too. You can return
        what you have bought within thirty days, with the receipt, in any of our shops in the country. Our shop in the
        High Street is open from nine in the morning to six in the evening from Monday to Friday. Our shop at the
        station is open every day of the year, public holidays included, and sells newspapers too. You can return what
        you have bought within thirty days, with the receipt, in any of our shops in the country. Our shops are closed
        on the first of January.

    Good::

        Our shop in the High Street is open from nine in the morning to six in the evening from Monday to Friday. Our
        shop at the station is open every day of the year, public holidays included, and sells newspapers too. You can
        return what you have bought within thirty days, with the receipt, in any of our shops in the country.

    Fix: none.
    Since: 0.1
    """
    excess = length.beyond(message.source)
    if excess is None or message.channel.text == "unused":
        return
    if message.has_menu and length.beyond(message.source[message.body.start :]):
        return  # IVR309 tells of it
    kept = message.name == "event" or message.options.template
    yield Problem(
        length.excess_in_words(message.source),
        excess,
        expected=(length.ALLOWED,),
        primary="too long from here on",
        severity="warning" if kept else None,
    )


@RULES.rule("REQ008", "silent-truncation", "warning")
def silent_truncation(message: MessageContext) -> Iterator[Problem]:
    """The message takes more parts than `maxsms` allows, so the service cuts it.

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
    if not limit or message.name not in IN_PARTS:
        return
    from smsc_codec.text import cut

    body = message.words(message.body)
    text = body.rstrip("\r\n").replace("\r\n", "\n")
    kept = cut(text, limit)
    if kept.lost:
        start = message.body.start + _place(body, len(kept.kept))
        lost = len(kept.lost)
        yield Problem(
            "the last character is cut off" if lost == 1 else f"{lost} characters from here on are cut off",
            Span(start, message.body.start + len(body.rstrip("\r\n"))),
            expected=(f"a text that fits into maxsms={limit}",),
        )


def _place(source: str, offset: int) -> int:
    """Where in the source an offset of the text with plain line ends stands."""
    extra = 0
    for match in re.finditer("\r\n", source):
        if match.start() - extra >= offset:
            break
        extra += 1
    return offset + extra
