"""`parse`, `build`, `fmt`, `rule`, `schema`, and what all commands have in common."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import Meta, Struct

from smsc_codec import __version__
from smsc_codec.cli.app import COMMANDS
from smsc_codec.cli.schema import schema_of
from smsc_codec.linter import pages
from smsc_codec.linter.registry import all_rules
from smsc_codec.payloads.menu import build
from smsc_codec.payloads.menu.model import Menu
from tests.cli import samples
from tests.cli.conftest import Cli
from tests.menu.strategies import menus

MENU = "Привет 😀\n\n{menu: Нажмите 1\n1: call:79990000001 wait=10 ok:end}\n"
UNTIDY = "Hello!\n{menu: Press 1 to leave, hash to hear this again.\n#:start\n1:   end\n}\nBye!"


def test_parse_writes_readable_json(cli: Cli, folder: Path) -> None:
    """JSON is indented, and letters of any script and emojis stay as they are."""
    (folder / "a.menu").write_text(MENU, encoding="utf-8")
    done = cli("parse", "a.menu")
    assert (done.code, done.err) == (0, "")
    assert '\n  "start_text": "Привет 😀' in done.out
    value = json.loads(done.out)
    assert value["menu_text"] == "Нажмите 1"
    assert value["items"][0]["key"] == "1"
    assert value["items"][0]["action"]["type"] == "call"
    assert cli("parse", "--as", "menu", "-", stdin=MENU).out == done.out
    assert cli("parse", stdin=MENU).out == done.out


def test_spans_say_where_each_part_stands(cli: Cli) -> None:
    """`--spans` gives each path its offsets in characters."""
    whole = json.loads(cli("parse", "--spans", stdin=MENU).out)
    assert whole["value"] == json.loads(cli("parse", stdin=MENU).out)
    start, end = whole["spans"]["/menu_text"]
    assert MENU[start:end].strip() == "Нажмите 1"
    start, end = whole["spans"]["/items/0/key"]
    assert MENU[start:end] == "1"


def test_parse_tells_every_problem(cli: Cli) -> None:
    """A text that does not parse is shown as the linter shows it, on standard error, exit code 1."""
    done = cli("parse", stdin=samples.FIXABLE)
    assert (done.code, done.out) == (1, "") or "END" in done.out
    done = cli("parse", stdin=samples.UNCLOSED)
    assert (done.code, done.out) == (1, "")
    assert "error[IVR002] unclosed-menu: " in done.err
    assert " --> <stdin>:3:1\n" in done.err


@pytest.mark.parametrize(
    ("parameters", "title"),
    [
        ("mes=0048zz&bin=2", "error[REQ007] bin-hex: "),
        ("mes=Hi&call=1&viber=1", "error[REQ017] exclusive-parameters: "),
        ("mes=Hi&tz=x", "error[TIM002] timezone-range: "),
    ],
)
def test_parse_names_the_rule_of_each_problem(cli: Cli, parameters: str, title: str) -> None:
    """A problem has the code and name by which the linter tells of it, whichever language it is of."""
    text = f"https://smscentre.com/sys/send.php?login=a&psw=b&phones=79999999999&{parameters}"
    done = cli("parse", "--as", "request", stdin=text)
    assert done.code == 1
    assert next(line for line in done.err.splitlines() if line.startswith("error")).startswith(title)


def test_parse_of_what_no_rule_tells_of(cli: Cli) -> None:
    """Where the linter is silent, since it judges only what it understood, the problem stands without a code."""
    done = cli("parse", "--as", "request", stdin="https://smscentre.com/sys/nothing.php?login=a&psw=b")
    assert (done.code, done.err.splitlines()[0][:24]) == (1, "error unknown-endpoint: ")


def test_parse_of_what_cannot_be_read(cli: Cli) -> None:
    """A file that cannot be read is exit code 1, with the reason."""
    done = cli("parse", "gone")
    assert (done.code, done.out, done.err) == (1, "", "smsc-codec: gone: No such file or directory\n")
    assert "read as windows-1251" in cli("parse", stdin=MENU.replace(" 😀", "").encode("cp1251")).err


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(menus)
def test_build_is_the_way_back(cli: Cli, menu: Menu) -> None:
    """What `parse` prints of any menu, `build` turns into the text that says the same."""
    text = build(menu)
    parsed = cli("parse", stdin=text)
    built = cli("build", "--as", "menu", stdin=parsed.raw)
    assert (built.code, built.err) == (0, "")
    assert built.raw.decode() == text


REFUSED = {
    "no JSON": ("{", "<stdin>: "),
    "no JSON, by place": ('{"menu_text": x}', "(byte 14)"),
    "no UTF-8": (b'{"menu_text": "\xff"}', "not utf-8: byte 0xFF at offset 15"),
    "of another type": ('{"menu_text": 3}', "menu_text: Expected `str | array`, got `int`"),
    "of no known action": (
        '{"menu_text": "x", "items": [{"key": "1", "action": {"type": "jump"}}]}',
        "items[0].action.type: Invalid value 'jump'",
    ),
    "unknown field": ('{"menu_txt": "x"}', "unknown field `menu_txt`"),
    "too deep": ('{"x": ' + "[" * 100_000 + "]" * 100_000 + "}", "unknown field `x`"),
    "half a character": ('{"menu_text": "\\ud800"}', "<stdin>: "),
    "not sayable": ('{"menu_text": "a}b"}', "menu_text: contains '}', which would close the menu"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_build_tells_the_field(cli: Cli, text: str | bytes, said: str) -> None:
    """JSON that describes no menu, or one that cannot be written, is exit code 1 and names the field."""
    done = cli("build", stdin=text)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert done.err.startswith("smsc-codec: <stdin>: ")


def test_build_reads_a_mark(cli: Cli) -> None:
    """JSON may begin with a byte order mark, as some editors write it."""
    parsed = cli("parse", stdin=MENU)
    assert cli("build", stdin=b"\xef\xbb\xbf" + parsed.raw).out == MENU


def test_fmt_writes_canonical_layout(cli: Cli, folder: Path) -> None:
    """`fmt` writes the file in the codec's canonical layout; a second time nothing is left to do."""
    (folder / "a.menu").write_text(UNTIDY)
    done = cli("fmt", "a.menu")
    assert (done.code, done.out, done.err) == (0, "", "smsc-codec: a.menu: written\n")
    assert (folder / "a.menu").read_text() == samples.CLEAN
    done = cli("fmt", "a.menu")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_fmt_check_and_diff_write_nothing(cli: Cli, folder: Path) -> None:
    """`--check` and `--diff` leave the file, and are exit code 1 if something is to be done."""
    (folder / "a.menu").write_text(UNTIDY)
    (folder / "b.menu").write_text(samples.CLEAN)
    for more in (["--check"], ["--diff"], ["--check", "--diff"]):
        done = cli("fmt", *more, ".")
        assert done.code == 1
        assert done.err == "smsc-codec: a.menu: not in canonical layout\n"
        assert ("+1: end}" in done.out.splitlines()) == ("--diff" in more)
        assert (folder / "a.menu").read_text() == UNTIDY
        assert cli("fmt", *more, "b.menu").code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_fmt_keeps_encoding_and_line_ends(cli: Cli, folder: Path, encoding: str) -> None:
    """The layout changes, the encoding and the line ends do not, in a file and as a filter."""
    before = UNTIDY.replace("Hello", "Привет").replace("\n", "\r\n").encode(encoding)
    after = samples.CLEAN.replace("Hello", "Привет").replace("\n", "\r\n").encode(encoding)
    (folder / "a.menu").write_bytes(before)
    assert cli("fmt", "a.menu").code == 0
    assert (folder / "a.menu").read_bytes() == after
    assert cli("fmt", "-", stdin=before).raw == after
    assert cli("fmt", "-", stdin=after).raw == after


