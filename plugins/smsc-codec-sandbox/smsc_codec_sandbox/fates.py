"""What becomes of a message: numbers that fail on purpose, and its status at any moment (VIR-1, STA-4, STA-5)."""

from __future__ import annotations

from smsc_codec_sandbox.config import Config, Fate, Pace
from smsc_codec_sandbox.model import Message

#: Numbers that fail without being configured; three digits follow: the error in a status that says "cannot be
#: delivered", a last status, the code that the request is refused with.
FAILS, ENDS, REFUSED = "79999990", "79999991", "79999992"
WAITING, SENT, DELIVERED, UNDELIVERABLE = -1, 0, 1, 20
#: Of a call that nobody took (STA-5).
NO_ANSWER = Fate(UNDELIVERABLE, 237)


def fate(phone: str, config: Config) -> Fate:
    """What becomes of messages to a number."""
    said = config.numbers.get(phone)
    if said is not None:
        return said
    head, tail = phone[:-3], phone[-3:]
    code = int(tail) if tail.isascii() and tail.isdigit() else 0
    if not code or head not in (FAILS, ENDS, REFUSED):
        return Fate()
    if head == FAILS:
        return Fate(UNDELIVERABLE, code)
    return Fate(code) if head == ENDS else Fate(refuse=code)


def status(message: Message, now: float, pace: Pace) -> tuple[int, int, float]:
    """A message's status, the error in it, and since when it has it."""
    # VIR-1: e-mail is not sent virtually, so it waits for ever.
    if message.channel == "mail" or (message.over is None and now < message.due + pace.sent):
        return WAITING, 0, message.made
    if message.talking or now < final_at(message, pace):
        return SENT, 0, message.due + pace.sent
    last = last_fate(message)
    return last.status, last.err, final_at(message, pace)


def last_fate(message: Message) -> Fate:
    """What becomes of a message in the end; a call that rings until then is not answered."""
    return NO_ANSWER if message.rings is not None else message.fate


def comment(message: Message, now: float, pace: Pace) -> str:
    """What the history shows under a message; of a call that was listened to, its overtime as well."""
    over = message.fate.overtime if message.channel == "call" else 0
    if not over or status(message, now, pace)[0] != DELIVERED:
        return message.comment
    return "\n".join(filter(None, (message.comment, f"overtime: {over} s")))


def final_at(message: Message, pace: Pace) -> float:
    """When a message gets its last status, if nobody talks."""
    if message.over is not None:
        return message.over
    if message.rings is not None:
        return message.due + pace.sent + message.rings
    return message.due + max(pace.sent, pace.final)
