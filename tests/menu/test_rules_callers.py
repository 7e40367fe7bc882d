"""Rules IVR116 .. IVR120: what callers come to, as the machine of the menu shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.payloads.menu.caller.explore import policies
from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.rule_cases import Bad, Good, check_bad, check_good, problems

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
ONE_KEY = MenuOptions(max_ending_keys=1)
MINUTE = MenuOptions(max_ending_seconds=60, characters_per_second=1.0)

BAD = [
    Bad(
        "IVR116", "{menu: 1 or 2\n1: Press 1\n11: ‹call:79990000000 wait=5›\n2: end}", says="press 1, press 1"
    ),
    Bad("IVR116", "{menu: 1\n1: ‹call:79990000000 err:a›\na: Sorry}", says="press 1"),
    Bad("IVR117", "{menu: 1\n1: Press 1\n‹11›: end}", says="2 keys", options=ONE_KEY),
    Bad("IVR117", "{menu: 1\n1: Press 1\n11: Press 1\n‹111›: end}", says="3 keys", options=ONE_KEY),
    Bad("IVR117", "{menu: " + "x" * 80 + "\n‹1›: end}", says="68 seconds", options=MINUTE),
    Bad("IVR118", "{menu: 1 or 2\n‹1›: url\n11: end\n2: end}", says="in item 1 after a wrong key"),
    Bad("IVR118", "{menu: 1 or 2\n‹1›: sms:$phone,Shop,Hi\n11: end\n2: end}", says="an 'err' label"),
    Bad(
        "IVR119",
        "{menu: 1 or 2\n0: repeat\n1: ‹sms:$phone,Shop,Hi›\n1: Press 1\n11: Yes\n2: end}",
        says="key 0",
    ),
    Bad(
        "IVR119",
        "{menu: 1 or 2\n#: repeat\n1: Press 1\n1: ‹sms:$phone,Shop,Hi›\n11: Yes\n2: end}",
        says="key #",
    ),
    Bad(
        "IVR120", "1: Мы вам перезвоним\n1: record: 9\n1: ‹call:79990000000 ok:end›\n2: end", says="promised"
    ),
    Bad(
        "IVR120",
        "1: We get back to you\n1: record\n1: Thanks\n1: ‹call:79990000000›\n2: end",
        says="promised",
    ),
]

GOOD = [
    Good("IVR116", "{menu: 1 or 2\n*: back\n1: Press 1\n11: call:79990000000 wait=5\n2: end}"),
    Good("IVR116", "{menu: 1\n1: call:79990000000 ok:end}"),
    Good("IVR116", "{menu: 1\n1: call:79990000000 err:2\n2: call:79990000001 err:1}"),  # IVR104 tells of it
    Good("IVR116", "{menu: 1\n1: call:79990000000\n2: call:7;8}"),
    Good("IVR117", "{menu: 1\n1: Press 1\n11: Press 1\n111: end}"),
    Good("IVR117", "{menu: 1\n1: end}", options=ONE_KEY),
    Good("IVR117", "{menu: 1\n1: call:79990000000 ok:end err:2\n2: end}", options=ONE_KEY),
    Good("IVR117", "{menu: " + "x" * 60 + "\n1: end}", options=MINUTE),
    Good("IVR118", "{menu: 1 or 2\n1: url\n11: end\n2: end\nerr: Wrong}"),
    Good("IVR118", "{menu: 1 or 2\n1: Press 1\n1: url\n11: end\n2: end}"),
    Good("IVR118", "{menu: 1 or 2\n1: <file 1>\n11: end\n2: end}"),
    Good("IVR118", "{menu:\n1: url\n2: end}"),
    Good("IVR119", "{menu: 1 or 2\n0: repeat\n1: sms:$phone,Shop,Hi\n1: end\n11: Yes\n2: end}"),
    Good("IVR119", "{menu: 1 or 2\n0: repeat\n1: sms:$phone,Shop,Hi\n2: end}"),
    Good("IVR119", "{menu: 1 or 2\n0: start\n1: sms:$phone,Shop,Hi\n1: Press 1\n11: Yes\n2: end}"),
    Good("IVR120", "1: We will call you back\n1: record: 9\n1: end\n2: call:79990000000"),
    Good("IVR120", "1: Speak after the tone\n1: record: 9\n1: call:79990000000\n2: end"),
    Good("IVR120", "1: record: 9\n1: We will call you back\n1: call:79990000000\n2: end"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text[:60]}")
def test_bad(case: Bad) -> None:
    """What callers come to and nobody meant is reported at its place: IVR-2, IVR-5, IVR-7 .. IVR-9, IVR-11."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text[:60]}")
def test_good(case: Good) -> None:
    """What may be meant is not reported: IVR-2, IVR-5, IVR-7 .. IVR-9, IVR-11."""
    check_good(case)


@pytest.mark.parametrize(
    "path", [*sorted((EXAMPLES / "sound").glob("*.menu")), EXAMPLES / "page.menu"], ids=lambda path: path.stem
)
def test_sound_menus_are_left_alone(path: Path) -> None:
    """No sound menu, nor the page's, has such a finding, however the page's silence is read."""
    text = path.read_text(encoding="utf-8")
    for options in policies(MenuOptions()):
        for code in ("IVR116", "IVR118", "IVR119", "IVR120"):
            assert not problems(code, text, options)
