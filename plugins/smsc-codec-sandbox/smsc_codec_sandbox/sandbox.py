"""A sandbox as a test has it: started in a thread, looked at, told what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import msgspec

from smsc_codec_sandbox import fates
from smsc_codec_sandbox.config import Account, Config, settled
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.model import Exchange, Message
from smsc_codec_sandbox.server import running
from smsc_codec_sandbox.service import Service


class Sandbox:
    """A running sandbox. `address` is what clients take for the service's, without a path."""

    def __init__(self, address: str, service: Service) -> None:
        self.address = address
        self.service = service

    @property
    def messages(self) -> list[Message]:
        """The messages that were caught, the oldest first."""
        return list(self.service.store.messages())[::-1]

    @property
    def requests(self) -> list[Exchange]:
        """The requests that were caught, with what the linter found, the oldest first."""
        return list(self.service.store.exchanges())[::-1]

    def status(self, message: Message) -> int:
        """What has become of a message by now (STA-4)."""
        return fates.status(message, self.service.clock.now(), self.service.config.pace)[0]

    def balance(self, login: str) -> Decimal | None:
        """What an account has left; None for a login that the configuration does not have."""
        for client in self.service.clients.all():
            if client.account.login == login:
                return client.state.balance
        return None if self.service.config.accounts else Account(login=login).balance

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self.service.advance(seconds)

    def fail(self, **fault: Any) -> None:
        """Order a failure of the next requests: the fields are those of `Fault`. Raises msgspec.ValidationError."""
        self.service.fail(msgspec.convert(fault, Fault))

    def mend(self) -> None:
        """Take back all failures that are ordered."""
        self.service.mend()

    def clear(self) -> None:
        """Forget everything that was caught."""
        self.service.clear()


@contextmanager
def started(config: Config | None = None, **settings: Any) -> Iterator[Sandbox]:
    """A sandbox in a thread, with a configuration or with settings by name. Raises ConfigError, OSError."""
    service = Service(config or settled(settings))
    try:
        with running(service) as address:
            yield Sandbox(address, service)
    finally:
        service.store.close()
