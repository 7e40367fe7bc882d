"""A sandbox for tests whose time stands still, and which waits for whatever a busy machine is late with."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from sandbox_wire import PATIENCE
from smsc_codec_sandbox import callbacks, connection, server
from smsc_codec_sandbox.clock import Clock


@pytest.fixture(scope="session", autouse=True)
def steady() -> Iterator[None]:
    """Time passes where a test says so, by `advance`; nobody is given up that is only slow."""
    start = time.time()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clock, "now", lambda clock: start + clock.ahead)
        patch.setattr(callbacks, "TIMEOUT", PATIENCE)
        patch.setattr(connection, "_LINGER", PATIENCE)
        for name in ("GRACE", "_FLUSH"):
            patch.setattr(server, name, PATIENCE)
        yield
