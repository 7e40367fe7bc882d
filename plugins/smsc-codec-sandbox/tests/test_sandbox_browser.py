"""Pages of other sites in a real browser: none reads what was caught, none changes anything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sandbox_chromium import launched, without_chromium
from sandbox_wire import PATIENCE, send, until
from smsc_codec_sandbox import doors
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.sandbox import Sandbox, started

pytestmark = [pytest.mark.slow, without_chromium]
NAMES = "--host-resolver-rules=MAP evil.test 127.0.0.1, MAP *.evil.test 127.0.0.1"
ATTACK = (Path(__file__).parent / "attack.js").read_text(encoding="utf-8")
CANARY = "kanarienvogel-8"
#: How a page of another site makes a message where the doors stand open.
WAYS = {
    "fetch-GET-no-cors", "fetch-POST-no-cors", "no-referrer", "img", "script", "iframe", "video", "embed", "object",
    "stylesheet", "form",
}  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched(NAMES) as one:
        yield one


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[int]:
    """The port of another site: empty pages, by whatever name."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"<!doctype html><title>another site</title><body></body>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join(PATIENCE)
    server.server_close()


@contextmanager
def caught(**settings: Any) -> Iterator[tuple[Sandbox, int]]:
    """A sandbox that has caught a message, and its port."""
    with started(**settings) as sandbox:
        send(sandbox.address, mes=CANARY, id=7)
        yield sandbox, urlsplit(sandbox.address).port or 0


def state(sandbox: Sandbox) -> tuple[object, ...]:
    """All that an attack could change."""
    service = sandbox.service
    clients = [(client.account.login, client.state.balance) for client in service.clients.all()]
    return sandbox.messages, sandbox.requests, list(service.faults.waiting), service.clock.ahead, clients


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch, *, doors_open: bool) -> Iterator[list[tuple[str, str, bool]]]:
    """The requests that came, with whether they were let in; with open doors all are."""
    came: list[tuple[str, str, bool]] = []
    judge = doors.refusal

    def refusal(head: Head, names: Collection[str], here: str) -> doors.Refusal | None:
        told = None if doors_open else judge(head, names, here)
        came.append((head.method, head.target, told is None))
        return told

    with monkeypatch.context() as patch:
        patch.setattr(doors, "refusal", refusal)
        if doors_open:
            patch.setattr(doors, "HEADERS", ())
        yield came


def attacked(
    browser: Any, page_at: str, target: str, port: int, done: Callable[[], bool] = lambda: True
) -> list[str]:
    """Let a page attack until it has tried all, and `done`; give what it has read and what its frames show."""
    context = browser.new_context()
    try:
        page = context.new_page()
        if f":{port}/" in page_at:
            # DNS rebinding: the page came from the attacker's server; now its name means this machine.
            page.route(page_at, lambda route: route.fulfill(content_type="text/html", body="<body></body>"))
        page.goto(page_at)
        loot: list[str] = page.evaluate(ATTACK, target)
        until(done)
        shown = [frame.content() for frame in page.frames[1:]]
        return loot + shown
    finally:
        context.close()


def _origins(elsewhere: int, port: int) -> list[tuple[str, str]]:
    """Where a page comes from, and by which address it asks the sandbox."""
    return [
        (f"http://127.0.0.1:{elsewhere}/", f"http://127.0.0.1:{port}"),
        (f"http://localhost:{elsewhere}/", f"http://localhost:{port}"),
        (f"http://localhost:{elsewhere}/", f"http://127.0.0.1:{port}"),
        (f"http://evil.test:{elsewhere}/", f"http://127.0.0.1:{port}"),
        (f"http://evil.test:{elsewhere}/", f"http://app.localhost:{port}"),
        (f"http://evil.test:{elsewhere}/", f"http://evil.test:{port}"),
        (f"http://evil.test:{elsewhere}/", f"http://0.0.0.0:{port}"),
        (f"http://evil.test:{port}/rebound", f"http://evil.test:{port}"),
        (f"http://evil.test:{port}/rebound", f"http://localhost:{port}"),
    ]


@pytest.mark.parametrize("which", range(9))
def test_no_page_of_another_site(
    browser: Any, elsewhere: int, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of another port, another name or a rebound one: by fetch, XHR, beacon, events, WebSocket, image, script,
    style, frame, object, form, nothing is read, and nothing is changed.
    """
    with caught() as (sandbox, port), watched(monkeypatch, doors_open=False) as came:
        page_at, target = _origins(elsewhere, port)[which]
        before = state(sandbox)
        loot = attacked(browser, page_at, target, port)
        assert len(loot) > 50
        assert not [text for text in loot if CANARY in text]
        assert state(sandbox) == before
        assert not [one for one in came if one[2]]
        # Chromium itself asks nothing of 0.0.0.0 for a page.
        assert len(came) > 50 or "0.0.0.0" in target


def test_the_attacks_are_real(browser: Any, elsewhere: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the doors stand open, the same pages read the text, make messages, and give orders."""
    with caught() as (sandbox, port), watched(monkeypatch, doors_open=True):
        loot = attacked(browser, f"http://evil.test:{port}/rebound", f"http://evil.test:{port}", port)
        assert [text for text in loot if CANARY in text]
    with caught() as (sandbox, port), watched(monkeypatch, doors_open=True) as came:

        def all_came() -> bool:
            ways = {parse_qs(target.partition("?")[2])["mes"][0] for _, target, _ in came if "mes=" in target}
            orders = {("POST", f"/sandbox/api/{word}", True) for word in ("advance", "fail", "clear")}
            carried_out = sandbox.messages == [] and sandbox.service.clock.ahead > 0
            return carried_out and ways >= WAYS and orders <= set(came)

        attacked(browser, f"http://evil.test:{elsewhere}/", f"http://127.0.0.1:{port}", port, all_came)


def test_the_sandboxs_own_page(browser: Any, elsewhere: int) -> None:
    """The page itself works: by its address and by a link from elsewhere, without an error, all from here."""
    with caught() as (sandbox, port):
        context = browser.new_context()
        page = context.new_page()
        told: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(sandbox.address)
        assert CANARY in page.content()
        page.wait_for_selector("#live[data-state=live]")
        assert page.evaluate("getComputedStyle(document.querySelector('.badge')).borderRadius") != "0px"
        assert told == []
        assert {urlsplit(url).netloc for url in asked} == {f"127.0.0.1:{port}"}
        # What a page of the sandbox's own may do, where its policy lets it.
        page.route("**/own", lambda route: route.fulfill(content_type="text/html", body="<body></body>"))
        page.goto(f"{sandbox.address}/own")
        clear = "fetch('/sandbox/api/clear', {method: 'POST', headers: {'Content-Type': 'application/json'}})"
        assert page.evaluate(f"{clear}.then(reply => reply.status)") == 200
        assert sandbox.messages == []
        send(sandbox.address, mes=CANARY, id=8)
        page.goto(f"http://evil.test:{elsewhere}/")
        page.set_content(f"<a href='http://localhost:{port}/'>the sandbox</a>")
        page.click("a")
        page.wait_for_url(f"http://localhost:{port}/")
        assert CANARY in page.content()
        context.close()
