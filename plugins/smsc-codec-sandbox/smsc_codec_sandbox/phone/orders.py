"""The phones in the JSON API: which calls ring, who talks, and orders to take, decline and work them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads.menu.player import NotPossible
from smsc_codec_sandbox.phone.phone import Declined, Phone, PhoneError
from smsc_codec_sandbox.phone.talk import Talk

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


def _ring(phone: Phone, body: bytes) -> Any:
    phone.set_ring(msgspec.json.decode(body, type=_Ring).seconds)


def _pick_up(phone: Phone, body: bytes) -> Any:
    return as_json(phone.pick_up(msgspec.json.decode(body, type=_PickUp).message))


def _decline(phone: Phone, body: bytes) -> Any:
    order = msgspec.json.decode(body, type=_Decline)
    phone.decline(order.message, order.why)


def _press(phone: Phone, body: bytes) -> Any:
    order = msgspec.json.decode(body, type=_Press)
    return as_json(phone.give(order.talk, order.given))


def _answer(phone: Phone, body: bytes) -> Any:
    order = msgspec.json.decode(body, type=_Answer)
    return phone.answer(order.message, order.text)


ORDERS: dict[str, Callable[[Phone, bytes], Any]] = {
    "ring": _ring,
    "pick-up": _pick_up,
    "decline": _decline,
    "press": _press,
    "answer": _answer,
}


def carry_out(phone: Phone, word: str, body: bytes) -> Any:
    """What an order gives; None for what gives nothing. Raises PhoneError, msgspec.DecodeError."""
    try:
        return ORDERS[word](phone, body)
    except NotPossible as error:
        raise PhoneError(str(error)) from None
