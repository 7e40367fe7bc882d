"""The stand-in itself, without a socket: requests as octets in, replies as octets out, everything kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from functools import partial
from random import Random
from threading import Lock, local

import msgspec
from msgspec import Struct, structs

from smsc_codec.api.access import Key, Login
from smsc_codec.api.limits import MINUTE
from smsc_codec.api.operations import (
    AddOperatorTemplate,
    GetBalance,
    GetOperatorTemplates,
    GetStatus,
    Notify,
    Operation,
    Send,
)
from smsc_codec.api.received import Received, read_request
from smsc_codec.api.replies.model import Balance, Failure, Reply
from smsc_codec.diagnostics import BuildError
from smsc_codec.secrets.told import Hidden
from smsc_codec_sandbox import replying, sending, statuses, templates
from smsc_codec_sandbox.accounts import Client, Clients
from smsc_codec_sandbox.bounds import shortened
from smsc_codec_sandbox.clock import Clock
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.courier import Courier, Due
from smsc_codec_sandbox.fates import final_at
from smsc_codec_sandbox.faults import Asking, Fault, Faults
from smsc_codec_sandbox.figures import Figures
from smsc_codec_sandbox.linting import Linted, RequestLinter, as_text
from smsc_codec_sandbox.mistakes import code_for
from smsc_codec_sandbox.model import Exchange
from smsc_codec_sandbox.phone.phone import Phone
from smsc_codec_sandbox.store import Store
from smsc_codec_sandbox.turns import Turns

#: How much of an operation is kept: a list of a million lines is in its messages.
_KEPT_OPERATION = 100_000
#: No name of a parameter is longer: a whole body was taken for one.
_LONGEST_NAME, _LONGEST_TOLD = 60, 300
#: So many requests are counted against the limits after a restart.
_COUNTED = 1000


class Answer(Struct, frozen=True):
    """What a client gets, and when. `release` has to be called when it was sent.

    `stream` is a reply that goes on and on: what it gives is sent as it comes, after `data`. `headers` stand in the
    place of those with the same name that every reply has. `request` is the key of the request that was kept.
    """

    data: bytes
    media: str = "text/plain"
    charset: str = "utf-8"
    status: int = 200
    delay: float = 0.0
    cut: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    release: Callable[[], None] = lambda: None
    stream: Callable[[], AsyncIterator[bytes]] | None = None
    request: int = 0


class Service:
    """Accounts, messages and requests. Any thread may call it; what is long is worked on without holding up others."""

    def __init__(self, config: Config, store: Store | None = None, clock: Clock | None = None) -> None:
        self.config = config
        self.clock = clock or Clock()
        self.store = store or Store(keep=config.keep, keep_files=config.keep_files)
        self.clients = Clients(config, self.store)
        # Chance comes from outside: the same seed fails the same requests.
        self.faults = Faults(Random(config.seed).random)
        self.courier = Courier(config)
        self.phone = Phone(config, self.clock, self.store, self.clients, self.courier)
        self.turns = Turns(config)
        self.store.arrivals.append(self.turns.expect)
        self.figures = Figures(self.store)
        self._linters = local()
        self._hearing = Lock()
        #: Until when the address of each account was told, and whether that is kept.
        self._told: dict[str, float] = {}
        self._is_told = True
        #: Given each request with its reply.
        self.heard: list[Callable[[Exchange], None]] = []
        self._go_on()

    def _go_on(self) -> None:
        """Take up what a process before has left: the time, ordered failures, statuses that were not told."""
        ahead, waiting, told = (self.store.state(name) for name in ("ahead", "faults", "told"))
        if ahead is not None:
            self.clock.advance(msgspec.json.decode(ahead, type=float))
        if waiting is not None:
            self.faults.waiting = msgspec.json.decode(waiting, type=list[Fault])
        if told is not None:
            until = msgspec.json.decode(told, type=dict[str, float] | float)
            # An older sandbox has kept one time for all.
            if isinstance(until, float):
                until = {client.account.login: until for client in self.clients.all()}
            self._told = until
        addresses = {c.account.login: c.account.callback for c in self.clients.all() if c.account.callback}
        kept = [self.phone.take_up(message) for message in [*self.store.messages()][::-1]]
        now = self.clock.now()
        self.turns.expect([one for one in kept if final_at(one, self.config.pace) > now])
        for message in kept:
            was_told = final_at(message, self.config.pace) <= self._told.get(message.login, 0.0)
            if message.login in addresses and not was_told:
                self.courier.report(message, addresses[message.login])

        for exchange in [*self.store.exchanges(limit=_COUNTED)][::-1]:
            self._count(exchange)

    def _count(self, exchange: Exchange) -> None:
        """Let a request of the last minute count against the limits again (LIM)."""
        begun = exchange.error in (None, 3, 6, 7, 8) and not (exchange.fault and exchange.error)
        client = self.clients.named(exchange.login) if exchange.login and exchange.operation else None
        if client is None or not begun or self.clock.now() - exchange.at >= MINUTE:
            return
        with suppress(msgspec.ValidationError, BuildError):
            token = client.begin(msgspec.convert(exchange.operation, Operation), exchange.at)
            if token is not None:
                client.end(token)

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once. Raises ValueError."""
        self.clock.advance(seconds)
        self.store.keep_state("ahead", msgspec.json.encode(self.clock.ahead))

    def fail(self, fault: Fault) -> None:
        """Order a failure of the next requests. Raises msgspec.ValidationError for one that cannot be."""
        self.faults.order(fault)
        self._keep_faults()

    def mend(self, fault: Fault | None = None) -> bool:
        """Take back a failure that is ordered, or all; whether there was one."""
        there = self.faults.take_back(fault)
        self._keep_faults()
        return there

    def told(self, due: Due) -> None:
        """An account's address was told all that was due until then; a restart tells only what is due later."""
        client = self.clients.named(due.login)
        if client is not None and client.account.callback == due.address:
            self._told[due.login] = max(due.at, self._told.get(due.login, 0.0))
            self._is_told = False

    def keep_told(self) -> None:
        """Keep until when the accounts' addresses were told."""
        if not self._is_told:
            self.store.keep_state("told", msgspec.json.encode(self._told))
            self._is_told = True

    def _keep_faults(self) -> None:
        self.store.keep_state("faults", msgspec.json.encode(self.faults.waiting))
        self.store.changed("faults")

    def clear(self) -> None:
        """Forget messages, requests, money spent, templates, limits and ordered failures."""
        self.store.clear()
        self.clients.reset()
        self.mend()
        self.courier.clear()
        self.phone.clear()
        self.figures.clear()

    def answer(
        self, method: str, target: str, content: str, body: bytes, known: Client | None = None
    ) -> Answer | None:
        """The reply to a request, whatever it is; None where the service has nothing at its path.

        `known` is whose request it is, where that need not be found out.
        """
        body, too_long = shortened(content, body)
        received = read_request(method, target, [("content-type", content)], body)
        if received.endpoint is None:
            self._nowhere(method, target, content, body)
            return None
        written = as_text(method, target, content, body)
        if written is None:
            linted, unlinted = Linted(Hidden("")), too_long or "the body cannot be read"
        else:
            linted = self._linter().lint(written)
            cut = (odd.problem.message for odd in received.oddities if odd.problem.kind == "request-body")
            unlinted = too_long or linted.unlinted or next(cut, "")
        key = self.store.next_request()
        client = known or (self.clients.find(received.access) if received.access is not None else None)
        login = client.account.login if client is not None else ""
        fault, fewer = self.faults.take(Asking(received.endpoint, login, received.operation))
        if fewer:
            self._keep_faults()
        files = received.operation.files if isinstance(received.operation, Send) else ()
        if files and client is not None:
            self.store.keep_files_of(key, [file.data for file in files])
        reply, release = self._reply(received, client, fault, key, linted.phones, refused=bool(too_long))
        data = replying.written(reply, received.operation, received.fmt, received.charset)
        if fault is not None and fault.body is not None:
            data = fault.body.encode(received.charset, "replace")
        hidden = linted.hidden
        self._note(
            Exchange(
                key=key,
                at=self.clock.now(),
                method=method,
                endpoint=received.endpoint,
                login=hidden.told(client.account.login if client else _named(received)),
                text=linted.text,
                reply=hidden.told(data[:_KEPT_OPERATION].decode(received.charset, "replace")),
                fmt=received.fmt,
                charset=received.charset,
                operation=_kept(received.operation),
                odd=tuple(
                    (
                        hidden.told(odd.parameter)[:_LONGEST_NAME],
                        hidden.told(odd.problem.message)[:_LONGEST_TOLD],
                    )
                    for odd in received.oddities[:100]
                ),
                findings=linted.findings,
                unlinted=unlinted,
                files=sending.files_of(files),
                error=reply.code if isinstance(reply, Failure) else None,
                fault=str(fault)[:_LONGEST_TOLD] if fault else "",
            )
        )
        return Answer(
            data=data,
            media=replying.MEDIA[received.fmt],
            charset=received.charset,
            status=fault.status if fault else 200,
            delay=(fault.delay if fault else 0.0) + self.config.latency,
            cut=fault.cut if fault else None,
            release=release,
            request=key,
        )

    def _nowhere(self, method: str, target: str, content: str, body: bytes) -> None:
        """Keep a request to a path where nothing is: a mistyped endpoint is no request that never came."""
        linted = self._linter().lint(as_text(method, target, content, body) or "")
        self._note(
            Exchange(
                key=self.store.next_request(),
                at=self.clock.now(),
                method=method[:20],
                endpoint=linted.hidden.told(target.partition("?")[0].partition("&")[0])[:100],
                login="",
                text=linted.text,
                reply="HTTP status 404",
                fmt=0,
                charset="utf-8",
                findings=linted.findings,
                unlinted=linted.unlinted,
            )
        )

    def unread(self, method: str, why: str) -> None:
        """Keep that something came which is no request; `why` shows no secret."""
        self._note(
            Exchange(
                key=self.store.next_request(), at=self.clock.now(), method=method, endpoint="send", login="",
                text="", reply="", fmt=0, charset="utf-8", unlinted=why[:_LONGEST_TOLD],
            )
        )  # fmt: skip

    def _linter(self) -> RequestLinter:
        """The linter of this thread."""
        if not hasattr(self._linters, "one"):
            self._linters.one = RequestLinter()
        linter: RequestLinter = self._linters.one
        return linter

    def too_large(self, target: str) -> Answer:
        """The reply to a request whose body is larger than what is read."""
        received = read_request("GET", target)
        data = replying.written(replying.failure(1), None, received.fmt, received.charset)
        return Answer(data=data, media=replying.MEDIA[received.fmt], charset=received.charset, status=413)

    def _note(self, exchange: Exchange) -> None:
        self.store.note(exchange)
        with self._hearing:
            for listener in self.heard:
                listener(exchange)

    def _reply(
        self,
        received: Received,
        client: Client | None,
        fault: Fault | None,
        key: int,
        phones: str,
        *,
        refused: bool,
    ) -> tuple[Reply, Callable[[], None]]:
        operation = received.operation
        id = operation.id if isinstance(operation, Send) and operation.id is not None else key
        if fault is not None and (fault.code is not None or fault.status >= 500):
            return structs.replace(replying.failure(fault.code or 1), id=id), _nothing
        if received.access is not None and client is None:
            return replying.failure(2), _nothing
        wrong = 1 if refused else code_for(received)
        # ERR-4: wrong numbers are told with the id of the message.
        if wrong == 7 and isinstance(operation, Send) and client is not None:
            return self._sent(operation, client, received, key, phones), _nothing
        if wrong is not None or operation is None or client is None:
            return structs.replace(replying.failure(wrong or 1), id=id), _nothing
        if isinstance(operation, Send) and sending.recipients(operation) > sending.MOST_RECIPIENTS:
            return replying.failure(1), _nothing
        release = _nothing
        if self.config.limits:
            token = client.begin(operation, self.clock.now())
            if token is None:
                return structs.replace(replying.failure(9), id=id), _nothing
            release = partial(client.end, token)
        try:
            return self._carried_out(operation, client, received, key, phones), release
        except BaseException:
            release()
            raise

    def _carried_out(
        self, operation: Operation, client: Client, received: Received, key: int, phones: str
    ) -> Reply:
        now = self.clock.now()
        match operation:
            case Send():
                return self._sent(operation, client, received, key, phones)
            case GetStatus():
                return statuses.get_status(
                    operation, client, self.store, self.config, now=now, fmt=received.fmt
                )
            case GetBalance():
                currency = client.account.currency if operation.currency and received.fmt != 1 else None
                return Balance(balance=client.state.balance, currency=currency)
            case AddOperatorTemplate() | GetOperatorTemplates():
                final = self.config.pace.final
                with client.lock:
                    return templates.operator_templates(operation, client, now=now, pace=final)
            case Notify():
                return templates.notify(operation, client)
        with client.lock:
            return templates.templates(operation, client)

    def _sent(self, operation: Send, client: Client, received: Received, key: int, phones: str) -> Reply:
        reply, messages = sending.send(
            operation, client, self.config, self.store, key=key, now=self.clock.now(),
            wrong=_wrong_numbers(received, phones), nameless="sender" in received.empty,
        )  # fmt: skip
        messages = [self.phone.held(message) for message in messages]
        self.store.add(messages)
        # Before a call rings: who takes it at once takes back what would be told of it.
        for message in messages:
            self.courier.caught(message)
            if client.account.callback:
                self.courier.report(message, client.account.callback)
        for message in messages:
            self.phone.coming(message)
        return reply


def _nothing() -> None:
    """Nothing has to be released."""


def _named(received: Received) -> str:
    """The login that a request names, whoever it is; a key is no name."""
    match received.access:
        case Login(login):
            return login
        case Key():
            return "(key)"
    return ""


def _wrong_numbers(received: Received, phones: str) -> list[str]:
    """What of `phones` is no recipient."""
    spans = [
        o.problem.span for o in received.oddities if o.parameter == "phones" and o.problem.severity is None
    ]
    return [phones[span.start : span.end].strip(" ,;") for span in spans if span.end <= len(phones)]


def _kept(operation: Operation | None) -> object:
    """An operation as plain values; the bytes of files are left out."""
    if isinstance(operation, Send):
        if operation.list is not None and len(operation.list.lines) > 1000:
            return None
        operation = structs.replace(operation, files=())
    data = msgspec.json.encode(operation)
    return msgspec.json.decode(data) if len(data) <= _KEPT_OPERATION else None
