"""Reports as a whole, line by line: what stands in them, and what does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec import structs

from smsc_codec.cli import parts_picture, parts_report
from smsc_codec.cli.octet_rows import Row
from smsc_codec.cli.octet_table import table
from smsc_codec.linter.reports import Style
from tests.cli.conftest import Cli

MENU = """\
Hello.
{menu: Press 1 for the office, 2 for Anna, 3 to leave a message.
1: call:79990000001,79990000002 wait=20 ok:end err:busy
2: Press 3
21: Anna is out.
3: record: 30
3: end
41: Who comes here?
busy: All are busy.
}
"""
OTHER = (
    MENU.replace("79990000002", "79990000003")
    .replace("21: Anna is out.", "21: end")
    .replace("record: 30", "record: 40")
)
PLAIN = "Hi.\n{menu: Press 1 to leave.\n1: end}\n"
# A call rings for up to 20 s, a record is up to 30 s: that, the greeting and the words for it is the longest way.
EXPLORED = """\
a.menu: 6 of 7 states, 11 of 14 edges
where the page is silent: wrong-key err-label, silence wait, after-leaf parent, after-call next

Ending     keys        shortest  median  longest
talk at 1  1 answered     3.8 s  14.5 s   25.2 s
end at 3   3 recorded     3.8 s  19.5 s   35.2 s

Callers get stuck in 1 place and can only hang up:
  menu 2       press 2

Nothing leads to: 41

Numbers, in the order in which callers first come to them:
  79990000001      at 1, rings up to 20 s; press 1
  79990000002      at 1, rings up to 20 s, number 2 of its call; press 1
"""
READINGS = """
However the service reads what its page does not say (36 readings):
  left by talk at 1
  left by end at 3
  nothing leads to 41
  dialled: 79990000001, 79990000002

Under some readings only:
  left by item at 21: after-leaf leave (12 of 36)
  left by silence at the menu, 2: silence leave (18 of 36)
  left by silence at 21: silence leave; after-leaf stay (6 of 36)
  left by wrong key at the menu, 2: wrong-key leave (12 of 36)
  left by wrong key at 21: wrong-key leave; after-leaf stay (4 of 36)
  callers get stuck at menu 2: wrong-key err-label or prompt-again; silence wait; after-leaf parent or stay (8 of 36)
"""
DIFFERENT = """\
b.menu: other behaviour for callers
  key 1 now dials 79990000001, 79990000003 for up to 20 s; before: dials 79990000001, 79990000002 for up to 20 s
  key 3 now records up to 40 s; before: records up to 30 s
  key 21 now leaves; before: speaks; waits in menu 2
  79990000002 is not dialled any more
  79990000003 is dialled now
  callers no longer get stuck at menu 2
"""
IN_A_TABLE = """\
**`b.menu`: other behaviour for callers**

| What | Before | After | How callers come to it |
|---|---|---|---|
| key 1 | dials 79990000001, 79990000002 for up to 20 s | dials 79990000001, 79990000003 for up to 20 s | press 1 |
| key 3 | records up to 30 s | records up to 40 s | press 3 |
| key 21 | speaks; waits in menu 2 | leaves | press 2, press 1 |

