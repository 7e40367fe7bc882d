"""Reports in files: one or several of a run, each whole or not there at all."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from smsc_codec.linter.reports import FORMATS
from tests.cli import samples
from tests.cli.conftest import Cli


@pytest.fixture(autouse=True)
def menus(folder: Path) -> None:
    """Two files with findings, one of them with a Cyrillic name, and a clean one."""
    (folder / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    (folder / "меню.menu").write_bytes(b"\xef\xbb\xbf" + samples.WARNING.replace("\n", "\r\n").encode())
    (folder / "c.menu").write_text(samples.CLEAN, encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_output_file(cli: Cli, folder: Path, form: str) -> None:
    """The file holds what would have been printed, and nothing is printed; the exit code is the same."""
    printed = cli("lint", "--format", form)
    done = cli("lint", "--format", form, "--output-file", "report")
    assert (done.code, done.out, done.err) == (printed.code, "", printed.err)
    assert (folder / "report").read_bytes() == printed.raw


def test_the_file_may_be_standard_output(cli: Cli, folder: Path) -> None:
    """`-` is standard output, as elsewhere."""
    assert cli("lint", "--format", "json", "-o", "-") == cli("lint", "--format", "json")
    assert not (folder / "-").exists()


def test_several_reports(cli: Cli, folder: Path) -> None:
    """Beside the report that is shown, one in every other format, each as if it were alone."""
    alone = {form: cli("lint", "--format", form).raw for form in FORMATS}
    asked = [part for form in FORMATS for part in ("--report", f"{form}:{form}.out")]
    done = cli("lint", "--format", "concise", *asked)
    assert done.raw == alone["concise"]
    assert {form: (folder / f"{form}.out").read_bytes() for form in FORMATS} == alone
    assert {path.name for path in folder.iterdir()} >= {"a.menu", "c.menu"}
    assert not list(folder.glob(".smsc-codec-*"))


def test_reports_after_fixes_and_blocks(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports say what is left after fixes, and a long list goes through both block by block."""
    monkeypatch.setattr("smsc_codec.cli.large.LARGE", 10_000)
    (folder / "f.menu").write_text(samples.FIXABLE, encoding="utf-8")
    lines = (f"7999{number:07};Hello {'-' * 60}\n" for number in range(1500))
    text = "".join(line if number % 100 else "not a line\n" for number, line in enumerate(lines))
    (folder / "long.list").write_text(text)
    done = cli(
        "lint",
        "--fix",
        "-o",
        "a.json",
        "--format",
        "json",
        "--report",
        "json-lines:b.jsonl",
        "f.menu",
        "long.list",
    )
    assert done.code == 1
    whole = json.loads((folder / "a.json").read_text(encoding="utf-8"))["findings"]
    lines = [json.loads(one) for one in (folder / "b.jsonl").read_text(encoding="utf-8").splitlines()]
    assert whole == lines
    assert len(whole) > 14


def test_colours_stay_on_the_terminal(cli: Cli, folder: Path) -> None:
    """A report in a file has no colours, whatever the one that is shown has."""
    done = cli("lint", "--color", "always", "--report", "full:x.txt")
    assert "\x1b[" in done.out
    assert "\x1b" not in (folder / "x.txt").read_text(encoding="utf-8")


REFUSED = {
    "no colon": (["--report", "sarif"], "--report: expected a format, a colon and a file"),
    "no file": (["--report", "sarif:"], "--report: expected a format, a colon and a file"),
    "the stream of the other": (["--report", "json:-"], "--report: expected a format, a colon and a file"),
    "no format": (["--report", "xml:a.xml"], "formats: full, concise, json,"),
    "a linted file": (["-o", "./a.menu"], "--output-file: './a.menu' is linted itself"),
    "a linted file by a link": (["--report", "json:link"], "--report: 'link' is linted itself"),
    "the same file twice": (
        ["-o", "x", "--report", "json:./x"],
        "--report: './x' is the file of another report",
    ),
    "no folder": (["-o", "gone/x"], "--output-file: 'gone/x': not written: No such file or directory"),
    "a link": (["-o", "elsewhere"], "not written: 'elsewhere' is a symbolic link"),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED)
def test_refused(cli: Cli, folder: Path, arguments: list[str], said: str) -> None:
    """What would overwrite a file that is linted, a report or a link's target is refused before anything is written."""
    (folder / "link").symlink_to("a.menu")
    (folder / "target").write_text("kept")
    (folder / "elsewhere").symlink_to("target")
    before = {path.name for path in folder.iterdir()}
    done = cli("lint", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert {path.name for path in folder.iterdir()} == before
    assert (folder / "a.menu").read_text(encoding="utf-8") == samples.ERROR
    assert (folder / "target").read_text() == "kept"


def test_a_failed_run_leaves_the_old_report(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the run breaks off, the old report stays and no half of a new one is there; also after Ctrl-C."""
    (folder / "old").write_text("old")
    for error, code in ((ZeroDivisionError, 3), (KeyboardInterrupt, 130)):

        def fail(*_: object, error: type[BaseException] = error) -> None:
            raise error

        with monkeypatch.context() as broken:
            broken.setattr("smsc_codec.linter.engine.Linter.blocks", fail)
            assert cli("lint", "-o", "old", "--report", "json:new").code == code
        assert (folder / "old").read_text() == "old"
        assert not (folder / "new").exists()
        assert not list(folder.glob(".smsc-codec-*"))


def test_a_broken_second_report_is_told(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in a report beside the main one does not hang the run: it is an internal error like any other."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("beside")

    monkeypatch.setattr("smsc_codec.linter.reports.junit.attribute", fail)
    done = cli("lint", "--report", "junit:x.xml")
    assert (done.code, "ZeroDivisionError: beside" in done.err) == (3, True)
    assert not (folder / "x.xml").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes and devices")
def test_modes_and_devices(cli: Cli, folder: Path) -> None:
    """A new file has the mode of a new file, an old one keeps its own, and a device is written to as it is."""
    (folder / "old").write_text("")
    (folder / "old").chmod(0o600)
    mask = os.umask(0o027)
    try:
        cli("lint", "-o", "old", "--report", "json:new", "--report", "json:/dev/null")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE((folder / name).stat().st_mode) for name in ("old", "new")] == [0o600, 0o640]
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["-o", "/dev/full"], ["--report", "json:/dev/full"]])
def test_full_disk(cli: Cli, arguments: list[str]) -> None:
    """A report that cannot be written is no clean run."""
    assert cli("lint", *arguments).code == 3


def test_nothing_of_it_is_loaded_for_a_plain_run(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that shows one report starts no thread and loads nothing for it."""
    monkeypatch.setitem(sys.modules, "smsc_codec.cli.reporting", None)
    assert cli("lint").code == cli("lint", "--format", "json").code == 1


def test_a_report_spares_what_the_run_goes_by(cli: Cli, folder: Path) -> None:
    """No report is written over the configuration or the baseline of its run, however it is named."""
    (folder / "smsc-codec.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert cli("lint", "--update-baseline").code == 0
    before = [(folder / name).read_bytes() for name in ("smsc-codec.toml", "known.json")]
    for path in ("./smsc-codec.toml", "known.json"):
        done = cli("lint", "--report", f"json:{path}")
        assert (done.code, "is the configuration or the baseline" in done.err) == (2, True)
        assert cli("lint", "-o", path).code == 2
    assert [(folder / name).read_bytes() for name in ("smsc-codec.toml", "known.json")] == before
