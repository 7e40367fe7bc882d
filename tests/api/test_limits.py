"""The service's limits, held against a naive model that forgets nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.api import GetBalance, GetStatus, GetTemplates, Notify, Send
from smsc_codec.api.limits import IDENTICAL, MINUTE, MOST_AT_ONCE, MOST_TO_ONE, Limits, fingerprint
from smsc_codec.api.operations import GetOperatorTemplates, Operation
from smsc_codec.api.operations.status import Asked
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients

TO = Recipients((Phone("79990000000"),))
HELLO = Send(phones=TO, message=Message("Hello"))
STATUS = GetStatus((Asked(Phone("79990000000"), 1),))

#: An operation, how often it may be asked in a minute, and the fact that says so.
OFTEN: dict[str, tuple[Operation, int, str]] = {
    "LIM-1: sending": (HELLO, 1, "LIM-1"),
    "LIM-1: price": (Send(phones=TO, message=Message("Hello"), cost=1), 5, "LIM-1"),
    "LIM-4: templates": (GetTemplates(), 3, "LIM-4"),
    "LIM-4: operators": (GetOperatorTemplates("s", "m"), 10, "LIM-4"),
    "LIM-4: events": (Notify(1), 5, "LIM-4"),
    "STA-7": (STATUS, 5, "STA-7"),
    "BAL-1": (GetBalance(), 10, "BAL-1"),
}


@pytest.mark.parametrize(("operation", "most", "fact"), OFTEN.values(), ids=OFTEN)
def test_identical_requests(operation: Operation, most: int, fact: str) -> None:
    """LIM-1, LIM-4, STA-7, BAL-1: so many identical requests a minute, and one more when the first is a minute old."""
    limits = Limits()
    for n in range(most):
        assert limits.begin(operation, float(n)).allowed
        limits.end()
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
    for n in range(MOST_AT_ONCE):
        assert limits.begin(Notify(n), 0.0).allowed
    verdict = limits.begin(Notify(99), 0.0)
    assert (verdict.allowed, verdict.fact, verdict.until) == (False, "LIM-2", None)
    assert "15" in verdict.reason
    limits.end()
    assert limits.begin(Notify(99), 0.0).allowed


@pytest.mark.parametrize("listed", [False, True])
def test_floods(listed: bool) -> None:
    """LIM-3: after fifty messages to one number, each less than a minute after the one before, no more."""

    def message(n: int) -> Send:
        if listed:
            return Send(list=Mailing((Line(("+79990000000",), f"text {n}"),)))
        return Send(phones=TO, message=Message(f"text {n}"))

    limits = Limits()
    for n in range(MOST_TO_ONE):
        assert limits.begin(message(n), n * 59.0).allowed
        limits.end()
    last = (MOST_TO_ONE - 1) * 59.0
    verdict = limits.look(message(50), last + 59.0)
    assert (verdict.allowed, verdict.fact, verdict.until) == (False, "LIM-3", last + MINUTE)
    assert limits.look(
        Send(phones=Recipients((Phone("79990000001"),)), message=Message("x")), last + 1
    ).allowed
    assert limits.begin(message(50), last + MINUTE).allowed


class Naive:
    """Every event for ever, and each limit counted from the beginning."""

    def __init__(self) -> None:
        self.events: list[tuple[float, str, Any]] = []
        self.written: dict[str, list[float]] = {}
        self.under_way = 0

    def begin(self, operation: Any, now: float) -> bool:
        kind = {Send: "send", Notify: "ping", GetBalance: "balance"}[type(operation)]
        if kind == "send" and operation.cost == 1:
            kind = "price"
        mark = None if kind == "balance" else operation
        numbers = [phone.number for phone in operation.phones.items] if kind == "send" else []
        same = sum(1 for time, k, m in self.events if k == kind and m == mark and now - time < MINUTE)
        if self.under_way >= MOST_AT_ONCE or same >= IDENTICAL[kind]:
            return False
        for number in numbers:
            chain, before = 0, now
            for time in reversed(self.written.get(number, [])):
                if before - time >= MINUTE:
                    break
                chain, before = chain + 1, time
            if chain >= MOST_TO_ONE:
                return False
        self.under_way += 1
        self.events.append((now, kind, mark))
        for number in numbers:
            self.written.setdefault(number, []).append(now)
        return True


_OPERATIONS = st.one_of(
    st.builds(
        Send,
        phones=st.lists(
            st.sampled_from([Phone("79990000000"), Phone("79990000001")]), min_size=1, max_size=2, unique=True
        )
        .map(tuple)
        .map(Recipients),
        message=st.integers(0, 60).map(lambda n: Message(f"text {n}")),
        cost=st.sampled_from([0, 0, 0, 1]),
    ),
    st.builds(Notify, st.integers(1, 2)),
    st.just(GetBalance()),
)


@given(
    st.lists(
        st.tuples(_OPERATIONS, st.sampled_from([0.0, 0.5, 1.0, 20.0, 59.5, 60.0, 61.0]), st.booleans()),
        max_size=150,
    )
)
@settings(max_examples=150)
def test_against_a_naive_model(steps: list[tuple[Operation, float, bool]]) -> None:
    """LIM-1 .. LIM-4: what is allowed is what a model allows that counts everything from the beginning each time."""
    limits, naive, now = Limits(), Naive(), 0.0
    for operation, wait, ends in steps:
        now += wait
        looked = limits.look(operation, now)
        verdict = limits.begin(operation, now)
        assert looked == verdict
        assert verdict.allowed == naive.begin(operation, now)
        if verdict.until is not None:
            assert not limits.look(
                operation, (now + verdict.until) / 2 if verdict.until > now else now
            ).allowed
        if ends and naive.under_way:
            limits.end()
            naive.under_way -= 1


def test_memory_is_bounded() -> None:
    """A mailing of a hundred thousand numbers, and another a minute later, leave nothing behind that grows."""
    limits = Limits()
    for start in (0, 1, 2):
        lines = tuple(Line((f"7{start}{n:09}",), "text") for n in range(100_000))
        assert limits.begin(Send(list=Mailing(lines)), start * 61.0).allowed
        limits.end()
        assert len(limits._written) == 50_000
        assert len(limits._asked) == 1


def test_unsent_requests_do_not_count() -> None:
    """LIM-1, LIM-3: what has not been seen by the service leaves no trace."""

    def message(n: int) -> Send:
        return Send(phones=TO, message=Message(f"Hello {n}"))

    limits = Limits()
    for n in range(MOST_TO_ONE - 1):
        limits.begin(message(n), float(n))
        limits.end()
    for _ in range(3):
        assert limits.begin(message(99), 49.0).allowed
        limits.end(message(99))
    assert limits.under_way == 0
    assert limits.begin(message(99), 49.0).allowed
    limits.end()
    assert limits.begin(message(100), 49.0).fact == "LIM-3"
    assert limits.begin(message(99), 49.0).fact == "LIM-1"
