"""The rules of calls: which findings a transcript gives, what is mended, and that fixing settles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from tests.call.strategies import hostile
from tests.mending import made_worse, mended_by

LINTER = Linter(codec("call"), Settings(profile="pedantic"))
END = "\n> leave"

#: A text, each finding as its code and the words it marks, and what fixes make of it.
CASES: list[tuple[str, list[tuple[str, str]], str | None]] = [
    ('# x\nmenu: a.menu\nsilence: leave\n< silence\n> leave "Bye"\n', [], None),
    # CAL001: the form of a line
    ("> hear Nobody is free", [("CAL001", "Nobody is free")], '> hear "Nobody is free"'),
    ("> hear “Hello”", [("CAL001", "“Hello”")], '> hear "Hello"'),
    ("> hear «Привет»", [("CAL001", "«Привет»")], '> hear "Привет"'),
    ("> hear 'Hello'", [("CAL001", "'Hello'")], '> hear "Hello"'),
    ('> hear "Hello', [("CAL001", '"Hello')], '> hear "Hello"'),
    ('> hear "say "hi" now"', [("CAL001", '"say "hi" now"')], '> hear "say \\"hi\\" now"'),
    ('> hear "a\\n"', [("CAL001", '"a\\n"')], '> hear "a\\\\n"'),
    ('> hear "a" "b"', [("CAL001", '"a" "b"')], '> hear "a" ... "b"'),
    ('> hear "a" .. "b"', [("CAL001", '"a" .. "b"')], '> hear "a" ... "b"'),
    ("> call 79990000000 wait=10", [("CAL001", "wait=10")], "> call 79990000000 wait 10"),
    ("> call 79990000000 wait", [("CAL001", "wait")], None),
    ("> call 79990000000 ok:end", [("CAL001", "ok:end")], None),
    ("> call bob", [("CAL001", "bob")], None),
    ("> record ten", [("CAL001", "ten")], None),
    ("> unread x", [("CAL001", "x")], None),
    ("> notify ftp://a", [("CAL001", "ftp://a")], None),
    ("> 5", [("CAL001", ">")], "< 5"),
    ("> no answer", [("CAL001", ">")], "< no answer"),
    ('< hear "x"', [("CAL001", "<")], '> hear "x"'),
    ('hear "x"', [("CAL001", 'hear "x"')], '> hear "x"'),
    ("record 5", [("CAL001", "record 5")], "> record 5"),
    ("5", [("CAL001", "5")], "< 5"),
    ("no answer", [("CAL001", "no answer")], "< no answer"),
    ("// x", [("CAL001", "//")], "# x"),
    ("< 5 # sales", [("CAL001", "# sales")], "# sales\n< 5"),
    ('> hear "a # b" ...  # why', [("CAL001", "# why")], '# why\n> hear "a # b" ...'),
    (
        "< 5 # a\r\n> hear\r\n< 1 2\r\n",
        [("CAL001", "# a"), ("CAL003", "1 2")],
        "# a\r\n< 5\r\n> hear\r\n< 1\r\n< 2\r\n",
    ),
    ("< # # again", [("CAL003", "# # again")], None),  # whether a key is meant nobody knows
    ("-- x", [("CAL001", "--")], "# x"),
    ("what is this", [("CAL001", "what is this")], None),
    # CAL002: unknown events
    ('> hears "x"', [("CAL002", "hears")], '> hear "x"'),
    ('> say "x"', [("CAL002", "say")], '> hear "x"'),
    ("> dial 79990000000", [("CAL002", "dial")], "> call 79990000000"),
    ("> Call 79990000000", [("CAL002", "Call")], "> call 79990000000"),
    ("> …", [("CAL002", "…")], "> ..."),
    ("> dances", [("CAL002", "dances")], None),
    (">", [("CAL002", ">")], None),
    # CAL003: keys that no one can press
    ("< 11", [("CAL003", "11")], "< 1\n< 1"),
    ("< 1, 2", [("CAL003", "1, 2")], "< 1\n< 2"),
    ("< A", [("CAL003", "A")], None),
    ("< 79990000000", [("CAL003", "79990000000")], None),
    ("< ５", [("CAL003", "５")], "< 5"),
    ("< №", [("CAL003", "№")], None),
    ("< star", [("CAL003", "star")], "< *"),
    ("< No-Answer", [("CAL003", "No-Answer")], "< no answer"),
    ("< no_answer", [("CAL003", "no_answer")], "< no answer"),
    ("< no anser", [("CAL003", "no anser")], "< no answer"),
    ('> hear "hung up"\n< hang up', [("CAL003", "hang up")], '> hear "hung up"\n< hung up'),
    ("< timeout", [("CAL003", "timeout")], "< silence"),
    ("<", [("CAL003", "<")], None),
    # CAL004: after the end
    ("< 9\n> leave\n< 1", [("CAL004", "< 1")], None),
    ('< 9\n> leave\n> hear "x"\n< 2', [("CAL004", '> hear "x"')], None),
    ("> hear\n< hung up\n> leave", [("CAL004", "> leave")], None),
    # CAL005: headers
    ("silence: leaves", [("CAL005", "leaves")], "silence: leave"),
    ("silence: yes", [("CAL005", "yes")], None),
    ("silence: Leave", [("CAL005", "Leave")], "silence: leave"),
    ("wrong-key: err label", [("CAL005", "err label")], "wrong-key: err-label"),
    ("silence:", [("CAL005", "silence:")], None),
    ("Menu: a.menu", [("CAL005", "Menu: ")], "menu: a.menu"),
    ("menu = a.menu", [("CAL005", "menu = ")], "menu: a.menu"),
    ("after_leaf: stay", [("CAL005", "after_leaf: ")], "after-leaf: stay"),
    ("menu:", [("CAL005", "menu:")], None),
    ("price: 5", [("CAL005", "price")], None),
    ("menu: a\nmenu: b", [("CAL005", "menu: b")], None),
    ("> ...\n> hear\nmenu: a", [("CAL005", "menu: a")], None),
    # GEN002: what cannot be seen; signs of a text stay as they are
    ('> hear "«Привет» — 1 кг…"\n> sms from "«S»" "“x”"\n> leave "—"', [], None),
    ('> hear "a\u200bb"', [("GEN002", "\u200b")], '> hear "ab"'),
]


@pytest.mark.parametrize(("text", "findings", "fixed"), CASES, ids=[text for text, *_ in CASES])
def test_findings_of_a_call(text: str, findings: list[tuple[str, str]], fixed: str | None) -> None:
    """Each rule where it must speak, one finding a slip, its exact words, and what fixing makes of them (IVR-2)."""
    whole = text if "> leave" in text or "hung up" in text else text + END
    found = LINTER.check(whole)[0]
    assert [(one.code, whole[one.span.start : one.span.end]) for one in found] == findings
    made = mended_by(LINTER, whole, unsafe=True).text
    assert made.removesuffix(END) == (text if fixed is None else fixed).removesuffix(END)


IDLE: list[tuple[str, str, str | None]] = [
    ("", "", None),
    ("# nothing yet\n", "", None),
    ("< 5\n< no answer\n", "< 5", None),
    ("< 5\n> ...\n", "< 5", None),
    ("> ...\n> ...\n> leave", "> ...", "> ...\n> leave"),
    ("> nothing\n> leave", "> nothing", None),
    ("> ...\n# why\n> ...\n> leave", "> ...", None),
]


@pytest.mark.parametrize(("text", "words", "fixed"), IDLE)
def test_what_looks_at_nothing(text: str, words: str, fixed: str | None) -> None:
    """A call that passes whatever the menu does is told of, and so is a line that adds nothing (CAL006)."""
    (finding,) = LINTER.check(text)[0]
    assert (finding.code, finding.severity) == ("CAL006", "warning")
    assert text[finding.span.start : finding.span.end] == words
    assert mended_by(LINTER, text).text == (text if fixed is None else fixed)


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_fixing_settles(text: str) -> None:
    """On any text every rule ends in findings with places inside it; fixing is idempotent and adds no code."""
    for finding in LINTER.check(text)[0]:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for mend in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in mend.edits)
    fixed = mended_by(LINTER, text)
    assert not made_worse(LINTER, text, fixed)
    again = mended_by(LINTER, fixed.text)
    assert (again.text, again.applied) == (fixed.text, 0)
