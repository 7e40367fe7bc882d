"""Packages of others: found when they are needed, and not looked for otherwise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from smsc_codec import payloads, plugins
from smsc_codec.linter.config import settings_from
from smsc_codec.linter.engine import check
from smsc_codec.linter.kinds import ending, kind_of
from smsc_codec.linter.registry import ConfigError, all_rules
from tests.cli.conftest import Cli
from tests.cli.packages import BAD, EXAMPLE, MENU, Install

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("hours")
def test_a_language_joins(cli: Cli, folder: Path) -> None:
    """The same commands work on a language of somebody else's, which is known by its files' ending."""
    (folder / "shop.hours").write_text(BAD, encoding="utf-8")
    (folder / "good.hours").write_text("mon:9 - 18\n", encoding="utf-8")
    done = cli("lint", "--format", "concise", "shop.hours")
    assert done.code == 1
    assert done.out.split("\n")[:2] == [
        "shop.hours:1:4: error HRS001 this is no line of opening hours",
        "shop.hours:2:1: warning HRS002 tue is open from 18 to 9",
    ]
    assert cli("lint", "--format", "concise", ".").out == done.out
    assert (
        cli("lint", "--explain-kind", "shop.hours").out == "shop.hours: hours (its name ends in '.hours')\n"
    )
    assert json.loads(cli("parse", "--as", "hours", "good.hours").out) == {
        "days": [{"day": "mon", "opens": 9, "closes": 18}]
    }
    built = cli("build", "--as", "hours", stdin='{"days": [{"day": "sat", "opens": 10, "closes": 15}]}')
    assert built.out == "sat: 10-15\n"
    assert cli("fmt", "good.hours").code == 0
    assert (folder / "good.hours").read_text(encoding="utf-8") == "mon: 9-18\n"
    assert "HRS002" in cli("rule").out
    assert "A day closes before it opens" in cli("rule", "odd-hours").out
    assert "opens" in cli("schema", "hours").out
    only = cli("lint", "--select", "HRS002", "--format", "concise", "shop.hours")
    assert "HRS001" not in only.out
    assert "HRS002" in only.out
    (folder / "smsc-codec.toml").write_text("[hours]\nlatest = 12\n", encoding="utf-8")
    assert "mon is open from 9 to 18" in cli("lint", "good.hours").out
    (folder / "smsc-codec.toml").write_text("[hours]\nlast = 12\n", encoding="utf-8")
    assert "hours.last" in cli("lint", "good.hours").err
    assert "HRS" not in "".join(all_rules().built_in())


@pytest.mark.usefixtures("hours")
def test_the_public_functions_know_it() -> None:
    """`codec` and `check` work for it as for any other kind."""
    assert payloads.codec("hours").parse("mon: 9-18\n").days[0].opens == 9
    assert [f.code for f in check(BAD, "hours")] == ["HRS001", "HRS002"]
    assert check("mon: 9-18", "hours", settings_from({"hours": {"latest": 12}}, "test"))
    assert ending("a/shop.hours") == ("hours", ".hours")
    assert kind_of("shop.txt", "mon: 9-18", globs={}, asked="hours")[0] == "hours"
    assert kind_of("shop.tab", "Hello", globs={})[0] == "menu"
    assert kind_of("shop.tab", "Hello", globs={})[1] == "nothing says otherwise"
    assert kind_of("shop.txt", "mon: 9-18", globs={})[0] == "menu"  # of which others are not asked
    assert kind_of("shop.tab", "mon: 9-18", globs={}) == (
        "hours",
        "its content looks like a table of opening hours",
    )


@pytest.mark.usefixtures("hours")
def test_completion(cli: Cli, monkeypatch: pytest.MonkeyPatch, installed: Install) -> None:
    """Kinds and rules of others are completed, and nothing is said of broken ones amid a command."""
    installed("odd-package", plugins.CODECS, odd="nowhere:CODEC")

    def completed(*words: str) -> str:
        program = "from smsc_codec.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, timeout=120,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "_SMSC_CODEC_COMPLETE": "bash_complete",
                "COMP_WORDS": " ".join(("smsc-codec", *words)),
                "COMP_CWORD": str(len(words)),
            },
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout

    assert completed("lint", "--as", "ho") == "plain,hours\n"
    assert completed("rule", "HRS") == "plain,HRS001\nplain,HRS002\n"


@pytest.mark.usefixtures("hours")
def test_near_misses() -> None:
    """The kinds of others are among those that may have been meant."""
    with pytest.raises(ConfigError, match="did you mean 'hours'"):
        settings_from({"kinds": {"*.x": "huors"}}, "test")


def test_commands_join(installed: Install, monkeypatch: pytest.MonkeyPatch, cli: Cli) -> None:
    """A package adds a command; it is listed, offered for near misses, and told of when it is broken."""
    import click

    @click.command("greet", help="Say hello.")
    def greet() -> None:
        click.echo("hello")

    monkeypatch.setitem(sys.modules, "greeting", SimpleNamespace(command=greet))
    installed(
        "greeting", plugins.COMMANDS, greet="greeting:command", lint="greeting:command", sad="nowhere:x"
    )
    greeted = cli("greet")
    assert (greeted.code, greeted.out) == (0, "hello\n")
    assert "Say hello." in cli("--help").out
    assert "ModuleNotFoundError" in cli("--help").out
    assert "Did you mean 'greet'?" in cli("gret").err
    sad = cli("sad")
    assert (sad.code, "'sad'" in sad.err) == (2, True)
    assert cli("lint").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "menu.txt"],
        ["lint", "a.menu"],
        ["lint", "menus"],
        ["lint", "README"],
        ["lint", "--isolated", "--as", "menu", "menu.txt"],
        ["lint", "--select", "IVR1", "--format", "sarif", "a.menu"],
        ["parse", "a.menu"],
        ["fmt", "menus"],
        ["schema", "message"],
        ["rule", "err-loop"],
    ],
    ids=" ".join,
)
def test_nothing_looks_on_the_way_to_what_is_built_in(tmp_path: Path, arguments: list[str]) -> None:
    """Neither packages' metadata nor Lark is loaded on the way to a built-in language."""
    (tmp_path / "menus").mkdir()
    for name in ("menu.txt", "a.menu", "README", "menus/a.ivr", "menus/README.md", "menus/LICENSE"):
        (tmp_path / name).write_text(MENU, encoding="utf-8")
    settings = (
        '[kinds]\n"x*" = "menu"\n[per-file-ignores]\n"menu.txt" = ["IVR104"]\n[menu]\nmax-options = 9\n'
    )
    (tmp_path / "smsc-codec.toml").write_text(settings, encoding="utf-8")
    program = (
        "import sys\nfrom smsc_codec.cli import run\n"
        f"assert run({[*arguments]!r}) in (0, 1)\n"
        "print([name for name in sys.modules if name.startswith(('lark', 'importlib.metadata'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.rstrip().endswith("[]")


@pytest.mark.packaging
@pytest.mark.parametrize("editable", [False, True], ids=["wheel", "editable"])
def test_the_example_installs(tmp_path: Path, editable: bool) -> None:
    """From a wheel and as an editable install, the example package is found by the installed program."""

    def call(*command: str | Path, **environment: str) -> str:
        done = subprocess.run(
            [str(part) for part in command], cwd=tmp_path, capture_output=True, text=True, timeout=300,
            env={**os.environ, "NO_COLOR": "1", **environment},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    call(sys.executable, "-m", "venv", tmp_path / "venv")
    python, program = (tmp_path / "venv" / "bin" / name for name in ("python", "smsc-codec"))
    call(python, "-m", "pip", "install", "--quiet", ROOT, *(["--editable"] if editable else []), EXAMPLE)
    (tmp_path / "shop.hours").write_text(BAD, encoding="utf-8")
    assert "HRS001" in call(program, "lint", "--fail-on", "never", "shop.hours")
    (tmp_path / "shop.hours").write_text("mon: 9-18\n", encoding="utf-8")
    parsed = call(program, "parse", "--as", "hours", "shop.hours")
    assert json.loads(parsed)["days"][0]["day"] == "mon"
    (tmp_path / "hours.json").write_text(parsed, encoding="utf-8")
    assert call(program, "build", "--as", "hours", "hours.json") == "mon: 9-18\n"
    assert call(program, "fmt", "--check", ".") == ""
    assert "HRS002" in call(program, "rule")
    assert "Hours" in call(program, "schema", "hours")
    words = {"COMP_WORDS": "smsc-codec schema ho", "COMP_CWORD": "2"}
    assert call(program, _SMSC_CODEC_COMPLETE="bash_complete", **words) == "plain,hours\n"
