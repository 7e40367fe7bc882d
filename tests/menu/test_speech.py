"""How long texts take to read aloud: a range, at a rate that is told, Russian and English apart."""

from __future__ import annotations

import re

import pytest

from smsc_codec.linter.config import Settings
from smsc_codec.linter.gate import lint
from smsc_codec.payloads import menu
from smsc_codec.payloads.menu.caller.explore import explore
from smsc_codec.payloads.menu.caller.speech import characters, spoken
from smsc_codec.payloads.menu.options import MenuOptions

#: A text, and how many of its characters are Russian and English.
TEXTS = [
    ("", 0, 0),
    ("Hello!", 0, 6),
    ("Привет!", 7, 0),
    ("12345", 5, 0),
    ("  Hello  ", 0, 5),
    ("Привет Hello", 7, 5),
    ("ёж", 2, 0),
    ("café", 0, 4),
    (("Hello", "Привет"), 7, 5),
]


@pytest.mark.parametrize(("text", "russian", "english"), TEXTS)
def test_characters(text: object, russian: int, english: int) -> None:
    """Signs and digits go with the letters around them, in proportion; without letters they are Russian."""
    found = characters(text)  # type: ignore[arg-type]
    assert (found.russian, found.english) == (russian, english)


def test_two_rates() -> None:
    """English is spoken at its own speed where one is given, and else at the one there is; 15 % quicker to slower."""
    low, high = spoken("a" * 100, 10.0, 20.0)
    assert (low, high) == pytest.approx((4.25, 5.75))
    assert spoken("ж" * 100, 10.0, 20.0) == pytest.approx((8.5, 11.5))
    assert spoken("a" * 100, 10.0, 10.0) == pytest.approx((8.5, 11.5))
    assert spoken("a" * 50 + "ж" * 50, 10.0, 20.0) == pytest.approx((6.375, 8.625))
    assert spoken("a", 0.0, 0.0) == (0.0, 0.0)


MENU = "Здравствуйте!\n{menu: Нажмите 1\n1: " + "Open daily. " * 30 + "\n1: end}\nBye!\n"


def test_explored() -> None:
    """Each text is told with its characters by language and its seconds, at the rates of the options."""
    found = explore(
        menu.parse(MENU), MenuOptions(characters_per_second=10.0, english_characters_per_second=20.0)
    )
    assert (found.speed.russian, found.speed.english, found.speed.spread) == (10.0, 20.0, 0.15)
    assert [(one.at, one.russian, one.english) for one in found.spoken] == [
        ("START TEXT", 13, 0), ("MENU TEXT", 9, 0), ("1", 0, 359), ("END TEXT", 0, 4),
    ]  # fmt: skip
    item = found.spoken[2]
    assert (item.quickest, item.slowest) == (round(359 / 20 * 0.85, 1), round(359 / 20 * 1.15, 1))
    (ending,) = [one for one in found.endings if one.why == "end"]
    assert ending.seconds.longest == pytest.approx(sum(one.slowest for one in found.spoken), abs=0.3)


def test_a_long_prompt_tells_its_rate() -> None:
    """IVR307 says the range, the rate and the language; a quicker voice in English makes the same text short enough."""

    def told(**options: float) -> tuple[str, ...]:
        settings = Settings(select=("IVR307",), languages={"menu": MenuOptions(**options)})
        return tuple(text for one in lint(MENU, "menu", settings) for text in (one.message, *one.notes))

    message, note = told()
    assert message == "this text takes 22 to 29 seconds to read aloud"
    assert note == "359 English characters at 14 per second, give or take 15 %"
    assert re.search("at 15 per second", told(english_characters_per_second=15.0)[1])
    assert told(english_characters_per_second=20.0) == ()
    assert told(characters_per_second=0.0) == ()