def test_fmt_goes_on_after_a_mistake(cli: Cli, folder: Path) -> None:
    """A file that does not parse or cannot be read is told and left; the others are written."""
    (folder / "a.menu").write_text(samples.UNCLOSED)
    (folder / "b.menu").write_bytes(b"\0")
    (folder / "c.menu").write_text(UNTIDY)
    done = cli("fmt", ".")
    assert done.code == 1
    assert "error[IVR002]" in done.err
    assert "b.menu: not a text" in done.err
    assert (folder / "a.menu").read_text() == samples.UNCLOSED
    assert (folder / "c.menu").read_text() == samples.CLEAN


def test_fmt_heeds_the_configuration(cli: Cli, folder: Path) -> None:
    """Folders are walked as `lint` walks them; a wrong configuration is exit code 2."""
    (folder / "a.menu").write_text(UNTIDY)
    (folder / "smsc-codec.toml").write_text('exclude = ["a.menu"]')
    assert cli("fmt", "--check", ".").code == 2  # nothing is left in the folder
    (folder / "smsc-codec.toml").write_text("exclud = []")
    done = cli("fmt", ".")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_rule_pages(cli: Cli) -> None:
    """A page is found by code or name, in three formats; without a name all rules are listed."""
    rule = all_rules()["IVR104"]
    by_code, by_name = cli("rule", "IVR104"), cli("rule", "err-loop")
    assert by_code == by_name
    assert by_code.out == pages.text(rule)
    assert cli("rule", "--format", "markdown", "IVR104").out == pages.markdown(rule)
    assert json.loads(cli("rule", "--format", "json", "IVR104").out) == pages.as_data(rule)
    listed = [line.split()[0] for line in cli("rule").out.splitlines()]
    assert listed == list(all_rules())
    assert [data["code"] for data in json.loads(cli("rule", "--all", "--format", "json").out)] == listed


