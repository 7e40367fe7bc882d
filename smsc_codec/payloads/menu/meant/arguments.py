"""Slips behind a command that is written as it should be: numbers, fields, seconds."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant import options
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.slip import Slip, slip

_QUOTES = "\"'«»“”„"


def look(value: str, start: int, labels: Labels) -> Slip | None:
    """The slip behind `call:`, `sms:` or `record:`, if there is one."""
    apart = re.match(r"(call|sms|record)[ \t]+:", value)
    if apart:
        span = Span(start, start + apart.end())
        return slip(
            "IVR009", f"space before the colon of '{apart[1]}:'", span, (Edit(span, f"{apart[1]}:"),),
            title=f"write '{apart[1]}:'", safe=True, expected=(f"'{apart[1]}:'",),
        )  # fmt: skip
    if value.startswith("record"):
        return _seconds(value, start)
    if value.startswith("sms"):
        return _sms(value, start)
    head = re.match(r"call[ \t]*:[ \t]*", value)
    assert head is not None
    numbers = re.compile(r"[^\s]*(?:[;,][ \t]*[^\s]+)*?(?=\s+(?:wait|ok|err|record)\b|\s*\Z|\s)").match(
        value, head.end()
    )
    if numbers and numbers.group():
        told = numbers.group()
        bare = re.sub(f"[{_QUOTES}]", "", told)
        mended = bare.translate(_LOOK_LIKE_DIGITS)
        if (
            mended != bare
            and re.fullmatch(r"\+?[0-9]{9,15}(?:,\+?[0-9]{9,15})*", mended)
            and bare[:1].isdigit()
        ):
            return _number("a letter among the digits of a phone number",
                           Span(start + numbers.start(), start + numbers.end()), mended, safe=False)  # fmt: skip
        if bare != told and re.fullmatch(r"[+0-9][0-9,;+]*", bare):
            span = Span(start + numbers.start(), start + numbers.end())
            return _number("phone numbers are written without quotes", span, bare)
        if (
            not told.isdigit()
            and re.fullmatch(r"[+0-9][0-9]{6,}(?:[;,|/][+0-9][0-9]{6,})+", told)
            and re.search("[;|/]", told)
        ):
            at = next(i for i, c in enumerate(told) if c in ";|/")
            span = Span(start + numbers.start() + at, start + numbers.start() + at + 1)
            edit = Edit(Span(start + numbers.start(), start + numbers.end()), re.sub("[;|/]", ",", told))
            return slip(
                "IVR220", f"phone numbers are separated by commas, not '{told[at]}'", span, (edit,), title="use commas",
                safe=True,
                expected=("',' between two numbers",),
            )  # fmt: skip
    return options.look(value, start, labels)


_UNIT = regex(
    r"record[ \t]*:[ \t]*(?P<all>(?P<number>[0-9]{1,4})[ \t]*(?:s|sec|seconds?|с|сек|секунд\w?)\.?)",
    re.IGNORECASE,
)


def _seconds(value: str, start: int) -> Slip | None:
    """`record: 30 sec`: the number stands alone (IVR-9)."""
    match = _UNIT.fullmatch(value)
    if match is None:
        return None
    span = Span(start + match.start("all"), start + match.end("all"))
    return slip(
        "IVR216", f"recording time must be a whole number of seconds, not '{match['all']}'", span,
        (Edit(span, match["number"]),), title=f"write {match['number']}", safe=True, expected=(match["number"],),
    )  # fmt: skip


#: Letters that people take for digits, or that look like them.
_LOOK_LIKE_DIGITS = str.maketrans("OoОоlIЗзб", "000011336")
_A_PHONE = regex(r"\$phone|\+?[0-9]{9,15}")
_SMS = regex(r"sms[ \t]*:[ \t]*(?P<phone>[^,;]*)(?P<first>[,;])(?P<sender>[^,;]*)(?P<second>[,;])?")


def _sms(value: str, start: int) -> Slip | None:
    """Slips between the three fields of an SMS (IVR-8)."""
    match = _SMS.match(value)
    if match is None:
        return None
    form = ("'sms:phone,sender,message'",)
    if ";" in (match["first"], match["second"]) and match["second"]:
        places = [Span(start + match.start(name), start + match.end(name)) for name in ("first", "second")]
        edits = tuple(Edit(span, ",") for span in places if value[span.start - start] == ";")
        return slip("IVR212", "the fields of an SMS are separated by commas", edits[0].span, edits,
                    title="use commas", safe=True, expected=form)  # fmt: skip
    sender = match["sender"].strip()
    phone = match["phone"].strip()
    if match["second"] and _A_PHONE.fullmatch(sender) and not _A_PHONE.fullmatch(phone) and phone:
        span = Span(start + match.start("phone"), start + match.end("sender"))
        return slip("IVR212", "the phone number comes first, then the sender", span, (Edit(span, f"{sender},{phone}"),),
                    title=f"write '{sender},{phone}'", expected=form)  # fmt: skip
    if not sender.isascii() and " " in sender:
        at = start + match.start("sender")
        span = Span(at, at + len(match["sender"].rstrip()))
        return slip("IVR212", "the SMS has no sender: its text is in the sender's place", span,
                    (Edit(Span(at, at), "Sender,"),), expected=form)  # fmt: skip
    return None


def _number(message: str, span: Span, bare: str, *, safe: bool = True) -> Slip:
    return slip(
        "IVR220", message, span, (Edit(span, bare),), title=f"write {bare}", safe=safe, expected=(bare,)
    )
