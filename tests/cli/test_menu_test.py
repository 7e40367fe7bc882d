"""`menu test`: transcripts as files, played against their menus; what is shown, written and counted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Cli

MENU = (
    "Hello!\n\n{menu: Press 1 for sales, 9 to leave.\n"
    "1: call:79990000000 wait=10 ok:end err:no\n9: end\nno: Busy}\n\nBye!"
)
SOUND = (
    "# all is well\n> hear\n> hear\n< 1\n> call 79990000000 wait 10\n"
    '< no answer\n> hear "Busy"\n< 9\n> leave "Bye!"\n'
)
WRONG = '> ...\n< 1\n> call 79990000001\n< no answer\n> hear "Nobody" ...\n'


@pytest.fixture
def calls(folder: Path) -> Path:
    """A menu with two transcripts beside it: one that fits, one that does not."""
    (folder / "shop.menu").write_text(MENU, encoding="utf-8")
    (folder / "shop.call").write_text(SOUND, encoding="utf-8")
    (folder / "shop.busy.call").write_text(WRONG, encoding="utf-8")
    return folder


def test_calls_that_are_as_told(cli: Cli, calls: Path) -> None:
    """A transcript is about the menu of its name beside it; one that fits is counted, exit code 0."""
    done = cli("menu", "test", "shop.call")
    assert (done.code, done.out, done.err) == (0, "1 call: 1 as told\n", "")


def test_a_difference_is_shown_at_its_place(cli: Cli, calls: Path) -> None:
    """A failure shows the line of the transcript, what it follows, and what came instead; exit code 1."""
    done = cli("menu", "test", ".")
    assert done.code == 1
    assert done.out == (
        "error call-differs: something else happens here\n"
        " --> shop.busy.call:3:1\n"
        "  |\n"
        "2 | < 1\n"
        "  | --- after this\n"
        "3 | > call 79990000001\n"
        "  | ^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = instead: > call 79990000000 wait 10\n"
        "\n"
        "error call-differs: something else happens here\n"
        " --> shop.busy.call:5:1\n"
        "  |\n"
        "4 | < no answer\n"
        "  | ----------- after this\n"
        '5 | > hear "Nobody" ...\n'
        "  | ^^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        '  = instead: > hear "Busy"\n'
        "\n"
        "2 calls: 1 as told, 1 not\n"
    )


def test_update_writes_what_happens_now(cli: Cli, calls: Path) -> None:
    """`--update` writes the lines that differ and no others; what fits already is not touched."""
    before = (calls / "shop.call").stat().st_mtime_ns
    done = cli("menu", "test", "--update", ".")
    assert (done.code, done.out) == (0, "2 calls: 2 as told\n")
    assert done.err == "smsc-codec: shop.busy.call: written\n"
    fresh = (calls / "shop.busy.call").read_text(encoding="utf-8")
    assert fresh == '> ...\n< 1\n> call 79990000000 wait 10\n< no answer\n> hear "Busy"\n'
    assert (calls / "shop.call").stat().st_mtime_ns == before


def test_update_keeps_encoding_and_line_ends(cli: Cli, folder: Path) -> None:
    """What is written is in the encoding and line ends that the transcript has."""
    (folder / "a.menu").write_text("Привет {menu: Нажмите 1\n1: end}", encoding="utf-8")
    (folder / "a.call").write_bytes("# как есть\r\n< 1\r\n> nothing\r\n".encode("windows-1251"))
    assert cli("menu", "test", "--update", "a.call").code == 0
    assert (folder / "a.call").read_bytes() == "# как есть\r\n< 1\r\n> leave\r\n".encode("windows-1251")


def test_what_cannot_come_any_more_stays(cli: Cli, folder: Path) -> None:
    """`--update` says what it cannot mend: a key behind the end of the call."""
    (folder / "a.menu").write_text("Hi {menu: Press 1\n1: end}", encoding="utf-8")
    (folder / "a.call").write_text("< 1\n> nothing\n< 1\n> hear\n", encoding="utf-8")
    done = cli("menu", "test", "--update", "a.call")
    assert done.code == 1
    assert "'1' cannot come: the call is over" in done.out
    assert (folder / "a.call").read_text(encoding="utf-8") == "< 1\n> leave\n< 1\n> hear\n"


MENUS: list[tuple[dict[str, str], str]] = [
    ({"a.menu": MENU, "a.call": "< 9"}, ""),
    ({"a.ivr": MENU, "a.call": "< 9"}, ""),
    ({"a.menu": MENU, "a.one.two.call": "< 9"}, ""),
    ({"a.menu": "no menu", "a.one.menu": MENU, "a.one.call": "< 9"}, ""),
    ({"menus/x y.menu": MENU, "calls/a.call": "menu: ../menus/x y.menu\n< 9"}, ""),
    ({"b.txt": MENU, "a.call": "menu: b.txt\n< 9"}, ""),
    ({"a.call": "< 9"}, "this call does not name its menu: no a.menu, a.ivr beside it"),
    ({"a.menu": MENU, "a.call": "menu: b.menu\n< 9"}, "there is no menu 'b.menu'"),
    ({"a.menu": "Hello", "a.call": "< 9"}, "a.menu: this file has no menu to play"),
    ({"a.menu": "{menu: x}", "a.call": "< 9"}, "a.menu: this file has no menu to play"),
    ({"a.menu": "\0", "a.call": "< 9"}, "a.menu: not a text: NUL byte at offset 0"),
    ({"a.menu": MENU, "a.call": "\0"}, "not a text: NUL byte at offset 0"),
    ({"a.menu": MENU, "b.call/x": "", "c.call": "menu: b.call\n< 9"}, "b.call: Is a directory"),
]


@pytest.mark.parametrize(("made", "trouble"), MENUS)
def test_which_menu_a_call_is_about(cli: Cli, folder: Path, made: dict[str, str], trouble: str) -> None:
    """The menu is the one that is named, seen from the transcript, or the one beside it; else it is said."""
    for name, text in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = cli("menu", "test", "calls" if (folder / "calls").exists() else ".")
    assert done.code == (1 if trouble else 0), done.out
    assert trouble in done.out
    assert ("1 call: 0 as told, 1 cannot be played" if trouble else "1 call: 1 as told") in done.out


def test_a_transcript_with_problems_is_not_played(cli: Cli, calls: Path) -> None:
    """What the linter calls an error is shown as the linter shows it, and the call does not count as told."""
    (calls / "shop.call").write_text("< 1\n> dial 7999\n> leave\n", encoding="utf-8")
    done = cli("menu", "test", "shop.call")
    assert done.code == 1
    assert "error[CAL002] call-event: " in done.out
    assert " --> shop.call:2:3\n" in done.out
    assert done.out.endswith("1 call: 0 as told, 1 not\n")


def test_a_menu_with_problems_is_played(cli: Cli, folder: Path) -> None:
    """The machine runs what could be read of a menu; that there is more is said."""
    (folder / "a.menu").write_text(
        "Hi {menu: Press 1, 2\n1: call:bob\n2: end\n3: record: ten", encoding="utf-8"
    )
    (folder / "a.call").write_text("< 2\n> leave\n", encoding="utf-8")
    done = cli("menu", "test", "a.call")
    assert (done.code, done.out) == (0, "1 call: 1 as told\n")
    assert done.err == "smsc-codec: a.menu: not all of it could be read; 'smsc-codec lint a.menu' says why\n"


def test_coverage(cli: Cli, calls: Path) -> None:
    """`--cover` says how much of what callers can come to was covered, fails below, and names what is missing."""
    done = cli("menu", "test", "--cover", "60", "shop.call")
    assert (done.code, done.out) == (1, (
        "shop.menu: 3 of 3 items, 3 of 6 edges (50 %)\n"
        "  not covered: wrong key in menu\n"
        "  not covered: silence in menu\n"
        "  not covered: answered in call 1.1\n"
        "1 call: 1 as told\n"
    ))  # fmt: skip
    assert cli("menu", "test", "--cover", "50", "shop.call").code == 0
    (calls / "shop.rest.call").write_text("< 7\n< silence\n< 1\n< answered\n> leave\n", encoding="utf-8")
    done = cli("menu", "test", "--cover", "100", "shop.call", "shop.rest.call")
    assert (done.code, done.out.splitlines()[0]) == (0, "shop.menu: 3 of 3 items, 6 of 6 edges (100 %)")


def test_coverage_of_other_readings(cli: Cli, calls: Path) -> None:
    """A transcript under another reading of the page's silence counts under it, and what it adds must be covered."""
    (calls / "shop.call").write_text("silence: leave\n< silence\n> leave\n", encoding="utf-8")
    done = cli("menu", "test", "--cover", "0", "shop.call")
    assert done.out.splitlines()[0] == "shop.menu: 0 of 3 items, 1 of 6 edges (0 %)"


