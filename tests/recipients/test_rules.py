"""The rules of recipients: which findings a list gives, what is mended, and that fixing settles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.recipients import read
from tests.mending import made_worse, mended_by
from tests.recipients.strategies import hostile

LINTER = Linter(codec("recipients"), Settings(profile="pedantic"))


def check(text: str):
    return LINTER.check(text)[0]


#: A list, its findings as code and severity, and what fixes make of it.
CASES: list[tuple[str, list[str], str | None]] = [
    ("79990000001,+79990000002;G777,g888\n", [], None),  # PAR-1, PAR-2
    ("alex@mysite.com,G777", [], None),
    ("@name,#5", [], None),
    ("442079460018,5491112345678", [], None),
    ("8 (999) 000-00-01", ["RCP002 warning"], "79990000001"),  # PAR-1: the service corrects this
    ("89990000001", ["RCP002 warning"], "79990000001"),
    ("+8 (999) 000-00-01", ["RCP002 error"], "+79990000001"),  # PAR-1: and with a plus it does not
    ("+7 999 000-00-01", ["RCP002 warning"], "+79990000001"),
    ("0079990000001", ["RCP002 warning"], "79990000001"),
    ("123456", ["RCP002 error"], None),
    ("1234567890123456", ["RCP002 error"], None),
    ("(495) 123-45-67", ["RCP002 error"], None),
    ("09990000001", ["RCP002 error"], None),
    ("29.11.2026", ["RCP002 error"], None),  # a date is no number, whatever its digits
    ("2026-11-29", ["RCP002 error"], None),
    ("29.11.2126,29.13.2026", ["RCP002 warning", "RCP002 warning"], "29112126,29132026"),
    ("80291234567", ["RCP002 warning"], None),
    ("612345678", ["RCP002 warning"], None),
    ("x", ["RCP001 error"], None),
    ("79990000001\n79990000002\n", ["RCP001 error"], "79990000001,\n79990000002\n"),
    ("7999\n0000001", ["RCP001 error"], None),  # one number, wrapped
    ("79990000002,7999000\n0001", ["RCP001 error"], None),
    ("+7999000000\n1", ["RCP001 error"], None),
    ("7999000\n+0001", ["RCP002 warning", "RCP001 error", "RCP002 error"], "7999000,\n+0001"),
    ("79990000001,a@b.ru", ["RCP003 warning"], None),  # PAR-2
    ("a@b.ru,79990000001,c@d.ru,79990000002", ["RCP003 warning"], None),
    ("79990000001,79990000002,+79990000001", ["RCP004 warning"], "79990000001,79990000002"),
    ("G1,79990000001,g1", ["RCP004 warning"], "G1,79990000001"),
    ("a@b.ru;a@B.ru", ["RCP004 warning"], "a@b.ru"),
    ("a@b.ru,A@b.ru", [], None),  # the name before the @ may tell capitals apart
    ("79990000001,x,79990000001", ["RCP001 error", "RCP004 warning"], None),  # the unread one must stay
    ("al\u200bex@mysite.com", ["GEN002 warning"], "alex@mysite.com"),
    ("79990000001,,79990000001", ["RCP001 error", "RCP004 warning"], "79990000001"),
]


@pytest.mark.parametrize(("text", "findings", "fixed"), CASES, ids=[text for text, *_ in CASES])
def test_findings_of_a_list(text: str, findings: list[str], fixed: str | None) -> None:
    """Each rule where it must speak, silence where all is well, and only what is plain is mended (PAR-1, PAR-2)."""
    assert [f"{finding.code} {finding.severity}" for finding in check(text)] == findings
    assert mended_by(LINTER, text, unsafe=True).text == (text if fixed is None else fixed)


@pytest.mark.parametrize(
    ("text", "fixed"), [(text, fixed) for text, _, fixed in CASES], ids=[c[0] for c in CASES]
)
def test_safe_fixes_keep_every_recipient(text: str, fixed: str | None) -> None:
    """Without leave nobody is taken out, and after a plus no other number is written (PAR-1)."""
    made = mended_by(LINTER, text).text
    assert len(read(made).value.items) >= len(read(text).value.items)
    if text.startswith("+8"):
        assert made == text


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_fixing_settles(text: str) -> None:
    """On any text every rule ends in findings with places inside it; fixing is idempotent and adds no code."""
    before = check(text)
    for finding in before:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for mend in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in mend.edits)
    fixed = mended_by(LINTER, text)
    assert not made_worse(LINTER, text, fixed)
    again = mended_by(LINTER, fixed.text)
    assert (again.text, again.applied) == (fixed.text, 0)
