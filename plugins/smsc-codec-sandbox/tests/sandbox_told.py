"""Writes sandbox_told.txt anew, what the sandbox says in some conversations: `python sandbox_told.py` in this folder.

Read what changes: the file is what was found to be right, not what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlencode

import msgspec
from sandbox_page import asked
from smsc_codec_sandbox import callbacks, fates
from smsc_codec_sandbox.clock import Clock
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.courier import Caught
from smsc_codec_sandbox.faults import Fault
from smsc_codec_sandbox.openapi import document
from smsc_codec_sandbox.phone.orders import as_json
from smsc_codec_sandbox.service import Service
from smsc_codec_sandbox.web import Web
from smsc_codec_sandbox.web.exports import EXPORTS

from smsc_codec.api import multipart

PATH = Path(__file__).with_suffix(".txt")
START = 1_700_000_000.0
CONFIG = {
    "accounts": [
        {"login": "alex", "psw": "123", "senders": ["Shop", "Bank"], "groups": {"5": ["79990000001", "79990000002"]},
         "tz": 2, "prices": {"sms": "1.10"}, "callback": "http://127.0.0.1:9/in?md5=word&fmt=3&charset=utf-8"},
        {"login": "bob", "apikey": "key-of-bob", "balance": "3.00", "currency": "EUR", "task_groups": [7]},
    ],
    "numbers": {"79990000666": {"status": 3, "err": 6}, "79990000777": {"refuse": 8}},
    "pace": {"sent": 2, "final": 5},
    "webhooks": ["http://127.0.0.1:9/hook"],
}  # fmt: skip
ALEX = {"login": "alex", "psw": "123", "phones": "79990000000", "charset": "utf-8"}
MENU = (Path(__file__).parents[3] / "docs" / "examples" / "sound" / "alert.menu").read_text(encoding="utf-8")
#: By name, what is asked: fields of a sending, the address of another request, or seconds that pass.
Step = dict[str, object] | str | int
CONVERSATIONS: dict[str, list[Step]] = {
    "one recipient twice": [{"phones": "79990000001;79990000001, +7 999 000 00 02", "mes": "Hi", "cost": 3}],
    "prices only": [{"phones": "79990000001,79990000002", "mes": "я" * 71, "cost": 1, "op": 1, "fmt": 3}],
    "some wrong": [{"phones": "79990000001,12,380501234567", "mes": "Hi", "op": 1, "fmt": 3, "cost": 2}],
    "all wrong": [{"phones": "12,x", "mes": "Hi", "err": 1, "fmt": 2}],
    "refused and failing": [
        {"phones": "79990000777", "mes": "a"}, {"phones": "79990000666", "mes": "b", "fmt": 3},
        {"phones": "79999990240"}, {"sender": "Nobody", "mes": "c"},
        {"sender": "Bank", "mes": "d", "id": 42}, {"sender": ".", "mes": "e"},
    ],
    "a group, later, in another zone": [{"phones": "G5", "mes": "Hi", "time": "15.11.23 10:00", "tz": 3}],
    "a list": [{"phones": None, "mes": None, "list": "79990000001:Hi\n79990000002,79990000003:Hey", "sender": "Bank"}],
    "a list with numbers that are none": [
        {"phones": None, "mes": None, "list": "89990000001,12:Hi\nx:Hey", "op": 1, "fmt": 3},
        {"phones": "89990000001,+89990000002,12,x", "err": 1, "fmt": 3},
    ],
    "a message that is sent": [{"mes": "Hi"}, 2],
    "a message that ends": [{"mes": "Hi", "phones": "79990000666"}, 5],
    "nobody's sender": [{"mes": "Hi", "sender": ""}, {"mes": "Hi", "sender": "Bank", "phones": "79990000002"}],
    "in each format": [
        {"mes": "code", "call": 1, "fmt": fmt, "cost": 3, "phones": f"7999000000{fmt}"} for fmt in (0, 1, 2, 3)
    ],
    "more than is paid for": [
        {"login": None, "psw": None, "apikey": "key-of-bob", "mes": "я" * 141, "fmt": 3, "cost": 2},
        {"login": None, "psw": None, "apikey": "key-of-bob", "mes": "я" * 141, "phones": "79990000002", "fmt": 1},
    ],
    "operators' templates": [
        "/sys/op_templates.php?{alex}&add=1&sender=Shop&msg=Hi&mts_srv=1&soc=1&fmt=3", 4,
        "/sys/op_templates.php?{alex}&get=1&sender=Shop&msg=Hi&fmt=3", 1,
        "/sys/op_templates.php?{alex}&get=1&sender=Shop&msg=Hi",
        "/sys/op_templates.php?{alex}&get=1&sender=Shop&msg=Ho&fmt=2",
        "/sys/op_templates.php?{alex}&add=1&sender=Nobody&msg=Hi&mts_srv=1",
    ],
    "what contradicts itself": [
        {"mes": "Hi", "bin": 1, "push": 1}, {"mes": "Hi", "valid": 99}, {"mes": "Hi", "time": "x", "fmt": 3},
        {"mes": "Hi", "phones": "", "fmt": 2},
    ],
    "the same at once": [{"mes": "Hi", "fmt": 3}, {"mes": "Hi", "fmt": 3}, 61, {"mes": "Hi", "fmt": 3}],
    "a code, spoken": [{"mes": "code", "call": 1, "fmt": 3}, {"mes": "call", "call": 1, "phones": "79990000001"}],
    "the word code in a text": [{"mes": "code", "fmt": 3}],
    "a menu": [{"mes": MENU, "call": 1}],
    "a binary message": [{"mes": "050A0307056048656C6C6F", "bin": 2}],
    "a push": [{"mes": "http://wap.ru\nWAP.RU", "push": 1}],
    "an MMS": [
        {"mms": 1}, {"mms": 1, "subj": "Trip", "phones": "79990000001", "sender": "Bank"},
        {"mms": 1, "phones": "79990000002", "sender": "Bank"},
    ],
    "an e-mail": [
        {"login": None, "psw": None, "apikey": "key-of-bob", "mes": "<b>Hi</b>", "mail": 1, "phones": "a@b.ru",
         "subj": "Offer", "sender": "c@d.ru"},
    ],
    "Viber with a button": [{"mes": "Look {button,https://a.test/x,Open} <file http://a.test/p.png>", "viber": 1}],
    "cut and transliterated": [{"mes": "Привет, мир! " * 20, "translit": 1, "maxsms": 1}],
    "an HLR request": [{"hlr": 1, "fmt": 3}, 5, "/sys/status.php?{alex}&phone=79990000000&id=1&all=2&fmt=3"],
    "statuses": [
        {"mes": "Hi", "id": 7}, "/sys/status.php?{alex}&phone=79990000000&id=7", 2,
        "/sys/status.php?{alex}&phone=79990000000&id=7&fmt=1&all=1", 3,
        "/sys/status.php?{alex}&phone=79990000000&id=7&fmt=2&all=2",
        "/sys/status.php?{alex}&phone=79990000000,79990000009&id=7,8&fmt=3",
        "/sys/status.php?{alex}&phone=79990000009&id=8&fmt=1", "/sys/status.php?{alex}&phone=79990000000&id=7&del=1",
        "/sys/status.php?{alex}&phone=79990000000&id=7", "/sys/status.php?{alex}&phone=79990000009&id=8&del=1",
    ],
    "numbers that were corrected": [
        {"phones": "89990000000", "id": 7}, "/sys/status.php?{alex}&phone=89990000000&id=7",
        "/sys/status.php?{alex}&phone=%2B79990000000&id=7", "/sys/status.php?{alex}&phone=12&id=7&fmt=3",
    ],
    "templates": [
        "/sys/templates.php?{alex}&add=1&name=One&msg=Hi&sender=Shop&fmt=3", "/sys/templates.php?{alex}&get=1&fmt=3",
        "/sys/templates.php?{alex}&chg=1&id=1&name=Two&fl[1]=1&fmt=3", "/sys/templates.php?{alex}&get=1&fmt=2",
        "/sys/templates.php?{alex}&del=1&id=2", "/sys/templates.php?{alex}&del=1&id=1",
        "/sys/templates.php?{alex}&get=1&fmt=3",
    ],
    "who is who": [
        "/sys/balance.php?{alex}&cur=1", "/sys/balance.php?apikey=key-of-bob&cur=1&fmt=3",
        "/sys/balance.php?apikey=KEY&fmt=3",
        "/sys/send.php?apikey=key-of-bob&phones=79990000000,79990000001,79990000002,79990000003&mes=Hi",
        "/sys/ping.php?apikey=key-of-bob&id=7", "/sys/ping.php?apikey=key-of-bob&id=8&fmt=3",
        "/sys/nothing.php?psw=123",
    ],
}  # fmt: skip


_LEFT_OUT = re.compile(
    r'(?s)<time.*?</time>|<pre class="re.*?</pre>|<article.*?</article>|<p class="note".*?</p>|<a class="number".*?</a>'
)


_MARKED = re.compile(r'data-(?:talk|at|speech|seconds|given)="([^"]{2,}|1)"( disabled)?|here=([^"]*)')


class _Stopped(Clock):
    def now(self) -> float:
        return START + self.ahead


def seen(page: str) -> str:
    """What a reader sees of a page, without times on a clock, which differ from place to place, without the request and
    the reply, and without the words of findings, which are the linter's.
    """
    page = _LEFT_OUT.sub("", page)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def ask(service: Service, step: Step) -> bytes:
    """The reply to a step."""
    if isinstance(step, int):
        service.advance(step)
        return b""
    if isinstance(step, str):
        target, content, body = step.replace("{alex}", "login=alex&psw=123"), "", b""
    else:
        target, content = "/sys/send.php", "application/x-www-form-urlencoded"
        said = {name: value for name, value in (ALEX | {"mes": "Hi"} | step).items() if value is not None}
        body = urlencode(said, quote_via=quote).encode()
    answer = service.answer("POST" if body else "GET", target, content, body)
    if answer is None:
        return b"nothing"
    answer.release()
    return b"%d %s %s %s" % (answer.status, answer.media.encode(), answer.charset.encode(), answer.data)


def conversation(name: str) -> Iterator[str]:
    """The lines of a conversation."""
    service = Service(settled(CONFIG), clock=_Stopped())
    web = Web(service)
    for step in CONVERSATIONS[name]:
        reply = ask(service, step)
        yield f"  {'+' if isinstance(step, int) else '>'} {step}"
        if reply:
            yield f"    {reply!r}"
    for message in [*service.store.messages()][::-1]:
        yield f"  message {message.key}: {msgspec.json.encode(message).decode()}"
        moments = (START, START + 1.9, START + 2, START + 4.9, START + 5)
        yield f"    status {[fates.status(message, moment, service.config.pace) for moment in moments]}"
        yield f"    row {seen(asked(web, f'/sandbox/page/messages?keys={message.key}').data.decode())}"
        yield f"    page {seen(asked(web, f'/sandbox/page/message?key={message.key}').data.decode())}"
    for exchange in [*service.store.exchanges()][::-1]:
        odd = tuple((name, "") for name, _ in exchange.odd)
        short = msgspec.structs.replace(exchange, text="", reply="", operation=None, findings=(), odd=odd)
        yield f"  request {exchange.key}: {msgspec.json.encode(short).decode()}"
        yield f"    row {seen(asked(web, f'/sandbox/page/requests?keys={exchange.key}').data.decode())}"
        yield f"    page {seen(asked(web, f'/sandbox/page/request?key={exchange.key}').data.decode())}"
    for due in service.courier.due(START + 1e6):
        if not isinstance(due.callback, Caught):
            yield f"  told at {due.at - START:g}: {callbacks.octets(due)[1:]}"
    yield f"  left {[str(client.state.balance) for client in service.clients.all()]}"
    yield f"  waits {sorted(service.turns.due(START + 1.9))} {sorted(service.turns.due(START + 4.9))}"
    service.store.close()


def exported(name: str) -> Iterator[str]:
    """What is exported of a sending, one with files, one that is refused, a question, and one that is no request."""
    service = Service(settled(CONFIG), clock=_Stopped())
    web = Web(service)
    ask(service, {"mes": "=1+1 Привет", "id": 5, "time": "15.11.23 10:00", "sender": "Bank"})
    parts = {"login": "alex", "psw": "123", "phones": "79990000001", "mes": "it's", "viber": "1"}
    made = [multipart.Part(key, value.encode()) for key, value in parts.items()]
    made.append(multipart.Part("f", b"GIF89a", "a.gif", "image/gif"))
    service.answer("POST", "/sys/send.php", *multipart.build(made))
    for step in (
        {"phones": "x"},
        "/sys/status.php?{alex}&phone=79990000000&id=5&fmt=3",
        "/sys/nothing.php?a=1",
    ):
        ask(service, step)
    body = b'{"login":"alex","psw":"123","phones":"79990000002","mes":"j"}'
    service.answer("POST", "/sys/send.php", "application/json", body)
    room = "requests" if name in ("har", "curl", "python") else "messages"
    answer = asked(web, f"/sandbox/page/{room}/export?as={name}", host="localhost:8025")
    yield f"  {answer.media} {answer.headers}"
    told = answer.data.decode()
    if answer.media == "application/json":
        told = re.sub(r"\n {6,}", "", told)
    for line in told.splitlines():
        yield f"  {line}".rstrip()
    service.store.close()


TALKED = (
    "Hi\n{menu: Press.\n1: call:79990000001 wait=20 err:none\n2: sms:79990000002,Shop,Hi $phone\n2: end\n3: Speak.\n"
    "3: record: 15\n4: http://127.0.0.1:9/told\nnone: Nobody is there.\n}\nBye"
)
TALKS: dict[str, list[str]] = {
    "a talk with everything": ["4", "3", "recorded", "1", "no answer", "2"],
    "a talk that is hung up": ["1", "answered", "hung up"],
    "a talk with keys that are none": ["9", "1", "busy", "hung up"],
}


def talked(name: str) -> Iterator[str]:
    """A call that rings, is taken and worked, and the page of its phone; an answer to it; the call rehearsed again."""
    service = Service(settled(CONFIG), clock=_Stopped())
    web = Web(service)
    service.phone.set_ring(30)
    ask(service, {"mes": TALKED, "call": 1})
    service.advance(3)
    yield f"  rings {[message.key for message in service.phone.ringing()]}"
    talk, heard = service.phone.pick_up(1), 0
    for given in ["", *TALKS[name]]:
        service.advance(2)
        if given:
            yield f"  > {given}"
            if given not in talk.possible:
                yield f"    not one of {talk.possible}"
                continue
            service.phone.give(talk.key, given)
        yield f"    { ({name: value for name, value in as_json(talk).items() if name != 'lines'}) }"
        yield f"    {[(one.at, one.kind, one.words, one.speech, one.item) for one in talk.lines[heard:]]}"
        heard = len(talk.lines)
        page = asked(web, f"/sandbox/page/talk?talk={talk.key}").data.decode()
        yield f"    {seen(page)}"
        yield f"    {['|'.join(one) for one in _MARKED.findall(page)]}"
    if not talk.over:
        service.phone.give(talk.key, "hung up")
    yield f"  transcript {talk.transcript()!r}"
    service.phone.answer(1, "Yes")
    for one in reversed(list(service.store.answers())):
        yield f"  answer {msgspec.json.encode(one).decode()}"
    for message in [*service.store.messages()][::-1]:
        yield f"  message {message.key}: {msgspec.json.encode(message).decode()}"
    for due in service.courier.due(START + 1e6):
        if not isinstance(due.callback, Caught):
            yield f"  told at {due.at - START:g}: {due.address.partition('?')[0]} {callbacks.octets(due)[1:]}"
    service.store.forget_requests([1])
    yield f"  page {seen(asked(web, '/sandbox/page/message?key=1').data.decode())}"
    yield f"  calls {seen(asked(web, '/sandbox/page/calls').data.decode())}"
    again = service.phone.pick_up(1)
    page = asked(web, f"/sandbox/page/talk?talk={again.key}").data.decode()
    yield f"  again {again.key} {again.rehearsal} {seen(page)}"
    yield f"  left {[str(client.state.balance) for client in service.clients.all()]}"
    service.store.close()


FAULTS: tuple[dict[str, object], ...] = (
    {"code": 4, "endpoint": "balance"}, {"delay": 0.5, "times": 3}, {"cut": 0, "login": "alex"},
    {"status": 499, "code": 3}, {"status": 499}, {"status": 500, "times": None},
    {"body": "x" * 70, "phone": "7999", "probability": 0.25},
)  # fmt: skip


def failing(_: str) -> Iterator[str]:
    """What the page says of failures that are ordered."""
    service = Service(settled(CONFIG), clock=_Stopped())
    for fault in FAULTS:
        service.fail(msgspec.convert(fault, Fault))
    yield f"  {seen(asked(Web(service), '/sandbox/page/failures').data.decode())}"
    for step in ("/sys/balance.php?{alex}", *({"mes": mes} for mes in "abcdefg")):
        yield f"  {ask(service, step)!r}"
    yield f"  {[(one.key, one.error, one.fault) for one in service.store.exchanges()]}"
    service.store.close()


def described(path: str) -> Iterator[str]:
    """What the description of the API says at a path."""
    yield f"  {msgspec.json.encode(document()['paths'][path]).decode()}"


SECTIONS = {
    **{name: (conversation, name) for name in CONVERSATIONS},
    **{f"exported as {name}": (exported, name) for name in EXPORTS},
    **{name: (talked, name) for name in TALKS},
    "failures": (failing, ""),
    **{path: (described, path) for path in document()["paths"]},
}


def kept() -> dict[str, list[str]]:
    """What was found to be right."""
    sections: dict[str, list[str]] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith("  ") or not line:
            sections[next(reversed(sections))].append(line)
        else:
            sections[line] = []
    return sections


if __name__ == "__main__":
    told = [line for name, (make, about) in SECTIONS.items() for line in (name, *make(about))]
    PATH.write_text("\n".join(told) + "\n", encoding="utf-8", newline="\n")
