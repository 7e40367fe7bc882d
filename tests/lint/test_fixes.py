"""Fixes: what is applied together, what must wait, when to stop, and a diff that `patch` takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Edit, Finding, Fix, Span
from smsc_codec.linter import fixes
from smsc_codec.linter.block import Seen
from smsc_codec.linter.fixes import Fixed
from smsc_codec.linter.fixes import fix as mended
from smsc_codec.linter.reports.unified import Unified, diff
from tests.lint.report_cases import finding
from tests.lint.test_kept import carried

Write = tuple[int, int, str]


def mend(*edits: Write, safe: bool = True, code: str = "IVR104", **more: Any) -> Finding:
    """A finding with one fix, at the place of its first edit."""
    return finding(Span(*edits[0][:2]), code=code, fixes=(fixing(*edits, safe=safe),), **more)


def fixing(*edits: Write, safe: bool = True) -> Fix:
    """A fix of these edits."""
    return Fix("mend", tuple(Edit(Span(start, end), text) for start, end, text in edits), safe)


def fix(text: str, check: Callable[[str], list[Finding]], **how: Any) -> Fixed:
    """A text mended by what a check finds, where nothing is known of what it carries."""
    return mended(text, lambda new: Seen(new, tuple(check(new))), **how)


def apply(text: str, findings: list[Finding], **how: Any) -> tuple[str, int]:
    """What becomes of a text with these findings, none of which is there any more in another text."""
    fixed = fix(text, lambda new: findings if new == text else [], **how)
    return fixed.text, fixed.applied


def test_what_is_safe_goes_first_again() -> None:
    """Before a fix that may change the meaning all safe ones are made, also those that came with a safe one."""
    found = {
        "ab": [mend((0, 1, "c")), finding(Span(1, 2), code="IVR105")],
        "cb": [mend((1, 2, "d")), mend((1, 2, "e"), safe=False, code="IVR105")],
    }
    assert fix("ab", lambda text: found.get(text, []), unsafe=True).text == "cd"


APPLIED = {
    "nothing": ([], "abcdef", 0),
    "no fix": ([finding(Span(0, 1))], "abcdef", 0),
    "one": ([mend((1, 3, "X"))], "aXdef", 1),
    "two, in whatever order": ([mend((4, 5, "Y")), mend((1, 2, "X"))], "aXcdYf", 2),
    "neighbours": ([mend((1, 3, "X")), mend((3, 5, "Y"))], "aXYf", 2),
    "the earlier of two that overlap": ([mend((2, 4, "Y")), mend((1, 3, "X"))], "aXdef", 1),
    "all edits or none": ([mend((0, 1, "X")), mend((0, 2, "Y"), (4, 5, "Y"))], "Xbcdef", 1),
    "a late edit that overlaps": ([mend((0, 1, "X"), (4, 6, "X")), mend((3, 5, "Y"))], "XbcdX", 1),
    "an insertion": ([mend((3, 3, "X"))], "abcXdef", 1),
    "an insertion at the end": ([mend((6, 6, "X"))], "abcdefX", 1),
    "insertions at one place wait for each other": ([mend((3, 3, "X")), mend((3, 3, "Y"))], "abcXdef", 1),
    "an insertion beside a replacement waits": ([mend((1, 3, "X")), mend((3, 3, "Y"))], "aXdef", 1),
    "an insertion inside a replacement waits": ([mend((1, 5, "X")), mend((3, 3, "Y"))], "aXf", 1),
    "the same edits are made once and count twice": ([mend((1, 2, "X")), mend((1, 2, "X"))], "aXcdef", 2),
    "a shared edit": ([mend((1, 2, "X")), mend((1, 2, "X"), (4, 5, "Y"))], "aXcdYf", 2),
    "insertions of one fix keep their order": ([mend((3, 3, "X"), (3, 3, "Y"))], "abcXYdef", 1),
    "the same edit twice in one fix": ([mend((3, 3, "X"), (3, 3, "X"))], "abcXdef", 1),
    "edits of one fix may be written in any order": ([mend((4, 5, "Y"), (1, 2, "X"))], "aXcdYf", 1),
    "an unsafe fix stays away": ([mend((1, 2, "X"), safe=False)], "abcdef", 0),
    "the first safe fix": (
        [
            finding(
                Span(0, 0), fixes=(fixing((0, 1, "U"), safe=False), fixing((1, 2, "S")), fixing((2, 3, "T")))
            )
        ],
        "aScdef",
        1,
    ),
    "a fix that changes nothing is none": ([mend((1, 2, "b"))], "abcdef", 0),
    "a fix that leaves the text is none": ([mend((5, 7, "X"))], "abcdef", 0),
    "a fix that contradicts itself is none": ([mend((1, 4, "X"), (3, 5, "Y"))], "abcdef", 0),
    "the fix after one that is none": (
        [finding(Span(0, 0), fixes=(fixing((1, 2, "b")), fixing((2, 3, "X"))))],
        "abXdef",
        1,
    ),
}


@pytest.mark.parametrize("case", APPLIED)
def test_one_round(case: str) -> None:
    """Fixes apply together where they do not meet; otherwise the earlier place wins and the other fix waits whole."""
    findings, expected, count = APPLIED[case]
    assert apply("abcdef", findings) == (expected, count)


def test_a_safe_fix_goes_before_an_unsafe_one() -> None:
    """Who allows unsafe fixes gets a safe one where there is one: allowing more never mends less."""
    both = finding(Span(0, 0), fixes=(fixing((0, 1, "U"), safe=False), fixing((1, 2, "S"))))
    assert apply("ab", [both], unsafe=True) == ("aS", 1)


def test_what_takes_away_goes_last() -> None:
    """Of unsafe fixes those that write go first: what they mend may need no taking away any more."""

    def check(text: str) -> list[Finding]:
        gone = [mend((0, 1, ""), safe=False, code="AAA101")] if text == "ab" else []
        at = text.find("b")
        return [*gone, *([mend((at, at + 1, "c"), safe=False, code="BBB101")] if at >= 0 else [])]

    assert fix("ab", check, unsafe=True).text == "ac"


WRITES = st.tuples(st.integers(0, 12), st.integers(0, 3), st.sampled_from(["", "x", "я\n"])).map(
    lambda made: (made[0], made[0] + made[1], made[2])
)


@settings(deadline=None)
@given(
    st.text("abc\r\nя\U0001f600", max_size=12), st.lists(st.lists(WRITES, min_size=1, max_size=3), max_size=6)
)
def test_a_round_is_what_some_whole_fixes_give(text: str, fixes: list[list[Write]]) -> None:
    """The outcome is exactly that of the edits of `count` whole fixes none of which overlap, made from the end on."""
    # Which of two texts inserted at one place comes first is not told by the places; the table tests it.
    every = {edit for edits in fixes for edit in edits}
    assume(len({edit[:2] for edit in every}) == len(every))
    result, count = apply(text, [mend(*edits) for edits in fixes])
    possible = set()
    for taken in combinations(fixes, count):
        edits = sorted({edit for edits in taken for edit in edits})
        if all(left[1] <= right[0] for left, right in pairwise(edits)):
            made = text
            for start, end, new in reversed(edits):
                made = made[:start] + new + made[end:]
            possible.add(made)
    assert result in possible


@settings(deadline=None)
@given(st.text("ab", max_size=8), st.lists(st.lists(WRITES, min_size=1, max_size=2), max_size=5))
def test_a_round_does_not_depend_on_equal_findings(text: str, fixes: list[list[Write]]) -> None:
    """Telling every finding twice mends the same text, for the same edits are made once."""
    findings = [mend(*edits) for edits in fixes]
    assert apply(text, findings + findings)[0] == apply(text, findings)[0]


def each(pattern: str, new: str, **how: Any) -> Callable[[str], list[Finding]]:
    """A check that finds every match and would write `new` over it."""

    def check(text: str) -> list[Finding]:
        return [mend((match.start(), match.end(), new), **how) for match in re.finditer(pattern, text)]

    return check


def both(*checks: Callable[[str], list[Finding]]) -> Callable[[str], list[Finding]]:
    """What several checks find."""
    return lambda text: [found for check in checks for found in check(text)]


def test_what_a_fix_uncovers_is_mended() -> None:
    """What one fix uncovers the next one mends: `caaa` to `caa` to `ca` to `c`."""
    assert fix("caaa", each("a$", "")) == Fixed("c", 3, ())


def test_a_sound_text_is_left_alone() -> None:
    """No finding, no change, and one look is enough."""
    looks = []

    def check(text: str) -> list[Finding]:
        looks.append(text)
        return []

    assert fix("abc", check) == Fixed("abc", 0, ())
    assert looks == ["abc"]


def test_what_has_no_fix_remains() -> None:
    """The findings that are left are those of the text that is given back."""
    left = finding(Span(0, 1), code="IVR201")
    mended = fix("aab", lambda text: [left, *each("aa", "a")(text)])
    assert mended == Fixed("ab", 1, (left,))


def test_unsafe_fixes_only_on_demand() -> None:
    """Without leave an unsafe fix stays an offer."""
    check = each("aa", "a", safe=False)
    assert fix("aa", check) == Fixed("aa", 0, tuple(check("aa")))
    assert fix("aa", check, unsafe=True) == Fixed("a", 1, ())


# A text, what finds what in it, the text that is made, and how many fixes make it.
TRIED = {
    "a fix that adds an error is refused": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "b", code="IVR002")],
        ("xa", 0),
    ),
    "and one that adds a warning": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "b", code="IVR002", severity="warning")],
        ("xa", 0),
    ),
    "one more of what is there already, too": (
        "bxa",
        [each("a", "b", code="IVR001"), each("b", "b", code="IVR002")],
        ("bxa", 0),
    ),
    "what is only for information may come where something worse goes": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "b", code="IVR002", severity="info")],
        ("xb", 1),
    ),
    "but not where nothing worse goes": (
        "xa",
        [
            each("a", "b", code="IVR001", severity="info"),
            each("b", "a", code="IVR002", severity="info"),
        ],
        ("xa", 0),
    ),
    "the others are made all the same": (
        "a1 a2 a3",
        [each("a", "b", code="IVR001"), each("b2", "b2", code="IVR002")],
        ("b1 a2 b3", 2),
    ),
    "of two that go apart but not together the earlier one is made": (
        "xaa",
        [each("a", "b", code="IVR001"), each("bb", "bb", code="IVR002")],
        ("xba", 1),
    ),
    "what a fix reveals is mended with it": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "c", code="IVR002")],
        ("xc", 2),
    ),
    "unless that would take leave": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "c", code="IVR002", safe=False)],
        ("xa", 0),
    ),
    "or reveals yet another one": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "c", code="IVR002"), each("c", "c", code="IVR003")],
        ("xa", 0),
    ),
    "a fix that leaves what it is for is refused": ("xa", [each("a|b", "b")], ("xa", 0)),
    "and one that makes more of it": ("xa", [each("a", "aa")], ("xa", 0)),
    "what is revealed may take back one of the others": (
        "a c",
        [
            each("a|c", "b", code="IVR001"),
            each("b c", "e", code="IVR002"),
            each("b b", "b b", code="IVR003"),
        ],
        ("e", 2),
    ),
    "there is less of it, though one is where it was": (
        "aab!",
        [
            lambda text: (
                each("^a", "")(text) + [finding(Span(at, at + 1)) for at in range(1, text.count("a"))]
            ),
            each("!", "!", code="IVR001"),
        ],
        ("b!", 2),
    ),
    "a code without a safe fix lets the others be mended": (
        "ab",
        [each("a", "x", code="IVR001", safe=False), each("b", "c", code="IVR002", severity="warning")],
        ("ac", 1),
    ),
    "errors are mended before warnings": (
        "a",
        [each("a", "b", code="IVR001", severity="warning"), each("a", "c", code="IVR002")],
        ("c", 1),
    ),
}


@pytest.mark.parametrize(("text", "checks", "made"), TRIED.values(), ids=TRIED)
def test_fixes_are_tried(text: str, checks: list[Any], made: tuple[str, int]) -> None:
    """A fix is made if what it is for is gone then, and of no code there is more; others do not suffer for it."""
    fixed = fix(text, both(*checks))
    assert (fixed.text, fixed.applied) == made
    assert fix(fixed.text, both(*checks)).applied == 0


# The same with unsafe fixes.
TRIED_UNSAFE = {
    "what an unsafe fix reveals is mended safely": (
        "xa",
        [each("a", "b", code="IVR001", safe=False), each("b", "c", code="IVR002")],
        ("xc", 2),
    ),
    "or by another unsafe one": (
        "xa",
        [each("a", "b", code="IVR001", safe=False), each("b", "c", code="IVR002", safe=False)],
        ("xc", 2),
    ),
    "what a safe fix reveals is mended safely": (
        "xa",
        [each("a", "b", code="IVR001"), each("b", "c", code="IVR002", safe=False)],
        ("xa", 0),
    ),
}


@pytest.mark.parametrize(("text", "checks", "made"), TRIED_UNSAFE.values(), ids=TRIED_UNSAFE)
def test_unsafe_fixes_are_tried(text: str, checks: list[Any], made: tuple[str, int]) -> None:
    """With leave a fix may bring unsafe ones with it, but a safe one still brings none."""
    fixed = fix(text, both(*checks), unsafe=True)
    assert (fixed.text, fixed.applied) == made


@pytest.mark.parametrize(("most", "made"), [(0, "a!"), (1, "b!")])
def test_so_many_places_are_compared(monkeypatch: pytest.MonkeyPatch, most: int, made: str) -> None:
    """A finding that went while another one came holds where the places are compared; of too many none holds."""
    monkeypatch.setattr(fixes, "_MOST_COMPARED", most)

    def check(text: str) -> list[Finding]:
        return each("a", "b")(text) or [finding(Span(1, 2))]

    assert fix("a!", check).text == made


@pytest.mark.parametrize(
    ("length", "alone"),
    [
        (250_000, 36),
        (333_332, 36),
        (333_333, 24),
        (500_000, 12),
        (999_999, 12),
        (1_000_000, 12),
        (1_500_000, 12),
    ],
)
def test_so_many_are_refused_one_by_one(length: int, alone: int) -> None:
    """Of many fixes that do not hold a dozen are tried by themselves, of a shorter text the more."""
    tried = []

    def check(text: str) -> list[Finding]:
        tried.append(text.count("y"))
        return [mend((at, at + 1, "y")) for at in range(64)]

    assert fix("x" * length, check).applied == 0
    assert tried.count(1) == alone


@pytest.mark.parametrize(("severity", "made"), [("warning", "b!"), ("error", "a!")])
def test_hidden_warnings_are_no_news(severity: str, made: str) -> None:
    """A warning that was there all the time behind another finding does not stand in the way; an error does."""
    cause, behind = each("a", "b", code="IVR001"), each("!", "!", code="IVR002", severity=severity)

    def look(text: str) -> Seen:
        told, hidden = (cause(text), behind(text)) if cause(text) else (behind(text), [])
        return Seen(text, tuple(told), tuple(hidden))

    assert mended("a!", look).text == made


# A text that carries something (`1=a,`: 1 gets a), what finds what in it, whether unsafe fixes are made, what is made.
CARRIED = {
    "a safe fix takes nothing away": ("1=a,2=b,", each("2=b,", ""), False, "1=a,2=b,"),
    "nor gives it to another": ("1=a,2=b,", each("2", "3"), False, "1=a,2=b,"),
    "it may change words": ("1=a,2=b,", each("b", "c"), False, "1=a,2=c,"),
    "an unsafe one may take away what it names": ("1=a,2=b,", each("2=b,", "", safe=False), True, "1=a,"),
    "but not what it does not": ("1=a,2=b,", each(",2=", "", safe=False), True, "1=a,2=b,"),
    "what takes away goes last": (
        "1=a,2=b,",
        both(each("2=b,", "", safe=False, code="AAA101"), each("b", "c", safe=False, code="BBB101")),
        True,
        "1=a,2=c,",
    ),
    "what only seems to does not": (
        "x1=a,",
        both(each("x", "", safe=False, code="AAA101"), each("x", "y", safe=False, code="BBB101")),
        True,
        "1=a,",
    ),
}


@pytest.mark.parametrize(("text", "check", "unsafe", "made"), CARRIED.values(), ids=CARRIED)
def test_what_is_carried_is_kept(
    text: str, check: Callable[[str], list[Finding]], unsafe: bool, made: str
) -> None:
    """A fix is refused where somebody would lose their text, or get another's; an unsafe one may do what it names."""
    fixed = mended(text, lambda new: Seen(new, tuple(check(new)), carried=carried(new)), unsafe=unsafe)
    assert fixed.text == made


