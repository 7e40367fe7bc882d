"""Each number that stands in a grammar: what its terminal takes at both ends of it, and not one step beyond.

What has to follow, which no terminal takes, stands behind `¦`.
"""

from __future__ import annotations

import re

#: A number of a terminal: how often something may stand there, or the last of the digits that may.
NUMBER = re.compile(r"\{([0-9]+)(?:,([0-9]+))?\}|\[0-([1-8])\]")
_NINE = (("1", "123456789"), ("", "1234567890"))
_OCTET = (
    ("0", "9", "10", "99", "100", "199", "200", "240", "249", "250", "255"),
    ("", "00", "256", "260", "300", "999", "1000"),
)

#: Grammar, terminal and fact; what it takes; what it does not take, or not to its end.
ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "binary DIGITS (BIN-1)": (("00", "0aFF"), ("", "0", "000")),
    "binary PID (CMT-3)": _OCTET,
    "binary DCS (CMT-3)": _OCTET,
    "call NUMBER (IVR-7)": (("1", "123"), ("", "1234")),
    "call SECONDS (IVR-9)": _NINE,
    "files NUMBER (FIL-1)": _NINE,
    "files ATTRIBUTES (FIL-2)": (
        (" width=1", " height=123456789", " width=1 height=2"),
        (" width=", " width=1234567890"),
    ),
    "mailing TZ (LIST-4)": (("1¦|", "-12¦|", "+123¦ |"), ("¦|", "-¦|", "1234¦|")),
    "menu NUMBER (IVR-7)": _NINE,
    "menu SECONDS (IVR-9)": _NINE,
    "numbers FAILED_ID (ERR-2)": (("12¦,-3", "12¦,-123456789"), ("12¦,-", "12¦,-1234567890")),
    "numbers FAILURE (ERR-2)": _NINE,
    "recipients GROUP (PAR-2)": (("G7", "g123456789"), ("G", "G0", "G1234567890")),
    "recipients TELEGRAM_NAME (BEY-7)": (("@a", "@" + "a" * 64), ("@", "@" + "a" * 65)),
    "recipients TELEGRAM_ID (BEY-7)": (("#1", "#-1", "#" + "1" * 18), ("#", "#-", "#" + "1" * 19)),
    "reply CURRENCY (BAL-1)": (("R", "RUR", "ABCDEFGHIJ"), ("", "ABCDEFGHIJK")),
    "schedule COMPACT (TIM-1)": (("0101120000",), ("010112000", "01011200000")),
    "schedule DOTTED (TIM-2)": (
        ("01.01.12 00:00",),
        (
            "1.01.12 00:00", "001.01.12 00:00", "01.1.12 00:00", "01.001.12 00:00", "01.01.1 00:00",
            "01.01.012 00:00", "01.01.12 0:00", "01.01.12 000:00", "01.01.12 00:0", "01.01.12 00:000",
        ),
    ),
    "schedule WINDOW (TIM-3)": (("9-21", "10-9", "1-2"), ("-2", "1-", "100-2", "1-100")),
    "schedule MOMENT (TIM-4)": (
        ("01", "012345678", "01234567890"),
        ("0", "0123456789", "012345678901"),
    ),
    "schedule AFTER (TIM-5)": (("+1", "+1234567"), ("+", "+12345678")),
    "schedule SIGNED (PAR-8)": (("1", "+12", "-12"), ("+", "123", "-123")),
    "schedule DECIMAL (PAR-9)": (("1", "123456", "1.2", "123456.1234"), ("", "1234567", "1.", "1.12345")),
    "schedule WHOLE (PAR-9)": (("1", "123456"), ("", "1234567")),
    "schedule CLOCK (PAR-17)": (("1:00", "01:00"), (":00", "001:00", "1:0", "1:000")),
    "voice WAIT (PAR-13)": _NINE,
    "voice INTERVAL (PAR-13)": _NINE,
    "voice ATTEMPTS (PAR-13)": _NINE,
    "voice LANGUAGE (BEY-7)": (("en", "rus", "en-US", "en-Latn"), ("e", "engl", "en-U", "en-Latin")),
}  # fmt: skip
