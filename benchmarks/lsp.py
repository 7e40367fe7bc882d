"""How long an editor waits after a keystroke: through a real client and the real pipe.

python benchmarks/lsp.py [KEYSTROKES]

Types a letter into a menu of 1000 characters and waits for its findings; prints the median and the 99th percentile.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

from lsprotocol import types
from pytest_lsp import client_capabilities, make_test_lsp_client

URI = "file:///project/main.menu"


def menu(length: int = 1000) -> str:
    """A sound menu of about so many characters."""
    head = "Hello!\n\n{menu: Press 1 for sales, 2 for support, 3 for a message, 9 to leave, 0 to hear this again.\n"
    items = [
        "0: repeat",
        "1: call:442071230001,442071230002 wait=30 ok:end err:busy",
        "2: For a new order press 1, for an old one press 2.",
        "21: call:442071230003 wait=20 ok:end err:busy",
        "22: sms:$phone,Shop,See https://shop.example/orders",
        "3: Speak after the tone, your message is recorded.",
        "3: record: 60",
        "9: end",
        "busy: Everybody is busy, press 1 or 2 to try again.",
    ]
    tail = "}\n\nGood bye!\n"
    body = "\n".join(items) + "\n"
    more = "2: Our shop is open from nine to six on every working day.\n"
    while len(head) + len(body) + len(more) + len(tail) < length:
        body += more
    return head + body + tail


async def run(keystrokes: int) -> list[float]:
    """The seconds from each keystroke to its findings."""
    client = make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "smsc_codec", "lsp")
    capabilities = client_capabilities("visual-studio-code")
    await client.initialize_session(types.InitializeParams(capabilities=capabilities, workspace_folders=[]))
    text = menu()
    item = types.TextDocumentItem(URI, "smsc-menu", 0, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    took = []
    for version in range(1, keystrokes + 1):
        place = types.Position(0, 5 + version % 7)
        change = types.TextDocumentContentChangePartial(
            types.Range(place, place), "x" if version % 2 else " "
        )
        began = time.perf_counter()
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, URI), [change])
        )
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        took.append(time.perf_counter() - began)
    await client.shutdown_session()
    await client.stop()
    return took


if __name__ == "__main__":
    keystrokes = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    took = sorted(asyncio.run(run(keystrokes)))
    print(
        f"{keystrokes} keystrokes in a menu of {len(menu())} characters: "
        f"median {1000 * statistics.median(took):.1f} ms, 99th percentile {1000 * took[int(0.99 * len(took))]:.1f} ms"
    )
