"""`lint --show-settings`: what counts in a run, and where each of it comes from, as a configuration file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import structs

from smsc_codec.cli import terminal
from smsc_codec.cli.asked import Request
from smsc_codec.cli.settings import Configuration
from smsc_codec.linter.config import Settings
from smsc_codec.payloads import KINDS, codec, foreign_kinds


def shown(request: Request, configuration: Configuration, settings: Settings) -> Iterator[str]:
    """The lines: TOML that says the same again, with a remark on each setting."""
    origins = Origins(request, configuration)
    yield f"# {os.path.abspath(configuration.path) if configuration.path else terminal.spoken('no configuration')}"
    tables = []
    for field in structs.fields(Settings):
        key, value = field.encode_name, getattr(settings, field.name)
        if key == "languages":
            continue
        if isinstance(value, Mapping):
            tables.append((key, value, origins.of(key)))
        elif value is None:
            yield f"# {key}: {terminal.language()}  # {origins.locale()}"
        else:
            yield f"{key} = {toml(value)}  # {origins.of(key)}"
    for key, table, origin in tables:
        yield ""
        yield f"[{key}]  # {origin}"
        yield from (f"{toml(name)} = {toml(value)}" for name, value in table.items())
    for kind in (*KINDS, *foreign_kinds()):
        options = settings.options(kind, codec(kind).options)
        fields = structs.fields(options)
        if fields:
            yield ""
            yield f"[{kind}]"
        for field in fields:
            value = getattr(options, field.name)
            line = f"{field.encode_name} = {toml(value)}" if value is not None else f"# {field.encode_name}"
            yield f"{line}  # {origins.of_option(kind, field.encode_name)}"


class Origins:
    """Where settings come from."""

    def __init__(self, request: Request, configuration: Configuration) -> None:
        self._request = request
        self._table = configuration.table
        self._file = os.path.basename(configuration.path)

    def of(self, key: str) -> str:
        """The origins of a setting, by comma where there are several."""
        asked = getattr(self._request, key.replace("-", "_"), None)
        option = f"--{key}" if asked not in (None, (), False, {}) else ""
        if key == "gitignore" and asked is False:
            option = "--no-gitignore"
        if key == "select" and self._request.profile and not option:
            option = "--profile"
        adds = key in ("ignore", "severity") or not option
        configured = self._file if key in self._table and adds else ""
        return ", ".join(filter(None, (configured, option))) or terminal.spoken("default")

    def of_option(self, kind: str, key: str) -> str:
        """The origin of a language's option."""
        table = self._table.get(kind)
        return self._file if isinstance(table, Mapping) and key in table else terminal.spoken("default")

    def locale(self) -> str:
        """Where the language comes from that no configuration says."""
        return terminal.spoken("--lang, or the locale")


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=not value.isprintable())
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{toml(str(key))} = {toml(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple | frozenset):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)
