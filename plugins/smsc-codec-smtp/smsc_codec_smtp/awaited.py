"""Mails by aiosmtplib, without blocking."""

from __future__ import annotations

from typing import Any

import aiosmtplib

from smsc_codec.api.access import Login
from smsc_codec.api.operations import Send
from smsc_codec.client.transport import NotSent, TransportError, Unclear
from smsc_codec_smtp.mail import letter, settings, settle, without_secrets


class AsyncSmtpTransport:
    """Hands mails to a mail server. The arguments are those of `mail.settings`: host, sender, user, password ..."""

    def __init__(self, host: str, **options: Any) -> None:
        self._settings = settings(host, **options)

    async def deliver(self, operation: Send, access: Login, *, test: bool = False) -> None:
        """Mail a message or a list, as SmtpTransport does. Raises BuildError, NotSent, Unclear."""
        failed: TransportError | None = None
        try:
            await self._deliver(operation, access, test)
        except TransportError as error:
            failed = without_secrets(error, access, self._settings)
        if failed is not None:  # out here, so that it carries nothing of what led to it
            raise failed

    async def _deliver(self, operation: Send, access: Login, test: bool) -> None:
        made = self._settings
        octets = letter(made, operation, access, test)
        server = aiosmtplib.SMTP(
            hostname=made.host,
            port=made.port,
            timeout=made.timeout,
            use_tls=made.security == "tls",
            start_tls=made.security == "starttls",
            username=made.user,
            password=made.password,
        )
        try:
            try:
                await server.connect()
                await server.mail(made.sender)
                await server.rcpt(made.to)
            except Exception as error:
                raise NotSent(_told(error)) from None
            try:
                await server.data(octets)
            except aiosmtplib.SMTPDataError as error:
                settle(error.code, _told(error))
                raise Unclear(_told(error)) from None  # 250 before the mail, and not after it
            except Exception as error:  # a reply that is none among them
                raise Unclear(_told(error)) from None
        finally:
            server.close()


def _told(error: Exception) -> str:
    if isinstance(error, aiosmtplib.SMTPResponseException):
        said = error.message.encode(
            "utf-8", "replace"
        ).decode()  # the octets of what is no UTF-8 are in there
        return f"{error.code} {said}"
    return f"{type(error).__name__}: {error}"
