"""The phones in the JSON API: which calls ring, who talks, and orders to take, decline and work them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta, Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.menu.player import NotPossible
from smsc_codec_sandbox.orders import Order
from smsc_codec_sandbox.phone.phone import Declined, Phone, PhoneError
from smsc_codec_sandbox.phone.talk import Talk

if TYPE_CHECKING:
    from smsc_codec_sandbox.service import Service

_Key = Annotated[int, Meta(ge=1, lt=1 << 62)]


class _Ring(Struct, frozen=True, forbid_unknown_fields=True):
    seconds: float


class _PickUp(Struct, frozen=True, forbid_unknown_fields=True):
    message: _Key


class _Decline(Struct, frozen=True, forbid_unknown_fields=True):
    message: _Key
    why: Declined = "busy"


class _Press(Struct, frozen=True, forbid_unknown_fields=True):
    talk: _Key
    given: str


class _Answer(Struct, frozen=True, forbid_unknown_fields=True):
    message: _Key
    text: str


def as_json(talk: Talk) -> dict[str, Any]:
    """A talk as the API shows it."""
    return {
        "talk": talk.key,
        "message": talk.message.key,
        "phone": talk.message.phone,
        "rehearsal": talk.rehearsal,
        "over": talk.over,
        "place": talk.place,
        "possible": talk.possible,
        "lines": talk.lines,
    }


def _transcript(talk: Talk) -> str | None:
    try:
        return talk.transcript()
    except BuildError:  # what was heard holds a letter that no file can
        return None


def state(phone: Phone) -> dict[str, Any]:
    """How long calls ring, those that ring now, and all talks with their transcripts, the newest first."""
    talks = [as_json(talk) | {"transcript": _transcript(talk)} for talk in reversed(phone.talks.values())]
    return {"ring": phone.ring, "ringing": [message.key for message in phone.ringing()], "talks": talks}


def _press(service: Service, order: _Press) -> Any:
    try:
        return as_json(service.phone.give(order.talk, order.given))
    except NotPossible as error:
        raise PhoneError(str(error)) from None


ORDERS: dict[str, Order] = {
    "ring": Order(
        _Ring, lambda service, order: service.phone.set_ring(order.seconds),
        "calls ring so long from now on; at 0 all are heard to their end",
    ),
    "pick-up": Order(
        _PickUp, lambda service, order: as_json(service.phone.pick_up(order.message)), "take a call; gives the talk"
    ),
    "press": Order(_Press, _press, "press a key in a talk, or let something of its `possible` come"),
    "decline": Order(
        _Decline, lambda service, order: service.phone.decline(order.message, order.why), "do not take a call"
    ),
    "answer": Order(
        _Answer, lambda service, order: service.phone.answer(order.message, order.text),
        "somebody answers a message; the account's address is told",
    ),
}  # fmt: skip
