"""The reports of `menu explore`, `menu diff` and `menu same` in Russian: complete, whatever the menus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

SOUND = Path(__file__).resolve().parents[2] / "docs" / "examples" / "sound"
HERE = """\
Hello!

{menu: Press 1 for sales, 2 to write, 3 to speak, 4 for more, 5 to leave, 0 to hear this again.
0: repeat
1: call:442071230001,442071230002 wait=20 err:nobody record
2: sms:$phone,Shop,Call $phone
2: sms:442071230001,Shop,Hi
3: Speak now.
3: record: 30
4: For music press 1, for news press 2, to go back press star.
41: https://shop.example/music
42: url
*: back
5: end
nobody: Nobody is free.
}

Bye!
"""
TRAP = """\
Hi!
{menu: Press 1 or 9
1: call:442071230001 ok:end err:x
9: call:442071230002
x: Sorry.
x: record
77: Lost
}
"""
MENUS = {
    "here": HERE,
    "trap": TRAP,
    "none": "Hi!\n{menu: Press 1\n1: Music.\n}\n",
    "odd": HERE.replace("5: end", "5: call:")
    .replace("41: https", "43: https")
    .replace("wait=20", "wait=30 ok:end"),
    "words": HERE.replace("Nobody is free", "Busy").replace("Bye", "Goodbye"),
    "quiet": HERE.replace("Hello!", "")
    .replace("Bye!", "")
    .replace("0: repeat\n", "")
    .replace("$phone,", "442071230009,"),
}
NAMES = re.compile(
    r"\S+\.menu\S*|https?://\S+|\b(?:wrong-key|err-label|prompt-again|after-leaf|after-call|MENU|END|START|TEXT|SMS|Shop"
    r"|err|leave|silence|wait|parent|stay|next|nobody|end|phone|menu|call|x)\b"
)


def left(report: str) -> list[str]:
    """The lines with an English word that is no name."""
    return [line for line in report.splitlines() if re.search("[A-Za-z]{2,}", NAMES.sub("", line))]


@pytest.fixture(autouse=True)
def menus(folder: Path) -> None:
    """Menus in which everything that can happen does."""
    for name, text in MENUS.items():
        (folder / f"{name}.menu").write_text(text)


@pytest.mark.parametrize("name", MENUS)
def test_explore_is_russian(cli: Cli, name: str) -> None:
    """No sentence of the report is left in English."""
    done = cli("menu", "explore", "--policies", "--price", "2", "--lang", "ru", f"{name}.menu")
    assert re.search("состояний [0-9]+ из", done.out)
    assert not left(done.out)


@pytest.mark.parametrize("old", MENUS)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_diff_is_russian(cli: Cli, old: str, form: str) -> None:
    """Neither as text nor as Markdown."""
    for new in MENUS:
        done = cli("menu", "diff", "--format", form, "--lang", "ru", f"{old}.menu", f"{new}.menu")
        assert "поведение" in done.out
        assert not left(done.out)


def test_same_is_russian(cli: Cli) -> None:
    """Yes and no; the exit code is what scripts go by."""
    assert cli("menu", "same", "--lang", "ru", "here.menu", "words.menu").out == "да\n"
    assert cli("menu", "same", "--lang", "ru", "here.menu", "trap.menu").out == "нет\n"


def test_english_stays(cli: Cli) -> None:
    """Without a language the reports are English."""
    assert "states" in cli("menu", "explore", "here.menu", "--lang", "en").out
