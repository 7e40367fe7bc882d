"""Results as JUnit's XML, which CI systems read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from smsc_codec.lazy import compiled

#: What XML 1.0 cannot hold, however it is written.
_UNSAYABLE = compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Case(Struct, frozen=True):
    """One test: where it stands, how long it took in seconds, and what was wrong, in a line and in full."""

    name: str
    file: str
    seconds: float = 0.0
    failure: str = ""
    details: str = ""
    #: It could not be run at all.
    error: bool = False
    line: int = 1


def written(suite: str, cases: Sequence[Case]) -> str:
    """The document. What XML cannot hold is written as U+FFFD."""
    failures = sum(bool(case.failure) and not case.error for case in cases)
    errors = sum(case.error for case in cases)
    totals = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" time="{sum(c.seconds for c in cases):.3f}"'
    inner = "".join(map(_case, cases))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<testsuites {totals}>\n"
        f' <testsuite name={_attribute(suite)} {totals} skipped="0">\n{inner} </testsuite>\n'
        "</testsuites>\n"
    )


def _case(case: Case) -> str:
    folder, _, _ = case.file.rpartition("/")
    place = re.sub(r"[/\\.]+", ".", folder).strip(".") or "calls"
    head = (
        f"  <testcase classname={_attribute(place)} name={_attribute(case.name)} file={_attribute(case.file)} "
        f'line="{case.line}" time="{case.seconds:.3f}"'
    )
    if not case.failure:
        return f"{head}/>\n"
    tag = "error" if case.error else "failure"
    text = escape(_UNSAYABLE.sub("\ufffd", case.details or case.failure))
    told = f"<{tag} message={_attribute(case.failure)} type={_attribute(tag)}>{text}</{tag}>"
    return f"{head}>\n   {told}\n  </testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_UNSAYABLE.sub("\ufffd", text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
