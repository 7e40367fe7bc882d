"""Fixes one by one, as somebody wants them (`--fix --ask`), and fixes without a report (`--fix-only`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Edit, Finding, Fix, Span
from smsc_codec.linter.asking import Answer, Offer, mend_asking
from smsc_codec.linter.block import Block, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.fixes import mend
from smsc_codec.linter.line import Line
from tests.cli import samples
from tests.cli.conftest import Cli

#: Two fixes that are safe, of different rules, and one that is not.
TWO = "Hi!\n\n{menu: Press 1 to leave, 2 for sales, hash to hear this again.\n#: START\n1: END\n2: Sales\n}\n\nBye!\n"
DIALOGUE = [
    # The answers, what is written, how many were made, the exit code.
    ("y\ny\n", {"#: start", "1: end"}, 2),
    ("n\ny\n", {"#: START", "1: end"}, 1),
    ("y\nn\n", {"#: start", "1: END"}, 1),
    ("n\nn\n", {"#: START", "1: END"}, 0),
    ("a\n", {"#: start", "1: end"}, 2),
    ("n\na\n", {"#: START", "1: end"}, 1),
    ("q\n", {"#: START", "1: END"}, 0),
    ("y\nq\n", {"#: start", "1: END"}, 1),
    ("", {"#: START", "1: END"}, 0),
    ("y", {"#: start", "1: END"}, 1),
    ("what?\n\n Yes \nNO\n", {"#: start", "1: END"}, 1),
    ("да\nвсё\n", {"#: start", "1: end"}, 2),
    ("y\r\nn\r\n", {"#: start", "1: END"}, 1),
]


@pytest.mark.parametrize(("answers", "lines", "made"), DIALOGUE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_dialogue(cli: Cli, folder: Path, answers: str, lines: set[str], made: int, end: str) -> None:
    """Each fix is asked for; yes makes it, no leaves it, all makes the rest, no more and the end of answers stop."""
    path = folder / "меню.menu"
    path.write_bytes(b"\xef\xbb\xbf" + TWO.replace("\n", end).encode())
    done = cli("lint", "--fix", "--ask", stdin=answers)
    now = path.read_bytes()
    assert now.startswith(b"\xef\xbb\xbf")
    assert now.count(b"\r\n") == (now.count(b"\n") if end == "\r\n" else 0)
    assert {line for line in now.decode("utf-8-sig").split(end) if line[:2] in ("#:", "1:")} == lines
    assert f"{made} problem{'s' * (made != 1)} fixed" in done.err
    assert ("IVR009" in done.out) is (made < 2)


def test_what_is_shown(cli: Cli, folder: Path) -> None:
    """The finding, what the fix does, and the change as a diff stand before each question, beside the report."""
    (folder / "a.menu").write_text(TWO, encoding="utf-8")
    done = cli("lint", "--ask", "--format", "json", stdin="n\ny\n")
    assert done.out.startswith('{"version":1,')
    first, second, _ = done.err.split("q: no more")
    assert "a.menu:4:4: " in first
    assert "\n-#: START\n+#: start\n" in first
    assert "\n-1: END\n+1: end\n" in second
    assert "\n #: START\n" in second


def test_unsafe_ones_are_asked_for_last(cli: Cli, folder: Path) -> None:
    """Fixes that may change the meaning are only offered with `--unsafe-fixes`, and are called so."""
    (folder / "a.menu").write_text(samples.UNCLOSED, encoding="utf-8")
    assert "(unsafe)" not in cli("lint", "--ask", stdin="y\n" * 9).err
    done = cli("lint", "--ask", "--unsafe-fixes", stdin="y\n" * 9)
    assert "(unsafe)" in done.err
    assert (folder / "a.menu").read_text(encoding="utf-8").rstrip().endswith("}")


def test_nothing_to_ask_about(cli: Cli, folder: Path) -> None:
    """Where no fix comes up, that is said, and how to be asked about others; never silence."""
    (folder / "a.menu").write_text("Hi!\n{menu: Press 1.\n1: cal:79990000000 err:0}\n", encoding="utf-8")
    said = "smsc-codec: --ask: there is no safe fix to ask about; '--unsafe-fixes' asks about the others, too"
    assert said in cli("--lang", "en", "lint", "--ask", "a.menu", stdin="y\n").err.splitlines()
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    done = cli("--lang", "en", "lint", "--ask", "--unsafe-fixes", "a.menu", stdin="y\n")
    assert "smsc-codec: --ask: there is no fix to ask about" in done.err.splitlines()


def test_secrets_are_not_shown(cli: Cli, folder: Path) -> None:
    """What a request hides stays hidden in the questions."""
    url = "https://smsc.ru/sys/send.php?login=me&psw=Hunter2secret&phones=79990000000&mes=x&cherset=utf-8"
    (folder / "a.request").write_text(url + "\n", encoding="utf-8")
    done = cli("lint", "--ask", "--unsafe-fixes", stdin="n\n" * 20)
    assert "Hunter2" not in done.err + done.out


def test_no_more_is_for_all_files(cli: Cli, folder: Path) -> None:
    """`q` leaves the other files as they are, `a` mends them, too; each file is asked for by its name."""
    for name in "abc":
        (folder / f"{name}.menu").write_text(samples.FIXABLE, encoding="utf-8")
    done = cli("lint", "--ask", stdin="n\nq\n")
    assert [name for name in "abc" if f"{name}.menu:5:" in done.err] == ["a", "b"]
    assert all((folder / f"{name}.menu").read_text(encoding="utf-8") == samples.FIXABLE for name in "abc")
    cli("lint", "--ask", stdin="n\na\n")
    assert [(folder / f"{name}.menu").read_text(encoding="utf-8") == samples.CLEAN for name in "abc"] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("arguments", [["-"], ["--diff", "."]])
def test_refused(cli: Cli, folder: Path, arguments: list[str]) -> None:
    """Standard input cannot be both the text and the answers, and a diff asks nothing."""
    done = cli("lint", "--fix", "--ask", *arguments, stdin=samples.FIXABLE)
    assert (done.code, done.out, "--ask: " in done.err) == (2, "", True)


BAD = [
    samples.UNCLOSED,
    TWO,
    samples.FIXABLE,
    samples.ERROR.replace("err:1", "er:1"),
    "{menu: a\n1 end\n1: END\n2: ent}",
]


@given(st.sampled_from(BAD), st.booleans())
@settings(max_examples=20, deadline=None)
def test_yes_to_all_is_what_fix_does(text: str, unsafe: bool) -> None:
    """Who wants every fix, one by one, comes to a text in which nothing is left to fix, as with `--fix`."""
    line = Line(Settings())
    (asked,) = mend_asking(line.judge("menu", Text(text)), lambda offer: "yes", unsafe=unsafe)
    again = list(mend(line.judge("menu", Text(asked.after.text)), unsafe=unsafe))
    assert again[0].applied == 0
    assert (asked.applied == 0) is (asked.after.text == text)


@given(st.sampled_from(BAD), st.lists(st.sampled_from(["yes", "no"]), max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_answers(text: str, answers: list[Answer]) -> None:
    """Nothing is offered twice, each offer changes the text as it is then, and what is refused is not made."""
    line = Line(Settings())
    turns = iter(answers)
    now = [text]
    seen: list[tuple[str, str]] = []

    def ask(offer: Offer) -> Answer:
        assert offer.before == now[0] != offer.after
        assert (offer.before, offer.after) not in seen
        seen.append((offer.before, offer.after))
        answer = next(turns, "quit")
        if answer == "yes":
            now[0] = offer.after
        return answer  # type: ignore[return-value]

    (done,) = mend_asking(line.judge("menu", Text(text)), ask, unsafe=True)
    assert done.after.text == now[0]
    assert len(seen) <= len(answers) + 1


def block(text: str, find: Callable[[str], list[Finding]]) -> Block:
    """A text with what a function finds in it."""
    return Block(
        text, tuple(find(text)), (), 1, None, lambda: None, lambda: text, lambda new: block(new, find)
    )


def one_edit(code: str, place: Span, text: str, *, safe: bool = True) -> Finding:
    return Finding(code, code, "warning", "m", place, fixes=(Fix("f", (Edit(place, text),), safe),))


def test_what_was_refused_is_known_where_it_is_then() -> None:
    """A fix that was refused is not offered again where another one, made before it in the text, has moved it."""

    def find(text: str) -> list[Finding]:
        found = [one_edit("A", Span(at, at + 1), "x") for at, sign in enumerate(text) if sign == "a"]
        return found + [
            one_edit("B", Span(at, at + 1), "ccc", safe=False) for at, sign in enumerate(text) if sign == "b"
        ]

    asked: list[str] = []

    def ask(offer: Offer) -> Answer:
        asked.append(offer.finding.code)
        return "no" if offer.finding.code == "A" else "yes"

    (done,) = mend_asking([block("b a b a", find)], ask, unsafe=True)
    assert done.after.text == "ccc a ccc a"
    assert asked == ["A", "A", "B", "B"]


def test_no_circle() -> None:
    """Two fixes that undo each other are each made once: a text that was there before is not offered."""

    def find(text: str) -> list[Finding]:
        at = text.index("x")
        edits = (
            (Edit(Span(0, 1), ""), Edit(Span(2, 2), "x"))
            if at == 0
            else (Edit(Span(0, 0), "x"), Edit(Span(1, 2), ""))
        )
        return [Finding("A", "a", "warning", "m", Span(at, at + 1), fixes=(Fix("f", edits, True),))]

    asked: list[str] = []

    def ask(offer: Offer) -> Answer:
        asked.append(offer.after)
        assert len(asked) < 10
        return "yes"

    list(mend_asking([block("x-", find)], ask))
    assert asked == ["-x"]


# -- --fix-only ----------------------------------------------------------------------------------


def test_fix_only(cli: Cli, folder: Path) -> None:
    """Fixes are made, nothing is reported, and what is left does not count; `--fix` need not be said."""
    (folder / "a.menu").write_text(TWO.replace("2: Sales", "2: call:79990000000 err:2"), encoding="utf-8")
    done = cli("lint", "--fix-only")
    assert (done.code, done.out, done.err) == (0, "", "smsc-codec: 2 problems fixed\n")
    assert "1: end" in (folder / "a.menu").read_text(encoding="utf-8")
    assert cli("lint").code == 1
    assert cli("lint", "--fix-only", "-q").err == ""
    piped = cli("lint", "--fix-only", "-", stdin=samples.FIXABLE)
    assert (piped.code, piped.out) == (0, samples.CLEAN)


def test_fix_only_tells_what_could_not_be_done(cli: Cli, folder: Path) -> None:
    """A file that cannot be read or written is told, and the exit code is 1; a diff is shown as ever."""
    (folder / "a.menu").write_bytes(b"a\0")
    done = cli("lint", "--fix-only")
    assert (done.code, done.out, "a.menu: not a text" in done.err) == (1, "", True)
    (folder / "a.menu").write_text(samples.FIXABLE, encoding="utf-8")
    done = cli("lint", "--fix-only", "--diff")
    assert (done.code, "+1: end" in done.out, "IVR009" in done.err) == (1, True, False)
    assert (folder / "a.menu").read_text(encoding="utf-8") == samples.FIXABLE
    assert cli("lint", "--fix-only", "-o", "x").code == 2
