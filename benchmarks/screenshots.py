"""The pictures of the sandbox's page in README and docs: `python benchmarks/screenshots.py`.

Needs Chromium and Playwright.
"""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright
from smsc_codec_sandbox.sandbox import started

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
MENU = """Good day, this is the dentist's.

{menu: You have a visit tomorrow at ten. To keep it press 1, to move it press 2.
1: Thank you, we are waiting for you.
2: call:79990000001,79990000002 wait=20 err:2
#: start
}

Good-bye!
"""
#: What is caught: the parameters of each sending, the last one first in the list.
SENDINGS: list[dict[str, object]] = [
    {"phones": "79999990006", "mes": "Your parcel is at the point of issue until Friday.", "sender": "Parcels"},
    {"phones": "79990000011", "mes": "Test {button,https://smscentre.com,site}", "viber": 1, "sender": "SMSC"},
    {"phones": "ann@example.test", "mes": "<h2>Invoice 17</h2><p>Is <b>attached</b>.</p>", "mail": 1,
     "subj": "Invoice 17", "sender": "shop@example.test"},
    {"phones": "79990000012", "mes": "050A0307056048656C6C6F2C20576F726C6421", "bin": 2},
    {"phones": "79990000013", "mes": "Ваш код 4271. Никому его не сообщайте, даже банку.", "sender": "Bank"},
    {"phones": "79990000014", "mes": MENU, "call": 1},
]  # fmt: skip


def smaller(png: bytes) -> bytes:
    """The same picture, its pixels packed as tightly as can be: browsers pack them fast."""
    made, pixels, at = [png[:8]], b"", 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        if kind == b"IDAT":
            pixels += data
        else:
            if kind == b"IEND":
                made.append(_chunk(b"IDAT", zlib.compress(zlib.decompress(pixels), 9)))
            made.append(_chunk(kind, data))
        at += 12 + size
    return b"".join(made)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def main() -> None:
    """Catch, and take the pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with started(limits=False) as sandbox, sync_playwright() as made:
        for sending in SENDINGS:
            said = {"login": "alex", "psw": "123", "charset": "utf-8", **sending}
            sandbox.service.answer("GET", f"/sys/send.php?{urlencode(said)}", "", b"")
        sandbox.advance(60)
        browser = made.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-lcd-text"]
        )
        for name, scheme, (width, height), path in (
            ("desktop", "light", (1120, 520), "/?open=6"),
            ("dark", "dark", (1120, 520), "/?open=4"),
            ("phone", "light", (390, 760), "/?open=5"),
        ):
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(sandbox.address + path)
            page.wait_for_selector("#live[data-state=live]")
            target = PICTURES / f"sandbox-{name}.png"
            target.write_bytes(smaller(page.screenshot()))
            print(f"{target.relative_to(PICTURES.parents[1])}: {target.stat().st_size:,} bytes")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
