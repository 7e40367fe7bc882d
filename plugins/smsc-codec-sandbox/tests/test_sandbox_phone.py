"""A call that rings is taken, worked and ended; what happens in it becomes true (IVR-6 .. IVR-9, STA-5, CBK-3)."""

from __future__ import annotations

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from smsc_codec_sandbox import api
from smsc_codec_sandbox.clock import Clock
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.courier import Notice
from smsc_codec_sandbox.fates import status
from smsc_codec_sandbox.phone.phone import MOST_TALKS, PhoneError
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store

from smsc_codec.api.callback import Incoming, StatusReport
from smsc_codec.payloads import call, menu
from smsc_codec.payloads.call.playing import run
from smsc_codec.payloads.menu.player import NotPossible

PAGE = (Path(__file__).parents[3] / "docs/examples/page.menu").read_text(encoding="utf-8")
HOME = "http://127.0.0.1:9/told"


def service(store: Store | None = None, **settings: Any) -> Service:
    """A sandbox without a socket, where calls ring for a minute."""
    account = {"login": "alex", "psw": "123", "callback": f"{HOME}?md5=geheim", "number": "74950000000"}
    made = settled({"ring": 60.0, "limits": False, "accounts": [account]} | settings)
    return Service(made, store, _Stopped())


class _Stopped(Clock):
    def now(self) -> float:
        return 1_700_000_000.0 + self.ahead


def dial(service: Service, text: str = PAGE, phone: str = "79990000000", **more: object) -> int:
    """Let the service call somebody; gives the key of the message."""
    fields = {
        "login": "alex",
        "psw": "123",
        "phones": phone,
        "mes": text,
        "call": 1,
        "charset": "utf-8",
    } | more
    content = "application/x-www-form-urlencoded"
    answer = service.answer("POST", "/sys/send.php", content, urlencode(fields).encode())
    assert answer is not None
    assert b"OK" in answer.data
    return next(service.store.messages()).key


def state(service: Service, key: int) -> tuple[int, int]:
    """A message's status with the error in it."""
    message = service.store.by_key(key)
    assert message is not None
    return status(message, service.clock.now(), service.config.pace)[:2]


def told(service: Service) -> list[Any]:
    """What the account's address is told by now."""
    return [due.callback for due in service.courier.due(service.clock.now())]


def test_rings_until_nobody_answers() -> None:
    """STA-4, STA-5: a call waits, rings, and is not answered when the time is over; the address is told once."""
    made = service()
    key = dial(made)
    assert state(made, key) == (-1, 0)
    assert made.phone.ringing() == []
    made.advance(1)
    assert state(made, key) == (0, 0)
    assert [message.key for message in made.phone.ringing()] == [key]
    made.advance(59)
    assert told(made) == []
    made.advance(1)
    assert state(made, key) == (20, 237)
    assert made.phone.ringing() == []
    (report,) = told(made)
    assert (report.status, report.err) == (20, 237)
    assert told(made) == []


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (["1", "*", "3"], "Всего вам доброго!"),
        (["5", "no answer", "no answer", "hung up"], "не удалось дозвониться"),
        (["6", "answered"], "Всего вам доброго!"),
        (["7", "recorded", "4"], "Всего вам доброго!"),
    ],
)
def test_worked_to_an_ending(keys: list[str], heard: str) -> None:
    """IVR-1 .. IVR-10: a call that was taken is worked by its keys to an ending; then it is delivered, the address is
    told once, and the transcript is a test that the menu passes.
    """
    made = service()
    key = dial(made)
    made.advance(2)
    talk = made.phone.pick_up(key)
    assert "Здравствуйте!" in talk.lines[0].speech
    assert state(made, key) == (0, 0)
    made.advance(100)  # longer than it rings: somebody talks
    for given in keys:
        assert state(made, key) == (0, 0)
        made.phone.give(talk.key, given)
    assert talk.over
    assert talk.place["at"] == "left"
    assert heard in " ".join(line.words for line in talk.lines)
    assert state(made, key) == (1, 0)
    reports = [one for one in told(made) if isinstance(one, StatusReport) and one.type == 7]
    assert [(one.status, one.err) for one in reports] == [(1, 0)]
    assert run(call.parse(talk.transcript()), menu.parse(PAGE)).misfits == ()
    made.advance(1000)
    assert [one for one in told(made) if isinstance(one, StatusReport) and one.type == 7] == []