def test_the_rounds_are_limited() -> None:
    """A fix that makes way for the next one for ever is stopped at a text that was looked at."""

    def check(text: str) -> list[Finding]:
        return [mend((len(text), len(text), "a"), code=f"IVR{len(text) % 2}", severity="info")]

    fixed = fix("", check, limit=4)
    assert fixed.remaining == tuple(check(fixed.text))


def test_many_independent_fixes_are_tried_at_once() -> None:
    """A thousand fixes of one code take one more look; where one of them is refused it takes some dozens."""
    looks = []

    def check(text: str) -> list[Finding]:
        looks.append(text)
        return both(each("a", "b"), each("b!", "b!", code="IVR001"))(text)

    assert fix("a " * 1000, check).applied == 1000
    assert len(looks) == 2
    looks.clear()
    assert fix("a " * 499 + "a! " + "a " * 500, check).applied == 999
    assert len(looks) < 50


DIFFS = {
    "nothing": ("1: a\n", "1: a\n", ""),
    "a line": ("1: a\n2: b\n", "1: a\n2: c\n", "@@ -1,2 +1,2 @@\n 1: a\n-2: b\n+2: c\n"),
    "a carriage return stays where it was": ("1: a\r\n", "1: b\r\n", "@@ -1 +1 @@\n-1: a\r\n+1: b\r\n"),
    "endings that change": ("1: a\r\n", "1: a\n", "@@ -1 +1 @@\n-1: a\r\n+1: a\n"),
    "an ending that is added": (
        "1: a",
        "1: a\n",
        "@@ -1 +1 @@\n-1: a\n\\ No newline at end of file\n+1: a\n",
    ),
    "no ending on either side": (
        "a\nb",
        "c\nb",
        "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n",
    ),
    "a text that was empty": ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    "a text that becomes empty": ("a\nb\n", "", "@@ -1,2 +0,0 @@\n-a\n-b\n"),
    "other line separators are no endings": (
        "a\u2028b\x0bc\n",
        "a\u2028b\x0bd\n",
        "@@ -1 +1 @@\n-a<U+2028>b<U+000B>c\n+a<U+2028>b<U+000B>d\n",
    ),
    "two places": (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
        "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n",
    ),
    "more lines than are compared at once": (
        "x\n" + "".join(f"{number}\n" for number in range(400)),
        "y\nz\n" + "".join(f"{number}\n" for number in range(400)),
        "@@ -1,4 +1,5 @@\n-x\n+y\n+z\n 0\n 1\n 2\n",
    ),
    "more lines between two places than are compared at once": (
        "x\n" + "".join(f"{number}\n" for number in range(400)) + "e\n",
        "y\nz\n" + "".join(f"{number}\n" for number in range(400)) + "f\n",
        "@@ -1,4 +1,5 @@\n-x\n+y\n+z\n 0\n 1\n 2\n@@ -399,4 +400,4 @@\n 397\n 398\n 399\n-e\n+f\n",
    ),
    "two places whose contexts meet": (
        "1\n2\n3\n4\n5\n6\n7\n8\n",
        "x\n2\n3\n4\n5\n6\n7\ny\n",
        "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n",
    ),
}


