"""Fixes on random menus: they settle, and they add nothing."""

from __future__ import annotations

from hypothesis import given, settings

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.menu import build
from smsc_codec.payloads.menu.model import Menu
from tests.mending import made_worse, mended_by
from tests.menu.strategies import hostile, menus

LINTER = Linter(codec("menu"), Settings(profile="pedantic"))


def check(text: str):
    return LINTER.check(text)[0]


def settles(text: str) -> None:
    before = check(text)
    for finding in before:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for mend in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in mend.edits)
    fixed = mended_by(LINTER, text)
    assert not made_worse(LINTER, text, fixed)
    again = mended_by(LINTER, fixed.text)
    assert (again.text, again.applied) == (fixed.text, 0)


@settings(max_examples=200, deadline=None)
@given(menus)
def test_fixes_settle_on_random_menus(menu: Menu) -> None:
    """On any menu that can be said: fixing is idempotent, adds no code, and places lie inside the text."""
    settles(build(menu))


@settings(max_examples=500, deadline=None)
@given(hostile)
def test_any_text_ends_in_findings(text: str) -> None:
    """On any text at all every rule ends in findings, never in another exception, and fixing settles."""
    settles(text)
