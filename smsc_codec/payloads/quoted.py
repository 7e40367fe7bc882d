"""A name in quotes, as tables and programs have it: nobody takes them off, and they become part of the name."""

from __future__ import annotations

from smsc_codec.diagnostics import Edit, Fix, Problem, Span

_QUOTES = "\"'`«»“”„‘’"


def unquoted(name: str) -> str:
    """A name without the quotes that it begins and ends with; "" for one without them."""
    if len(name) < 3 or name[0] not in _QUOTES or name[-1] not in _QUOTES:
        return ""
    return name.strip(_QUOTES)


def quoted_sender(sender: str, span: Span) -> Problem | None:
    """What is told of a sender in quotes (PAR-5)."""
    bare = unquoted(sender)
    if not bare:
        return None
    return Problem(
        f"the quotes would be part of the sender '{bare}'", span, expected=(f"'{bare}'",), severity="warning",
        fixes=(Fix("remove the quotes", (Edit(span, bare),)),),
    )  # fmt: skip