@pytest.mark.parametrize("case", DIFFS)
def test_diffs(case: str) -> None:
    """A unified diff with three lines of context that tells carriage returns and a missing last ending."""
    before, after, expected = DIFFS[case]
    head = "--- a/m.menu\n+++ b/m.menu\n" if expected else ""
    assert diff("m.menu", before, after) == head + expected


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 100])
@pytest.mark.parametrize("changed", [(0,), (5,), (11,), (0, 7), (0, 8), (2, 3), (0, 11), (4, 12), (0, 6, 13)])
def test_a_diff_in_blocks(size: int, changed: tuple[int, ...]) -> None:
    """A text that is given in blocks has the diff of the whole, wherever the blocks are cut."""
    before = [f"{number}\n" for number in range(14)]
    after = [f"new {line}" if number in changed else line for number, line in enumerate(before)]
    told = Unified("m.menu")
    pieces: list[str] = []
    for at in range(0, len(before), size):
        pieces += told.add("".join(before[at : at + size]), "".join(after[at : at + size]))
    pieces += told.end()
    if changed != (2, 3):  # neighbours that are told apart are told one after the other
        assert "".join(pieces) == diff("m.menu", "".join(before), "".join(after))
    assert patched("".join(before), "".join(pieces)) == "".join(after)


