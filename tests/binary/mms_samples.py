"""Random MMS messages as octets, each with what its fields are to say; the dice always fall the same."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from smsc_codec.payloads.binary.mms_names import FIELDS, TOKENS

CODES = {name: code for code, name in FIELDS.items()}
#: MIBenum and codec of charsets of texts.
CHARSETS = ((106, "utf-8"), (3, "ascii"), (4, "latin-1"), (1015, "utf-16"))


def text(words: str) -> bytes:
    """A text: a quote before an octet from 128 on, a zero at the end."""
    octets = words.encode()
    return (b"\x7f" if octets[:1] >= b"\x80" else b"") + octets + b"\0"


def sized(octets: bytes) -> bytes:
    """Octets behind their length."""
    return (bytes((len(octets),)) if len(octets) < 31 else bytes((31, len(octets)))) + octets


def integer(value: int) -> bytes:
    """A long integer."""
    return sized(value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def encoded(words: str, charset: tuple[int, str] | None) -> bytes:
    """A text, or a length, a charset and a text."""
    if charset is None:
        return text(words)
    number, codec = charset
    octets = words.encode(codec) + (b"\0\0" if codec == "utf-16" else b"\0")
    said = bytes((number | 128,)) if number < 128 else integer(number)
    return sized(said + octets)


def notification(dice: random.Random) -> tuple[bytes, dict[str, Any]]:
    """A notice that an MMS waits, its optional fields there or not, and what each field says."""
    said: dict[str, Any] = {"X-Mms-Message-Type": "m-notification-ind"}
    octets = bytes((CODES["X-Mms-Message-Type"] | 128, 130))

    def put(name: str, value: Any, data: bytes) -> None:
        nonlocal octets
        said[name] = value
        octets += bytes((CODES[name] | 128,)) + data

    token = f"T{dice.randrange(10**9)}"
    put("X-Mms-Transaction-Id", token, text(token))
    minor = dice.randrange(4)
    put("X-Mms-MMS-Version", f"1.{minor}", bytes((0x90 | minor,)))
    charset = dice.choice((None, *CHARSETS))
    if dice.random() < 0.7:
        sender = f"+7{dice.randrange(10**10):010}/TYPE=PLMN"
        put("From", sender, sized(b"\x80" + encoded(sender, dice.choice((None, CHARSETS[0])))))
    elif dice.random() < 0.5:
        put("From", None, sized(b"\x81"))
    if dice.random() < 0.7:
        words = (
            "Holiday"
            if charset is None or charset[1] in ("ascii", "latin-1")
            else dice.choice(("Привет", "Hi ю"))
        )
        put("Subject", words, encoded(words, charset))
    if dice.random() < 0.5:
        yes = dice.random() < 0.5
        put("X-Mms-Delivery-Report", "yes" if yes else "no", bytes((128 if yes else 129,)))
    code = dice.choice(tuple(TOKENS["X-Mms-Message-Class"]))
    put("X-Mms-Message-Class", TOKENS["X-Mms-Message-Class"][code], bytes((code,)))
    size = dice.choice((1, 255, 256, 300000, 2**31))
    put("X-Mms-Message-Size", size, integer(size))
    seconds = dice.choice((1, 3600, 259200, 10**9))
    if dice.random() < 0.5:
        put("X-Mms-Expiry", timedelta(seconds=seconds), sized(b"\x81" + integer(seconds)))
    else:
        moment = datetime.fromtimestamp(seconds + 10**9, UTC)
        put("X-Mms-Expiry", moment, sized(b"\x80" + integer(seconds + 10**9)))
    address = f"http://mms.example/{dice.randrange(10**6)}"
    put("X-Mms-Content-Location", address, text(address))
    return octets, said
