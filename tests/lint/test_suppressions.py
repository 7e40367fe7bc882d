"""Ignores in the configuration: by file, rule and item, and those that hide nothing."""

from __future__ import annotations

import pytest

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.gate import lint
from smsc_codec.linter.line import Line
from smsc_codec.linter.suppressions import Suppressions
from tests.lint.report_cases import LOOP
from tests.lint.stub import RULES, Stub

BY_CODE = {rule.code: rule for rule in RULES.rules}


def kept(suppressions: Suppressions, text: str, path: str = "m/a.txt") -> list[tuple[str, int]]:
    """What is still reported of a text; an item is two characters, and its key its number."""
    findings, context = Linter(Stub(), Settings()).check(text)
    left = suppressions.kept(path, findings, BY_CODE, context.item_at)
    return [(finding.code, finding.span.start) for finding in left]


HIDDEN = {
    "nothing configured": ({}, [("STB101", 0), ("STB201", 1), ("STB101", 2)]),
    "another file": ({"n/*": ["ALL"]}, [("STB101", 0), ("STB201", 1), ("STB101", 2)]),
    "a code": ({"m/*": ["STB101"]}, [("STB201", 1)]),
    "a name": ({"m/*": ["letter-b"]}, [("STB101", 0), ("STB101", 2)]),
    "a beginning": ({"a.txt": ["STB1"]}, [("STB201", 1)]),
    "all": ({"a.txt": ["ALL"]}, []),
    "at an item": ({"a.txt": ["STB101@1"]}, [("STB101", 0), ("STB201", 1)]),
    "all at an item": ({"a.txt": ["ALL@0"]}, [("STB101", 2)]),
    "two globs": ({"a.txt": ["STB101"], "m/**": ["STB2"]}, []),
}


