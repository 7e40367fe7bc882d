"""What a file is, and why."""

from __future__ import annotations

import pytest

from smsc_codec.linter.config import Settings
from smsc_codec.linter.gate import fix, lint
from smsc_codec.linter.kinds import ending, kind_of
from smsc_codec.linter.registry import ConfigError, existing_kind

MENU = "{menu: Press 1\n1: end}"

KINDS = {
    "configuration": (
        "x/a.txt",
        MENU,
        {"x/*.txt": "menu"},
        "menu",
        "the configuration says so for 'x/*.txt'",
    ),
    "first glob": ("a.menu", MENU, {"b*": "menu", "a*": "menu"}, None, "the configuration says so for 'a*'"),
    "asked": ("a.menu", MENU, {"b*": "menu"}, "menu", "asked for"),
    "ending": ("a.menu", "", {}, None, "its name ends in '.menu'"),
    "longest ending": ("a.menu.txt", "", {}, None, "its name ends in 'menu.txt'"),
    "ending in capitals": ("A.IVR", "", {}, None, "its name ends in '.ivr'"),
    "content": ("a.txt", MENU, {}, None, "its content looks like a voice menu (IVR)"),
    "two likely lines": (
        "a.txt",
        "1: Sales\n2) News\n",
        {},
        None,
        "its content looks like a voice menu (IVR)",
    ),
    "one likely line": ("a.txt", "1: Sales\nNews\n", {}, None, "nothing says otherwise"),
    "nothing": ("a.txt", "hello", {}, None, "nothing says otherwise"),
}


@pytest.mark.parametrize(("path", "text", "globs", "asked", "why"), KINDS.values(), ids=KINDS)
def test_kind_and_why(path: str, text: str, globs: dict[str, str], asked: str | None, why: str) -> None:
    """Configuration goes before what was asked for, then come the ending and the content."""
    assert kind_of(path, text, globs=globs, asked=asked) == ("menu", why)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sale! {button,https://a.ru,Go}", "viber"),
        ("Sale! {button,https://a.ru,Go} <file 1>", "viber"),
        ("__VIBER__: Sale! {button,https://a.ru,Go}", "message"),
        ("The bill: <file 1>", "message"),
        ("Hello! {no_unsub}", "message"),
    ],
)
def test_what_only_viber_has_is_viber(text: str, kind: str) -> None:
    """A button speaks for Viber (VIB-1): a text with one is not told that buttons work only there."""
    assert kind_of("a.txt", text, globs={})[0] == kind
    assert not [one for one in lint(text) if one.code == "VIB012"]


@pytest.mark.parametrize("name", ["a.txt", "menu", "a.menus", "a.menu.bak"])
def test_other_endings_say_nothing(name: str) -> None:
    """Only a whole ending counts."""
    assert ending(name) is None


def test_unknown_kind() -> None:
    """A kind that does not exist is refused, with the nearest one or all there are."""
    assert existing_kind("menu", "--as") == "menu"
    with pytest.raises(ConfigError, match="did you mean 'menu'"):
        existing_kind("mneu", "--as")
    with pytest.raises(ConfigError, match=r"unknown kind 'xyz'; choose one of .*menu"):
        existing_kind("xyz", "--as")


#: Texts of which nothing says what they are.
UNKNOWN = [
    "hello",
    "Здравствуйте! Ваш заказ готов.",
    "Dear customers, we are open from 10:00 to 18:00.",
    "2027-01-01T12:00:00",
    "name,price\ntea,3\nmilk,2\n",
    "0605040B8423F025060803AE81EAAF82B48401056A0045C60D0373686F702E6578616D706C652F61000801034F",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_guess_is_no_judgement(text: str) -> None:
    """Where nothing says what a text is, one finding says so and names both ways to say it; no rule accuses it."""
    (finding,) = lint(text)
    assert (finding.code, finding.severity) == ("GEN003", "warning")
    assert "--as" in "".join(finding.expected)
    assert "kinds" in "".join(finding.expected)
    assert lint(text, settings=Settings(ignore=("GEN003",))) == ()
    assert fix(text, unsafe=True).text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("79990000000,Hello\n79990000001,Hi\n", "LST001"),
        ("phone;text\n8 (999) 000-00-00;Hello\n8 (999) 000-00-01;Hi\n", "LST001"),
        ("Ivanov\t79990000000\tHi\nPetrov\t79990000001\tHi\n", "LST001"),
        ("Press 1 or 2.\n1: call:79990000000\n2: end\n", "IVR001"),
        ("", "IVR001"),
    ],
)
def test_what_is_likely_is_judged(text: str, code: str) -> None:
    """Two lines with a number and a sign are a list, two with a key are a menu; an empty file is a menu to be."""
    found = {finding.code for finding in lint(text)}
    assert code in found
    assert "GEN003" not in found
