"""Rules IVR301 .. IVR308: the texts, the keys they announce, how much a caller can bear."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.payloads.menu.options import MenuOptions
from tests.menu.rule_cases import Bad, Good, check_bad, check_good, problems

PAGE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "page.menu"
STAY = MenuOptions(after_leaf="stay")


def head(text: str, items: str) -> str:
    return f"Hello!\n{{menu: {text}\n{items}}}\nBye!"


BAD = [
    Bad("IVR301", "‹{menu:› Press 1.\n1: end}"),
    Bad("IVR301", " \r\n__CALL__: \n‹<menu:› Press 1.\n1: end>\nBye", says="a voice file"),
    Bad("IVR302", "Press 1.\n‹{menu:›\n1: end}", says="MENU TEXT"),
    Bad("IVR302", "Press 1.\n‹{menu:›   \r\n1: end}"),
    Bad("IVR303", head("Press 1 for sales", "1: Sales\n‹2›: end"), says="key 2"),
    Bad(
        "IVR303",
        head("Нажмите 1 для связи", "‹3›: Да\n1: Нет\n‹2›: end\n3: end"),
        says="keys announced there: 1",
    ),
    Bad("IVR303", head("Please choose", "‹1›: Sales\n2: Support at 10:30 or 24 hours, item 2.1")),
    Bad("IVR303", head("Press 1", "1: For tea press 1\n11: Tea\n‹12›: Coffee"), says="in item 1"),
    Bad(
        "IVR303",
        head("Press 1", "1: https://x.example/\n‹11›: Tea"),
        says="key 1 works but is never announced in item 1",
    ),
    Bad("IVR303", head("Press 1", "1: call:79990000000 err:2\n‹2›: Sorry"), says="use a label"),
    Bad("IVR304", head("Press 1 or ‹3›", "1: end"), says="'3: ...'"),
    Bad("IVR304", head("Press 1 or ‹2›, 3 to leave", "1: Tea\n3: end\nbusy: No label is of key 2")),
    Bad("IVR304", head("Нажмите 1 для связи, ‹2› для повтора", "1: end"), says="'1'"),
    Bad("IVR304", head("Press ‹star› to go back, # to start, 0 to repeat, 1 to leave", "1: end")),
    Bad("IVR304", head("Нажмите ‹звёздочку› для возврата, решётка для начала", "#: start\n1: end")),
    Bad("IVR304", head("Press 1", "1: Press 1 for tea, ‹2› for coffee\n11: Tea"), says="in item 1"),
    Bad("IVR304", head("Press 1", "1: We are open. Press ‹2› for sales"), says="'2: ...'"),
    Bad("IVR304", head("Press 1", "1: call:79990000000 err:a\na: Nobody is free, press ‹4› to try again")),
    Bad("IVR304", "Press ‹9› to leave.\n{menu: Press 1\n1: Press 1 to leave\n11: end\n19: end}"),
    Bad("IVR304", head("Press ‹2›. Press 2 again.", "1: end")),
    Bad("IVR304", head("Yes 1, no ‹2›", "1: end")),
    Bad("IVR304", head("From ‹1 to 3›", "1: A\n2: end"), says="key 3"),
    Bad("IVR304", head("Keys 1, 2, ‹3›", "1: A\n2: end")),
    Bad("IVR303", head("Press 1 for sales, 2 for help. We are at 3 Park Lane.", "1: A\n2: B\n‹3›: end")),
    Bad("IVR303", head("Press 1 for sales, 2 for help.", "1: Open from 9 to 5\n2: B\n‹9›: end")),
    Bad("IVR303", "House 3.\n{menu: Press 1 for sales, 2 for help.\n1: A\n2: B\n‹3›: end}\nBye!"),
    Bad("IVR303", head("Press 1, 2", "1: Choose a doctor\n‹11›: A\n12: B\n2: end"), says="keys 1, 2 work"),
    Bad("IVR304", head("Press ‹1›, 2, 3 or 4", "5: A\n2: B"), says="no such keys"),
    Bad(
        "IVR304",
        head("Press 1, 2", "1: For tea press 1, for milk press ‹3›\n11: A\n12: B\n2: end"),
        says="in item 1",
    ),
    Bad(
        "IVR304",
        head("Press 1 for toys, 2 for books", "1: For cars press ‹1›, for dolls 2.\n2: end"),
        says="no items",
    ),
    Bad(
        "IVR304",
        head("Press 1 for toys, 2 for books", "1: More? Yes — ‹1›, no — 2\n1: end\n2: end"),
        says="ends here",
    ),
    Bad(
        "IVR305",
        head("Choose", "1: A\n2: B\n3: C\n4: D\n5: E\n‹6›: F\n7: G\n0: repeat"),
        says="in the main menu: 7",
    ),
    Bad(
        "IVR305",
        head("Choose", "1: A\n11: A\n12: B\n‹13›: C\n2: B"),
        says="up to 2",
        options=MenuOptions(max_options=2),
    ),
    Bad("IVR306", head("Press 3 for A, ‹1› for B, 2 for C", "1: A\n2: B\n3: C"), says="after key 3"),
    Bad("IVR306", head("Нажмите 1", "1: Нажмите 2 для чая, ‹1› для кофе\n11: Кофе\n12: Чай")),
    Bad("IVR306", head("Press 1 for A, 3 for B", "1: A\n‹3›: B\n9: end"), says="no key 2"),
    Bad("IVR307", head("Press 1", "1: " + "la " * 93 + "l‹a la la›"), says="17 to 24 seconds"),
    Bad("IVR308", head("1", "1: 1\n11: 1\n111: 1\n‹1111›: 1\n11111: 1\n‹2222›: 1"), says="4 levels deep"),
    Bad("IVR308", head("1", "1: 1\n‹11›: 1"), options=MenuOptions(max_depth=1)),
]

GOOD = [
    Good("IVR304", head("Rooms 1, 2, 3 are free", "4: A\n5: end")),
    Good("IVR304", head("Press 1 or 2. Hotels from 1 to 5 stars", "1: A\n2: end")),
    Good("IVR304", head("Press 1 or 2", "1: The doors: 1 - red, 2 - blue, 3 - green\n2: end")),
    Good(
        "IVR304", head("Press 1 for toys, 2 for books", "1: Closed. For toys press 1, for books 2.\n2: end")
    ),
    Good(
        "IVR304", head("Press 1 for toys, 2 for books", "1: Closed. For help with your book press 2.\n2: end")
    ),
    Good("IVR303", head("Press 1 for sales, 2 for help, 9 to leave", "1: Open from 9 to 5\n2: B\n9: end")),
    Good("IVR303", "Sales - 1, help - 2, leave - 3\n{menu: Press a key\n1: A\n2: B\n3: end}\nBye!"),
    Good("IVR303", head("Press 1 for cars", "1: Press 2 for toys\n12: A\n21: B\n22: C")),
    Good("IVR301", "<file 1>\n{menu: Press 1.\n1: end}"),
    Good("IVR301", "__CALL__: Hello\n{menu: Press 1.\n1: end}"),
    Good("IVR301", "No menu at all"),
    Good("IVR302", "Hello\n{menu: <file 1>\n1: end}"),
    Good("IVR302", "Hello\n{menu: }"),
    Good(
        "IVR303", "For sales press one\n{menu: two: support\n1: Sales\n2: Support\n0: repeat\n*: back\na: A}"
    ),
    Good("IVR303", head("Нажмите единицу, двойку или тройку", "1: A\n2: B\n3: C")),
    Good("IVR303", head("Оцените работу от одного до трёх", "1: A\n2: B\n3: C")),
    Good("IVR303", head("Press any key to confirm", "1: A\n5: B")),
    Good("IVR303", head("Press 1-4", "1: A\n2: B\n3: C\n4: D")),
    Good("IVR303", "<file 1>\n{menu: Press 1\n1: A\n2: B}"),
    Good("IVR303", head("<file 1>", "1: A")),
    Good("IVR303", head("Press 1", "1: <file 2>\n11: A")),
    Good("IVR303", head("Press 1", "1: We are open. Press 2 for sales\n2: Sales")),
    Good(
        "IVR303", head("Press 1", "1: call:79990000000 err:a\n2: Sales\na: Nobody is free. Press 2 for sales")
    ),
    Good("IVR303", head("Press 1", "1: call:79990000000,,79990000001\n11: A")),  # what 1 does is not known
    Good("IVR303", head("Press 1", "1: A\n21: B")),  # there is no item 2: IVR102
    Good("IVR303", "Hello\n{menu:\n1: A}"),  # IVR302
    Good(
        "IVR304",
        head(
            "Press 1 or 2, star to go back, hash to start, 0 to repeat",
            "1: A\n2: B\n*: back\n#: start\n0: repeat",
        ),
    ),
    Good("IVR304", head("Звоните по номеру 3 за 24 часа, 2 минуты бесплатно. Нажмите 1.", "1: end")),
    Good("IVR304", head("Press releases, 2 dollars, 5 times a day. Press 1, 24 hours a day.", "1: end")),
    Good("IVR304", head("Call 8 800 200 06 00 and press 1.", "1: Press 1 for tea\n11: end")),
    Good("IVR304", head("Нажмите и удерживайте 1, выберите 2 билета, нажмите 3 раза", "1: end")),
    Good("IVR304", head("Press 1", "1: Thank you. Next time press 3.\n1: end")),
    Good("IVR304", head("Press 1", "1: We are open. Press 2, please."), options=STAY),
    Good("IVR304", head("Press 1", "1: Press 2 for B\n12: call:79990000000 err:a\na: Sorry, press 2 again")),
    Good("IVR304", head("Press 1", "1: end\nbusy: Press 3")),  # nothing leads there: IVR103
    Good("IVR304", head("Press 1", "1: end") + " Press 5!"),
    Good("IVR304", head("Press 1 or 2, 3 to leave", "1: Tea\ntwo: A label in the place of key 2\n3: end")),
    Good("IVR305", head("Choose", "1: A\n2: B\n3: C\n4: D\n5: E\n0: repeat\n*: back\n#: start\na: A")),
    Good(
        "IVR306",
        head("Press 1 for A, 2 for B. To hear 1 again, press 0. 9 to leave", "1: A\n2: B\n0: repeat\n9: end"),
    ),
    Good("IVR307", head("Press 1", "1: " + "la " * 93)),
    Good("IVR307", head("Press 1", "1: " + "la " * 200), options=MenuOptions(max_prompt_seconds=50)),
    Good("IVR308", head("1", "1: 1\n11: 1\n111: 1\nabcde: A")),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text}")
def test_bad(case: Bad) -> None:
    """Each slip is reported at its place: IVR-1 .. IVR-4."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text}")
def test_good(case: Good) -> None:
    """What callers are told of, cannot reach, or hear in a file is not reported: IVR-1 .. IVR-4."""
    check_good(case)


def test_page_announces_not_all() -> None:
    """The page's own menu never announces its keys 4, 6 and 7, and asks for none that it lacks: IVR-12."""
    source = PAGE.read_text(encoding="utf-8")
    found = problems("IVR303", source)
    assert [source[p.span.start : p.span.end] for p in found] == ["4", "6", "7"]
    assert [any("err:6" in note for note in p.notes) for p in found] == [False, True, False]
    assert problems("IVR304", source) == []
