"""What a menu carries, which no fix may lose."""

from __future__ import annotations

import pytest

from smsc_codec.payloads.menu import CODEC, MenuOptions
from smsc_codec.payloads.menu.carried import carried

MENU = """Hi {menu: Press 1 to 4.
1: Sales.
1: call:79990000000,79990000001 wait=20 ok:end err:busy record
2: sms:$phone,Shop,Hello
3: record: 30
4: https://a.example/x
*: back
busy: end} Bye
~~~
note"""


def test_what_a_menu_carries() -> None:
    """Each text, each key, and each part of what a key does by itself (IVR-1 .. IVR-11)."""
    context = CODEC.context(MENU, MenuOptions())
    found = [one.who for one in carried(context)]
    assert found == [
        ("start_text",), ("menu_text",), ("end_text",), ("comment",),
        ("1", "key"), ("1", "Say"),
        ("1", "key"), ("1", "Call"), ("1", "Call", "phone", "79990000000"), ("1", "Call", "phone", "79990000001"),
        ("1", "Call", "wait", 20), ("1", "Call", "ok"), ("1", "Call", "err", "busy"), ("1", "Call", "record"),
        ("2", "key"), ("2", "Sms"), ("2", "Sms", "phone", "phone"), ("2", "Sms", "sender", "Shop"),
        ("2", "Sms", "text"),
        ("3", "key"), ("3", "Record"), ("3", "Record", "seconds", 30),
        ("4", "key"), ("4", "Url"), ("4", "Url", "address", "https://a.example/x"),
        ("*", "key"), ("*", "Back"),
        ("busy", "key"), ("busy", "End"),
    ]  # fmt: skip


#: Items, what each carries beside its key, and where that and what says it stands.
ITEMS: tuple[tuple[str, list[tuple[object, ...]]], ...] = (
    ("1: Tea.", [("Say", "Tea.")]), ("1:", []), ("1: end", [("End", "", "end")]), ("1: call:7;8", []),
    ("1: record: x", [("Record", "", "record: x")]),
    ("1: record", [("Record", "", "record")]), ("1: url", [("Url", "", "url")]),
    ("1: record: 5", [("Record", "", "record: 5"), ("Record", "seconds", 5, "", "5")]),
    ("1: call:7,8", [("Call", "", "call:7,8"), ("Call", "phone", "7", "", "7"), ("Call", "phone", "8", "", "8")]),
    ("1: call:7 wait=0", [("Call", "", "call:7 wait=0"), ("Call", "phone", "7", "", "7"),
                          ("Call", "wait", 0, "", "0")]),
    ("1: call:+7 999 000-00-00", [("Call", "", "call:+7 999 000-00-00"),
                                  ("Call", "phone", "79990000000", "", "+7 999 000-00-00")]),
    ("1: sms:${PHONE},Shор,Hi", [("Sms", "", "sms:${PHONE},Shор,Hi"), ("Sms", "phone", "phone", "", "${PHONE}"),
                                 ("Sms", "sender", "Shop", "", "Shор"), ("Sms", "text", "Hi")]),
    ("1: sms:7,,Hi", [("Sms", "", "sms:7,,Hi"), ("Sms", "phone", "7", "", "7"), ("Sms", "text", "Hi")]),
    ("1: sms:,Shop,Hi", [("Sms", "", "sms:,Shop,Hi"), ("Sms", "sender", "Shop", "", "Shop"), ("Sms", "text", "Hi")]),
)  # fmt: skip


@pytest.mark.parametrize(("item", "carries"), ITEMS)
def test_what_an_item_carries(item: str, carries: list[tuple[object, ...]]) -> None:
    """IVR-5 .. IVR-9: what is not given is not carried; words and names are marked where the source has them."""
    text = f"{{menu: {item}\n{item}\n}} "
    first, *found = carried(CODEC.context(text, MenuOptions()))
    assert (first.who, text[first.words.start : first.words.end]) == (("menu_text",), item)
    told = [
        (*one.who[1:], text[one.words.start : one.words.end], *(text[n.start : n.end] for n in one.names[1:]))
        for one in found
    ]
    assert told == [("key", ""), *carries]
    assert {text[one.names[0].start : one.names[0].end] for one in found} == {"1"}


def test_what_was_meant_is_carried_from_where_it_stands() -> None:
    """A slip's places are those of the source; a text that is no menu carries nothing."""
    text = "Hi [menu: Press 1.\n1) Tea.\n2: edn\n]"
    found = carried(CODEC.context(text, MenuOptions()))
    assert [(one.who, text[one.words.start : one.words.end]) for one in found] == [
        (("start_text",), "Hi "), (("menu_text",), "Press 1."), (("1", "key"), ""), (("1", "Say"), "Tea."),
        (("2", "key"), ""), (("2", "End"), ""),
    ]  # fmt: skip
    assert [text[span.start : span.end] for span in found[-1].names] == ["2", "edn"]
    assert carried(CODEC.context("Hi", MenuOptions())) == []
