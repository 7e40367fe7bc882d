"""The settings that a configuration's table says, and what is said of one that makes no sense."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.registry import ConfigError
from smsc_codec.payloads import KINDS
from smsc_codec.payloads.menu.options import MenuOptions

EVERYTHING = """
select = ["IVR", "VOX"]
ignore = ["key-not-announced"]
profile = "pedantic"
fail-on = "error"
format = "sarif"
unsafe-fixes = true
exclude = ["drafts"]
include = ["scripts/*.txt"]

[per-file-ignores]
"menus/old/**" = ["IVR303", "IVR113"]

[kinds]
"scripts/*.txt" = "menu"

[menu]
max-options = 7
silence = "leave"
characters-per-second = 15
"""


def test_every_setting() -> None:
    """Each setting is read under the name that the documentation gives it."""
    assert settings_from(tomllib.loads(EVERYTHING), "x.toml") == Settings(
        select=("IVR", "VOX"),
        ignore=("key-not-announced",),
        profile="pedantic",
        fail_on="error",
        format="sarif",
        unsafe_fixes=True,
        exclude=("drafts",),
        include=("scripts/*.txt",),
        per_file_ignores={"menus/old/**": ("IVR303", "IVR113")},
        kinds={"scripts/*.txt": "menu"},
        languages={"menu": MenuOptions(max_options=7, silence="leave", characters_per_second=15.0)},
    )


def test_nothing_set_is_the_default() -> None:
    """An empty table says nothing: default profile, exit code 1 from warnings on."""
    assert settings_from({}, "x.toml") == Settings()
    assert (Settings().profile, Settings().fail_on, Settings().format) == ("default", "warning", "full")


REFUSED = {
    "unknown": ("slect = []", "slect", "unknown setting; did you mean 'select'?"),
    "underscore": ("fail_on = 'error'", "fail_on", "unknown setting; did you mean 'fail-on'?"),
    "unknown of the menu": (
        "[menu]\nmax-optons = 3",
        "menu.max-optons",
        "unknown setting; did you mean 'max-options'?",
    ),
    "no list": ("select = 'IVR'", "select", "Expected `array`, got `str`"),
    "no text": ("select = [1]", "select[0]", "Expected `str`, got `int`"),
    "no table": ("menu = 3", "menu", "Expected a table, got `int`"),
    "no truth": ("unsafe-fixes = 'yes'", "unsafe-fixes", "Expected `bool`, got `str`"),
    "no choice": (
        "fail-on = 'fatal'",
        "fail-on",
        "Invalid enum value 'fatal' (allowed: 'error', 'warning', 'info', 'never')",
    ),
    "no choice of the menu": (
        "[menu]\nsilence = 'shout'",
        "menu.silence",
        "Invalid enum value 'shout' (allowed: 'wait', 'leave')",
    ),
    "no number": ("[menu]\nmax-depth = 'three'", "menu.max-depth", "Expected `int`, got `str`"),
    "below nothing": ("[menu]\nmax-options = -1", "menu.max-options", "Expected a number from 0, got -1"),
    "not a number": (
        "[menu]\ncharacters-per-second = nan",
        "menu.characters-per-second",
        "Expected a number from 0, got nan",
    ),
    "no number that ends": (
        "[menu]\ncharacters-per-second = inf",
        "menu.characters-per-second",
        "Expected a number from 0, got inf",
    ),
    "no kind": (
        "[kinds]\n'*.x' = 'men'",
        "kinds.*.x",
        "unknown kind 'men'; did you mean 'menu'?",
    ),
}


@pytest.mark.parametrize(("text", "key", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, key: str, reason: str) -> None:
    """What makes no sense is refused with the file, the key, the reason, and what is allowed."""
    with pytest.raises(ConfigError) as caught:
        settings_from(tomllib.loads(text), "x.toml")
    assert str(caught.value) == f"x.toml: {key}: {reason}"


def test_far_from_any_setting() -> None:
    """A key like no other is answered with all there are."""
    with pytest.raises(
        ConfigError, match=r"choose one of select, ignore, profile, per-file-ignores, .*\bmenu\b"
    ):
        settings_from({"colour-of-the-sky": 1}, "x.toml")


def test_options_by_kind() -> None:
    """A language is given its own table, or its defaults where the settings have none for it."""
    settings = settings_from({"menu": {"max-depth": 9}}, "x.toml")
    assert settings.options("menu", MenuOptions).max_depth == 9
    assert settings.options("other", MenuOptions) == MenuOptions()


KEYS = st.sampled_from(
    [field.encode_name for kind in (Settings, MenuOptions) for field in msgspec.structs.fields(kind)]
)
WORDS = st.sampled_from(["IVR1", "ALL", "default", "json", "never", "menu", "leave", "*.menu"]) | st.text()
#: What TOML can say: no value of it is nothing, and no key is anything but a text.
VALUES = st.recursive(
    WORDS | st.integers() | st.floats() | st.booleans() | st.datetimes() | st.dates() | st.times(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(KEYS | WORDS, values, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS | WORDS, VALUES, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_table_is_settings_or_refused(table: dict[str, object]) -> None:
    """Whatever a table holds, it is read as settings or refused with the key; nothing else ever happens."""
    try:
        found = settings_from(table, "x.toml")
    except ConfigError as error:
        assert error.where.startswith("x.toml: ")
        assert any(error.where.startswith(f"x.toml: {key}") for key in table)
    else:
        assert isinstance(found, Settings)
        assert {key.replace("-", "_") for key in table} <= {*Settings.__struct_fields__, *KINDS}


def test_languages_are_loaded_when_something_is_set_for_them() -> None:
    """Settings alone load no language: a run loads those that its files are in."""
    code = (
        "import sys; from smsc_codec.linter.config import settings_from; settings_from({'profile': 'pedantic'}, '');"
        "print(*(name for name in sys.modules if name.startswith('smsc_codec.payloads.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["smsc_codec.payloads.codec"]
