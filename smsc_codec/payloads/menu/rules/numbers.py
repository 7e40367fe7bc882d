"""IVR209, IVR210, IVR220: the numbers that are called and written to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.actions import MAX_PHONES
from smsc_codec.payloads.menu.context import MenuContext
from smsc_codec.payloads.menu.model import Call, Sms
from smsc_codec.payloads.phone_lengths import home_number, odd_length, unlike
from smsc_codec.payloads.phones import MAX_DIGITS, MIN_DIGITS, digits, international
from smsc_codec.rules import Ruleset
from smsc_codec.text.near import nearest

RULES = Ruleset()

_EXPECTED = (f"{MIN_DIGITS} to {MAX_DIGITS} digits in international form, such as 79990000000",)
#: For so many numbers a registered one that looks like them is searched; a hostile menu may hold thousands.
_MOST_NEAR = 20


@RULES.rule("IVR209", "call-duplicate-number", "warning", fix="unsafe", about=(Call,))
def call_duplicate_number(menu: MenuContext) -> Iterator[Problem]:
    """A call lists the same number twice.

    A call takes up to nine numbers to try (IVR-7); however it is written, the second mention is the same phone.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000001,79990000002,79990000001 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000001,79990000002 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: unsafe: takes the later one out, which may be there to try the number once more.
    Since: 0.1
    """
    for number, call in menu.actions(Call):
        seen: dict[str, int] = {}
        for index, phone in enumerate(call.phones) if len(call.phones) > 1 else ():
            first = seen.setdefault(international(phone) or phone, index)
            if first != index:
                same, before, span = (
                    menu.item_span(number, "action", "phones", n) for n in (first, index - 1, index)
                )
                edit = Edit(Span(before.end, span.end), "")
                yield Problem(
                    f"'{phone}' is already in this call",
                    span,
                    labels=(Label(same, "the same number"),),
                    fixes=(Fix("remove the second one", (edit,)),),
                )


@RULES.rule("IVR210", "call-number-not-registered", "error", about=(Call,))
def call_number_not_registered(menu: MenuContext) -> Iterator[Problem]:
    """A call goes to a number that is not registered.

    The service redirects calls only to numbers registered in the account (IVR-7). This is checked against the
    list in the configuration, and only where there is one; nothing is asked of the service.

    Options::

        registered-numbers = ["79990000001"]

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000007 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000001 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: none.
    Since: 0.1
    """
    registered = [international(phone) or phone for phone in menu.options.registered_numbers]
    if not registered:
        return
    near = 0
    for number, call in menu.actions(Call):
        for index, phone in enumerate(call.phones):
            normal = international(phone)
            if normal is None or normal in registered:
                continue
            near += 1
            meant = nearest(normal, registered) if near <= _MOST_NEAR else None
            yield Problem(
                f"'{phone}' is not one of the registered numbers",
                menu.item_span(number, "action", "phones", index),
                expected=("a number in 'registered-numbers' of the configuration",),
                notes=(f"did you mean '{meant}'?",) if meant else (),
            )


@RULES.rule(
    "IVR220",
    "phone-format",
    "error",
    fix="sometimes safe",
    about=(
        "phone-format",
        Call,
        Sms,
    ),
)
def phone_format(menu: MenuContext) -> Iterator[Problem]:
    """A phone number is not in international form.

    Numbers are given with their country code, 7 to 15 digits; a plus before them may stand (PAR-1). `8 (999) ...`
    or `00 ...` is how one dials at home, not the number. Marks between the digits are a warning: the page has
    none in a menu, and promises to correct numbers only for recipients.

    Bad::

        Hello!

        {menu: Press 1 for sales.
        1: call:8 (999) 000-00-00 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Good::

        Hello!

        {menu: Press 1 for sales.
        1: call:79990000000 wait=20 ok:end err:sorry
        sorry: Nobody is free}

    Fix: safe where only one number can be meant: writes its digits.
    Since: 0.1
    """
    unread = menu.problems("phone-format")
    yield from unread
    told = {problem.span for problem in unread}
    numbers = _numbers(menu)
    beside = {normal for phone, *_ in numbers if (normal := international(phone)) is not None}
    for phone, number, part, most in numbers:
        if phone == "$phone" or (phone in beside and _is_usual(phone, beside)):
            continue  # as most are
        span = menu.item_span(number, "action", *part)
        if span not in told:
            yield from _format(phone, span, beside, most, menu.source)


def _numbers(menu: MenuContext) -> list[tuple[str, int, tuple[str | int, ...], int]]:
    """The numbers, the item and the part of its action where each stands, how many may stand there (IVR-7, IVR-8)."""
    return [
        (phone, number, ("phones", index), MAX_PHONES)
        for number, call in menu.actions(Call)
        for index, phone in enumerate(call.phones)
    ] + [(sms.phone, number, ("phone",), 1) for number, sms in menu.actions(Sms) if sms.phone]


def _is_usual(number: str, beside: set[str]) -> bool:
    """Whether a number is written in international form and has the length that it should have."""
    return not (number.startswith("8") or odd_length(number) or unlike(number, beside))


_CYRILLIC = regex("[а-яё]{4}", re.IGNORECASE)


def _length(number: str, phone: str, span: Span, beside: set[str], source: str) -> Iterator[Problem]:
    home = home_number(number, russian=number.startswith("8") and _CYRILLIC.search(source) is not None)
    if home:
        yield Problem(
            f"'{phone}' starts with 8, which works only for calls within Russia",
            span,
            expected=("a number with its country code",),
            fixes=(Fix(f"write '{home}'", (Edit(span, home),)),),
            severity="warning",
        )
    elif odd := odd_length(number) or unlike(number, beside):
        yield Problem(f"'{phone}' has {odd}", span, severity="warning")


def _format(phone: str, span: Span, beside: set[str], most: int, source: str) -> Iterator[Problem]:
    written = digits(phone)
    if written is None:  # a variable; or the reader has said that it is no number at all
        return
    normal = international(phone)
    if normal == phone.removeprefix("+"):
        yield from _length(normal, phone, span, beside, source)
        return
    if normal and (odd := odd_length(normal)):  # two numbers, or a number and something else: nothing is sure
        yield Problem(f"'{phone}' has {odd}", span, severity="warning")
        return
    if normal:
        only_marks = normal == written
        yield Problem(
            f"'{phone}' has punctuation between its digits"
            if only_marks
            else f"'{phone}' is not in international form",
            span,
            expected=(f"'{normal}'",),
            fixes=(Fix(f"write '{normal}'", (Edit(span, normal),), safe=only_marks or phone[0] != "+"),),
            severity="warning" if only_marks else None,
        )
        return
    apart = phone.split()
    several = len(set(apart)) > 1 and all(len(one) > 9 and international(one) == one for one in apart)
    if several and most == 1:
        yield Problem(f"an SMS goes to one number, not to {len(apart)}", span, expected=("one number",))
    elif several:
        yield Problem(
            f"these {len(apart)} numbers need commas between them",
            span,
            expected=("a comma between two numbers",),
            fixes=(Fix("put commas between them", (Edit(span, ",".join(dict.fromkeys(apart))),)),),
        )
    elif phone[0] == "(" or written[0] == "0":
        yield Problem(f"'{phone}' does not start with a country code", span, expected=_EXPECTED)
    else:
        digits_there = "1 digit" if len(written) == 1 else f"{len(written)} digits"
        yield Problem(f"'{phone}' has {digits_there}", span, expected=_EXPECTED)
