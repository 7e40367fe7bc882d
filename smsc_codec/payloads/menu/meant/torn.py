"""Commands with a sign or a letter in the wrong place within their word."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.words import ORDINARY, WITH_COLON, folded
from smsc_codec.text.near import distance

_HEAD = regex(r"(?P<head>[a-z:;$ =.,_-]{3,9}?)(?P<rest>\+?[0-9]{9,}|:?phone,)")


def glued(value: str, start: int) -> Slip | None:
    """`callu7999...`, `cal:l7999...`, `sms$:phone,...`: a letter or a sign in the wrong place before the number."""
    likely = not value[0].isupper() and (any(map(str.isdigit, value[3:11])) or "phone," in value)
    match = _HEAD.match(value) if likely else None
    if match is None:
        return None
    letters = re.sub(r"[^a-z]", "", match["head"])
    meant = next((name for name in ("call", "sms") if distance(letters, name) <= 1), None)
    if meant is None or (match["rest"].endswith("phone,") and "$" not in match["head"]):
        return None
    end = start + match.start("rest") + match["rest"].startswith(":")
    mended = f"{meant}:{'$' if match['rest'].endswith('phone,') else ''}"
    span = Span(start, end)
    written = value[: end - start]
    return slip(
        "IVR009", f"'{written}' is not a command: callers would hear it as text", span, (Edit(span, mended),),
        title=f"write '{mended}'", safe=False, expected=(f"'{meant}:'",), notes=(f"did you mean '{meant}:'?",),
    )  # fmt: skip


_TIGHT = regex(
    r"(?P<word>[^\W\d_]{2,12})(?P<sep>[ \t]*(?:[^\w\s$+\"'«“]{0,3}|_)[ \t]*(?:№[ \t]*)?)(?P<rest>[+$(0-9].*?)"
    r"(?P<close>[)\]}]?[.;]?)"
)
_SECONDS = regex(r"([0-9]{1,3})[ \t]*(?:s|sec|seconds?|с|сек|секунд\w?)?", re.IGNORECASE)
_DIALLED = regex(r"\(?(?:[+]?[0-9(][0-9 ()+-]{8,}|\$\w+[,;])")


def tight(value: str, start: int) -> Slip | None:
    """`call7999...`, `record(50)`, `sms/$phone,...`: no colon, or other signs, between a command and its arguments."""
    word = folded(value[: next((at for at, sign in enumerate(value) if not sign.isalpha()), 0)])
    meant = WITH_COLON.get(word)
    match = _TIGHT.fullmatch(value) if meant and word not in ORDINARY else None
    if match is None or meant is None or match["sep"] == ":":
        return None
    rest = match["rest"]
    opened = set("([{") & set(match["sep"])
    if match["close"] and not opened:
        rest += match["close"]
    elif opened:
        rest = re.sub(r"^([^)\]}]*)[)\]}]", r"\1", rest)  # `call(79990000000) wait=20`
    seconds = _SECONDS.fullmatch(rest)
    fits = meant != "sms" or "," in rest or ";" in rest
    if seconds is None if meant == "record" else not (_DIALLED.match(rest) and fits):
        return None
    mended = f"record: {seconds[1]}" if meant == "record" and seconds else f"{meant}:{rest}"
    span = Span(start, start + len(value))
    return slip(
        "IVR009", f"'{match['word']}{match['sep'].strip()}' is not a command: callers would hear it as text",
        Span(start, start + match.end("word") + len(match["sep"].strip())), (Edit(span, mended),),
        title=f"write '{mended if meant == 'record' else meant + ':'}'", expected=(f"'{meant}:'",),
        notes=(f"did you mean '{meant}:'?",),
    )  # fmt: skip


_LONGEST_RECORD = 24
_TORN_RECORD = regex(
    r"(?P<head>[a-z0-9:=;.,_ -]{5,9}?)[ \t]*[:=]?[ \t]+(?P<rest>[0-9]{1,3})(?:[ \t]*(?:s|sec|seconds?))?\.?"
)
_TORN_ADDRESS = regex(
    r"(?P<head>[a-z][a-z0-9:;=.,/ ]{3,9}?[ :/a-z0-9]/ ?/?)(?P<rest>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?:]\S*)?)"
)
#: `http: example.org/x`, `https example.org/x`: a scheme with anything but `://` behind it, before an address.
_LOOSE_ADDRESS = regex(
    r"(?P<scheme>https?)(?P<sep>[^\w\r\n]{1,6})(?P<rest>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?(?:[/?][^\s]*)?)",
    re.IGNORECASE,
)


def torn(value: str, start: int) -> Slip | None:
    """`recor:d 30`, `recor5: 30`, `http:s//host`: a sign or a blank within the word before its argument."""
    ends = value[-1].isdigit() or (value[-1] in "sc." and any(map(str.isdigit, value)))
    seconds = ends and len(value) < _LONGEST_RECORD and not value[0].isupper()
    match = _TORN_RECORD.fullmatch(value) if seconds else None
    if match is not None:
        letters = re.sub(r"[^a-z]", "", match["head"])
        if distance(letters, "record") > 1:
            return None
        mended, span = f"record: {match['rest']}", Span(start, start + len(value))
        return slip(
            "IVR009", f"'{match['head'].strip()}' is not a command: callers would hear it as text", span,
            (Edit(span, mended),), title=f"write '{mended}'", expected=("'record: seconds'",),
            notes=("did you mean 'record:'?",),
        )  # fmt: skip
    if value.startswith(("http:///", "https:///")):
        return None  # called, though no host is named
    match = _LOOSE_ADDRESS.fullmatch(value) if value[:1] in "hH" else None
    if match is not None and match["sep"] != "://":
        return _address(f"{match['scheme'].lower()}://{match['rest']}", value, start)
    match = _TORN_ADDRESS.fullmatch(value) if "/" in value else None
    letters = re.sub(r"[^a-z]", "", match["head"]) if match else ""
    if (
        match is None
        or re.fullmatch(r"[a-z]{3,6}[:;]?//", match["head"])
        or min(distance(letters, "https"), distance(letters, "http")) > 1
    ):
        return None
    return _address(f"https://{match['rest']}", value, start)


def _address(mended: str, value: str, start: int) -> Slip:
    span = Span(start, start + len(value))
    return slip(
        "IVR218", f"'{value}' would be read aloud, not called", span, (Edit(span, mended),),
        title=f"write '{mended}'", expected=("a full address such as 'https://example.com/ivr'",),
    )  # fmt: skip
