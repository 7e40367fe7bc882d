"""A corpus of files with one mistake each: every one is told on its line, once; sound ones are left in peace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import smsc_codec as sms
from smsc_codec.linter.registry import all_rules
from tests.corpus.make import HERE, entries
from tests.corpus.told import found, kept

ENTRIES = entries()
WRONG = [entry for entry in ENTRIES if entry["rules"]]
SOUND = [entry for entry in ENTRIES if not entry["rules"]]


def told(entry: dict[str, Any]) -> list[sms.Finding]:
    """What is told as a warning or worse."""
    return [one for one in sms.lint(entry["text"], entry["kind"]) if one.severity != "info"]


def test_the_files_are_those_of_the_tables() -> None:
    """The files and corpus.json are fresh: `python -m tests.corpus.make` writes them."""
    listed = json.loads((HERE / "corpus.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in listed} == {entry["file"] for entry in ENTRIES}
    for entry in ENTRIES:
        with Path(HERE / str(entry["file"])).open(encoding="utf-8", newline="") as file:
            assert file.read() == entry["text"]


@pytest.mark.parametrize("entry", WRONG, ids=lambda entry: entry["file"])
def test_a_mistake_is_told_on_its_line(entry: dict[str, Any]) -> None:
    """The finding stands where the mistake is, under a rule that is about it."""
    assert [one for one in told(entry) if one.line == entry["line"] and one.code in entry["rules"]]


@pytest.mark.parametrize("entry", SOUND, ids=lambda entry: entry["file"])
def test_a_sound_text_is_left_in_peace(entry: dict[str, Any]) -> None:
    """No false alarm."""
    assert told(entry) == []


def test_one_mistake_is_told_once() -> None:
    """At most one error or warning for 95 of 100 mistakes: what follows from one is not told."""
    more = [entry["file"] for entry in WRONG if len(told(entry)) > 1]
    assert len(more) <= 0.05 * len(WRONG), more


@pytest.mark.parametrize("entry", WRONG, ids=lambda entry: entry["file"])
def test_fixes_settle(entry: dict[str, Any]) -> None:
    """Safe fixes leave a text in which nothing is left to fix, and no warning that was not there."""
    fixed = sms.fix(entry["text"], entry["kind"])
    assert sms.fix(fixed.text, entry["kind"]).applied == 0
    assert {one.code for one in fixed.remaining if one.severity != "info"} <= {
        one.code for one in sms.lint(entry["text"], entry["kind"])
    }


def test_what_is_told_in_full() -> None:
    """Every finding, the characters that it marks and what each fix makes are as they were when they were last read."""
    now, last = found(), kept()  # `python -m tests.corpus.told` writes told.txt anew; read the difference
    assert {name: now[name] for name in last if name in now} == {
        name: last[name] for name in last if name in now
    }


def test_pages_say_what_their_fixes_are() -> None:
    """A rule that offers fixes says so, and whether they are safe."""
    offered: dict[str, set[bool]] = {}
    for entry in ENTRIES:
        for one in sms.lint(str(entry["text"]), str(entry["kind"])):
            offered.setdefault(one.code, set()).update(fix.safe for fix in one.fixes)
    may = {"none": set(), "safe": {True}, "unsafe": {False}, "sometimes safe": {True, False}}
    assert not {code: safe for code, safe in offered.items() if not safe <= may[all_rules()[code].fix]}
