"""The lint rules of a whole request: how it is written, its parameters, and what they are together."""

from __future__ import annotations

from smsc_codec.api.text.rules import parameters, together, writing

RULES = sorted(
    (rule for module in (parameters, together, writing) for rule in module.RULES.rules),
    key=lambda rule: rule.code,
)
