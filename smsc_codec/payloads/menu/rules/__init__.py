"""The menu's lint rules, grouped as their codes are: IVR0 syntax, IVR1 flow, IVR2 commands, IVR3 prompts, VOX."""

from __future__ import annotations

from smsc_codec.payloads import dialling, general, misplaced
from smsc_codec.payloads.menu.rules import (
    announcements,
    callers,
    calls,
    commands,
    flow,
    keys,
    macro,
    meant,
    numbers,
    order,
    prompts,
    recording,
    size,
    wording,
)

_MODULES = (
    macro,
    meant,
    keys,
    wording,
    flow,
    callers,
    order,
    calls,
    numbers,
    recording,
    commands,
    prompts,
    announcements,
    size,
    dialling,
    misplaced,
    general,
)
RULES = sorted((rule for module in _MODULES for rule in module.RULES.rules), key=lambda rule: rule.code)
