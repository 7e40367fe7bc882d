"""IVR301, IVR302, IVR305, IVR307, IVR308: the texts around the keys, and how much of both a caller can bear."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.caller.speech import characters, speeds_of, spoken
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("IVR301", "missing-start-text", "warning")
def missing_start_text(menu: MenuContext) -> Iterator[Problem]:
    """Callers hear nothing before the menu.

    A text or a voice file with the first instructions comes at the beginning of the message (IVR-1).

    Bad::

        {menu: Press 1 to leave.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: none.
    Since: 0.1
    """
    text = menu.menu.start_text
    if menu.items and isinstance(text, str) and not text.strip().removeprefix("__CALL__:"):
        yield Problem(
            "there is no START TEXT before the menu",
            menu.span("menu", "open"),
            expected=("a text or a voice file before it",),
        )


@RULES.rule("IVR302", "missing-menu-text", "warning")
def missing_menu_text(menu: MenuContext) -> Iterator[Problem]:
    """The menu has no text of its own, so callers do not know which keys to press.

    MENU TEXT describes the items and what can be done (IVR-1), and is what `#: start` repeats (IVR-2).

    Bad::

        Hello! Press 1 to leave.

        {menu:
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: end}

    Fix: none.
    Since: 0.1
    """
    if menu.items and menu.menu.menu_text == "":
        yield Problem(
            "this menu has no MENU TEXT: callers are not told which keys to press",
            menu.span("menu", "open"),
            expected=("a text after '{menu:'",),
        )


@RULES.rule("IVR305", "too-many-options", "info", profile="pedantic")
def too_many_options(menu: MenuContext) -> Iterator[Problem]:
    """A menu has more choices than callers can remember.

    Nine keys are possible (IVR-3); by the time the last is read, the first is forgotten. `*`, `#` and `0` do not
    count.

    Options: `max-options`, 5.

    Bad::

        Hello!

        {menu: Press 1 for sales, 2 for service, 3 for returns, 4 for jobs, 5 for news, 6 to leave.
        1: Sales
        2: Service
        3: Returns
        4: Jobs
        5: News
        6: end}

    Good::

        Hello!

        {menu: Press 1 for sales, 2 for service, 3 for all else.
        1: Sales
        2: Service
        3: Press 1 for returns, 2 for jobs, 3 for news.
        31: Returns
        32: Jobs
        33: News}

    Fix: none.
    Since: 0.1
    """
    most = menu.options.max_options
    for level, keys in menu.levels:
        if len(keys) > most:
            where = f"item {level}" if level else "the main menu"
            yield Problem(
                f"too many choices in {where}: {len(keys)}",
                menu.item_span(menu.groups[level + keys[most]][0], "key"),
                expected=(f"up to {most} choices in one menu",),
                primary=f"choice {most + 1}",
            )


@RULES.rule("IVR307", "prompt-too-long", "info", profile="pedantic")
def prompt_too_long(menu: MenuContext) -> Iterator[Problem]:
    """A text takes long to read aloud.

    MENU TEXT and the texts of items are heard to the end before a key is pressed, or again and again (IVR-1, IVR-2);
    callers stop listening, and every second is paid. The time is estimated from the number of characters; voice
    files are not counted.

    Options: `max-prompt-seconds`, 20, `characters-per-second`, 14, and `english-characters-per-second`, the same.

    Bad::

        Hello!

        {menu: Press 1 to leave.
        1: Our shop in the High Street is open from nine in the morning to six in the evening on every working day, from ten in the morning to four in the afternoon on Saturdays, and on Sundays only before Christmas. Our shop at the station is open from seven in the morning to ten in the evening on every day of the year.
        1: end}

    Good::

        Hello!

        {menu: Press 1 to leave.
        1: Our shop in the High Street is open from nine to six, our shop at the station from seven to ten.
        1: end}

    Fix: none.
    Since: 0.1
    """  # noqa: E501
    limit, speeds = menu.options.max_prompt_seconds, speeds_of(menu.options)
    longest = limit * min(speeds)
    for text in menu.texts.values():
        speech = text.speech
        if len(speech) < longest and isinstance(speech, str):
            continue
        words = " ".join(plain(speech).split())
        taken = characters(words)
        seconds = taken.seconds(*speeds)
        if seconds > limit:
            span = menu.trimmed(text.span)
            low, high = spoken(words, *speeds)
            yield Problem(
                f"this text takes {low:.0f} to {high:.0f} seconds to read aloud",
                Span(span.start + int(limit * len(words) / seconds), span.end),
                expected=(f"up to {limit} seconds",),
                primary="the limit is reached here",
                notes=tuple(
                    f"{count} {language} characters at {speed:g} per second, give or take 15 %"
                    for count, language, speed in (
                        (taken.russian, "Russian", speeds[0]),
                        (taken.english, "English", speeds[1]),
                    )
                    if count
                ),
            )


@RULES.rule("IVR308", "too-deep", "info", profile="pedantic")
def too_deep(menu: MenuContext) -> Iterator[Problem]:
    """Items are nested deeper than callers can follow.

    The page sets no limit but the message's size (IVR-4); people do.

    Options: `max-depth`, 3.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: Press 1 for phones.
        11: Press 1 for new ones.
        111: Press 1 for black ones.
        1111: We have black ones}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: Press 1 for phones.
        11: Press 1 for new ones, 2 for new black ones.
        111: We have new ones
        112: We have black ones}

    Fix: none.
    Since: 0.1
    """
    deepest = menu.options.max_depth
    for key in menu.paths:
        above = key[:-1]
        if len(key) > deepest and not (len(above) > deepest and above in menu.groups):
            yield Problem(
                f"item {key} is {len(key)} levels deep",
                menu.item_span(menu.groups[key][0], "key"),
                expected=(f"up to {deepest} levels",),
            )
