"""The small language of the search field: `phone:7999 status:failed -tag:seen "two words"`.

Each term has to hold. A word stands for what contains it; `field:value` asks one field; a minus turns a term round;
quotes keep blanks together, and keep a colon from meaning a field. A field that there is not is an error, so that no
search is silently another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
Test = Callable[[T], bool]
#: Longer searches are none.
LONGEST = 500
_TERM = re.compile(r'\s*(?P<minus>-?)(?:(?P<field>\w+):)?(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<word>\S*))')
_AGO = re.compile(r"(\d{1,6})([smhd])")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_COMPARED = re.compile(r"([<>]?)(\d{1,9}(?:\.\d{1,9})?)")


class Unclear(ValueError):
    """A search that means nothing: says what there is instead. `values` fill the places of the sentence."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values))
        self.sentence = sentence
        self.values = values


class Field(Struct, Generic[T], frozen=True):
    """A field of the language: `test` makes of a value what has to hold, or raises Unclear."""

    test: Callable[[str], Test[T]]


class Search(Struct, Generic[T], frozen=True):
    """What is looked for."""

    tests: tuple[Test[T], ...] = ()

    def __call__(self, one: T) -> bool:
        """Whether it is what is looked for."""
        return all(test(one) for test in self.tests)


def read(text: str, fields: Mapping[str, Field[T]], word: Callable[[str], Test[T]]) -> Search[T]:
    """The search that a text says; `word` makes the test of a bare word. Raises Unclear."""
    if len(text) > LONGEST:
        raise Unclear("a search has at most {most} characters", most=LONGEST)
    tests: list[Test[T]] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TERM.match(text, at, end)
        assert found is not None
        at = found.end()
        tests.append(_term(found, fields, word))
    return Search(tuple(tests))


def _term(found: re.Match[str], fields: Mapping[str, Field[T]], word: Callable[[str], Test[T]]) -> Test[T]:
    name = found["field"]
    value = found["word"] if found["quoted"] is None else found["quoted"]
    if found["quoted"] is not None and not found["end"]:
        raise Unclear("a quotation mark has no second one: {text}", text=found[0].strip())
    if name is None:
        if not value:
            raise Unclear("there is nothing behind the minus")
        test = word(value)
    elif name.lower() not in fields:
        raise Unclear(
            'there is no field "{name}", only {fields}; to look for the words, put them in quotation marks',
            name=name, fields=", ".join(sorted(fields)),
        )  # fmt: skip
    elif not value:
        raise Unclear("{name}: says nothing", name=name)
    else:
        test = fields[name.lower()].test(value)
    return (lambda one: not test(one)) if found["minus"] else test


def contains(text: Callable[[T], str]) -> Field[T]:
    """A field that contains the value, whatever its case."""

    def test(value: str) -> Test[T]:
        wanted = value.casefold()
        return lambda one: wanted in text(one).casefold()

    return Field(test)


def exactly(text: Callable[[T], str]) -> Field[T]:
    """A field that is the value, whatever its case."""

    def test(value: str) -> Test[T]:
        wanted = value.casefold()
        return lambda one: text(one).casefold() == wanted

    return Field(test)


def one_of(
    known: Mapping[str, Test[T]], other: Callable[[str], Test[T] | None] = lambda value: None
) -> Field[T]:
    """A field whose values have names; `other` may understand more of them."""

    def test(value: str) -> Test[T]:
        made = known.get(value.casefold()) or other(value.casefold())
        if made is None:
            raise Unclear('"{value}" is none of {names}', value=value, names=", ".join(known))
        return made

    return Field(test)


def compared(number: Callable[[T], Decimal | int]) -> Field[T]:
    """A number: `3`, `>3`, `<0.5`."""

    def test(value: str) -> Test[T]:
        found = _COMPARED.fullmatch(value)
        if found is None:
            raise Unclear('"{value}" is no number such as 3, >3 or <0.5', value=value)
        wanted = Decimal(found[2])
        if found[1] == ">":
            return lambda one: number(one) > wanted
        if found[1] == "<":
            return lambda one: number(one) < wanted
        return lambda one: number(one) == wanted

    return Field(test)


def since(at: Callable[[T], float], now: float) -> dict[str, Field[T]]:
    """The fields `after` and `before`: `5m`, `2h`, `3d` ago, `10:30` today, `2026-11-28`, `2026-11-28T10:30`."""

    def after(value: str) -> Test[T]:
        wanted = moment(value, now)
        return lambda one: at(one) >= wanted

    def before(value: str) -> Test[T]:
        wanted = moment(value, now)
        return lambda one: at(one) < wanted

    return {"after": Field(after), "before": Field(before)}


def moment(value: str, now: float) -> float:
    """A moment that is written in one of the ways of `since`, as Unix time. Raises Unclear."""
    if ago := _AGO.fullmatch(value):
        return now - int(ago[1]) * _UNITS[ago[2]]
    try:
        if re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?", value):
            clock = datetime.strptime(value, "%H:%M:%S" if value.count(":") == 2 else "%H:%M").time()
            return datetime.combine(datetime.fromtimestamp(now), clock).timestamp()
        return datetime.fromisoformat(value).timestamp()
    except (ValueError, OverflowError, OSError):
        raise Unclear(
            '"{value}" is no time such as 5m, 2h, 3d (ago), 10:30, 2026-11-28 or 2026-11-28T10:30',
            value=value,
        ) from None
