"""Replies in JSON to typed values, beside `json.loads` alone, as ratios in one run.

    python -m pytest benchmarks/test_reply.py --benchmark-enable --benchmark-group-by=group

Money is exact in the values, and a text in what `json.loads` gives.
"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from smsc_codec.api import Asked, GetStatus, Send, read_reply
from smsc_codec.payloads.recipients.model import Phone

SENT = b'{"id": 1234, "cnt": 1, "cost": "1.40", "balance": "100.50"}'
STATUSES = json.dumps(
    [
        {"status": 1, "last_date": "10.10.2010 10:10:10", "last_timestamp": 1286524541, "err": 0, "id": n,
         "phone": f"7999{n:07}", "cost": "1.40", "sender_id": "Shop", "status_name": "Доставлено", "message": "Текст"}
        for n in range(1000)
    ],
    ensure_ascii=False,
).encode()  # fmt: skip
SEND = Send(cost=3)
ASKED = GetStatus((Asked(Phone("79990000000"), 1),) * 2, all=1)


@pytest.mark.benchmark(group="a reply to a sending")
def test_read(benchmark):
    assert benchmark(read_reply, SENT, SEND).balance == Decimal("100.50")


@pytest.mark.benchmark(group="a reply to a sending")
def test_json_alone(benchmark):
    assert benchmark(json.loads, SENT)["balance"] == "100.50"


@pytest.mark.benchmark(group="a thousand statuses")
def test_read_statuses(benchmark):
    assert len(benchmark(read_reply, STATUSES, ASKED).items) == 1000


@pytest.mark.benchmark(group="a thousand statuses")
def test_json_alone_statuses(benchmark):
    assert len(benchmark(json.loads, STATUSES)) == 1000
