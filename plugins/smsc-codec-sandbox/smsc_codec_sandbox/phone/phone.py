"""Calls that ring, are taken and worked; what happens in them becomes statuses, notices, SMS and money."""

from __future__ import annotations

import itertools
from decimal import Decimal
from threading import RLock
from typing import Literal

import msgspec
from msgspec import structs

from smsc_codec.api.callback import AddressError, Incoming, read_address
from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads.files import plain
from smsc_codec.payloads.menu.model import Sms, Url
from smsc_codec.payloads.menu.player import HUNG_UP, Happened
from smsc_codec.text.parts import count
from smsc_codec_sandbox.accounts import Client, Clients
from smsc_codec_sandbox.clock import Clock, written
from smsc_codec_sandbox.config import Config, Fate, with_prices
from smsc_codec_sandbox.courier import Courier, Due, Notice
from smsc_codec_sandbox.fates import DELIVERED, NO_ANSWER, UNDELIVERABLE, fate, final_at
from smsc_codec_sandbox.model import Answered, Message
from smsc_codec_sandbox.phone.talk import Talk
from smsc_codec_sandbox.store import Store

#: So many talks are open at once, and as many that are over are kept.
MOST_TALKS = 100
#: The longest answer: ten parts are what phones send.
MOST_ANSWER = 1600
Declined = Literal["busy", "no answer", "answering machine"]
#: STA-5.
_DECLINED: dict[str, Fate] = {
    "busy": Fate(UNDELIVERABLE, 240),
    "no answer": NO_ANSWER,
    "answering machine": Fate(UNDELIVERABLE, 242),
}


class PhoneError(ValueError):
    """What cannot be done with a phone now; says why."""


