"""What a list carries, which no fix may lose: each message to each of its recipients (LIST-1, LIST-2)."""

from __future__ import annotations

from smsc_codec.payloads.mailing import CODEC, MailingOptions

LIST = r"""Shop,2|+79990000001,8 999 000-00-02,g7,a@b.ru:Hi\n~~~\nnote
Ѕhор|+8 999 000-00-01:Ho
79990000003:Hi\n~~~\n"""


def test_what_a_list_carries() -> None:
    """Who gets which text, from whom, when and with which comment, however they are written (PAR-1), and where."""
    context = CODEC.context(LIST, MailingOptions())
    found = [
        (one.who, context.words(one.words), [context.words(name) for name in one.names])
        for one in CODEC.carried(context)
    ]
    first = ["Shop", "2", "note"]
    assert found == [
        (("79990000001", "Shop", 2, "note"), "Hi", ["+79990000001", *first]),
        (("79990000002", "Shop", 2, "note"), "Hi", ["8 999 000-00-02", *first]),
        (("g7", "Shop", 2, "note"), "Hi", ["g7", *first]),
        (("a@b.ru", "Shop", 2, "note"), "Hi", ["a@b.ru", *first]),
        (("89990000001", "Shop", None, None), "Ho", ["+8 999 000-00-01", "Ѕhор"]),
        (("79990000003", None, None, ""), "Hi", ["79990000003", ""]),
    ]
