"""The vectors of tests/vectors, and texts at random."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

_FOLDER = Path(__file__).parent.parent / "vectors"


def load(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def text_of(vector: dict[str, Any]) -> str:
    if vector.get("text") is not None:
        return str(vector["text"])
    return "".join(character * times for character, times in vector["runs"])


#: Texts that meet every edge: plain, escaped, Cyrillic, marks, joiners, flags, pairs, halves of pairs, NUL.
_CHARACTERS = st.sampled_from(
    "ab@\n €{}~^яЯё«№\t\0\x1b\r\u0301\u200d\ufe0f😀👨👩🇷🇺🏽\u1100\u1161\u11a8가\ud83d\ude00"
)
texts = st.one_of(
    st.text(st.characters(), max_size=400),
    st.text(_CHARACTERS, max_size=400),
    st.text(st.sampled_from("a€"), min_size=140, max_size=500),
    st.text(st.sampled_from("я😀"), min_size=60, max_size=250),
)
