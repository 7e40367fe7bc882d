"""`smsc-codec menu explore`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from smsc_codec.cli.menu import explored
from smsc_codec.cli.menu.explore import MOST_UNDER_POLICIES
from smsc_codec.payloads.menu.caller.readings import Reading
from tests.cli.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PAGE = (EXAMPLES / "page.menu").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "menu-explore.schema.json").read_text(encoding="utf-8"))
STUCK = "{menu: Press 1 or 2\n1: Press 3\n13: Nothing\n2: end\n41: Who comes here?}"


def test_the_page(cli: Cli) -> None:
    """The page's menu (IVR-12): all of it is visited; four endings with keys, times and costs; numbers in order."""
    done = cli("menu", "explore", "--price", "2.5", stdin=PAGE)
    assert (done.code, done.err) == (0, "")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[0] == "<stdin>: 10 of 10 states, 31 of 31 edges"
    assert "talk at 6 6 answered 14.9 s 50.1 s 90.2 s 0.62 to 3.76" in lines
    assert [line.split()[0] for line in lines if "; press" in line] == [
        "79999999999",
        "79999999998",
        "79999999997",
    ]
    assert "get stuck" not in done.out


def test_what_is_wrong_is_told(cli: Cli) -> None:
    """Traps come with the keys that lead there, keys that nothing leads to are named, and the exit code is 1."""
    done = cli("menu", "explore", stdin=STUCK)
    assert done.code == 1
    assert "menu 1       press 1" in done.out
    assert "Nothing leads to: 41" in done.out


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (Reading("trap", "menu", 36, 36), ""),
        (Reading("trap", "menu", 4, 36, {"silence": ("wait",)}), ": silence wait (4 of 36)"),
        (
            Reading("trap", "menu", 4, 36, {"silence": ("wait",)}, exact=False),
            ": some of silence wait (4 of 36)",
        ),
        (Reading("trap", "menu", 4, 36, {}, exact=False), ": some of all (4 of 36)"),
    ],
)
def test_under_which_readings(reading: Reading, told: str) -> None:
    """Nothing is added where it holds under all; `some of` where not all combinations of these values count."""
    assert explored._when(reading, str) == told


def test_what_lint_calls_an_error_is_said(cli: Cli) -> None:
    """A label that does not exist is said beside the report, and the menu is explored as it is."""
    done = cli("menu", "explore", stdin="Hi\n\n{menu: Press 1\n1: call:79990000000 wait=5 err:gone\n1: end}")
    assert "error IVR101" in done.err
    assert "end at 1" in done.out
    assert "IVR101" not in done.out


def test_readings(cli: Cli) -> None:
    """`--policies` tells what holds however the page's silence is read, and under which readings the rest does."""
    out = cli("menu", "explore", "--policies", stdin=PAGE).out
    always, some = out.split("Under some readings only:")
    assert "left by end at 3, 4" in always
    assert "nothing leads to err: wrong-key prompt-again or leave (24 of 36)" in some


def test_long_menus_have_no_readings(cli: Cli) -> None:
    """What is twenty times as long as the service takes is explored under one policy, and said not to be under all."""
    long = "{menu: Press 1\n1: " + "a" * MOST_UNDER_POLICIES + "}"
    done = cli("--lang", "en", "menu", "explore", "--policies", stdin=long)
    said = f"--policies: the menu has {len(long)} characters, and no more than 20000 are tried under every policy"
    assert (done.code, done.out, done.err) == (2, "", f"smsc-codec: {said} (the service takes 1000)\n")
    assert "1" in cli("menu", "explore", stdin=long).out


def test_policy_options(cli: Cli, folder: Path) -> None:
    """The policy is the configuration's, or what is said on the command line."""
    assert "wrong key at" not in cli("menu", "explore", stdin=PAGE).out
    (folder / "smsc-codec.toml").write_text('[menu]\nwrong-key = "leave"\n', encoding="utf-8")
    assert "wrong key at 1" in cli("menu", "explore", stdin=PAGE).out
    said = cli("menu", "explore", "--wrong-key", "prompt-again", "--silence", "leave", stdin=PAGE).out
    assert "wrong key at" not in said
    assert "silence at 1" in said


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("**/*.menu")), ids=lambda path: path.stem)
def test_json_fits_its_schema(cli: Cli, path: Path) -> None:
    """The JSON of every example, sound and broken, fits the published schema; what cannot be read is passed over."""
    done = cli("menu", "explore", "--policies", "--format", "json", "--price", "1", str(path))
    assert done.code in (0, 1)
    found = json.loads(done.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found["states"]
    assert found["edges"]
    if not found["whole"]:
        assert "error" in done.err


def test_bad_input(cli: Cli) -> None:
    """A text without a menu, a file that is none, a price that is none: a line that says so, never a traceback."""
    done = cli("menu", "explore", stdin="Hello!")
    assert (done.code, done.out) == (1, "")
    assert "this file has no menu" in done.err
    assert cli("menu", "explore", "gone.menu").code == 1
    for price in ("many", "-1", "nan", "1e9"):
        assert cli("menu", "explore", "--price", price, stdin=PAGE).code == 2
    assert cli("menu", "explore", "--silence", "shout", stdin=PAGE).code == 2
    assert cli("menu", "explore", "--price", "2,5", stdin=PAGE).code == 0


def test_what_cannot_be_read_is_opaque(cli: Cli) -> None:
    """An action that cannot be read goes on or leaves: nobody knows. Its problem is shown."""
    done = cli("menu", "explore", stdin="{menu: Press 1\n1: call:7;8\n2: end}")
    assert done.code == 1
    assert "<stdin>:2" in done.err
    assert "unread at 1" in done.out


def test_nothing_gives_orders_to_the_terminal(cli: Cli) -> None:
    """A number with control characters in it is shown without them."""
    done = cli("menu", "explore", stdin="{menu: Press 1\n1: call:7999\x1b[2J0000000 ok:end}")
    assert "\x1b" not in done.out + done.err


def test_only_our_own_words_are_said_in_another_language() -> None:
    """A label is what the menu calls it; "the menu" is ours."""
    told = explored._together(
        [
            Reading("dead key", "yes", 2, 2),
            Reading("dead key", "the menu", 2, 2),
            Reading("trap", "no", 1, 2, exact=False),
        ],
        str.upper,
    )
    assert told == ["  NOTHING LEADS TO yes, THE MENU", "  CALLERS GET STUCK AT no: SOME OF ALL (1 OF 2)"]
