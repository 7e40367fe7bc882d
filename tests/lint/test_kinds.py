"""What a file is, and why."""

from __future__ import annotations

import pytest

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
    "nothing": ("a.txt", "hello", {}, None, "nothing says otherwise"),
}


@pytest.mark.parametrize(("path", "text", "globs", "asked", "why"), KINDS.values(), ids=KINDS)
def test_kind_and_why(path: str, text: str, globs: dict[str, str], asked: str | None, why: str) -> None:
    """Configuration goes before what was asked for, then come the ending and the content."""
    assert kind_of(path, text, globs=globs, asked=asked) == ("menu", why)


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
