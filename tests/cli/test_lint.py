"""`smsc-codec lint`: what is linted, what is selected, what is mended, and where it is said."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from smsc_codec.linter.pages import page
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FORMATS
from tests.cli import samples
from tests.cli.conftest import Cli


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.menu").write_bytes(text.encode())


def codes(out: str) -> list[str]:
    """The codes of a concise report, in order."""
    return [line.split(" ")[2] for line in out.splitlines() if ".menu:" in line]


def test_with_and_without_click(cli: Cli, folder: Path) -> None:
    """The short way without options reports the same as the way through click."""
    put(folder, a=samples.WARNING, b=samples.CLEAN)
    short, long = cli("lint", "a.menu", "b.menu"), cli("lint", "--color", "auto", "a.menu", "b.menu")
    assert short == long
    assert "warning[IVR303] key-not-announced: " in short.out
    assert short.out.endswith("Found 1 warning in 1 file.\n")


def test_nothing_found(cli: Cli, folder: Path) -> None:
    """A clean run says so on standard output and nothing on standard error."""
    put(folder, a=samples.CLEAN)
    done = cli("lint", "a.menu")
    assert (done.out, done.err) == ("No problems found in 1 file.\n", "")


SELECTIONS = {
    "a code": (["--select", "IVR104"], ["IVR104"]),
    "a name": (["--select", "err-loop"], ["IVR104"]),
    "a list": (["--select", "IVR304, IVR104"], ["IVR304", "IVR104"]),
    "repeated": (["--select", "IVR304", "--select", "IVR104"], ["IVR304", "IVR104"]),
    "a beginning": (["--select", "IVR10", "--ignore", "IVR105"], ["IVR104"]),
    "ignored": (["--ignore", "IVR104,no-exit", "--ignore", "IVR3"], []),
}


@pytest.mark.parametrize(("arguments", "found"), SELECTIONS.values(), ids=SELECTIONS)
def test_selection(cli: Cli, folder: Path, arguments: list[str], found: list[str]) -> None:
    """Rules are selected and ignored by code, name or beginning, in lists or repeated."""
    put(folder, a=samples.ERROR)
    assert codes(cli("lint", "--format", "concise", *arguments, "a.menu").out) == found


# The configuration, the arguments, what is found in samples.ERROR.
OVERRIDDEN = {
    "select replaces select": ('select = ["IVR304"]', ["--select", "IVR104"], ["IVR104"]),
    "ignore adds to ignore": ('ignore = ["IVR304", "no-exit"]', ["--ignore", "IVR104"], []),
    "asked for here and now": ('ignore = ["err-loop"]', ["--select", "IVR104"], ["IVR104"]),
    "ignored more exactly": ('ignore = ["IVR104"]', ["--select", "IVR10"], ["IVR105"]),
    "isolated": ('ignore = ["ALL"]', ["--isolated"], ["IVR304", "IVR104"]),
    "profile replaces select": ('select = ["IVR301"]', ["--profile", "default"], ["IVR304", "IVR104"]),
}


@pytest.mark.parametrize(("toml", "arguments", "found"), OVERRIDDEN.values(), ids=OVERRIDDEN)
def test_command_line_and_configuration(
    cli: Cli, folder: Path, toml: str, arguments: list[str], found: list[str]
) -> None:
    """What is asked for on the command line goes before the configuration."""
    put(folder, a=samples.ERROR)
    (folder / "smsc-codec.toml").write_text(toml)
    done = cli("lint", "--format", "concise", *arguments, "a.menu")
    assert codes(done.out) == found


PEDANTIC = next(r for r in all_rules().values() if r.code[:3] == "IVR" and r.profile == "pedantic")


def test_pedantic_profile_runs_more(cli: Cli, folder: Path) -> None:
    """A pedantic rule runs in the pedantic profile, asked for here or configured, and not in the default one."""
    put(folder, a=page(PEDANTIC).bad)
    assert PEDANTIC.code not in codes(cli("lint", "--format", "concise", "a.menu").out)
    assert PEDANTIC.code in codes(cli("lint", "--format", "concise", "--profile", "pedantic", "a.menu").out)
    (folder / "smsc-codec.toml").write_text('profile = "pedantic"')
    assert PEDANTIC.code in codes(cli("lint", "--format", "concise", "a.menu").out)
    assert PEDANTIC.code not in codes(
        cli("lint", "--format", "concise", "--profile", "default", "a.menu").out
    )


def test_unreadable_file_does_not_stop_the_others(cli: Cli, folder: Path) -> None:
    """A file that cannot be read is told, with byte and offset, and the others are still linted."""
    put(folder, b=samples.WARNING)
    (folder / "a.menu").write_bytes(b"ab\x98")
    done = cli("lint", "--format", "json", ".")
    report = json.loads(done.out)
    assert [finding["path"] for finding in report["findings"]] == ["b.menu"]
    (failure,) = report["failures"]
    assert failure["path"] == "a.menu"
    assert "neither UTF-8 (byte 0x98 at offset 2) nor windows-1251 (byte 0x98 at offset 2)" in str(failure)


def test_standard_input(cli: Cli) -> None:
    """`-` is standard input, under the name that is given for it."""
    done = cli("lint", "--format", "concise", "-", stdin=samples.WARNING)
    assert done.out.startswith("<stdin>:6:1: warning IVR303 ")
    done = cli("lint", "--format", "concise", "-", "--stdin-filename", "x/y.menu", stdin=samples.WARNING)
    assert done.out.startswith("x/y.menu:6:1: warning IVR303 ")


def test_configuration_knows_standard_input_by_its_name(cli: Cli, folder: Path) -> None:
    """Ignores by file count for standard input under its given name, as an editor sends it."""
    (folder / "smsc-codec.toml").write_text('[per-file-ignores]\n"x/*.menu" = ["IVR303"]\n')
    assert cli("lint", "-", "--stdin-filename", "x/y.menu", stdin=samples.WARNING).code == 0
    assert cli("lint", "-", "--stdin-filename", "z/y.menu", stdin=samples.WARNING).code == 1


def test_fix_writes_and_reports_the_rest(cli: Cli, folder: Path) -> None:
    """`--fix` mends the file and reports what is left; unsafe fixes only on demand."""
    mended = samples.WARNING
    put(folder, a=mended.replace("2: end", "2: END"))
    done = cli("lint", "--fix", "--format", "concise", "a.menu")
    assert (folder / "a.menu").read_text() == mended
    assert codes(done.out) == ["IVR303"]
    assert done.err == "smsc-codec: 1 problem fixed\n"
    assert cli("lint", "--fix", "-q", "a.menu").err == ""


def test_unsafe_fixes_on_demand(cli: Cli, folder: Path) -> None:
    """A fix that may change the meaning is applied only when unsafe fixes are asked for, there or configured."""
    put(folder, a=samples.INFO)
    cli("lint", "--fix", "a.menu")
    assert (folder / "a.menu").read_text() == samples.INFO
    assert "#: start" not in cli("lint", "--diff", "a.menu").out
    assert "+#: start" in cli("lint", "--diff", "--unsafe-fixes", "a.menu").out
    (folder / "smsc-codec.toml").write_text("unsafe-fixes = true")
    cli("lint", "--fix", "a.menu")
    assert "#: start" in (folder / "a.menu").read_text()


def test_diff_writes_nothing(cli: Cli, folder: Path) -> None:
    """`--diff` shows the changes on standard output alone, and the findings on standard error."""
    put(folder, a=samples.FIXABLE)
    done = cli("lint", "--diff", "a.menu")
    assert done.out.splitlines()[:2] == ["--- a/a.menu", "+++ b/a.menu"]
    assert {"-1: END}", "+1: end}"} <= set(done.out.splitlines())
    assert "error[IVR009] " in done.err
    assert (folder / "a.menu").read_text() == samples.FIXABLE


def test_fix_as_a_filter(cli: Cli) -> None:
    """With `--fix` standard input goes mended to standard output, and the report beside it."""
    done = cli("lint", "--fix", "-", stdin=samples.FIXABLE)
    assert done.out == samples.CLEAN
    assert "1 problem fixed" in done.err
    assert cli("lint", "--fix", "-", stdin=samples.CLEAN).out == samples.CLEAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_fix_keeps_encoding_and_line_ends(cli: Cli, folder: Path, encoding: str) -> None:
    """What is written back has the encoding, mark and line ends it had, as a file and as a filter."""
    before = samples.FIXABLE.replace("Hello", "Привет").replace("\n", "\r\n")
    after = before.replace("END", "end").encode(encoding)
    (folder / "a.menu").write_bytes(before.encode(encoding))
    done = cli("lint", "--fix", "a.menu")
    assert (folder / "a.menu").read_bytes() == after
    assert ("read as windows-1251" in done.err) == (encoding == "windows-1251")
    assert cli("lint", "--fix", "-", stdin=before.encode(encoding)).raw == after


def test_statistics(cli: Cli, folder: Path) -> None:
    """`--statistics` counts each rule's findings, most first, without disturbing the report."""
    put(folder, a=samples.ERROR, b=samples.WARNING, c=samples.WARNING)
    done = cli("lint", "--statistics", "--format", "json", ".")
    assert len(json.loads(done.out)["findings"]) == 4
    counts = [line.split() for line in done.err.splitlines()]
    assert counts == [
        ["2", "IVR303", "key-not-announced"],
        ["1", "IVR104", "err-loop"],
        ["1", "IVR304", "announced-key-missing"],
    ]