def test_sms_of_a_menu() -> None:
    """IVR-8: an SMS that a menu sends is a message of its own, paid, with a status that is told; `$phone` is the
    number that was called.
    """
    made = service()
    key = dial(made)
    before = made.clients.all()[0].state.balance
    made.advance(2)
    talk = made.phone.pick_up(key)
    made.phone.give(talk.key, "4")
    sms = next(made.store.messages())
    assert (sms.channel, sms.phone, sms.sender) == ("sms", "79990000000", "Sender")
    assert sms.text == "Ваш номер: 79990000000"
    assert sms.cost == Decimal("1.00") == before - made.clients.all()[0].state.balance
    made.advance(10)
    assert [one.id for one in told(made) if one.type == 0] == [sms.id]


def test_sms_without_money() -> None:
    """ERR-4: who has no money sends nothing from a menu, and the call goes on."""
    made = service(prices={"call": "0", "sms": "2000"})
    key = dial(made)
    made.advance(2)
    talk = made.phone.pick_up(key)
    made.phone.give(talk.key, "4")
    assert talk.over
    assert [message.channel for message in made.store.messages()] == ["call"]


@pytest.mark.parametrize(
    ("item", "address"),
    [("1: url", HOME), ("1: http://127.0.0.1:9/menu?x=1", "http://127.0.0.1:9/menu?x=1")],
)
def test_notices(item: str, address: str) -> None:
    """IVR-6: the client's handler is told of the item and the time; the bare word is the account's own address,
    without what its query says to the service.
    """
    text = f"Hello{{menu: press 1\n{item}\n}}bye"
    made = service()
    key = dial(made, text)
    made.advance(2)
    talk = made.phone.pick_up(key)
    made.advance(7)
    made.phone.give(talk.key, "1")
    (due,) = made.courier.due(made.clock.now())
    assert due.callback == Notice(1, "79990000000", "1", 7)
    assert due.address == address
    assert "geheim" not in due.address


@pytest.mark.parametrize(("why", "error"), [("busy", 240), ("no answer", 237), ("answering machine", 242)])
def test_declined(why: Any, error: int) -> None:
    """STA-5: a call that is not taken cannot be delivered, with the error that says why; told once, at once."""
    made = service()
    key = dial(made)
    made.advance(2)
    made.phone.decline(key, why)
    assert state(made, key) == (20, error)
    assert [(one.status, one.err) for one in told(made)] == [(20, error)]
    made.advance(100)
    assert told(made) == []
    with pytest.raises(PhoneError, match="does not ring"):
        made.phone.decline(key, why)


def test_rehearsal() -> None:
    """A call that does not ring any more can be played; nothing becomes of that."""
    made = service(ring=0.0)
    key = dial(made)
    made.advance(10)
    assert state(made, key) == (1, 0)
    assert len(told(made)) == 1
    money = made.clients.all()[0].state.balance
    talk = made.phone.pick_up(key)
    assert talk.rehearsal
    made.phone.give(talk.key, "4")
    assert talk.over
    assert len(list(made.store.messages())) == 1
    assert made.clients.all()[0].state.balance == money
    assert told(made) == []


def test_a_plain_text() -> None:
    """A call without a menu is heard, and over."""
    made = service()
    key = dial(made, "Your order is ready")
    made.advance(2)
    talk = made.phone.pick_up(key)
    assert talk.over
    assert [line.speech for line in talk.lines] == ["Your order is ready"]
    assert state(made, key) == (1, 0)


