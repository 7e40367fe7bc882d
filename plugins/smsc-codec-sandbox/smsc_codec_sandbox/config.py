"""What can be set: accounts, prices, how fast messages go, what becomes of which number. A TOML file says it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from smsc_codec.api.callback import AddressError, read_address

#: Money of one part, of one message, or of one second of a call, by what is sent.
PRICES: dict[str, Decimal] = {
    name: Decimal(price)
    for name, price in (
        ("sms", "1.00"), ("flash", "1.00"), ("bin", "1.00"), ("push", "1.00"), ("mms", "5.00"), ("call", "0.10"),
        ("viber", "1.50"), ("whatsapp", "2.00"), ("soc", "0.50"), ("tg", "0.20"), ("mail", "0.05"),
        ("hlr", "0.10"), ("ping", "0.60"),
    )
}  # fmt: skip
Seconds = Annotated[float, Meta(ge=0, le=1e6)]
Amount = Annotated[int, Meta(ge=1, le=10_000_000)]
#: How a question for a message that is not known is answered, which the page leaves open (STA-2, STA-4): with status -3
#: and what was asked for, with -3 and zeros where the reply is in numbers, or with error 3 where it is the only one.
Unknown = Literal["status", "zeros", "error"]


class ConfigError(ValueError):
    """A configuration that cannot be; says where and what is allowed."""


class Fate(Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of a message: its last status with the error in it (STA-4, STA-5).

    `refuse`: the request is refused with this code instead (ERR-4). `overtime`: so many seconds longer than it was
    reckoned a call takes that is listened to.
    """

    status: int = 1
    err: int = 0
    refuse: int | None = None
    overtime: Annotated[int, Meta(ge=0, le=3600)] = 0


class Pace(Struct, frozen=True, forbid_unknown_fields=True):
    """After how many seconds a message is sent to the operator, and has its last status."""

    sent: Seconds = 1.0
    final: Seconds = 3.0


class Account(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who may ask, and what for. Neither `psw` nor `apikey` is ever shown.

    `senders` are the names that may send, the usual one first; any where there is none. `callback` is the address that
    statuses are posted to; its query says how they are signed (CBK-1). `groups` are recipients by the number of their
    group (PAR-2). `task_groups` are those of ping.php, any where there is none (EVT-1). `tz` is in hours from Moscow.
    `number` is where answers to its messages go.
    """

    login: str
    psw: str = ""
    apikey: str = ""
    balance: Decimal = Decimal("1000.00")
    currency: str = "RUR"
    senders: tuple[str, ...] = ()
    callback: str | None = None
    prices: dict[str, Decimal] = {}
    groups: dict[str, tuple[str, ...]] = {}
    task_groups: tuple[int, ...] = ()
    tz: Annotated[int, Meta(ge=-15, le=11)] = 0
    number: str = "79999999999"

    def __repr__(self) -> str:
        return f"Account(login={self.login!r})"


class Config(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The settings; the defaults are those of `smsc-codec serve` alone.

    Without `accounts` any login is welcome, with any password but `wrong`. `keep` is how many messages and how many
    requests are kept, `keep_files` how many bytes of their files, `max_body` how many bytes of a body are read,
    `latency` how many seconds each request takes. At most `max_connections` are open at once. A client has
    `client_timeout` seconds to send a request, and to take the reply; a connection that asks nothing is ended after
    `idle_timeout`. `allow_hosts` are names by which the sandbox may be asked beside those of this machine. `seed` makes
    failures by chance hit the same requests each time. `numbers` says what becomes of messages to some numbers.
    Callbacks go to loopback addresses, and to the hosts of `callback_hosts`; so does each message, as JSON, to the
    addresses of `webhooks`. `ring` is how many seconds a call rings until somebody picks it up on the page; at 0 all
    calls are heard to their end. `unknown` says what is answered of a message that nobody knows.
    """

    accounts: tuple[Account, ...] = ()
    prices: dict[str, Decimal] = {}
    pace: Pace = Pace()
    numbers: dict[str, Fate] = {}
    limits: bool = True
    latency: Seconds = 0.0
    seed: int | None = None
    keep: Amount = 10_000
    keep_files: Annotated[int, Meta(ge=0, le=10_000_000_000)] = 50_000_000
    max_body: Amount = 10_000_000
    max_connections: Amount = 256
    client_timeout: Seconds = 30.0
    idle_timeout: Seconds = 60.0
    allow_hosts: tuple[str, ...] = ()
    callback_hosts: tuple[str, ...] = ()
    webhooks: tuple[str, ...] = ()
    ring: Annotated[float, Meta(ge=0, le=600)] = 0.0
    unknown: Unknown = "status"


def load(path: Path) -> Config:
    """The settings of a file. Raises ConfigError, OSError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    return settled(table, str(path))


def settled(table: dict[str, Any], source: str = "configuration") -> Config:
    """The settings that a table says. Raises ConfigError."""
    try:
        config = msgspec.convert(table, Config, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{source}: {error}") from None
    for prices in (config.prices, *(account.prices for account in config.accounts)):
        for name, price in prices.items():
            if name not in PRICES:
                raise ConfigError(f"{source}: prices: there is no '{name}', only {', '.join(PRICES)}")
            if not price.is_finite() or price < 0:
                raise ConfigError(f"{source}: prices: '{name}' is an amount of money from 0")
    logins = [account.login for account in config.accounts]
    for account in config.accounts:
        if not account.login or not (account.psw or account.apikey) or logins.count(account.login) > 1:
            raise ConfigError(f"{source}: accounts: each has a login of its own, and a psw or an apikey")
        if account.callback is not None:
            try:
                read_address(account.callback, unsigned=True)
            except AddressError as error:
                raise ConfigError(f"{source}: accounts: the callback of '{account.login}': {error}") from None
        if not account.balance.is_finite():
            raise ConfigError(f"{source}: accounts: the balance of '{account.login}' is no amount of money")
    return config


def with_prices(config: Config, account: Account) -> dict[str, Decimal]:
    """What everything costs an account."""
    return PRICES | config.prices | account.prices
