"""What the grammar's rules for commands with parameters mean, and what is told of the slips they have a place for."""

from __future__ import annotations

from typing import Any

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.codec import Path
from smsc_codec.payloads.menu.model import Action, Call, Record, Sms
from smsc_codec.payloads.menu.tokens import trimmed
from smsc_codec.payloads.menu.words import WRITTEN

#: IVR-7: the longest wait for the pick-up, in seconds, and the most numbers of one call.
MAX_WAIT = 120
MAX_PHONES = 9

#: Where the parts of an action stand (path below the action, start, end).
Places = list[tuple[Path, int, int]]
#: An action as read: its value, the places of its parts, what was wrong.
Read = tuple[Action, Places, list[Problem]]


def call(text: str, kids: list[Any], begin: int, end: int) -> Read:
    """IVR-7: the numbers, then the parameters in any order, each once."""
    phones: list[str] = []
    given: dict[str, Any] = {}
    places: Places = []
    problems: list[Problem] = []
    seen: dict[str, Span] = {}
    odd: Span | None = None
    for kid in kids:
        kind, start, stop = kid[:3]
        if kind in ("PHONE", "VARIABLE", "ODD_PHONE"):
            places.append((("phones", len(phones)), start, stop))
            phones.append(text[start:stop])
            if kind == "ODD_PHONE":
                problems.append(_not_a_phone(text, Span(start, stop)))
            continue
        span = Span(start, stop)
        if kind == "ODD":
            problems.append(_unknown_option(text, span))
            if odd and not (problems[-1].notes or text[odd.end : start].strip() or "=" in text[start:stop]):
                problems[-2:] = [_unknown_option(text, span := Span(odd.start, stop))]  # words are one slip
            odd = None if problems[-1].notes or "=" in text[start:stop] else span
            continue
        odd = None
        field = _FIELDS[kind]
        if field in seen:
            word = text[start:stop].split("=")[0].split(":")[0].rstrip()
            problems.append(
                Problem(
                    f"'{word}' appears twice in one call",
                    span,
                    "call-duplicate-parameter",
                    labels=(Label(seen[field], "first given here"),),
                )
            )
            continue
        seen[field] = span
        if kind == "RECORD_CALL":
            given[field] = True
            places.append(((field,), start, stop))
            continue
        value, a, b, problem = kid[3:]
        if problem is None:
            given[field] = value
            places.append(((field,), a, b))
        else:
            problems.append(problem)
    problems += _call_shape(text, kids, phones, seen, begin, end)
    return Call(tuple(phones), **given), places, problems


_FIELDS = {"wait": "wait", "ok": "ok_end", "err": "err", "RECORD_CALL": "record"}


def _call_shape(
    text: str, kids: list[Any], phones: list[str], seen: dict[str, Span], begin: int, end: int
) -> list[Problem]:
    """What is wrong with a call as a whole: no number, too many, `record` before other parameters (IVR-7)."""
    problems = []
    if not phones:
        problems.append(
            Problem(
                "the call has no phone number",
                Span(begin, end),
                "call-missing-phone",
                ("a phone number after 'call:'",),
            )
        )
    elif len(phones) > MAX_PHONES:
        extra = [kid for kid in kids if kid[0] in ("PHONE", "VARIABLE", "ODD_PHONE")][MAX_PHONES]
        problems.append(
            Problem(
                f"too many numbers in one call: {len(phones)}",
                Span(extra[1], begin + len(text[begin:end].rstrip())),
                "call-too-many-numbers",
                (f"up to {MAX_PHONES} numbers",),
                primary=f"number {MAX_PHONES + 1} starts here",
            )
        )
    record = seen.get("record")
    if record and (last := max(kid[2] for kid in kids if kid[0] != "ODD")) > record.end:
        edits = (
            Edit(Span(record.start, record.start + len(_gap(text, record))), ""),
            Edit(Span(last, last), f" {WRITTEN['RECORD_CALL']}"),
        )
        problems.append(
            Problem(
                "'record' must be the last parameter of a call",
                record,
                "call-record-not-last",
                ("'record' after all other parameters",),
                labels=(Label(Span(record.end, last), "these come after it"),),
                fixes=(Fix("move 'record' to the end", edits, safe=True),),
            )
        )
    return problems


