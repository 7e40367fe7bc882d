"""The service's limits, held against a naive model that forgets nothing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec import Struct, structs

from smsc_codec import BuildError
from smsc_codec.api import GetBalance, GetStatus, GetTemplates, Notify, Send
from smsc_codec.api.limits import (
    IDENTICAL,
    MINUTE,
    MOST_AT_ONCE,
    MOST_TO_ONE,
    Limits,
    Outcome,
    Token,
    TokenError,
    Verdict,
    fingerprint,
)
from smsc_codec.api.operations import GetOperatorTemplates, Operation
from smsc_codec.api.operations.status import Asked
from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients
from tests.api.strategies import operations

TO = Recipients((Phone("79990000000"),))
HELLO = Send(phones=TO, message=Message("Hello"))
PRICE = Send(phones=TO, message=Message("Hello"), cost=1)
STATUS = GetStatus((Asked(Phone("79990000000"), 1),))

#: An operation, how often it may be asked in a minute, and the fact that says so.
OFTEN: dict[str, tuple[Operation, int, str]] = {
    "LIM-1: sending": (HELLO, 1, "LIM-1"),
    "LIM-1: price": (PRICE, 5, "LIM-1"),
    "LIM-4: templates": (GetTemplates(), 3, "LIM-4"),
    "LIM-4: operators": (GetOperatorTemplates("s", "m"), 10, "LIM-4"),
    "LIM-4: events": (Notify(1), 5, "LIM-4"),
    "STA-7": (STATUS, 5, "STA-7"),
    "BAL-1": (GetBalance(), 10, "BAL-1"),
}


def done(limits: Limits, operation: Operation, now: float, outcome: Outcome = "sent") -> None:
    """One request from its beginning to its end."""
    token = limits.begin(operation, now).token
    assert token is not None
    limits.end(token, outcome)


def message(n: int, to: Recipients = TO) -> Send:
    """One of many messages to one number."""
    return Send(phones=to, message=Message(f"text {n}"))


def listed(lines: int) -> Send:
    """A list of messages to one number."""
    return Send(list=Mailing(tuple(Line(("+79990000000",), f"text {n}") for n in range(lines))))


@pytest.mark.parametrize(("operation", "most", "fact"), OFTEN.values(), ids=OFTEN)
def test_identical_requests(operation: Operation, most: int, fact: str) -> None:
    """LIM-1, LIM-4, STA-7, BAL-1: so many identical requests a minute, and one more when the first is a minute old."""
    limits = Limits()
    for n in range(most):
        done(limits, operation, float(n))
    verdict = limits.begin(operation, most + 0.5)
    assert (verdict.allowed, verdict.fact, verdict.until) == (False, fact, MINUTE)
    assert limits.under_way == 0
    assert not limits.look(operation, MINUTE - 0.1).allowed
    assert limits.begin(operation, MINUTE).allowed


def test_what_is_not_identical() -> None:
    """LIM-1: another text, number or id is another request; who asks is no part of it."""
    limits = Limits()
    others = [
        HELLO,
        Send(phones=TO, message=Message("Hello!")),
        Send(phones=TO, message=Message("Hello"), id=1),
    ]
    assert all(limits.begin(operation, 0.0).allowed for operation in others)
    assert len({fingerprint(operation) for operation in others}) == 3


def test_requests_at_once() -> None:
    """LIM-2: the fifteenth request that is under way at once is refused, whatever it asks."""
    limits = Limits()
    first = limits.begin(Notify(99), 0.0).token
    assert first is not None
    for n in range(1, MOST_AT_ONCE):
        assert limits.begin(Notify(n), 0.0).allowed
    verdict = limits.begin(Notify(99), 0.0)
    assert (verdict.allowed, verdict.fact, verdict.until) == (False, "LIM-2", None)
    assert "15" in verdict.reason
    assert limits.begin(Notify(99), 0.0, again=True).fact == "LIM-2"
    limits.end(first)
    assert limits.begin(Notify(99), 0.0).allowed


def test_floods() -> None:
    """LIM-3: after fifty messages to one number, each less than a minute after the one before, no more."""
    limits = Limits()
    for n in range(MOST_TO_ONE):
        done(limits, message(n), n * 59.0)
    last = (MOST_TO_ONE - 1) * 59.0
    verdict = limits.look(message(50), last + 59.0)
    assert (verdict.allowed, verdict.fact, verdict.until) == (False, "LIM-3", last + MINUTE)
    assert limits.look(message(50, Recipients((Phone("79990000001"),))), last + 1).allowed
    assert limits.begin(message(50), last + MINUTE).allowed


def test_a_list_is_one_request_of_many_messages() -> None:
    """LIM-3: each message of a list counts, and a list is refused for what went before it, not for its own length."""
    limits = Limits()
    done(limits, listed(MOST_TO_ONE - 1), 0.0)
    done(limits, message(1), 1.0)
    assert limits.look(message(2), 2.0).fact == "LIM-3"
    limits = Limits()
    done(limits, listed(MOST_TO_ONE + 10), 0.0)
    assert limits.look(message(1), 59.0).fact == "LIM-3"
    done(limits, message(1), 60.0)


def test_the_minutes_edge() -> None:
    """LIM-3: a message a minute after the one before begins anew, and the second message of a chain is its second."""
    for wait, allowed in ((MINUTE, True), (MINUTE - 0.25, False)):
        limits = Limits()
        done(limits, message(0), 0.0)
        done(limits, listed(MOST_TO_ONE - 1), wait)
        assert limits.look(message(1), wait + 1).allowed is allowed


def test_prices_are_no_messages() -> None:
    """LIM-3: asking for prices, however often, is no flood, and a flood is not in the way of asking."""
    limits = Limits()
    for n in range(2 * MOST_TO_ONE):
        done(limits, Send(phones=TO, message=Message(f"text {n}"), cost=1), 0.0)
    assert limits.look(message(1), 0.0).allowed
    done(limits, listed(MOST_TO_ONE), 0.0)
    assert limits.look(message(1), 0.0).fact == "LIM-3"
    assert limits.look(PRICE, 0.0).allowed


def test_an_unsent_request_puts_the_last_time_back() -> None:
    """LIM-3: what was unsent is not the last message to its number; the one before it is again."""
    limits = Limits()
    done(limits, listed(MOST_TO_ONE), 0.0)
    token = limits.begin(message(1), 50.0, again=True).token
    assert token is not None
    assert limits.look(message(2), 50.0).until == 50.0 + MINUTE
    limits.end(token, "unsent")
    assert limits.look(message(2), 50.0).until == MINUTE
    done(limits, message(2), MINUTE)


def test_an_unsent_repetition_keeps_the_real_sending() -> None:
    """LIM-1: `again` and then an unreachable service leave what was really sent."""
    limits = Limits()
    done(limits, HELLO, 0.0)
    token = limits.begin(HELLO, 10.0, again=True).token
    assert token is not None
    limits.end(token, "unsent")
    assert limits.look(HELLO, MINUTE - 1).until == MINUTE


@pytest.mark.parametrize(("unsent", "until"), [(0, 30.0 + MINUTE), (1, MINUTE)])
def test_overlapping_requests(unsent: int, until: float) -> None:
    """LIM-1: of two identical requests under way the one that was sent counts, whichever ends first."""
    for order in ((0, 1), (1, 0)):
        limits = Limits()
        tokens = [limits.begin(HELLO, 0.0).token, limits.begin(HELLO, 30.0, again=True).token]
        for which in order:
            token = tokens[which]
            assert token is not None
            limits.end(token, "unsent" if which == unsent else "sent")
        assert limits.look(HELLO, 40.0).until == until


@pytest.mark.parametrize(("gap", "allowed"), [(30.0, True), (29.75, False)])
def test_a_chain_is_cut_where_a_message_was_unsent(gap: float, allowed: bool) -> None:
    """LIM-3: without the unsent message in the middle, the others may be a minute apart."""
    limits = Limits()
    done(limits, listed(MOST_TO_ONE), 0.0)
    token = limits.begin(message(1), 30.0, again=True).token
    assert token is not None
    after = limits.begin(message(2), 30.0 + gap, again=True).token
    assert after is not None
    limits.end(after)
    limits.end(token, "unsent")
    assert limits.look(message(3), 30.0 + gap).allowed is allowed


def test_what_was_put_back_is_forgotten_in_time() -> None:
    """LIM-3: a last time that was put back counts for a minute, whatever was written to others meanwhile."""
    limits = Limits()
    done(limits, listed(MOST_TO_ONE), 0.0)
    done(limits, message(1, Recipients((Phone("79990000001"),))), 30.0)
    token = limits.begin(message(1), 40.0, again=True).token
    assert token is not None
    limits.end(token, "unsent")
    assert limits.look(message(1), MINUTE - 0.25).fact == "LIM-3"
    assert limits.look(message(1), MINUTE).allowed


def test_the_balance_is_one_question() -> None:
    """BAL-1: ten requests for the balance a minute, with the currency or without."""
    limits = Limits()
    for n in range(10):
        done(limits, GetBalance(currency=n % 2 == 0), 0.0)
    assert "more than 10 requests a minute" in limits.look(GetBalance(), 1.0).reason
    assert "more than 1 identical requests (send) a minute" in str(
        [done(limits, HELLO, 2.0), limits.look(HELLO, 2.0)]
    )


@pytest.mark.parametrize(
    "token", [None, "a", 7, [], b"", object(), Token(), Limits().begin(HELLO, 0.0).token, Verdict(True)]
)
def test_foreign_tokens(token: Any) -> None:
    """What is no token of these limits ends nothing."""
    limits = Limits()
    mine = limits.begin(HELLO, 0.0).token
    assert mine is not None
    with pytest.raises(TokenError, match="token"):
        limits.end(token)
    with pytest.raises(CodecError, match="'sent' or 'unsent'"):
        limits.end(mine, token)
    assert limits.under_way == 1
    limits.end(mine, "unsent")
    with pytest.raises(TokenError, match="once"):
        limits.end(mine, "unsent")
    assert (limits.under_way, limits.begin(HELLO, 0.0).allowed) == (0, True)


_NESTED: Any = []
_NESTED.append(_NESTED)


@pytest.mark.parametrize(
    "operation",
    [
        None, "Hello", 7, [], object(), Send, _NESTED, Token(), TO,
        Send(phones=TO, message=Message("\ud800")), Send(phones=TO, sender="\udfff"), Notify(2**70),
        Send(phones=TO, message=Message("a"), id=2**70), Send(phones=TO, id=-(2**70)), Send(phones=TO, cost=7),  # type: ignore[arg-type]
        Send(phones="79990000000"), Send(phones=Recipients((Phone(7),))), Send(phones=Recipients(7)),  # type: ignore[arg-type]
        Send(list=Mailing((Line((7,), "a"),))), Send(list=7), Send(message=object()), Send(message=_NESTED),  # type: ignore[arg-type]
        GetStatus(((1, 2),)), GetStatus((Asked(Phone("7"), _NESTED),)), Send(maxsms={1: object}), Send(id=1.5),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_foreign_operations(operation: Any) -> None:
    """What is no operation, or cannot be said, is a BuildError, and nothing counts."""
    limits = Limits()
    for way in (limits.begin, limits.look, lambda operation, now: fingerprint(operation)):
        with pytest.raises(BuildError) as caught:
            way(operation, 0.0)
        assert str(caught.value)
    assert limits.under_way == 0
    assert limits.begin(HELLO, 0.0).allowed


@pytest.mark.parametrize(
    "now", [None, "1", float("nan"), float("inf"), -float("inf"), 2.0**52, 1e300, 10**400, True]
)
def test_foreign_times(now: Any) -> None:
    """A time that is none is a BuildError."""
    with pytest.raises(BuildError, match="seconds"):
        Limits().begin(HELLO, now)


def test_a_clock_that_goes_back() -> None:
    """LIM-1: a clock that goes back stands still."""
    limits = Limits()
    done(limits, HELLO, 100.0)
    assert limits.look(HELLO, 0.0).until == 100.0 + MINUTE
    done(limits, message(1), 0.0)
    done(limits, message(1), 100.0 + MINUTE)


@given(operations)
def test_every_operation_has_its_mark(operation: Operation) -> None:
    """LIM-1: an operation that can be asked can be counted; equal ones are identical, others are not."""
    assert fingerprint(operation) == fingerprint(
        msgspec.json.decode(msgspec.json.encode(operation), type=Operation)
    )
    if isinstance(operation, Send):
        assert fingerprint(operation) != fingerprint(structs.replace(operation, pp="another"))


_POOL: list[Operation] = [
    HELLO,
    PRICE,
    message(1),
    message(2),
    message(3),
    message(4, Recipients((Phone("79990000000"), Phone("79990000001")))),
    listed(2),
    Send(list=Mailing((Line(("79990000001", "79990000001"), "text"),))),
    Notify(1),
    GetBalance(),
    GetBalance(currency=True),
    STATUS,
]


class Event(Struct):
    """One request of the history."""

    at: float
    operation: Operation
    token: Token
    state: str = "open"


class AgainstHistory(RuleBasedStateMachine):
    """LIM-1 to LIM-4: a model that keeps every request for ever, and counts each limit from the beginning."""

    #: LIM-3 with so few messages that chains get cut, joined and put back all the time.
    most_to_one = 3

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("smsc_codec.api.limits.MOST_TO_ONE", self.most_to_one)
        self.limits = Limits()
        self.history: list[Event] = []
        self.now = 0.0

    def teardown(self) -> None:
        self.patch.undo()

    def _kind(self, operation: Operation) -> str:
        if isinstance(operation, Send):
            return "price" if operation.cost == 1 else "send"
        return {Notify: "ping", GetBalance: "balance", GetStatus: "status"}[type(operation)]

    def _to(self, operation: Operation) -> list[str]:
        if self._kind(operation) != "send":
            return []
        assert isinstance(operation, Send)
        if operation.list is not None:
            return [phone.lstrip("+") for line in operation.list.lines for phone in line.phones]
        assert operation.phones is not None
        return [phone.number for phone in operation.phones.items if isinstance(phone, Phone)]

    def _expected(self, operation: Operation) -> tuple[bool, str, float | None]:
        counted = [event for event in self.history if event.state != "unsent"]
        if sum(event.state == "open" for event in self.history) >= MOST_AT_ONCE:
            return False, "LIM-2", None
        kind = self._kind(operation)
        same = [
            e.at for e in counted if e.operation == operation or kind == self._kind(e.operation) == "balance"
        ]
        recent = [at for at in same if self.now - at < MINUTE]
        if len(recent) >= IDENTICAL[kind]:
            fact = {"ping": "LIM-4", "balance": "BAL-1", "status": "STA-7"}.get(kind, "LIM-1")
            return False, fact, recent[-IDENTICAL[kind]] + MINUTE
        flooded = []
        for number in set(self._to(operation)):
            times = [event.at for event in counted for to in self._to(event.operation) if to == number]
            chain, after = 0, self.now
            for at in reversed(times):
                if after - at >= MINUTE:
                    break
                chain, after = chain + 1, at
            if chain >= self.most_to_one:
                flooded.append(times[-1] + MINUTE)
        return (False, "LIM-3", max(flooded)) if flooded else (True, "", None)

    @rule(operation=st.sampled_from(_POOL), again=st.booleans())
    def begin(self, operation: Operation, again: bool) -> None:
        allowed, fact, until = self._expected(operation)
        verdict = self.limits.begin(operation, self.now, again=again)
        if again and fact not in ("", "LIM-2"):
            allowed, fact, until = True, "", None
        assert (verdict.allowed, verdict.fact, verdict.until) == (allowed, fact, until)
        assert (verdict.token is not None) is allowed
        if verdict.token is not None:
            self.history.append(Event(self.now, operation, verdict.token))

    @rule(which=st.integers(0, 13), outcome=st.sampled_from(["sent", "unsent"]))
    def end(self, which: int, outcome: Any) -> None:
        under_way = [event for event in self.history if event.state == "open"]
        if under_way:
            event = under_way[which % len(under_way)]
            event.state = outcome
            self.limits.end(event.token, outcome)

    @rule(seconds=st.sampled_from([0.25, 10.0, 30.0, 59.75, 60.0, 61.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @invariant()
    def looks_as_the_history_says(self) -> None:
        assert self.limits.under_way == sum(event.state == "open" for event in self.history)
        for operation in _POOL:
            verdict = self.limits.look(operation, self.now)
            assert (verdict.allowed, verdict.fact, verdict.until) == self._expected(operation)


TestAgainstHistory = AgainstHistory.TestCase
TestAgainstHistory.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


def test_memory_is_bounded() -> None:
    """A mailing of a hundred thousand numbers, and another a minute later, leave nothing behind that grows."""
    limits = Limits()
    for start in (0, 1, 2):
        lines = tuple(Line((f"7{start}{n:09}",), "text") for n in range(100_000))
        done(limits, Send(list=Mailing(lines)), start * 61.0)
        assert len(limits._written) == 50_000
        assert len(limits._asked) == 1
    first = limits.begin(HELLO, 200.0).token
    for _ in range(1000):
        assert limits.begin(HELLO, 200.0).token is None
        token = limits.begin(HELLO, 200.0, again=True).token
        assert token is not None
        limits.end(token)
    assert first is not None
    assert [len(kept) for kept in (*limits._asked.values(), *limits._written.values())] == [2, 2]


def test_a_chain_of_which_the_first_is_under_way() -> None:
    """LIM-3: what is settled behind a request that is under way still follows it closely."""
    limits = Limits()
    first = limits.begin(listed(MOST_TO_ONE - 3), 0).token
    assert first is not None
    for n, now in enumerate((50, 100, 110)):
        done(limits, message(n), now, "sent")
    assert not limits.look(message(3), 120).allowed
    limits.end(first, "unsent")
    assert limits.look(message(3), 120).allowed