- 79990000002 is not dialled any more
- 79990000003 is dialled now
- callers no longer get stuck at menu 2
"""


@pytest.fixture(autouse=True)
def menus(folder: Path) -> None:
    for name, text in {"a": MENU, "b": OTHER, "plain": PLAIN}.items():
        (folder / f"{name}.menu").write_text(text, encoding="utf-8")


def test_explored(cli: Cli) -> None:
    """Endings, traps, dead keys and numbers, each only where there are some; costs only where a price is given."""
    report, _, aloud = cli("menu", "explore", "a.menu").out.partition("\nRead aloud at ")
    assert report == EXPLORED
    rate, *texts = aloud.splitlines()
    assert rate == "14 English characters a second, 15 % faster to 15 % slower:"
    # Six characters at 14 a second, 15 % faster and slower: 0.37 and 0.50 s.
    assert texts[0] == "  START TEXT  0.4 to 0.5 s (6 English characters)"
    assert (
        cli("menu", "explore", "--policies", "a.menu").out == f"{EXPLORED}\nRead aloud at {aloud}{READINGS}"
    )
    lines = cli("menu", "explore", "plain.menu").out.partition("\nRead aloud")[0].splitlines()
    assert [line.split("  ")[0] for line in lines[3:]] == ["Ending", "end at 1"]
    priced = cli("menu", "explore", "--price", "3", "a.menu").out.splitlines()
    assert [line[-12:] for line in priced[3:6]] == ["        cost", "0.19 to 1.26", "0.19 to 1.76"]


def test_compared(cli: Cli) -> None:
    """What changed for callers; a difference under every reading needs no list of them."""
    assert cli("menu", "diff", "a.menu", "b.menu").out == DIFFERENT
    said = "a difference under 36 of 36 readings of what the service's page does not say\n"
    assert cli("menu", "diff", "--policies", "a.menu", "b.menu").out == DIFFERENT + said
    assert (
        cli("menu", "diff", "--format", "markdown", "a.menu", "b.menu").out.rstrip("\n") + "\n" == IN_A_TABLE
    )


def test_compared_by_git(cli: Cli) -> None:
    """Git gives seven arguments, or nine for a renamed file, and wants exit code 0; names are those that it knows."""
    seven = ["main.menu", "a.menu", "0" * 7, "100644", "b.menu", "0" * 7, "100644"]
    done = cli("menu", "diff", *seven)
    assert (done.code, done.out.splitlines()[0]) == (0, "main.menu: other behaviour for callers")
    done = cli("menu", "diff", *seven, "renamed.menu", "similarity index 90%")
    assert (done.code, done.out.splitlines()[0]) == (0, "renamed.menu: other behaviour for callers")
    done = cli("menu", "diff", "main.menu", "gone.menu", *seven[2:])
    assert (done.code, "main.menu: " in done.err) == (0, True)
    new = ["main.menu", "/dev/null", ".", ".", "a.menu", "0" * 7, "100644"]
    assert "key 1 is new" in cli("menu", "diff", *new).out
    assert cli("menu", "diff", *seven, "renamed.menu").code == 2


# 48 characters and 170 more, of which four are in no Latin alphabet: 218 units of UCS-2 are 3 * 67 + 17.
DEAR = "Hello — “it” is, a dear sign: № and it goes on. " + 170 * "a"
DEAR_SHOWN = f"""\
<stdin>: 4 parts, UCS-2 (Cyrillic rate), 218 units, 67 a part, 50 left in the last
= charset: windows-1251, utf-8

1/4 {40 * "#"}  67/67
    Hello — “it” is, a dear sign: № and it goes on. {19 * "a"}|>
2/4 {40 * "#"}  67/67
    {67 * "a"}|>
3/4 {40 * "#"}  67/67
    {67 * "a"}|>
4/4 {11 * "#"}{29 * "."}  17/67
    {17 * "a"}|

expensive: 4 characters that the Latin alphabet lacks; the first: line 1, column 7
  |
1 | Hello — “it” is, a dear sign: № and it goes on. {44 * "a"}...
  |       ^
  = U+2014 EM DASH: '-' says the same
  = with all of them replaced: 2 parts instead of 4, saves 2
"""
# Of 19 letters and quotes ten look like nothing Latin: П и в т, м и, э т, т т.
LASTING = "Привет, мир — “это” тест\n"
LASTING_SHOWN = f"""\
<stdin>: 1 part, UCS-2 (Cyrillic rate), 24 units of 70, 46 left
= charset: windows-1251, utf-8

1/1 {14 * "#"}{26 * "."}  24/70
    Привет, мир — “это” тест|

expensive: 19 characters that the Latin alphabet lacks; the first: line 1, column 1
  |
