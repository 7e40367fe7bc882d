"""How long others wait while a body of ten megabytes is worked on: `python benchmarks/long_requests.py [NAME...]`."""

from __future__ import annotations

import asyncio
import sys
import time

from smsc_codec_sandbox.app import App
from smsc_codec_sandbox.config import Config
from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Service

SIZE = 9_900_000
#: No long request is watched for longer, in seconds.
LONGEST = 6.0
SAID = b"login=alex&psw=123&fmt=3&charset=utf-8&"
TO = SAID + b"phones=79990000000&mes="
JSON, FORM = "application/json", "multipart/form-data; boundary=b"


def much(unit: bytes) -> bytes:
    return (unit * (SIZE // len(unit) + 1))[:SIZE]


PART = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'
FILE = b'--b\r\nContent-Disposition: form-data; name="a"; filename="x.png"\r\n\r\n'
BODIES: dict[str, tuple[str, str, bytes]] = {
    name: (path, kind, body)
    for path, kind, bodies in (
        (
            "/sys/send.php",
            "",
            {
                "parameters": SAID + much(b"a=1&"),
                "a text": TO + much(b"a"),
                "a Cyrillic text": TO + much("я".encode()),
                "urlencoded": TO + much(b"%D0%AF"),
                "percent signs": TO + much(b"%"),
                "a menu": TO + b"{menu: x%0A" + much(b"1: a%0A"),
                "files in a text": TO + much(b"<file 1>"),
                "a comment": TO + much(b"%0A~~~%0A"),
                "one number": SAID + b"mes=Hi&phones=" + much(b"79990000000,"),
                "many numbers": SAID + b"mes=Hi&phones=" + b",".join(b"7999%07d" % n for n in range(800_000)),
                "no numbers": SAID + b"mes=Hi&phones=" + much(b"x,"),
                "groups": SAID + b"mes=Hi&phones=" + much(b"G777,"),
                "a list": SAID + b"list=" + much(b"79990000000:Hello%0A"),
                "a list to many": SAID + b"list=" + b"%0A".join(b"7999%07d:H" % n for n in range(500_000)),
                "empty lines": SAID + b"list=" + much(b"%0A"),
                "wrong lines": SAID + b"list=" + much(b"x%0A"),
                "percent signs in a list": SAID + b"list=" + much(b"%"),
                "octets": much(bytes(range(128, 256))),
            },
        ),
        (
            "/sys/send.php",
            JSON,
            {
                "a text in JSON": b'{"login":"alex","psw":"1","phones":"79990000000","mes":"'
                + much(b"a")
                + b'"}',
                "a list in JSON": b'{"login":"alex","psw":"1","list":"'
                + much(b"79990000000:H\\n")[:-9]
                + b'"}',
                "names in JSON": b"{" + b",".join(b'"k%d":1' % n for n in range(800_000)) + b"}",
                "brackets": much(b"["),
            },
        ),
        (
            "/sys/send.php",
            FORM,
            {
                "parts": much(PART),
                "a file": FILE + much(b"x") + b"\r\n--b--\r\n",
                "boundaries": much(b"\r\n--b"),
                "half boundaries": b"--b\r\n" + much(b"\r\n-"),
            },
        ),
        (
            "/sys/status.php",
            "",
            {
                "statuses": SAID
                + b"phone="
                + much(b"79990000000,")[:4_900_000]
                + b"&id="
                + much(b"1,")[:4_900_000]
            },
        ),
        ("/sys/templates.php", "", {"a template": SAID + b"add=1&name=x&msg=" + much(b"a")}),
    )
    for name, body in bodies.items()
}


async def measure(name: str) -> None:
    path, kind, body = BODIES[name]
    app = App(Service(Config()))
    long = Head("POST", path, (("content-type", kind),) if kind else (), "1.1")
    asked = "/sys/send.php?login=alex&psw=123&phones=79990000001&cost=1&fmt=3&mes="
    await app.answer(Head("GET", asked, (), "1.1"), b"")
    began = time.perf_counter()
    task = asyncio.create_task(app.answer(long, body))
    worst, count = 0.0, 0
    while not task.done() and time.perf_counter() - began < LONGEST:
        start = time.perf_counter()
        await asyncio.sleep(0.001)
        await app.answer(Head("GET", f"{asked}{count}", (), "1.1"), b"")
        worst, count = max(worst, time.perf_counter() - start), count + 1
        await asyncio.sleep(0.02)
    took = f"{time.perf_counter() - began:.1f} s" if task.done() else "longer"
    print(f"{name:24} {took:>8}   others waited {worst * 1000:4.0f} ms at most, of {count}", flush=True)
    task.cancel()


def main() -> None:
    for name in sys.argv[1:] or BODIES:
        asyncio.run(measure(name))


if __name__ == "__main__":
    main()
