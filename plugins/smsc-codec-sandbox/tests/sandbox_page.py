"""The sandbox's page without a socket: what it shows."""

from __future__ import annotations

from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import Web


def asked(web: Web, target: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """What the page answers; headers by their names with underscores."""
    path, _, query = target.partition("?")
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    answer = web.answer(Head(method, target, pairs, "1.1"), path, query, body)
    assert answer is not None
    return answer


def shown(service: Service) -> str:
    """All that the page shows: its lists, and each message that is opened."""
    web = Web(service)
    seen = [asked(web, "/")]
    seen += [asked(web, f"/?open={message.key}") for message in service.store.messages()]
    assert {answer.status for answer in seen} == {200}
    return "\n".join(answer.data.decode() for answer in seen)
