"""Mails by smtplib: what is known of each, whatever goes wrong."""

from __future__ import annotations

import re
import smtplib
import ssl
from typing import Any

from smsc_codec.api.access import Login
from smsc_codec.api.operations import Send
from smsc_codec.client.transport import NotSent, TransportError, Unclear
from smsc_codec_smtp.mail import letter, settings, settle, without_secrets

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
        failed: TransportError | None = None
        try:
            self._deliver(operation, access, test)
        except TransportError as error:
            failed = without_secrets(error, access, self._settings)
        if failed is not None:  # out here, so that it carries nothing of what led to it
            raise failed

    def _deliver(self, operation: Send, access: Login, test: bool) -> None:
        made = self._settings
        octets = letter(made, operation, access, test)
        try:
            server = self._connected()
        except Exception as error:
            raise NotSent(_told(error)) from None
        try:
            try:
                _accepted(server.mail(made.sender))
                _accepted(server.rcpt(made.to))
            except Exception as error:
                raise NotSent(_told(error)) from None
            try:
                code, text = server.data(octets)
            except smtplib.SMTPDataError as error:  # to DATA itself: nothing of the mail went out
                raise NotSent(_told(error)) from None
            except Exception as error:
                raise Unclear(_told(error)) from None
            settle(code, _told(smtplib.SMTPResponseException(code, text)))
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        made = self._settings
        if made.security == "tls":
            context = ssl.create_default_context()
            server: smtplib.SMTP = _Encrypted(made.host, made.port, timeout=made.timeout, context=context)
        else:
            server = _Plain(made.host, made.port, timeout=made.timeout)
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


class _Plain(smtplib.SMTP):
    """Replies as RFC 5321 has them. The library's reader makes up codes for what is none, and has no end."""

    file: Any

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None:
            self.file = self.sock.makefile("rb")  # type: ignore[union-attr]
        code = b""
        said: list[bytes] = []
        while len(said) < _MOST_LINES:
            try:
                line = self.file.readline(_LONGEST_LINE)
            except OSError as error:
                raise smtplib.SMTPServerDisconnected(f"{type(error).__name__}: {error}") from None
            found = _REPLY.fullmatch(line)
            if found is None or found[1] != (code or found[1]):
                break
            code = found[1]
            said.append(found[3] or b"")
            if found[2] != b"-":
                return int(code), b"\n".join(said)
        raise smtplib.SMTPServerDisconnected(
            "a reply that cannot be read" if line else "the connection ended"
        )


class _Encrypted(_Plain, smtplib.SMTP_SSL):
    """The same, encrypted from the first octet."""


#: RFC 5321 4.2: a code, a hyphen on every line but the last, a text.
_REPLY = re.compile(rb"([2-5][0-9][0-9])(?:([- ])(.*?))?\r?\n", re.DOTALL)
# The RFC wants lines of up to 512 octets.
_LONGEST_LINE = 8192
_MOST_LINES = 200


def _told(error: Exception) -> str:
    """What a mail server said; what was said to it is not in there."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return f"{type(error).__name__}: {error}"