1 | Привет, мир — “это” тест
  | ^
  = U+041F CYRILLIC CAPITAL LETTER PE: nothing in the Latin alphabet says the same
  = 10 of 19 have no replacement, and replacing some saves nothing
  = with translit=1: still 1 part, since other characters keep it UCS-2
  = with translit=2: still 1 part, since other characters keep it UCS-2
  = translit begins `Privet, mir — “eto” test`, by the usual letters: the service publishes no table
"""


@pytest.mark.parametrize(
    ("text", "shown"), [(DEAR, DEAR_SHOWN), (LASTING, LASTING_SHOWN)], ids=["saves", "saves nothing"]
)
def test_parts_drawn(cli: Cli, text: str, shown: str) -> None:
    """SEG-1, SEG-2: the parts with their units, and what makes them dear."""
    out = cli("parts", stdin=text).out
    assert out.replace("█", "#").replace("░", ".") == shown


def test_parts_cut(cli: Cli) -> None:
    """SEG-4: what one part holds of it is 70 characters; the other 148 are shown as lost."""
    out = cli("parts", "--maxsms", "1", stdin=DEAR).out
    assert out.endswith(f"\nmaxsms=1 cuts after character 70: 148 characters lost\n  - {148 * 'a'}\n")


def test_parts_of_a_plain_text(cli: Cli) -> None:
    """A text in the Latin alphabet has nothing that could be replaced."""
    found = json.loads(cli("parts", "--json", stdin="Hello").out)
    assert (found["costly"], found["replaced"], found["translit"]) == (None, None, {})
    assert cli("parts", stdin="Hello").out.count("dear") == 0


@pytest.mark.parametrize("width", [30, 47, 80])
def test_parts_fill_the_terminal(width: int) -> None:
    """The line with the character that is dear is as long as the terminal is wide, but for one column."""
    made = parts_report.report(DEAR, parts_report.Options())
    drawn = list(parts_picture.picture("a", parts_report.message(DEAR), made, Style(width=width), "#."))
    (line,) = [line for line in drawn if line.startswith("1 | ")]
    assert len(line) == width - 1


def test_octets_drawn() -> None:
    """Outer rows stand out, wrong ones more so; a line has eight octets, on a narrow terminal four."""
    rows = [Row(0, 0, 9, "outer"), Row(1, 9, 10, "inner"), Row(1, 9, 9, "bad", wrong=True)]
    data = bytes(range(10))
    assert list(table(data, rows, Style(width=70))) == [
        " 0  00 01 02 03 04 05 06 07  outer",
        " 8  08",
        " 9  09                         inner",
        " 9                             bad",
    ]
    assert len(list(table(data, rows, Style(width=69)))) == 5
    colored = list(table(data, rows, Style(True)))
    assert "\x1b[1mouter" in colored[0]
    assert "  inner" in colored[2]
    assert "\x1b[1;31mbad" in colored[3]


@pytest.mark.parametrize(("width", "wide"), [(10, 19), (24, 19), (25, 21), (60, 55)])
def test_words_on_a_narrow_terminal(width: int, wide: int) -> None:
    """Words are broken to the terminal's width less what stands before them, but never to fewer than 20 columns."""
    lines = list(parts_picture._wrapped("  =", " ".join(40 * "a"), Style(width=width)))
    assert len(lines[0]) == len("  = ") + wide


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (2, "2 parts instead of 3, saves 1"),
        (3, "still 3 parts"),
        (5, "5 parts instead of 3, 2 more"),
        (1, "1 part instead of 3, saves 2"),
    ],
)
def test_what_rewriting_saves(parts: int, said: str) -> None:
    """Fewer parts, as many, or more of them."""
    report = structs.replace(parts_report.report("a", parts_report.Options()), parts=3)
    made = parts_report.Rewritten("a", "gsm7", 1, parts)
    assert list(parts_picture._saving("with it", report, made, Style())) == [f"  = with it: {said}"]
