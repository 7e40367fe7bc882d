"""Packages of others: found when they are needed, told of when they are broken, and never in the way."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from smsc_codec import payloads, plugins
from smsc_codec.diagnostics import Problem
from smsc_codec.lint.config import settings_from
from smsc_codec.lint.engine import check
from smsc_codec.lint.kinds import ending, kind_of
from smsc_codec.lint.registry import ConfigError, all_rules
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Rule, Ruleset
from tests.cli.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "example-codec"
BAD = "mon 9-18\ntue: 18-9\n"


MENU = "Hello!\n\n{menu: Press 1 to leave.\n#: start\n1: end}\n"


def install(folder: Path, package: str, group: str, **points: str) -> None:
    """Put a package's metadata into a folder of the path: what an installer writes, without its modules."""
    metadata = folder / f"{package}-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (metadata / "entry_points.txt").write_text(f"[{group}]\n{lines}")


def forget() -> None:
    for cached in (plugins.found, payloads._others, payloads._other):
        cached.cache_clear()
    plugins._complaints.clear()


Install = Callable[..., None]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Install]:
    """Installs packages, as `install` does, into a folder of this process's path."""
    site = tmp_path_factory.mktemp("site")
    monkeypatch.syspath_prepend(str(EXAMPLE))
    monkeypatch.syspath_prepend(str(site))

    def call(package: str, group: str, **points: str) -> None:
        install(site, package, group, **points)
        importlib.invalidate_caches()
        forget()

    forget()
    yield call
    forget()


@pytest.fixture
def hours(installed: Install) -> None:
    """The example package, as if it were installed."""
    installed("smsc-codec-hours", plugins.CODECS, hours="hours_codec:CODEC")


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


class _Odd(msgspec.Struct):
    latest: int = 0


class _Needy(msgspec.Struct):
    needed: int


def _shape(**more: Any) -> SimpleNamespace:
    """A codec that lacks nothing but what is given differently."""
    names = ("read", "parse", "build", "format", "looks_like", "context")
    shape: dict[str, Any] = dict.fromkeys(names, str)
    shape |= {
        "kind": "odd",
        "title": "t",
        "value": _Odd,
        "options": _Odd,
        "rules": list,
        "endings": (".odd",),
    }
    return SimpleNamespace(**shape | more)


def _taken(code: str, name: str) -> Rule:
    rules = Ruleset()

    @rules.rule(code, name, "error")
    def rule(context: Any) -> Iterator[Problem]:
        """A rule.

        Since: 0.1
        """
        yield from ()

    return rules.rules[0]


