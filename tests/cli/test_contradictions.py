"""Options of `lint` that contradict each other are a usage error: none is passed over in silence."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.cli import samples
from tests.cli.conftest import Cli

BASELINE = ("--baseline", "known.json")
#: What a run does instead of reporting; the first three lint nothing.
INSTEAD = ("--show-settings", "--show-files", "--explain-kind", "--update-baseline", "--add-ignores")
REPORTED = (("--output-file", "out.txt"), ("--report", "json:out.txt"), ("--statistics",), ("--diff",))
DONE = (("--watch",), ("--fix-only",), ("--ask",), ("--fix",))


@pytest.fixture(autouse=True)
def menu(folder: Path) -> None:
    (folder / "a.menu").write_text(samples.FIXABLE, encoding="utf-8")


def refused(cli: Cli, folder: Path, *arguments: str) -> str:
    """What is said against some arguments, with which nothing is done."""
    done = cli("--lang", "en", "lint", *arguments, stdin=samples.FIXABLE)
    assert (done.code, done.out) == (2, "")
    assert {path.name for path in folder.iterdir()} == {".git", "a.menu"}
    assert (folder / "a.menu").read_text(encoding="utf-8") == samples.FIXABLE
    return done.err


@pytest.mark.parametrize(("one", "other"), list(permutations(INSTEAD, 2)))
def test_two_at_once(cli: Cli, folder: Path, one: str, other: str) -> None:
    """A run does one thing; whichever comes first, the message names both."""
    first, second = sorted((one, other), key=INSTEAD.index)
    said = refused(cli, folder, one, other, *BASELINE)
    assert said == f"smsc-codec: {second}: not together with '{first}'; leave one of them out\n"


@pytest.mark.parametrize("asked", REPORTED)
@pytest.mark.parametrize("instead", INSTEAD)
def test_no_report(cli: Cli, folder: Path, instead: str, asked: tuple[str, ...]) -> None:
    """What reports nothing writes no report and shows no diff, and says so."""
    said = refused(cli, folder, instead, *BASELINE, *asked)
    assert said == f"smsc-codec: {asked[0]}: not together with '{instead}'; leave one of them out\n"


@pytest.mark.parametrize("asked", DONE)
@pytest.mark.parametrize("instead", INSTEAD[:3])
def test_nothing_is_linted(cli: Cli, folder: Path, instead: str, asked: tuple[str, ...]) -> None:
    """What lints nothing mends, shows and watches nothing either."""
    said = refused(cli, folder, instead, *asked)
    assert said == f"smsc-codec: {asked[0]}: not together with '{instead}'; leave one of them out\n"


#: What cannot be done with standard input, or not together, and what is said.
OTHERS = {
    "answers and the text": (
        ["--fix", "--ask", "-"],
        "--ask: the answers are read from standard input; leave one of them out",
    ),
    "a diff that asks": (["--ask", "--diff", "."], "--ask: --diff changes nothing; leave one of them out"),
    "a stream that is watched": (
        ["--watch", "-"],
        "--watch: standard input cannot be watched; name files or folders",
    ),
    "a stream among files that is watched": (
        ["--watch", "a.menu", "-"],
        "--watch: standard input cannot be watched; name files or folders",
    ),
    "a baseline of what has no name": (
        ["--update-baseline", *BASELINE, "-"],
        "--update-baseline: standard input has no name there; '--stdin-filename PATH' gives it one",
    ),
    "known findings of what has no name": (
        [*BASELINE, "a.menu", "-"],
        "--baseline: standard input has no name there; '--stdin-filename PATH' gives it one",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), OTHERS.values(), ids=OTHERS)
def test_others(cli: Cli, folder: Path, arguments: list[str], said: str) -> None:
    """Standard input is read once, and has no name but the one that is given to it."""
    assert refused(cli, folder, *arguments) == f"smsc-codec: {said}\n"


@pytest.mark.parametrize("more", [["--fix"], ["--unsafe-fixes"], ["--fix-only"], ["--no-gitignore"]])
def test_fixes_before_a_baseline(cli: Cli, folder: Path, more: list[str]) -> None:
    """Fixes are made, and what is left is known: these go together."""
    done = cli("lint", "--update-baseline", *BASELINE, *more, "a.menu")
    assert (done.code, done.out) == (0, "")
    assert (folder / "known.json").exists()


def test_a_named_stream_has_a_baseline(cli: Cli, folder: Path) -> None:
    """With a name standard input is known in the baseline, and not told again."""
    named = ("-", "--stdin-filename", "a.menu", *BASELINE)
    done = cli("lint", "--update-baseline", *named, stdin=samples.ERROR)
    assert (done.code, done.out, " 0 new" in done.err) == (0, "", False)
    assert cli("lint", *named, stdin=samples.ERROR).code == 0
    (folder / "smsc-codec.toml").write_text('baseline = "known.json"\n')
    said = "standard input has no name there, so that nothing is hidden; '--stdin-filename PATH' gives it one"
    done = cli("--lang", "en", "lint", "-", stdin=samples.ERROR)
    assert (done.code, done.err) == (1, f"smsc-codec: baseline: {said}\n")
    assert cli("lint", "-q", "-", stdin=samples.ERROR).err == ""
    assert cli("lint", "-", "--baseline", "", stdin=samples.ERROR).err == ""


def test_asking_means_mending(cli: Cli, folder: Path) -> None:
    """`--ask` alone offers the fixes, as `--fix --ask` does."""
    assert cli("lint", "--ask", "a.menu", stdin="y\n").err.endswith("1 problem fixed\n")
    assert (folder / "a.menu").read_text(encoding="utf-8") != samples.FIXABLE
