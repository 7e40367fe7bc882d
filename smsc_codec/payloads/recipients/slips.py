"""What is told of what stands between two separators and is no recipient. Loaded only for such."""

from __future__ import annotations

import re

from smsc_codec.diagnostics import Edit, Fix, Problem, Span, shortened
from smsc_codec.grammar.compiled.recipients import TABLES
from smsc_codec.lazy import compiled
from smsc_codec.payloads.phone_lengths import odd_length
from smsc_codec.payloads.phone_shapes import odd_number

_KIND = "recipient-format"
_EXPECTED = tuple(TABLES.names[name] for name in ("PHONE", "GROUP", "EMAIL", "TELEGRAM_NAME", "TELEGRAM_ID"))
#: `G 777`, `G007`, `группа 777`, and `G<777>`, as the page prints where the number goes.
_GROUP = compiled(r"(?i:g(?:roup|r|rp)?|г(?:руппа|р)?)\.?[ \t0<#№-]*([1-9][0-9]{0,8})>?")
#: An address as mail programs show it, or as a link has it.
_ADDRESS = compiled(r"(?:[^<>]*<|(?i:mailto:))(?P<address>[^<>@\s]+@[^<>@\s]+\.\w+)>?")


#: Quotes or brackets round a recipient, or at one side of the first and the last of several.
_WRAPPED = compiled(
    r"(?=[\"'«“\[({]|[^\"'»”\])}]+[\"'»”\])}])[\"'«“\[({]{0,2}(?P<it>\+?[0-9]{10,15}|[^\s@\"'\[\]]+@[\w.-]+\.\w+)[\"'»”\])}]{0,2}"
)
#: What is told of every line end, and of every quote, which is one mistake.
WRAPPED = "recipients are written without quotes and brackets"
BREAKS = "recipients are separated by ',' or ';', not by line breaks"


def odd(words: str, span: Span) -> Problem:
    """Words that are no recipient."""
    group = _GROUP.fullmatch(words)
    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    shape = odd_number(words, span, _KIND)
    if shape:
        return shape
    bare = _WRAPPED.fullmatch(words)
    if bare:
        fixes = (Fix(f"write '{bare['it']}'", (Edit(span, bare["it"]),)),)
        return Problem(WRAPPED, span, _KIND, (f"'{bare['it']}'",), fixes=fixes)
    address = _ADDRESS.fullmatch(words) if "@" in words else None
    if group or address:
        meant = f"G{group[1]}" if group else address["address"] if address else ""
        fixes = (Fix(f"write '{meant}'", (Edit(span, meant),)),)
        notes = (f"did you mean '{meant}'?",)
    elif ":" in words or "|" in words:
        notes = ("to send each number its own message, use the parameter 'list'",)
    return Problem(
        f"'{shortened(words)}' is not a recipient", span, _KIND, _EXPECTED, fixes=fixes, notes=notes
    )


def gap(text: str, gap: Span, between: bool) -> Problem:
    """What separates wrongly: a line end alone (PAR-1 knows comma and semicolon), or separators with nobody beside."""
    words = text[gap.start : gap.end]
    if between and not words.strip():
        torn = _torn(text, gap)
        if torn is not None:
            return torn
        edit = Edit(Span(gap.start, gap.start), ",")
        return Problem(
            BREAKS,
            gap,
            _KIND,
            ("',' or ';'",),
            fixes=(Fix("put a comma before it", (edit,)),),  # it changes who gets the message
        )
    start = gap.start + len(words) - len(words.lstrip())
    span = Span(start, start + len(words.strip()))
    return Problem(
        "extra separator: a recipient is missing next to it",
        span,
        _KIND,
        _EXPECTED,
        fixes=(Fix("remove it", (Edit(span, ""),), safe=True),),
    )


_DIGITS = compiled(r"\+?[0-9]++(?![\w@.])")


def _torn(text: str, gap: Span) -> Problem | None:
    """One number on two lines, as a mail program wraps it: neither half is a number, both together are."""
    before = re.search(r"(?<![0-9A-Za-z@.])\+?[0-9]+\Z", text[: gap.start])
    after = _DIGITS.match(text, gap.end)
    if before is None or after is None or after.group()[0] == "+":
        return None
    whole = before.group().lstrip("+") + after.group()
    if not 11 <= len(whole) <= 13 or odd_length(whole):
        return None
    return Problem(
        f"this line break splits the number {whole}",
        Span(before.start(), after.end()),
        _KIND,
        (f"'{whole}'",),  # no fix: it would make one recipient of two
    )


def nobody() -> Problem:
    """A text without recipients."""
    return Problem("no recipients", Span(0, 0), _KIND, _EXPECTED)
