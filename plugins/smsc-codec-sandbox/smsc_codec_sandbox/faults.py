"""Failures that a test orders: a refusal, a slow or a cut reply, another HTTP status; for the next requests, or now and
then, for some requests only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from random import Random
from threading import Lock
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, structs

from smsc_codec.api.operations import GetStatus, Operation, Send
from smsc_codec_sandbox.config import Amount, Seconds


class Fault(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What goes wrong with the next `times` requests, null for all that come.

    Of which requests, where it is said: to one `endpoint` (such as `send`), about a number that begins with `phone`, of
    one account, `login`. With a `probability` below 1 each of them is hit with that chance only.

    `code` refuses them (ERR-4, ERR-5). `delay` lets the reply wait so many seconds, or until the client goes. `cut`
    ends the connection after so many bytes of the reply. `status` is another HTTP status, `body` another reply.
    Refused requests, and those with a status of 500 or more, are not carried out; the others are, whatever the client
    gets to see.
    """

    times: Amount | None = 1
    endpoint: str | None = None
    phone: Annotated[str, Meta(min_length=1, max_length=100)] | None = None
    login: Annotated[str, Meta(min_length=1, max_length=100)] | None = None
    probability: Annotated[float, Meta(gt=0, le=1)] = 1.0
    code: Annotated[int, Meta(ge=1, le=99)] | None = None
    delay: Seconds = 0.0
    cut: Annotated[int, Meta(ge=0)] | None = None
    status: Annotated[int, Meta(ge=200, le=599)] = 200
    body: Annotated[str, Meta(max_length=100_000)] | None = None

    def __str__(self) -> str:
        shown = {name: getattr(self, name) for name in ("code", "delay", "cut", "status", "body")}
        return ", ".join(f"{name} {value}" for name, value in shown.items() if value not in (None, 0.0, 200))


#: ERR-4, ERR-5, STA-7, BAL-1: what each endpoint refuses with.
CODES = {
    "send": (1, 2, 3, 4, 5, 6, 7, 8, 9), "templates": (1, 2, 3, 4, 5, 9), "op_templates": (1, 2, 4, 9),
    "ping": (1, 2, 3, 4, 9), "status": (1, 2, 4, 5, 9), "balance": (1, 2, 4, 9),
}  # fmt: skip
#: The endpoints whose requests name numbers.
_WITH_NUMBERS = ("send", "status")
#: More failures are not ordered at once, and no more characters of their replies: all of them are kept anew with each.
MOST, MOST_BODIES = 1000, 1_000_000
_CHANCE = Random().random


def check(fault: Fault) -> None:
    """Raise msgspec.ValidationError for a failure that cannot be, so that no test waits for it in vain."""
    if fault.endpoint is not None and fault.endpoint not in CODES:
        raise ValidationError(f"endpoint: there is no '{fault.endpoint[:40]}', only {', '.join(CODES)}")
    codes = CODES[fault.endpoint or "send"]
    if fault.code is not None and fault.code not in codes:
        raise ValidationError(
            f"code: {fault.endpoint or 'the service'} has {', '.join(map(str, codes))} only"
        )
    if fault.phone is not None and fault.endpoint not in (None, *_WITH_NUMBERS):
        raise ValidationError(f"phone: only requests to {' and '.join(_WITH_NUMBERS)} name numbers")
    if not str(fault) and fault.cut is None:
        raise ValidationError("say what goes wrong: code, delay, cut, status or body")


class Asking(Struct, frozen=True):
    """What a rule looks at in a request that came."""

    endpoint: str
    login: str = ""
    operation: Operation | None = None

    def is_about(self, phone: str) -> bool:
        """Whether it names a number that begins so."""
        match self.operation:
            case Send(list=None, phones=phones) if phones is not None:
                named = [getattr(item, "number", getattr(item, "address", "")) for item in phones.items]
            case Send(list=mailing) if mailing is not None:
                named = [number for line in mailing.lines for number in line.phones]
            case GetStatus(messages=messages):
                named = [one.phone.number for one in messages]
            case _:
                return False
        return any(str(number).lstrip("+").startswith(phone.lstrip("+")) for number in named)


class Faults:
    """The failures that are ordered, in order. `chance` gives numbers from 0 up to 1, others each time by itself."""

    def __init__(self, chance: Callable[[], float] = _CHANCE, waiting: Collection[Fault] = ()) -> None:
        self._lock = Lock()
        self._chance = chance
        self.waiting: list[Fault] = list(waiting)

    def take(self, asking: Asking) -> tuple[Fault | None, bool]:
        """The failure of a request that came, if one is ordered; and whether the orders are others now."""
        with self._lock:
            for at, fault in enumerate(self.waiting):
                if not _is_for(fault, asking):
                    continue
                # Chance is asked only where it decides, so that a seed tells the same whatever else comes.
                if fault.probability < 1 and self._chance() >= fault.probability:
                    continue
                if fault.times is None:
                    return fault, False
                left = [structs.replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                self.waiting[at : at + 1] = left
                return fault, True
        return None, False

    def order(self, fault: Fault) -> None:
        """One more. Raises msgspec.ValidationError for one that cannot be, and for one too many."""
        check(fault)
        with self._lock:
            if len(self.waiting) >= MOST:
                raise ValidationError(f"at most {MOST} failures are ordered at once: take some back")
            if sum(len(one.body or "") for one in (*self.waiting, fault)) > MOST_BODIES:
                raise ValidationError(
                    f"the replies of all ordered failures have at most {MOST_BODIES} characters"
                )
            self.waiting.append(fault)

    def take_back(self, fault: Fault | None) -> bool:
        """Take one back that is ordered, None for all; whether there was one."""
        with self._lock:
            if fault is None:
                self.waiting.clear()
                return True
            if fault not in self.waiting:
                return False
            self.waiting.remove(fault)
            return True


def _is_for(fault: Fault, asking: Asking) -> bool:
    return (
        fault.endpoint in (None, asking.endpoint)
        and fault.login in (None, asking.login)
        and (fault.phone is None or asking.is_about(fault.phone))
    )
