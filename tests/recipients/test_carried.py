"""What recipients carry, which no fix may lose: each of them, in order (PAR-1, PAR-2)."""

from __future__ import annotations

from smsc_codec.payloads.recipients import CODEC

TEXT = "8 999 000-00-00; +8 999 000-00-00,G7, a@b.ru,@name,#12"


def test_what_recipients_carry() -> None:
    """Each is known by what it is and by its number, however that is written; after a plus nothing is corrected."""
    context = CODEC.context(TEXT, CODEC.options())
    found = [
        (one.who, *(TEXT[name.start : name.end] for name in one.names)) for one in CODEC.carried(context)
    ]
    assert found == [
        (("to", "Phone", "79990000000"), "8 999 000-00-00"),
        (("to", "Phone", "89990000000"), "+8 999 000-00-00"),
        (("to", "Group", 7), "G7"),
        (("to", "Email", "a@b.ru"), "a@b.ru"),
        (("to", "TelegramName", "name"), "@name"),
        (("to", "TelegramId", 12), "#12"),
    ]
