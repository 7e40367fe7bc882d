"""Frames: each drawn by hand first, because where a caret stands is all that a frame is for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Edit, Finding, Fix, Label, Lines, Span
from smsc_codec.linter.reports import FileReport
from smsc_codec.linter.reports.change import changes
from tests.lint.report_cases import LOOP, at, finding, loop, shown


def framed(text: str, found: Finding, width: int = 0, color: bool = False) -> str:
    """The frame alone: without the empty line after it and the closing line."""
    report = shown("full", FileReport("main.menu", text, (found,)), width=width, color=color)
    frame, empty, closing = report.rpartition("\n\n")
    assert empty
    assert closing.startswith("Found 1 ")
    return frame + "\n"


def drawing(text: str, found: Finding, width: int = 0) -> str:
    """The frame below its two head lines."""
    title, arrow, rest = framed(text, found, width).split("\n", 2)
    assert title == "error[IVR104] err-loop: it is wrong"
    assert arrow.lstrip().startswith("--> main.menu:")
    return rest


def test_a_whole_finding() -> None:
    """Header, place of the main span, both labels, a note, and the change that the fix would make."""
    expected = """\
error[IVR104] err-loop: two numbers that never answer are dialled for ever
 --> main.menu:3:36
  |
2 | 5: call:79990000001 wait=10 ok:end err:6
  |                                    ----- no answer here: go to 6 ...
3 | 6: call:79990000002 wait=60 ok:end err:5
  |                                    ^^^^^ ... and back to where it started
  |
  = keys: 5, then no answer
help: send the last one to a label (unsafe)
3 - 6: call:79990000002 wait=60 ok:end err:5
3 + 6: call:79990000002 wait=60 ok:end err:callerr
"""
    assert framed(LOOP, loop()) == expected


CYRILLIC = "Здравствуйте\n1: Отдел продаж\n"
WIDE = "1: 日本語 и 中文\n"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
EMOJI = f"a {FAMILY} \U0001f1f7\U0001f1fa flag\n"
MARKS = "й и\u0306 й\n"
TABS = "\tend\tx\n"
HOSTILE = "1: \u202etxt\x1b[2J end\n"
CRLF = "1: one\r\n2: two\r\n3: three\r\n"
FAR = "".join(f"{number}: line\n" for number in range(1, 13))

DRAWINGS = {
    "Cyrillic": (
        CYRILLIC,
        finding(at(CYRILLIC, "продаж"), primary="тут"),
        """\
  |
2 | 1: Отдел продаж
  |          ^^^^^^ тут
""",
    ),
    "wide characters take two columns": (
        WIDE,
        finding(at(WIDE, "и"), labels=(Label(at(WIDE, "中文"), "Chinese"),)),
        """\
  |
1 | 1: 日本語 и 中文
  |           ^ ---- Chinese
""",
    ),
    "joined emoji and flags are one character of two columns": (
        EMOJI,
        finding(at(EMOJI, FAMILY), labels=(Label(at(EMOJI, "\U0001f1f7\U0001f1fa"), "two letters"),)),
        f"""\
  |
1 | a {FAMILY} \U0001f1f7\U0001f1fa flag
  |   ^^ -- two letters
""",
    ),
    "a combining mark stands over its letter, and its caret under both": (
        MARKS,
        finding(at(MARKS, "\u0306"), labels=(Label(Span(5, 6), "one character"),)),
        """\
  |
1 | й и\u0306 й
  |   ^ - one character
""",
    ),
    "tabs are expanded": (
        TABS,
        finding(at(TABS, "x"), labels=(Label(at(TABS, "\t", 2), "a tab"),)),
        """\
  |
1 |     end x
  |        - a tab
  |         ^
""",
    ),
    "what drives a terminal is spelt, and what follows it stays marked": (
        HOSTILE,
        finding(at(HOSTILE, "end"), labels=(Label(at(HOSTILE, "\u202e"), "turns \x07the text"),)),
        """\
  |
