"""The lint rules of requests: whether there is one, how it is written, its parameters, what they are together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from msgspec.structs import replace

from smsc_codec.api.text.context import OneRequest, RequestContext
from smsc_codec.api.text.rules import encoding, nothing, parameters, together, writing
from smsc_codec.diagnostics import Problem
from smsc_codec.rules import Rule


def _of_each(rule: Rule) -> Rule:
    """The rule of one request as a rule of a text with any number of them."""
    check: Callable[[OneRequest], Iterable[Problem]] = rule.check

    @wraps(check)
    def all_of_them(context: RequestContext) -> Iterator[Problem]:
        for request in context.requests:
            yield from check(request)

    return replace(rule, check=all_of_them)


RULES = sorted(
    (
        *(
            _of_each(rule)
            for module in (encoding, parameters, together, writing)
            for rule in module.RULES.rules
        ),
        *nothing.RULES.rules,
    ),
    key=lambda rule: rule.code,
)
