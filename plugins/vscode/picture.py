"""Takes the picture of docs/editors.md: this extension, packed, in a real VS Code, served by the real server.

    npm install --prefix FOLDER --ignore-scripts code-server
    (cd FOLDER/node_modules/code-server/lib/vscode && npm install --ignore-scripts --omit=dev --legacy-peer-deps)
    (cd FOLDER && npm rebuild --dangerously-allow-all-scripts argon2)
    (cd plugins/vscode && npm install && npm run pack)
    python plugins/vscode/picture.py FOLDER

code-server is VS Code for a browser; it is driven by playwright in Debian's chromium. What the picture must show is
looked for in the page before it is taken.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PICTURE = HERE.parents[1] / "docs" / "pictures" / "vscode.png"
PORT = 8931
MENU = """Welcome to City Taxi!

{menu: Press 1 to order a car, 2 to ask for the price, 9 to leave.
1: call:79990000011,79990000012 wait=40 ok:end err:busy
2: For a price by SMS press 1, to go back press star.
21: sms:$phone,CityTaxi,In town 3 EUR, to the airport 20 EUR.
*: back
9: ende
busy: Nobody is free, sorry. Press 1 to try again.
}

Have a good trip!
"""
#: What stands in the page: a finding with its rule, how callers come to an item, seconds, parts, the language's name.
SHOWN = (
    "'ende' is not a command: callers would hear it as text",
    "IVR009",
    "reached by: press 2, press 1",
    "reached by: press 1, nobody answers",
    "4-5 s",
    "1 SMS",
    "SMSC voice menu",
)
SETTINGS = {
    "workbench.colorTheme": "Default Light Modern",
    "workbench.startupEditor": "none",
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": False,
    "window.commandCenter": False,
    "security.workspace.trust.enabled": False,
    "editor.minimap.enabled": False,
    "editor.fontSize": 13,
    "editor.wordWrap": "on",
    "telemetry.telemetryLevel": "off",
    "smsc-codec.path": shutil.which("smsc-codec", path=str(Path(sys.executable).parent)),
    "smsc-codec.language": "en",
}


def main(folder: Path) -> None:
    """Start VS Code with the extension, look whether all is shown, and take the picture."""
    program = ["node", str(folder / "node_modules/code-server/out/node/entry.js")]
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        (here / "data/User").mkdir(parents=True)
        (here / "data/User/settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        (here / "menus").mkdir()
        (here / "menus/taxi.menu").write_text(MENU, encoding="utf-8")
        program += ["--user-data-dir", str(here / "data"), "--extensions-dir", str(here / "extensions")]
        program += ["--config", str(here / "config.yaml")]
        packed = str(HERE / "smsc-codec.vsix")
        subprocess.run([*program, "--install-extension", packed], check=True, timeout=120)
        address = f"127.0.0.1:{PORT}"
        served = [*program, "--auth", "none", "--bind-addr", address, "--disable-telemetry"]
        served += ["--disable-update-check", "--disable-workspace-trust", str(here / "menus")]
        server = subprocess.Popen(served, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(f"http://{address}/healthz")
            _take(f"http://{address}/?folder={here / 'menus'}")
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(address: str) -> None:
    for _ in range(60):
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(1)
    raise SystemExit("code-server does not answer")


def _take(address: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 960, "height": 600})
        page.goto(address)
        page.get_by_text("taxi.menu").first.dblclick(timeout=60_000)
        page.wait_for_selector(".squiggly-error", timeout=60_000)
        page.keyboard.press("Control+b")
        page.keyboard.press("Control+Shift+m")
        for text in SHOWN:
            page.get_by_text(text).first.wait_for(timeout=30_000)
        page.wait_for_timeout(1000)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{os.path.relpath(PICTURE)}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
