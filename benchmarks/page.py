"""How fast the sandbox's page is with a thousand messages: `python benchmarks/page.py`. Needs Chromium and Playwright.

First paint is what the browser itself measures. An update is the time from a sending that the page's own window makes
until the row is painted in the list: the request, its linting, the event, the fragment and the change of the page.
Beside it stands what of that the page's own thread worked, and the same with an empty page that hears the same event,
asks for the same row and puts it into an empty list: what other programs on the machine take, they take from both.
"""

from __future__ import annotations

import shutil
import statistics
from decimal import Decimal
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright
from smsc_codec_sandbox.config import Account
from smsc_codec_sandbox.sandbox import Sandbox, started

MESSAGES, LOADS, UPDATES = 1000, 9, 40
MENU = "Hello\n{menu: Press 1.\n1: call:79990000001 wait=20\n2: We are open from 9 to 18.\n}\nBye"
_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') done(entry.startTime);
  }).observe({type: 'paint', buffered: true}))"""
#: Behind the next painting.
_PAINTED = "const painted = done => requestAnimationFrame(() => setTimeout(() => done(performance.now())));"
_UPDATE = f"""async target => {{
    {_PAINTED}
    const rows = document.getElementById('rows');
    const arrived = new Promise(done => {{
      const seen = new MutationObserver(() => {{
        if (!rows.querySelector('.row.new:not([data-timed])')) return;
        for (const row of rows.querySelectorAll('.row.new')) row.dataset.timed = 'yes';
        seen.disconnect();
        painted(done);
      }});
      seen.observe(rows, {{childList: true}});
    }});
    const start = performance.now();
    await fetch(target);
    return await arrived - start;
  }}"""
_EMPTY = f"""async target => {{
    {_PAINTED}
    window.events ??= await new Promise(done => {{
      const source = new EventSource('/sandbox/events');
      source.addEventListener('hello', () => done(source));
    }});
    document.body.innerHTML = '<ul></ul>';
    const arrived = new Promise(done => {{
      const hear = async event => {{
        const keys = JSON.parse(event.data).messages;
        if (!keys || !JSON.parse(event.data).requests) return;
        events.removeEventListener('change', hear);
        const made = await fetch(`/sandbox/page/messages?q=&keys=${{keys.join(',')}}`);
        document.querySelector('ul').innerHTML = await made.text();
        painted(done);
      }};
      events.addEventListener('change', hear);
    }});
    const start = performance.now();
    await fetch(target);
    return await arrived - start;
  }}"""
_STATUS = """async () => {
    const start = performance.now();
    const going = () => document.querySelectorAll('.badge.going').length;
    if (!going()) return -1;
    const changed = new Promise(done => {
      const seen = new MutationObserver(() => { if (!going()) { seen.disconnect(); done(performance.now()); } });
      seen.observe(document.getElementById('rows'), {childList: true, subtree: true});
    });
    const headers = {'Content-Type': 'application/json'};
    await fetch('/sandbox/api/advance', {method: 'POST', headers, body: '{"seconds": 3600}'});
    return await changed - start;
  }"""


def target(number: int, **more: object) -> str:
    """The address of one sending."""
    said = {
        "login": "alex",
        "psw": "123",
        "phones": f"7999{number:07}",
        "mes": f"Your code is {number}",
        **more,
    }
    return f"/sys/send.php?{urlencode(said)}"


def fill(sandbox: Sandbox) -> None:
    """A thousand messages: every tenth a voice menu, every seventh with a finding."""
    for number in range(MESSAGES):
        more: dict[str, object] = {"freq": 3} if number % 7 == 0 else {}
        more |= {"call": 1, "mes": f"{number} {MENU}"} if number % 10 == 0 else {}
        assert sandbox.service.answer("GET", target(number, **more), "", b"") is not None
    sandbox.advance(3600)


def loaded(page: Page) -> None:
    """Have all messages in the list."""
    count = "() => document.querySelectorAll('.row').length"
    while (more := page.query_selector(".more button")) is not None:
        before = page.evaluate(count)
        more.scroll_into_view_if_needed()
        page.wait_for_function(f"before => ({count})() > before", arg=before)


class Work:
    """How long the page's thread works on scripts, styles and places, in milliseconds; painting is not in it."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def done(self) -> float:
        """All that it worked so far."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        wanted = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
        return sum(float(one["value"]) for one in metrics if one["name"] in wanted) * 1000


def told(name: str, times: list[float]) -> None:
    """A line of the table."""
    ordered = sorted(times)
    print(f"{name:40} median {statistics.median(ordered):6.1f} ms   worst {ordered[-1]:6.1f} ms")


def main() -> None:
    """Measure, and print."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    account = Account(login="alex", psw="123", balance=Decimal(1_000_000))
    with started(limits=False, accounts=(account,)) as sandbox, sync_playwright() as made:
        fill(sandbox)
        browser = made.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        paints = []
        for _ in range(LOADS):
            page.goto(sandbox.address)
            paints.append(page.evaluate(_PAINT))
        told(f"first paint, {MESSAGES} messages kept", paints[1:])
        page.wait_for_selector("#live[data-state=live]")
        loaded(page)
        page.evaluate("document.getElementById('rows').scrollTop = 0")
        work = Work(page)
        before = work.done()
        updates = [page.evaluate(_UPDATE, target(2000 + number)) for number in range(UPDATES)]
        told(f"a message arrives, {MESSAGES} rows in the list", updates[3:])
        print(f"{'of that, work of the page':40} mean   {(work.done() - before) / UPDATES:6.1f} ms")
        empty = browser.new_context(bypass_csp=True).new_page()
        empty.goto(f"{sandbox.address}/sandbox/api/openapi.json")
        both = [
            (page.evaluate(_UPDATE, target(4000 + number)), empty.evaluate(_EMPTY, target(5000 + number)))
            for number in range(UPDATES)
        ]
        told("the same, by turns with an empty page", [one for one, _ in both[3:]])
        told("an empty page with the same event", [one for _, one in both[3:]])
        ratio = statistics.median(one for one, _ in both[3:]) / statistics.median(one for _, one in both[3:])
        print(f"{'the page to the empty one':40} ratio  {ratio:6.2f}")
        statuses = []
        for number in range(10):
            page.evaluate(_UPDATE, target(3000 + number))
            statuses.append(page.evaluate(_STATUS))
        told("a status changes, the clock moved", [time for time in statuses if time > 0])
        keys = []
        for _ in range(20):
            keys.append(
                page.evaluate("""async () => {
              const start = performance.now(), opened = document.getElementById('opened');
              const done = new Promise(done => {
                const seen = new MutationObserver(() => { seen.disconnect(); done(performance.now()); });
                seen.observe(opened, {childList: true});
              });
              document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', code: 'KeyJ', bubbles: true}));
              return await done - start;
            }""")
            )
        told("j opens the next message", keys[2:])
        browser.close()


if __name__ == "__main__":
    main()