BROKEN: dict[str, tuple[Any, str]] = {
    "no module": ("there_is_no_such_module:CODEC", "ModuleNotFoundError"),
    "no attribute": ("hours_codec:NOTHING", "AttributeError"),
    "no entry point": ("%%%", "Error"),
    "another kind": ("hours_codec:CODEC", "its kind is 'hours'"),
    "another shape": (SimpleNamespace(kind="odd"), "it has no read"),
    "no function": (_shape(read=None), "it has no read"),
    "title": (_shape(title=None), "its title"),
    "value": (_shape(value=dict), "its value is the type of a msgspec Struct"),
    "options": (_shape(options=int), "its options is the type of a msgspec Struct"),
    "options that need something": (_shape(options=_Needy), "needed"),
    "endings": (_shape(endings="odd"), "its endings"),
    "rules that fail": (_shape(rules=lambda: 1 // 0), "ZeroDivisionError"),
    "rules that are none": (_shape(rules=lambda: [1]), "its rules are Rules"),
    "a name that is there already": (
        _shape(rules=lambda: [_taken("ODD001", "err-loop")]),
        "its rule ODD001 err-loop",
    ),
    "a code that is there already": (
        _shape(rules=lambda: [_taken("IVR104", "odd-rule")]),
        "its rule IVR104 odd-rule",
    ),
}


@pytest.mark.parametrize(("value", "why"), BROKEN.values(), ids=BROKEN)
def test_broken_packages(
    installed: Install, monkeypatch: pytest.MonkeyPatch, cli: Cli, folder: Path, value: Any, why: str
) -> None:
    """A package that does not keep its promise is told of by name; built-in kinds are linted all the same."""
    if not isinstance(value, str):
        monkeypatch.setitem(sys.modules, "odd_module", SimpleNamespace(CODEC=value))
        value = "odd_module:CODEC"
    installed("odd-package", plugins.CODECS, odd=value)
    for name, text in (("a.odd", "x"), ("a.menu", MENU), ("bad.menu", MENU + "{menu: Again}")):
        (folder / name).write_text(text, encoding="utf-8")
    assert (cli("lint", "a.menu").code, cli("lint", "a.menu").err) == (0, "")
    assert "package" not in cli("parse", "bad.menu").err
    assert cli("rule", "IVR104").code == 0
    assert "package" not in cli("rule", "IVR104").err

    # What needs it, or all there are, says what is wrong with it; what can be done is done.
    (folder / "smsc-codec.toml").write_text("[odd]\nlatest = 1\n", encoding="utf-8")
    everything = cli("lint", "--format", "concise", ".")
    assert "bad.menu:6:1: error IVR00" in everything.out
    only = cli("lint", "--as", "odd", "a.odd", "a.menu")
    listed = cli("rule")
    assert "IVR104" in listed.out
    for done in (everything, only, listed, cli("lint", "--select", "ODD001", "a.menu")):
        assert done.code == 2
        assert "package 'odd-package' (smsc_codec.codecs, 'odd')" in done.err
        assert why in done.err
        assert "Traceback" not in done.err


def test_a_file_that_may_be_of_a_broken_package(installed: Install, cli: Cli, folder: Path) -> None:
    """It is not taken for something else: `--fix` would mend what it does not understand."""
    installed("odd-package", plugins.CODECS, odd="nowhere:CODEC")
    (folder / "a.odd").write_text("some text ", encoding="utf-8")
    (folder / "menu.odd").write_text(MENU, encoding="utf-8")
    assert cli("lint", "--fix", "a.odd").code == 2
    assert cli("fmt", "a.odd").code == 2
    assert (folder / "a.odd").read_text(encoding="utf-8") == "some text "
    assert cli("lint", "--explain-kind", "menu.odd", "a.odd").out == (
        "menu.odd: menu (its content looks like a voice menu (IVR))\n"
        "a.odd: package 'odd-package' (smsc_codec.codecs, 'odd'): "
        "ModuleNotFoundError: No module named 'nowhere'\n"
    )


def test_names_that_are_taken(installed: Install, cli: Cli) -> None:
    """A built-in kind is never replaced, nor one of another package: the second is told of, and passed over."""
    from smsc_codec.payloads.menu import CODEC

    installed("takes-menu", plugins.CODECS, menu="hours_codec:CODEC", sms="hours_codec:CODEC")
    assert payloads.codec("menu") is CODEC
    assert payloads.others() == ()
    installed("first-hours", plugins.CODECS, hours="hours_codec:CODEC")
    installed("second-hours", plugins.CODECS, hours="hours_codec:CODEC")
    done = cli("rule")
    assert done.code == 2
    assert "HRS001" in done.out
    assert (
        "package 'takes-menu' (smsc_codec.codecs, 'menu'): passed over: the kind 'menu' is built in"
        in done.err
    )
    assert "package 'takes-menu' (smsc_codec.codecs, 'sms')" in done.err
    assert done.err.count("-hours' (smsc_codec.codecs, 'hours') comes before it") == 1


def test_rules_of_two_packages(installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two with one code the kind that comes first keeps it, the other lints nothing; one rule may serve both."""
    odd = SimpleNamespace(CODEC=_shape(rules=lambda: [_taken("HRS001", "odd-rule")]))
    monkeypatch.setitem(sys.modules, "odd_module", odd)
    installed("odd-package", plugins.CODECS, hours="hours_codec:CODEC", odd="odd_module:CODEC")
    assert check(BAD, "hours")
    with pytest.raises(PluginError, match="its rule HRS001 odd-rule is there already"):
        check("", "odd")
    odd.CODEC = _shape(rules=payloads.codec("menu").rules)
    forget()
    assert list(all_rules()) == [*all_rules().built_in(), "HRS001", "HRS002"]
    assert plugins.complaints() == ()


def test_a_package_that_ends_the_program(installed: Install, tmp_path: Path) -> None:
    """An import that exits is told of like any other that fails."""
    (tmp_path / "leaving.py").write_text("raise SystemExit(0)\n", encoding="utf-8")
    installed("odd-package", plugins.CODECS, odd="leaving:CODEC")
    sys.path.insert(0, str(tmp_path))
    try:
        with pytest.raises(PluginError, match="SystemExit"):
            payloads.codec("odd")
    finally:
        sys.path.remove(str(tmp_path))


@pytest.mark.usefixtures("hours")
def test_completion(cli: Cli, monkeypatch: pytest.MonkeyPatch, installed: Install) -> None:
    """Kinds and rules of others are completed, and nothing is said of broken ones amid a command."""
    installed("odd-package", plugins.CODECS, odd="nowhere:CODEC")

    def completed(*words: str) -> str:
        program = "from smsc_codec.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, timeout=60,
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
    assert cli("greet").out == "hello\n"
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
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
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
