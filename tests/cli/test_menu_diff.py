"""`smsc-codec menu diff` and `menu same`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "examples" / "page.menu").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "menu-diff.schema.json").read_text(encoding="utf-8"))
NEW = PAGE.replace("79999999997", "79999999912").replace("21: подпункт 2.1\n", "")
WORDED = PAGE.replace("Здравствуйте!", "Добрый день!").replace("callerr", "sorry")


@pytest.fixture
def menus(folder: Path) -> None:
    for name, text in {
        "old": PAGE,
        "new": NEW,
        "worded": WORDED,
        "odd": "{menu: Press 1\n1: call:7;8}",
    }.items():
        (folder / f"{name}.menu").write_text(text, encoding="utf-8")
    (folder / "none.txt").write_text("Hello!", encoding="utf-8")


@pytest.mark.usefixtures("menus")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.menu", "old.menu"], 0),
        (["old.menu", "worded.menu"], 0),
        (["old.menu", "new.menu"], 1),
        (["odd.menu", "odd.menu"], 1),
        (["old.menu", "gone.menu"], 1),
        (["none.txt", "old.menu"], 1),
        (["-", "-"], 2),
        (["old.menu"], 2),
        (["old.menu", "new.menu", "worded.menu"], 2),
        (["old.menu", "new.menu", "--config", "gone.toml"], 2),
    ],
)
def test_exit_codes(cli: Cli, arguments: list[str], code: int) -> None:
    """A change is 1, and so is what cannot be read; only the same is 0. `same` and `diff` agree."""
    for command in ("diff", "same"):
        done = cli("menu", command, *arguments)
        assert done.code == code, done.err
        assert "Traceback" not in done.err


@pytest.mark.usefixtures("menus")
def test_text(cli: Cli) -> None:
    """Each change is a sentence; what is dialled and how the menu is left stand below."""
    out = cli("menu", "diff", "old.menu", "new.menu").out
    assert out.splitlines() == [
        "new.menu: other behaviour for callers",
        "  key 6 now dials 79999999912 for up to 60 s and records the talk; before: dials 79999999997 for up to 60 s "
        "and records the talk (in 2 places)",
        "  key 21 is gone: speaks; waits in menu 2",
        "  after 2 now waits in the main menu; before: waits in menu 2",
        "  79999999997 is not dialled any more",
        "  79999999912 is dialled now",
    ]
    assert cli("menu", "diff", "old.menu", "worded.menu").out == (
        "worded.menu: same behaviour, other words\n  other words: START TEXT\n"
    )
    assert cli("menu", "same", "old.menu", "worded.menu").out == "yes\n"
    assert cli("menu", "same", "old.menu", "new.menu").out == "no\n"


@pytest.mark.usefixtures("menus")
def test_markdown_and_json(cli: Cli, folder: Path) -> None:
    """A table that nothing in a menu can break out of, and JSON that fits its schema."""
    table = cli("menu", "diff", "--format", "markdown", "old.menu", "new.menu").out.splitlines()
    assert table[0] == "**`new.menu`: other behaviour for callers**"
    assert "| key 21 is gone | speaks; waits in menu 2 |  | press 2, press 1 |" in table
    (folder / "url.menu").write_text("{menu: Press 1\n1: https://a.b/?x=`|<b>*c*|`}", encoding="utf-8")
    (folder / "end.menu").write_text("{menu: Press 1\n1: end}", encoding="utf-8")
    done = cli("menu", "diff", "--format", "markdown", "end.menu", "url.menu")
    assert r"\?" not in done.out
    assert r"\`\|\<b\>\*c\*\|\`" in done.out
    for pair in (["old.menu", "new.menu"], ["old.menu", "worded.menu"], ["odd.menu", "old.menu"]):
        done = cli("menu", "diff", "--format", "json", "--policies", *pair)
        found = json.loads(done.out)
        jsonschema.Draft202012Validator(SCHEMA).validate(found)
        assert found["same"] == (not found["changes"]) == (not found["differs_under"])
        assert done.code == (0 if found["same"] and found["whole"] else 1)


def test_readings(cli: Cli, folder: Path) -> None:
    """`--policies` says under which readings of the service's page there is a difference."""
    (folder / "a.menu").write_text("{menu: Press 1\n1: end\nerr: Wrong}", encoding="utf-8")
    (folder / "b.menu").write_text("{menu: Press 1\n1: end}", encoding="utf-8")
    done = cli("menu", "diff", "--wrong-key", "leave", "--policies", "a.menu", "b.menu")
    assert done.code == 0
    assert "a difference under 12 of 36 readings" in done.out
    assert done.out.count("wrong-key err-label") == 12


