"""Files of Viber messages: the same language, sent by Viber where no prefix says otherwise."""

from __future__ import annotations

from smsc_codec.payloads.message import MessageCodec
from smsc_codec.payloads.message.options import ViberOptions

CODEC = MessageCodec("viber", "Viber message", ViberOptions)
