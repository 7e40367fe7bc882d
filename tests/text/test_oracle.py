"""The counts of other programs, message by message."""

from __future__ import annotations

import random
from typing import Any

import pytest

from smsc_codec.text import count, split

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz ABC 0123 @£¥è\nØΔΩß¡¿ñü",
    "abcdefghijklmnopqrstuvwxyz \f^{}\\[~]|€",
    "\f^{}\\[~]|€",
    "абвгдежзийклмно АБВ,.! abc 12 €{}",
    "привет как дела 😀👍🇷🇺❤\ufe0f",
    "😀👍🎉",
    "abc\t`ç“№\0\x7f",
)
LENGTHS = (1, 5, 35, 36, 69, 70, 71, 76, 80, 81, 134, 135, 152, 153, 154, 160, 161, 306, 307, 400, 1000)


def test_smsutil_makes_the_same_parts() -> None:
    """SEG-1, SEG-2: the encoding and every part are smsutil's, on messages without U+001B (see docs/text.md)."""
    smsutil: Any = pytest.importorskip("smsutil")
    chance = random.Random(20380)
    for _ in range(600):
        text = "".join(chance.choices(chance.choice(ALPHABETS), k=chance.choice(LENGTHS)))
        theirs = smsutil.split(text)
        encoding = {"gsm0338": "gsm7", "utf_16_be": "ucs2"}[theirs.encoding]
        assert (encoding, [part.content for part in theirs.parts]) == (
            count(text).encoding,
            list(split(text)),
        )