def test_standard_input(cli: Cli, folder: Path) -> None:
    """One of the two may come from a pipe, as `git show main:main.menu` gives it."""
    (folder / "new.menu").write_text(NEW, encoding="utf-8")
    done = cli("menu", "diff", "-", "new.menu", stdin=PAGE)
    assert (done.code, done.out.splitlines()[0]) == (1, "new.menu: other behaviour for callers")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_git_diff_driver(folder: Path) -> None:
    """In a repository, `git diff` and `git log -p --ext-diff` tell what changed for callers, also of new, removed and
    renamed menus.
    """
    work = folder / "scratch"
    work.mkdir()

    def git(*arguments: str) -> str:
        fixed = ["-c", "user.name=x", "-c", "user.email=x@y", "-c", "core.autocrlf=false"]
        done = subprocess.run(
            ["git", *fixed, *arguments],
            cwd=work,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    git("init", "-q")
    git("config", "diff.menu.command", f'"{Path(sys.executable).as_posix()}" -m smsc_codec menu diff')
    (work / ".gitattributes").write_text("*.menu diff=menu\n", encoding="utf-8")
    (work / "main.menu").write_text(PAGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "one")
    (work / "main.menu").write_text(NEW, encoding="utf-8")
    out = git("diff")
    assert out.startswith("main.menu: other behaviour for callers\n")
    assert "key 21 is gone" in out
    (work / "main.menu").write_text(WORDED, encoding="utf-8")
    assert git("diff").startswith("main.menu: same behaviour, other words\n")
    (work / "second.menu").write_text("{menu: Press 1\n1: end}", encoding="utf-8")
    git("rm", "-q", "--cached", "main.menu")
    (work / "main.menu").rename(work / "renamed.menu")
    git("add", ".")
    out = git("diff", "--cached", "-M")
    assert "second.menu: other behaviour for callers\n" in out
    assert "renamed.menu: same behaviour, other words\n" in out
    git("commit", "-qm", "two")
    (work / "second.menu").write_text("no menu any more", encoding="utf-8")
    assert git("diff") == ""  # said on standard error; git's own output goes on
    (work / "second.menu").unlink()
    assert "key 1 is gone" in git("diff")
    assert "key 1 is new" in git("log", "-p", "-1", "--ext-diff")


def test_no_secret_is_shown(cli: Cli, folder: Path) -> None:
    """A password or key in a handler's address, or where nothing can be read, is in no report and no picture."""
    (folder / "a.menu").write_text(
        "{menu: Press 1\n1: https://ann:sekret1@a.b/x?apikey=sekret2\n2: call:7;8 psw=sekret3\n3: end}",
        encoding="utf-8",
    )
    (folder / "b.menu").write_text("{menu: Press 1\n3: end}", encoding="utf-8")
    for form in ("text", "markdown", "json"):
        for pair in (["a.menu", "b.menu"], ["b.menu", "a.menu"]):
            done = cli("menu", "diff", "--format", form, *pair)
            assert "sekret" not in done.out + done.err
            assert "a.b/x" in done.out
    for form in ("svg", "mermaid", "dot"):
        done = cli("menu", "graph", "--format", form, "a.menu")
        assert "sekret" not in done.out + done.err
    for form in ("text", "json"):
        done = cli("menu", "explore", "--format", form, "a.menu")
        assert "sekret" not in done.out + done.err
