"""Calls at their limits: when they ring, who takes them, what is told and paid (IVR-6 .. IVR-9)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs
from smsc_codec_sandbox.config import Fate, settled
from smsc_codec_sandbox.courier import Notice
from smsc_codec_sandbox.fates import comment, final_at, status
from smsc_codec_sandbox.model import Message
from smsc_codec_sandbox.phone import orders
from smsc_codec_sandbox.phone.phone import MOST_TALKS, PhoneError
from smsc_codec_sandbox.phone.talk import MOST_STEPS, Talk
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from test_sandbox_figures import START, _Stopped
from test_sandbox_places import message

CALLS = "Hi\n{menu: Press.\n1: sms:$phone,Shop,Code $phone\n2: url\n3: http://127.0.0.1:9/own\n4: Bye.\n5: repeat\n}"
ACCOUNTS = [
    {"login": "a", "psw": "1", "callback": "http://127.0.0.1:9/told?md5=x", "number": "74950000000"},
    {"login": "b", "psw": "1", "balance": "0.50"},
]


def made(**more: Any) -> Service:
    """A sandbox where calls ring for ten seconds, of which the first begins to ring in a second."""
    return Service(settled({"ring": 10, "limits": False, "accounts": ACCOUNTS, **more}), clock=_Stopped())


def call(service: Service, text: str = CALLS, **more: Any) -> Message:
    """A call that is on its way, of a request of its own."""
    key, request = service.store.next_message(), service.store.next_request()
    said = {"channel": "call", "made": START, "due": START, "cnt": 5, "cost": Decimal("0.50"), **more}
    one = service.phone.held(message(text, key=key, request=request, **said))
    service.store.add([one])
    service.phone.coming(one)
    return one


@pytest.mark.parametrize(
    ("ahead", "ringing", "code"),
    [
        (0.9, [], (-1, 0)),
        (1.0, [1], (0, 0)),
        (10.9, [1], (0, 0)),
        (11.0, [], (20, 237)),
        (99.0, [], (20, 237)),
    ],
)
def test_when_a_call_rings(ahead: float, ringing: list[int], code: tuple[int, int]) -> None:
    """STA-4, STA-5: from when it was sent, for as long as calls ring; then nobody answers."""
    service = made()
    one = call(service)
    service.clock.ahead = ahead
    assert [ring.key for ring in service.phone.ringing()] == ringing
    assert status(one, service.clock.now(), service.config.pace)[:2] == code
    service.store.close()


@pytest.mark.parametrize(
    ("more", "rings"),
    [({}, 10.0), ({"channel": "sms"}, None), ({"fate": Fate(20, 6)}, None), ({"fate": Fate(2)}, None)],
)
def test_what_rings(more: dict[str, Any], rings: float | None) -> None:
    """A call that would be heard rings; nothing else does, and nothing where phones do not ring."""
    assert call(made(), **more).rings == rings
    assert call(made(ring=0), **more).rings is None


def test_who_looks_is_told() -> None:
    """Who looks hears when a call begins to ring, and when nobody has taken it; not in between."""
    service = made()
    call(service)
    heard: list[tuple[str, tuple[int, ...]]] = []
    service.store.watchers.append(lambda topic, keys: heard.append((topic, keys)))
    for ahead in (0.5, 1.0, 5.0, 11.0, 12.0):
        service.clock.ahead = ahead
        service.phone.tick()
    assert heard == [("calls", (1,)), ("messages", (1,))] * 2
    service.store.close()


def test_what_a_menu_does() -> None:
    """IVR-6, IVR-8: an SMS goes to who is called, from whom the menu says, for money; an address is told of the item,
    the account's own without what its query says.
    """
    service = made()
    call(service)
    service.clock.ahead = 2.0
    talk = service.phone.pick_up(1)
    service.clock.ahead = 5.9
    for key in "1234":
        service.phone.give(talk.key, key)
    dues = [*service.courier.due(START + 1e6)]
    told = [
        (due.address, due.callback.item, due.callback.seconds, due.at)
        for due in dues
        if isinstance(due.callback, Notice)
    ]
    assert told == [
        ("http://127.0.0.1:9/told", "2", 3, START + 5.9), ("http://127.0.0.1:9/own", "3", 3, START + 5.9),
    ]  # fmt: skip
    sms, _ = service.store.messages()
    assert (sms.phone, sms.text, sms.said, sms.sender, sms.channel) == (
        "79990000001", "Code 79990000001", "Code 79990000001", "Shop", "sms",
    )  # fmt: skip
    assert (sms.cost, sms.cnt, sms.made, sms.due, sms.request) == (
        Decimal("1.00"),
        1,
        START + 5.9,
        START + 5.9,
        1,
    )
    assert (sms.id, sms.comment, sms.fate) == (2, "sent by the menu of message 1", Fate())
    assert [due.callback.id for due in dues if due.callback.__class__.__name__ == "StatusReport"] == [2]
    assert service.clients.all()[0].state.balance == Decimal("999.00")
    service.store.close()


@pytest.mark.parametrize(
    ("text", "cnt", "cost"), [("я" * 70, 1, "1.00"), ("я" * 71, 2, "2.00"), ("x" * 161, 2, "2.00")]
)
def test_what_an_sms_of_a_menu_costs(text: str, cnt: int, cost: str) -> None:
    """SEG-1: by the part, as any other; to a number with a plus, or one that fails on purpose."""
    service = made()
    call(service, f"{{menu: A\n1: sms:+79999990006,Shop,{text}\n}}")
    service.clock.ahead = 2.0
    service.phone.give(service.phone.pick_up(1).key, "1")
    sms = next(service.store.messages())
    assert (sms.cnt, str(sms.cost), sms.phone, sms.fate) == (cnt, cost, "79999990006", Fate(20, 6))
    service.store.close()


def test_calls_of_an_account_without_an_address() -> None:
    """IVR-6: the bare word has nobody to tell there; who has no money sends nothing; the call goes on."""
    service = made()
    call(service, login="b")
    service.clock.ahead = 2.0
    talk = service.phone.pick_up(1)
    for key in "1234":
        service.phone.give(talk.key, key)
    dues = [*service.courier.due(START + 1e6)]
    assert [due.address for due in dues] == ["http://127.0.0.1:9/own"]
    assert [one.channel for one in service.store.messages()] == ["call"]
    assert (talk.over, [len(talk.happened)]) == (False, [2])
    service.phone.give(talk.key, "hung up")
    assert [*service.courier.due(START + 1e6)] == []
    answer = service.phone.answer(1, "Yes")
    assert (answer.to, [*service.courier.due(START + 1e6)]) == ("79999999999", [])
    service.store.close()


def test_calls_of_nobody() -> None:
    """A call whose account is not in the configuration any more is taken and answered all the same."""
    service = made()
    call(service, login="gone")
    service.clock.ahead = 2.0
    talk = service.phone.pick_up(1)
    service.phone.give(talk.key, "1")
    service.phone.give(talk.key, "hung up")
    assert service.phone.answer(1, "x").to == ""
    assert [*service.courier.due(START + 1e6)] == []
    service.store.close()


def test_what_cannot_be_done() -> None:
    """What is no call, what does not ring, and what somebody talks to already, is told."""
    service = made()
    call(service)
    service.store.add([message("x", key=service.store.next_message())])
    with pytest.raises(PhoneError, match="there is no message 3"):
        service.phone.pick_up(3)
    with pytest.raises(PhoneError, match="message 2 is no call"):
        service.phone.pick_up(2)
    with pytest.raises(PhoneError, match="does not ring"):
        service.phone.decline(1, "busy")
    with pytest.raises(PhoneError, match="there is no talk 1"):
        service.phone.talk(1)
    service.clock.ahead = 2.0
    service.phone.pick_up(1)
    assert service.phone.ringing() == []
    with pytest.raises(PhoneError, match="somebody talks already"):
        service.phone.pick_up(1)
    for text, wrong in ((" ", True), ("x" * 1600, False), ("x" * 1601, True), ("x", False)):
        if wrong:
            with pytest.raises(PhoneError, match="1 to 1600 characters"):
                service.phone.answer(2, text)
        else:
            assert service.phone.answer(2, text).text == text
    with pytest.raises(PhoneError, match="there is no message 9"):
        service.phone.answer(9, "x")
    service.store.close()


def test_declining() -> None:
    """STA-5: a call that is declined is over then, for the reason that is given, and rings no more."""
    service = made()
    call(service)
    service.clock.ahead = 3.0
    service.phone.decline(1, "busy")
    one = service.store.by_key(1)
    assert one is not None
    assert (one.rings, one.over, one.talking, one.fate) == (None, START + 3.0, False, Fate(20, 240))
    assert (service.phone.ringing(), final_at(one, service.config.pace)) == ([], START + 3.0)
    service.store.close()


def test_the_oldest_talk_makes_room() -> None:
    """A hundred talks are kept: one that is over makes room for another before one that goes on, which is hung up."""
    service = made()
    for _ in range(MOST_TALKS + 2):
        call(service)
    service.clock.ahead = 2.0
    talks = [service.phone.pick_up(key) for key in range(1, MOST_TALKS + 1)]
    service.phone.give(talks[4].key, "hung up")
    service.phone.pick_up(MOST_TALKS + 1)
    assert (talks[4].key in service.phone.talks, talks[0].over, len(service.phone.talks)) == (
        False,
        False,
        MOST_TALKS,
    )
    service.phone.pick_up(MOST_TALKS + 2)
    assert (talks[0].key in service.phone.talks, talks[0].over, talks[1].over) == (False, True, False)
    service.phone.clear()
    assert (service.phone.talks, service.phone.ringing()) == ({}, [])
    service.store.close()


def test_talks_have_an_end() -> None:
    """So many steps, and it is hung up: the machine of a menu may go in circles for ever."""
    talk = Talk(1, message(CALLS, channel="call"), 0.0, rehearsal=True)
    many = 0
    while not talk.over:
        talk.give("wrong key", 0.0)
        many += 1
    assert talk.lines[-1].words == "hung up"
    assert (
        many == (MOST_STEPS - 2) // 2 + 1
    )  # two texts at the pick-up, then each key and the menu's text again


def test_calls_after_a_restart() -> None:
    """A call that rang rings on, one that somebody talked in is over, one that was over stays so."""
    store = Store()
    rings = {"channel": "call", "due": START, "rings": 10.0}
    store.add([
        message("x", key=1, **rings), message("x", key=2, channel="call", talking=True, due=START),
        message("x", key=3, over=START + 1.0, **rings), message("x", key=4, channel="call", due=START),
    ])  # fmt: skip
    clock = _Stopped()
    clock.ahead = 2.0
    service = Service(settled({"ring": 10}), store, clock)
    assert [one.key for one in service.phone.ringing()] == [1]
    assert [(one.key, one.talking, one.over) for one in store.messages()][::-1] == [
        (1, False, None), (2, False, START + 2.0), (3, False, START + 1.0), (4, False, None),
    ]  # fmt: skip
    store.close()


def test_calls_in_the_api() -> None:
    """The API tells how long calls ring, which do, and the talks, the newest first, with their transcripts."""
    service = made()
    for _ in range(3):
        call(service)
    service.clock.ahead = 2.0
    service.phone.pick_up(1)
    service.phone.pick_up(2)
    told = orders.state(service.phone)
    assert (told["ring"], told["ringing"], [one["message"] for one in told["talks"]]) == (10.0, [3], [2, 1])
    first = told["talks"][1]
    assert (first["talk"], first["phone"], first["rehearsal"], first["over"]) == (
        1,
        "79990000001",
        False,
        False,
    )
    assert first["transcript"].startswith('> hear "Hi"')
    assert first["place"] == {"at": "menu", "menu": "", "item": ""}
    service.store.close()


@pytest.mark.parametrize(
    ("more", "now", "said"),
    [
        ({"fate": Fate(overtime=7)}, 3.0, "overtime: 7 s"), ({"fate": Fate(overtime=7)}, 2.9, ""),
        ({"fate": Fate(20, 6, overtime=7)}, 9.0, ""), ({"fate": Fate(overtime=7), "channel": "sms"}, 9.0, ""),
        ({"fate": Fate(overtime=7), "comment": "x"}, 9.0, "x\novertime: 7 s"), ({"comment": "x"}, 9.0, "x"),
    ],
)  # fmt: skip
def test_overtime(more: dict[str, Any], now: float, said: str) -> None:
    """What the history shows: the comment, and how much longer than reckoned a call was listened to, once it was."""
    one = structs.replace(message("x", channel="call"), **more)
    assert comment(one, now, settled({}).pace) == said
