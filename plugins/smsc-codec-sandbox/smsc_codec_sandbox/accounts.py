"""Who asks, and what they have: money, templates, and how often they asked (LIM)."""

from __future__ import annotations

import hashlib
import hmac
from decimal import Decimal
from threading import RLock

import msgspec
from msgspec import Struct

from smsc_codec.api.access import Access, Key, Login
from smsc_codec.api.limits import Limits, Token
from smsc_codec.api.operations import Operation
from smsc_codec.api.replies.model import Template
from smsc_codec_sandbox.config import Account, Config
from smsc_codec_sandbox.store import Store

#: The password, or key, that is wrong where any is welcome.
WRONG = "wrong"


class Offered(Struct, frozen=True):
    """A template that was offered to operators: its first id, when, and to whom."""

    id: int
    at: float
    sender: str
    msg: str
    operators: tuple[str, ...]


class State(Struct):
    """What changes of an account."""

    balance: Decimal
    templates: list[Template] = []
    offered: list[Offered] = []
    last_id: int = 0

    def next_id(self) -> int:
        """An id that no template has."""
        self.last_id += 1
        return self.last_id


class Client:
    """An account with its state; whoever changes it holds its `lock`, and calls `save` then."""

    def __init__(self, account: Account, store: Store) -> None:
        self.account = account
        self.lock = RLock()
        self.limits = Limits()
        self._store = store
        kept = store.account(account.login)
        self.state = msgspec.json.decode(kept, type=State) if kept else State(account.balance)

    def begin(self, operation: Operation, now: float) -> Token | None:
        """The token of a request that may go by the limits (LIM), to be ended; None where it may not."""
        with self.lock:
            return self.limits.begin(operation, now).token

    def end(self, token: Token) -> None:
        """A request is over."""
        with self.lock:
            self.limits.end(token)

    def pay(self, cost: Decimal) -> bool:
        """Take money; whether there was enough."""
        with self.lock:
            if cost > self.state.balance:
                return False
            self.state.balance -= cost
            self.save()
            return True

    def save(self) -> None:
        """Keep the state."""
        self._store.keep_account(self.account.login, msgspec.json.encode(self.state))


class Clients:
    """All accounts: those of the configuration, or anybody's where it has none."""

    def __init__(self, config: Config, store: Store) -> None:
        self._config = config
        self._store = store
        self._lock = RLock()
        self._clients: dict[str, Client] = {}
        self.reset()

    def reset(self) -> None:
        """Forget the state of all accounts."""
        self._clients = {a.login: Client(a, self._store) for a in self._config.accounts}

    def all(self) -> list[Client]:
        """Those that are known."""
        return list(self._clients.values())

    def find(self, access: Access) -> Client | None:
        """Whose access it is; None where it is nobody's."""
        if not self._config.accounts:
            return self._anybody(access)
        for client in self._clients.values():
            if _opens(client.account, access):
                return client
        return None

    def named(self, login: str) -> Client | None:
        """The account of a login."""
        return self._clients.get(login) if self._config.accounts else self._of(login)

    def _anybody(self, access: Access) -> Client | None:
        secret = access.apikey if isinstance(access, Key) else access.psw
        if secret in (WRONG, _digest(WRONG)):
            return None
        if isinstance(access, Key):  # which nobody may see, so it is no name
            login = f"key-{hashlib.sha256(secret.encode('utf-8', 'replace')).hexdigest()[:8]}"
        else:
            login = access.login
        return self._of(login)

    def _of(self, login: str) -> Client:
        with self._lock:
            if login not in self._clients:
                if len(self._clients) >= self._config.keep:
                    self._clients.pop(next(iter(self._clients)))
                self._clients[login] = Client(Account(login=login), self._store)
            return self._clients[login]


def _opens(account: Account, access: Access) -> bool:
    """Whether it is the account's; the MD5 of a password in small letters does as well."""
    if isinstance(access, Key):
        return bool(account.apikey) and _same(account.apikey, access.apikey)
    assert isinstance(access, Login)
    if access.login != account.login or not account.psw:
        return False
    return _same(account.psw, access.psw) or _same(_digest(account.psw), access.psw)


def _digest(psw: str) -> str:
    return hashlib.md5(psw.encode(), usedforsecurity=False).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
