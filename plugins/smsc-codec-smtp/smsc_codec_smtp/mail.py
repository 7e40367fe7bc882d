"""The mail itself, and where it goes."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal

from msgspec import Struct

from smsc_codec.api import smtp
from smsc_codec.api.access import Login
from smsc_codec.api.operations import Send
from smsc_codec.client.masked import masked
from smsc_codec.client.transport import NotSent, TransportError, Unclear
from smsc_codec.text.charsets import Charset

#: Where the service takes mails; the libraries of the service name it.
ADDRESS = "send@send.smsc.ru"
#: How the way to the mail server is encrypted: by STARTTLS, from the first octet, or not at all.
Security = Literal["starttls", "tls", "none"]
PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


class Settings(Struct, frozen=True, kw_only=True):
    """How mails go out. `timeout` in seconds."""

    host: str
    sender: str
    port: int
    user: str | None
    password: str | None
    security: Security
    to: str
    charset: Charset
    timeout: float

    def __repr__(self) -> str:
        return f"<Settings {self.host}:{self.port}, {self.security}>"


def settings(
    host: str,
    *,
    sender: str,
    port: int | None = None,
    user: str | None = None,
    password: str | None = None,
    security: Security = "starttls",
    to: str = ADDRESS,
    charset: Charset = smtp.CHARSET,
    timeout: float = 30,
) -> Settings:
    """How mails go out. The mail holds the account's password, so it is encrypted on its way unless one insists."""
    return Settings(
        host=host,
        sender=sender,
        port=PORTS[security] if port is None else port,
        user=user,
        password=password,
        security=security,
        to=to,
        charset=charset,
        timeout=timeout,
    )


def without_secrets(error: TransportError, access: Login, made: Settings) -> TransportError:
    """The same error, should the mail server have echoed the mail's line or the password of its own user."""
    own = Login(made.user or "", made.password or "")
    return type(error)(masked(masked(str(error), access), own))


def settle(code: int, told: str) -> None:
    """What the reply to a whole mail says: 250 is that it is taken, and a refusal that it is not (RFC 5321 4.2.1).

    Raises NotSent for a refusal; Unclear for every other code, and for 421, with which a server goes away.
    """
    if code == 250:
        return
    raise (NotSent if 400 <= code < 600 and code != 421 else Unclear)(told)


def letter(made: Settings, operation: Send, access: Login, test: bool) -> bytes:
    """The mail, head and body. Raises BuildError for what no mail can say."""
    body = smtp.octets(smtp.Mail(operation, access, test), made.charset)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = made.sender
    mail["To"] = made.to
    mail["Subject"] = ""
    mail.set_content(body.decode(made.charset), charset=made.charset)
    return mail.as_bytes()
