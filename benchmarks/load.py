"""How many requests a second a sandbox answers, each of them linted: `python benchmarks/load.py [SECONDS]`.

One process serves, this one asks over kept connections, as many as the service allows one login at once.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[1]
#: No request is the same as another (LIM-1).
NUMBERS = itertools.count()
#: Fewer than fifteen at once (LIM-2).
CONNECTIONS = 8
MENU = (ROOT / "docs" / "examples" / "sound" / "alert.menu").read_text(encoding="utf-8")
TEXTS = {
    "a message": {"mes": "Dear Alex, your order is ready: see https://shop.example/o/", "sender": "Shop"},
    "a Cyrillic message": {"mes": "Уважаемый клиент! Ваш заказ готов к выдаче, ждём Вас. Номер "},
    "a voice menu": {"mes": MENU, "call": "1"},
    "the same voice menu": {"mes": MENU, "call": "1"},
}


def measure(address: str, parameters: dict[str, str], seconds: float, *, alike: bool = False) -> float:
    """Requests a second, each with a recipient of its own, and with a text of its own unless they are alike."""
    counts = [0] * CONNECTIONS
    end = time.perf_counter() + seconds

    def ask(worker: int) -> None:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        while time.perf_counter() < end:
            number = next(NUMBERS)
            said = {
                "login": f"load{worker}",
                "psw": "1",
                "fmt": "3",
                "charset": "utf-8",
                "phones": f"7999{number:07}",
            }
            body = urlencode({**said, **parameters, "mes": f"{parameters['mes']}{'' if alike else number}"})
            connection.request(
                "POST", "/sys/send.php", body, {"Content-Type": "application/x-www-form-urlencoded"}
            )
            reply = json.loads(connection.getresponse().read())
            assert "id" in reply or reply["error_code"] == 3, reply
            counts[worker] += 1
        connection.close()

    threads = [threading.Thread(target=ask, args=(worker,)) for worker in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def _worked(process: int) -> float:
    """Seconds of processor time that a process has taken (proc_pid_stat(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    command = [sys.executable, "-m", "smsc_codec", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        match = re.search(r"http://\S+", server.stdout.readline())
        assert match is not None
        try:
            for name, parameters in TEXTS.items():
                alike = name.startswith("the same")
                measure(match.group(), parameters, 0.5, alike=alike)
                own, theirs = time.process_time(), _worked(server.pid)
                rate = measure(match.group(), parameters, seconds, alike=alike)
                asked = rate * seconds / 1000
                theirs, own = (_worked(server.pid) - theirs) / asked, (time.process_time() - own) / asked
                print(
                    f"{name:20} {rate:7.0f} requests a second, "
                    f"{theirs:5.2f} ms of processor time each, and {own:5.2f} ms of the client's"
                )
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
