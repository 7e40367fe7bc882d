"""The example menus of docs/examples: what the tables there promise is what the linter finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.engine import check as lint
from smsc_codec.payloads import codec
from tests.mending import made_worse, mended_by

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
TABLES = (EXAMPLES / "README.md").read_text(encoding="utf-8")


def text_of(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode("utf-8")


def rows(folder: str) -> dict[str, list[str]]:
    """The rows of a table by file: the codes in its last column."""
    found = {}
    for name, rest in re.findall(rf"^\| \[[^\]]*\]\(({folder}/[^)]*)\)(.*)\|$", TABLES, re.MULTILINE):
        found[name] = re.findall(r"[A-Z]{3}\d{3}", rest.rpartition("|")[2])
    return found


@pytest.mark.parametrize("folder", ["sound", "broken"])
def test_tables_list_every_file(folder: str) -> None:
    """Each example stands in its table, at least twelve of each, in English and Russian."""
    files = {f"{folder}/{path.name}" for path in (EXAMPLES / folder).glob("*.menu")}
    assert set(rows(folder)) == files
    assert len(files) >= 12
    russian = sum(bool(re.search("[а-я]", text_of(name))) for name in files)
    assert min(russian, len(files) - russian) >= 5


@pytest.mark.parametrize("name", sorted(rows("sound")))
def test_sound_menu_has_no_finding(name: str) -> None:
    """A sound menu of a real business gives no finding at all in the default profile."""
    assert [(f.code, f.message) for f in lint(text_of(name))] == []


@pytest.mark.parametrize(("name", "codes"), sorted(rows("broken").items()))
def test_broken_menu_is_told(name: str, codes: list[str]) -> None:
    """A broken menu gives the findings its table names, and each lies inside the text."""
    text = text_of(name)
    found = lint(text)
    assert codes
    assert set(codes) <= {finding.code for finding in found}
    assert all(0 <= f.span.start <= f.span.end <= len(text) for f in found)


def test_page_menu_has_no_error() -> None:
    """The page's own example lints without a finding of severity error (IVR-12)."""
    found = lint(text_of("page.menu"))
    assert [f.code for f in found if f.severity == "error"] == []
    assert "IVR218" in {f.code for f in found}


ALL = sorted(rows("broken")) + sorted(rows("sound")) + ["page.menu"]


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", ALL)
def test_fixing_is_idempotent_and_adds_nothing(name: str, unsafe: bool) -> None:
    """Fixing once is fixing for good, and no finding is there afterwards that was not there before."""
    linter = Linter(codec("menu"), Settings(profile="pedantic"))

    text = text_of(name)
    fixed = mended_by(linter, text, unsafe=unsafe)
    assert not made_worse(linter, text, fixed)
    again = mended_by(linter, fixed.text, unsafe=unsafe)
    assert (again.text, again.applied) == (fixed.text, 0)
