"""SUP001: what is told of the configuration's ignores. The room that suppresses finds it; here it is a rule."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("SUP001", "unused-suppression", "warning")
def unused_suppression(_: object) -> Iterator[Problem]:
    """An ignore in the configuration no longer hides anything.

    `per-file-ignores` names a rule, or a rule at an item (`IVR303@4`), for files in which it finds nothing any more.
    Such leftovers hide the next real finding. It is reported at the entry in the configuration, and only when a
    file that the entry is about was linted.

    Fix: none: take the entry out of the configuration.
    Since: 0.1
    """
    return iter(())