def test_explain_kind(cli: Cli, folder: Path) -> None:
    """`--explain-kind` says what each file is taken for and why, and lints nothing."""
    put(folder, a=samples.ERROR)
    (folder / "b.txt").write_text(samples.ERROR)
    (folder / "c.txt").write_text("hello")
    (folder / "smsc-codec.toml").write_text('[kinds]\n"c.*" = "menu"\n')
    done = cli("lint", "--explain-kind", "a.menu", "b.txt", "c.txt", "-", stdin="?")
    assert done.out.splitlines() == [
        "a.menu: menu (its name ends in '.menu')",
        "b.txt: menu (its content looks like a voice menu (IVR))",
        "c.txt: menu (the configuration says so for 'c.*')",
        "<stdin>: menu (nothing says otherwise)",
    ]
    assert done.code == 0
    done = cli("lint", "--explain-kind", "gone")
    assert (done.code, done.out) == (1, "gone: No such file or directory\n")


def test_color(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour where output is no terminal, unless it is asked for; an argument goes before the environment."""
    put(folder, a=samples.ERROR)
    assert "\x1b" not in cli("lint", "a.menu").out
    assert "\x1b" in cli("lint", "--color", "always", "a.menu").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in cli("lint", "a.menu").out
    assert "\x1b" not in cli("lint", "--color", "never", "a.menu").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in cli("lint", "a.menu").out


def test_item_ignores(cli: Cli, folder: Path) -> None:
    """An ignore at an item hides the rule there alone; a key that has no finding is a leftover, shown at its entry."""
    put(folder, a=samples.WARNING.replace("2: end", "2: end\n3: end"))
    (folder / "smsc-codec.toml").write_text('[per-file-ignores]\n"a.menu" = ["IVR303@2", "IVR303@1"]\n')
    done = cli("lint", "--format", "concise", ".")
    assert [line.rpartition(" ")[0] for line in done.out.splitlines() if "IVR303 " in line] == [
        "a.menu:7:1: warning IVR303 key 3 works but is never"
    ]
    assert "smsc-codec.toml:2:26: warning SUP001 'IVR303@1' no longer hides anything" in done.out


LEFTOVER = '[per-file-ignores]\n"a.menu" = ["IVR303"]\n'
LEFTOVERS = {
    "told": ([], LEFTOVER, True),
    "told when it runs among others": (["--select", "ALL"], LEFTOVER, True),
    "its rule is not selected": (["--select", "IVR104,SUP001"], LEFTOVER, False),
    "its rule is ignored": (["--ignore", "IVR3"], LEFTOVER, False),
    "ignored by name": (["--ignore", "unused-suppression"], LEFTOVER, False),
    "not selected": (["--select", "IVR"], LEFTOVER, False),
    "no configuration": (["--isolated"], LEFTOVER, False),
    "another file": ([], LEFTOVER.replace("a.menu", "b.menu"), False),
}


@pytest.mark.parametrize(("arguments", "toml", "told"), LEFTOVERS.values(), ids=LEFTOVERS)
def test_leftover_ignores(cli: Cli, folder: Path, arguments: list[str], toml: str, told: bool) -> None:
    """A leftover ignore is told only in a run that could have shown that it is still needed."""
    put(folder, a=samples.CLEAN)
    (folder / "smsc-codec.toml").write_text(toml)
    assert ("SUP001" in cli("lint", *arguments, "a.menu").out) == told


def test_ignore_on_the_command_line_is_no_leftover(cli: Cli, folder: Path) -> None:
    """What `--ignore` names need not have been found."""
    put(folder, a=samples.CLEAN)
    done = cli("lint", "--ignore", "IVR303", "a.menu")
    assert (done.code, done.out) == (0, "No problems found in 1 file.\n")


def test_write_failure_is_told(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fix that cannot be written leaves the file and nothing else, is told, and its findings still are."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    put(folder, a=samples.FIXABLE)
    monkeypatch.setattr(os, "replace", full)
    done = cli("lint", "--fix", "--format", "concise", "a.menu")
    assert done.code == 1
    assert "a.menu: not written: No space left on device" in done.err
    assert "IVR009" in done.out
    assert (folder / "a.menu").read_text() == samples.FIXABLE
    assert {path.name for path in folder.iterdir()} == {".git", "a.menu"}


def test_names_of_files_command_no_terminal(cli: Cli, folder: Path) -> None:
    """A file's name cannot move the cursor, change colours or begin a line of its own, in remarks or reports."""
    name = "\x1b[2J\nx: error IVR999.menu"
    (folder / name).write_bytes(samples.FIXABLE.encode("utf-16-le") + b"\xff")
    for form in FORMATS:
        done = cli("lint", "--format", form, name)
        assert done.code == 1
        assert "\x1b" not in done.out + done.err
        assert not any(line.startswith("x: ") for line in (done.out + done.err).splitlines())
    assert "\x1b" not in cli("lint", "--explain-kind", name).out
