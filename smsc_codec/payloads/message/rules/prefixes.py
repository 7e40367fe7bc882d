"""PFX001 .. PFX004, VOX006: the prefix, and a voice menu without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.payloads.message.context import MessageContext
from smsc_codec.payloads.message.model import VoiceMenu
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("PFX001", "unknown-prefix", "error", fix="unsafe")
def unknown_prefix(message: MessageContext) -> Iterator[Problem]:
    """The text starts with something like a prefix that is not one.

    The prefixes are `__CALL__:`, `__VIBER__:`, `__SOC__:`, `__PING__` and `__HLR__` (PFX-1 .. PFX-3). Anything else is
    sent as text, by another channel than was meant.

    Bad::

        __CAL__: Your taxi is here.

    Good::

        __CALL__: Your taxi is here.

    Fix: unsafe: writes the prefix that was probably meant, by which the message goes another way at another price.
    Since: 0.1
    """
    yield from message.problems("unknown-prefix")


@RULES.rule("PFX002", "prefix-case", "warning", fix="unsafe")
def prefix_case(message: MessageContext) -> Iterator[Problem]:
    """A prefix is written in lower case.

    The page writes the prefixes in capital letters only (PFX-1 .. PFX-3), and does not say that others work.

    Bad::

        __viber__: Your taxi is here.

    Good::

        __VIBER__: Your taxi is here.

    Fix: unsafe: writes it in capital letters, by which the message may go another way.
    Since: 0.1
    """
    yield from message.problems("prefix-case")


@cache
def _prefixes() -> re.Pattern[str]:
    return compiled(r"__(?:(?:CALL|VIBER|SOC)__:|(?:PING|HLR)__)")


@cache
def _likely() -> re.Pattern[str]:
    """The same with low lines too few or none, first on a line; what says whom to call there is none."""
    return compiled(
        r"(?<=\n)[ \t]*+(?P<odd>(?!__(?:CALL|VIBER|SOC)__:)_{1,3}[ \t]*+(?P<a>CALL|VIBER|SOC)[ \t]*+_{0,3}[ \t]*+:"
        r"|(?P<b>CALL|VIBER|SOC)_{1,3}[ \t]*+:"
        r"|(?P<c>CALL|VIBER):(?=[ \t]*+[^\W\d_]+[,.!]?[ \t]+[^\W\d_])(?![^\n]*(?:[0-9]{3}|[@/]))(?=[^\n]*[a-zа-я]))"
    )


@RULES.rule("PFX003", "prefix-not-at-start", "error", fix="unsafe")
def prefix_not_at_start(message: MessageContext) -> Iterator[Problem]:
    """A prefix comes after other text, so it is sent as text.

    A prefix is the very beginning of the text (PFX-1 .. PFX-3), and there is one at most.

    Bad::

        Hello! __CALL__: your taxi is here.

    Good::

        __CALL__: Hello! Your taxi is here.

    Fix: unsafe where only white space stands before it: takes that out, and the message goes another way.
    Since: 0.1
    """
    yield from message.problems("prefix-not-at-start")
    known = {problem.span.start for problem in message.reading.problems}
    for span in message.texts():
        for match in _prefixes().finditer(message.source, span.start, span.end):
            if match.start() not in known:
                yield _behind(match.group(), match.group(), Span(*match.span()))
        for match in _likely().finditer(message.source, span.start, span.end):
            if match.start("odd") not in known and message.source[span.start : match.start()].strip():
                right = f"__{match['a'] or match['b'] or match['c']}__:"
                told = _behind(match["odd"], right, Span(*match.span("odd")))
                yield told if "_" in match["odd"] else replace(told, severity="warning")


def _behind(given: str, right: str, span: Span) -> Problem:
    expected = (f"'{right}' at the very start",)
    return Problem(f"'{given}' comes after other text, so it is sent as text", span, expected=expected)


@RULES.rule("PFX004", "text-after-probe", "warning", fix="unsafe")
def text_after_probe(message: MessageContext) -> Iterator[Problem]:
    """Text after `__PING__` or `__HLR__` is never sent.

    Both stand in place of the text (PFX-3): a ping is not shown, and an HLR request sends nothing (HLR-1). A comment
    may follow.

    Bad::

        __HLR__ Hello!

    Good::

        __HLR__

    Fix: unsafe: takes the text out, for it may be the prefix that is wrong.
    Since: 0.1
    """
    yield from message.problems("text-after-probe")


@RULES.rule("VOX006", "menu-in-non-call", "error", fix="unsafe")
def menu_in_non_call(message: MessageContext) -> Iterator[Problem]:
    """A voice menu is in a message that is not a call, so it is sent as text.

    The macro `{menu: ...}` is for calls (IVR-1): `call=1` in the request, or the prefix `__CALL__:` (PFX-1). In any
    other message its source is sent, and each part of it is paid. Where the request says `call=1`, set the option
    `channel = "call"`.

    Bad::

        Hello! {menu: Press 1 to leave.
        1: end}

    Good::

        __CALL__: Hello! {menu: Press 1 to leave.
        1: end}

    Fix: unsafe: begins the text with `__CALL__:`, which makes it a call.
    Since: 0.1
    """
    if message.channel.menu:
        return
    for _, _, span in message.macros(VoiceMenu):
        yield Problem(
            f"voice menus work only in calls: here it is sent as text ({message.channel.title})",
            Span(span.start, span.start + len("{menu:")),
            expected=("'__CALL__:' at the start, or 'call=1' in the request",),
            fixes=prefixed(message, "__CALL__:"),
        )
        return


def prefixed(message: MessageContext, prefix: str) -> tuple[Fix, ...]:
    """Begin a text that has no prefix with one. Unsafe: another channel reaches and costs otherwise."""
    if message.has_prefix:
        return ()
    return (Fix(f"start the text with '{prefix}'", (Edit(Span(0, 0), f"{prefix} "),)),)
