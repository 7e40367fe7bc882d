"""The example messages of docs/examples/message: what the tables there promise is what the linter finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.engine import check as lint
from smsc_codec.linter.kinds import ending
from smsc_codec.payloads import codec
from smsc_codec.payloads.message import build, parse
from tests.mending import made_worse, mended_by

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples" / "message"
TABLES = (EXAMPLES / "README.md").read_text(encoding="utf-8")


def text_of(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode("utf-8")


def kind_of(name: str) -> str:
    found = ending(name)
    assert found
    return found[0]


def rows(folder: str) -> dict[str, list[str]]:
    """The rows of a table by file: the codes in its last column."""
    return {
        name: re.findall(r"[A-Z]{3}\d{3}", rest.rpartition("|")[2])
        for name, rest in re.findall(rf"^\| \[[^\]]*\]\(({folder}/[^)]*)\)(.*)\|$", TABLES, re.MULTILINE)
    }


@pytest.mark.parametrize("folder", ["sound", "broken"])
def test_tables_list_every_file(folder: str) -> None:
    """Each example stands in its table, in English and Russian."""
    files = {f"{folder}/{path.name}" for path in (EXAMPLES / folder).iterdir()}
    assert set(rows(folder)) == files
    russian = sum(bool(re.search("[а-я]", text_of(name))) for name in files)
    assert min(russian, len(files) - russian) >= 6


@pytest.mark.parametrize("name", sorted(rows("sound")))
def test_sound_message_has_no_finding(name: str) -> None:
    """A sound message parses, builds to what reads back equal, and gives no finding in the default profile."""
    message = parse(text_of(name))
    assert parse(build(message)) == message
    assert [(f.code, f.message) for f in lint(text_of(name), kind_of(name))] == []


@pytest.mark.parametrize(("name", "codes"), sorted(rows("broken").items()))
def test_broken_message_is_told(name: str, codes: list[str]) -> None:
    """A broken message gives the findings its table names, and fixing is idempotent and adds none."""
    text = text_of(name)
    assert codes
    assert set(codes) <= {f.code for f in lint(text, kind_of(name))}
    linter = Linter(codec(kind_of(name)), Settings(profile="pedantic"))
    for unsafe in (False, True):
        fixed = mended_by(linter, text, unsafe=unsafe)
        assert not made_worse(linter, text, fixed)
        assert mended_by(linter, fixed.text, unsafe=unsafe).applied == 0
