"""Failures that a test orders for the next requests: a refusal, a slow or a cut reply, another HTTP status."""

from __future__ import annotations

from threading import Lock
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, structs

from smsc_codec_sandbox.config import Amount, Seconds


class Fault(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What goes wrong with the next `times` requests, to one `endpoint` (such as `send`) where it is said.

    `code` refuses them (ERR-4, ERR-5). `delay` lets the reply wait so many seconds. `cut` ends the connection after so
    many bytes of the reply. `status` is another HTTP status, `body` another reply. Refused requests, and those with a
    status of 500 or more, are not carried out; the others are, whatever the client gets to see.
    """

    times: Amount = 1
    endpoint: str | None = None
    code: Annotated[int, Meta(ge=1, le=99)] | None = None
    delay: Seconds = 0.0
    cut: Annotated[int, Meta(ge=0)] | None = None
    status: Annotated[int, Meta(ge=200, le=599)] = 200
    body: str | None = None

    def __str__(self) -> str:
        shown = {name: getattr(self, name) for name in ("code", "delay", "cut", "status", "body")}
        return ", ".join(f"{name} {value}" for name, value in shown.items() if value not in (None, 0.0, 200))


#: ERR-4, ERR-5, STA-7, BAL-1: what each endpoint refuses with.
CODES = {
    "send": (1, 2, 3, 4, 5, 6, 7, 8, 9), "templates": (1, 2, 3, 4, 5, 9), "op_templates": (1, 2, 4, 9),
    "ping": (1, 2, 3, 4, 9), "status": (1, 2, 4, 5, 9), "balance": (1, 2, 4, 9),
}  # fmt: skip


def check(fault: Fault) -> None:
    """Raise msgspec.ValidationError for a failure that cannot be, so that no test waits for it in vain."""
    if fault.endpoint is not None and fault.endpoint not in CODES:
        raise ValidationError(f"endpoint: there is no '{fault.endpoint[:40]}', only {', '.join(CODES)}")
    codes = CODES[fault.endpoint or "send"]
    if fault.code is not None and fault.code not in codes:
        raise ValidationError(
            f"code: {fault.endpoint or 'the service'} has {', '.join(map(str, codes))} only"
        )
    if not str(fault) and fault.cut is None:
        raise ValidationError("say what goes wrong: code, delay, cut, status or body")


class Faults:
    """The failures that are ordered, in order."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.waiting: list[Fault] = []

    def take(self, endpoint: str) -> Fault | None:
        """The failure of a request that came, if one is ordered."""
        with self._lock:
            for at, fault in enumerate(self.waiting):
                if fault.endpoint in (None, endpoint):
                    left = [structs.replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                    self.waiting[at : at + 1] = left
                    return fault
        return None
