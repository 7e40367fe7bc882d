"""What most programs have to say, in one call each: values for a client, made of plain texts that stay texts."""

from __future__ import annotations

from smsc_codec.compose.messages import call, mail, say
from smsc_codec.compose.rows import MailingFrom, mailing_from
from smsc_codec.compose.viber import viber

__all__ = ["MailingFrom", "call", "mail", "mailing_from", "say", "viber"]
