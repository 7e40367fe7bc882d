"""Random messages for property tests and fuzzers: values that can be said, and texts that are nearly messages."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads.message.model import (
    Button,
    Message,
    NoUnsub,
    Part,
    Remote,
    Stored,
    Text,
    Uploaded,
    VoiceMenu,
)

_WORDS = st.sampled_from(
    [
        *"Hello Привет, 5 10:30 https://x.ru/a ~~~ {x} <b> &lt; a_b __init__ e\u0301 中文 🎉 param=1,2,3".split(),
        "\r\n",
        "x\n",
    ]
)
#: A text that can stand anywhere in a message: it holds no macro and no mark, and does not begin like a prefix.
words = st.lists(_WORDS, min_size=1, max_size=6).map(lambda parts: "so " + " ".join(parts))
addresses = st.sampled_from(["https://a.b/c.png", "http://пример.рф/x?y=1;2", "https://example.com"])
files = st.one_of(
    st.builds(Uploaded, st.integers(1, 99)),
    st.builds(
        Stored,
        st.just("/upload/files/sms/a1/b.jpg"),
        st.none() | st.integers(0, 999),
        st.none() | st.integers(0, 999),
    ),
    st.builds(Remote, addresses),
)
buttons = st.builds(
    Button,
    addresses | st.integers(10**9, 7 * 10**9).map("tel:7{}".format),
    st.sampled_from(["Open", "Да, конечно", "x" * 30, "1 < 2", "🎉", "a,b"]),
    st.booleans(),
)
menus = st.just(VoiceMenu("{menu: Press 1.\n1: Hi <file 1>\n2: end}"))
macros: st.SearchStrategy[Part] = st.one_of(files, buttons, st.just(NoUnsub()), menus)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text, or a text with macros in it: no two strings next to each other."""
    if draw(st.booleans()):
        return draw(words)
    parts: list[str | Part] = []
    for macro in draw(st.lists(macros, min_size=1, max_size=6)):
        if draw(st.booleans()):
            parts.append(draw(words))
        parts.append(macro)
    if draw(st.booleans()):
        parts.append(draw(words))
    return tuple(parts)


comments = st.none() | st.sampled_from(
    ["", "a note", "param=20,10,3", "two\nlines\n~~~\n{no_unsub} __CALL__:"]
)
messages = st.one_of(
    st.builds(Message, st.just("") | texts(), st.sampled_from([None, "call", "viber", "soc"]), comments),
    st.builds(Message, st.just(""), st.sampled_from(["ping", "hlr"]), comments),
)

_PIECES = st.sampled_from(
    [
        "__CALL__:", "__VIBER__: ", "__PING__", "__HLR__", "__call__:", "__CAL__:", "_", "__", " ", "\n", "\r\n",
        "\n~~~\n", "~~~", "~~~~", "\\n", "<file 1>", "<file 0>", "<file /upload/files/sms/a/b.jpg width=2", "widht=3",
        ">", "<", "{", "}", "{button,", "https://a.b/?x=1,2", ",", "Go}", "tel:8 (800) 700-76-72", "x.ru", "{Button;",
        "<button,", "{no_unsub}", "{nounsub}", "{menu:", "<menu:", "&lt;file 1>", "&gt;", "<file1>", "{NAME}", "Я",
        "\ud800", "\x00", "\u200b", "\u2028", "\ufeff", "/upload/files/sms/", "http://a.b/upload/files/sms/c/d.png",
    ]
)  # fmt: skip
#: Texts that are nearly messages with macros, and texts that are nothing at all.
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=40).map("".join))
