"""Debian's Chromium for the tests of the page, by Playwright; one a module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from sandbox_wire import PATIENCE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
without_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
#: The features are Chromium's own doors; without them what keeps an attack out is the sandbox.
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-popup-blocking "
    "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessSendPreflights,BlockInsecurePrivateNetworkRequests"
).split()


@contextmanager
def launched(*more: str) -> Iterator[Any]:
    """A browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright, of the extra 'test'")
    with playwright.sync_playwright() as made:
        one = made.chromium.launch(executable_path=CHROMIUM, args=[*OPTIONS, *more])
        yield one
        one.close()


@contextmanager
def visited(browser: Any, address: str, path: str = "/", **how: Any) -> Iterator[Any]:
    """A page of the sandbox that is open and live. Nothing may go to another origin, no error to the console."""
    context = browser.new_context(**how)
    context.set_default_timeout(1000 * PATIENCE)
    page = context.new_page()
    told: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.goto(address + path)
    page.wait_for_selector("#live[data-state=live]", state="attached")
    try:
        yield page
        assert told == [], told
        assert asked == {urlsplit(address).netloc}
    finally:
        context.close()
