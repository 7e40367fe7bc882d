"""The phone in a real browser: a call is taken, worked through the page's menu to two endings, recorded, saved."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sandbox_page import asked
from sandbox_wire import api, send
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.sandbox import Sandbox, started
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web

from smsc_codec.payloads import call, menu
from smsc_codec.payloads.call.playing import run

PAGE = (Path(__file__).parents[3] / "docs/examples/page.menu").read_text(encoding="utf-8")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync "
    "--use-fake-device-for-media-stream --use-fake-ui-for-media-stream --autoplay-policy=no-user-gesture-required"
).split()
#: What a browser without sound would speak and sound, kept for the test.
LISTEN = """
globalThis.spoken = []; globalThis.sounded = [];
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(globalThis, "speechSynthesis", { value: {
    speak(one) { spoken.push([one.lang, one.text]); }, cancel() { spoken.push("hush"); } } });
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function () { sounded.push(this.frequency.value); return start.call(this); };
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright, of the extra 'test'")
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as made:
        one = made.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield one
        one.close()


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with started(ring=60.0, pace={"sent": 0.0, "final": 0.2}, limits=False) as made:
        yield made


@pytest.fixture
def page(browser: Any, sandbox: Sandbox) -> Iterator[Any]:
    """The phone's page; nothing goes wrong in its console, and it asks nobody else."""
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    made = context.new_page()
    wrong: list[str] = []
    made.on("console", lambda one: wrong.append(one.text) if one.type in ("error", "warning") else None)
    made.on("pageerror", lambda one: wrong.append(str(one)))
    made.on(
        "request",
        lambda one: None if one.url.startswith((sandbox.address, "blob:")) else wrong.append(one.url),
    )
    made.add_init_script(LISTEN)
    made.goto(f"{sandbox.address}/sandbox/phone")
    yield made
    assert wrong == []
    context.close()


def nothing_serious(page: Any) -> None:
    """axe-core finds no fault that is serious or critical (WCAG 2.2, A and AA)."""
    axe = pytest.importorskip("axe_playwright_python", reason="needs axe-core: axe-playwright-python")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run(document, {iframes: false, runOnly: tags})", tags)
    wrong = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in wrong] == []


def words(page: Any) -> str:
    """What happened in the call, as the page says it."""
    return str(page.locator("#lines").inner_text())


def status(sandbox: Sandbox) -> int:
    """The status of the first message."""
    return sandbox.status(sandbox.messages[0])


@pytest.mark.slow
def test_two_endings(page: Any, sandbox: Sandbox) -> None:
    """IVR-1 .. IVR-10: a call arrives while the page is open, is taken by a key, spoken, and worked to an ending; a
    second one to another. The picture shows where the caller is; the transcripts pass as tests.
    """
    send(sandbox.address, mes=PAGE, call=1)
    page.locator("#ringing .take").wait_for()
    assert page.title().startswith("☎ 79990000000")
    page.keyboard.press("a")
    page.locator("[data-at=menu]").wait_for()
    assert "Здравствуйте!" in words(page)
    assert ["ru-RU", "Здравствуйте!"] in page.evaluate("spoken")
    page.keyboard.press("1")
    page.locator("#picture[src$='here=1']").wait_for()
    assert page.locator("#picture").evaluate("one => one.decode().then(() => one.naturalWidth)") > 100
    assert page.evaluate("sounded") == [697, 1209]
    page.locator("button[data-given='*']").click()
    page.locator("#picture[src$='here=']").wait_for()
    assert status(sandbox) == 0
    page.locator("button[data-given='6']").click()
    page.locator("[data-at=call]").wait_for()
    page.get_by_role("button", name="answered", exact=True).click()
    page.locator("[data-at=left]").wait_for()
    assert "Всего вам доброго!" in words(page)
    assert status(sandbox) == 1
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as a test").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert run(call.parse(text), menu.parse(PAGE)).misfits == ()

    send(sandbox.address, mes=PAGE, call=1, phones="79990000001")
    page.locator("#ringing .take").click()
    page.locator("[data-at=menu]").wait_for()
    page.keyboard.press("4")
    page.locator("[data-at=left]").wait_for()
    assert "79990000001" in [message.phone for message in sandbox.messages if message.channel == "sms"]