_GAP = regex(r"\w+[ \t]*")


def _gap(text: str, word: Span) -> str:
    """A word and the blanks after it."""
    match = _GAP.match(text, word.start)
    return match.group() if match else ""


def wait(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    """IVR-7: the wait for the pick-up: its value, its place and its problem, one of the two."""
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    _, a, b = value
    if value[0] == "NUMBER" and int(text[a:b]) <= MAX_WAIT:
        return "wait", begin, end, int(text[a:b]), a, b, None
    fixes: tuple[Fix, ...] = ()
    if value[0] == "NUMBER":
        fixes = (Fix(f"wait {MAX_WAIT} seconds", (Edit(Span(a, b), str(MAX_WAIT)),)),)
    problem = Problem(
        f"wait must be a whole number from 0 to {MAX_WAIT}, not '{text[a:b]}'"
        if a < b
        else "'wait=' has no value",
        Span(a, b),
        "call-wait-range",
        (f"a whole number of seconds from 0 to {MAX_WAIT}",),
        fixes=fixes,
    )
    return "wait", begin, end, None, a, b, problem


def ok(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    """IVR-7: `ok:end`, likewise."""
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    if value[0] == "OK_END":
        return "ok", begin, end, True, begin, end, None
    problem = Problem(
        f"'{text[begin:end]}' is not a call parameter",
        Span(begin, end),
        "call-unknown-parameter",
        ("'ok:end'",),
        fixes=(Fix("write 'ok:end'", (Edit(Span(begin, end), "ok:end"),), safe=False),),
    )
    return "ok", begin, end, None, begin, end, problem


def err(text: str, kids: list[Any], begin: int, end: int) -> tuple[Any, ...]:
    """IVR-7: where to go when nobody answers, likewise."""
    value = kids[1] if len(kids) > 1 else ("ODD", end, end)
    _, a, b = value
    if value[0] == "LABEL":
        return "err", begin, end, text[a:b], a, b, None
    from smsc_codec.payloads.menu.slips import bad_label

    return "err", begin, end, None, a, b, bad_label(text, Span(a, b))


def sms(text: str, kids: list[Any], begin: int, end: int) -> Read:
    """IVR-8: the number, the sender, the text."""
    phone = sender = words = ""
    places: Places = []
    problems: list[Problem] = []
    for kind, start, stop in kids:
        if kind == "SENDER":
            sender, start, stop = trimmed(text, start, stop)
            places.append((("sender",), start, stop))
        elif kind.endswith("SMS_TEXT"):
            words, start, stop = trimmed(text, start, stop)
            places.append((("text",), start, stop))
        else:
            phone = text[start:stop]
            places.append((("phone",), start, stop))
            if kind == "ODD_PHONE":
                problems.append(_not_a_phone(text, Span(start, stop)))
    missing = [
        name for name, value in (("phone", phone), ("sender", sender), ("message", words)) if not value
    ]
    if missing:
        problems.append(
            Problem(
                f"missing from the SMS: {', '.join(missing)}",
                Span(begin, begin + len(text[begin:end].rstrip())),
                "sms-fields",
                ("'sms:phone,sender,message'",),
            )
        )
    return Sms(phone, sender, words), places, problems


def record(text: str, kids: list[Any], begin: int, end: int) -> Read:
    """IVR-9: the seconds, if they are given."""
    if not kids:
        return Record(), [], []
    kind, start, stop = kids[0]
    words, start, stop = trimmed(text, start, stop)
    if kind == "SECONDS" and int(words) > 0:
        return Record(int(words)), [(("seconds",), start, stop)], []
    problem = Problem(
        f"recording time must be a whole number of seconds, not '{words}'",
        Span(start, stop),
        "record-invalid",
        ("a whole number of seconds from 1",),
    )
    return Record(), [(("seconds",), start, stop)], [problem]


def _not_a_phone(text: str, span: Span) -> Problem:
    return Problem(
        f"'{text[span.start : span.end]}' is not a phone number",
        span,
        "phone-format",
        ("digits in international form, such as 79990000000",),
    )


def _unknown_option(text: str, span: Span) -> Problem:
    from smsc_codec.payloads.menu.slips import unknown_option

    return unknown_option(text, span)