@pytest.mark.parametrize("percent", ["-1", "101", "most"])
def test_coverage_is_a_percentage(cli: Cli, calls: Path, percent: str) -> None:
    """What is no percentage is a mistake in usage, exit code 2."""
    assert cli("menu", "test", "--cover", percent, "shop.call").code == 2


def test_junit(cli: Cli, calls: Path) -> None:
    """The results have the shape that CI systems read: true totals, a case a call, failures with their text."""
    (calls / "lost.call").write_text("< 9", encoding="utf-8")
    (calls / "shop.strange.call").write_text('> hear "a\x01b & <c>"\n', encoding="utf-8")
    done = cli("menu", "test", "--junit", "out.xml", "--cover", "99", ".")
    assert done.code == 1
    top = ElementTree.parse(calls / "out.xml").getroot()
    assert top.tag == "testsuites"
    (suite,) = top
    cases = list(suite)
    assert [case.get("name") for case in cases] == [
        "lost.call", "shop.busy.call", "shop.call", "shop.strange.call", "coverage",
    ]  # fmt: skip
    for totals in (top, suite):
        assert totals.get("tests") == str(len(cases))
        assert totals.get("failures") == str(len(suite.findall("testcase/failure"))) == "3"
        assert totals.get("errors") == str(len(suite.findall("testcase/error"))) == "1"
        assert float(totals.get("time", "")) >= 0
    assert suite.get("name")
    assert suite.get("skipped") == "0"
    for case in cases:
        assert case.tag == "testcase"
        assert {"classname", "name", "time"} <= set(case.keys())
        assert len(case) <= 1
        for trouble in case:
            assert {"message", "type"} == set(trouble.keys())
            assert trouble.text
    busy = cases[1][0]
    assert busy.get("message") == "line 3, column 1: something else happens here"
    assert "3 | > call 79990000001" in (busy.text or "")
    assert 'hear "a<U+0001>b & <c>"' in (cases[3][0].text or "")


