"""Sendings that come by mail (SMT-1): carried out, linted and shown like any other."""

from __future__ import annotations

import smtplib
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from threading import Thread

import pytest
from sandbox_wire import PATIENCE
from smsc_codec_sandbox.config import settled
from smsc_codec_sandbox.mailbox import Mailbox
from smsc_codec_sandbox.server import Server, listening
from smsc_codec_sandbox.service import Service
from smsc_codec_smtp import SmtpTransport

from smsc_codec.api import Login, Send
from smsc_codec.client import say
from smsc_codec.payloads import mailing

SECRET = "geheim77"
ACCESS = Login("alex", SECRET)


@pytest.fixture
def mailed() -> Iterator[tuple[Service, int]]:
    """A sandbox with a mail server, and its port."""
    settings = {"accounts": [{"login": "alex", "psw": SECRET}], "max_connections": 3, "max_body": 100_000}
    service = Service(settled(settings))
    listener, mails = listening(port=0), listening(port=0)
    server = Server(service, Mailbox(service, mails))
    thread = Thread(target=server.run, args=(listener,), daemon=True)
    thread.start()
    assert server.started(PATIENCE)
    yield service, mails.getsockname()[1]
    server.stop()
    thread.join(PATIENCE)
    for one in (listener, mails):
        one.close()
    service.store.close()


def deliver(port: int, operation: Send, *, test: bool = False, access: Login = ACCESS) -> None:
    """Mail an operation by the transport of this project."""
    transport = SmtpTransport(
        "127.0.0.1", sender="a@example.com", port=port, security="none", timeout=PATIENCE
    )
    transport.deliver(operation, access, test=test)


def post(port: int, text: str, charset: str = "koi8-r", subtype: str = "plain") -> None:
    """Mail a text by Python's own client."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "a@example.com", "send@send.smsc.ru"
    mail.set_content(text, charset=charset, subtype=subtype)
    with smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE) as client:
        client.send_message(mail)


@pytest.mark.parametrize(
    ("operation", "channel", "text"),
    [
        (say("79990000000", "Привет: мир, как дела", id=7), "sms", "Привет: мир, как дела"),
        (say("79990000000", "Код 5", id=7, channel="call"), "call", "Код 5"),
        (Send(list=mailing.parse("79990000000:Раз\n79990000001:Два"), id=7), "sms", "Два"),
    ],
)
def test_carried_out(mailed: tuple[Service, int], operation: Send, channel: str, text: str) -> None:
    """SMT-1: what this project's transport mails is carried out as it was said, and nothing shows the password."""
    service, port = mailed
    deliver(port, operation)
    message = next(service.store.messages())
    assert (message.channel, message.text, message.id, message.login) == (channel, text, 7, "alex")
    (exchange,) = service.store.exchanges()
    assert (exchange.method, exchange.endpoint, exchange.error) == ("MAIL", "send", None)
    assert SECRET not in repr((message, exchange))


@pytest.mark.parametrize("charset", ["koi8-r", "utf-8", "windows-1251"])
def test_charsets(mailed: tuple[Service, int], charset: str) -> None:
    """SMT-1: a mail is read in the charset that it says."""
    service, port = mailed
    post(port, f"alex:{SECRET}:5:,:0,0,,0:79990000000:Привет", charset)
    assert next(service.store.messages()).text == "Привет"


def test_findings(mailed: tuple[Service, int]) -> None:
    """What is mailed is linted: a menu that strands its callers is told."""
    service, port = mailed
    post(port, f"alex:{SECRET}:5:,:0,7,,0:79990000000:Hi{{menu: press 1")
    (exchange,) = service.store.exchanges()
    assert any(finding.code.startswith("IVR") for finding in exchange.findings)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hello", "six colons belong into a mail"),
        (f"alex:{SECRET}", "six colons belong into a mail"),
        (f"alex:{SECRET}:5:,:0,99,,0:79990000000:Hi", "no format of a mail"),
        (f"alex:{SECRET}:5:,:0,0,,1:79990000000:Hi", "a test: nothing is sent (SMT-1)"),
        (f"alex:{SECRET}:5:,:0,0,,0:nobody:Hi", ""),
        ("", "six colons belong into a mail"),
    ],
)
def test_what_sends_nothing(mailed: tuple[Service, int], text: str, why: str) -> None:
    """A mail that cannot be read, or is a test, sends nothing; that it came is kept with the reason, not the secret."""
    service, port = mailed
    post(port, text)
    assert list(service.store.messages()) == []
    (exchange,) = service.store.exchanges()
    assert why in exchange.unlinted
    assert exchange.unlinted
    assert SECRET not in repr(exchange)


def test_a_wrong_password(mailed: tuple[Service, int]) -> None:
    """ERR-4: who is not known is refused as over HTTP."""
    service, port = mailed
    deliver(port, say("79990000000", "Hi"), access=Login("alex", "other"))
    (exchange,) = service.store.exchanges()
    assert exchange.error == 2


def test_no_plain_text(mailed: tuple[Service, int]) -> None:
    """A mail without plain text is kept as one that nobody could read."""
    service, port = mailed
    post(port, "<p>alex:x:5:,:0,0,,0:79990000000:Hi</p>", subtype="html")
    (exchange,) = service.store.exchanges()
    assert exchange.unlinted == "the mail has no plain text"


def test_a_page_of_the_browser(mailed: tuple[Service, int]) -> None:
    """A page that makes a browser speak to the mail port gets no further than its first line."""
    service, port = mailed
    attack = (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n\r\nHELO x\r\nMAIL FROM:<a@x>\r\n"
        f"RCPT TO:<b@x>\r\nDATA\r\n\r\nalex:{SECRET}:5:,:0,0,,0:79990000000:Hi\r\n.\r\nQUIT\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        connection.sendall(attack.encode())
        seen = b""
        while piece := connection.recv(4096):
            seen += piece
    assert b"221 this is no web server" in seen
    assert b"250" not in seen
    assert list(service.store.exchanges()) == []


def test_bounds(mailed: tuple[Service, int]) -> None:
    """A mail larger than `max_body` is refused, and so is one connection more than there may be."""
    service, port = mailed
    with pytest.raises(smtplib.SMTPException):
        post(port, "x" * 200_000)
    assert list(service.store.exchanges()) == []
    held = [smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE) for _ in range(3)]
    with pytest.raises(smtplib.SMTPConnectError, match="421"):
        smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE)
    for one in held:
        one.quit()