1 | 1: <U+202E>txt<U+001B>[2J end
  |    -------- turns <U+0007>the text
  |                           ^^^
""",
    ),
    "CRLF is no part of a line": (
        CRLF,
        finding(at(CRLF, "two"), primary="second"),
        """\
  |
2 | 2: two
  |    ^^^ second
""",
    ),
    "the end of a line": (
        CRLF,
        finding(at(CRLF, "\r\n", 2), primary="the ending"),
        """\
  |
2 | 2: two
  |       ^ the ending
""",
    ),
    "an empty span": (
        "1: end",
        finding(Span(3, 3), primary="here"),
        """\
  |
1 | 1: end
  |    ^ here
""",
    ),
    "the end of a text": (
        "1: end",
        finding(Span(6, 6), primary="'}' is missing"),
        """\
  |
1 | 1: end
  |       ^ '}' is missing
""",
    ),
    "the end of a text that ends its last line": (
        "1: end\n",
        finding(Span(7, 7)),
        """\
  |
2 |
  | ^
""",
    ),
    "an empty text": (
        "",
        finding(Span(0, 0), primary="nothing"),
        """\
  |
1 |
  | ^ nothing
""",
    ),
    "a span that leaves the text is cut to it": (
        "1: end",
        finding(Span(3, 99)),
        """\
  |
1 | 1: end
  |    ^^^
""",
    ),
    "a short span over several lines": (
        "1: a\n\n  2: b\n3: c\n",
        finding(Span(3, 12), primary="all this"),
        """\
  |
1 | 1: a
  |    ^
2 |
3 |   2: b
  |   ^^^^ all this
""",
    ),
    "a long span over several lines": (
        FAR,
        finding(Span(3, FAR.index("6:") + 2), primary="all this"),
        """\
  |
1 | 1: line
  |    ^^^^
...
6 | 6: line
  | ^^ all this
""",
    ),
    "a span of whole lines does not reach into the next one": (
        FAR,
        finding(Span(0, FAR.index("2:")), primary="this line"),
        """\
  |
1 | 1: line
  | ^^^^^^^ this line
""",
    ),
    "lines far apart, and one line between": (
        FAR,
        finding(
            at(FAR, "12"),
            labels=(Label(at(FAR, "2"), "first"), Label(at(FAR, "4"), "second")),
        ),
        """\
   |
 2 | 2: line
   | - first
 3 | 3: line
 4 | 4: line
   | - second
...
12 | 12: line
   | ^^
""",
    ),
    "marks that overlap": (
        "6: call:79990000002 wait=10",
        finding(
            Span(3, 27), primary="a call", labels=(Label(Span(3, 7), "to whom"), Label(Span(20, 27), ""))
        ),
        """\
  |
1 | 6: call:79990000002 wait=10
  |    ---- to whom
  |    ^^^^^^^^^^^^^^^^^^^^^^^^ a call
  |                     -------
""",
    ),
    "what is allowed, and notes": (
        "1: wait=180",
        finding(Span(3, 11), expected=("a", "b", "c"), notes=("first", "second\nline")),
        """\
  |
1 | 1: wait=180
  |    ^^^^^^^^
  |
  = expected: a, b or c
  = first
  = second<U+000A>line
""",
    ),
}


@pytest.mark.parametrize("case", DRAWINGS)
def test_drawings(case: str) -> None:
    """Every mark stands exactly under what it is about."""
    text, found, expected = DRAWINGS[case]
    assert drawing(text, found) == expected


def mended(text: str, *edits: Edit, safe: bool = True) -> Finding:
    """A finding at the first character with one fix."""
    return finding(Span(0, 1), fixes=(Fix("mend it", edits, safe),))


HELPS = {
    "an insertion in the middle": (
        "1: a\n2: b\n",
        [Edit(Span(6, 6), "0")],
        """\
2 - 2: b
2 + 20: b
""",
    ),
    "a line taken away": (
        "1: a\n2: b\n3: c\n",
        [Edit(Span(5, 10), "")],
        """\
2 - 2: b
""",
    ),
    "a line put in": (
        "1: a\n2: b\n",
        [Edit(Span(5, 5), "9: z\n")],
        """\
2 + 9: z
""",
    ),
    "a line added at the end": (
        "1: a\n",
        [Edit(Span(5, 5), "2: b")],
        """\
2 + 2: b
""",
    ),
    "two places far apart; the second moves by what the first added": (
        FAR,
        [Edit(at(FAR, "11:"), "z:"), Edit(at(FAR, "2: line"), "2: line\n2: more")],
        """\
 3 + 2: more
11 - 11: line
12 + z: line
""",
    ),
    "neighbouring lines change together": (
        "1: a\n2: b\n3: c\n",
        [Edit(Span(3, 4), "x"), Edit(Span(8, 9), "y")],
        """\
1 - 1: a
2 - 2: b
1 + 1: x
2 + 2: y
""",
    ),
    "CRLF is told only where it is all that changes": (
        "1: a\r\n2: b\r\n",
        [Edit(Span(4, 6), "\n"), Edit(Span(9, 10), "c")],
        """\
1 - 1: a
2 - 2: b
1 + 1: a
2 + 2: c
""",
    ),
    "an ending that changes": (
        "1: a\r\n2: b\n",
        [Edit(Span(4, 6), "\n")],
        """\
1 - 1: a<U+000D>
1 + 1: a
""",
    ),
    "a hostile text": (
        "1: a\u202e\n",
        [Edit(Span(4, 5), "")],
        """\
1 - 1: a<U+202E>
1 + 1: a
""",
    ),
}


@pytest.mark.parametrize("case", HELPS)
def test_what_a_fix_would_change(case: str) -> None:
    """The help shows the lines before and after, numbered as they are in the one and the other."""
    text, edits, expected = HELPS[case]
    _, _, help_lines = framed(text, mended(text, *edits)).partition("help: mend it\n")
    assert help_lines == expected


def test_a_large_change_is_cut() -> None:
    """A fix of a hundred lines does not fill the screen."""
    text = "x\n" * 100
    frame = framed(text, mended(text, Edit(Span(0, 200), "")))
    assert frame.count(" - x\n") == 8
    assert "... and 92 more\n" in frame


def test_an_unsafe_fix_says_so() -> None:
    """Who applies an unsafe fix is warned."""
    assert "help: mend it (unsafe)\n" in framed("1", mended("1", Edit(Span(0, 1), "2"), safe=False))


def test_a_long_line_in_a_terminal() -> None:
    """Every line is narrower than the terminal; the span and its text are seen; a long text gets its own lines."""
    text = "1: " + "а" * 500 + " wait=180 " + "б" * 500
    found = finding(
        at(text, "wait=180"),
        primary="this is longer than the service waits for anybody to answer",
        notes=("a note " * 20,),
    )
    # 72 columns less the gutter are 68; one is kept for a caret at the end: 29 before the span, 8, 30 after it.
    # The text of 59 columns does not fit behind the span, so it ends with the 68th column below.
    expected = (
        "  |\n"
        f"1 | ...{'а' * 25} wait=180 {'б' * 26}...\n"
        f"  | {' ' * 29}^^^^^^^^\n"
        f"  | {' ' * 9}this is longer than the service waits for anybody to answer\n"
    )
    frame = drawing(text, found, width=72)
    assert frame.startswith(expected)
    assert all(len(line) <= 72 for line in frame.splitlines())


def test_the_change_of_a_long_line_in_a_terminal() -> None:
    """Both versions are cut around what changes, so that it is seen at once."""
    text = "1: " + "а" * 5000 + " wait=180 " + "б" * 5000
    found = mended(text, Edit(at(text, "180"), "20"))
    _, _, change = framed(text, found, width=52).partition("help: mend it\n")
    # 52 columns less the head and one for a caret are 47. `18` differs from `2`: 22 before, 2, and 23 after it
    # in the one, 23 before, 1 and 23 after it in the other.
    expected = f"1 - ...{'а' * 13} wait=180 {'б' * 18}...\n1 + ...{'а' * 14} wait=20 {'б' * 18}...\n"
    assert change == expected


def test_a_line_of_a_megabyte_is_cut_without_a_terminal() -> None:
    """A log stays readable, and many findings in one line do not multiply it."""
    text = "x" * 1_000_000 + "!"
    frame = drawing(text, finding(at(text, "!")))
    assert len(frame) < 3000
    assert "x!\n" in frame


def test_colours_are_all_that_colour_adds() -> None:
    """Without the escapes the coloured report is the plain one, and the plain one has none."""
    plain, coloured = framed(LOOP, loop()), framed(LOOP, loop(), color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[IVR104]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


CLOSINGS = [
    ([FileReport("a", "x"), FileReport("b", "x")], "No problems found in 2 files."),
    ([], "Nothing was checked."),
    ([FileReport("a", "x", (finding(Span(0, 1)),))], "Found 1 error in 1 file."),
    (
        [
            FileReport("a", "x", (mended("x", Edit(Span(0, 1), "")),) * 2),
            FileReport("b", "x"),
            FileReport("c", "x", (finding(Span(0, 1), severity="warning"),)),
            FileReport("d", "x", (mended("x", Edit(Span(0, 1), ""), safe=False),)),
        ],
        "Found 3 errors and 1 warning in 3 files; 2 can be fixed with --fix (1 more with --unsafe-fixes).",
    ),
    (
        [
            FileReport(
                "a",
                "x",
                (
                    finding(Span(0, 1)),
                    finding(Span(0, 1), severity="warning"),
                    finding(Span(0, 1), severity="info"),
                    mended("x", Edit(Span(0, 1), ""), safe=False),
                ),
            ),
            FileReport("b", failure="gone"),
        ],
        "Found 2 errors, 1 warning and 1 info message in 1 file; 1 can be fixed with --fix --unsafe-fixes."
        " 1 file could not be checked.",
    ),
]


@pytest.mark.parametrize(("reports", "expected"), CLOSINGS)
def test_the_closing_line(reports: list[FileReport], expected: str) -> None:
    """It counts findings, the files that have some, what can be mended and how, and what was not checked."""
    assert shown("full", *reports).splitlines()[-1] == expected


def test_a_file_that_could_not_be_read() -> None:
    """A failure is an error of its own, with its file."""
    expected = "error: not UTF-8: byte 17 is 0xff\n --> a<U+000A>b.menu\n\n"
    assert shown("full", FileReport("a\nb.menu", failure="not UTF-8: byte 17 is 0xff")).startswith(expected)


SPANS = st.tuples(st.integers(-2, 50), st.integers(-2, 50)).map(lambda pair: Span(*pair))


@settings(deadline=None)
@given(
    st.text("ab\n\r\t \u0301\u202e\x1bя日", max_size=40),
    SPANS,
    st.lists(SPANS, max_size=3),
    st.sampled_from([0, 30, 80]),
)
def test_any_finding_can_be_drawn(text: str, span: Span, labels: list[Span], width: int) -> None:
    """No text and no span, however wrong, stops a report, and nothing but line feeds controls the terminal."""
    found = finding(
        span,
        primary="here\x1b",
        labels=tuple(Label(label, "there") for label in labels),
        fixes=(Fix("mend", tuple(Edit(label, "x\ny") for label in labels)),),
    )
    frame = framed(text, found, width)
    assert frame.replace("\n", "").isprintable() or "\u3000" in frame
    assert frame.count("here<U+001B>") == 1


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit(Span(16, 17), "x"), (9, 9, ["a"], ["x"], 9)),
        (Edit(Span(16, 17), "x\ny"), (9, 9, ["a"], ["x", "y"], 10)),
        (Edit(Span(14, 17), "x"), (8, 8, ["a", "a"], ["x"], 9)),
        (Edit(Span(18, 18), "x\n"), (10, 10, [], ["x"], 10)),
    ],
)
def test_lines_of_a_change(edit: Edit, told: tuple[int, int, list[str], list[str], int]) -> None:
    """A change has the numbers of its lines before and after, of which the greatest one is shown, too."""
    (block,) = changes(Lines("a\n" * 9), Fix("mend", (edit,)))
    assert (block.line, block.new_line, block.old, block.new, block.last) == told
