"""The message's lint rules: buttons and Viber, files, prefixes, texts of each channel, and what a text costs."""

from __future__ import annotations

from smsc_codec.payloads import characters, dialling, general, misplaced
from smsc_codec.payloads.message.rules import (
    attached,
    buttons,
    cost,
    files,
    filled,
    links,
    octets,
    prefixes,
    sizes,
    texts,
    viber,
)

_MODULES = (
    buttons,
    viber,
    files,
    attached,
    sizes,
    prefixes,
    texts,
    filled,
    links,
    cost,
    octets,
    dialling,
    misplaced,
    characters,
    general,
)
RULES = sorted((rule for module in _MODULES for rule in module.RULES.rules), key=lambda rule: rule.code)
