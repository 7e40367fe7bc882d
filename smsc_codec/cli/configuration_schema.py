"""The JSON Schema of a configuration, for editors: smsc-codec.toml, or `[tool.smsc-codec]` in pyproject.toml."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from smsc_codec.linter.config import Settings
from smsc_codec.payloads import ALIASES, KINDS, codec

#: A code, a name, the beginning of a code, or ALL; in per-file ignores at one item, too.
_SELECTOR = "^(ALL|[A-Z]+[0-9]*|[a-z][a-z0-9-]*)$"
_IGNORE = "^(ALL|[A-Z]+[0-9]*|[a-z][a-z0-9-]*)(@.+)?$"


def configuration_schema(kinds: Iterable[str] = KINDS) -> dict[str, Any]:
    """The schema, with the options of some kinds: those of packages of others where these are asked for."""
    kinds = tuple(kinds)
    languages = {kind: codec(kind).options for kind in kinds}
    (_, *made), definitions = msgspec.json.schema_components(
        [Settings, *languages.values()], ref_template="#/$defs/{name}"
    )
    whole = definitions.pop("Settings")
    properties = whole["properties"]
    del properties["languages"]
    for name in ("select", "ignore"):
        properties[name]["items"]["pattern"] = _SELECTOR
    properties["severity"]["propertyNames"] = {"pattern": _SELECTOR}
    properties["per-file-ignores"]["additionalProperties"]["items"]["pattern"] = _IGNORE
    properties["kinds"]["additionalProperties"] = {"enum": [*kinds, *ALIASES]}
    _tell(Settings, properties)
    for options, reference in zip(languages.values(), made, strict=True):
        inside = definitions[reference["$ref"].rpartition("/")[2]]
        inside["description"] = inspect.cleandoc(inside.get("description", ""))
        _tell(options, inside["properties"])
        inside["additionalProperties"] = False
    properties |= dict(zip(languages, made, strict=True))
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "smsc-codec",
        "description": inspect.cleandoc(Settings.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))  # defaults as JSON has them
    return plain


def _tell(options: type, properties: dict[str, Any]) -> None:
    """Say of each property what the source says of it, and that its number is not below 0."""
    bases = [base for base in reversed(options.__mro__) if issubclass(base, Struct) and base is not Struct]
    told = {name: words for base in bases for name, words in _told(base)}
    for field in msgspec.structs.fields(options):
        one = properties.get(field.encode_name, {})
        if told.get(field.name):
            one["description"] = told[field.name]
        for number in (one, *one.get("anyOf", ())):
            if number.get("type") in ("integer", "number"):
                number["minimum"] = 0


def _told(options: type) -> Iterator[tuple[str, str]]:
    """The remarks of a type's source, `#:`, each with the fields that follow it up to an empty line or another one."""
    try:
        source = inspect.getsource(options)
    except OSError:  # packed without it
        return
    words: list[str] = []
    fresh = False
    for line in source.splitlines():
        text = line.strip()
        if text.startswith("#:"):
            words = [*(words if fresh else ()), text[2:].strip()]
            fresh = True
            continue
        fresh = False
        name, sign, _ = text.partition(": ")
        if not text:
            words = []
        elif sign and name.isidentifier() and words:
            yield name, " ".join(words)
