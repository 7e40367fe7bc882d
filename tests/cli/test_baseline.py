"""The baseline: findings that are known are not told again, each as often as it stands; what is gone is told."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.diagnostics import Finding, Span
from smsc_codec.linter.baseline import Baseline
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.reports import FileReport
from tests.cli import samples
from tests.cli.conftest import Cli

FILE = "known.json"


def codes(cli: Cli, *arguments: str) -> list[str]:
    """What is told, by code, with a baseline."""
    done = cli("lint", "--format", "concise", "--baseline", FILE, *arguments)
    return sorted(line.split(" ")[2] for line in done.out.splitlines())


def update(cli: Cli, *arguments: str) -> str:
    """Write the baseline; gives what is said."""
    done = cli("lint", "--update-baseline", "--baseline", FILE, *arguments)
    assert (done.code, done.out) == (0, "")
    return done.err


@pytest.fixture(autouse=True)
def menus(folder: Path) -> None:
    (folder / "a.menu").write_text(samples.ERROR, encoding="utf-8")
    (folder / "меню").mkdir()
    (folder / "меню" / "b.menu").write_bytes(b"\xef\xbb\xbf" + samples.WARNING.replace("\n", "\r\n").encode())


def test_a_baseline_that_is_written_otherwise() -> None:
    """An entry is told where it stands; one that JSON's escapes hide at the beginning."""
    for key, place in (("IVR104:1", '"IVR104:1"'), (r"IVR104\u003a1", "")):
        text = f'{{"version": 1, "findings": {{"a.menu": {{"{key}": 1}}}}}}'
        (finding,) = Baseline(text).gone(lambda _: True, lambda _: False)
        assert text[finding.span.start : finding.span.end] == place
        assert place or finding.span.start == 0


def test_a_file_in_blocks() -> None:
    """What is found in all blocks of a file is found in the file; where it begins anew it is counted anew."""
    blocks = [
        FileReport("a", "x\n", (Finding("IVR104", "n", "error", "m", Span(0, 1)),), first_line=line)
        for line in (1, 2, 3)
    ]
    baseline = Baseline()
    assert [len(baseline.left("a", block).findings) for block in blocks] == [1, 1, 1]
    assert baseline.counts() == (3, 3, 0)
    known = Baseline(baseline.updated(lambda _: True, lambda _: True))
    assert [len(known.left("a", block).findings) for block in (*blocks, *blocks)] == [0] * 6
    assert known.counts() == (3, 0, 0)
    assert [len(known.left("a", block).findings) for block in (*blocks, blocks[2])] == [0, 0, 0, 1]


def test_known_findings_are_not_told(cli: Cli, folder: Path) -> None:
    """What was written into the baseline makes a clean run in every format of counting, and the exit code 0."""
    assert cli("lint").code == 1
    assert update(cli) == f"smsc-codec: {FILE}: 3 in the baseline now: 3 new, 0 gone\n"
    done = cli("lint", "--baseline", FILE)
    assert (done.code, done.out, done.err) == (0, "No problems found in 2 files.\n", "")
    assert update(cli).endswith(": 3 in the baseline now: 0 new, 0 gone\n")


def test_lines_come_and_go(cli: Cli, folder: Path) -> None:
    """Lines above, line ends, a mark and blanks around a line change nothing; another file does."""
    update(cli)
    for text in (f"Good day.\n\n{samples.WARNING}", samples.WARNING.replace("2: end", "  2: end")):
        (folder / "меню" / "b.menu").write_text(text, encoding="utf-8")
        assert codes(cli) == []
    (folder / "c.menu").write_text(samples.WARNING, encoding="utf-8")
    assert codes(cli) == ["IVR303"]


