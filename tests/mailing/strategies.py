"""Random mailings for property tests and fuzzers: values that can be said, and texts that are nearly lists."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads.mailing import Line, Mailing

_WORDS = st.sampled_from(
    "Здравствуйте Your order 1234 is ready: a;b x|y, 🎉 «да» ~~~ \\ \\\\ 79990000000:Hi Shop,2|7999 "
    "e\u0301 中文 __CALL__: <file".split()
)
_plain = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
#: Texts of one line or more; never with the mark of a comment, nor with a backslash before an `n`.
texts = st.lists(_plain, min_size=1, max_size=3).map("\n".join)
numbers = st.integers(10**9, 10**15 - 1).map(str)
phones = st.one_of(
    numbers,
    numbers.filter(lambda number: number[0] != "8").map("+{}".format),  # with 8 it is no country code
    st.just("8 (999) 123-45-67"),
    st.integers(1, 999).map("G{}".format),
    st.sampled_from(["bob@example.com", "иван@пример.рф"]),
)
senders = st.sampled_from(["Shop", "My Shop-1", "79991234567", "shop@example.com", "a.b&c!"])


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """One message with any of its parts."""
    sender = draw(st.none() | senders)
    return Line(
        tuple(draw(st.lists(phones, min_size=1, max_size=4))),
        draw(texts.filter(lambda text: "\n~~~" not in text)),
        sender,
        draw(st.none() | st.integers(-15, 11)) if sender else None,
        draw(st.none() | texts | st.just("")),
    )


mailings = st.builds(Mailing, st.lists(lines(), max_size=8).map(tuple))

PIECES = [
    "79990000000", "+7 (999) 123-45-67", "8999", "G777", "bob@x.ru", "Shop", ":", ";", ",", "|", "2", "-1", "+3", " ",
    "\t", "\n", "\r\n", "\r", "\\n", "\\", "\\n~~~\\n", "~~~", "\n~~~\n", "Hello", "Я", "@", "\u2028", "\x00",
    "\ud800", "\u200b", "\u00a0", "：", "=", "\x0b", "\x85", "\u0660",
]  # fmt: skip
#: Texts that are nearly lists, and texts that are nothing at all.
hostile = st.one_of(
    st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join)
)
