"""Where the configuration is found, and what counts in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsc_codec.cli.asked import Request, settings_of
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import ConfigError, all_rules
from smsc_codec.payloads.menu import MenuOptions
from tests.cli import samples
from tests.cli.conftest import Cli

# Files and what they say; the profile that then counts below a/b.
PEDANTIC, TABLE = 'profile = "pedantic"\n', '[tool.smsc-codec]\nprofile = "pedantic"\n'
FOUND = {
    "nothing": ({}, "default"),
    "here": ({"a/b/smsc-codec.toml": PEDANTIC}, "pedantic"),
    "above": ({"a/smsc-codec.toml": PEDANTIC}, "pedantic"),
    "pyproject": ({"pyproject.toml": TABLE}, "pedantic"),
    "pyproject in other words": (
        {"pyproject.toml": '[tool]\n"smsc-codec" = {profile="pedantic"}'},
        "pedantic",
    ),
    "pyproject of others": ({"a/pyproject.toml": "[tool.ruff]\n", "pyproject.toml": TABLE}, "pedantic"),
    "pyproject that only names us": (
        {"a/pyproject.toml": 'dependencies = ["smsc-codec"]', "pyproject.toml": TABLE},
        "pedantic",
    ),
    "nearest": ({"a/smsc-codec.toml": "", "smsc-codec.toml": PEDANTIC}, "default"),
    "own file first": ({"a/smsc-codec.toml": "", "a/pyproject.toml": TABLE}, "default"),
    "not above the repository": ({"a/.git/x": "", "smsc-codec.toml": PEDANTIC}, "default"),
    "at the root of the repository": ({"a/.git/x": "", "a/smsc-codec.toml": PEDANTIC}, "pedantic"),
    "a work tree's .git is a file": ({"a/.git": "gitdir: x", "smsc-codec.toml": PEDANTIC}, "default"),
    "with a mark": ({"smsc-codec.toml": "\ufeff" + PEDANTIC}, "pedantic"),
}


def put(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("texts", "profile"), FOUND.values(), ids=FOUND)
def test_search(folder: Path, monkeypatch: pytest.MonkeyPatch, texts: dict[str, str], profile: str) -> None:
    """The nearest configuration above counts, up to the root of the repository."""
    (folder / "a" / "b").mkdir(parents=True)
    put(folder, texts)
    monkeypatch.chdir(folder / "a" / "b")
    assert load().settings.profile == profile
    assert load(isolated=True).settings.profile == "default"


WRONG = {
    "no TOML": ("smsc-codec.toml", "\nprofile = x", r"^smsc-codec.toml: not TOML: .*line 2"),
    "no UTF-8": ("smsc-codec.toml", b"# \xff", r"^smsc-codec.toml: not TOML: .*0xff"),
    "too deep": ("smsc-codec.toml", "x = " + "[" * 5000, r"^smsc-codec.toml: not TOML: "),
    "unknown key": ("smsc-codec.toml", "slect = []", r"^smsc-codec.toml: slect: .*'select'"),
    "no table": (
        "pyproject.toml",
        "[tool]\nsmsc-codec = 3",
        r"^pyproject.toml: tool.smsc-codec: must be a table$",
    ),
}


@pytest.mark.parametrize(("name", "text", "reason"), WRONG.values(), ids=WRONG)
def test_wrong_configuration(folder: Path, name: str, text: str | bytes, reason: str) -> None:
    """What cannot be read as settings is refused, with the file and the place."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ConfigError, match=reason):
        load()


def test_named_configuration(folder: Path) -> None:
    """`--config` names a file of either kind, which must exist; it goes before the search."""
    put(folder, {"smsc-codec.toml": "", "x/other.toml": PEDANTIC, "x/pyproject.toml": TABLE})
    assert load("x/other.toml").settings.profile == "pedantic"
    assert load("x/pyproject.toml").settings.profile == "pedantic"
    with pytest.raises(ConfigError, match=r"^gone.toml: No such file"):
        load("gone.toml")


def test_a_named_pyproject_without_a_table(folder: Path) -> None:
    """A pyproject.toml that is named and says nothing of this project sets nothing."""
    put(folder, {"smsc-codec.toml": PEDANTIC, "x/pyproject.toml": "[tool.ruff]\n"})
    assert load("x/pyproject.toml").settings.profile == "default"


def test_options_that_a_program_gives() -> None:
    """Options of languages go before those of the configuration, kind by kind."""
    rules = all_rules()
    given, set_ = MenuOptions(max_depth=1), MenuOptions(max_depth=2)
    configured = Configuration(Settings(languages={"menu": set_, "call": set_}))
    asked = Request(paths=(), languages={"menu": given})
    assert settings_of(asked, configured, rules).languages == {"menu": given, "call": set_}
    assert settings_of(Request(paths=()), configured, rules) == configured.settings


def test_tool_table_of_another_shape(folder: Path) -> None:
    """A pyproject.toml whose `tool` is no table is none of our business."""
    (folder / "pyproject.toml").write_text('tool = "smsc-codec"')
    assert load().path == ""


def test_globs_follow_the_configuration(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same ignores, kinds and excludes hold from whatever folder the linter is called."""
    put(
        folder,
        {
            "smsc-codec.toml": 'exclude = ["x/old"]\n[per-file-ignores]\n"x/*.menu" = ["IVR303"]\n',
            "x/a.menu": samples.WARNING,
            "x/old/b.menu": samples.ERROR,
        },
    )
    assert cli("lint", ".").code == 0
    monkeypatch.chdir(folder / "x")
    assert cli("lint", ".").code == 0
    assert cli("lint", "a.menu").code == 0
    assert cli("lint", "-", "--stdin-filename", "a.menu", stdin=samples.WARNING).code == 0
    assert cli("lint", "-", stdin=samples.WARNING).code == 1


def test_globs_of_a_named_configuration(cli: Cli, folder: Path) -> None:
    """The globs of a file that `--config` names hold from the current folder."""
    put(
        folder, {"etc/our.toml": '[per-file-ignores]\n"x/*.menu" = ["IVR303"]\n', "x/a.menu": samples.WARNING}
    )
    assert cli("lint", "--config", "etc/our.toml", "x").code == 0


def test_from_another_folder(folder: Path) -> None:
    """The search may start in a folder that is not the current one."""
    put(folder, {"a/smsc-codec.toml": PEDANTIC})
    assert load(start=str(folder / "a")).settings.profile == "pedantic"
    assert load().settings.profile == "default"