def test_junit_that_cannot_be_written(cli: Cli, calls: Path) -> None:
    """A file that cannot be written is said, exit code 2, after the report was shown."""
    done = cli("menu", "test", "--junit", "nowhere/out.xml", "shop.call")
    assert (done.code, done.out) == (2, "1 call: 1 as told\n")
    assert "nowhere/out.xml: not written" in done.err


def test_usage(cli: Cli, calls: Path) -> None:
    """No path, an unknown command and a broken configuration are mistakes in usage; a folder without calls fails."""
    assert cli("menu", "test").code == 2
    assert "Did you mean 'test'?" in cli("menu", "tset").err
    (calls / "empty").mkdir()
    done = cli("menu", "test", "empty")
    assert (done.code, done.out) == (1, "")
    assert "no calls to play" in done.err
    (calls / "smsc-codec.toml").write_text("menu = 5", encoding="utf-8")
    assert cli("menu", "test", "shop.call").code == 2


def test_policies_of_the_configuration(cli: Cli, calls: Path) -> None:
    """The configuration says what the service does where its page is silent, and a transcript goes before it."""
    (calls / "smsc-codec.toml").write_text('[menu]\nsilence = "leave"\n', encoding="utf-8")
    (calls / "shop.call").write_text("< silence\n> leave\n", encoding="utf-8")
    assert cli("menu", "test", "shop.call").code == 0
    (calls / "shop.call").write_text("silence: wait\n< silence\n> nothing\n", encoding="utf-8")
    assert cli("menu", "test", "shop.call").code == 0


SECRET = "q7w3e9rT5y"


def test_no_secret_of_the_menu_is_shown_or_written(cli: Cli, folder: Path) -> None:
    """A password in a handler's address stays in the menu: no report and no update has it."""
    address = f"https://a.example/x?login=alex&psw={SECRET}"
    (folder / "a.menu").write_text(f"Hi {{menu: Press 1\n1: {address}\n1: end}}", encoding="utf-8")
    (folder / "a.call").write_text("< 1\n> leave\n", encoding="utf-8")
    done = cli("menu", "test", "--junit", "out.xml", "a.call")
    assert done.code == 1
    assert "instead: > notify" in done.out
    cli("menu", "test", "--update", "a.call")
    assert (folder / "a.call").read_text(encoding="utf-8") == "< 1\n> notify\n> leave\n"
    written = "".join(path.read_text(encoding="utf-8") for path in (folder / "out.xml", folder / "a.call"))
    assert SECRET not in done.out + done.err + written


def test_standard_input(cli: Cli, calls: Path) -> None:
    """A transcript from standard input names its menu; `--update` writes it to standard output."""
    done = cli("menu", "test", "-", stdin="menu: shop.menu\n< 9\n> leave\n")
    assert (done.code, done.out) == (0, "1 call: 1 as told\n")
    assert "this call does not name its menu" in cli("menu", "test", "-", stdin="< 9\n").out


def test_the_calls_are_played_in_a_process_of_their_own(calls: Path) -> None:
    """The installed program does the same, without loading Lark or pytest."""
    program = (
        "import sys; from smsc_codec.cli import run; code = run(['menu', 'test', 'shop.call']);"
        "assert not {'lark', 'pytest', '_pytest'} & set(sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=calls, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout) == (0, "1 call: 1 as told\n"), done.stderr