def test_as_often_as_it_stands(cli: Cli, folder: Path) -> None:
    """One more finding of the same kind on an equal line is told, the last of them; with one less, that is told."""
    list_ = folder / "a.list"
    list_.write_text("79990000000;Hi\n12;Hi\n79990000001;Hi\n12;Hi\n")
    update(cli, "a.list", "--select", "LST003")
    assert list(json.loads((folder / FILE).read_text())["findings"]["a.list"].values()) == [2]

    def told() -> list[str]:
        done = cli("lint", "--format", "concise", "--baseline", FILE, "--select", "LST003,SUP", "a.list")
        return done.out.splitlines()

    list_.write_text("79990000000;Hi\n12;Hi\n79990000001;Hi\n12;Hi\n12;Hi\n")
    assert [line.split(" ")[0] for line in told()] == ["a.list:5:1:"]
    list_.write_text("79990000000;Hi\n12;Hi\n")
    (line,) = told()
    assert line.endswith(": info SUP002 'a.list' has this LST003 1 times, not 2")


def test_what_is_gone_is_told(cli: Cli, folder: Path) -> None:
    """A mended finding, a file that is gone: told at the entry for information, until the baseline is updated."""
    update(cli)
    (folder / "a.menu").write_text(samples.CLEAN, encoding="utf-8")
    done = cli("lint", "--format", "concise", "--baseline", FILE)
    assert (done.code, done.out.count("info SUP002 'a.menu' no longer has this IVR")) == (0, 2)
    first = done.out.splitlines()[0].split(":")
    assert f'"{done.out.split("this ")[1][:6]}' in (folder / FILE).read_text().splitlines()[int(first[1]) - 1]
    assert cli("lint", "--baseline", FILE, "--severity", "SUP002=error").code == 1
    assert codes(cli, "--ignore", "SUP002") == []
    (folder / "a.menu").unlink()
    assert codes(cli, "меню") == ["SUP002", "SUP002"]
    assert "there is no 'a.menu' any more" in cli("lint", "--baseline", FILE, "меню").out
    assert update(cli, "меню").endswith("1 in the baseline now: 0 new, 0 gone\n")
    assert "a.menu" not in json.loads((folder / FILE).read_text(encoding="utf-8"))["findings"]


def test_what_was_not_looked_at_stays(cli: Cli, folder: Path) -> None:
    """Other files and other rules are neither told as gone nor taken out by a run that leaves them out."""
    update(cli)
    before = (folder / FILE).read_bytes()
    assert (
        codes(cli, "меню/b.menu")
        == codes(cli, "--select", "IVR303")
        == codes(cli, "--ignore", "IVR304")
        == []
    )
    update(cli, "меню/b.menu")
    update(cli, "--select", "IVR303")
    assert (folder / FILE).read_bytes() == before
    (folder / "a.menu").write_bytes(b"ab\x98")  # cannot be read
    done = cli("lint", "--update-baseline", "--baseline", FILE)
    assert (done.code, "a.menu: neither UTF-8" in done.err) == (1, True)
    assert (folder / FILE).read_bytes() == before


