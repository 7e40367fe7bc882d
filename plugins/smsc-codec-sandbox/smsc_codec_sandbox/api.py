"""The JSON API: what was caught, and orders from tests. Lists begin with the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct

from smsc_codec.api.callback import AwaitedCall, Incoming
from smsc_codec.api.replies import meanings
from smsc_codec.diagnostics import BuildError
from smsc_codec_sandbox.callbacks import octets
from smsc_codec_sandbox.config import Seconds
from smsc_codec_sandbox.courier import Due
from smsc_codec_sandbox.fates import status
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.model import Exchange, Message
from smsc_codec_sandbox.service import Answer, Service

ROOT = "/sandbox/api"
_MOST = 1000


class _Callback(Struct, frozen=True, forbid_unknown_fields=True):
    login: str
    event: Incoming | AwaitedCall


class _Advance(Struct, frozen=True, forbid_unknown_fields=True):
    seconds: Seconds


def shown(service: Service, message: Message) -> dict[str, Any]:
    """A message with what has become of it by now."""
    code, err, since = status(message, service.clock.now(), service.config.pace)
    made: dict[str, Any] = msgspec.to_builtins(message)
    return made | {"status": code, "status_name": meanings.status(code), "err": err, "since": since}


def _messages(service: Service, wanted: dict[str, str]) -> list[dict[str, Any]]:
    limit = _limit(wanted)
    named: dict[str, Any] = {name: wanted.get(name) for name in ("login", "id", "phone", "request")}
    return [shown(service, message) for message in service.store.messages(limit=limit, **named)]


def _requests(service: Service, wanted: dict[str, str]) -> list[Exchange]:
    key = wanted.get("key")
    return list(
        service.store.exchanges(key=None if key is None else _number(key, "key"), limit=_limit(wanted))
    )


def _accounts(service: Service, wanted: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "login": client.account.login,
            "balance": client.state.balance,
            "currency": client.account.currency,
            "templates": client.state.templates,
        }
        for client in service.clients.all()[: _limit(wanted)]
    ]


def _callbacks(service: Service, wanted: dict[str, str]) -> list[Any]:
    return list(reversed(service.courier.made))[: _limit(wanted)]


def _clear(service: Service, body: bytes) -> None:
    service.clear()


def _advance(service: Service, body: bytes) -> None:
    service.clock.advance(msgspec.json.decode(body, type=_Advance).seconds)


def _fail(service: Service, body: bytes) -> None:
    service.faults.waiting.append(msgspec.json.decode(body, type=Fault))


def _callback(service: Service, body: bytes) -> None:
    """Somebody writes to a customer's number, or calls it: the customer's address is told."""
    order = msgspec.json.decode(body, type=_Callback)
    for client in service.clients.all():
        if client.account.login == order.login and client.account.callback:
            due = Due(order.login, order.event, client.account.callback)
            try:
                octets(due)
            except BuildError as error:
                raise _Wrong(f"event: {error}") from None
            return service.courier.expect(due, service.clock.now())
    raise _Wrong("login: of an account that has a callback")


_LISTS: dict[str, Callable[[Service, dict[str, str]], Any]] = {
    "messages": _messages,
    "requests": _requests,
    "accounts": _accounts,
    "callbacks": _callbacks,
}
_ORDERS: dict[str, Callable[[Service, bytes], None]] = {
    "clear": _clear,
    "advance": _advance,
    "fail": _fail,
    "callback": _callback,
}


class _Wrong(ValueError):
    pass


def _number(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise _Wrong(f"{name}: a number from 0")
    return int(text)


def _limit(wanted: dict[str, str]) -> int:
    return min(_number(wanted.get("limit", str(_MOST)), "limit"), _MOST)


def answer(service: Service, method: str, path: str, query: str, body: bytes) -> Answer:
    """The reply to a request of the API; an error is an object with `error`, and a status that says so."""
    word = path[len(ROOT) :].strip("/")
    try:
        if word in _LISTS and method in ("GET", "HEAD"):
            return _json(_LISTS[word](service, dict(parse_qsl(query, errors="replace"))))
        if word in _ORDERS and method == "POST":
            _ORDERS[word](service, body)
            return _json({"result": "OK"})
    except (_Wrong, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _json({"error": str(error)}, 400)
    if word in _LISTS or word in _ORDERS:
        return _json({"error": f"{'GET' if word in _LISTS else 'POST'} only"}, 405)
    ways = [f"GET {ROOT}/{name}" for name in _LISTS] + [f"POST {ROOT}/{name}" for name in _ORDERS]
    return _json({"ways": ways}, 200 if not word else 404)


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(msgspec.json.encode(value) + b"\n", media="application/json", status=status)
