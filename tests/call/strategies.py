"""Random calls for property tests, and texts that are nearly those."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads.call.model import (
    OUTCOMES,
    Anything,
    Call,
    Given,
    Hear,
    Leave,
    Nothing,
    Notify,
    Record,
    Sms,
    Step,
    Transcript,
    Unread,
)

_TEXT = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12)
texts = st.one_of(
    _TEXT,
    st.sampled_from(['say "hi"', "back\\slash", "...", "# no comment", "> leave", "Нажмите 1", "\\", '"']),
)


@st.composite
def patterns(draw: st.DrawFn) -> tuple[str | None, ...]:
    """Texts with something in between, and perhaps around them."""
    parts = draw(st.lists(texts, max_size=3))
    if not parts:
        return draw(st.sampled_from([(), (None,)]))
    made: list[str | None] = [None] if draw(st.booleans()) else []
    for number, part in enumerate(parts):
        made += [None, part] if number else [part]
    return tuple([*made, None] if draw(st.booleans()) else made)


phones = st.one_of(
    st.integers(10**6, 10**14).map(str), st.sampled_from(["$phone", "+7 (999) 000-00-00", "8.9"])
)
given_steps = st.builds(Given, st.sampled_from([*"0123456789*#", *OUTCOMES]))
happens: st.SearchStrategy[Step] = st.one_of(
    st.just(Anything()),
    st.just(Nothing()),
    st.builds(Hear, patterns()),
    st.builds(Leave, patterns()),
    st.builds(Call, st.lists(phones, max_size=9).map(tuple), st.none() | st.integers(0, 999), st.booleans()),
    st.builds(Sms, st.none() | phones, st.none() | texts.filter(bool), patterns()),
    st.builds(Notify, st.none() | st.sampled_from(["https://a.b/c?d=1,2", "http://пример.рф"])),
    st.builds(Record, st.none() | st.integers(0, 10**9 - 1)),
    st.just(Unread()),
)
transcripts = st.builds(
    Transcript,
    st.none() | st.sampled_from(["page.menu", "../a b/c.menu", "#", "меню.txt", "menu: x"]),
    st.none() | st.sampled_from(["err-label", "prompt-again", "leave"]),
    st.none() | st.sampled_from(["wait", "leave"]),
    st.none() | st.sampled_from(["parent", "stay", "leave"]),
    st.none() | st.sampled_from(["next", "leave"]),
    st.lists(st.one_of(given_steps, happens), max_size=8).map(tuple),
)

_PIECES = st.sampled_from(
    [
        "< ", "> ", "\n", "\r\n", "\r", " ", "5", "11", "*", "#", "no answer", "wrong-key", ": ", "leave", "hear ",
        "sms ", '"', "\\", "...", " wait ", "=10", "79990000000", ",", "record", "menu:", "silence: leave", "// x",
        "“x”", "Я", "\u200b", "\ud800", "\x00", "\u2028", "hung up", "from ", "https://a.b", "unread", "５",
    ]
)  # fmt: skip
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=24).map("".join))
