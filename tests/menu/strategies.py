"""Random menus for property tests and fuzzers: values that can be said, and texts that are nearly menus."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads import length
from smsc_codec.payloads.menu.model import (
    Action,
    Back,
    Call,
    End,
    Item,
    Menu,
    Record,
    Remote,
    Repeat,
    Say,
    Sms,
    Speech,
    Start,
    Stored,
    Uploaded,
    Url,
)
from smsc_codec.payloads.menu.write import write

_WORDS = st.sampled_from(
    "Нажмите Press 1 2 3 sales отдел $phone, hello. 🎉 «да» x-y a:b 10:30 https://x.ru/a ~~~ {x < e\u0301 中文".split()
)
#: A text without line ends that can stand anywhere in a menu: it is never a command, an item or a bracket.
plain_text = st.lists(_WORDS, min_size=1, max_size=6).map(lambda words: "say " + " ".join(words))
text = st.one_of(plain_text, st.lists(plain_text, min_size=2, max_size=3).map("\n".join))
numbers = st.integers(10**9, 10**14).map(str)
phones = st.one_of(numbers, numbers.map("+{}".format), st.just("$phone"), st.just("8 (999) 123-45-67"))
labels = st.from_regex(r"\A[A-Za-z0-9]{1,8}\Z")
keys = st.one_of(st.sampled_from("*#0"), st.from_regex(r"\A[1-9]{1,4}\Z"), labels)
files = st.one_of(
    st.builds(Uploaded, st.integers(1, 99)),
    st.builds(
        Stored,
        st.just("/upload/files/sms/a1/b.jpg"),
        st.none() | st.integers(0, 999),
        st.none() | st.integers(0, 999),
    ),
    st.builds(Remote, st.sampled_from(["https://a.b/c.mp3", "http://пример.рф/x?y=1,2"])),
)


@st.composite
def speech(draw: st.DrawFn) -> Speech:
    """A text, or a text with files in it: no two strings next to each other, no white space at the ends."""
    words = draw(text)
    if draw(st.booleans()):
        return words
    parts: list[object] = [words + " ", draw(files)]
    if draw(st.booleans()):
        parts.append(draw(files))
    if draw(st.booleans()):
        parts.append(" " + draw(text))
    return tuple(parts)  # type: ignore[return-value]


calls = st.builds(
    Call,
    st.lists(phones, min_size=1, max_size=9).map(tuple),
    wait=st.none() | st.integers(0, 120),
    ok_end=st.booleans(),
    err=st.none() | st.sampled_from(["*", "#", "6"]) | labels,
    record=st.booleans(),
)
actions: st.SearchStrategy[Action] = st.one_of(
    st.builds(Say, speech()),
    st.builds(Say, st.just("")),
    st.sampled_from([Back(), Start(), Repeat(), End(), Url()]),
    st.builds(Url, st.sampled_from(["https://a.b/c", "http://пример.рф/ivr?x=1"])),
    calls,
    st.builds(Sms, phones, st.sampled_from(["Shop", "My Shop-1", "79991234567"]), text),
    st.builds(Record, st.none() | st.integers(1, 600)),
)
#: Menus of at most a thousand characters (PAR-3).
menus = st.builds(
    Menu,
    start_text=st.just("") | plain_text.map("{}\n\n".format) | speech(),
    menu_text=st.just("") | speech(),
    items=st.lists(st.builds(Item, keys, actions), min_size=1, max_size=8).map(tuple),
    end_text=st.just("") | plain_text.map("\n\n{}\n".format),
    comment=st.none() | st.sampled_from(["param=20,10,3", "", "a note\nof two lines\n"]),
).filter(lambda menu: length.beyond(write(menu)) is None)

_PIECES = st.sampled_from(
    [
        "{menu:", "<menu:", "}", ">", "\n", "\r\n", "\n1: ", "\n*: back", "\n0: repeat", "\n2: end", "call:", "sms:",
        "record", "wait=", "ok:end", "err:6", ",", " ", "79990000000", "$phone", "{", "<", "Я", ":", "url", "~~~",
        "\n~~~\n", "<file 1>", "<file ", "\ud800", "\x00", "\u200b", "\u2028", "&lt;", "1 sales", "{Menu:",
    ]
)  # fmt: skip
#: Texts that are nearly menus, and texts that are nothing at all.
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=40).map("".join))
