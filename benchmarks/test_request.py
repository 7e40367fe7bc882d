"""A sending built with every check, beside what the PyPI client `smsc` builds with none, as ratios in one run.

    python -m pip install smsc==0.1.1
    python -m pytest benchmarks/test_request.py --benchmark-enable --benchmark-group-by=group

Without that client its part is skipped.
"""

from __future__ import annotations

import pytest

from smsc_codec.api import Login, Send, build_request, read_request
from smsc_codec.payloads.message.model import Message
from smsc_codec.payloads.recipients.model import Phone, Recipients

TEXT = "Здравствуйте! Ваш заказ 1234 готов, ждём вас до 21:00."
ALEX = Login("alex", "123")


def ours(method="POST"):
    send = Send(
        phones=Recipients((Phone("79999999999"),)), message=Message(TEXT), sender="Shop", cost=2, tinyurl=True
    )
    return build_request(send, ALEX, method=method)


@pytest.mark.benchmark(group="build a request")
@pytest.mark.parametrize("method", ["POST", "GET"])
def test_build(benchmark, method):
    assert benchmark(ours, method).path == "/sys/send.php"


@pytest.mark.benchmark(group="build a request")
def test_smsc(benchmark, monkeypatch):
    api = pytest.importorskip("smsc.api")
    messages = pytest.importorskip("smsc.messages")

    class Reply:
        status_code = 200

        @staticmethod
        def json():
            return {"id": 1, "cnt": 1}

    asked = []
    monkeypatch.setattr(api.requests, "get", lambda url: asked.append(url) or Reply)
    client = api.SMSC(login="alex", password="123", sender="Shop")
    benchmark(lambda: client.send(to="79999999999", message=messages.SMSMessage(text=TEXT, tinyurl=1)))
    theirs = read_request("GET", asked[0]).operation
    request = ours("GET")
    assert theirs == read_request("GET", request.target).operation


@pytest.mark.benchmark(group="read a request")
def test_read(benchmark):
    request = ours()
    received = benchmark(read_request, request.method, request.target, request.headers, request.body)
    assert not received.oddities
