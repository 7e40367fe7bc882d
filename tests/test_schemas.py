"""The JSON Schemas of docs/schemas: the contract for other languages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from smsc_codec.cli.schema import schema
from smsc_codec.payloads import KINDS
from smsc_codec.payloads.menu import parse

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "docs" / "schemas"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_schema_is_fresh(kind: str) -> None:
    """The committed schema of each kind is what `smsc-codec schema KIND` prints."""
    there = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert there == schema(kind)


def test_schema_takes_every_example_and_refuses_others() -> None:
    """The JSON of each sound example menu fits the schema; an unknown action and a missing key do not."""
    schema = json.loads((SCHEMAS / "menu.schema.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(schema)
    examples = sorted((ROOT / "docs" / "examples" / "sound").glob("*.menu"))
    assert examples
    for path in examples:
        value = json.loads(msgspec.json.encode(parse(path.read_bytes().decode("utf-8"))))
        assert not list(check.iter_errors(value)), path.name
    assert list(check.iter_errors({"items": [{"key": "1", "action": {"type": "dance"}}]}))
    assert list(check.iter_errors({"items": [{"action": {"type": "end"}}]}))
