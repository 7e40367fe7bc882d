"""What a menu carries, which no fix may lose."""

from __future__ import annotations

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
