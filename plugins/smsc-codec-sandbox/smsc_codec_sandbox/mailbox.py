"""A mail server beside the sandbox: the service takes sendings by mail, too (SMT-1).

A mail is read, and becomes the request that says the same; from there on it is one like any other.
"""

from __future__ import annotations

import asyncio
import socket
from email import message_from_bytes
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP

from smsc_codec.api import smtp
from smsc_codec.api.building import build_request
from smsc_codec.diagnostics import CodecError
from smsc_codec_sandbox.service import Service


def line(mail: bytes) -> str:
    """The text of a mail, in the charset that it says, or the service's own. Raises ValueError."""
    read = message_from_bytes(mail, policy=default)
    body = read.get_body(("plain",))
    if body is None:
        raise ValueError("the mail has no plain text")
    octets = body.get_payload(decode=True)
    charset = body.get_content_charset() or smtp.CHARSET
    try:
        return bytes(octets).decode(charset)
    except (LookupError, UnicodeDecodeError):
        raise ValueError(f"the text is not in {charset[:20]}") from None


def take(service: Service, mail: bytes) -> None:
    """Carry out a mail. What cannot be read is kept, with the reason; nothing secret is in it."""
    try:
        said = smtp.read(line(mail))
    except (CodecError, ValueError) as error:
        problems = getattr(error, "problems", ())
        service.unread("MAIL", "; ".join(one.message for one in problems) or str(error))
        return
    if said.test:
        service.unread("MAIL", "a test: nothing is sent (SMT-1)")
        return
    try:
        request = build_request(said.operation, said.access, fmt=3, charset="utf-8")
    except CodecError as error:
        service.unread("MAIL", str(error))
        return
    content = dict(request.headers)["Content-Type"]
    answer = service.answer("MAIL", request.target, content, request.body)
    assert answer is not None
    answer.release()


class _Handler:
    def __init__(self, service: Service) -> None:
        self._service = service

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        # The service answers no mail: what becomes of a sending is seen in the statuses.
        await asyncio.to_thread(take, self._service, envelope.content)
        return "250 OK"


class _Smtp(SMTP):
    async def _turned_away(self, arg: str | None) -> None:
        """Who speaks HTTP is a browser that a page has led here: it gets no further."""
        await self.push("221 this is no web server")
        if self.transport is not None:
            self.transport.close()

    smtp_GET = smtp_POST = smtp_PUT = smtp_HEAD = smtp_OPTIONS = smtp_CONNECT = smtp_DELETE = _turned_away


class _Crowded(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(b"421 too many connections\r\n")
        transport.close()


class Mailbox:
    """Takes mails at a socket, for as long as it is entered."""

    def __init__(self, service: Service, listener: socket.socket) -> None:
        self._service = service
        self._listener = listener
        self._open: list[_Smtp] = []

    async def __aenter__(self) -> Mailbox:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, sock=self._listener)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for one in self._open:
            if one.transport is not None:
                one.transport.close()
        await asyncio.sleep(0)

    def _protocol(self) -> asyncio.BaseProtocol:
        config = self._service.config
        self._open = [one for one in self._open if one.transport is not None]
        if len(self._open) >= config.max_connections:
            return _Crowded()
        made = _Smtp(
            _Handler(self._service),
            data_size_limit=config.max_body,
            timeout=config.idle_timeout,
            hostname="sandbox.localhost",
            ident="smsc-codec sandbox",
        )
        self._open.append(made)
        return made
