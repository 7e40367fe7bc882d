"""What is to be done, where an endpoint does several things: `add=1`, `get=1` (TPL-1, OPT-1)."""

from __future__ import annotations

from collections.abc import Mapping

from smsc_codec.api.parameters.table import Form
from smsc_codec.diagnostics import Problem, Span


def verb(form: Form, verbs: Mapping[str, type]) -> type | None:
    """The kind of operation whose parameter is 1; notes where there is none, or more than one."""
    asked = [word for word in verbs if form.text(word) == "1"]
    if len(asked) == 1:
        return verbs[asked[0]]
    told = (
        f"{' and '.join(asked)} cannot be used together" if asked else "the request does not say what to do"
    )
    if asked:
        form.taken.update(form.given)  # what each of them takes is not known
    form.odd(
        asked[1] if asked else "",
        Problem(told, Span(0, 0), "missing-parameter", tuple(f"'{word}=1'" for word in verbs)),
    )
    return None