class Phone:
    """All phones. Any thread may call it."""

    def __init__(
        self, config: Config, clock: Clock, store: Store, clients: Clients, courier: Courier
    ) -> None:  # fmt: skip
        self._config = config
        self._clock = clock
        self._store = store
        self._clients = clients
        self._courier = courier
        self._lock = RLock()
        self._keys = itertools.count(1)
        self.talks: dict[int, Talk] = {}
        #: From when and until when calls ring, by the keys of their messages.
        self._calls: dict[int, tuple[float, float]] = {}
        self._rang: tuple[int, ...] = ()
        kept = store.state("ring")
        #: How many seconds a call rings; at 0 all calls are heard to their end.
        self.ring: float = config.ring if kept is None else msgspec.json.decode(kept, type=float)

    def set_ring(self, seconds: float) -> None:
        """Let calls that come from now on ring so long. Raises PhoneError."""
        if not 0 <= seconds <= 600:
            raise PhoneError("ring: a number of seconds from 0 to 600")
        self.ring = seconds
        self._store.keep_state("ring", msgspec.json.encode(seconds))
        self._store.changed("calls")

    def clear(self) -> None:
        """Forget all calls."""
        with self._lock:
            self.talks.clear()
            self._calls.clear()

    def held(self, message: Message) -> Message:
        """A new message; a call that would be heard rings instead, where phones ring."""
        if message.channel != "call" or not self.ring or message.fate.status != DELIVERED:
            return message
        return structs.replace(message, rings=self.ring)

    def take_up(self, message: Message) -> Message:
        """A message of the store after a restart: talks ended with the process, calls ring on."""
        if message.talking:
            message = structs.replace(message, talking=False, over=self._clock.now())
            self._store.replace(message)
        self.coming(message)
        return message

    def coming(self, message: Message) -> None:
        """A message is on its way."""
        if message.rings is not None and message.over is None:
            pace = self._config.pace
            with self._lock:
                self._calls[message.key] = message.due + pace.sent, final_at(message, pace)

    def _ringing_keys(self) -> tuple[int, ...]:
        now = self._clock.now()
        with self._lock:
            for key in [key for key, (_, until) in self._calls.items() if until <= now]:
                del self._calls[key]
            return tuple(key for key, (since, _) in self._calls.items() if since <= now)

    def ringing(self) -> list[Message]:
        """The calls that ring now, the oldest first."""
        found = map(self._store.by_key, self._ringing_keys())
        return [message for message in found if message is not None]

    def tick(self) -> None:
        """Tell who looks when a call begins to ring, or nobody has taken it."""
        now = self._ringing_keys()
        if now != self._rang:
            changed = tuple(set(now) ^ set(self._rang))
            self._rang = now
            self._store.changed("calls", changed)
            self._store.changed("messages", changed)

    def pick_up(self, key: int) -> Talk:
        """Take a call that rings; one that does not ring any more is played, and nothing becomes of it.

        Raises PhoneError.
        """
        with self._lock:
            message = self._call(key)
            rings = key in self._ringing_keys()
            if message.talking:
                raise PhoneError("somebody talks already")
            while len(self.talks) >= MOST_TALKS:
                first = next((t for t in self.talks.values() if t.over), next(iter(self.talks.values())))
                self._end(first)
                del self.talks[first.key]
            talk = Talk(next(self._keys), message, self._clock.now(), rehearsal=not rings)
            self.talks[talk.key] = talk
            if rings:
                self._calls.pop(key, None)
                self._courier.withdraw(message)
                talk.message = structs.replace(message, talking=True, rings=None)
                self._keep(talk.message)
            self._happens(talk, talk.happened)
        return talk

    def _call(self, key: int) -> Message:
        message = self._store.by_key(key)
        if message is None:
            raise PhoneError(f"there is no message {key}")
        if message.channel != "call":
            raise PhoneError(f"message {key} is no call")
        return message

    def decline(self, key: int, why: Declined) -> None:
        """Do not take a call that rings. Raises PhoneError."""
        with self._lock:
            message = self._call(key)
            if key not in self._ringing_keys():
                raise PhoneError("this call does not ring")
            self._calls.pop(key, None)
            self._courier.withdraw(message)
            self._over(message, _DECLINED[why])

    def talk(self, key: int) -> Talk:
        """A talk by its key. Raises PhoneError."""
        talk = self.talks.get(key)
        if talk is None:
            raise PhoneError(f"there is no talk {key}")
        return talk

    def give(self, key: int, given: str) -> Talk:
        """Press a key, or let something else come from outside. Raises PhoneError and NotPossible."""
        with self._lock:
            talk = self.talk(key)
            self._happens(talk, talk.give(given, self._clock.now()))
        return talk

    def _end(self, talk: Talk) -> None:
        if not talk.over:
            self._happens(talk, talk.give(HUNG_UP, self._clock.now()))

    def _happens(self, talk: Talk, came: tuple[Happened, ...]) -> None:
        """Let what happened in a call become true, and end it where it is over."""
        if talk.rehearsal:
            return
        client = self._clients.named(talk.message.login)
        if client is not None:
            for one, item in zip(came, talk.items(came), strict=True):
                match one.action:
                    case Sms():
                        self._send(talk.message, one.action, client)
                    case Url(address):
                        self._notify(talk, item, address, client)
        if talk.over and talk.message.talking:
            talk.message = self._over(talk.message, talk.message.fate)

    def _send(self, call: Message, sms: Sms, client: Client) -> None:
        """IVR-8: `$phone` is the number of who is in the menu. Who has no money sends nothing."""
        phone, text = (
            part.replace("$phone", call.phone) for part in (sms.phone or "$phone", plain(sms.text).strip())
        )
        try:
            cnt = count(text).parts
        except CodecError:
            cnt = 1
        cost = with_prices(self._config, client.account)["sms"] * Decimal(cnt)
        if not client.pay(cost):
            return
        now = self._clock.now()
        message = Message(
            key=self._store.next_message(), request=call.request, login=call.login, id=self._store.next_request(),
            phone=phone.lstrip("+"), channel="sms", text=text, said=text, cnt=cnt, cost=cost, made=now, due=now,
            fate=fate(phone.lstrip("+"), self._config), tz=call.tz, sender=sms.sender or "",
            comment=f"sent by the menu of message {call.key}",
        )  # fmt: skip
        self._store.add([message])
        self._courier.caught(message)
        self._told(message, client)

    def _notify(self, talk: Talk, item: str, address: str | None, client: Client) -> None:
        """IVR-6: an address, or the account's own where the menu says only `url`."""
        if address is None and client.account.callback is not None:
            try:
                address = read_address(client.account.callback, unsigned=True).url
            except AddressError:
                return
        if address is not None:
            call = talk.message
            now = self._clock.now()
            notice = Notice(call.id, call.phone, item, int(now - talk.began))
            self._courier.expect(Due(call.login, notice, address), now)

    def answer(self, key: int, text: str) -> Answered:
        """Somebody answers a message: the customer's address is told (CBK-3). Raises PhoneError."""
        message = self._store.by_key(key)
        if message is None:
            raise PhoneError(f"there is no message {key}")
        if not text.strip() or len(text) > MOST_ANSWER:
            raise PhoneError(f"an answer has 1 to {MOST_ANSWER} characters")
        client = self._clients.named(message.login)
        now = self._clock.now()
        to = client.account.number if client else ""
        answer = Answered(
            key=self._store.next_answer(), message=key, login=message.login, phone=message.phone, to=to,
            text=text, at=now,
        )  # fmt: skip
        self._store.answered(answer)
        if client is not None and client.account.callback:
            incoming = Incoming(phone=message.phone, mes=text, to=to, time=written(now, message.tz))
            self._courier.expect(Due(message.login, incoming, client.account.callback), now)
        return answer

    def _over(self, message: Message, last: Fate) -> Message:
        """A call is over: it has its last status now."""
        message = structs.replace(message, talking=False, rings=None, fate=last, over=self._clock.now())
        self._keep(message)
        client = self._clients.named(message.login)
        if client is not None:
            self._told(message, client)
        return message

    def _told(self, message: Message, client: Client) -> None:
        if client.account.callback:
            self._courier.report(message, client.account.callback)

    def _keep(self, message: Message) -> None:
        self._store.replace(message)
        self._store.changed("messages", (message.key,))
        self._store.changed("calls", (message.key,))
