"""Packages of others that do not keep their promise: told of by name, and never in the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from smsc_codec import payloads, plugins
from smsc_codec.diagnostics import Problem
from smsc_codec.linter.engine import check
from smsc_codec.linter.registry import all_rules
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Rule, Ruleset
from tests.cli.conftest import Cli
from tests.cli.packages import BAD, MENU, Install, forget


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
    (folder / "a.odd").write_text("some text ", encoding="utf-8")  # which a menu's rules would find much in
    (folder / "menu.odd").write_text(MENU, encoding="utf-8")
    assert cli("lint", "--fix", "a.odd").code == 2
    assert cli("fmt", "a.odd").code == 2
    assert (folder / "a.odd").read_text(encoding="utf-8") == "some text "
    assert cli("lint", "--explain-kind", "menu.odd", "a.odd").out == (
        "menu.odd: menu (its content looks like a voice menu (IVR))\n"
        "a.odd: package 'odd-package' (smsc_codec.codecs, 'odd'): "
        "ModuleNotFoundError: No module named 'nowhere'\n"
    )


def test_a_rule_that_fails(
    installed: Install, monkeypatch: pytest.MonkeyPatch, cli: Cli, folder: Path
) -> None:
    """A mistake in a package that shows only when its rules run is told as its own, and other files are linted."""
    odd = SimpleNamespace(CODEC=_shape(context=lambda text, options: text[99]))
    monkeypatch.setitem(sys.modules, "odd_module", odd)
    installed("odd-package", plugins.CODECS, odd="odd_module:CODEC")
    for name, text in (("a.odd", "x"), ("z.menu", MENU + "{menu: Again}")):
        (folder / name).write_text(text, encoding="utf-8")
    done = cli("lint", "--format", "concise", ".")
    assert done.code == 2
    assert "z.menu:6:1: error IVR003" in done.out
    assert "'odd-package' (smsc_codec.codecs, 'odd'): IndexError: string index out of range" in done.err
    forget()
    assert cli("lint", "--format", "concise", "--jobs", "2", ".") == done


def test_names_that_are_taken(installed: Install, cli: Cli) -> None:
    """A built-in kind is never replaced, nor one of another package: the second is told of, and passed over."""
    from smsc_codec.payloads.menu import CODEC

    installed("takes-menu", plugins.CODECS, menu="hours_codec:CODEC", sms="hours_codec:CODEC")
    assert payloads.codec("menu") is CODEC
    assert payloads.foreign_kinds() == ()
    installed("first-hours", plugins.CODECS, hours="hours_codec:CODEC")
    installed("second-hours", plugins.CODECS, hours="hours_codec:CODEC")
    done = cli("rule")
    assert done.code == 2
    assert "HRS001" in done.out
    assert (
        "package 'takes-menu' (smsc_codec.codecs, 'menu'): not used: the kind 'menu' is built in" in done.err
    )
    assert "package 'takes-menu' (smsc_codec.codecs, 'sms')" in done.err
    assert done.err.count("-hours' (smsc_codec.codecs, 'hours') comes before it") == 1


def test_rules_of_two_packages(installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two with one code the kind that comes first keeps it, the other lints nothing; one rule may serve both."""
    odd = SimpleNamespace(CODEC=_shape(rules=lambda: [_taken("HRS001", "odd-rule")]))
    monkeypatch.setitem(sys.modules, "odd_module", odd)
    installed("odd-package", plugins.CODECS, hours="hours_codec:CODEC", odd="odd_module:CODEC")
    assert check(BAD, "hours")
    with pytest.raises(PluginError, match="its rule HRS001 odd-rule already exists"):
        check("", "odd")
    odd.CODEC = _shape(rules=payloads.codec("menu").rules)
    forget()
    assert list(all_rules()) == [*all_rules().built_in(), "HRS001", "HRS002"]
    assert plugins.broken_packages() == ()


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
