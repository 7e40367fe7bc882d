"""The JSON API: what was caught, and orders from tests. Lists begin with the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.callback import AwaitedCall, Incoming
from smsc_codec.api.replies import meanings
from smsc_codec.diagnostics import BuildError
from smsc_codec_sandbox.callbacks import octets
from smsc_codec_sandbox.config import Seconds
from smsc_codec_sandbox.courier import Due
from smsc_codec_sandbox.fates import comment, status
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.model import Answered, Exchange, Message
from smsc_codec_sandbox.orders import Order
from smsc_codec_sandbox.phone import orders
from smsc_codec_sandbox.phone.phone import PhoneError
from smsc_codec_sandbox.service import Answer, Service

ROOT = "/sandbox/api"
_MOST = 1000
#: In seconds.
MOST_WAIT = 60
#: A list of nothing.
EMPTY = b"[]\n"


class Row(Message, frozen=True, kw_only=True):
    """A message with what has become of it by now: since when it has its status, in Unix seconds (STA-3 .. STA-5)."""

    status: int
    status_name: str
    err: int
    since: float


class _Callback(Struct, frozen=True, forbid_unknown_fields=True):
    login: str
    event: Incoming | AwaitedCall


class _Mend(Struct, frozen=True, forbid_unknown_fields=True):
    fault: Fault | None = None


class _Advance(Struct, frozen=True, forbid_unknown_fields=True):
    seconds: Seconds


class _Clear(Struct, frozen=True):
    pass


def as_json(service: Service, message: Message) -> dict[str, Any]:
    """A message with what has become of it by now."""
    code, err, since = status(message, service.clock.now(), service.config.pace)
    made: dict[str, Any] = msgspec.to_builtins(message)
    said = comment(message, service.clock.now(), service.config.pace)
    return made | {
        "status": code,
        "status_name": meanings.status(code),
        "err": err,
        "since": since,
        "comment": said,
    }


def _messages(service: Service, wanted: dict[str, str]) -> list[dict[str, Any]]:
    named: dict[str, Any] = {name: wanted.get(name) for name in ("login", "id", "phone", "request")}
    if named["request"] is not None:
        _number(named["request"], "request")
    found = service.store.messages(limit=_limit(wanted), before=_before(wanted), **named)
    return [as_json(service, message) for message in found]


def _requests(service: Service, wanted: dict[str, str]) -> list[Exchange]:
    key = _number(wanted["key"], "key") if "key" in wanted else None
    return list(service.store.exchanges(key=key, before=_before(wanted), limit=_limit(wanted)))


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


def _callback(service: Service, order: _Callback) -> None:
    """Somebody writes to a customer's number, or calls it: the customer's address is told."""
    for client in service.clients.all():
        if client.account.login == order.login and client.account.callback:
            due = Due(order.login, order.event, client.account.callback)
            try:
                octets(due)
            except BuildError as error:
                raise _Wrong(f"event: {error}") from None
            service.courier.expect(due, service.clock.now())
            return
    raise _Wrong("login: of an account that has a callback")


def _answers(service: Service, wanted: dict[str, str]) -> list[Any]:
    message = _number(wanted["message"], "message") if "message" in wanted else None
    return list(service.store.answers(message, limit=_limit(wanted)))


def _faults(service: Service, wanted: dict[str, str]) -> list[Fault]:
    return service.faults.waiting[: _limit(wanted)]


def _mend(service: Service, order: _Mend) -> None:
    if not service.mend(order.fault):
        raise _Wrong("fault: one that is ordered, as the list `faults` has it")


def _calls(service: Service, wanted: dict[str, str]) -> Any:
    return orders.state(service.phone)


class List(Struct, frozen=True):
    """A list of the API: its rows, by what they may be chosen, and what they are, in words."""

    rows: Callable[[Service, dict[str, str]], Any]
    filters: tuple[str, ...]
    told: str
    kind: Any = Any


_PAGED = ("limit", "before")
LISTS: dict[str, List] = {
    "messages": List(
        _messages, ("login", "id", "phone", "request", *_PAGED, "wait"),
        "what recipients get, and what has become of it; `wait` so many seconds until there is one", list[Row],
    ),
    "requests": List(
        _requests, ("key", *_PAGED, "wait"),
        "what was asked, how it was understood, what the linter finds, what was answered", list[Exchange],
    ),
    "accounts": List(_accounts, ("limit",), "logins, money, templates"),
    "callbacks": List(_callbacks, ("limit",), "what customers' addresses were told"),
    "answers": List(_answers, ("message", "limit"), "what was answered to messages", list[Answered]),
    "faults": List(_faults, ("limit",), "the failures that are ordered, the first one that fits is taken", list[Fault]),
    "calls": List(_calls, (), "how long calls ring, which ring now, the calls that were taken"),
}  # fmt: skip
ORDERS: dict[str, Order] = {
    "clear": Order(_Clear, lambda service, _: service.clear(), "forget everything"),
    "advance": Order(
        _Advance, lambda service, order: service.advance(order.seconds), "let time pass at once"
    ),
    "fail": Order(
        Fault, lambda service, fault: service.fail(fault), "the next requests go wrong, or some of them"
    ),
    "mend": Order(_Mend, _mend, "take back a failure that is ordered, or without one all"),
    "callback": Order(_Callback, _callback, "somebody writes to the customer, or calls"),
    **orders.ORDERS,
}


class _Wrong(ValueError):
    pass


def _number(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise _Wrong(f"{name}: a number from 0")
    return int(text)


def _limit(wanted: dict[str, str]) -> int:
    limit = _number(wanted.get("limit", str(_MOST)), "limit")
    if limit > _MOST:
        raise _Wrong(f"limit: at most {_MOST}; the header `Link` of a reply names the rest")
    return limit


def waits(method: str, path: str, query: str) -> float:
    """How many seconds a list is waited for that is empty."""
    if method != "GET" or not path.startswith(ROOT):
        return 0.0
    word = path[len(ROOT) :].strip("/")
    if word not in LISTS or "wait" not in LISTS[word].filters:
        return 0.0
    said = dict(parse_qsl(query, errors="replace")).get("wait", "0")
    return float(min(int(said), MOST_WAIT)) if said.isascii() and said.isdigit() and len(said) < 16 else 0.0


def _before(wanted: dict[str, str]) -> int | None:
    return _number(wanted["before"], "before") if "before" in wanted else None


def _wanted(word: str, query: str) -> dict[str, str]:
    """The filters of a list; each is one of its own, said once, and not empty: none is passed over."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    for name, value in pairs:
        if name not in LISTS[word].filters:
            raise _Wrong(f"{name[:40]}: {word} have {', '.join(LISTS[word].filters) or 'no filters'} only")
        if name == "wait":
            _number(value, "wait")
        if not value or [one for one, _ in pairs].count(name) > 1:
            raise _Wrong(f"{name}: one value")
    return dict(pairs)


