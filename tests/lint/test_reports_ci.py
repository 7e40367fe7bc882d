"""The formats of CI services: each read as its consumer reads it, with nothing lost and nothing made of it."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml

from smsc_codec.diagnostics import Edit, Fix
from smsc_codec.linter.reports import FileReport
from tests.lint.report_cases import LOOP, at, finding, loop, shown

FAILED = FileReport("b.menu", failure="not UTF-8")
#: What XML, JSON, a table and a command line may trip over.
NASTY = "<b>&\"'|`*_[x](y)]]>;%0A\x00\x1b[2J\ud800#@all"


def nasty() -> FileReport:
    """A report whose words are all dangerous."""
    return FileReport(f"a/{NASTY}.menu", LOOP, (finding(at(LOOP, "err:5"), message=NASTY, notes=(NASTY,)),))


def test_json_lines() -> None:
    """Each line is the object that `json` has, or a failure."""
    lines = [
        json.loads(line)
        for line in shown("json-lines", FileReport("a.menu", LOOP, (loop(),)), FAILED).splitlines()
    ]
    (whole,) = json.loads(shown("json", FileReport("a.menu", LOOP, (loop(),))))["findings"]
    assert lines == [whole, {"path": "b.menu", "failure": "not UTF-8"}]


def test_gitlab() -> None:
    """The fields that GitLab's documentation asks for, each fingerprint once, the same when lines above come and go."""
    two = FileReport("a.menu", LOOP, (loop(), loop()))
    found = json.loads(shown("gitlab", two, FAILED))
    assert [(one["check_name"], one["severity"], one["location"]) for one in found] == [
        ("IVR104", "major", {"path": "a.menu", "lines": {"begin": 3}}),
        ("IVR104", "major", {"path": "a.menu", "lines": {"begin": 3}}),
        ("not-checked", "blocker", {"path": "b.menu", "lines": {"begin": 1}}),
    ]
    assert all(
        set(one) == {"description", "check_name", "fingerprint", "severity", "location"} for one in found
    )
    assert len({one["fingerprint"] for one in found}) == 3
    longer = "\n\n" + LOOP
    moved = json.loads(shown("gitlab", FileReport("a.menu", longer, (finding(at(longer, "err:5")),))))
    assert moved[0]["fingerprint"] == found[0]["fingerprint"]
    assert json.loads(shown("gitlab")) == []


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_file_is_known_by_itself(form: str) -> None:
    """A finding is known by the same whatever other files the report is about: in each, equal ones are counted anew."""

    def known(*reports: FileReport) -> list[str]:
        return re.findall(r'ingerprints?(?:/v1)?":\s*(?:{[^"]*"[^"]*":\s*)?"([^"]+)"', shown(form, *reports))

    one = FileReport("a.menu", LOOP, (loop(), loop()))
    other = FileReport("b.menu", LOOP, (loop(), loop()))
    assert len(known(one, other)) == 4
    assert known(one, other) == [*known(one), *known(other)]
    block = FileReport("a.menu", LOOP, (loop(),), first_line=5)
    assert len(set(known(one, block))) == 3


def test_junit() -> None:
    """A reader of JUnit's XML sees a case a file: one that passed, one that failed, one that could not be run."""
    made = shown("junit", FileReport("a.menu", LOOP, (loop(),)), FileReport("c.menu", LOOP), FAILED)
    (suite,) = JUnitXml.fromstring(made.encode())
    cases = {case.name: case for case in suite}
    assert list(cases) == ["a.menu", "c.menu", "b.menu"]
    (failed,) = cases["a.menu"].result
    assert isinstance(failed, Failure)
    assert failed.type == "IVR104"
    assert failed.message.startswith("3:36: error IVR104 two numbers")
    assert cases["c.menu"].is_passed
    assert isinstance(cases["b.menu"].result[0], Error)


def test_checkstyle() -> None:
    """An element a file, in it one a finding."""
    made = ET.fromstring(shown("checkstyle", FileReport("a.menu", LOOP, (loop(),)), FAILED))
    assert made.tag == "checkstyle"
    rows = [(file.get("name"), row.attrib) for file in made for row in file]
    assert rows == [
        (
            "a.menu",
            {
                "line": "3",
                "column": "36",
                "severity": "error",
                "message": "two numbers that never answer are dialled for ever",
                "source": "smsc-codec.IVR104",
            },
        ),
        (
            "b.menu",
            {
                "line": "1",
                "column": "1",
                "severity": "error",
                "message": "not UTF-8",
                "source": "smsc-codec.not-checked",
            },
        ),
    ]


def test_rdjson() -> None:
    """Columns count octets of UTF-8; a fix of one edit is a suggestion."""
    text = "ж end"
    fix = Fix("write it", (Edit(at(text, "end"), "END"),), safe=True)
    made = json.loads(
        shown("rdjson", FileReport("a.menu", text, (finding(at(text, "end"), fixes=(fix,)),)), FAILED)
    )
    place = {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 7}}
    assert made["source"] == {"name": "smsc-codec"}
    first, second = made["diagnostics"]
    assert first["location"] == {"path": "a.menu", "range": place}
    assert first["suggestions"] == [{"range": place, "text": "END"}]
    assert (first["severity"], first["code"]) == ("ERROR", {"value": "IVR104"})
    assert second["location"] == {"path": "b.menu"}
    assert json.loads(shown("rdjson"))["diagnostics"] == []


def test_azure() -> None:
    """Each finding is one logging command; nothing in it ends it early."""
    first, second, last = shown("azure", FileReport("a;].menu", LOOP, (loop(),)), FAILED).splitlines()
    assert first.startswith(
        "##vso[task.logissue type=error;sourcepath=a%3B%5D.menu;linenumber=3;columnnumber=36;code=IVR104]two numbers"
    )
    assert second == "##vso[task.logissue type=error;sourcepath=b.menu]not UTF-8"
    assert last.startswith("Found 1 error in 1 file")


def test_markdown() -> None:
    """A table a file; a cell holds no mark of Markdown's or HTML's."""
    made = shown("markdown", FileReport("a.menu", LOOP, (loop(),)), FAILED)
    assert "| 3 | error | IVR104 | two numbers that never answer are dialled for ever" in made
    assert "**b.menu**: not UTF-8" in made
    row = next(line for line in shown("markdown", nasty()).splitlines() if "IVR104" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert not re.search(r"(?<!\\)[<`*\[]", row)
    assert "@" not in row


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_of_any_words(form: str) -> None:
    """Whatever stands in a name or a message is data: the XML is well formed and says it."""
    made = ET.fromstring(shown(form, nasty()).encode("utf-8"))
    words = " ".join(value for one in made.iter() for value in one.attrib.values())
    assert "<b>&\"'|`*_[x](y)]]>" in words
    assert "<U+0000>" in words
    assert not any(one.tag == "b" for one in made.iter())


@pytest.mark.parametrize("form", ["json-lines", "gitlab", "rdjson"])
def test_json_of_any_words(form: str) -> None:
    """The same of the formats in JSON: printable, and read back."""
    made = shown(form, nasty())
    assert all(line.isprintable() for line in made.splitlines())
    for line in made.splitlines() if form == "json-lines" else [made]:
        json.loads(line)
