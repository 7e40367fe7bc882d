"""What can be set, with its bounds, and how the page's scripts are told what is wrong."""

from __future__ import annotations

from contextlib import nullcontext
from decimal import Decimal

import pytest
from sandbox_page import asked
from smsc_codec_sandbox.config import ConfigError, settled
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web


@pytest.mark.parametrize("target", ["message?key=9", "messages?q=x:y", "message"])
def test_scripts_are_told_in_the_reply(target: str) -> None:
    """What is wrong is a status for everybody but the page's own scripts, which read it in the reply: browsers would
    call the status an error of the page.
    """
    web = Web(Service(settled({})))
    path = f"/sandbox/page/{target}"
    plain, script = asked(web, path), asked(web, path, smsc_script="yes")
    assert (plain.status, script.status) == (404 if "key=9" in target else 400, 200)
    assert plain.data == script.data
    assert ("smsc-wrong", "yes") in script.headers


#: The lowest and the highest that may be set; None where there is no end.
BOUNDS = {
    "latency": (0, 1_000_000), "keep": (1, 10_000_000), "keep_files": (0, 10_000_000_000), "max_body": (1, 10_000_000),
    "max_connections": (1, 10_000_000), "client_timeout": (0, 1_000_000), "idle_timeout": (0, 1_000_000),
    "ring": (0, 600),
}  # fmt: skip


@pytest.mark.parametrize(("name", "bounds"), BOUNDS.items(), ids=BOUNDS)
def test_settings_have_bounds(name: str, bounds: tuple[int, int]) -> None:
    """A setting takes its lowest and its highest number, and nothing beyond."""
    for number in bounds:
        assert getattr(settled({name: number}), name) == number
    for number in (bounds[0] - 1, bounds[1] + 1):
        with pytest.raises(ConfigError, match=name):
            settled({name: number})


def test_settings_of_an_account() -> None:
    """Zones are those that the service has (TIM-3), overtime is an hour at most, and what is not said is this."""
    account = {"login": "a", "psw": "b"}
    for tz, ok in ((-15, True), (11, True), (-16, False), (12, False)):
        with nullcontext() if ok else pytest.raises(ConfigError):
            settled({"accounts": [account | {"tz": tz}]})
    for overtime, ok in ((0, True), (3600, True), (-1, False), (3601, False)):
        with nullcontext() if ok else pytest.raises(ConfigError):
            settled({"numbers": {"7": {"overtime": overtime}}})
    config = settled({"accounts": [account]})
    assert (config.pace.sent, config.pace.final, config.keep, config.keep_files) == (1, 3, 10_000, 50_000_000)
    assert (config.max_body, config.max_connections, config.client_timeout) == (10_000_000, 256, 30)
    assert (config.idle_timeout, config.latency, config.ring, config.limits) == (60, 0, 0, True)
    (made,) = config.accounts
    assert (made.balance, made.currency, made.tz, made.number) == (
        Decimal("1000.00"),
        "RUR",
        0,
        "79999999999",
    )
