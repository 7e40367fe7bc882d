"""The list's lint rules: lines and separators, recipients, senders, messages, and what a text costs."""

from __future__ import annotations

from smsc_codec.payloads import characters, general
from smsc_codec.payloads.mailing.rules import lines, messages, recipients, repeated, senders

_MODULES = (lines, recipients, senders, messages, repeated, characters, general)
RULES = sorted((rule for module in _MODULES for rule in module.RULES.rules), key=lambda rule: rule.code)
