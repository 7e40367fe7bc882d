"""The room of the phone: calls that ring are taken, worked by keys, and seen in the picture of their menu."""

from __future__ import annotations

from functools import partial
from itertools import islice

from msgspec import Struct

from smsc_codec.diagnostics import BuildError
from smsc_codec.payloads import menu
from smsc_codec.payloads.menu.caller.picture import graph
from smsc_codec.payloads.menu.model import Record
from smsc_codec.payloads.menu.player import HUNG_UP
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.orders import Order
from smsc_codec_sandbox.phone.orders import ORDERS
from smsc_codec_sandbox.phone.phone import PhoneError
from smsc_codec_sandbox.phone.talk import Talk
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.web import views
from smsc_codec_sandbox.web.found import complete
from smsc_codec_sandbox.web.room import Asked, Room, Wrong, refused

#: So many calls can be chosen, the newest.
_CALLS = 50
_KEYS = "123456789*0#"
#: The longest menu that is drawn: the page takes 1000 characters (PAR-3).
_MOST_DRAWN = 2000


class Shown(Struct, frozen=True):
    """A talk as the page shows it.

    `keys` are those of a phone, each with whether it can be pressed; `outcomes` are what else can come from outside;
    `recorded` is how many seconds are recorded now. `here` is the box of the picture where the caller is.
    """

    talk: Talk
    keys: tuple[tuple[str, bool], ...]
    outcomes: tuple[str, ...]
    here: str
    recorded: int | None
    drawn: bool


def _shown(talk: Talk) -> Shown:
    place, possible = talk.place, talk.possible
    outcomes = tuple(one for one in possible if one not in (*_KEYS, HUNG_UP, "wrong key"))
    here = place["item"] if place["at"] in ("call", "recording", "unread") else place["menu"]
    actions = [item.action for item in talk.menu.items if item.key == place["item"]]
    seconds = next((one.seconds for one in actions if isinstance(one, Record)), None) or 30  # IVR-9
    return Shown(
        talk=talk,
        keys=tuple((key, place["at"] == "menu") for key in _KEYS),
        outcomes=outcomes,
        here="" if talk.over else here,
        recorded=seconds if place["at"] == "recording" else None,
        drawn=talk.has_menu and len(talk.message.text) <= _MOST_DRAWN,
    )


def _listed(asked: Asked) -> dict[str, object]:
    """The calls that ring, and those that can be rehearsed."""
    phone = asked.service.phone
    ringing = phone.ringing()
    keys = {message.key for message in ringing}
    calls = (
        one for one in asked.service.store.messages(limit=1000) if one.channel == "call" and not one.talking
    )
    others = [one for one in islice(calls, _CALLS) if one.key not in keys]
    return {
        "ringing": _rows(asked, ringing),
        "calls": _rows(asked, others),
        "ring": int(phone.ring),
        "lengths": sorted({0, 15, 30, 60, 120, int(phone.ring)}),
    }


def _rows(asked: Asked, messages: list[Message]) -> list[views.Row]:
    return [views.row(asked, found) for found in complete(asked.service, messages)]


def page(asked: Asked) -> Answer:
    """The page, with the newest talk that is not over."""
    talks = [talk for talk in asked.service.phone.talks.values() if not talk.over]
    shown = _shown(talks[-1]) if talks else None
    return asked.page("phone.html", **_listed(asked), shown=shown, room=ROOM)


def calls(asked: Asked) -> Answer:
    """The calls."""
    return asked.fragment("calls.html", **_listed(asked))


def talk(asked: Asked) -> Answer:
    """A talk as it is now."""
    return asked.fragment("talk.html", shown=_shown(_talk(asked)))


def _talk(asked: Asked) -> Talk:
    try:
        return asked.service.phone.talk(asked.number("talk"))
    except PhoneError as error:
        raise Wrong(str(error), 404) from None


def transcript(asked: Asked) -> Answer:
    """A talk as a `.call` test of its menu."""
    one = _talk(asked)
    try:
        text = one.transcript()
    except BuildError as error:
        return refused(str(error), 400)
    return _saved(text, f"call-{one.message.key}.call")


def source(asked: Asked) -> Answer:
    """The menu of a call, as a file beside its transcript."""
    message = _message(asked)
    return _saved(message.text, f"call-{message.key}.menu")


def _message(asked: Asked) -> Message:
    message = asked.service.store.by_key(asked.number("message"))
    if message is None or message.channel != "call":
        raise Wrong(asked.say("this message is not there any more"), 404)
    return message


def _saved(text: str, name: str) -> Answer:
    headers = (("content-disposition", f'attachment; filename="{name}"'),)
    return Answer(text.encode(errors="replace"), media="text/plain", headers=headers)


def picture(asked: Asked) -> Answer:
    """The menu of a call as a picture, the place of the caller lit."""
    text = _message(asked).text[:_MOST_DRAWN]
    here = asked.query.get("here")
    policy = ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
    value = menu.read(text).value
    if value is None:
        raise Wrong(asked.say("this call has no menu"), 404)
    made = graph(value, here=here)
    return Answer(made.encode(), media="image/svg+xml", headers=(policy,))


def carry_out(order: Order, asked: Asked) -> Answer:
    """What the phone is ordered."""
    try:
        return asked.done(order.carry_out(asked.service, asked.order(order.kind)))
    except PhoneError as error:
        raise Wrong(asked.say(str(error))) from None


ROOM = Room(
    "Phone",
    "/sandbox/phone",
    {
        ("GET", "/sandbox/phone"): page,
        ("GET", "/sandbox/page/calls"): calls,
        ("GET", "/sandbox/page/talk"): talk,
        ("GET", "/sandbox/page/picture"): picture,
        ("GET", "/sandbox/page/transcript"): transcript,
        ("GET", "/sandbox/page/menu"): source,
        **{
            ("POST", f"/sandbox/page/phone/{name}"): partial(carry_out, order)
            for name, order in ORDERS.items()
        },
    },
)