def test_numbers_that_fail_do_not_ring() -> None:
    """A number that fails on purpose fails as it says, whoever sits at the page."""
    made = service()
    key = dial(made, phone="79999990240")
    made.advance(2)
    assert made.phone.ringing() == []
    made.advance(2)
    assert state(made, key) == (20, 240)


def test_answers() -> None:
    """CBK-3: somebody answers an SMS; the answer is kept, and the account's address is told of it."""
    made = service()
    key = dial(made, "Coming?", call=0)
    answer = made.phone.answer(key, "Yes, at 5 & not later")
    assert [*made.store.answers(key)] == [answer] == [*made.store.answers()]
    (incoming,) = told(made)
    assert isinstance(incoming, Incoming)
    assert (incoming.phone, incoming.mes, incoming.to) == (
        "79990000000",
        "Yes, at 5 & not later",
        "74950000000",
    )
    made.clear()
    assert [*made.store.answers()] == []


def order(service: Service, word: str, value: object) -> tuple[int, Any]:
    """The API's status and value for an order."""
    answer = api.answer(service, "POST", f"{api.ROOT}/{word}", "", json.dumps(value).encode())
    return answer.status, json.loads(answer.data)


def test_api() -> None:
    """The JSON API does all of it: which calls ring, taking one, keys, the transcript, answers."""
    made = service(ring=0.0)
    assert order(made, "ring", {"seconds": 30}) == (200, {"result": "OK"})
    key = dial(made)
    made.advance(2)
    seen = json.loads(api.answer(made, "GET", f"{api.ROOT}/calls", "", b"").data)
    assert seen == {"ring": 30.0, "ringing": [key], "talks": []}
    code, talk = order(made, "pick-up", {"message": key})
    assert (code, talk["place"]["at"]) == (200, "menu")
    assert "hung up" in talk["possible"]
    code, talk = order(made, "press", {"talk": talk["talk"], "given": "3"})
    assert talk["over"]
    seen = json.loads(api.answer(made, "GET", f"{api.ROOT}/calls", "", b"").data)
    assert call.parse(seen["talks"][0]["transcript"])
    code, answer = order(made, "answer", {"message": key, "text": "Thanks"})
    assert (code, answer["text"]) == (200, "Thanks")
    asked = api.answer(made, "GET", f"{api.ROOT}/answers", f"message={key}", b"")
    assert json.loads(asked.data) == [answer]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("pick-up", {"message": 99}), ("pick-up", {"message": "1"}), ("pick-up", {}), ("pick-up", {"message": 2}),
        ("press", {"talk": 9, "given": "1"}), ("press", {"talk": 1, "given": "12"}),
        ("press", {"talk": 1, "given": ""}),
        ("press", {"talk": 1, "given": "answered"}), ("decline", {"message": 1, "why": "tired"}),
        ("decline", {"message": 99}), ("answer", {"message": 99, "text": "x"}), ("answer", {"message": 2, "text": " "}),
        ("answer", {"message": 2, "text": "x" * 1601}), ("ring", {"seconds": -1}), ("ring", {"seconds": 601}),
        ("ring", {"seconds": "x"}), ("ring", []), ("pick-up", {"message": 10**30}),
    ],
)  # fmt: skip
def test_orders_that_cannot_be(word: str, value: object) -> None:
    """An order that cannot be is an error that says why, and changes nothing."""
    made = service()
    key = dial(made)
    dial(made, "Hello", call=0)
    made.advance(2)
    made.phone.pick_up(key)
    code, answer = order(made, word, value)
    assert code == 400
    assert answer["error"]
    assert state(made, key) == (0, 0)


def test_restart(tmp_path: Path) -> None:
    """After a restart calls ring on, and a talk is over; each is told once."""
    file = str(tmp_path / "caught.db")
    first = service(Store(file))
    talking, ringing = dial(first, phone="79990000001"), dial(first, phone="79990000002")
    first.advance(2)
    first.phone.pick_up(talking)
    first.phone.set_ring(45)
    first.store.close()
    second = service(Store(file))
    assert second.phone.ring == 45
    assert state(second, talking) == (1, 0)
    assert [message.key for message in second.phone.ringing()] == [ringing]
    assert [one.phone for one in told(second)] == ["79990000001"]
    second.advance(100)
    assert [(one.phone, one.err) for one in told(second)] == [("79990000002", 237)]
    second.store.close()


