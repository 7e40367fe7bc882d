"""What a project decides: how bad findings are, what is counted; and what the program says of its settings."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec import Struct

from smsc_codec.cli import configuration_schema
from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.gate import fix, lint
from smsc_codec.linter.registry import ConfigError, all_rules
from smsc_codec.linter.reports import FORMATS
from smsc_codec.linter.severities import Severities
from tests.cli import samples
from tests.cli.conftest import Cli

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "configuration.schema.json"


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


# -- severities ----------------------------------------------------------------------------------

#: What is configured, and the severity of IVR303, which is a warning itself.
GIVEN = {
    "its code": ({"IVR303": "info"}, "info"),
    "its name": ({"key-not-announced": "error"}, "error"),
    "the beginning of its code": ({"IVR3": "info"}, "info"),
    "all": ({"ALL": "error"}, "error"),
    "another": ({"IVR301": "error"}, None),
    "the more exact one, first": ({"IVR303": "info", "IVR": "error"}, "info"),
    "the more exact one, last": ({"ALL": "error", "IVR3": "info"}, "info"),
    "the last of equal ones": ({"IVR303": "info", "key-not-announced": "error"}, "error"),
    "nothing": ({}, None),
}


@pytest.mark.parametrize(("asked", "severity"), GIVEN.values(), ids=GIVEN)
def test_severity_of_a_rule(asked: dict[str, str], severity: str | None) -> None:
    """The most exact selector of a rule says how bad it is, of equal ones the last."""
    found = Severities(asked, all_rules())
    assert found.of("IVR303") == severity if asked else found.told(()) == ()


#: The configuration, more arguments, the severity in the report and the exit code for samples.WARNING.
GRADED = {
    "as it is": ("", [], "warning", 1),
    "milder": ('IVR303 = "info"', [], "info", 0),
    "worse": ('IVR303 = "error"', ["--fail-on", "error"], "error", 1),
    "on the command line": ("", ["--severity", "IVR303=info"], "info", 0),
    "the command line goes before": ('IVR303 = "info"', ["--severity", "IVR303=error"], "error", 1),
    "by another word for it, too": (
        'key-not-announced = "info"\nIVR3 = "info"',
        ["--severity", "IVR303 = error"],
        "error",
        1,
    ),
    "the last word there": ("", ["--severity", "IVR303=info,IVR303=error"], "error", 1),
    "not the more exact one here": ('IVR303 = "info"', ["--severity", "IVR=error"], "info", 0),
}


@pytest.mark.parametrize(("toml", "arguments", "severity", "code"), GRADED.values(), ids=GRADED)
def test_severity_decides(
    cli: Cli, folder: Path, toml: str, arguments: list[str], severity: str, code: int
) -> None:
    """The configured severity is told and decides the exit code."""
    put(folder, a_menu=samples.WARNING)
    (folder / "smsc-codec.toml").write_text(f"[severity]\n{toml}\n")
    done = cli("lint", "--format", "json", *arguments)
    (found,) = json.loads(done.out)["findings"]
    assert (found["severity"], done.code) == (severity, code)


#: How each format says that a finding is an error, and for information.
WORDS = {
    "full": ("error[IVR303]", "info[IVR303]"),
    "concise": (": error IVR303", ": info IVR303"),
    "json": ('"severity":"error"', '"severity":"info"'),
    "json-lines": ('"severity":"error"', '"severity":"info"'),
    "github": ("::error ", "::notice "),
    "gitlab": ('"severity":"major"', '"severity":"info"'),
    "azure": ("type=error", "type=warning"),
    "sarif": ('"level":"error","message"', '"level":"note","message"'),
    "junit": (": error IVR303", ": info IVR303"),
    "checkstyle": ('severity="error"', 'severity="info"'),
    "rdjson": ('"severity":"ERROR"', '"severity":"INFO"'),
    "markdown": ("| error |", "| info |"),
}


@pytest.mark.parametrize("form", FORMATS)
def test_severity_in_every_format(cli: Cli, folder: Path, form: str) -> None:
    """Every report shows the configured severity, after fixes and of a leftover in the configuration, too."""
    put(folder, a_menu=samples.WARNING)
    for severity, word in zip(("error", "info"), WORDS[form], strict=True):
        for more in ([], ["--fix"], ["--diff"]):
            done = cli("lint", "--format", form, "--severity", f"IVR303={severity}", *more)
            assert word in done.out + done.err, (severity, more)


def test_severity_of_a_leftover(cli: Cli, folder: Path) -> None:
    """SUP001 is a rule like others."""
    put(folder, a_menu=samples.CLEAN)
    (folder / "smsc-codec.toml").write_text(
        '[per-file-ignores]\n"*" = ["IVR303"]\n[severity]\nSUP = "info"\n'
    )
    done = cli("lint", "--format", "concise")
    assert (done.code, ": info SUP001 " in done.out) == (0, True)


def test_severity_for_programs() -> None:
    """`lint` and `fix` of the library give the configured severity; what hides what does not change with it."""
    settings = Settings(severity={"IVR": "info"})
    assert [f.severity for f in lint(samples.ERROR, "menu", settings)] == ["info", "info"]
    assert {f.severity for f in fix(samples.WARNING, "menu", settings).remaining} == {"info"}
    plain = [f.code for f in lint(samples.UNCLOSED, "menu", Settings(profile="pedantic"))]
    graded = Settings(profile="pedantic", severity={"ALL": "info"})
    assert [f.code for f in lint(samples.UNCLOSED, "menu", graded)] == plain


def test_the_name_of_a_file_for_programs() -> None:
    """Per-file ignores and kinds count for a text with a name, in `lint` and `fix`; without a name they do not."""
    settings = Settings(
        per_file_ignores={"меню/*.menu": ("IVR009", "IVR303@2")},
        kinds={"x/*.txt": "menu"},
        select=("IVR009", "IVR303"),
    )
    both = samples.WARNING.replace("2: end", "2: END")
    assert lint(both, "menu", settings, name="меню/a.menu") == ()
    assert {f.code for f in lint(both, "menu", settings)} == {"IVR009", "IVR303"}
    assert fix(both, "menu", settings, name="меню/a.menu").text == both
    assert fix(both, "menu", settings, name="a.menu").text == samples.WARNING
    assert lint("1: END", settings=settings, name="x/a.txt") == lint("1: END", "menu", settings)


REFUSED = {
    "no severity": ('IVR303 = "off"', "severity.IVR303: Invalid enum value 'off' (allowed: 'error', 'warning',"),
    "no rule": ('IVR999 = "info"', "severity: unknown rule 'IVR999'"),
    "an item": ('"IVR303@4" = "info"', "severity: 'IVR303@4': only per-file-ignores can name items"),
    "no text": ("IVR303 = 1", "severity.IVR303: Expected `str`, got `int`"),
}  # fmt: skip


@pytest.mark.parametrize(("toml", "said"), REFUSED.values(), ids=REFUSED)
def test_severity_refused(cli: Cli, folder: Path, toml: str, said: str) -> None:
    """A severity or a rule that does not exist is refused with what does."""
    (folder / "smsc-codec.toml").write_text(f'[severity]\nIVR301 = "info"\n{toml}\n')
    done = cli("lint", ".")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"smsc-codec: smsc-codec.toml: {said}")


@pytest.mark.parametrize("given", ["IVR303", "IVR303=", "=info", "IVR303=off", "IVR303=info=error"])
def test_severity_option_refused(cli: Cli, given: str) -> None:
    """What is no rule with a severity is refused on the command line, too."""
    done = cli("lint", "--severity", given)
    assert (done.code, "expected a rule and error, warning or info" in done.err) == (2, True)


# -- counts --------------------------------------------------------------------------------------


def test_statistics_as_json(cli: Cli, folder: Path) -> None:
    """With `--statistics` the JSON formats end with the counts: findings, files, what `--fix` mends."""
    put(folder, a_menu=samples.ERROR, b_menu=samples.FIXABLE + "", c_menu=samples.ERROR)
    whole = json.loads(cli("lint", "--format", "json", "--statistics").out)
    lines = [
        json.loads(line) for line in cli("lint", "--format", "json-lines", "--statistics").out.splitlines()
    ]
    counts = {row["code"]: row for row in whole["statistics"]}
    assert lines[-1] == {"statistics": whole["statistics"]}
    assert counts["IVR104"] == {
        "code": "IVR104", "name": "err-loop", "severity": "error", "count": 2, "files": 2, "fixable": 0,
    }  # fmt: skip
    assert (counts["IVR009"]["count"], counts["IVR009"]["fixable"]) == (1, 1)
    assert sum(row["count"] for row in whole["statistics"]) == len(whole["findings"])
    assert "statistics" not in json.loads(cli("lint", "--format", "json").out)
    empty = json.loads(cli("lint", "--format", "json", "--statistics", "--select", "IVR301").out)
    assert empty["statistics"] == []


# -- settings ------------------------------------------------------------------------------------

CONFIGURED = """\
select = ["IVR", "VOX"]
fail-on = "error"
exclude = ["черновики", 'a"b\\c']

