"""Failures that are ordered: by chance that can be repeated, by rule, from tests and from the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from random import Random
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_page import asked
from sandbox_wire import api, get, send
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.faults import MOST, Asking, Fault, Faults
from smsc_codec_sandbox.sandbox import Sandbox, started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.web import Web

ANY = Asking("send")


def taken(faults: Faults, asking: Asking = ANY) -> Fault | None:
    return faults.take(asking)[0]


@given(st.integers(0, 1000), st.floats(0.05, 0.95), st.integers(1, 60))
def test_a_seed_tells_the_same(seed: int, probability: float, count: int) -> None:
    """The same seed hits the same requests: just those whose number is below the probability."""
    fault = Fault(code=9, probability=probability, times=None)
    hits = [
        taken(faults) is not None for faults in [Faults(Random(seed).random, [fault])] for _ in range(count)
    ]
    chance = Random(seed)
    assert hits == [chance.random() < probability for _ in range(count)]


def test_how_often() -> None:
    """`times` counts what is hit, not what is passed over; null is for all that come, until it is taken back."""
    numbers = iter([0.9, 0.1, 0.9, 0.1, 0.1])
    faults = Faults(numbers.__next__, [Fault(code=9, probability=0.5, times=2)])
    assert [taken(faults) is not None for _ in range(5)] == [False, True, False, True, False]
    assert faults.waiting == []
    forever = Fault(code=4, times=None)
    faults = Faults(waiting=[forever])
    assert [taken(faults) for _ in range(5)] == [forever] * 5
    assert faults.take_back(forever)
    assert not faults.take_back(forever)
    assert taken(faults) is None


def _never() -> Iterator[float]:
    raise AssertionError("chance was asked where it decides nothing")
    yield 0.0


def test_chance_is_asked_only_where_it_decides() -> None:
    """What is certain, and what is about other requests, takes no number from the seed."""
    faults = Faults(
        _never().__next__, [Fault(code=9, endpoint="status", probability=0.5), Fault(code=9, times=3)]
    )
    assert taken(faults) is not None


@pytest.mark.parametrize(
    ("fault", "parameters", "hit"),
    [
        ({"phone": "7999"}, {}, True),
        ({"phone": "+7999"}, {}, True),
        ({"phone": "79990000000"}, {"phones": "+79990000000"}, True),
        ({"phone": "7999"}, {"phones": "380990000000"}, False),
        ({"phone": "7999"}, {"phones": "380990000000,79990000000"}, True),
        ({"phone": "7999"}, {"phones": "", "mes": "", "list": "380990000000:a\n79990000000:b"}, True),
        ({"phone": "7999"}, {"phones": "", "mes": "", "list": "380990000000:a"}, False),
        ({"phone": "a@b"}, {"phones": "a@b.ru", "mail": 1, "subj": "s", "sender": "c@d.ru"}, True),
        ({"login": "alex"}, {}, True),
        ({"login": "ale"}, {}, False),
        ({"endpoint": "send"}, {}, True),
        ({"endpoint": "status"}, {}, False),
        ({"endpoint": "send", "phone": "7999", "login": "alex"}, {}, True),
        ({"endpoint": "send", "phone": "7999", "login": "other"}, {}, False),
    ],
)
def test_by_rule(
    smsc_sandbox: Sandbox, fault: dict[str, Any], parameters: dict[str, object], hit: bool
) -> None:
    """A failure for some requests hits those, and waits for them while others pass."""
    smsc_sandbox.fail(code=1, **fault)
    assert send(smsc_sandbox.address, **parameters).startswith("ERROR = 1") == hit
    assert len(api(smsc_sandbox.address, "faults")) == (0 if hit else 1)


def test_a_question_is_about_its_number(smsc_sandbox: Sandbox) -> None:
    """Statuses are asked by number, too."""
    smsc_sandbox.fail(code=9, endpoint="status", phone="79990000000")
    asking = {"login": "alex", "psw": "123", "id": 1}
    assert "ERROR = 9" not in get(smsc_sandbox.address, "/sys/status.php", phone="79990000001", **asking)
    assert "ERROR = 9" in get(smsc_sandbox.address, "/sys/status.php", phone="79990000000", **asking)


@pytest.mark.parametrize(
    "order",
    [
        {"code": 1, "probability": 0}, {"code": 1, "probability": 1.1}, {"code": 1, "probability": "half"},
        {"code": 1, "phone": ""}, {"code": 1, "phone": "7", "endpoint": "balance"}, {"code": 1, "times": 0},
        {"probability": 0.5}, {"code": 1, "number": "7"}, {"code": 8, "endpoint": "balance"},
    ],
)  # fmt: skip
def test_failures_that_cannot_be(smsc_sandbox: Sandbox, order: dict[str, Any]) -> None:
    """No test waits in vain for a failure that never comes."""
    assert "error" in api(smsc_sandbox.address, "fail", order)
    assert api(smsc_sandbox.address, "faults") == []


def test_by_the_api(smsc_sandbox: Sandbox) -> None:
    """Failures are ordered, listed, taken back one by one and all together."""
    for n in (1, 2, 3):
        assert api(smsc_sandbox.address, "fail", {"delay": n, "times": None}) == {"result": "OK"}
    rows = api(smsc_sandbox.address, "faults")
    assert [row["delay"] for row in rows] == [1.0, 2.0, 3.0]
    assert api(smsc_sandbox.address, "mend", {"fault": rows[1]}) == {"result": "OK"}
    assert "error" in api(smsc_sandbox.address, "mend", {"fault": rows[1]})
    assert [row["delay"] for row in api(smsc_sandbox.address, "faults")] == [1.0, 3.0]
    smsc_sandbox.mend()
    assert api(smsc_sandbox.address, "faults") == []


def test_from_the_page() -> None:
    """The page orders, shows in words and takes back; what a stranger may have sent is text."""
    service = Service(Config())
    web = Web(service)
    body = json.dumps(
        {"code": 9, "times": None, "probability": 0.25, "phone": "<b>7", "endpoint": "send"}
    ).encode()
    kind = {"content_type": "application/json"}
    assert asked(web, "/sandbox/page/fail", "POST", body, **kind).status == 200
    page = asked(web, "/sandbox/failures").data.decode()
    assert "25 % of them, until it is taken back" in page
    assert "endpoint send, numbers from &lt;b&gt;7" in page
    assert "<b>7" not in page
    assert asked(web, "/sandbox/page/fail", "POST", b'{"code": 77}', **kind).status == 400
    assert asked(web, "/sandbox/page/mend", "POST", b'{"fault": null}', **kind).status == 200
    assert "Nothing goes wrong" in asked(web, "/sandbox/page/failures").data.decode()


def test_there_is_an_end_to_them() -> None:
    """No more are ordered than can be looked through."""
    faults = Faults(waiting=[Fault(code=1)] * MOST)
    with pytest.raises(msgspec.ValidationError, match="at most 1000 failures"):
        faults.order(Fault(code=1))
    faults = Faults(waiting=[Fault(body="x" * 100_000)] * 9 + [Fault(body="x" * 99_999)])
    faults.order(Fault(body="x"))
    with pytest.raises(msgspec.ValidationError, match="at most 1000000 characters"):
        faults.order(Fault(body="x"))
    faults.order(Fault(code=1))
    for length, ok in ((100_000, True), (100_001, False)):
        with nullcontext() if ok else pytest.raises(msgspec.ValidationError):
            msgspec.convert({"body": "x" * length}, Fault)


def test_a_seed_by_configuration() -> None:
    """Two sandboxes with one seed fail the same requests."""
    told = []
    for _ in range(2):
        with started(seed=7, limits=False) as sandbox:
            sandbox.fail(code=9, times=None, probability=0.5)
            told.append([send(sandbox.address, mes=str(n)).startswith("ERROR = 9") for n in range(12)])
    assert told[0] == told[1]
    assert 0 < sum(told[0]) < 12


def test_after_a_restart(tmp_path: Any) -> None:
    """What is ordered outlives the process, with its rule."""
    fault = Fault(code=9, times=None, probability=0.5, phone="7999")
    service = Service(Config(), Store(str(tmp_path / "kept.db")))
    service.fail(fault)
    service.store.close()
    again = Service(Config(), Store(str(tmp_path / "kept.db")))
    assert again.faults.waiting == [fault]
    again.store.close()


def test_what_is_sent_all_the_same() -> None:
    """A refusal by rule refuses the whole request, a cut reply none of it; the request tells what was ordered."""
    service = Service(Config(limits=False))
    query = urlencode({"login": "a", "psw": "b", "phones": "79990000000,380990000000", "mes": "x"})
    service.fail(Fault(code=8, phone="7999", times=None))
    service.answer("GET", f"/sys/send.php?{query}", "", b"")
    assert list(service.store.messages()) == []
    service.mend(None)
    service.fail(Fault(cut=3, phone="7999"))
    service.answer("GET", f"/sys/send.php?{query}", "", b"")
    assert len(list(service.store.messages())) == 2
    assert [one.fault for one in service.store.exchanges()] == ["cut 3", "code 8"]