def test_many_talks() -> None:
    """So many talks are open at once; the first is hung up for one more."""
    made = service()
    keys = [dial(made, phone=f"7999000{number:04}") for number in range(MOST_TALKS + 1)]
    made.advance(2)
    for key in keys:
        made.phone.pick_up(key)
    assert len(made.phone.talks) == MOST_TALKS
    assert [state(made, key) for key in keys[:2]] == [(1, 0), (0, 0)]


class Phones(RuleBasedStateMachine):
    """Calls come, ring, are taken, worked, declined, and time passes, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.service = service()
        self.keys: list[int] = []
        self.reports: dict[str, list[int]] = {}

    @rule(text=st.sampled_from([PAGE, "Hello", "{menu: 1\n1: sms:$phone,Shop,Hi\n1: repeat\n}", "{menu:"]))
    def call(self, text: str) -> None:
        """The service calls a number that nothing was sent to."""
        self.keys.append(dial(self.service, text, f"7900{len(self.keys):07}"))

    @precondition(lambda self: self.keys)
    @rule(data=st.data(), why=st.sampled_from(["busy", "no answer", None]))
    def take(self, data: st.DataObject, why: Any) -> None:
        """Somebody takes a call, or does not."""
        key = data.draw(st.sampled_from(self.keys))
        with suppress(PhoneError):
            if why:
                self.service.phone.decline(key, why)
            else:
                self.service.phone.pick_up(key)

    @precondition(lambda self: self.service.phone.talks)
    @rule(data=st.data())
    def press(self, data: st.DataObject) -> None:
        """Somebody presses a key that can come, or hangs up."""
        talk = data.draw(st.sampled_from([*self.service.phone.talks.values()]))
        given = data.draw(st.sampled_from([*talk.possible, "hung up", "9"]))
        with suppress(NotPossible):
            self.service.phone.give(talk.key, given)

    @rule(seconds=st.sampled_from([0.5, 2, 61]))
    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.service.advance(seconds)

    @invariant()
    def told_once(self) -> None:
        """CBK-1: each call is told of at most once, and just when it has its last status."""
        for one in told(self.service):
            if isinstance(one, StatusReport) and one.type == 7:
                self.reports.setdefault(one.phone, []).append(one.status)
        for number, key in enumerate(self.keys):
            code = state(self.service, key)[0]
            assert self.reports.get(f"7900{number:07}", []) == ([code] if code > 0 else [])

    @invariant()
    def kept(self) -> None:
        """What rings is not talked to, and each talk's transcript is one that can be read."""
        ringing = {message.key for message in self.service.phone.ringing()}
        for talk in self.service.phone.talks.values():
            assert talk.over or talk.rehearsal or talk.message.key not in ringing
            assert call.parse(talk.transcript())


Phones.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestPhones = Phones.TestCase


def test_a_call_that_is_forgotten_rings_no_more() -> None:
    """The store keeps so many messages: a call that it has let go is none of those that ring."""
    sandbox = service(keep=1)
    dial(sandbox)
    last = dial(sandbox, phone="79990000001")
    sandbox.clock.ahead += 2
    assert [message.key for message in sandbox.phone.ringing()] == [last]
    assert [message.key for message in sandbox.phone.ringing()] == [last]


@pytest.mark.parametrize(
    ("seconds", "taken"), [(0, True), (0.5, True), (600, True), (-0.1, False), (600.1, False)]
)
def test_how_long_calls_may_ring(seconds: float, taken: bool) -> None:
    """From nothing, where they are heard to their end, to ten minutes."""
    sandbox = service()
    if taken:
        sandbox.phone.set_ring(seconds)
        assert sandbox.phone.ring == seconds
    else:
        with pytest.raises(PhoneError):
            sandbox.phone.set_ring(seconds)