def test_rules_of_a_beginning(cli: Cli) -> None:
    """The beginning of a code shows each of its pages."""
    out = cli("rule", "IVR10").out
    assert out.startswith("IVR101 ")
    assert "\nIVR104 err-loop: " in out
    assert "\nIVR110 " not in out


def test_rule_folder(cli: Cli, folder: Path) -> None:
    """`--write` makes the folder of pages that docs/rules is."""
    assert cli("rule", "--write", "docs/rules").code == 0
    made = {path.name: path.read_text("utf-8") for path in (folder / "docs" / "rules").iterdir()}
    assert made == pages.folder(all_rules())


def test_schema_is_the_contract(cli: Cli) -> None:
    """The JSON Schema is a valid one, accepts what `parse` prints, and refuses what is of another type."""
    done = cli("schema", "menu")
    schema = json.loads(done.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(cli("parse", stdin=MENU).out), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"menu_text": 3}, schema)
    assert cli("schema").out == done.out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(cli: Cli, name: str) -> None:
    """Each command explains itself, with examples."""
    done = cli(*filter(None, [name]), "--help")
    assert (done.code, done.err) == (0, "")
    assert "Example" in done.out
    assert cli(*filter(None, [name]), "-h") == done


def test_help_lists_the_commands(cli: Cli) -> None:
    """Every command stands in the overview, with what it is for."""
    overview = " ".join(cli("--help").out.split())
    for name, line in COMMANDS.items():
        assert f" {name} {line}" in overview


def test_version(cli: Cli) -> None:
    """`--version` is one line that names the program."""
    assert cli("--version").out == f"smsc-codec {__version__}\n"


