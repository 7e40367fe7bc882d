"""What a project can set, as `[tool.smsc-codec]` in pyproject.toml or in smsc-codec.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct, structs

from smsc_codec.diagnostics import SEVERITIES, Severity
from smsc_codec.linter.registry import ConfigError, existing_kind
from smsc_codec.linter.words import Language
from smsc_codec.payloads import KINDS, codec, foreign_kinds
from smsc_codec.plugins import PluginError
from smsc_codec.rules import Profile

FailOn = Literal["error", "warning", "info", "never"]
Format = Literal[
    "full", "concise", "json", "json-lines", "github", "gitlab", "azure", "sarif", "junit", "checkstyle", "rdjson",
    "markdown",
]  # fmt: skip


class Settings(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The settings of a run; the defaults are those of a project that sets nothing."""

    #: The rules that run, by code, name or beginning of a code; where it is given the profile does not count.
    select: tuple[str, ...] = ()
    #: The rules that do not run.
    ignore: tuple[str, ...] = ()
    #: `default`, or `pedantic` for every rule.
    profile: Profile = "default"
    #: A glob of files to the rules that are not reported there, each alone or at an item: `"IVR303@4"`.
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    #: How bad what rules find is, where it is not as bad as they say; the most exact selector of a rule counts.
    severity: dict[str, Severity] = {}
    #: The mildest severity that makes the exit code 1.
    fail_on: FailOn = "warning"
    #: How findings are shown.
    format: Format = "full"
    #: The language of what is said; the locale's where it is not set.
    lang: Language | None = None
    #: Whether `--fix` applies fixes that may change what a menu says.
    unsafe_fixes: bool = False
    #: Globs of files and folders that are passed over when folders are walked.
    exclude: tuple[str, ...] = ()
    #: Globs of files that are linted when folders are walked, beside those whose ending says what they are.
    include: tuple[str, ...] = ()
    #: The file with the findings that are known and not told again, relative to the configuration; "" is none.
    baseline: str = ""
    #: Whether what a `.gitignore` names is passed over when folders are walked.
    gitignore: bool = True
    #: A glob of files to what they are: `"scripts/*.txt" = "menu"`.
    kinds: dict[str, str] = {}
    #: The options of languages by their kinds, each a table of its own under its kind. A language is loaded only when
    #: something is set for it.
    languages: dict[str, Any] = {}

    def options(self, kind: str, options: type) -> Any:
        """The options of one kind of payload, or their defaults."""
        return self.languages.get(kind) or options()


def settings_from(table: Mapping[str, Any], source: str) -> Settings:
    """The settings that a configuration's table says.

    Raises ConfigError, which names the key, for a key that does not exist (with the nearest that does) and for a
    value of the wrong kind (with what is allowed).
    """
    own = {key: value for key, value in table.items() if key in _own()}
    kinds = [key for key in table if key not in own]
    for key in kinds:
        if key not in KINDS and key not in foreign_kinds():
            raise _unknown(key, [*_own(), *KINDS, *foreign_kinds()], f"{source}: ")
    settings: Settings = _converted(own, Settings, f"{source}: ")
    for glob, kind in settings.kinds.items():
        existing_kind(kind, f"{source}: kinds.{glob}")
    languages: dict[str, Any] = {}
    for kind in kinds:
        with suppress(PluginError):  # `plugins.complaints` tells of it
            languages[kind] = _converted(table[kind], codec(kind).options, f"{source}: {kind}.")
    return structs.replace(settings, languages=languages)


@cache
def _own() -> tuple[str, ...]:
    """The keys that are not those of a language."""
    return tuple(field.encode_name for field in structs.fields(Settings) if field.name != "languages")


def _converted(table: Any, kind: type, where: str) -> Any:
    if not isinstance(table, Mapping):
        raise ConfigError(where.rstrip("."), f"Expected a table, got `{type(table).__name__}`")
    names = [field.encode_name for field in structs.fields(kind)]
    for key in table:
        if key not in names:
            raise _unknown(key, names, where)
    try:
        value: Any = msgspec.convert(dict(table), kind)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        key = path.strip("`.")
        raise ConfigError(where + _named(table, key), reason + _allowed(kind, key)) from None
    for field in structs.fields(kind):
        number = getattr(value, field.name)
        if type(number) in (int, float) and not 0 <= number < 1e9:
            raise ConfigError(where + field.encode_name, f"Expected a number from 0, got {number}")
    return value


def _named(table: Mapping[str, Any], key: str) -> str:
    """A key's path with the key of an inner table in it, for which msgspec writes `[...]`, where only one can be."""
    outer, wild, rest = key.partition("[...]")
    keys = [one for one, value in table[outer].items() if value not in [*SEVERITIES]] if wild else []
    return f"{outer}.{keys[0]}{rest}" if len(keys) == 1 else key


def _unknown(key: str, names: Sequence[str], where: str) -> ConfigError:
    from smsc_codec.text.near import nearest

    meant = nearest(key.replace("_", "-"), names, 3)
    hint = f"did you mean '{meant}'?" if meant else f"choose one of {', '.join(names) or 'none'}"
    return ConfigError(f"{where}{key}", f"unknown setting; {hint}")


def _allowed(kind: type, key: str) -> str:
    name = key.partition("[")[0]
    for field in structs.fields(kind):
        choices = [one for choice in get_args(field.type) for one in (get_args(choice) or (choice,))]
        choices = [choice for choice in choices if choice is not type(None) and choice is not str]
        if field.encode_name == name and choices and all(isinstance(choice, str) for choice in choices):
            hint = "; 'ignore' is for rules that should not run" if name == "severity" else ""
            return f" (allowed: {', '.join(map(repr, choices))}){hint}"
    return ""
