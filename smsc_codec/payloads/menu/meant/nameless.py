"""The arguments of a command whose name was left out."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.slip import Slip, slip

#: The parameters of a call (IVR-7), and where one stands.
PARAMETERS = ("wait", "ok", "err", "record")
OPTIONS = regex(rf"(?:^|\s)(?:{'|'.join(PARAMETERS)})(?:[:=]|\s*$)")
_NAMELESS = regex(
    r"[:=;,.-]?[ \t]*(?:(?P<sms>(?:\$phone|\+?[0-9]{9,15})[,;][ \t]*[A-Za-z][\w .-]{0,15},.*)"
    r"|(?P<call>\+?[0-9(](?:[0-9,; +()-]{7,}[0-9])))"
)
_LEAST_DIGITS = 9
#: Digits and nothing else, as no number is written that is to be read aloud.
_BARE_NUMBERS = regex(r"\+?[0-9]{10,15}(?:[,;][ \t]*\+?[0-9]{10,15})*\Z")


def look(value: str, start: int) -> Slip | None:
    """`74951230001 wait=20 ok:end`, `$phone,Shop,text`: all of a command but its name."""
    likely = value.startswith("$phone") or sum(map(str.isdigit, value[:24])) >= _LEAST_DIGITS
    match = _NAMELESS.match(value) if likely and value[:1] in "$+0123456789(:=;,.-" else None
    if match is None:
        return None
    meant = "sms" if match["sms"] else "call"
    at, end = match.span(meant)
    if meant == "call" and not _BARE_NUMBERS.match(value, at) and not OPTIONS.search(value, end):
        return None
    numbers = re.sub("[ ()-]", "", match["call"]).replace(";", ",") if match["call"] else ""
    mend = (Edit(Span(start, start + (end if numbers else at)), f"{meant}:{numbers}"),)
    return slip(
        "IVR009", f"missing '{meant}:' before the number or the fields: callers would hear them as text",
        Span(start + at, start + len(value)), mend, title=f"write '{mend[0].text}'",
        expected=("'call:phones'" if numbers else "'sms:phone,sender,message'",),
    )  # fmt: skip