@pytest.mark.slow
def test_recording(page: Any, sandbox: Sandbox) -> None:
    """IVR-9: who has a microphone records with it, and can hear it; the call goes on behind the recording."""
    send(sandbox.address, mes=PAGE, call=1)
    page.locator("#ringing .take").click()
    page.locator("[data-at=menu]").wait_for()
    page.keyboard.press("7")
    page.locator("[data-at=recording]").wait_for()
    nothing_serious(page)
    page.get_by_role("button", name="Record with the microphone").click()
    page.locator("button[aria-pressed=true]").click()
    page.locator("#recordings audio[src^='blob:']").wait_for()
    page.locator("[data-at=menu]").wait_for()
    assert "Конец записи" in words(page)
    page.keyboard.press("h")
    page.locator("[data-at=left]").wait_for()
    assert status(sandbox) == 1


@pytest.mark.slow
def test_declined_and_rehearsed(page: Any, sandbox: Sandbox) -> None:
    """STA-5: a call that is declined cannot be delivered; it can be rehearsed, and nothing becomes of that."""
    send(sandbox.address, mes=PAGE, call=1)
    page.get_by_role("button", name="busy").click()
    page.locator("#rehearsals button").wait_for()
    assert status(sandbox) == 20
    page.locator("#rehearsals button").click()
    page.locator("[data-at=menu]").wait_for()
    page.keyboard.press("4")
    page.locator("[data-at=left]").wait_for()
    assert [message.channel for message in sandbox.messages] == ["call"]
    assert status(sandbox) == 20


@pytest.mark.slow
def test_ring_switch(page: Any, sandbox: Sandbox) -> None:
    """The page says how long calls ring; at no time they are heard at once."""
    page.locator("#ring").select_option("0")
    page.locator("#ringing .empty").filter(has_text="Let calls ring").wait_for()
    assert api(sandbox.address, "calls")["ring"] == 0


def _service() -> tuple[Service, Web]:
    service = Service(settled({"ring": 30.0, "pace": {"sent": 0.0, "final": 1.0}}))
    return service, Web(service)


def test_everything_is_escaped() -> None:
    """What a menu or a sender says is text on the page, whatever it looks like."""
    service, web = _service()
    attack = "<img src=x onerror=alert(1)>\"'&"
    text = f"{attack}{{menu: {attack}\n1: {attack}\n}}"
    body = json.dumps({"login": "alex", "psw": "123", "phones": "79990000000", "mes": text, "call": 1})
    service.answer("POST", "/rest/send/", "application/json", body.encode())
    (message,) = service.phone.ringing()
    talk = service.phone.pick_up(message.key)
    service.phone.give(talk.key, "1")
    for target in ("/sandbox/phone", f"/sandbox/page/talk?talk={talk.key}", "/sandbox/page/calls"):
        seen = asked(web, target).data.decode()
        assert "<img src=x" not in seen
        assert "onerror" not in seen or "&lt;img src=x onerror" in seen
    picture = asked(web, f"/sandbox/page/picture?message={message.key}&here=%22%3E%3Cscript%3E")
    assert b"<img" not in picture.data
    assert b"<script" not in picture.data


def test_russian() -> None:
    """The phone speaks Russian to who wants it: no sentence of its own is left in English."""
    service, web = _service()
    body = json.dumps({"login": "alex", "psw": "123", "phones": "79990000000", "mes": PAGE, "call": 1})
    service.answer("POST", "/rest/send/", "application/json", body.encode())
    service.answer(
        "POST", "/rest/send/", "application/json", body.replace("79990000000", "79990000001").encode()
    )
    talk = service.phone.pick_up(1)
    for given in ("5", "no answer", "answered"):
        seen = asked(web, "/sandbox/phone", accept_language="ru").data.decode()
        for english in ("Ringing", "Take<", "Press a key", "Hang up", "Transcript", "Somebody else", "busy<"):
            assert english not in seen
        assert "Положить трубку" in seen
        service.phone.give(talk.key, given)


@pytest.mark.parametrize(
    "target", ["/sandbox/page/talk?talk=9", "/sandbox/page/transcript?talk=9", "/sandbox/page/picture?message=9",
               "/sandbox/page/menu?message=9", "/sandbox/page/talk", "/sandbox/page/talk?talk=x"],
)  # fmt: skip
def test_what_is_not_there(target: str) -> None:
    """What is not there is an error with its reason."""
    _, web = _service()
    answer = asked(web, target)
    assert answer.status in (400, 404)
    assert json.loads(answer.data)["error"]
