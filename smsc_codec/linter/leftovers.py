"""GEN003, SUP001, SUP002: what the rooms themselves tell.

The room that suppresses finds SUP001, the baseline SUP002; here they are rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from smsc_codec.diagnostics import Problem, Span
from smsc_codec.rules import Ruleset

RULES = Ruleset()


class Unknown(Protocol):
    """A text of which nobody knows what it is."""

    source: str


@RULES.rule("GEN003", "unknown-kind", "warning")
def unknown_kind(text: Unknown) -> Iterator[Problem]:
    """Nothing says what a text is, so nothing was checked.

    What a file is, its name says (`shop.menu`, `greeting.sms`, `friends.list`), or the option `--as`, or the table
    `kinds` of the configuration; otherwise its content, where that looks like one kind. A plain sentence, a table or a
    time may be anything.

    Fix: none: say what it is, with `--as`, or in the configuration's `kinds`.
    Since: 0.1
    """
    head = text.source.partition("\n")[0].rstrip("\r")
    yield Problem(
        "nothing says what this text is, so nothing was checked",
        Span(0, min(len(head), 60)),
        expected=(
            "'--as' with a kind, such as 'menu', 'message', 'mailing'",
            "an entry in the configuration's 'kinds'",
        ),
    )


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


@RULES.rule("SUP002", "gone-from-baseline", "info")
def gone_from_baseline(_: object) -> Iterator[Problem]:
    """The baseline has a finding that is not there any more.

    A baseline is the list of findings that a project knows of and leaves for later (`--baseline`). Where one of them
    was mended its entry is left over, and hides the same slip when it is made again. It is reported at the entry, and
    only where the file was linted by the rule, or does not exist any more.

    Fix: none: `--update-baseline` takes out what is gone.
    Since: 0.1
    """
    return iter(())