@pytest.mark.parametrize(("ignores", "left"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_findings(ignores: dict[str, list[str]], left: list[tuple[str, int]]) -> None:
    """An entry hides its rules in its files, or at its item alone; everything else is still reported."""
    assert kept(Suppressions(ignores), "aba") == left


@pytest.mark.parametrize(("name", "codes"), [("", ["IVR104"]), ("a.menu", [])])
def test_a_text_without_a_name_is_in_no_file(name: str, codes: list[str]) -> None:
    """Whatever is hidden in files, in a text that is none all is told."""
    told = lint(LOOP, settings=Settings(select=("IVR104",), per_file_ignores={"*": ("IVR104",)}), name=name)
    assert [finding.code for finding in told] == codes


@pytest.mark.parametrize("prefix", ["", "__CALL__: ", "__CALL__:"])
@pytest.mark.parametrize(("item", "lines"), {"1": [5], "2": [4], "3": [4, 5]}.items())
def test_items_of_a_menu_in_a_call_have_their_keys(prefix: str, item: str, lines: list[int]) -> None:
    """IVR-1: an ignore at a key is for that item, whether the menu is a file or the text of a call."""
    text = f"{prefix}Hi!\n{{menu: Press 1 or 2\n#: start\n1: edn\n2: ned}}\nBye!"
    hidden = Settings(select=("IVR009",), per_file_ignores={"a.txt": (f"IVR009@{item}",)})
    told = lint(text, "message" if prefix else "menu", hidden, name="a.txt")
    assert [finding.line for finding in told] == lines


def test_items_need_a_language_that_has_them() -> None:
    """Where the language knows no items, an ignore at an item hides nothing."""
    findings, _ = Linter(Stub(), Settings()).check("a")
    suppressions = Suppressions({"a.txt": ["STB101@0"]})
    assert suppressions.kept("a.txt", findings, BY_CODE, None) == findings


def unused(suppressions: Suppressions, text: str = "", **more) -> list[str]:
    return [finding.message for finding in suppressions.unused(text, **more)]


def test_unused_entry_is_told_at_its_place() -> None:
    """An entry that hid nothing in a linted file is SUP001, a warning, placed at the entry."""
    text = '[per-file-ignores]\n"b.txt" = ["STB201"]\n"a.txt" = ["STB101", "STB201@7"]\n'
    suppressions = Suppressions({"b.txt": ["STB201"], "a.txt": ["STB101", "STB201@7"]})
    kept(suppressions, "ab")
    (finding,) = suppressions.unused(text)
    assert (finding.code, finding.name, finding.severity) == ("SUP001", "unused-suppression", "warning")
    assert finding.message == "'STB201@7' no longer hides anything in the files 'a.txt'"
    assert text[finding.span.start : finding.span.end] == "STB201@7"
    assert isinstance(finding, Finding)


def test_place_of_a_repeated_selector() -> None:
    """Of two entries with the same selector the one that hides nothing is pointed at."""
    text = '"a.txt" = ["STB101"]\n"m/*" = ["STB101"]\n"b.txt" = ["STB101"]\n'
    suppressions = Suppressions({"a.txt": ["STB101"], "b.txt": ["STB101"]})
    kept(suppressions, "a", "a.txt")
    kept(suppressions, "b", "b.txt")
    (finding,) = suppressions.unused(text)
    assert finding.span.start == text.rindex("STB101")


PLACES = {
    "a table": '[per-file-ignores]\n"a.txt" = ["STB1", >"STB101"]\n',
    "a table in a table": 'per-file-ignores = { "b.txt" = ["STB101"], "a.txt" = [ >"STB101" ] }\n',
    "a dotted key": "per-file-ignores.'a.txt' = ['STB1', >'STB101']\n",
    "over several lines": '[per-file-ignores]\n"a.txt" = [\n  "STB1",  # why\n  >"STB101",\n]\n',
    "after the same names elsewhere": (
        'exclude = ["a.txt"]\nignore = ["STB101"]\n[per-file-ignores]\n"a.txt" = [>"STB101"]\n'
    ),
    "after the tables of other tools": (
        '[project]\ndependencies = ["smsc-codec"]\n'
        '[tool.ruff.lint.per-file-ignores]\n"a.txt" = ["STB101"]\n'
        '[tool.smsc-codec.per-file-ignores]\n"a.txt" = [>"STB101"]\n'
    ),
    "in our table": (
        '[tool.x.per-file-ignores]\n"a.txt" = ["STB101"]\n'
        '[ tool . "smsc-codec" ]\nper-file-ignores = {"a.txt"=[>"STB101"]}\n'
    ),
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_place_of_an_entry(text: str) -> None:
    """However a configuration writes its entries, the finding is at the very selector."""
    at = text.index(">")
    text = text.replace(">", "")
    suppressions = Suppressions({"a.txt": ["STB101"]})
    kept(suppressions, "q", "a.txt")
    (finding,) = suppressions.unused(text)
    assert (finding.span.start, finding.span.end) == (at + 1, at + 1 + len("STB101"))


def test_entry_that_is_not_found() -> None:
    """An entry that TOML's escapes hide is told all the same, where the entries begin."""
    for text in (
        'ignore = []\n[per-file-ignores]\n"a\\u002etxt" = ["STB101"]\n',
        'ignore = []\n[per-file-ignores]\n"a.txt" = ["STB2", "STB\\u003101"]\n[severity]\n"STB101" = "info"\n',
    ):
        suppressions = Suppressions({"a.txt": ["STB101"]})
        kept(suppressions, "q", "a.txt")
        (finding,) = suppressions.unused(text)
        assert text[finding.span.start :].startswith("per-file-ignores")


def test_entry_written_twice_is_told_once() -> None:
    """The same selector twice for the same files is one entry."""
    suppressions = Suppressions({"a.txt": ["STB101", "STB101"]})
    kept(suppressions, "q", "a.txt")
    assert len(unused(suppressions)) == 1


def test_entries_of_files_that_were_not_linted_are_not_told() -> None:
    """Of files that were not linted it is not known whether an entry is still needed."""
    suppressions = Suppressions({"b.txt": ["STB101"]})
    kept(suppressions, "q")
    assert unused(suppressions) == []


def test_one_file_is_enough() -> None:
    """An entry that hides something in one of its files is used."""
    suppressions = Suppressions({"*.txt": ["STB101"]})
    kept(suppressions, "q", "a.txt")
    kept(suppressions, "a", "b.txt")
    kept(suppressions, "q", "c.txt")
    assert unused(suppressions) == []


def test_entries_of_rules_that_did_not_run_are_not_told() -> None:
    """Of rules that this run left out it is not known whether an entry is still needed."""
    suppressions = Suppressions({"a.txt": ["STB1"]})
    kept(suppressions, "q")
    assert len(unused(suppressions)) == 1
    assert unused(suppressions, skipped=[BY_CODE["STB102"]]) == []
    assert len(unused(suppressions, skipped=[BY_CODE["STB201"]])) == 1


def test_a_long_configuration_is_gone_through_once() -> None:
    """Thousands of entries are placed in one pass: looking for each from the beginning would take minutes."""
    selectors = [f"STB101@{number}" for number in range(20_000)]
    text = (
        '[per-file-ignores]\n"a.txt" = [\n' + "".join(f'  "{one}",  # "why"\n' for one in selectors) + "]\n"
    )
    suppressions = Suppressions({"a.txt": selectors})
    kept(suppressions, "q", "a.txt")
    found = suppressions.unused(text)
    assert [text[finding.span.start : finding.span.end] for finding in found] == selectors


def test_only_what_a_file_is_counts() -> None:
    """What would be hidden in a text that a file may become is hidden there, and counts for no entry."""
    findings, _ = Linter(Stub(), Settings()).check("ab")
    suppressions = Suppressions({"a.txt": ["STB101", "STB2"], "b.txt": ["STB101"]})
    assert suppressions.kept("a.txt", findings[:1], BY_CODE, None, noted=False) == ()
    assert suppressions.noted() == ([], [])
    assert suppressions.kept("a.txt", findings[:1], BY_CODE, None) == ()
    both = [("a.txt", "STB101"), ("a.txt", "STB2")]
    assert suppressions.noted() == (both, both[:1])


def test_packages_are_asked_for_their_rules_only_where_that_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hid nothing is told without knowing every rule, where the run's settings are those of the configuration."""
    settings = Settings(per_file_ignores={"a.menu": ("IVR104",)})
    line = Line(settings)
    monkeypatch.setattr(type(line.rules), "values", lambda _: pytest.fail("asked"))
    assert line.unused("", Settings(per_file_ignores={"a.menu": ("IVR104",)})) == ()
    with pytest.raises(pytest.fail.Exception):
        line.unused("", Settings())