def patched(before: str, patch: str) -> str:
    """What `patch` makes of it: every context and removed line must be there, or the patch does not apply."""
    old = re.findall(r"[^\n]*\n|[^\n]+", before)
    new: list[str] = []
    at = 0
    patch = re.sub(r"\n\\ No newline at end of file\n", "\0", patch)
    for line in re.findall(r"[^\n\0]*[\n\0]", patch)[2:]:
        sign, content = line[0], line[1:].removesuffix("\0")
        if hunk := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            new += old[at:start]
            at = start
            assert len(new) == int(hunk[3]) - (hunk[4] != "0")
        elif sign == "+":
            new.append(content)
        else:
            assert old[at] == content
            new += [content] if sign == " " else []
            at += 1
    return "".join(new + old[at:])


CHUNKS = st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "a\n" * 250, "new\n" * 230, "x\ny\nz\n"])
TEXTS = st.tuples(st.lists(CHUNKS, max_size=8).map("".join), st.sampled_from(["", "end", "a\r"])).map("".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_diff_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    """Applied to the first text, a diff gives the second, also when more is new than is compared at once."""
    patch = diff("m.menu", before, after)
    assert patched(before, patch) == after
    assert bool(patch) == (before != after)


@pytest.mark.parametrize(("before", "after"), [(None, []), ([], None)])
@pytest.mark.parametrize(("safe", "text"), [(True, "b"), (False, "b")])
def test_what_is_carried_may_not_be_known(before: Any, after: Any, safe: bool, text: str) -> None:
    """Where it is not known what a text carries before a fix, or after it, only what is found counts."""
    looks = {
        "a": Seen("a", (mend((0, 1, "b"), safe=safe),), carried=before),
        "b": Seen("b", (), carried=after),
    }
    assert mended("a", looks.__getitem__, unsafe=True).text == text
