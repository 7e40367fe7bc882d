"""The room of failures: what goes wrong on purpose, now and then or by a rule."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from smsc_codec_sandbox.faults import CODES, Fault
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.web.room import Asked, Room, Wrong


class _Mend(Struct, frozen=True, forbid_unknown_fields=True):
    fault: Fault | None = None


class Ordered(Struct, frozen=True):
    """A failure that is ordered: what goes wrong, for which requests, how often; and its JSON, to take it back by."""

    what: str
    whose: str
    how_often: str
    json: str


def _ordered(asked: Asked, fault: Fault) -> Ordered:
    say = asked.say
    what = [say("error {code}", code=fault.code)] if fault.code is not None else []
    what += [say("{seconds} s late", seconds=f"{fault.delay:g}")] if fault.delay else []
    what += [say("cut after {count} bytes", count=fault.cut)] if fault.cut is not None else []
    what += [say("HTTP status {code}", code=fault.status)] if fault.status != 200 else []
    what += [say("another reply: {text}", text=fault.body[:60])] if fault.body is not None else []
    whose = [say("endpoint {name}", name=fault.endpoint)] if fault.endpoint else []
    whose += [say("numbers from {phone}", phone=fault.phone)] if fault.phone else []
    whose += [say("account {login}", login=fault.login)] if fault.login else []
    often = (
        say("until it is taken back") if fault.times is None else say("{times} more times", times=fault.times)
    )
    if fault.probability < 1:
        often = f"{say('{percent} % of them', percent=f'{fault.probability * 100:g}')}, {often}"
    return Ordered(
        ", ".join(what), ", ".join(whose) or say("all requests"), often, msgspec.json.encode(fault).decode()
    )


def _values(asked: Asked) -> dict[str, object]:
    return {"ordered": [_ordered(asked, fault) for fault in tuple(asked.service.faults.waiting)]}


def page(asked: Asked) -> Answer:
    """The page."""
    return asked.page("failures.html", room=ROOM, endpoints=tuple(CODES), **_values(asked))


def ordered(asked: Asked) -> Answer:
    """What is ordered by now."""
    return asked.fragment("ordered.html", **_values(asked))


def fail(asked: Asked) -> Answer:
    """Order a failure."""
    try:
        asked.service.fail(asked.order(Fault))
    except msgspec.ValidationError as error:
        raise Wrong(str(error)) from None
    return asked.done()


def mend(asked: Asked) -> Answer:
    """Take one back, or all."""
    asked.service.mend(asked.order(_Mend).fault)
    return asked.done()


ROOM = Room(
    "Failures",
    "/sandbox/failures",
    {
        ("GET", "/sandbox/failures"): page,
        ("GET", "/sandbox/page/failures"): ordered,
        ("POST", "/sandbox/page/fail"): fail,
        ("POST", "/sandbox/page/mend"): mend,
    },
)
