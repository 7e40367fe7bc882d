"""The menu's lint rules, grouped as their codes are: IVR0 syntax, IVR1 flow, IVR2 commands, IVR3 prompts, VOX."""

from __future__ import annotations

from smsc_codec.payloads.menu.rules import flow, keys, macro, wording

RULES = sorted(
    (rule for module in (macro, keys, wording, flow) for rule in module.RULES.rules),
    key=lambda rule: rule.code,
)
