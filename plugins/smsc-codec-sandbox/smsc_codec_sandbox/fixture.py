"""The pytest fixture `smsc_sandbox`: a sandbox of the test's own on a free port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from smsc_codec_sandbox.sandbox import Sandbox


@pytest.fixture
def smsc_sandbox() -> Iterator[Sandbox]:
    """A sandbox for one test: give its `address` to a client, then look at its `messages`.

    It takes any login, has no latency, and refuses repeated requests as the service does; `advance(60)` lets a minute
    pass at once.
    """
    from smsc_codec_sandbox.sandbox import started

    with started() as sandbox:
        yield sandbox
