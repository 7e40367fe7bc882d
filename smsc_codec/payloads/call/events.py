"""What happens in a menu as the lines of a transcript, and whether it is what a line says."""

from __future__ import annotations

from collections.abc import Sequence

from smsc_codec.payloads.call.model import (
    Anything,
    Call,
    Happens,
    Hear,
    Leave,
    Notify,
    Pattern,
    Record,
    Sms,
    Unread,
)
from smsc_codec.payloads.carried import same_number
from smsc_codec.payloads.files import Speech, write
from smsc_codec.payloads.menu import model as menu
from smsc_codec.payloads.menu.caller.speech import DEFAULT_RECORD, DEFAULT_WAIT
from smsc_codec.payloads.menu.player import Happened


def heard(speech: Speech) -> str:
    """What a caller hears: any white space is one blank, a file is its mark."""
    text = "".join(part if isinstance(part, str) else write(part) for part in speech)
    return " ".join(text.split())


def step_of(happened: Happened) -> Happens | None:
    """The line that says all of what happened; None where there is nothing to hear."""
    text = heard(happened.text)
    match happened.action:
        case menu.Call(phones, wait, _, _, record):
            return Call(phones, DEFAULT_WAIT if wait is None else wait, record)
        case menu.Sms(phone, sender, words):
            return Sms(phone, sender, (heard(words),))
        case menu.Url(address):
            return Notify(address)
        case menu.Record(seconds):
            return Record(DEFAULT_RECORD if seconds is None else seconds)
        case menu.Unread():
            return Unread()
    if happened.kind == "leave":
        return Leave((text,) if text else ())
    return Hear((text,)) if text else None


def fits(wanted: Happens, came: Happens) -> bool:
    """Whether a line says what came; what it does not say counts for nothing."""
    match wanted, came:
        case (Hear(pattern), Hear(text)) | (Leave(pattern), Leave(text)):
            return _matches(pattern, text)
        case Call(phones, wait, record), Call():
            same = [*map(same_number, phones)] == [*map(same_number, came.phones)]
            return (same or not phones) and wait in (None, came.wait) and (came.record or not record)
        case Sms(phone, sender, pattern), Sms(to, by, text):
            same = phone is None or to is None or same_number(phone) == same_number(to)
            return same and sender in (None, by) and _matches(pattern, text)
        case Notify(address), Notify():
            return address in (None, came.address)
        case Record(seconds), Record():
            return seconds in (None, came.seconds)
        case Unread(), Unread():
            return True
    return False


def _matches(pattern: Pattern, text: Pattern) -> bool:
    """Whether the parts stand in a text in order, with anything where the pattern has None; linear."""
    if not pattern:
        return True
    words = " ".join(part or "" for part in text)
    parts = [None if part is None else " ".join(part.split()) for part in pattern]
    if None not in parts:
        return words == parts[0]
    first, last = parts[0] or "", parts[-1] or ""
    if len(first) + len(last) > len(words) or not (words.startswith(first) and words.endswith(last)):
        return False
    at, end = len(first), len(words) - len(last)
    for part in parts[1:-1]:
        if part is not None:
            at = words.find(part, at, end)
            if at < 0:
                return False
            at += len(part)
    return True


def first_misfit(wanted: Sequence[Happens], came: Sequence[Happens]) -> tuple[int, int] | None:
    """The number of the first line that does not fit, and of what came there instead; None where all do.

    A number behind the last means: a line more was wanted, or more came than was wanted. `Anything` takes as little
    as can be, so what stands between two of them is found where it comes first.
    """
    at = line = 0
    while True:
        run = line
        while run < len(wanted) and not isinstance(wanted[run], Anything):
            run += 1
        lines, last = wanted[line:run], run == len(wanted)
        # The first lines stand at the beginning, the last ones at the end, those between where they first fit.
        if line == 0 or last:
            start = at if line == 0 else max(len(came) - len(lines), at)
            fit = _fitting(lines, came[start:])
        else:
            fit, start = _first_run(lines, came, at)
        if fit < len(lines):
            return line + fit, start + fit
        at = start + fit
        if last:
            return None if at == len(came) else (run, at)
        line = run + 1


def _fitting(lines: Sequence[Happens], came: Sequence[Happens]) -> int:
    """How many of the lines fit what came, one after the other."""
    fit = 0
    while fit < min(len(lines), len(came)) and fits(lines[fit], came[fit]):
        fit += 1
    return fit


def _first_run(lines: Sequence[Happens], came: Sequence[Happens], first: int) -> tuple[int, int]:
    """How many lines fit one after the other, and from where: all of them where they first do, else the most.

    All places are looked at in one pass: bit n of `runs` says that the first n + 1 lines fit, up to what came last.
    """
    best = (0, first)
    places: dict[Happens, int] = {}
    for number, line in enumerate(lines):
        places[line] = places.get(line, 0) | 1 << number
    fitting: dict[Happens, int] = {}
    runs = 0
    for at in range(first, len(came)):
        event = came[at]
        if event not in fitting:
            fitting[event] = sum(bits for line, bits in places.items() if fits(line, event))
        runs = (runs << 1 | 1) & fitting[event]
        length = runs.bit_length()
        if length > best[0]:
            best = length, at - length + 1
        if length == len(lines):
            break
    return best


def sayable(step: Happens) -> Happens:
    """The line without what cannot be written, since it was not read in the menu, or must not: a key or password."""
    from smsc_codec.payloads.call.write import is_sayable, line
    from smsc_codec.secrets import spans

    if is_sayable(step) and not spans(line(step)):
        return step
    match step:
        case Call(_, wait, record):
            return Call((), wait, record)
        case Sms(_, _, text) if is_sayable(Sms(text=text)) and not spans(line(Sms(text=text))):
            return Sms(text=text)
    return type(step)()
