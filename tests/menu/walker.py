"""A menu walked by brute force: a caller is a generator that is asked, told, and played again from the beginning.

Written for the tests alone, and in another way than the machine: nothing here knows of states but what the walk says of
where it waits.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from random import Random
from typing import Any

from smsc_codec.payloads.menu.model import (
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Repeat,
    Say,
    Sms,
    Start,
    Unread,
    Url,
)
from smsc_codec.payloads.menu.options import MenuOptions

Where = tuple[Any, ...]
Seconds = tuple[float, float]


class Left(Exception):
    """The menu was left."""

    def __init__(self, why: str, at: str) -> None:
        self.where = ("left", why, at)


class Jump(Exception):
    """The caller is in another menu now."""

    def __init__(self, menu: str) -> None:
        self.menu = menu


class Walk:
    """One call, from the pick-up on."""

    def __init__(self, menu: Menu, options: MenuOptions) -> None:
        self.menu = menu
        self.options = options
        self.low = self.high = 0.0
        self.ran: list[str] = []
        #: What a caller could tell of what happened last: never the words.
        self.seen: list[Any] = []
        self.where: Where = ()
        self.calling = self._call()
        self.given(None)

    def given(self, what: str | None) -> None:
        """Something comes from outside; `where` is where the call waits then."""
        self.seen = []
        try:
            self.where = self.calling.send(what)
        except Left as left:
            self.speak(self.menu.end_text, "leaves")
            self.where = left.where

    def takes(self) -> list[str]:
        """What can come from outside here."""
        match self.where[0]:
            case "menu":
                below = [
                    item.key[-1]
                    for item in self.menu.items
                    if digits(item.key) and item.key[:-1] == self.where[1]
                ]
                special = [key for key in "*#0" if self.lines(key)]
                return [*dict.fromkeys(below), *special, "wrong key", "silence"]
            case "call":
                return ["answered", "no answer"]
            case "recording":
                return ["recorded"]
            case "unread":
                return ["goes on", "leaves"]
        return []

    def lines(self, key: str) -> list[Any]:
        return [item.action for item in self.menu.items if item.key == key]

    def speak(self, text: Any, seen: str = "speaks") -> None:
        if text or seen == "leaves":
            self.seen.append((seen, bool(text)))
        if self.seen[-2:] == [("speaks", True)] * 2:
            self.seen.pop()
        words = text if isinstance(text, str) else " ".join(part for part in text if isinstance(part, str))
        seconds = len(words.strip()) / self.options.characters_per_second
        self.low += seconds * 0.85
        self.high += seconds * 1.15

    def prompt(self, menu: str) -> None:
        if menu == "":
            self.speak(self.menu.menu_text, "speaks the menu")
        for action in self.lines(menu) if menu else []:
            if isinstance(action, Say):
                self.speak(action.text)

    def _call(self) -> Generator[Where, Any, None]:
        self.speak(self.menu.start_text)
        self.speak(self.menu.menu_text)
        menu = ""
        while True:
            key = yield ("menu", menu)
            try:
                if key == "silence":
                    if self.options.silence == "leave":
                        raise Left("silence", menu)
                elif key in ("*", "#", "0") and self.lines(key):
                    self.seen.append(key)
                    yield from self._do(key, menu)
                elif key.isdigit() and self.lines(menu + key):
                    self.seen.append(menu + key)
                    menu = yield from self._choose(menu + key)
                elif self._wrong():
                    pass
                elif self.options.wrong_key == "leave":
                    raise Left("wrong key", menu)
                elif self.options.wrong_key == "err-label" and self.lines("err"):
                    yield from self._do("err", menu)
                else:
                    self.prompt(menu)
            except Jump as jump:
                menu = jump.menu

    def _wrong(self) -> None:
        self.seen.append("wrong")

    def _choose(self, key: str) -> Generator[Where, Any, str]:
        """An item; gives the menu that the caller is in after it."""
        yield from self._do(key, key[:-1])
        if any(item.key[:-1] == key and digits(item.key) for item in self.menu.items):
            return key
        if self.options.after_leaf == "leave":
            raise Left("item", key)
        return key if self.options.after_leaf == "stay" else key[:-1]

    def _do(self, key: str, menu: str) -> Generator[Where, Any, None]:
        """The actions of a key that was chosen in a menu."""
        self.ran.append(key)
        for index, action in enumerate(self.lines(key)):
            match action:
                case Say(text):
                    self.speak(text)
                case End():
                    raise Left("end", key)
                case Back():
                    self.prompt(menu[:-1])
                    raise Jump(menu[:-1])
                case Start():
                    self.prompt("")
                    raise Jump("")
                case Repeat() if menu == "" or not self.lines(menu):
                    self.prompt(menu)
                    raise Jump(menu)
                case Repeat():
                    raise Jump((yield from self._choose(menu)))
                case Sms(phone, sender, sent):
                    self.seen.append((phone, sender, "$phone" in sent))
                case Url(address):
                    self.seen.append(("handler", address))
                case Record(seconds):
                    self.seen.append(30 if seconds is None else seconds)
                    self.high += 30 if seconds is None else seconds
                    yield ("recording", key, index, menu)
                case Unread(source):
                    self.seen.append(("?", source))
                    if (yield ("unread", key, index, menu)) == "leaves":
                        raise Left("unread", key)
                case Call(phones, wait, ok_end, err, record):
                    self.seen.append((phones, 120 if wait is None else wait, record))
                    self.high += 120 if wait is None else wait
                    if (yield ("call", key, index, menu)) == "answered":
                        if ok_end or self.options.after_call == "leave":
                            raise Left("talk", key)
                    elif err and self.lines(err):
                        if digits(err):
                            raise Jump((yield from self._choose(err)))
                        yield from self._do(err, menu)
                        raise Jump(menu)


def alike(old: Menu, new: Menu, options: MenuOptions) -> bool:
    """Whether two menus do the same, whatever is done: both are walked side by side, each way from the beginning."""
    first = Walk(old, options), Walk(new, options)
    if bool(first[0].seen) != bool(first[1].seen):
        return False
    ways: dict[tuple[Where, Where], tuple[str, ...]] = {(first[0].where, first[1].where): ()}
    todo = list(ways)
    for pair in todo:
        way = ways[pair]
        takes = played(old, options, way).takes()
        for given in "123456789*0#" if "silence" in takes else takes:
            walks = played(old, options, (*way, given)), played(new, options, (*way, given))
            if walks[0].seen != walks[1].seen:
                return False
            after = walks[0].where, walks[1].where
            if after not in ways:
                ways[after] = (*way, given)
                todo.append(after)
        if "silence" in takes:
            walks = played(old, options, (*way, "silence")), played(new, options, (*way, "silence"))
            if walks[0].seen != walks[1].seen:
                return False
            after = walks[0].where, walks[1].where
            assert after in ways or after[0][0] == "left"
    return True


def digits(key: str) -> bool:
    return bool(key) and set(key) <= set("123456789")


def played(menu: Menu, options: MenuOptions, given: tuple[str, ...]) -> Walk:
    """A call in which these came from outside."""
    walk = Walk(menu, options)
    for one in given:
        walk.given(one)
    return walk


class Everything:
    """All that a walk can come to."""

    def __init__(self, menu: Menu, options: MenuOptions) -> None:
        self.menu = menu
        self.options = options
        first = Walk(menu, options)
        self.shortest: dict[Where, tuple[str, ...]] = {first.where: ()}
        self.after: dict[Where, dict[str, Where]] = {}
        self.ran: set[str] = set()
        todo = [first.where]
        for where in todo:
            way = self.shortest[where]
            self.after[where] = {}
            for given in played(menu, options, way).takes():
                walk = played(menu, options, (*way, given))
                self.ran.update(walk.ran)
                self.after[where][given] = walk.where
                if walk.where not in self.shortest:
                    self.shortest[walk.where] = (*way, given)
                    todo.append(walk.where)

    def endings(self) -> dict[tuple[str, str], tuple[int, list[Seconds]]]:
        """Each ending: the fewest things from outside, and the times of the ways that come to no place twice."""
        found: dict[tuple[str, str], tuple[int, list[Seconds]]] = {
            (where[1], where[2]): (len(way), []) for where, way in self.shortest.items() if where[0] == "left"
        }
        for way in self._simple((), [next(iter(self.shortest))]):
            walk = played(self.menu, self.options, way)
            found[walk.where[1], walk.where[2]][1].append((walk.low, walk.high))
        return found

    def _simple(self, way: tuple[str, ...], been: list[Where]) -> Iterator[tuple[str, ...]]:
        for given, where in self.after[been[-1]].items():
            if where[0] == "left":
                yield (*way, given)
            elif where not in been:
                yield from self._simple((*way, given), [*been, where])

    def stuck(self) -> set[Where]:
        """The places from which the menu is never left."""
        free = {where for where in self.shortest if where[0] == "left"}
        while more := {w for w, after in self.after.items() if w not in free and free & set(after.values())}:
            free |= more
        return set(self.shortest) - free


def random_menu(random: Random) -> Menu:
    """A small menu with all kinds of actions, sound and not."""
    keys = ["1", "2", "3", "11", "12", "21", "112", "0", "#", "*", "err", "busy"]
    chosen = sorted(random.sample(keys, random.randint(1, 8)), key=keys.index)

    def action() -> Any:
        match random.randint(0, 13):
            case 0 | 1 | 2:
                return Say("x" * random.randint(0, 30))
            case 3:
                return Back()
            case 4:
                return Start()
            case 5:
                return Repeat()
            case 6 | 7:
                return End()
            case 8:
                return Sms("$phone", "Shop", "Hi")
            case 9:
                return Record(random.choice([None, 5]))
            case 10:
                return random.choice([Url(), Unread("?")])
        return Call(
            ("79990000000",),
            random.choice([None, 10]),
            random.random() < 0.5,
            random.choice([None, *keys[:6], "err", "busy", "gone"]),
        )

    items = [Item(key, action()) for key in chosen for _ in range(random.choice([1, 1, 1, 2]))]
    if random.random() < 0.2:
        random.shuffle(items)
    return Menu(
        "s" * random.randint(0, 20), "m" * random.randint(0, 20), tuple(items), "e" * random.randint(0, 20)
    )
