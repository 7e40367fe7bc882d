"""The page in a real browser: live, searched, worked by keys, in two languages, dark, and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sandbox_chromium import launched, visited, without_chromium
from sandbox_wire import send
from smsc_codec_sandbox.sandbox import Sandbox, started

from smsc_codec.api import multipart

pytestmark = [pytest.mark.slow, without_chromium]
MENU = "Hello\n{menu: Press 1.\n1: call:79990000001 wait=20 err:1\n2: Never told.\n}\nBye"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as one:
        yield one


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Five messages: to five numbers, one of which is always out of reach, one with findings."""
    with started(limits=False, pace={"sent": 0, "final": 3600}) as made:
        send(made.address, phones="79990000001", mes="first words", sender="Shop")
        send(made.address, phones="79999990006", mes="second words")
        send(made.address, phones="79990000003", mes="третье", freq=3)
        send(made.address, phones="79990000004", mes=MENU, call=1)
        send(
            made.address,
            phones="a@b.ru",
            mes="<b>bold</b><img src=http://evil.test/x>",
            mail=1,
            subj="s",
            sender="c@d.ru",
        )
        made.advance(3600)
        yield made


def listed(page: Any) -> list[int]:
    return [int(row.get_attribute("data-key")) for row in page.query_selector_all(".row")]


def listing(page: Any, *keys: int) -> None:
    """Wait until the list has these rows."""
    js = "wanted => [...document.querySelectorAll('.row')].map(row => row.dataset.key).join() === wanted"
    page.wait_for_function(js, arg=",".join(map(str, keys)))


def opening(page: Any, key: int) -> None:
    """Wait until a message is open."""
    page.wait_for_selector(f".message[data-key='{key}']")


def test_live(browser: Any, sandbox: Sandbox) -> None:
    """What comes appears by itself, the newest first, and changes as its status does; so does what is open."""
    with visited(browser, sandbox.address) as page:
        listing(page, 5, 4, 3, 2, 1)
        send(sandbox.address, phones="79990000006", mes="just now")
        listing(page, 6, 5, 4, 3, 2, 1)
        page.wait_for_selector(".row[data-key='6'] .badge.going")
        page.click(".row[data-key='6'] a")
        opening(page, 6)
        sandbox.advance(3600)
        page.wait_for_selector(".row[data-key='6'] .badge.good")
        page.wait_for_selector(".message[data-key='6'] .badge.good")
        send(sandbox.address, phones="79990000007", mes="and now")
        listing(page, 7, 6, 5, 4, 3, 2, 1)
        sandbox.clear()
        listing(page)
        page.wait_for_selector(".empty[data-of=all]")


def test_a_late_answer(browser: Any, sandbox: Sandbox) -> None:
    """An answer that comes behind a later one about the same message puts nothing old in its place."""
    held: list[Any] = []

    def hold(route: Any) -> None:
        if held:
            route.continue_()
        else:
            held.extend((route, route.fetch()))

    with visited(browser, sandbox.address) as page:
        listing(page, 5, 4, 3, 2, 1)
        page.wait_for_selector("#live[data-state=live]")
        page.route("**/page/messages?*keys=*", hold)
        send(sandbox.address, phones="79990000006", mes="just now")
        while not held:
            page.wait_for_timeout(10)
        sandbox.advance(3600)
        page.wait_for_selector(".row[data-key='6'] .badge.good")
        with page.expect_response("**/page/messages?*keys=*"):
            held[0].fulfill(response=held[1])
        send(sandbox.address, phones="79990000007", mes="and now")
        page.wait_for_selector(".row[data-key='7']")
        assert page.query_selector(".row[data-key='6'] .badge.good") is not None
        assert page.query_selector(".row[data-key='6'] .badge.going") is None


def test_an_uploaded_picture(browser: Any, sandbox: Sandbox) -> None:
    """FIL-1: a picture that was uploaded is drawn; one that is none by its octets is not asked for."""
    picture = Path(__file__).parents[3] / "docs" / "pictures"
    data = next(picture.rglob("*.png")).read_bytes()
    fields = {"login": "alex", "psw": "123", "phones": "79990000001", "mes": "See <file 1>", "mms": "1"}
    parts = [multipart.Part(name, value.encode()) for name, value in fields.items()]
    parts += [
        multipart.Part("a", data, "a.png", "text/html"),
        multipart.Part("b", b"<svg/>", "b.png", "image/png"),
    ]
    sandbox.service.answer("POST", "/sys/send.php", *multipart.build(parts))
    with visited(browser, sandbox.address, "/?open=6") as page:
        page.wait_for_function("() => document.querySelector('.picture img')?.naturalWidth > 1")
        assert page.evaluate("() => document.querySelectorAll('.phone img').length") == 1
        with page.expect_download() as saving:
            page.click(".phone .files a")
        assert saving.value.suggested_filename == "b.png"


