"""A menu made of rows: what the caller is offered on each key, what is spoken there, which number is called.

What stands in a row is data: it is spoken or dialled, and never becomes an item, a command or the end of the menu.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.menu.model import Action, Back, Call, End, Item, Menu, Repeat, Say, Start
from smsc_codec.payloads.menu.write import write
from smsc_codec.payloads.phones import international

Language = Literal["en", "ru"]
#: A text up to this length is offered as it is; of a longer one without a name the number is.
_SHORT = 40
#: How long the number of an item rings, in seconds, where nobody says.
WAIT = 20
_BUSY = "busy"


class Row(Struct, frozen=True):
    """One key of the menu, or of a menu below an item (`11` is key 1 below key 1).

    `name` is what the caller is offered; `text` is spoken when the key is pressed, and stands for the name where there
    is none; then `numbers` are called.
    """

    key: str
    text: str = ""
    numbers: tuple[str, ...] = ()
    name: str = ""


class _Words(Struct, frozen=True):
    greeting: str
    goodbye: str
    press: str
    offer: str
    item: str
    leave: str
    back: str
    start: str
    repeat: str
    busy: str
    wrong: str


_WORDS: dict[Language, _Words] = {
    "en": _Words(
        "Hello!", "Goodbye!", "Press", "{} for {}", "item {}", "{} to leave", "star to go back",
        "hash to start again", "0 to repeat", "Nobody is free now. Please choose another item or call us later.",
        "There is no such item. Press 0 to repeat.",
    ),
    "ru": _Words(
        "Здравствуйте!", "Всего доброго!", "Нажмите", "{} для выбора: {}", "пункт {}", "{}, чтобы закончить",
        "звёздочку для возврата", "решётку для перехода в начало", "0 для повтора",
        "Сейчас все заняты. Выберите другой пункт или позвоните позже.",
        "Такого пункта нет. Нажмите 0 для повтора.",
    ),
}  # fmt: skip


def language_of(rows: Iterable[Row], *texts: str) -> Language:
    """Russian where there is a Cyrillic letter, else English."""
    said = [*texts, *(row.name + row.text for row in rows)]
    return "ru" if any("\u0400" <= letter <= "\u04ff" for text in said for letter in text) else "en"


def drafted(
    rows: Sequence[Row],
    *,
    greeting: str = "",
    goodbye: str = "",
    language: Language | None = None,
    wait: int = WAIT,
) -> Menu:
    """The menu that offers the rows, in their order, with a way back, to the beginning, to repeat and to leave.

    Raises BuildError, which names the row (from 1) and its column, for a key that cannot be or is there twice, a
    number that is none, and a text that cannot be spoken in a menu.
    """
    rows = [_clean(row) for row in rows]
    greeting, goodbye = _blanks(greeting), _blanks(goodbye)
    words = _WORDS[language or language_of(rows, greeting, goodbye)]
    tree = _tree(rows)
    top = [row for row in rows if len(row.key) == 1]
    taken = {row.key for row in top}
    leave = next((key for key in "987654321" if key not in taken), None)
    items: list[Item] = [Item("#", Start()), Item("0", Repeat())]
    deep = len(top) < len(rows)
    if deep:
        items.insert(0, Item("*", Back()))
    called = False
    for number, row in enumerate(rows, 1):
        _check_offer(number, row, words)
    for number, row in enumerate(rows, 1):
        made = list(_actions(row, tree.get(row.key, []), words, wait))
        called = called or any(isinstance(action, Call) for action in made)
        lines = [Item(row.key, action) for action in made]
        _check_lines(number, row, lines)
        items += lines
    if leave:
        items.append(Item(leave, End()))
    elif not called:
        raise BuildError("rows", "all nine keys are taken: none is left for leaving the menu")
    if called:
        items.append(Item(_BUSY, Say(words.busy)))
    items.append(Item("err", Say(words.wrong)))
    last = [words.leave.format(leave)] if leave else []
    ways = [*last, *([words.back] if deep else []), words.start, words.repeat]
    menu_text = f"{words.press} {', '.join([*_offers(top, words), *ways])}."
    start, end = f"{greeting or words.greeting}\n\n", f"\n\n{goodbye or words.goodbye}\n"
    _try(Menu(start, "-", (items[0],)), "greeting")
    _try(Menu("", "-", (items[0],), end), "goodbye")
    return Menu(start, menu_text, tuple(items), end)


def _blanks(text: str) -> str:
    """Any white space is one blank: a line end in a cell is no line of the menu."""
    return " ".join(text.split())


def _clean(row: Row) -> Row:
    return Row(
        row.key.strip(),
        _blanks(row.text),
        tuple(filter(None, map(str.strip, row.numbers))),
        _blanks(row.name),
    )


def _tree(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows below each key. Raises BuildError for a key that cannot be."""
    found: dict[str, list[Row]] = {}
    seen: dict[str, int] = {}
    if not rows:
        raise BuildError("rows", "a menu has at least one key")
    for number, row in enumerate(rows, 1):
        where = f"row {number}, key"
        if not row.key or set(row.key) - set("123456789"):
            told = "is empty" if not row.key else f"'{row.key[:20]}' is none"
            raise BuildError(
                where, f"{told}: a key from 1 to 9, or several for a menu below an item, such as 12"
            )
        if row.key in seen:
            raise BuildError(where, f"{row.key} is that of row {seen[row.key]} already")
        seen[row.key] = number
        found.setdefault(row.key[:-1], []).append(row)
    for number, row in enumerate(rows, 1):
        above = row.key[:-1]
        if above and above not in seen:
            raise BuildError(f"row {number}, key", f"{row.key} is below {above}, but there is no key {above}")
        if row.key in found and row.numbers:
            raise BuildError(f"row {number}, number", "a key that calls a number has no keys below it")
        if not (row.text or row.name):
            raise BuildError(f"row {number}, text", "is empty: say what this key is for")
    return found