COMPLETED = {
    "a command": ("smsc-codec f", 1, ["fmt"]),
    "a code": ("smsc-codec rule IVR10", 2, ["IVR101", "IVR104"]),
    "a name": ("smsc-codec rule err-l", 2, ["err-loop"]),
    "an option's rules": ("smsc-codec lint --select IVR10", 3, ["IVR101", "IVR104"]),
    "the last of a list": ("smsc-codec lint --ignore IVR101,err-l", 3, ["IVR101,err-loop"]),
    "a format": ("smsc-codec lint --format s", 3, ["sarif"]),
}


@pytest.mark.parametrize(("line", "word", "offered"), COMPLETED.values(), ids=COMPLETED)
def test_completion(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, line: str, word: int, offered: list[str]
) -> None:
    """The shell is offered commands, choices, and the codes and names of rules."""
    monkeypatch.setenv("_SMSC_CODEC_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(word))
    words = [row.partition(",")[2] for row in cli().out.splitlines()]
    assert set(offered) <= set(words)
    assert all(found.startswith(line.rpartition(" ")[2]) for found in words)


@pytest.mark.parametrize(
    ("name", "extra"), [("send", "http"), ("status", "http"), ("serve", "sandbox"), ("lsp", "lsp")]
)
def test_a_command_of_a_missing_package_says_what_to_install(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    """A command that one of this project's packages adds names the extra that brings it, where it is not installed."""
    monkeypatch.setattr("smsc_codec.plugins.installed", lambda group: {})
    done = cli(name, "--to", "79990000000", "Hello")
    assert done.code == 2
    assert f"'{name}' comes with smsc-codec[{extra}]: pip install 'smsc-codec[{extra}]'" in done.err


KINDS_OF_JSON = {
    "its ending": ("a.list", [], "", True),
    "its ending before .json": ("a.list.json", [], "", True),
    "the configuration": ("lists/a.json", [], '[kinds]\n"lists/*" = "mailing"\n', True),
    "what is asked for": ("a.menu.json", ["--as", "mailing"], "", True),
    "nothing: a menu": ("a.json", [], "", False),
}


@pytest.mark.parametrize(
    ("name", "more", "configuration", "built"), KINDS_OF_JSON.values(), ids=KINDS_OF_JSON
)
def test_kind_of_json(
    cli: Cli, folder: Path, name: str, more: list[str], configuration: str, built: bool
) -> None:
    """`build` finds out what its JSON describes as every command finds out what a file is."""
    parsed = cli("parse", "--as", "mailing", stdin="79990000001:Hello")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(parsed.raw)
    (folder / "smsc-codec.toml").write_text(configuration, encoding="utf-8")
    done = cli("build", *more, name)
    assert (done.code == 0) is built
    assert done.out == ("79990000001:Hello" if built else "")


def test_selected_rules_alone_mend(cli: Cli, folder: Path) -> None:
    """`--select X --fix` judges and mends by X alone, whatever else is wrong in the file or would be after it."""
    text = samples.FIXABLE.replace("Bye!", "Bye\u00a0now, {name}!")
    for select, changed in (("IVR009", ("END", "end")), ("GEN002", None)):
        (folder / "a.menu").write_text(text, encoding="utf-8")
        done = cli("lint", "--fix", "--unsafe-fixes", "--select", select, "--format", "concise", "a.menu")
        assert {line.split(" ")[2] for line in done.out.splitlines()} <= {select}
        made = (folder / "a.menu").read_text(encoding="utf-8")
        assert made == (text.replace(*changed) if changed else made)
        assert made != text if changed else "END" in made


class _Inner(Struct, tag="inner"):
    """Said.

    More of it.
    """


class _Outer(Struct):
    """What holds it."""

    inner: _Inner
    number: Annotated[int, Meta(description="One.\n    Two.")] | None = None


def test_schemas_have_no_indents() -> None:
    """Descriptions stand as on a Python that takes the indents of docstrings out, wherever in a schema."""
    made = schema_of(_Outer)["$defs"]
    assert made["_Inner"]["description"] == "Said.\n\nMore of it."
    assert made["_Outer"]["properties"]["number"]["anyOf"][0]["description"] == "One.\nTwo."