def test_many(browser: Any, sandbox: Sandbox) -> None:
    """The list goes on where it is scrolled to its end; hundreds at once are there, each once."""
    phones = ",".join(f"7999{number:07}" for number in range(345))
    with visited(browser, sandbox.address) as page:
        send(sandbox.address, phones=phones, mes="many")
        page.wait_for_selector(".row[data-key='350']")
        js = "() => document.querySelectorAll('.row').length"
        while (more := page.query_selector(".more button")) is not None:
            before = page.evaluate(js)
            more.scroll_into_view_if_needed()
            page.wait_for_function(f"{js} > {before}")
        assert listed(page) == list(range(350, 0, -1))


def test_search(browser: Any, sandbox: Sandbox) -> None:
    """Words, fields and filters choose; what means nothing is told; a search holds for what comes later."""
    with visited(browser, sandbox.address) as page:
        page.keyboard.press("/")
        page.keyboard.type("words")
        listing(page, 2, 1)
        page.fill("#search input", "status:failed")
        listing(page, 2)
        page.fill("#search input", "phnoe:7")
        page.wait_for_function("() => document.getElementById('search-wrong').textContent.includes('phnoe')")
        page.fill("#search input", "")
        listing(page, 5, 4, 3, 2, 1)
        page.click("text=With findings")
        listing(page, 4, 3)
        page.click("text=With findings")
        page.fill("#search input", "text:later")
        listing(page)
        send(sandbox.address, phones="79990000008", mes="not this")
        send(sandbox.address, phones="79990000009", mes="later")
        listing(page, 7)
        assert "q=text%3Alater" in page.url
        page.reload()
        listing(page, 7)


def test_keys(browser: Any, sandbox: Sandbox) -> None:
    """J k / ? d r p u x and Escape, and the same places with Russian letters."""
    with visited(browser, sandbox.address) as page:
        page.keyboard.press("j")
        opening(page, 5)
        page.keyboard.press("j")
        opening(page, 4)
        page.wait_for_selector(".row[data-key='4']:not(.unseen)")
        page.keyboard.press("k")
        opening(page, 5)
        page.evaluate(
            "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))"
        )
        opening(page, 4)
        page.keyboard.press("u")
        page.wait_for_selector(".row[data-key='4'].unseen")
        page.keyboard.press("p")
        listing(page, 4, 5, 3, 2, 1)
        page.keyboard.press("p")
        listing(page, 5, 4, 3, 2, 1)
        page.keyboard.press("?")
        page.wait_for_selector("#help[open]")
        page.keyboard.press("Escape")
        page.wait_for_selector("#help:not([open])", state="attached")
        page.keyboard.press("r")
        listing(page, 6, 5, 4, 3, 2, 1)
        opening(page, 6)
        page.keyboard.press("d")
        listing(page, 5, 4, 3, 2, 1)
        opening(page, 5)
        page.keyboard.press("x")
        page.keyboard.press("j")
        opening(page, 4)
        page.keyboard.press("x")
        page.keyboard.press("d")
        listing(page, 3, 2, 1)
        page.keyboard.press("/")
        page.keyboard.type("jjd")
        assert page.input_value("#search input") == "jjd"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement === document.body")