def _actions(row: Row, below: Sequence[Row], words: _Words, wait: int) -> Iterator[Action]:
    """What happens on a key."""
    if below:
        text = row.text or row.name
        end = "" if text[-1] in ".!?" else "."
        yield Say(f"{text}{end} {words.press} {', '.join(_offers(below, words))}.")
    elif row.text and (row.name or not row.numbers):
        yield Say(row.text)
    elif not row.numbers:
        yield Say(row.name)
    if row.numbers:
        yield Call(row.numbers, wait, ok_end=True, err=_BUSY)


def _offers(rows: Sequence[Row], words: _Words) -> list[str]:
    return [words.offer.format(row.key[-1], _offered(row, words)) for row in rows]


def _offered(row: Row, words: _Words) -> str:
    name = row.name or (row.text if len(row.text) <= _SHORT else words.item.format(row.key[-1]))
    return name.rstrip(" .!;,")


def _check_offer(number: int, row: Row, words: _Words) -> None:
    """Raise BuildError for a number that is none, and for a name that cannot be spoken among others."""
    for phone in row.numbers:
        if international(phone) != phone:
            told = f"'{phone[:20]}' is not a number in international form, such as 79990000000"
            raise BuildError(f"row {number}, number", told)
    offer = Menu("", " ".join(_offers([row], words)), (Item("1", End()),))
    _try(offer, f"row {number}, {'name' if row.name else 'text'}")


def _check_lines(number: int, row: Row, lines: Sequence[Item]) -> None:
    """Raise BuildError for what cannot be said on a key."""
    text = "text" if row.text else "name"
    for item in lines:
        _try(Menu("", "-", (item,)), f"row {number}, {'number' if isinstance(item.action, Call) else text}")


def _try(menu: Menu, where: str) -> None:
    try:
        write(menu)
    except BuildError as error:
        raise BuildError(where, error.reason) from None
