"""Random voices and parameters of calls for property tests, and texts that are nearly those."""

from __future__ import annotations

from hypothesis import strategies as st

from smsc_codec.payloads.voice.model import VOICES, Param, Setting, Voice

languages = st.from_regex(r"\A[A-Za-z]{2,3}(-[A-Za-z]{2,4})?\Z")
voices = st.builds(Voice, st.sampled_from(VOICES), st.none() | languages)
params = st.builds(Param, st.integers(10, 35), st.integers(10, 3600), st.integers(1, 9))
settings_of_calls: st.SearchStrategy[Setting] = st.one_of(voices, params)

_PIECES = st.sampled_from(
    [
        "param=", "voice=", "m", "w2", "m4,en", "M3", "f", ",", " ", "=", "20", "120", "20,10,3", "0", "9" * 12, "-1",
        "\n", "\r\n", "\n~~~\n", "\u200b", "\ud800", "\x00", "\u2028", "Я", "м", "\u0661", "__CALL__:", "{menu:",
    ]
)  # fmt: skip
hostile = st.one_of(st.text(), st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=12).map("".join))
