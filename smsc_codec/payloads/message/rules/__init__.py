"""The message's lint rules: VIB buttons and Viber, FIL and VOX files, PFX prefixes, MAI, CMT and EVT texts, GEN."""

from __future__ import annotations

from smsc_codec.payloads import general
from smsc_codec.payloads.message.rules import buttons, files, prefixes, texts, viber

_MODULES = (buttons, viber, files, prefixes, texts, general)
RULES = sorted((rule for module in _MODULES for rule in module.RULES.rules), key=lambda rule: rule.code)
