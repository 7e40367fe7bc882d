"""Mails to a mail server on the loopback address: what arrives, and what is known when it does not (SMT-1)."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP
from smsc_codec_smtp import ADDRESS, AsyncSmtpTransport, SmtpTransport

from smsc_codec import BuildError
from smsc_codec.api import Login, Send
from smsc_codec.api.smtp import Mail, read
from smsc_codec.client import NotSent, Unclear, say
from smsc_codec.payloads import mailing

SECRET = "c4n4ry"
ACCESS = Login("alex", SECRET)
HELLO = say("79990000000", "Привет: мир, как дела", id=7)
Deliver = Callable[..., None]
#: In seconds: how long anything may take on a machine that does other things as well.
PATIENCE = 120


@pytest.fixture(params=["blocking", "awaited"])
def deliver(request: pytest.FixtureRequest) -> Deliver:
    """Mails an operation by either transport; nothing in an error is secret."""

    def call(port: int, operation: Send = HELLO, *, test: bool = False, **options: Any) -> None:
        options = {
            "sender": "alex@example.com",
            "port": port,
            "security": "none",
            "timeout": PATIENCE,
        } | options
        try:
            if request.param == "blocking":
                SmtpTransport("127.0.0.1", **options).deliver(operation, ACCESS, test=test)
            else:
                asyncio.run(AsyncSmtpTransport("127.0.0.1", **options).deliver(operation, ACCESS, test=test))
        except (NotSent, Unclear) as error:
            told: BaseException | None = error
            while told is not None:
                assert SECRET not in f"{told}{told!r}{told.args!r}{vars(told)!r}"
                told = told.__cause__ or told.__context__
            raise

    return call


class Box:
    """What a mail server has taken, or refuses."""

    def __init__(self, **refused: str) -> None:
        self.mails: list[tuple[str, list[str], bytes]] = []
        self._refused = refused

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, to: str, options: Any) -> str:
        envelope.rcpt_tos.append(to)
        return self._refused.get("rcpt", "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return self._refused.get("data", "250 OK")


@contextmanager
def server(box: Box) -> Iterator[int]:
    """The port of a mail server on the loopback address."""
    left: asyncio.Future[None] = asyncio.Future(loop=(loop := asyncio.new_event_loop()))

    async def serve() -> None:
        async with await loop.create_server(lambda: SMTP(box, loop=loop), sock=listener):
            await left

    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        asyncio.Runner(loop_factory=lambda: loop) as runner,
    ):
        thread = threading.Thread(target=runner.run, args=(serve(),))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            loop.call_soon_threadsafe(left.set_result, None)
            thread.join(PATIENCE)


def said(content: bytes) -> tuple[str, str]:
    """The body of a mail, and its charset."""
    mail = message_from_bytes(content, policy=default)
    return mail.get_content(), mail.get_content_charset()  # type: ignore[attr-defined]


@pytest.mark.parametrize("charset", ["koi8-r", "utf-8", "windows-1251"])
def test_mail(deliver: Deliver, charset: str) -> None:
    """SMT-1: one line in the body says all, in koi8-r unless another charset is asked for."""
    box = Box()
    with server(box) as port:
        deliver(port, test=True, **({} if charset == "koi8-r" else {"charset": charset}))
    ((sender, to, content),) = box.mails
    assert (sender, to) == ("alex@example.com", [ADDRESS])
    line, used = said(content)
    assert used == charset
    assert line.rstrip("\r\n") == f"alex:{SECRET}:7:,:0,0,,1:79990000000:Привет: мир, как дела"
    assert read(line) == Mail(HELLO, ACCESS, True)


def test_list(deliver: Deliver) -> None:
    """SMT-1, LIST-1: a list of any length comes whole, lines that begin with a dot too."""
    text = "".join(f"{79990000000 + n}:.Привет {n} {'x' * (n % 200)}\n" for n in range(500))
    operation = Send(list=mailing.parse(text))
    box = Box()
    with server(box) as port:
        deliver(port, operation)
    assert read(said(box.mails[0][2])[0].replace("\r\n", "\n")).operation == operation


def test_cannot_be_said(deliver: Deliver) -> None:
    """SMT-1, REQ-6: what a mail cannot say, or koi8-r cannot carry, is told before anything is done."""
    for operation in (say("79990000000", "a\nb"), say("79990000000", "😀"), say("79990000000", "a", cost=1)):
        with pytest.raises(BuildError):
            deliver(1, operation)


@pytest.mark.parametrize("refused", [{"rcpt": "550 no such user"}, {"data": "554 not today"}])
def test_refused(deliver: Deliver, refused: dict[str, str]) -> None:
    """RFC 5321 4.2.1: what the mail server refuses it has not taken."""
    with server(Box(**refused)) as port, pytest.raises(NotSent, match=r"no such user|not today"):
        deliver(port)


@pytest.mark.parametrize(
    "echo",
    [
        f"line 'alex:{SECRET}:7:,:0,0,,0:79990000000' is spam", f"psw={SECRET}", "YWxleDpjNG40cnk6", "c4n=34ry=3D",
        "%634n4ry", f"{SECRET}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["rcpt", "data"])
def test_echoed(deliver: Deliver, where: str, echo: str) -> None:
    """A refusal that has the mail's line, in whatever encoding, is told without the password; `deliver` looks."""
    with server(Box(**{where: f"554 no: {echo}"})) as port, pytest.raises(NotSent) as caught:
        deliver(port)
    assert "***" in str(caught.value)
    assert echo not in str(caught.value)