def test_configured_and_from_other_folders(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`baseline` in the configuration counts for every run, from every folder; an empty option uses none."""
    (folder / "smsc-codec.toml").write_text(f'baseline = "{FILE}"\n')
    assert cli("lint", ".").code == 2  # it is not there yet
    assert cli("lint", "--update-baseline").code == 0
    assert cli("lint").code == 0
    assert cli("lint", "--baseline", "").code == 1
    assert cli("lint", "-", "--stdin-filename", "a.menu", stdin=samples.ERROR).code == 0
    assert cli("lint", "-", stdin=samples.ERROR).code == 1
    monkeypatch.chdir(folder / "меню")
    assert cli("lint", "b.menu", "../a.menu").code == 0
    assert cli("lint", "--update-baseline", "../a.menu").code == 0
    assert set(json.loads((folder / FILE).read_text(encoding="utf-8"))["findings"]) == {
        "a.menu",
        "меню/b.menu",
    }


def test_after_fixes(cli: Cli, folder: Path) -> None:
    """`--fix` mends what is known as well; what is left is known still."""
    (folder / "f.menu").write_text(samples.FIXABLE, encoding="utf-8")
    update(cli)
    assert codes(cli, "--fix") == ["SUP002"]
    assert (folder / "f.menu").read_text(encoding="utf-8") == samples.CLEAN


def test_no_text_and_no_secret_is_in_it(cli: Cli, folder: Path) -> None:
    """The file holds paths, codes and hashes alone; a secret does not even decide a hash."""
    keys = []
    for secret in ("Hunter2secret", "Swordfish9876"):
        (folder / "x.request").write_text(
            f"https://smsc.ru/sys/send.php?login=me&psw={secret}&phones=7999&mes=x\n"
        )
        (folder / FILE).unlink(missing_ok=True)
        update(cli, "x.request")
        text = (folder / FILE).read_text()
        assert secret[:6] not in text
        keys.append(set(json.loads(text)["findings"].get("x.request", ())))
    assert keys[0]
    assert keys[0] == keys[1]
    update(cli)
    words = {
        word
        for path in folder.rglob("*.menu")
        for word in path.read_text("utf-8-sig").split()
        if len(word) > 4
    }
    assert not [word for word in words if word in (folder / FILE).read_text(encoding="utf-8")]


REFUSED = {
    "gone": (None, "'known.json': No such file or directory; '--update-baseline' makes one"),
    "empty": ("", "not a baseline: the file is empty"),
    "no JSON": ("<<<<<<< ours\n", "not a baseline: JSON is malformed"),
    "another version": ('{"version":2,"findings":{}}', "not a baseline: Invalid enum value 2"),
    "no findings": ('{"version":1}', "not a baseline: Object missing required field `findings`"),
    "no counts": ('{"version":1,"findings":{"a":{"b":"c"}}}', "not a baseline: Expected `int`, got `str`"),
    "too deep": ("[" * 100_000, "not a baseline: "),
    "no UTF-8": (b"\xff", "not utf-8"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_refused(cli: Cli, folder: Path, text: str | bytes | None, said: str) -> None:
    """What is no baseline is refused, also by an update: a merge that went wrong must not lose what was known."""
    if text is not None:
        (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    for more in ([], ["--update-baseline"] if text is not None else []):
        done = cli("lint", "--baseline", FILE, *more)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
    assert cli("lint", "--update-baseline").code == 2


def test_never_through_a_link(cli: Cli, folder: Path) -> None:
    """A baseline that is a link is read, and not written through."""
    (folder / "real.json").write_text('{"version":1,"findings":{}}')
    (folder / FILE).symlink_to("real.json")
    assert cli("lint", "--baseline", FILE).code == 1
    done = cli("lint", "--baseline", FILE, "--update-baseline")
    assert (done.code, "is a symbolic link" in done.err) == (2, True)
    assert (folder / "real.json").read_text() == '{"version":1,"findings":{}}'


# -- the pure part -------------------------------------------------------------------------------

LINES = st.lists(st.sampled_from(["a", " a", "b", "c"]), max_size=8)


def report(lines: list[str]) -> FileReport:
    """A finding on each line."""
    text = "".join(f"{line}\n" for line in lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    found = tuple(Finding("X1", "x", "error", "m", Span(start, start + 1)) for start in starts)
    return FileReport("f", text, found)


@given(LINES, LINES)
@settings(max_examples=100, deadline=None)
def test_counts(before: list[str], after: list[str]) -> None:
    """Of equal lines as many findings are told as there are more than before, and what is gone is counted so."""
    baseline = Baseline()
    baseline.left("f", report(before))
    text = baseline.updated(lambda code: True, lambda path: True)
    again = Baseline(text)
    told = again.left("f", report(after)).findings
    had, has = (Counter(line.strip() for line in lines) for lines in (before, after))
    assert len(told) == (has - had).total()
    assert len(again.gone(lambda code: True, lambda path: True)) == len(had - has)
    assert again.counts() == (len(after), (has - had).total(), (had - has).total())
    assert (
        Baseline(again.updated(lambda code: True, lambda path: True)).left("f", report(after)).findings == ()
    )


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_baseline_or_refused(text: str) -> None:
    """Nothing else ever happens."""
    try:
        Baseline(text, "x").gone(lambda code: True, lambda path: False)
    except ConfigError as error:
        assert str(error).startswith("x: not a baseline: ")