def test_orders(browser: Any, sandbox: Sandbox) -> None:
    """Tags, downloads, copies, all at once, and nothing without being asked."""
    with visited(browser, sandbox.address, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.click(".row[data-key='1'] a")
        opening(page, 1)
        page.fill("#tag input", "blue")
        page.keyboard.press("Enter")
        page.wait_for_selector(".row[data-key='1'] .tag")
        page.click("text=Copy as curl")
        page.wait_for_selector("#said.shown")
        assert "first+words" in page.evaluate("navigator.clipboard.readText()")
        page.click(".detail .tag button")
        page.wait_for_selector(".row[data-key='1'] .tag", state="detached")
        page.click("text=Download")
        with page.expect_download() as download:
            page.click("text=CSV")
        assert "first words" in Path(download.value.path()).read_text(encoding="utf-8")
        page.click(".bar summary:text-is('More')")
        page.click("text=Forget everything …")
        page.click("#clear button:text-is('Close')")
        assert len(sandbox.messages) == 5
        page.click(".bar summary:text-is('More')")
        page.click("text=Delete what is older …")
        page.click("#prune button:text-is('Delete')")
        listing(page)
        assert sandbox.messages == []


def test_a_message(browser: Any, sandbox: Sandbox) -> None:
    """Findings stand in the text, and their numbers lead to them; an e-mail's frame runs and loads nothing."""
    with visited(browser, sandbox.address, "/?open=4") as page:
        page.click(".bubble + details a.number, details a.number")
        page.wait_for_selector(".finding:target")
    with visited(browser, sandbox.address, "/?open=5") as page:
        page.wait_for_function("() => frames.length === 1")
        frame = page.frame(url="**/sandbox/page/mail?key=5")
        frame.wait_for_selector("b")
        assert frame.inner_text("b") == "bold"
        assert "evil.test" in frame.inner_text(".picture")
        assert frame.query_selector("img") is None


def test_requests(browser: Any, sandbox: Sandbox) -> None:
    """The list of requests has those that made no message, live, and leads to the messages of the others."""
    with visited(browser, sandbox.address, "/sandbox/requests") as page:
        send(sandbox.address, psw="wrong")
        listing(page, 6, 5, 4, 3, 2, 1)
        page.wait_for_selector(".row[data-key='6'] .badge.bad")
        page.click("text=Refused")
        listing(page, 6)
        page.click("text=Refused")
        listing(page, 6, 5, 4, 3, 2, 1)
        page.click(".row[data-key='1'] a")
        opening(page, 1)
        page.click(".brought a")
        opening(page, 1)
        assert page.inner_text("h2") == "79990000001"


def test_failures(browser: Any, sandbox: Sandbox) -> None:
    """A failure is ordered by a form, and taken back; other pages see both as they happen."""
    with (
        visited(browser, sandbox.address, "/sandbox/failures") as page,
        visited(browser, sandbox.address, "/sandbox/failures") as other,
    ):
        page.fill("[name=code]", "9")
        page.fill("[name=times]", "")
        page.fill("[name=phone]", "7999")
        page.click("form button:not([type])")
        other.wait_for_selector("#ordered button")
        assert "numbers from 7999" in other.inner_text("#ordered")
        assert send(sandbox.address).startswith("ERROR = 9")
        other.click("#ordered button")
        page.wait_for_selector("#ordered button", state="detached")
        assert send(sandbox.address, mes="again").startswith("OK")


def test_languages(browser: Any, sandbox: Sandbox) -> None:
    """The browser's language, until the switch says another one, which is kept."""
    with visited(browser, sandbox.address, "/?open=2", locale="ru-RU") as page:
        assert page.get_attribute("html", "lang") == "ru"
        assert "невозможно доставить" in page.inner_text(".message")
        page.click("button[data-act=language]")
        page.wait_for_selector("html[lang=en]")
        assert "cannot be delivered" in page.inner_text(".message")
        page.reload()
        assert page.get_attribute("html", "lang") == "en"


def test_dark(browser: Any, sandbox: Sandbox) -> None:
    """As the system has it, until the switch says otherwise, which is kept."""
    ground = "getComputedStyle(document.body).backgroundColor"
    with visited(browser, sandbox.address, color_scheme="light") as page:
        light = page.evaluate(ground)
        page.emulate_media(color_scheme="dark")
        dark = page.evaluate(ground)
        assert light != dark
        page.click("button[data-act=theme]")
        assert page.evaluate(ground) == light
        page.reload()
        page.wait_for_selector("html[data-theme=light]")
        assert page.evaluate(ground) == light
        page.click("button[data-act=theme]")
        assert page.evaluate(ground) == dark


def test_on_a_phone(browser: Any, sandbox: Sandbox) -> None:
    """A narrow window shows one pane, as wide as it is, and the way back."""
    with visited(browser, sandbox.address, viewport={"width": 390, "height": 800}) as page:
        assert not page.is_visible("#opened")
        page.click(".row[data-key='4'] a")
        opening(page, 4)
        assert not page.is_visible(".list")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.click("button.back")
        page.wait_for_selector(".list", state="visible")


def test_a_restart(browser: Any, tmp_path: Path) -> None:
    """A page that is left open hears of a sandbox that ends, and comes back to it when it is there again."""
    from smsc_codec_sandbox.config import Config
    from smsc_codec_sandbox.server import listening, running
    from smsc_codec_sandbox.service import Service

    with listening(port=0) as listener:
        port = listener.getsockname()[1]
    service = Service(Config(limits=False))
    context = browser.new_context()
    page = context.new_page()
    with running(service, port=port) as address:
        page.goto(address)
        page.wait_for_selector("#live[data-state=live]")
    page.wait_for_selector("#live[data-state=lost]")
    service.answer("GET", "/sys/send.php?login=a&psw=b&phones=79990000000&mes=meanwhile", "", b"")
    with running(service, port=port):
        page.wait_for_selector("#live[data-state=live]")
        page.wait_for_selector(".row[data-key='1']")
    context.close()
    service.store.close()


@pytest.mark.skipif(not find_spec("axe_playwright_python"), reason="needs axe-core: axe-playwright-python")
@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("/?open=4", "light"),
        ("/?open=2", "dark"),
        ("/sandbox/requests?open=3&q=finding:any", "light"),
        ("/?q=phnoe:7", "dark"),
        ("/sandbox/failures", "light"),
        ("/sandbox/phone", "dark"),
        ("/sandbox/figures", "light"),
        ("/sandbox/figures", "dark"),
    ],
)
def test_for_everybody(browser: Any, sandbox: Sandbox, path: str, scheme: str) -> None:
    """axe-core finds no fault that is serious or critical, whatever is open (WCAG 2.2, A and AA)."""
    import axe_playwright_python

    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    with visited(browser, sandbox.address, path, color_scheme=scheme) as page:
        page.evaluate(axe)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        found = page.evaluate("tags => axe.run(document, {iframes: false, runOnly: tags})", tags)
        wrong = [
            (one["id"], one["help"], [node["html"][:200] for node in one["nodes"]])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert wrong == []
        assert len(found["passes"]) > 10
