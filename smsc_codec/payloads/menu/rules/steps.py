"""The way to what a rule tells of, step by step, where it leads in the text."""

from __future__ import annotations

from smsc_codec.diagnostics import Label
from smsc_codec.payloads.menu.caller.graph import in_words
from smsc_codec.payloads.menu.context import MenuContext

#: Of a longer way the last steps are told.
_MOST = 20


def steps_to(menu: MenuContext, key: str) -> tuple[Label, ...]:
    """What a caller does until the actions of a reached key run: each step at the key whose actions it runs."""
    graph = menu.graph
    at, given = graph.ran[key]
    steps: list[Label] = []
    while len(steps) < _MOST:
        ran = graph.steps(at)[given].ran
        words = in_words(given)
        if words:
            steps.append(Label(menu.item_span(menu.groups[ran[0]][0], "key"), words))
        origin = graph.reached[at]
        if origin is None:
            break
        at, given = origin
    return tuple(reversed(steps))