def _list(service: Service, word: str, wanted: dict[str, str]) -> Answer:
    """A list; where it may go on, the header `Link` says where."""
    rows = LISTS[word].rows(service, wanted)
    made = _json(rows)
    if "before" in LISTS[word].filters and rows and len(rows) == _limit(wanted):
        last = rows[-1]
        wanted = {name: value for name, value in wanted.items() if name != "wait"}
        key = last["key"] if isinstance(last, dict) else last.key
        more = urlencode(wanted | {"before": key})
        made = structs.replace(made, headers=(("link", f'<{ROOT}/{word}?{more}>; rel="next"'),))
    return made


def answer(service: Service, method: str, path: str, query: str, body: bytes) -> Answer:
    """The reply to a request of the API; an error is an object with `error`, and a status that says so."""
    word = path[len(ROOT) :].strip("/")
    try:
        if word in LISTS and method in ("GET", "HEAD"):
            return _list(service, word, _wanted(word, query))
        if word in ORDERS and method == "POST":
            order = ORDERS[word]
            value = order.kind() if order.kind is _Clear else msgspec.json.decode(body, type=order.kind)
            given = order.carry_out(service, value)
            return _json({"result": "OK"} if given is None else given)
        if word == "openapi.json" and method in ("GET", "HEAD"):
            from smsc_codec_sandbox.openapi import document

            return _json(document())
    except (_Wrong, PhoneError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return _json({"error": str(error)}, 400)
    if word in LISTS or word in ORDERS or word == "openapi.json":
        return _json({"error": f"{'POST' if word in ORDERS else 'GET'} only"}, 405)
    ways = [f"GET {ROOT}/{name}" for name in (*LISTS, "openapi.json")]
    ways += [f"POST {ROOT}/{name}" for name in ORDERS]
    return _json({"ways": ways}, 200 if not word else 404)


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(msgspec.json.encode(value) + b"\n", media="application/json", status=status)
