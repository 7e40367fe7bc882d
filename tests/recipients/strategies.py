"""Random recipients for property tests, and texts that are nearly those."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads.recipients.model import (
    Email,
    Group,
    Phone,
    Recipient,
    Recipients,
    TelegramId,
    TelegramName,
)

#: Numbers whose first digits are a country code: an 8 before a 3 or 9, or 8800, is none.
numbers = st.integers(10**6, 10**15 - 1).map(str).filter(lambda digits: digits[0] != "8")
recipients: st.SearchStrategy[Recipient] = st.one_of(
    st.builds(Phone, numbers, st.booleans()),
    st.builds(Group, st.integers(1, 10**9 - 1)),
    st.builds(Email, st.sampled_from(["alex@mysite.com", "a.b+c@sub.пример.рф", "#1@x-y.org", "12@34.56"])),
    st.builds(TelegramName, st.from_regex(r"\A[A-Za-z0-9_]{1,64}\Z")),
    st.builds(TelegramId, st.integers(1 - 10**18, 10**18 - 1)),
)
lists = st.builds(Recipients, st.lists(recipients, min_size=1, max_size=8).map(tuple))

_PIECES = st.sampled_from(
    [
        "79990000000", "+7999", "8 (999) 000-00-00", "G777", "g888", "G<1>", "a@b.ru", "@name", "#12", ",", ";", " ",
        "\n", "\r\n", "(", ")", "-", ".", "@", "#", "+", "G", "0", "Я", "x", ":hi", "|", "\u2028", "\u200b", "\ud800",
        "\x00", "\u0661", "__CALL__:", "{menu:", "\n~~~\n", "\\n",
    ]
)  # fmt: skip
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=20).map("".join))
