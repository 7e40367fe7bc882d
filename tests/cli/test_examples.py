"""Every example through the commands: the ways of calling agree, and what is done twice is done once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from smsc_codec.linter.kinds import ending
from tests.cli.conftest import Cli

FOLDER = Path(__file__).parents[2] / "docs" / "examples"


def names(folder: Path) -> list[str]:
    """The files in a folder that the linter would find there."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if ending(name))


EXAMPLES = names(FOLDER)
SOUND_MENUS = [name for name in EXAMPLES if name.endswith(".menu") and not name.startswith("broken/")]


@pytest.fixture
def examples(folder: Path) -> Path:
    """A copy of the examples in the current folder."""
    return shutil.copytree(FOLDER, folder / "examples")


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def test_there_are_examples() -> None:
    """What follows is about the page's menu, sound menus and broken ones."""
    assert {"page.menu", "sound/taxi.menu"} <= set(SOUND_MENUS)
    assert "broken/taxi-err-loop.menu" in EXAMPLES


def test_both_ways_into_lint_agree(cli: Cli, examples: Path) -> None:
    """`lint FILE`, which goes round click, prints and exits like the same with an option that changes nothing."""
    for name in EXAMPLES:
        path = f"examples/{name}"
        assert cli("lint", path) == cli("lint", "--isolated", path) == cli("lint", path, "--color", "auto")


def test_exit_code_tells_sound_from_broken(cli: Cli, examples: Path) -> None:
    """Sound examples exit 0; others 1 if more than remarks is found; the page's own menu holds no error."""
    for name in EXAMPLES:
        found = json.loads(cli("lint", "--format", "json", f"examples/{name}").out)["findings"]
        bad = any(finding["severity"] in ("error", "warning") for finding in found)
        assert cli("lint", f"examples/{name}").code == int(bad), name
        assert not (bad and "sound/" in name), name
        assert name != "page.menu" or "error" not in {finding["severity"] for finding in found}


@pytest.mark.parametrize("options", [[], ["--unsafe-fixes"]], ids=["safe", "unsafe"])
def test_fix_is_idempotent(cli: Cli, examples: Path, options: list[str]) -> None:
    """A second `--fix` changes no file, fixes nothing and finds the same; `--diff` then has nothing to show."""
    before = contents(examples)
    first = cli("lint", "--fix", *options, "examples")
    after = contents(examples)
    assert before != after
    second = cli("lint", "--fix", *options, "examples")
    assert contents(examples) == after
    assert second.err == "smsc-codec: 0 problems fixed\n"
    assert (second.code, second.out) == (first.code, first.out)
    assert cli("lint", "--diff", *options, "examples").out == ""


def test_fix_goes_to_the_end_of_a_chain(cli: Cli, folder: Path) -> None:
    """Where each fix makes way for the next, all are done in one run: labels that only unused labels name (IVR-11)."""
    chain = "".join(f"a{n}: call:79990000{n:03} wait=10 ok:end err:a{n + 1}\n" for n in range(17))
    menu = "Hello!\n\n{{menu: Press 1 to leave, hash to hear this again.\n#: start\n1: end{}}}\n\nBye!\n"
    (folder / "a.menu").write_text(menu.format(f"\n{chain}a17: Sorry"), encoding="utf-8")
    done = cli("lint", "--fix", "--unsafe-fixes", "a.menu")
    assert (done.code, done.err) == (0, "smsc-codec: 18 problems fixed\n")
    assert (folder / "a.menu").read_text(encoding="utf-8") == menu.format("")


@pytest.mark.parametrize("options", [[], ["--unsafe-fixes"]], ids=["safe", "unsafe"])
def test_diff_is_what_fix_does(cli: Cli, examples: Path, options: list[str]) -> None:
    """`--diff` changes no file and shows the files that `--fix` then changes, and no other."""
    before = contents(examples)
    diff = cli("lint", "--diff", *options, "examples")
    assert contents(examples) == before
    cli("lint", "--fix", *options, "examples")
    changed = {name for name, data in contents(examples).items() if data != before[name]}
    headers = {
        line.removeprefix("+++ b/examples/") for line in diff.out.split("\n") if line.startswith("+++ ")
    }
    assert changed == headers
    assert diff.code == 1


def test_a_filter_fixes_as_a_file_is_fixed(cli: Cli, examples: Path) -> None:
    """From standard input to standard output come the bytes that `--fix` would write."""
    for name in EXAMPLES:
        path = examples / name
        piped = cli("lint", "--fix", "--unsafe-fixes", "-", "--stdin-filename", name, stdin=path.read_bytes())
        cli("lint", "--fix", "--unsafe-fixes", f"examples/{name}")
        assert piped.raw == path.read_bytes(), name


@pytest.mark.parametrize("name", SOUND_MENUS)
def test_parse_and_build_give_the_menu_back(cli: Cli, examples: Path, name: str) -> None:
    """What `parse` prints `build` makes into the menu again: the page's byte for byte, others in the same value."""
    data = (examples / name).read_bytes()
    parsed = cli("parse", "--as", "menu", f"examples/{name}")
    built = cli("build", "--as", "menu", stdin=parsed.raw)
    assert (parsed.code, parsed.err, built.code, built.err) == (0, "", 0, "")
    if name == "page.menu":
        assert built.raw == data
    assert cli("parse", "-", stdin=built.raw).out == parsed.out


def test_fmt_is_idempotent_and_keeps_the_menu(cli: Cli, examples: Path) -> None:
    """`fmt` changes no value; after it `--check` is content and a second run writes nothing."""
    values = {name: cli("parse", f"examples/{name}").out for name in SOUND_MENUS}
    ends = {name: b"\r\n" in (examples / name).read_bytes() for name in SOUND_MENUS}
    paths = [f"examples/{name}" for name in SOUND_MENUS]
    assert cli("fmt", "--check", *paths).code == 1
    assert cli("fmt", *paths).code == 0
    after = contents(examples)
    again = cli("fmt", *paths)
    assert (again.code, again.out, again.err) == (0, "", "")
    assert contents(examples) == after
    assert (cli("fmt", "--check", *paths).code, cli("fmt", "--diff", *paths).out) == (0, "")
    for name in SOUND_MENUS:
        assert (b"\r\n" in (examples / name).read_bytes()) == ends[name]
        now = json.loads(cli("parse", f"examples/{name}").out)
        assert _said(now) == _said(json.loads(values[name])), name


def _said(value: object) -> object:
    """A menu without the white space around what is spoken before and after it."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_said(part) for part in value]
    return value.strip() if isinstance(value, str) else value
