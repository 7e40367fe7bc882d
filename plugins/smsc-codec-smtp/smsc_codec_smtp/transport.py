"""Mails by smtplib: what is known of each, whatever goes wrong."""

from __future__ import annotations

import smtplib
import ssl
from typing import Any

from smsc_codec.api.access import Login
from smsc_codec.api.operations import Send
from smsc_codec.client.transport import NotSent, Unclear
from smsc_codec_smtp.mail import letter, settings

_ACCEPTED = 250


class SmtpTransport:
    """Hands mails to a mail server. The arguments are those of `mail.settings`: host, sender, user, password ..."""

    def __init__(self, host: str, **options: Any) -> None:
        self._settings = settings(host, **options)

    def deliver(self, operation: Send, access: Login, *, test: bool = False) -> None:
        """Mail a message or a list; with `test` the service only checks it.

        The mail server has taken it when this returns, no more. Raises BuildError for what a mail cannot say,
        NotSent where the mail server has not taken it, Unclear where that is not known.
        """
        made = self._settings
        octets = letter(made, operation, access, test)
        try:
            server = self._connected()
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(_told(error)) from None
        try:
            try:
                _accepted(server.mail(made.sender))
                _accepted(server.rcpt(made.to))
            except (smtplib.SMTPException, OSError) as error:
                raise NotSent(_told(error)) from None
            try:
                _accepted(server.data(octets))
            except smtplib.SMTPResponseException as error:
                raise NotSent(_told(error)) from None
            except (smtplib.SMTPException, OSError) as error:
                raise Unclear(_told(error)) from None
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        made = self._settings
        if made.security == "tls":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                made.host, made.port, timeout=made.timeout, context=context
            )
        else:
            server = smtplib.SMTP(made.host, made.port, timeout=made.timeout)
        try:
            if made.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if made.user is not None:
                server.login(made.user, made.password or "")
            server.ehlo_or_helo_if_needed()
        except BaseException:
            server.close()
            raise
        return server


def _accepted(reply: tuple[int, bytes]) -> None:
    code, text = reply
    if code // 10 != _ACCEPTED // 10:
        raise smtplib.SMTPResponseException(code, text)


def _told(error: Exception) -> str:
    """What a mail server said; what was said to it is not in there."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return f"{type(error).__name__}: {error}"