[per-file-ignores]
"меню/*.menu" = ["IVR303@4"]

[severity]
IVR3 = "info"

[kinds]
"*.x" = "menu"

[menu]
max-depth = 4
registered-numbers = ["79990000000"]

[message]
sizes = { "1" = 120_000 }
"""


def test_settings_are_shown_with_their_origins(cli: Cli, folder: Path) -> None:
    """Every setting is shown with its value and where it comes from."""
    (folder / "smsc-codec.toml").write_text(CONFIGURED, encoding="utf-8")
    done = cli("lint", "--show-settings", "--ignore", "IVR301", "--fail-on", "never", "--no-gitignore",
               "--severity", "IVR301=error", "--unsafe-fixes")  # fmt: skip
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == f"# {folder / 'smsc-codec.toml'}"
    for line in (
        'select = ["IVR", "VOX"]  # smsc-codec.toml',
        'ignore = ["IVR301"]  # --ignore',
        'profile = "default"  # default',
        'fail-on = "never"  # --fail-on',
        "gitignore = false  # --no-gitignore",
        "unsafe-fixes = true  # --unsafe-fixes",
        "[per-file-ignores]  # smsc-codec.toml",
        "[severity]  # smsc-codec.toml, --severity",
        "max-depth = 4  # smsc-codec.toml",
        "max-options = 5  # default",
    ):
        assert line in lines
    assert (
        'baseline = "x.json"  # --baseline'
        in cli("lint", "--show-settings", "--baseline", "x.json").out.splitlines()
    )
    assert "select = []  # --profile" in cli("lint", "--show-settings", "--profile", "pedantic").out
    assert cli("lint", "--isolated", "--show-settings").out.startswith(
        "# no configuration\nselect = []  # default\n"
    )


@pytest.mark.parametrize("text", [CONFIGURED, "", 'lang = "ru"\nformat = "sarif"\n'])
def test_shown_settings_say_the_same_again(cli: Cli, folder: Path, text: str) -> None:
    """What is shown is a configuration file that makes the same settings."""
    (folder / "smsc-codec.toml").write_text(text, encoding="utf-8")
    again = settings_from(tomllib.loads(cli("lint", "--show-settings").out), "shown")
    first = settings_from(tomllib.loads(text), "first")
    for kind, options in again.languages.items():
        assert options == first.options(kind, type(options))
    for name in Settings.__struct_fields__:
        if name != "languages":
            assert getattr(again, name) == getattr(first, name), name


# -- the schema ----------------------------------------------------------------------------------


def test_schema_of_the_configuration(cli: Cli) -> None:
    """The published schema is what the command prints, and is a schema; every setting has its words."""
    there = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert there == configuration_schema.configuration_schema()
    assert json.loads(cli("schema", "configuration").out)["properties"].keys() >= there["properties"].keys()
    jsonschema.Draft202012Validator.check_schema(there)
    options = [there["properties"], *(kind["properties"] for kind in there["$defs"].values())]
    bare = [
        name
        for some in options
        for name, one in some.items()
        if not one.get("description") and "$ref" not in one
    ]
    assert bare == []


class Told(Struct):
    """Options with remarks."""

    #: Not of this.

    bare: int = 0
    #: How many,
    #: at most.
    most: int = 0
    least: int = 0
    #: One.
    one: str = ""
    two: int | None = None

    some: int = 1


def test_what_the_source_says_of_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """A remark is about the fields below it, to an empty line or another remark; without a source nothing is said."""
    said = {"most": "How many, at most.", "least": "How many, at most.", "one": "One.", "two": "One."}
    assert dict(configuration_schema._told(Told)) == said
    number = {"type": "integer", "minimum": 0}
    properties: dict[str, Any] = {name: {"type": "integer"} for name in ("bare", "most")}
    properties |= {"one": {"type": "string"}, "two": {"anyOf": [{"type": "integer"}, {"type": "null"}]}}
    configuration_schema._tell(Told, properties)
    assert properties == {
        "bare": number,
        "most": {**number, "description": "How many, at most."},
        "one": {"type": "string", "description": "One."},
        "two": {"anyOf": [number, {"type": "null"}], "description": "One."},
    }

    def packed(_: object) -> str:
        raise OSError

    monkeypatch.setattr(configuration_schema.inspect, "getsource", packed)
    properties = {"most": {"type": "number"}}
    configuration_schema._tell(Told, properties)
    assert properties == {"most": {"type": "number", "minimum": 0}}


@pytest.mark.parametrize("text", [
    CONFIGURED, "", 'format = "full"', "[per-file-ignores]\na = ['ALL']", "slect = []", "select = 'IVR'",
    "select = ['ivr 1']",
    "[severity]\nIVR303 = 'off'", "fail-on = 'fatal'", "[menu]\nmax-optons = 3", "[menu]\nmax-options = -1",
    "[menu]\nmax-options = 1.5", "[kinds]\n'*.x' = 'men'", "[kinds]\n'*.x' = 'sms'", "gitignore = 1", "menu = 3",
    "[message]\nfiles = 2", "[message]\nfiles = -2", "[mailing]\nnl = true\n", "exclude = [1]",
    "[per-file-ignores]\na = 'IVR1'",
])  # fmt: skip
def test_schema_takes_what_is_taken(text: str) -> None:
    """The schema takes a configuration exactly where the program does."""
    table = tomllib.loads(text)
    try:
        settings_from(table, "")
        taken = "ivr 1" not in text  # whether rules exist is asked later
    except ConfigError:
        taken = False
    check = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert check.is_valid(table) is taken
