"""Finds and reads the configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from smsc_codec.cli.files import open_bytes
from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.registry import ConfigError


class Configuration:
    """The settings, and the file they come from: `path` is "" where there is none.

    Its globs are for paths relative to `folder`. `table` is what the file says.
    """

    def __init__(
        self,
        settings: Settings,
        path: str = "",
        text: str = "",
        folder: str = ".",
        table: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self.settings = settings
        self.path = path
        self.text = text
        self.folder = folder
        self.table = table


def load(path: str | None = None, *, isolated: bool = False, start: str | None = None) -> Configuration:
    """The configuration: of the file that is named, or of the nearest one above the current folder, or above `start`.

    `smsc-codec.toml` goes before `pyproject.toml`, which counts only if it has a `[tool.smsc-codec]`. The search ends
    at the root of a repository. Globs are relative to the folder of the file that was found, or to the current one.
    Raises ConfigError.
    """
    if isolated:
        return Configuration(Settings())
    if path is not None:
        return _read(path, needed=True) or Configuration(Settings())
    try:
        folder = os.getcwd() if start is None else os.path.abspath(start)
    except OSError:  # it was removed
        return Configuration(Settings())
    while True:
        for name in ("smsc-codec.toml", "pyproject.toml"):
            found = _read(os.path.join(folder, name))
            if found:
                found.folder = folder
                return found
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return Configuration(Settings())
        folder = above


def _read(path: str, *, needed: bool = False) -> Configuration | None:
    shown = os.path.basename(path)
    whole = not shown.endswith("pyproject.toml")
    try:
        with open_bytes(path) as file:
            data = file.read()
    except OSError as error:
        if needed or not isinstance(error, FileNotFoundError):
            raise ConfigError(path, error.strerror or str(error)) from None
        return None
    if not whole and b"smsc-codec" not in data and not needed:
        return None  # without loading a TOML reader
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # all that it raises for numbers too long, tables too deep
        raise ConfigError(shown, f"not TOML: {error}") from None
    if not whole:
        tools = table.get("tool")
        table = tools.get("smsc-codec") if isinstance(tools, dict) else None
        if table is None:
            return None
        if not isinstance(table, dict):
            raise ConfigError(f"{shown}: tool.smsc-codec", "must be a table")
    return Configuration(settings_from(table, shown), path, text, table=table)