def test_nobody_listens(deliver: Deliver) -> None:
    """Without a connection nothing was sent."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(NotSent):
            deliver(free.getsockname()[1])


def test_encrypted_or_not_at_all(deliver: Deliver) -> None:
    """A mail server without encryption gets nothing, unless one insists: the mail holds the password."""
    box = Box()
    with server(box) as port:
        for security in ("starttls", "tls"):
            with pytest.raises(NotSent):
                deliver(port, security=security)
    assert box.mails == []


@contextmanager
def script(*replies: bytes | None) -> Iterator[int]:
    """The port of a server that gives one reply a line that it is sent; None ends the connection, as does that to a
    mail's last line.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(PATIENCE)

    def serve() -> None:
        connection, _ = listener.accept()
        connection.settimeout(PATIENCE)
        with suppress(OSError), connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 hello\r\n")
            body = False
            left = list(replies)
            for line in lines:
                if (taken := body) and line != b".\r\n":
                    continue
                body = line.upper().startswith(b"DATA")
                reply = left.pop(0) if left else None
                if reply is None:
                    return
                connection.sendall(reply + b"\r\n")
                if taken:
                    return

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        thread.join(PATIENCE)
        listener.close()


GREETED = (b"250 mail",)
ASKED = (*GREETED, b"250 OK", b"250 OK")


@pytest.mark.parametrize(
    ("replies", "kind"),
    [
        ((b"250 mail", None), NotSent),
        ((b"250 mail", b"250 OK", None), NotSent),
        ((*GREETED, b"what?", b"what?"), NotSent),
        ((*GREETED, b"250 OK", b"\xff\xfe"), NotSent),
        ((*GREETED, b"250 OK", b"9" * 100_000), NotSent),
        ((*ASKED, b"554 no"), NotSent),
        ((*ASKED, b"250 OK", b"250 OK"), (NotSent, Unclear)),
        ((*ASKED, b"354 go on", None), Unclear),
    ],
    ids=["mail", "rcpt", "garbage", "octets", "long", "no data", "too early", "data"],
)
def test_cut(deliver: Deliver, replies: tuple[bytes | None, ...], kind: Any) -> None:
    """RFC 5321 4.1.1.4: a mail is taken when its data is; a connection that ends before the reply leaves it open.

    Before that nothing of it has been sent, whatever the mail server says.
    """
    with script(*replies) as port, pytest.raises(kind):
        deliver(port)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (b"250 OK", None), (b"250", None), (b"250-one\r\n250 two", None), (b"250 \xff\xfe\xd0", None),
        (b"550 no", NotSent), (b"451 later", NotSent), (b"552-too\r\n552 much", NotSent), (b"554 \xff\xfe", NotSent),
        (b"554 " + b"x" * 4000, NotSent), (b"599 no", NotSent),
        (b"421 I go", Unclear), (b"150 odd", Unclear), (b"220 odd", Unclear), (b"251 odd", Unclear),
        (b"354 more", Unclear), (b"600 odd", Unclear), (b"999 odd", Unclear), (b"000 odd", Unclear),
        (b"-50 odd", Unclear), (b"+55 odd", Unclear), (b" 55 odd", Unclear), (b"5_0 odd", Unclear),
        (b"55", Unclear), (b"", Unclear), (b"OK", Unclear), (b"hello 550", Unclear), (b"\xff\xfe\x00\x80", Unclear),
        (b"\xd9\xa5\xd9\xa5 no", Unclear), (b"554 " + b"x" * 100_000, Unclear), (b"x" * 100_000, Unclear),
        (b"550-no\r\n" * 5000 + b"550 no", Unclear), (b"550-no\r\nwhat?", Unclear), (b"550-no", Unclear),
    ],
)  # fmt: skip
def test_after_the_final_dot(deliver: Deliver, reply: bytes, kind: type[Exception] | None) -> None:
    """RFC 5321 4.2.1: only a refusal that can be read says that a whole mail was not taken; all else is unclear.

    What cannot be read is a very long line, garbage, or a code that is none.
    """
    with script(*ASKED, b"354 go on", reply) as port:
        if kind is None:
            deliver(port)
        else:
            with pytest.raises(kind) as caught:
                deliver(port)
            str(caught.value).encode()  # whatever octets came, it can be shown


def test_login(deliver: Deliver) -> None:
    """The mail server's own password is in no error, either."""
    replies = (b"250-mail\r\n250 AUTH PLAIN", b"535 wrong", b"535 wrong")
    with script(*replies) as port, pytest.raises(NotSent, match="535"):
        deliver(port, user="alex", password=SECRET)
    assert SECRET not in repr(vars(SmtpTransport("h", sender="a@b", password=SECRET)))
