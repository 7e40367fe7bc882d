"""Messages by mail: the transport on smtplib, and the one that is awaited, on aiosmtplib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smsc_codec_smtp.mail import ADDRESS, Security
from smsc_codec_smtp.transport import SmtpTransport

if TYPE_CHECKING:
    from smsc_codec_smtp.awaited import AsyncSmtpTransport

__all__ = ["ADDRESS", "AsyncSmtpTransport", "Security", "SmtpTransport"]


def __getattr__(name: str) -> Any:
    if name == "AsyncSmtpTransport":  # aiosmtplib is an extra
        from smsc_codec_smtp.awaited import AsyncSmtpTransport

        return AsyncSmtpTransport
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
