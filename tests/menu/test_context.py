"""What rules are told of places: which item stands where, and where nobody hears or reads the source."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.menu import CODEC, MenuOptions

#: Menus with the lines' items marked behind `|`: as they are, with slips that are understood, with two on one line.
ITEMS = (
    "Hi\n|\n{menu: Press 1.|\n1: Tea.|1\n2: end|2\n}|\nBye",
    "{menu: Press 1.|\n1: Tea|1\n  and milk|1\n\n1: end|1\n*: back}|*",
    "{menu: Press 1.|\n1) end|1\n2: edn|2\nbusy: Sorry.|busy\n3 end|3\n}|\nBye",
    "{menu Press 1.|\n1: end|1\n// a remark|\n2) end|2\n3: Tea.|3\n}|\nBye",
    "[menu: Press 1.|\n1: call:79990000000|1\nwait=30|1\n2: end|2\n]|\nBye",
    "{menu:\n1: end|1", "1: end|\nHi {menu: Press 1.|\n2: end|2\n}|", "Hi|", "",
)  # fmt: skip


@pytest.mark.parametrize("marked", ITEMS)
def test_which_item_stands_at_a_place(marked: str) -> None:
    """IVR-2, IVR-5: each character of an item's lines is that item's, as the source has it; a remark is no item's."""
    lines = [line.partition("|") for line in marked.split("\n")]
    text = "\n".join(line for line, _, _ in lines)
    context, at = CODEC.context(text, MenuOptions()), 0
    for line, _, key in lines:
        found = {context.item_at(at + n) for n in range(len(line))}
        assert found <= {key or None}, line
        at += len(line) + 1


#: A menu, and the pieces of it that nobody hears or reads.
STRUCTURE = (
    ("Hi {menu: Press 1.\n1: Tea.\n2: end} Bye\n~~~\nnote",
     ["{menu: ", "\n1: ", "\n2: end}", "\n~~~\n"]),
    ("{menu:\n1: sms:$phone,Shop,Hi\n2: https://a.ru/x\n3: sms:$phone,Shop\n4: call:79990000000 wait=5\n1: url}",
     ["{menu:\n1: sms:$phone,Shop,", "\n2: ", "\n3: sms:$phone,Shop\n4: call:79990000000 wait=5\n1: ", "}"]),
    ("{menu: a\n1: Tea.\n\u00a02: Milk.\n3: end}", ["{menu: ", "\n1: ", "\u00a02:", "\n3: end}"]),
    ("a\n\u00a02: x\n{menu: b\n1: end}\n\u00a03: y", ["{menu: ", "\n1: end}"]), ("Hi", []), ("", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "pieces"), STRUCTURE)
def test_where_nobody_hears_the_source(text: str, pieces: list[str]) -> None:
    """Keys, commands, numbers and senders, and what would be a key were its blanks plain ones; texts are none."""
    context = CODEC.context(text, MenuOptions())
    assert [context.words(span) for span in context.structure] == pieces
